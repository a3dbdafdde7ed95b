/// A command that may be given at any prompt of play, as a whole line.
public enum Command: String, CaseIterable, Sendable {
  case help
  case again = "repeat"
  case back
  case whereAmI = "where"
  case hint
  case options
  case save
  case quit

  /// The words that give this command, the one to teach first.
  public var words: [String] {
    switch self {
    case .help: ["help", "?", "h"]
    case .again: ["repeat", "r"]
    case .back: ["back", "<", "b"]
    case .whereAmI: ["where", "w", "where am i"]
    case .hint: ["hint"]
    case .options: ["options", "o"]
    case .save: ["save", "s"]
    case .quit: ["quit", "q", "exit"]
    }
  }

  /// What it does, in a sentence.
  public var summary: String {
    switch self {
    case .help: "shows these words"
    case .again: "says the last part again"
    case .back: "takes your last line back; from then on this attempt counts as practice"
    case .whereAmI: "says where you are and whom you are talking with"
    case .hint: "gives a nudge, never the answer"
    case .options: "shows the lines there are to choose from"
    case .save: "leaves; go on later with: rehearse resume"
    case .quit: "the same as save"
    }
  }

  /// The command that a whole line gives, if it gives one.
  public init?(line: String) {
    let lowered = line.trimmed.lowercased()
    guard let command = Self.allCases.first(where: { $0.words.contains(lowered) }) else {
      return nil
    }
    self = command
  }
}

extension String {
  /// The text without spaces at either end.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
