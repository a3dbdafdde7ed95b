import JSONSyntax
import SourceText

/// Every kind of finding about scenarios and cases; names may never change, sentences may.
extension DiagnosticCode {
  // MARK: The file

  static let turnedDirection = Self(
    "turned-direction",
    .error,
    "A hidden character turns the direction of the text after it."
  )
  static let hiddenCharacter = Self(
    "hidden-character",
    .warning,
    "A character in the file cannot be seen."
  )

  // MARK: Names

  static let unknownMoment = Self("unknown-moment", .error, "There is no moment of this name.")
  static let unknownPerson = Self("unknown-person", .error, "Nobody in the cast has this id.")
  static let unknownReply = Self("unknown-reply", .error, "The moment has no reply of this id.")
  static let unknownPromise = Self(
    "unknown-promise",
    .error,
    "No promise or error that can be repaired has this id."
  )
  static let unknownState = Self("unknown-state", .error, "No state of this name is declared.")
  static let unknownName = Self(
    "unknown-name",
    .error,
    "A name in braces is no person, fact or state."
  )
  static let unknownFact = Self(
    "unknown-fact",
    .error,
    "A fact to be replaced is not in the scenario."
  )
  static let unknownElement = Self("unknown-element", .error, "There is no such element.")
  static let unknownRubric = Self("unknown-rubric", .error, "There is no rubric of this name.")
  static let unknownDimension = Self(
    "unknown-dimension",
    .error,
    "The rubric has no dimension of this name."
  )
  static let missingDimension = Self(
    "missing-dimension",
    .error,
    "The rates of a reply leave out a dimension of the rubric."
  )
  static let unknownLayout = Self(
    "unknown-layout",
    .warning,
    "The layout has a place for a moment that does not exist."
  )
  static let duplicateName = Self(
    "duplicate-name",
    .error,
    "A person, a fact or state has a name that is taken."
  )
  static let duplicateReply = Self(
    "duplicate-reply",
    .error,
    "Two replies of a moment have the same id."
  )
  static let duplicatePromise = Self(
    "duplicate-promise",
    .error,
    "Two promises have the same id."
  )
  static let reservedName = Self(
    "reserved-name",
    .error,
    "State has a name that is a word of conditions."
  )

  // MARK: People

  static let braceInName = Self("brace-in-name", .error, "The name of a person has braces in it.")
  static let kindWithoutCaregiver = Self(
    "kind-without-caregiver",
    .error,
    "Somebody who is no caregiver has a kind."
  )
  static let listenerIsWorker = Self(
    "listener-is-worker",
    .error,
    "The worker is named as the listener."
  )
  static let hearerAbsent = Self(
    "hearer-absent",
    .error,
    "Something is said to somebody who is not there."
  )

  // MARK: Texts

  static let unclosedBrace = Self("unclosed-brace", .error, "A brace in a text is never closed.")
  static let stateInNotes = Self(
    "state-in-notes",
    .error,
    "State is named outside of the words of the talk."
  )
  static let laterFact = Self(
    "later-fact",
    .error,
    "A fact names one that does not stand before it."
  )
  static let filledTextTooLong = Self(
    "filled-text-too-long",
    .error,
    "With its names filled in, a text is too long."
  )
  static let wordsNotSaid = Self(
    "words-not-said",
    .error,
    "Quoted words do not stand exactly so in what is said."
  )

  // MARK: State and effects

  static let stateMixed = Self(
    "state-mixed",
    .error,
    "A piece of state has keys that belong to another kind of value."
  )
  static let stateNeedsRange = Self(
    "state-needs-range",
    .error,
    "A number has no range to stay in."
  )
  static let stateNeedsValues = Self(
    "state-needs-values",
    .error,
    "A text has no list of the values it may have."
  )
  static let stateRangeTurned = Self(
    "state-range-turned",
    .error,
    "The least value of a number is above the greatest."
  )
  static let stateStartOutside = Self(
    "state-start-outside",
    .error,
    "State starts with a value that it cannot have."
  )
  static let duplicateValue = Self(
    "duplicate-value",
    .error,
    "A value stands twice in the list of values."
  )
  static let effectType = Self(
    "effect-type",
    .error,
    "An effect has the wrong kind of value for its state."
  )
  static let effectOutside = Self(
    "effect-outside",
    .error,
    "An effect sets state to a value that it cannot have."
  )
  static let effectWithoutChange = Self(
    "effect-without-change",
    .error,
    "An effect adds nothing."
  )

