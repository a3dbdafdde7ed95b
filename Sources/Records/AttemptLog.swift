/// Everything that is known of one attempt.
public struct AttemptLog: Hashable, Sendable {
  /// The name of the attempt.
  public let attempt: String
  /// What it began with.
  public let beginning: Beginning
  /// Every record that could be read, in the order it was made.
  public let entries: [JournalEntry]
  /// What a person should know about the file.
  public internal(set) var notices: [JournalNotice]
  /// The moves that hold: without those taken back, and up to the first that is missing.
  public private(set) var moves: [MoveRecord] = []
  /// Whether the attempt is practice, compared with nothing.
  public private(set) var isPractice: Bool
  /// Whether typed words may be kept from here on.
  public private(set) var keepsTypedText: Bool
  /// How the conversation came out; nothing while it has not.
  public private(set) var ending: EndingRecord?
  /// How the trainee rated the conversation.
  public private(set) var selfRatings: [SelfRating] = []
  /// The plan the trainee made.
  public private(set) var plan: PlanRecord?
  /// Whether records are missing, so that later moves cannot be played.
  public private(set) var isBroken = false

  /// When the attempt began, in milliseconds since 1970.
  public var began: Int64 { entries.first?.at ?? 0 }
  /// When the last record was made, in milliseconds since 1970.
  public var lastActivity: Int64 { entries.last?.at ?? 0 }

  /// Creates a log; nothing when the records have no beginning.
  init?(attempt: String, reading: JournalReading) {
    guard let first = reading.entries.first, first.sequence == 0,
      case .began(_, let beginning) = first.record
    else { return nil }
    self.attempt = attempt
    self.beginning = beginning
    entries = reading.entries
    notices = reading.notices
    isPractice = beginning.isPractice
    keepsTypedText = beginning.keepsTypedText
    var expected = 1
    for entry in entries.dropFirst() {
      // A record of an unknown kind changes nothing; any other that is missing may have been a move.
      while reading.harmless.contains(expected) { expected += 1 }
      if entry.sequence != expected { isBroken = true }
      expected = entry.sequence + 1
      apply(entry.record)
    }
    if reading.isCutOff(after: expected) { isBroken = true }
  }

  private mutating func apply(_ record: AttemptRecord) {
    switch record {
    case .began: break
    case .moved(let move):
      if !isBroken { moves.append(move) }
    case .undid:
      if !isBroken { _ = moves.popLast() }
      isPractice = true
      ending = nil
    case .markedPractice: isPractice = true
    case .consented(let keeps): keepsTypedText = keeps
    case .rated(let ratings): selfRatings = ratings
    case .ended(let ending): self.ending = ending
    case .planned(let plan): self.plan = plan
    case .left: break
    case .mended(let count):
      moves.removeLast(max(0, moves.count - count))
      isBroken = false
      isPractice = true
      keepsTypedText = false
    }
  }
}

/// One attempt in a list of them.
public struct AttemptSummary: Hashable, Sendable {
  /// The name of the attempt.
  public var attempt: String
  /// What it began with.
  public var beginning: Beginning
  /// When it began, in milliseconds since 1970.
  public var began: Int64
  /// When its last record was made, in milliseconds since 1970.
  public var lastActivity: Int64
  /// How many moves hold.
  public var moves: Int
  /// Whether it is practice.
  public var isPractice: Bool
  /// How it came out; nothing while it has not.
  public var ending: EndingRecord?
  /// The plan the trainee made.
  public var plan: PlanRecord?
  /// Whether something that was recorded could not be read.
  public var isDamaged: Bool

  /// Whether it came to an ending.
  public var isFinished: Bool { ending != nil }

  init(_ log: AttemptLog) {
    attempt = log.attempt
    beginning = log.beginning
    began = log.began
    lastActivity = log.lastActivity
    moves = log.moves.count
    isPractice = log.isPractice
    ending = log.ending
    plan = log.plan
    isDamaged = log.notices.contains(where: \.isDamage)
  }
}
