public import JSONSyntax

/// The one table of keys for case files.
public enum CaseKeys {
  /// The format this program reads.
  public static let format = "rehearse-case/1"

  /// The table of keys.
  public static let table = table(formatIsRequired: true)

  /// The table for a file whose missing or foreign format has been reported already.
  static let tableWithoutFormat = table(formatIsRequired: false)

  private static func table(formatIsRequired: Bool) -> ShapeTable {
    let formatSummary = "Which version of this format the file is written in."
    return ShapeTable(
      root: .object(
        ObjectShape(
          "a case",
          [
            .optional(
              "$schema",
              .text(.proseOrEmpty),
              "Where an editor finds the schema; the program never opens it."
            ),
            formatIsRequired
              ? .required("format", .constant(format), formatSummary)
              : .optional("format", .anything, formatSummary),
            .required("id", .text(.identifier), "The case's own id."),
            .required("title", .text(.prose), "What the menu calls it."),
            .required("summary", .text(.prose), "One or two sentences about it."),
            .required(
              "scenarios",
              .list(.text(.identifier), count: 1...Limits.talks),
              "The ids of its talks, in order."
            ),
            .optional(
              "carry",
              .list(.text(.identifier), count: 0...Limits.carried),
              "State that goes from one talk to the next; the ledger always does.",
              example: "[\"trust\"]"
            ),
          ]
        )
      )
    )
  }
}
