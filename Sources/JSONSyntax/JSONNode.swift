/// The names for what stands in a JSON document.
public enum JSONNode {
  /// The identity of one value within its document.
  public struct ID: Hashable, Sendable {
    @usableFromInline let index: Int

    @inlinable init(index: Int) { self.index = index }
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
