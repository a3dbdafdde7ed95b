public import SourceText

/// What the reader of JSON can find wrong.
extension DiagnosticCode {
  static func error(_ name: String, _ summary: String) -> Self { Self(name, .error, summary) }

  /// The file is larger than the limit.
  public static let fileTooLarge = error("file-too-large", "The file is larger than is read.")
  /// There is nothing in the file.
  public static let emptyFile = error("empty-file", "The file is empty.")
  /// The file is UTF-16 or UTF-32.
  public static let notUTF8 = error("not-utf-8", "The file is not saved as UTF-8.")
  /// The file is something else than JSON.
  public static let notJSON = error("not-json", "The file does not begin as JSON does.")
  /// Bytes that are no character in UTF-8.
  public static let badUTF8 = error("bad-utf-8", "Some characters are not saved as UTF-8.")
  /// A byte order mark begins the file.
  public static let byteOrderMark = Self(
    "byte-order-mark",
    .warning,
    "An invisible mark stands before the first character."
  )
  /// Brackets are nested deeper than the limit.
  public static let tooDeep = error("too-deep", "Brackets are nested too deep.")
  /// There are more values than the limit.
  public static let tooManyValues = error("too-many-values", "The file holds too many values.")

  /// A comma is missing between two values.
  public static let missingComma = error("missing-comma", "A comma is missing.")
  /// A comma follows the last value.
  public static let trailingComma = error("trailing-comma", "A comma follows the last value.")
  /// A comma has no value before it.
  public static let extraComma = error("extra-comma", "A comma has no value before it.")
  /// A colon is missing between key and value.
  public static let missingColon = error("missing-colon", "A colon is missing after a key.")
  /// A colon stands where none belongs.
  public static let extraColon = error("extra-colon", "A colon stands where none belongs.")
  /// A key has no value.
  public static let missingValue = error("missing-value", "A key has no value.")
  /// A value has no key.
  public static let missingKey = error("missing-key", "A value in an object has no key.")
  /// A key stands in a list.
  public static let keyInList = error("key-in-list", "A key stands in a list.")
  /// A key has no quotation marks.
  public static let unquotedKey = error("unquoted-key", "A key has no quotation marks.")
  /// A text has no quotation marks.
  public static let unquotedText = error("unquoted-text", "A text has no quotation marks.")
  /// A word such as `True` that JSON writes otherwise.
  public static let unknownWord = error("unknown-word", "JSON writes this word otherwise.")
  /// A number is not written as JSON numbers are.
  public static let badNumber = error("bad-number", "A number is not written as in JSON.")
  /// A number is too large to be kept.
  public static let numberOutOfRange = error("number-out-of-range", "A number is too large.")
  /// A comment.
  public static let comment = error("comment", "JSON has no comments.")
  /// Something that has no place in JSON.
  public static let strayCharacter = error("stray-character", "This has no place here.")
  /// A space that is not one of JSON's.
  public static let oddSpace = error("odd-space", "An unusual space stands between values.")
  /// Something follows the end.
  public static let textAfterEnd = error("text-after-end", "Something follows the last bracket.")

  /// A bracket is never closed.
  public static let unclosed = error("unclosed", "A bracket is never closed.")
  /// A bracket closes nothing.
  public static let extraBracket = error("extra-bracket", "A closing bracket closes nothing.")
  /// A bracket of the wrong kind.
  public static let wrongBracket = error("wrong-bracket", "A bracket is of the wrong kind.")
  /// A quotation mark is missing.
  public static let missingQuote = error("missing-quote", "A quotation mark is missing.")
  /// A quotation mark inside a text.
  public static let innerQuote = error("inner-quote", "A quotation mark stands inside a text.")
  /// Curly quotation marks around keys or texts.
  public static let curlyQuotes = error("curly-quotes", "Quotation marks are curly.")
  /// Single quotation marks around keys or texts.
  public static let singleQuotes = error("single-quotes", "Quotation marks are single.")
  /// A text runs over a line end.
  public static let lineBreakInText = error("line-break-in-text", "A text runs over a line end.")
  /// A control character inside a text.
  public static let controlCharacter = error(
    "control-character",
    "A control character stands inside a text."
  )
  /// A backslash with something that makes no escape.
  public static let badEscape = error("bad-escape", "A backslash begins nothing known.")
  /// Half of a surrogate pair.
  public static let loneSurrogate = error("lone-surrogate", "Half a character is written.")
  /// The character U+0000.
  public static let zeroCharacter = error("zero-character", "A text holds U+0000.")
  /// A key is written twice.
  public static let duplicateKey = error("duplicate-key", "A key is written twice in one object.")
}
