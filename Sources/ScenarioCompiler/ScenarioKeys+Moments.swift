import JSONSyntax
import ScenarioEngine

extension ScenarioKeys {
  static let lines: Shape = .list(
    .anyOf([.reference("line"), .object(drawnLine)]),
    count: 0...500
  )

  static let ways: Shape = .anyOf([id, .list(.reference("way"), count: 1...100)])

  static let moment = ObjectShape(
    "a moment",
    [
      .required("lines", .reference("lines"), "What is said or happens, in order."),
      .optional(
        "replies",
        .list(.reference("reply"), count: 1...Limits.replies),
        "What the worker could say."
      ),
      .optional("next", .reference("ways"), "Where it goes on by itself."),
      .optional("ending", .reference("ending"), "How it comes out."),
      .optional(
        "otherwise",
        .reference("ways"),
        "Where it goes when none of the replies can be said."
      ),
      .optional("listener", id, "Whom the worker talks to here, if that is somebody else."),
      .optional("present", people, "Who else hears it.", example: "[\"dana\"]"),
      .optional("asked", .list(prose, count: 0...30), "What the last line asks, for the rubric."),
      .optional(
        "must",
        .list(prose, count: 0...30),
        "What an answer has to contain, for the rubric."
      ),
      .optional("ask", prose, "The question put to the worker."),
      .optional("discuss", prose, "What a room may talk about before it decides."),
      .optional("hint", prose, "A nudge that does not give the answer away."),
      .optional("notes", prose, "For the facilitator only."),
    ],
    exactlyOneOf: [["replies", "next", "ending"]]
  )

  static let line = ObjectShape(
    "a line",
    [
      .optional("by", id, "Who says it; nobody, when something happens."),
      .required("text", prose, "The words."),
      .optional("mood", prose, "How it is said, in a word or two."),
      .optional("when", condition, "Said only if this holds."),
    ]
  )

  static let drawnLine = ObjectShape(
    "a line left to chance",
    [
      .required("oneOf", .list(.reference("line"), count: 2...50), "Lines of which one is drawn."),
      .optional("when", condition, "Said only if this holds."),
    ]
  )

  static let reply = ObjectShape(
    "a reply",
    [
      .optional("id", id, "Its id, unique in the moment; made from its words if left out."),
      .required("say", .text(TextRule(.prose, length: 1...Limits.say)), "The words."),
      .required(
        "rates",
        .map(key: .identifier, .anyOf([.integer(1...4), .null]), limit: Levels.capacity),
        "The author's key: a level from 1 to 4 for each dimension, or null for not shown."
      ),
      .required("why", prose, "What it does to this person and the plan."),
      .required("heard", prose, "What the listener takes away, unsaid."),
      .optional("when", condition, "Offered only if this holds."),
      .optional("once", .boolean, "Whether it may be said only once."),
      .optional("locked", prose, "What stands greyed in its place while `when` fails."),
      .optional("reaction", .reference("lines"), "What is said right after it."),
      .optional("tells", .reference("deeds"), "Elements it tells."),
      .optional("softens", .reference("deeds"), "Elements it makes smaller than they are."),
      .optional("denies", .reference("deeds"), "Elements it denies."),
      .optional(
        "promises",
        .list(.reference("promise"), count: 1...Limits.promises),
        "Outcomes it guarantees."
      ),
      .optional(
        "repairs",
        .list(errorID, count: 1...64),
        "Errors it names, takes back and sets right."
      ),
      .optional(
        "stops",
        .list(.choice(StopCode.allCases.map(\.rawValue)), count: 1...6),
        "Harms outside the levels that it does."
      ),
      .optional(
        "effects",
        .map(
          key: .identifier,
          .anyOf([.text(.prose), number, .boolean]),
          limit: 200
        ),
        "What it changes in the state.",
        example: "{ \"trust\": \"-1\", \"mood\": \"shaken\" }"
      ),
      .required("next", .reference("ways"), "Where it goes on."),
    ]
  )

  static let way = ObjectShape(
    "a way on",
    [
      .optional("when", condition, "Taken only if this holds; the last way has none."),
      .required("go", id, "The moment it goes to."),
    ]
  )

  static let deed = ObjectShape(
    "an element of a reply",
    [
      .required("element", elementChoice, "Which element."),
      .optional("words", prose, "The exact words of `say` that do it."),
      .optional("to", people, "Who hears it, if not everybody there."),
    ]
  )

  static let promise = ObjectShape(
    "a promise",
    [
      .required(
        "id",
        id,
        "Its id, unique in the scenario and in a case.",
        example: "\"back-in-time\""
      ),
      .required(
        "about",
        .choice(PromiseSubject.allCases.map(\.rawValue)),
        "What it guarantees."
      ),
      .required("words", prose, "The exact words of `say` that make it."),
      .optional("to", people, "Who hears it, if not everybody there."),
    ]
  )

  static let ending = ObjectShape(
    "an ending",
    [
      .required("title", prose, "A few words."),
      .required("text", prose, "What the worker is left with."),
      .required("kind", .choice(EndingKind.allCases.map(\.rawValue)), "Which way it went."),
    ]
  )
}
