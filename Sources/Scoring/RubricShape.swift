public import JSONSyntax

/// The one table of the keys of a rubric file.
public enum RubricShape {
  /// The JSON Schema of rubric files, as editors read it.
  public static var schema: String {
    table.schema(id: "rubric.schema.json", title: "A rubric for rehearse")
  }

  /// The format this program reads.
  static let format = "rehearse-rubric/1"

  /// The table.
  public static let table = table(formatIsRequired: true)

  /// The table for a file whose missing format has been reported already.
  static let tableWithoutFormat = table(formatIsRequired: false)

  private static func table(formatIsRequired: Bool) -> ShapeTable {
    ShapeTable(
      root: .object(root(formatIsRequired: formatIsRequired)),
      definitions: [
        "dimension": .object(dimension), "finding": .object(finding), "group": .object(group),
        "element": .object(element), "term": .object(term), "frame": .object(frame),
        "class": .object(wordClass),
      ]
    )
  }

  private static let cues = Shape.list(.text(.prose), count: 0...5_000)
  private static let words = Shape.list(.text(.prose), count: 0...2_000)
  private static let codes = Shape.list(.text(.prose), count: 0...200)

  private static func root(formatIsRequired: Bool) -> ObjectShape {
    ObjectShape(
      "a rubric",
      [
        .optional("$schema", .text(.prose), "For editors; never opened."),
        formatIsRequired
          ? .required("format", .constant(format), "The format of this file.")
          : .optional("format", .anything, "The format of this file."),
        .required("id", .text(.identifier), "The id that scenarios name.", example: "\"core\""),
        .required("version", .text(.prose), "The version of the rubric.", example: "\"0.2.0\""),
        .required("title", .text(.prose), "The title."),
        .optional("summary", .text(.prose), "One sentence on what it judges."),
        .required("language", .choice(["en"]), "The language of the cues."),
        .required(
          "dimensions",
          .map(key: .identifier, .reference("dimension"), limit: 16),
          "What is judged, in the order it is shown."
        ),
        .required(
          "findings",
          .map(key: .anything, .reference("finding"), limit: 400),
          "What can be heard, by code; these decide the levels."
        ),
        .optional(
          "topics",
          .map(key: .identifier, .reference("group"), limit: 100),
          "What a dimension can be about; a topic that is touched opens its gate."
        ),
        .optional(
          "elements",
          .map(key: .identifier, .reference("element"), limit: 100),
          "What a listener is owed, and the cues that tell it."
        ),
        .optional(
          "jargon",
          .list(.reference("term"), count: 0...1_000),
          "Words only the office uses."
        ),
        .optional(
          "frames",
          .list(.reference("frame"), count: 0...60),
          "Words that change how what follows them is meant: not, if, they said."
        ),
        .optional(
          "forms",
          .map(key: .identifier, words, limit: 2_000),
          "The forms of a word that a cue may name as <get>."
        ),
        .optional(
          "classes",
          .map(key: .identifier, .reference("class"), limit: 300),
          "Sets of words that a cue may name as @child."
        ),
        .optional(
          "concepts",
          .map(key: .identifier, words, limit: 300),
          "Words that speak of one idea, for the second ear; a word may speak of several."
        ),
      ]
    )
  }

