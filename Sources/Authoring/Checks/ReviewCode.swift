public import SourceText

/// Every kind of finding of the reviewer; names may never change, sentences may.
public enum ReviewCode {
  // MARK: Structure

  static let unreachableMoment = DiagnosticCode(
    "unreachable-moment",
    .warning,
    "No way leads to a moment."
  )
  static let endingNeverReached = DiagnosticCode(
    "ending-never-reached",
    .warning,
    "An ending cannot be reached."
  )
  static let replyNeverOffered = DiagnosticCode(
    "reply-never-offered",
    .warning,
    "A reply has a condition that never holds there."
  )
  static let lineNeverSaid = DiagnosticCode(
    "line-never-said",
    .warning,
    "A line has a condition that never holds there."
  )
  static let wayNeverTaken = DiagnosticCode(
    "way-never-taken",
    .warning,
    "A way on has a condition that never holds there."
  )
  static let wayShadowed = DiagnosticCode(
    "way-shadowed",
    .warning,
    "A way before this one is always taken."
  )
  static let conditionAlwaysTrue = DiagnosticCode(
    "condition-always-true",
    .warning,
    "A condition always holds there."
  )
  static let noWayOut = DiagnosticCode(
    "no-way-out",
    .error,
    "There is a state from which no ending can be reached."
  )
  static let onceStrands = DiagnosticCode(
    "once-strands",
    .error,
    "Once some replies are used up, no ending can be reached."
  )
  static let endlessLoop = DiagnosticCode(
    "endless-loop",
    .error,
    "Moments lead round and round, and no reply leads out."
  )
  static let typedNoWayOut = DiagnosticCode(
    "typed-no-way-out",
    .warning,
    "Typed words can lead to a state from which no ending can be reached."
  )
  static let stateNeverRead = DiagnosticCode(
    "state-never-read",
    .warning,
    "Nothing asks for a piece of state."
  )
  static let stateNeverSet = DiagnosticCode(
    "state-never-set",
    .warning,
    "Nothing changes a piece of state that is asked for."
  )
  static let searchIncomplete = DiagnosticCode(
    "search-incomplete",
    .note,
    "There were more states than were searched."
  )

  // MARK: Ways through

  static let owedNeverTold = DiagnosticCode(
    "owed-never-told",
    .warning,
    "No reply tells what somebody is owed."
  )
  static let owedWithoutChance = DiagnosticCode(
    "owed-without-chance",
    .warning,
    "A way to an ending gives no chance to tell what is owed."
  )
  static let speaksOfPromise = DiagnosticCode(
    "speaks-of-promise",
    .warning,
    "Somebody speaks of a promise also where none was made."
  )
  static let speaksOfTelling = DiagnosticCode(
    "speaks-of-telling",
    .warning,
    "Somebody speaks of being told also where they were told nothing."
  )
  static let errorNotRepairable = DiagnosticCode(
    "error-not-repairable",
    .warning,
    "No reply sets an error right."
  )
  static let errorPastRepair = DiagnosticCode(
    "error-past-repair",
    .warning,
    "After an error the replies that would set it right cannot be said."
  )
  static let noSoundEnding = DiagnosticCode(
    "no-sound-ending",
    .warning,
    "Every way to an ending goes through a harm."
  )
  static let endingsAlike = DiagnosticCode(
    "endings-alike",
    .warning,
    "All endings come out the same way."
  )
  static let connectedNotYet = DiagnosticCode(
    "connected-not-yet",
    .warning,
    "A good ending can be reached with an unrepaired harm."
  )

  // MARK: Choices and levels

  static let oneReply = DiagnosticCode(
    "one-reply",
    .warning,
    "A moment has only one reply."
  )
  static let bestLongest = DiagnosticCode(
    "best-longest",
    .warning,
    "The best reply is the longest by far."
  )
  static let bestOnlyDate = DiagnosticCode(
    "best-only-date",
    .warning,
    "Only the best reply has a date in it."
  )
  static let bestSamePlace = DiagnosticCode(
    "best-same-place",
    .warning,
    "The best reply is always in the same place."
  )
  static let bestNeverCosts = DiagnosticCode(
    "best-never-costs",
    .warning,
    "The best reply never costs trust."
  )
  static let repliesAllGood = DiagnosticCode(
    "replies-all-good",
    .warning,
    "Every reply of a moment is sound."
  )
  static let repliesAllBad = DiagnosticCode(
    "replies-all-bad",
    .warning,
    "Every reply of a moment would hurt."
  )
  static let repliesOneWordApart = DiagnosticCode(
    "replies-one-word-apart",
    .warning,
    "Two replies differ in one word."
  )
  static let replyRepeated = DiagnosticCode(
    "reply-repeated",
    .warning,
    "Two replies of a moment say the same."
  )
  static let whyRepeated = DiagnosticCode(
    "why-repeated",
    .warning,
    "Two replies have the same why."
  )
  static let heardIsSaid = DiagnosticCode(
    "heard-is-said",
    .warning,
    "What is heard only repeats what was said."
  )
  static let choiceWithoutConsequence = DiagnosticCode(
    "choice-without-consequence",
    .warning,
    "Whatever is said at a moment, the same follows."
  )
  static let dimensionNeverMoves = DiagnosticCode(
    "dimension-never-moves",
    .warning,
    "A dimension has the same level wherever it is rated, or none."
  )
  static let ratesUnlikeHeard = DiagnosticCode(
    "rates-unlike-heard",
    .note,
    "The author's level is far from what the scorer hears."
  )

