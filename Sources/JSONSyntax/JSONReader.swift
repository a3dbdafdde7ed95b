public import SourceText

/// How much a reader takes before it refuses.
public struct JSONLimits: Sendable {
  /// The largest file, in bytes.
  public var bytes: Int = 64 << 20
  /// The deepest nesting of brackets.
  public var depth: Int = 64
  /// The largest number of keys and values.
  public var values: Int = 6_000_000
  /// The largest number of diagnostics before "and N more".
  public var diagnostics: Int = 200

  /// The limits every file of an author meets.
  public static let standard = Self()

  /// Creates the standard limits, to be changed.
  public init() {}
}

/// Reads strict JSON (RFC 8259, UTF-8), reports every mistake, and goes on where it can.
public enum JSONReader {
  /// Reads a file; the document is nil only when nothing in it could be read.
  public static func read(
    _ file: SourceFile,
    limits: JSONLimits = .standard
  ) -> (document: JSONDocument?, diagnostics: [Diagnostic]) {
    (nil, [])
  }

  /// Returns the refusal of a file for its size alone, so that it need not be opened; nil if it fits.
  public static func refusal(
    ofSize size: Int,
    path: String,
    limits: JSONLimits = .standard
  ) -> Diagnostic? {
    nil
  }
}