  private static let dimension = ObjectShape(
    "a dimension",
    [
      .required("title", .text(.prose), "The title."),
      .required("short", .text(.prose), "The short name for a screen."),
      .required("description", .text(.prose), "One sentence on what it is."),
      .required("critical", .boolean, "Whether a level 1 makes the conversation \"not yet\"."),
      .required("gate", .text(.prose), "The question that must be answered yes for a level."),
      .required(
        "levels",
        .object(
          ObjectShape(
            "the names of the levels",
            [
              .required("strong", .text(.prose), "Level 4."),
              .required("sound", .text(.prose), "Level 3."),
              .required("fallsShort", .text(.prose), "Level 2."),
              .required("wouldHurt", .text(.prose), "Level 1."),
            ]
          )
        ),
        "What the levels are called on a screen."
      ),
      .optional("asked", codes, "What, if the listener asked about it, opens the gate."),
      .optional("opens", codes, "The topics that open the gate."),
      .optional(
        "onlyWhenTouched",
        .boolean,
        "Whether it has no level unless it was asked about or a topic was touched."
      ),
      .required(
        "strong",
        .object(
          ObjectShape(
            "what level 4 takes",
            [
              .required("atLeast", .integer(0...50), "How many of the points."),
              .required("of", codes, "The points that count."),
              .optional("together", codes, "Points that belong together: all of them, or none."),
              .optional(
                "must",
                .list(
                  .object(
                    ObjectShape(
                      "something due",
                      [
                        .required("point", .text(.identifier), "What a moment's must names."),
                        .required("needs", codes, "The points it takes."),
                      ]
                    )
                  ),
                  count: 0...30
                ),
                "Points that are due when the moment's must names them."
              ),
            ]
          )
        ),
        "What level 4 takes."
      ),
    ]
  )

  private static let finding = ObjectShape(
    "a finding",
    [
      .optional("dimension", .text(.identifier), "The dimension; stops and notes have none."),
      .required("kind", .choice(["trigger", "point", "stop", "note"]), "What it does."),
      .optional("level", .integer(1...2), "The level a trigger pulls down to."),
      .required("title", .text(.prose), "What it is, in plain words."),
      .required("text", .text(.prose), "The rubric's wording."),
      .required("because", .text(.prose), "Why it matters to the listener."),
      .optional("move", .text(.prose), "The one move to the next level."),
      .optional("tells", .text(.identifier), "The element it tells."),
      .optional("held", .boolean, "Whether it waits one turn when this turn takes the subject up."),
      .optional(
        "rule",
        .choice(
          ["unanswered", "half-told", "safety-order", "vague", "touched", "contradicted"]
        ),
        "Something found otherwise than by cues alone."
      ),
      .optional(
        "measure",
        .object(
          ObjectShape(
            "a measure",
            [
              .required("of", .choice(["jargon", "words"]), "Terms, or words in a sentence."),
              .required("atLeast", .integer(1...1_000), "From how many on."),
            ]
          )
        ),
        "Something counted."
      ),
      .optional(
        "also",
        .list(.choice(SpeechStatus.allCases.map(\.rawValue)), count: 0...10),
        "Ways of saying, besides plain assertion, in which it counts."
      ),
      .optional("cues", cues, "The cues.", example: "\"you will <get> @child back\""),
      .optional("unless", cues, "Cues that set it aside, wherever in the turn they stand."),
    ],
    atMostOneOf: [["rule", "measure"]]
  )

  private static let group = ObjectShape(
    "a topic",
    [
      .optional("with", codes, "Findings whose cues count here too."),
      .optional("cues", cues, "The cues."),
    ]
  )

  private static let element = ObjectShape(
    "an element",
    [.required("title", .text(.prose), "What it is, in plain words.")] + group.keys
  )

  private static let term = ObjectShape(
    "a term",
    [
      .required("say", .text(.prose), "The term."),
      .required("plain", .text(.prose), "The same in plain words."),
      .required("cues", cues, "How it is said."),
    ]
  )

  private static let frame = ObjectShape(
    "a frame",
    [
      .required(
        "status",
        .choice(SpeechStatus.allCases.map(\.rawValue).filter { $0 != "asserted" } + ["pseudo"]),
        "How what follows is meant; pseudo takes a frame's force away."
      ),
      .optional("reach", .integer(1...40), "How many words it reaches; 10 unless told."),
      .required("cues", cues, "The words."),
    ]
  )

  private static let wordClass = ObjectShape(
    "a class",
    [
      .optional("words", words, "Single words."),
      .optional("phrases", cues, "Longer members."),
      .optional("lead", words, "Words that may stand before a single word."),
      .optional(
        "cast",
        .choice(["child", "parent", "caregiver"]),
        "The people of the card whose names belong to it."
      ),
    ]
  )
}
