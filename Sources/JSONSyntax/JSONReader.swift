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
  ///
  /// A file with an error in it is not JSON, even if there is a document to look at.
  public static func read(
    _ file: SourceFile,
    limits: JSONLimits = .standard
  ) -> (document: JSONDocument?, diagnostics: [Diagnostic]) {
    if let refusal = refusal(ofSize: file.bytes.count, path: file.id.path, limits: limits)
      ?? refusal(ofEncoding: file)
    {
      return (nil, [refusal])
    }
    var parser = JSONParser(file, limits: limits, trustsIndentation: false)
    parser.parse(file.bytes.span)
    if parser.hasBracketFaults {
      // Which bracket is missing is best told by the indentation, as a person would. But it only
      // counts where it explains the file with no more mistakes than the brackets alone.
      var second = JSONParser(file, limits: limits, trustsIndentation: true)
      second.parse(file.bytes.span)
      if second.log.count <= parser.log.count { parser = second }
    }
    return (parser.document, parser.log.finished())
  }

  /// Returns the refusal of a file for its size alone, so that it need not be opened; nil if it fits.
  public static func refusal(
    ofSize size: Int,
    path: String,
    limits: JSONLimits = .standard
  ) -> Diagnostic? {
    guard size > limits.bytes else { return nil }
    return Diagnostic(
      .fileTooLarge,
      "this file has \(size) bytes; at most \(limits.bytes) (\(limits.bytes >> 20) MB) are read",
      at: SourceRange(0..<0, in: SourceFile.ID(path: path))
    )
  }

  private static func refusal(ofEncoding file: SourceFile) -> Diagnostic? {
    let bytes = file.bytes
    let start = SourceRange(0..<min(bytes.count, 4), in: file.id)
    let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
    // Without a mark, every other byte of an English UTF-16 file is zero.
    let head = bytes.prefix(4)
    let looksWide =
      bytes.count >= 4 && head.count(where: { $0 == 0 }) >= 2 && head.contains { $0 != 0 }
    if looksWide || marks.contains(where: { bytes.starts(with: $0) }) {
      return Diagnostic(
        .notUTF8,
        "this file is saved as UTF-16 (\"Unicode text\"); save it again as UTF-8",
        at: start
      )
    }
    let isEmpty = bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if isEmpty || bytes == [0xEF, 0xBB, 0xBF] {
      return Diagnostic(.emptyFile, "there is nothing in this file", at: start.beginning)
    }
    return nil
  }
}

extension SourceRange {
  /// The empty range at the beginning.
  var beginning: SourceRange { SourceRange(offsets.lowerBound..<offsets.lowerBound, in: file) }
}
