public import JSONSyntax
import ScenarioEngine

/// The one table of keys for scenario files: what is read, checked, suggested, and shown in the guide.
public enum ScenarioKeys {
  /// The format this program reads.
  public static let format = "rehearse-scenario/1"

  /// The table of keys.
  public static let table = table(formatIsRequired: true)

  /// The table for a file whose missing or foreign format has been reported already.
  static let tableWithoutFormat = table(formatIsRequired: false)

  private static func table(formatIsRequired: Bool) -> ShapeTable {
    ShapeTable(
      root: .object(scenario(formatIsRequired: formatIsRequired)),
      definitions: [
        "person": .object(person),
        "state": .object(state),
        "moment": .object(moment),
        "line": .object(line),
        "lines": lines,
        "reply": .object(reply),
        "ways": ways,
        "way": .object(way),
        "deeds": .list(.anyOf([elementChoice, .object(deed)]), count: 1...Limits.deeds),
        "promise": .object(promise),
        "ending": .object(ending),
        "texts": .anyOf([prose, .list(prose, count: 1...100)]),
      ]
    )
  }

  static let prose: Shape = .text(.prose)
  static let id: Shape = .text(.identifier)
  static let condition: Shape = .text(TextRule(.prose, length: 1...2_000))
  static let errorID: Shape = .text(TextRule(.prose, length: 1...194))
  static let texts: Shape = .reference("texts")
  static let people: Shape = .list(id, count: 1...64)
  static let elementChoice: Shape = .choice(Element.allCases.map(\.rawValue))
  static let number: Shape = .integer(-1_000_000...1_000_000)

  /// The keys of a scenario that say what it is; the rest of the file is about how it goes.
  private static func scenario(formatIsRequired: Bool) -> ObjectShape {
    ObjectShape("a scenario", heading(formatIsRequired: formatIsRequired) + around + story)
  }

  private static func heading(formatIsRequired: Bool) -> [KeyShape] {
    let formatSummary = "Which version of this format the file is written in."
    return [
      .optional(
        "$schema",
        .text(.proseOrEmpty),
        "Where an editor finds the schema; the program never opens it.",
        example: "\"../Schema/scenario.schema.json\""
      ),
      formatIsRequired
        ? .required("format", .constant(format), formatSummary)
        : .optional("format", .anything, formatSummary),
      .required(
        "id",
        id,
        "The scenario's own id, unique in the library.",
        example: "\"june-fourth\""
      ),
      .required("title", prose, "What the menu calls it.", example: "\"June 4\""),
      .required("summary", prose, "One or two sentences that make one want to play it."),
      .optional("language", prose, "The language of the words, as a tag.", example: "\"en\""),
      .optional(
        "place",
        .object(place),
        "Where its dates and laws are an example of, and when that was checked."
      ),
      .optional(
        "reviewed",
        .list(.object(review), count: 0...50),
        "Who has read it before it is used with learners."
      ),
      .optional("contentNote", prose, "What in it may be hard to hear."),
    ]
  }

  private static let around: [KeyShape] = [
    .optional("stage", prose, "Which hour of the family's way it belongs to."),
    .optional("objectives", texts, "What one may learn from it."),
    .optional("before", texts, "What to talk about before the practice."),
    .optional("after", texts, "What to talk about after it."),
    .optional("watchFor", texts, "What observers in the room look out for."),
    .optional("notes", texts, "For the facilitator only."),
    .optional("sources", texts, "Where it comes from."),
    .optional("rubric", id, "The rubric its rates are in.", example: "\"core\""),
    .optional(
      "order",
      .choice(ReplyOrder.allCases.map(\.rawValue)),
      "Whether replies are mixed anew for each play or shown as written.",
      example: "\"seeded\""
    ),
    .optional(
      "allow",
      .list(.object(allowance), count: 0...100),
      "Warnings the author has looked at and means to keep."
    ),
    .optional(
      "layout",
      .map(key: .identifier, .list(number, count: 2...2), limit: Limits.moments),
      "Where each moment stands on the map.",
      example: "{ \"the-clock\": [0, 0] }"
    ),
    .optional(
      "walkthroughs",
      .list(.object(walkthrough), count: 0...1_000),
      "Plays of the scenario that are kept to check that it still goes the same way."
    ),
  ]

  private static let story: [KeyShape] = [
    .required("setting", prose, "Where they sit, and when."),
    .required("listener", id, "The person whom the worker is talking to.", example: "\"tanya\""),
    .required(
      "cast",
      .map(key: .identifier, .reference("person"), limit: 64),
      "The people, by an id that texts and conditions use."
    ),
    .optional(
      "facts",
      .map(key: .identifier, .text(.prose), limit: 1_000),
      "What is true, by a key that texts use; `play --facts` replaces these."
    ),
    .optional(
      "owed",
      .map(key: .identifier, .list(elementChoice, count: 0...11), limit: 64),
      "What each person is owed in full disclosure in this talk.",
      example: "{ \"tanya\": [\"dates\"] }"
    ),
    .optional(
      "state",
      .map(key: .identifier, .reference("state"), limit: 200),
      "What the script remembers, such as trust."
    ),
    .optional(
      "carried",
      .list(errorID, count: 0...1_000),
      "Promises and errors of earlier talks of a case that this script names."
    ),
    .required("opening", id, "The moment it begins with.", example: "\"the-clock\""),
    .required(
      "moments",
      .map(key: .identifier, .reference("moment"), limit: Limits.moments),
      "The moments, by id."
    ),
  ]

  private static let place = ObjectShape(
    "a place",
    [
      .required("name", prose, "Where, in words."),
      .optional("source", prose, "The statute or guide."),
      .optional("checked", prose, "When it was last checked.", example: "\"2026-11\""),
    ]
  )

  private static let review = ObjectShape(
    "a review",
    [
      .required("by", prose, "Who, by role.", example: "\"a kin caregiver\""),
      .required("date", prose, "When.", example: "\"2026-11-03\""),
    ]
  )

  private static let allowance = ObjectShape(
    "an allowed warning",
    [
      .required("code", prose, "The code of the warning."),
      .required("because", prose, "Why it is meant."),
    ]
  )

  private static let person = ObjectShape(
    "a person",
    [
      .required("name", .text(TextRule(.prose, length: 1...80)), "The name that screens use."),
      .required(
        "role",
        .choice(Role.allCases.map(\.rawValue)),
        "What this person is in the child's life."
      ),
      .optional(
        "kind",
        .choice(CaregiverKind.allCases.map(\.rawValue)),
        "Which caregiver: family, or a resource parent."
      ),
      .optional("about", prose, "One or two sentences about them, for the worker."),
    ]
  )

  private static let state = ObjectShape(
    "a piece of state",
    [
      .required(
        "start",
        .anyOf([number, .text(.prose), .boolean]),
        "The value at the start: a whole number, a text, or true or false."
      ),
      .optional("from", number, "The least value of a number."),
      .optional("to", number, "The greatest value of a number."),
      .optional("values", .list(.text(.prose), count: 1...Limits.values), "The texts it may hold."),
      .optional("of", id, "Whose it is.", example: "\"tanya\""),
      .optional("shown", .boolean, "Whether a trainee may see it."),
    ],
    atMostOneOf: [["from", "values"], ["to", "values"]]
  )
}
