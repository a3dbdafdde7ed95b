/// A half-open range of UTF-8 offsets in one file.
public struct SourceRange: Hashable, Sendable {
  /// The file the offsets count in.
  public var file: SourceFile.ID
  /// The bytes.
  public var offsets: Range<Int>

  /// Creates a range.
  public init(_ offsets: Range<Int>, in file: SourceFile.ID) {
    self.file = file
    self.offsets = offsets
  }
}

/// A replacement of some bytes by new text.
public struct SourceEdit: Hashable, Sendable {
  /// The bytes to replace.
  public var range: SourceRange
  /// What replaces them.
  public var replacement: String

  /// Creates an edit.
  public init(replacing range: SourceRange, with replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}
