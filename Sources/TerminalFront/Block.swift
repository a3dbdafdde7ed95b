/// One thing that is put before a person, by what it is and not by how it looks.
///
/// Every renderer shows every block; how is the renderer's to decide.
public enum Block: Hashable, Sendable {
  /// The name of a scenario, a case or a page.
  case title(String)
  /// The name of a part of a page.
  case section(String)
  /// A sentence of the program's own.
  case text(String)
  /// Something that happens in the room.
  case narration(String)
  /// Something somebody says, and how.
  case speech(name: String, mood: String?, words: String)
  /// What the worker said.
  case you(String)
  /// What a listener takes away, unsaid.
  case heard(name: String, words: String)
  /// What the author says about a reply.
  case why(String)
  /// A nudge.
  case hint(String)
  /// A piece of shown state, in words.
  case shown(String)
  /// The question put to the worker.
  case question(String)
  /// One answer that may be given; a closed one stands greyed.
  case option(key: String, words: String, isOpen: Bool)
  /// One of a list of facts.
  case item(String)
  /// A command to be copied, which is never broken over two lines, and what leads to it.
  case command(lead: String, String)
  /// A pause between things.
  case gap
}

/// What is asked for now, in words that say what may be typed.
public struct Prompt: Hashable, Sendable {
  /// Prompts of one kind ask for the same sort of thing; the whole hint is given once for each.
  public enum Kind: Hashable, Sendable {
    /// One of several things, by number.
    case choice
    /// The way on for typed words.
    case way
    /// Words of one's own.
    case words
    /// A rating.
    case rating
    /// A turn to go back to.
    case turn
    /// Yes or no.
    case yesOrNo
  }

  /// What sort of thing is asked for.
  public let kind: Kind
  /// The whole hint, for the first time.
  public let full: String
  /// The short one, afterwards.
  public let short: String

  /// Creates a prompt.
  public init(_ kind: Kind, full: String, short: String) {
    self.kind = kind
    self.full = full
    self.short = short
  }

  /// Asks for a yes or a no.
  public static let yesOrNo = Prompt(
    .yesOrNo,
    full: "Type yes or no, then Enter.",
    short: "yes or no:"
  )
}

/// What was typed or pressed, before it is known what it means here.
public enum Entry: Hashable, Sendable {
  /// A line of text; an empty one is just Enter.
  case line(String)
  /// Nothing more will come.
  case endOfInput
}
