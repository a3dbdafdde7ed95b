/// One word or number of what was typed.
public struct Token: Hashable, Sendable {
  /// What stands before a token.
  public enum Boundary: UInt8, Comparable, Sendable {
    /// Only a space, or nothing.
    case none
    /// A comma.
    case comma
    /// A dash, a colon, a semicolon, a bracket or a quotation mark.
    case clause
    /// The end of a sentence, or the beginning of the text.
    case sentence

    /// Orders boundaries from weak to strong.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// The word, folded, in full (`can't` is two tokens, `can` and `not`).
  public var key: WordKey
  /// The bytes of what was typed; parts of one contraction share them.
  public let range: Range<Int>
  /// Where the folded letters are in the utterance's own copy; empty where a contraction was opened.
  public let letters: Range<Int>
  /// What stands before it.
  public let boundary: Boundary
  /// Which sentence it belongs to.
  public let sentence: Int
  /// Whether it is a number.
  public let isNumber: Bool
  /// Whether it stands inside quotation marks.
  public internal(set) var isQuoted: Bool
  /// Whether it was typed with a capital letter.
  public let isCapitalised: Bool
  /// Whether a word, as a reader counts words, begins here.
  public let startsWord: Bool
}

/// A sentence of what was typed.
public struct Sentence: Hashable, Sendable {
  /// Its tokens.
  public let tokens: Range<Int>
  /// Its bytes, without the space around it.
  public let range: Range<Int>
  /// How many words a reader counts in it.
  public let words: Int
  /// Whether it ends with a question mark.
  public let isQuestion: Bool
}
