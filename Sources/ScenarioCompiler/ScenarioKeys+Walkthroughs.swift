import JSONSyntax
import ScenarioEngine

extension ScenarioKeys {
  static let walkthrough = ObjectShape(
    "a walkthrough",
    [
      .required("name", prose, "What this play shows.", example: "\"owns it and mends it\""),
      .required(
        "moves",
        .list(.anyOf([.text(.path), .object(typedMove)]), count: 1...1_000),
        "What the worker says, in order: `moment/reply`, or typed words.",
        example: "[\"the-clock/straight\", { \"type\": \"The judge looks on June 4.\" }]"
      ),
      .optional("ending", id, "The ending it must come to."),
      .optional(
        "verdict",
        .choice(["not yet", "repaired", "sound"]),
        "The verdict it must come to."
      ),
      .optional(
        "levels",
        .map(key: .identifier, .anyOf([.integer(1...4), .null]), limit: Levels.capacity),
        "The lowest level of each dimension; null where no turn shows it.",
        example: "{ \"honesty\": 3 }"
      ),
      .optional("ledger", .object(keptLedger), "What must be in the ledger at its end."),
    ]
  )

  private static let typedMove = ObjectShape(
    "typed words",
    [.required("type", prose, "The words as they are typed.")]
  )

  private static let keptLedger = ObjectShape(
    "what must be in the ledger",
    [
      .optional(
        "told",
        .map(key: .identifier, .list(elementChoice, count: 1...11), limit: 64),
        "Which elements each person must have been told.",
        example: "{ \"tanya\": [\"dates\"] }"
      ),
      .optional(
        "promised",
        .list(errorID, count: 1...100),
        "Promises that must have been made."
      ),
      .optional(
        "repaired",
        .list(errorID, count: 1...100),
        "Errors that must have been set right with everybody who heard them."
      ),
    ]
  )
}
