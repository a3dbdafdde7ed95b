/// The names for what stands in a JSON document.
public enum JSONNode {
  /// The identity of one value within its document.
  public struct ID: Hashable, Sendable {
    let index: Int
  }

  /// What a value is.
  public enum Kind: UInt8, Sendable {
    case object, array, string, number, boolean, null
    /// Something stood here that could not be read; it has been reported already.
    case unreadable
  }

  /// A key and its value.
  public struct Member: Sendable {
    /// The key, a string.
    public let key: ID
    /// The value.
    public let value: ID
  }

  /// A number read as a whole number.
  public enum WholeNumber: Hashable, Sendable {
    /// The exact value.
    case value(Int)
    /// A number written with a point or an exponent, such as `3.0` or `1e2`.
    case notWhole
    /// A whole number that does not fit 64 bits.
    case tooLarge
    /// Not a number at all.
    case notANumber
  }
}

/// One entry of the flat tree: a value, or a key, which is followed by its value.
struct NodeRecord {
  struct Flags: OptionSet {
    var rawValue: UInt8

    /// A string that must be decoded: it has escapes or bad UTF-8.
    static let escaped = Self(rawValue: 1)
    /// A key that is not shown as a member: the second of two, or made up to repair the tree.
    static let hidden = Self(rawValue: 2)
    /// An object or array from which something may be missing.
    static let damaged = Self(rawValue: 4)
    /// The boolean `true`.
    static let isTrue = Self(rawValue: 8)
    /// A number with a point or an exponent.
    static let fractional = Self(rawValue: 16)
    /// A value that was guessed from something badly written and reported.
    static let guessed = Self(rawValue: 32)
    /// A string with characters beyond ASCII.
    static let wide = Self(rawValue: 64)
  }

  var start: UInt32
  var end: UInt32
  /// The entry after this value and all it holds.
  var next: UInt32
  /// Members or elements; for a string the lengths of what stands before and after its text.
  var extra: UInt32
  var kind: JSONNode.Kind
  var flags: Flags

  /// Where the text of a string stands, without its quotation marks.
  var content: Range<Int> {
    let from = Int(start) + Int(extra & 0xFF)
    return from..<max(from, Int(end) - Int(extra >> 8))
  }
}
