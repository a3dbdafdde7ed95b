/// One thing the worker did, by ids, as records keep it.
public enum Move: Hashable, Sendable {
  /// The worker chose a reply.
  case chose(moment: String, reply: String)
  /// The worker typed words, and the script went on along a reply.
  case typed(moment: String, TypedTurn)

  /// The moment at which it was done.
  public var moment: String {
    switch self {
    case .chose(let moment, _), .typed(let moment, _): moment
    }
  }

  /// The reply that was chosen, or that the script went on along.
  public var reply: String {
    switch self {
    case .chose(_, let reply): reply
    case .typed(_, let turn): turn.takenFor
    }
  }
}

/// Typed words as they were judged when they were said; replay reads this and never judges again.
public struct TypedTurn: Hashable, Sendable {
  /// The words, kept only if the trainee said yes.
  public let text: String?
  /// The reply whose effects, reaction and way on were taken.
  public let takenFor: String
  /// What the words themselves tell, promise or repair.
  public let entries: [LedgerEntry]
  /// The levels that were heard, in the order of the scenario's dimensions.
  public let levels: Levels
  /// The levels that stand if the worker's next turn does not answer after all: a question that is taken
  /// up may be answered one turn later.
  public let held: Levels
  /// Whether these words answer what the turn before took up and left open.
  public let answersEarlier: Bool
  /// Whether the trainee said that a stop or level 1 was not what they meant.
  public let contested: Bool
  /// The findings as they were shown, in the form the scorer writes them.
  public let judgement: String
  /// The digest of the rubric that judged.
  public let rubricDigest: String

  /// Creates a typed turn.
  public init(
    text: String?,
    takenFor: String,
    entries: [LedgerEntry],
    levels: Levels,
    held: Levels = Levels(),
    answersEarlier: Bool = false,
    contested: Bool,
    judgement: String,
    rubricDigest: String
  ) {
    self.text = text
    self.takenFor = takenFor
    self.entries = entries
    self.levels = levels
    self.held = held
    self.answersEarlier = answersEarlier
    self.contested = contested
    self.judgement = judgement
    self.rubricDigest = rubricDigest
  }
}

/// Why recorded moves cannot be played.
public enum ReplayError: Error, Hashable, Sendable {
  /// The scenario has no such moment now.
  case noSuchMoment(move: Int, moment: String)
  /// The moment has no such reply now.
  case noSuchReply(move: Int, moment: String, reply: String)
  /// The conversation comes to another moment now, or to its end.
  case elsewhere(move: Int, recorded: String, now: String)
  /// The reply cannot be said here now.
  case notOffered(move: Int, moment: String, reply: String)

  /// How many moves could be played before this one.
  public var playable: Int {
    switch self {
    case .noSuchMoment(let move, _), .noSuchReply(let move, _, _), .elsewhere(let move, _, _),
      .notOffered(let move, _, _):
      move
    }
  }
}
