public import SourceText

/// What can be wrong with the keys and values of a document.
extension DiagnosticCode {
  /// A key that an object does not have.
  public static let unknownKey = error("unknown-key", "There is no such key here.")
  /// A key that an object needs.
  public static let missingKeys = error("missing-keys", "A key that is needed is missing.")
  /// A value of another kind than expected.
  public static let wrongKind = error("wrong-kind", "The value is of another kind than expected.")
  /// A number that is not whole.
  public static let notWhole = error("not-whole", "A whole number is expected.")
  /// A number outside its limits.
  public static let outOfRange = error("out-of-range", "The number is too small or too large.")
  /// A text that is no id.
  public static let badIdentifier = error("bad-id", "An id is a-z, 0-9 and hyphens, at most 64.")
  /// A text that is none of the words allowed.
  public static let unknownChoice = error("unknown-choice", "The text is not one of those known.")
  /// A text without words.
  public static let emptyText = error("empty-text", "The text is empty.")
  /// A text over its limit.
  public static let textTooLong = error("text-too-long", "The text is too long.")
  /// A list or map with too few entries.
  public static let tooFew = error("too-few", "There are too few entries.")
  /// A list or map with too many entries.
  public static let tooMany = error("too-many", "There are too many entries.")
  /// Keys of which one must be chosen.
  public static let oneOf = error("one-of", "Exactly one of these keys is needed.")
}
