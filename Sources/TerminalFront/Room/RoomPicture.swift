/// What the room may see now.
///
/// Two of the three kinds have no place for a number or a level: what is not in the type cannot leak.
public enum RoomPicture: Hashable, Sendable {
  /// Words and letters only.
  case page(RoomPage)
  /// How the room voted, once it is shown.
  case tally(RoomTally)
  /// What one line does, once the key is shown.
  case reveal(RoomReveal)

  /// The word in the strip.
  public var label: String {
    switch self {
    case .page(let page): page.label
    case .tally(let tally): tally.label
    case .reveal(let reveal): reveal.label
    }
  }

  /// One line at the foot of the picture; empty for none.
  public var foot: String {
    switch self {
    case .page(let page): page.foot
    case .tally(let tally): tally.foot
    case .reveal(let reveal): reveal.foot
    }
  }
}

/// One thing on a page.
public enum RoomPiece: Hashable, Sendable {
  /// A question or a heading.
  case heading(String)
  /// A sentence.
  case text(String)
  /// Something that happens.
  case narration(String)
  /// Something somebody says.
  case speech(name: String, mood: String?, words: String)
  /// One of several things.
  case item(String)
  /// A line on the ballot, and whether somebody has entered its count.
  case choice(letter: String, words: String, isNoted: Bool)
  /// What stands in the place of a line that may not be said now.
  case closed(String)
}

/// Words and letters.
public struct RoomPage: Hashable, Sendable {
  /// The word in the strip.
  public var label: String
  /// What stands above on every screen of the page.
  public var head: [RoomPiece] = []
  /// The rest.
  public var pieces: [RoomPiece] = []
  /// One line below.
  public var foot = ""
  /// The piece under the cursor.
  public var focus: Int?
}

/// How the room voted.
public struct RoomTally: Hashable, Sendable {
  /// One choice.
  public struct Row: Hashable, Sendable {
    /// The letter.
    public let letter: String
    /// The first count.
    public let before: Int?
    /// The second.
    public let after: Int?
  }

  /// The word in the strip.
  public var label: String
  /// The choices.
  public var rows: [Row]
  /// Whether each vote was taken.
  public var votes: (first: Bool, second: Bool) {
    (rows.contains { $0.before != nil }, rows.contains { $0.after != nil })
  }
  /// One line below.
  public var foot: String
  /// The row under the cursor.
  public var focus: Int?

  /// The part of a hundred that a count is of the whole vote.
  public func percent(_ count: Int, of vote: RoomVote) -> Int {
    let total = rows.reduce(0) { $0 + ((vote == .first ? $1.before : $1.after) ?? 0) }
    return total == 0 ? 0 : (count * 200 + total) / (total * 2)
  }
}

/// What one line does.
public struct RoomReveal: Hashable, Sendable {
  /// The word in the strip.
  public var label: String
  /// The letter.
  public var letter: String
  /// The words that were said.
  public var words: String
  /// What the other person says to it.
  public var reaction: [RoomPiece]
  /// Who hears it.
  public var listener: String
  /// What they take away, unsaid.
  public var heard: String
  /// The author's why.
  public var why: String
  /// The levels, in words.
  public var levels: [String]
  /// One line below.
  public var foot: String
}
