public import SourceText

/// A story in Twee 3 notation as it stands in its file: passages in order, nothing interpreted.
public struct TweeStory: Sendable {
  /// One passage.
  public struct Passage: Hashable, Sendable {
    /// The name, escapes undone.
    public var name: String
    /// The tags, escapes undone.
    public var tags: [String]
    /// The metadata as it was written, if it could be read.
    public var metadata: String?
    /// What stood in the header and could not be read, as it was written.
    public var leftovers: [String]
    /// The text: its bytes in the file, without trailing blank lines.
    public var text: Range<Int>
    /// The name in the file, for findings.
    public var nameRange: SourceRange
  }

  /// What StoryData says.
  public struct Data: Hashable, Sendable {
    /// The story's identity, an upper-case UUID.
    public var ifid: String?
    /// The story format, such as `Harlowe`.
    public var format: String?
    /// The version of the story format.
    public var formatVersion: String?
    /// The name of the passage to start with.
    public var start: String?
  }

  /// The file.
  public let file: SourceFile
  /// The passages, in file order, special ones too.
  public internal(set) var passages: [Passage] = []
  /// What stands before the first passage.
  public internal(set) var prolog: Range<Int> = 0..<0
  /// What StoryData says.
  public internal(set) var data = Data()

  init(file: SourceFile) { self.file = file }

  /// The text of a passage with line ends as `\n` and an escaped header line (`\::`) unescaped.
  public func text(of passage: Passage) -> String {
    var lines: [Substring.UTF8View] = []
    let text = file.text(of: passage.text)
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      var line = line
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      if line.starts(with: "\\::".utf8) { line = line.dropFirst() }
      lines.append(line)
    }
    return lines.map { String(Substring($0)) }.joined(separator: "\n")
  }
}
