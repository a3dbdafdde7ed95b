/// Shows blocks as lines that are only ever added: for pipes, screen readers, transcripts and tests.
///
/// One fact a line, the speaker before the words, no columns, boxes or colour. It knows no terminal; the
/// sink that writes the lines neutralises them.
public enum LineRenderer {
  /// One line, and how far its continuation is set in where lines are wrapped.
  public struct Line: Hashable, Sendable {
    /// The text.
    public let text: String
    /// Columns of hanging indent.
    public let indent: Int
    /// Whether the line may stand out where that is possible.
    public let isStrong: Bool
    /// Whether it is a command, which a line end in its middle would spoil.
    public let isWhole: Bool

    init(_ text: String, indent: Int = 0, isStrong: Bool = false, isWhole: Bool = false) {
      self.text = text
      self.indent = indent
      self.isStrong = isStrong
      self.isWhole = isWhole
    }
  }

  /// The lines of some blocks; a command that would not fit into `width` gets a line of its own.
  public static func lines(_ blocks: [Block], width: Int = .max) -> [Line] {
    blocks.flatMap { block -> [Line] in
      guard case .command(let lead, let command) = block else { return [line(block)] }
      let whole = "\(lead) \(command)"
      return whole.count <= width ? [Line(whole)] : [Line(lead), Line(command, isWhole: true)]
    }
  }

  private static func line(_ block: Block) -> Line {
    switch block {
    case .title(let text): Line(text, isStrong: true)
    case .section(let text): Line("\(text):", isStrong: true)
    case .text(let text): Line(text)
    case .narration(let text): Line(text)
    case .speech(let name, let mood, let words):
      Line("\(name)\(mood.map { " (\($0))" } ?? ""): \(words)", indent: 2)
    case .you(let words): Line("You: \(words)", indent: 2)
    case .heard(let name, let words): Line("\(name) hears: \(words)", indent: 2)
    case .why(let text): Line("Why: \(text)", indent: 2)
    case .hint(let text): Line("Hint: \(text)", indent: 2)
    case .shown(let text): Line("(\(text))")
    case .question(let text): Line(text, isStrong: true)
    case .option(let key, let words, let isOpen):
      Line("\(key). \(isOpen ? "" : "(not now) ")\(words)", indent: 3)
    case .item(let text): Line("- \(text)", indent: 2)
    case .command(let lead, let command): Line("\(lead) \(command)")
    case .gap: Line("")
    }
  }
}