  // MARK: Writing

  static let longSentence = DiagnosticCode(
    "long-sentence",
    .warning,
    "A sentence that should be clear has more than 25 words."
  )
  static let hardToRead = DiagnosticCode(
    "hard-to-read",
    .warning,
    "Something that should be clear reads like a paper of the office."
  )
  static let jargon = DiagnosticCode(
    "jargon",
    .warning,
    "A word of the office is not explained."
  )
  static let avoidedWord = DiagnosticCode(
    "avoided-word",
    .warning,
    "A word that the field asks to avoid."
  )
  static let universalLaw = DiagnosticCode(
    "universal-law",
    .warning,
    "Law is stated as if it were the same everywhere."
  )
  static let lawWithoutPlace = DiagnosticCode(
    "law-without-place",
    .warning,
    "Dates or law are given, and no place."
  )
  static let placeUnchecked = DiagnosticCode(
    "place-unchecked",
    .warning,
    "The place does not say when its law was checked."
  )
  static let nameMisspelt = DiagnosticCode(
    "name-misspelt",
    .warning,
    "A name is written almost as somebody's in the cast."
  )
  static let missingDiscuss = DiagnosticCode(
    "missing-discuss",
    .warning,
    "A moment gives a room nothing to talk about."
  )
  static let missingHint = DiagnosticCode(
    "missing-hint",
    .warning,
    "A moment has no hint."
  )
  static let stillToWrite = DiagnosticCode(
    "still-to-write",
    .warning,
    "Texts are still to be written."
  )
  static let nothingSaid = DiagnosticCode(
    "nothing-said",
    .warning,
    "Nothing happens before the worker has to answer."
  )
  static let workerSpeaks = DiagnosticCode(
    "worker-speaks",
    .warning,
    "Words are put into the worker's mouth."
  )
  static let personUnused = DiagnosticCode(
    "person-unused",
    .warning,
    "Somebody in the cast plays no part."
  )

  // MARK: Screens

  static let replyTooLongForRoom = DiagnosticCode(
    "reply-too-long-for-room",
    .warning,
    "A reply is too long for a room's screen."
  )
  static let lineTooLongForRoom = DiagnosticCode(
    "line-too-long-for-room",
    .warning,
    "A line is too long for a room's screen."
  )
  static let tooManyReplies = DiagnosticCode(
    "too-many-replies",
    .warning,
    "A moment has more replies than a room's screen shows."
  )
  static let screenCharacter = DiagnosticCode(
    "screen-character",
    .warning,
    "A character that only some screens can lay out."
  )

  // MARK: Walkthroughs

  static let walkthroughMove = DiagnosticCode(
    "walkthrough-move",
    .error,
    "A kept play cannot be played any more."
  )
  static let walkthroughEnding = DiagnosticCode(
    "walkthrough-ending",
    .error,
    "A kept play comes to another ending."
  )
  static let walkthroughVerdict = DiagnosticCode(
    "walkthrough-verdict",
    .error,
    "A kept play comes to another verdict."
  )
  static let walkthroughLevel = DiagnosticCode(
    "walkthrough-level",
    .error,
    "A kept play has another lowest level."
  )
  static let walkthroughLedger = DiagnosticCode(
    "walkthrough-ledger",
    .error,
    "A kept play leaves something else in the ledger."
  )
  static let walkthroughName = DiagnosticCode(
    "walkthrough-name",
    .error,
    "A kept play names something that does not exist."
  )
  static let walkthroughNotRun = DiagnosticCode(
    "walkthrough-not-run",
    .note,
    "A kept play has typed words, and nothing here can hear them."
  )

  // MARK: What is allowed

  static let allowUnknown = DiagnosticCode(
    "allow-unknown",
    .warning,
    "A code that is allowed does not exist."
  )
  static let allowError = DiagnosticCode(
    "allow-error",
    .warning,
    "An error is allowed, which has no effect."
  )
  static let allowUnused = DiagnosticCode(
    "allow-unused",
    .warning,
    "A code is allowed that nothing is found under."
  )

  /// The catalogue.
  public static let all: [DiagnosticCode] = [
    unreachableMoment, endingNeverReached, replyNeverOffered, lineNeverSaid, wayNeverTaken,
    wayShadowed, conditionAlwaysTrue, noWayOut, onceStrands, endlessLoop, typedNoWayOut,
    stateNeverRead, stateNeverSet, searchIncomplete,
    owedNeverTold, owedWithoutChance, speaksOfPromise, speaksOfTelling, errorNotRepairable,
    errorPastRepair, noSoundEnding, endingsAlike, connectedNotYet,
    oneReply, bestLongest, bestOnlyDate, bestSamePlace, bestNeverCosts, repliesAllGood,
    repliesAllBad, repliesOneWordApart, replyRepeated, whyRepeated, heardIsSaid,
    choiceWithoutConsequence, dimensionNeverMoves, ratesUnlikeHeard,
    longSentence, hardToRead, jargon, avoidedWord, universalLaw, lawWithoutPlace, placeUnchecked,
    nameMisspelt, missingDiscuss, missingHint, stillToWrite, nothingSaid, workerSpeaks,
    personUnused,
    replyTooLongForRoom, lineTooLongForRoom, tooManyReplies, screenCharacter,
    walkthroughMove, walkthroughEnding, walkthroughVerdict, walkthroughLevel, walkthroughLedger,
    walkthroughName, walkthroughNotRun,
    allowUnknown, allowError, allowUnused,
  ]
}