  // MARK: Ways on

  static let lastWayHasCondition = Self(
    "last-way-has-condition",
    .error,
    "The last way on has a condition, so there may be none."
  )
  static let waysNeverTaken = Self(
    "ways-never-taken",
    .error,
    "Ways on stand after one that is always taken."
  )
  static let missingOtherwise = Self(
    "missing-otherwise",
    .error,
    "A moment can run out of replies and does not say what then."
  )
  static let needlessOtherwise = Self(
    "needless-otherwise",
    .warning,
    "A moment never runs out of replies and says what then."
  )
  static let lockedWithoutWhen = Self(
    "locked-without-when",
    .error,
    "A reply is locked and never says when."
  )
  static let lockedOwed = Self(
    "locked-owed",
    .error,
    "A reply that tells what somebody is owed is shown as locked."
  )
  static let lockedForTrust = Self(
    "locked-for-trust",
    .error,
    "A reply is locked for want of trust."
  )
  static let endlessPassage = Self(
    "endless-passage",
    .error,
    "Moments lead back to themselves without a reply between."
  )
  static let nothingToRepair = Self(
    "nothing-to-repair",
    .error,
    "A reply that makes no error is named as one to be repaired."
  )

  // MARK: Conditions

  static let conditionWriting = Self(
    "condition-writing",
    .error,
    "A condition is not written as conditions are."
  )
  static let conditionTooDeep = Self(
    "condition-too-deep",
    .error,
    "A condition is nested too deeply."
  )
  static let conditionType = Self(
    "condition-type",
    .error,
    "A condition compares things that cannot be compared."
  )
  static let conditionImpossible = Self(
    "condition-impossible",
    .error,
    "A comparison can never, or can only, hold."
  )
  static let conditionUnquoted = Self(
    "condition-unquoted",
    .error,
    "A text in a condition stands without quotation marks."
  )
  static let unknownQuestion = Self(
    "unknown-question",
    .error,
    "A condition asks a question that does not exist."
  )

  // MARK: Cases

  static let unknownScenario = Self(
    "unknown-scenario",
    .error,
    "A case names a scenario that does not exist."
  )
  static let duplicateScenario = Self(
    "duplicate-scenario",
    .error,
    "A case names a scenario twice."
  )
  static let unknownCarry = Self(
    "unknown-carry",
    .error,
    "A case carries state that none of its talks declares."
  )
  static let carryTypes = Self(
    "carry-types",
    .error,
    "State that is carried is not of the same kind in every talk."
  )
  static let carriedNotMade = Self(
    "carried-not-made",
    .error,
    "A talk relies on something that no earlier talk makes."
  )

  /// The catalogue.
  static let ofScenarios: [DiagnosticCode] = [
    missingFormat, unknownFormat, newerFormat, turnedDirection, hiddenCharacter,
    unknownMoment, unknownPerson, unknownReply, unknownPromise, unknownState, unknownName,
    unknownFact, unknownElement, unknownRubric, unknownDimension, missingDimension, unknownLayout,
    duplicateName, duplicateReply, duplicatePromise, reservedName,
    braceInName, kindWithoutCaregiver, listenerIsWorker, hearerAbsent,
    unclosedBrace, stateInNotes, laterFact, filledTextTooLong, wordsNotSaid,
    stateMixed, stateNeedsRange, stateNeedsValues, stateRangeTurned, stateStartOutside,
    duplicateValue, effectType, effectOutside, effectWithoutChange,
    lastWayHasCondition, waysNeverTaken, missingOtherwise, needlessOtherwise,
    lockedWithoutWhen, lockedOwed, lockedForTrust, endlessPassage, nothingToRepair,
    conditionWriting, conditionTooDeep, conditionType, conditionImpossible, conditionUnquoted,
    unknownQuestion,
    unknownScenario, duplicateScenario, unknownCarry, carryTypes, carriedNotMade,
  ]
}
