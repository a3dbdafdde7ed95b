public import ScenarioEngine

/// What came of many plays.
public struct BotReport: Sendable {
  /// Something that came about, of all there is.
  public struct Coverage: Hashable, Sendable {
    /// How many came about.
    public let met: Int
    /// How many there are.
    public let all: Int

    init(met: Int, all: Int) {
      self.met = met
      self.all = all
    }

    init(_ met: [Bool]) { self.init(met: met.count { $0 }, all: met.count) }
  }

  /// A play that is worth looking at.
  public struct Oddity: Hashable, Sendable {
    /// Why.
    public enum Kind: String, CaseIterable, Sendable {
      /// It had not ended after ``Bots/turnLimit`` turns.
      case doesNotEnd = "does not end"
      /// It came out well although a harm was not set right.
      case connectedNotYet = "ends well with a harm that stands"
      /// It came out badly although no turn fell short.
      case brokenThoughSound = "ends badly though every turn was sound"
    }

    /// Why.
    public let kind: Kind
    /// The seed of the play.
    public let seed: UInt64
    let moves: [Int32]

    /// The replies that were said, or whose words were typed.
    public var replies: [ReplyIndex] { moves.map { ReplyIndex($0) } }

    /// The seed and the moves as ``MoveText`` has them, to be played again.
    public func moveText(_ scenario: Scenario) -> String {
      "\(seed)\n" + replies.map { scenario.name(of: $0) + "\n" }.joined()
    }
  }

  /// One dimension over all plays: how many plays came to each level, and how many did not show it.
  public struct Spread: Hashable, Sendable {
    /// The dimension.
    public let id: String
    /// Plays by their median: not shown, then 1 to 4.
    public let medians: [Int]
    /// Plays by their lowest level: not shown, then 1 to 4.
    public let lowests: [Int]

    /// How many plays showed it.
    public var rated: Int { medians.dropFirst().reduce(0, +) }

    /// The median of the medians; absent if no play showed the dimension.
    public var median: Int? {
      guard rated > 0 else { return nil }
      var before = 0
      for level in 1...4 {
        before += medians[level]
        if before > (rated - 1) / 2 { return level }
      }
      return 4
    }
  }

  /// Words that were typed, and another reply than theirs that they were taken for.
  public struct Mishearing: Hashable, Sendable {
    /// The reply whose words they were.
    public let meant: ReplyIndex
    /// The reply they were taken for.
    public let taken: ReplyIndex
    /// How often.
    public let count: Int
  }

  /// How the bot picked its replies.
  public let manner: Bots.Manner
  /// Whether it typed their words instead of choosing them.
  public let isTyping: Bool
  /// The seed that was given.
  public let seed: UInt64
  /// How many plays there were.
  public let plays: Int
  /// How many turns they had in all.
  public let turns: Int
  /// Moments that were come to, in the file's order.
  public let moments: [Bool]
  /// Lines that were said, or could have been drawn.
  public let lines: [Bool]
  /// Whether each condition held and whether it failed; none for a typing bot, which does not see them.
  public let conditions: [(held: Bool, failed: Bool)]
  /// How often each moment was a stop, in the file's order.
  public let stops: [Int]
  /// How often each reply was said, in the file's order.
  public let said: [Int]
  /// How often each ending was come to, by its moment.
  public let endings: [(moment: MomentIndex, count: Int)]
  /// The dimensions.
  public let spreads: [Spread]
  /// The first plays of each odd kind.
  public let oddities: [Oddity]
  /// How many plays of each odd kind there were.
  public let oddCounts: [(kind: Oddity.Kind, count: Int)]
  /// How many turns were typed, how many of them were taken for the reply whose words they were, and
  /// how many for none.
  public let typing: (turns: Int, asMeant: Int, forNone: Int)
  /// Which words were taken for which other reply, most often first.
  public let mishearings: [Mishearing]

  /// What the bot is called.
  public var name: String { isTyping ? "typing" : manner.rawValue }
  /// Replies that were said, of all there are.
  public var repliesMet: Coverage { Coverage(met: said.count { $0 > 0 }, all: said.count) }
  /// Moments that were come to, of all there are.
  public var momentsMet: Coverage { Coverage(moments) }
  /// Lines that were said, of all there are.
  public var linesMet: Coverage { Coverage(lines) }
  /// Conditions that both held and failed, of all there are; absent for a typing bot.
  public var conditionsMet: Coverage? {
    isTyping ? nil : Coverage(conditions.map { $0.held && $0.failed })
  }

  init(
    _ scenario: Scenario,
    _ manner: Bots.Manner,
    seed: UInt64,
    _ tally: BotTally,
    _ trace: Trace
  ) {
    self.manner = manner
    self.seed = seed
    plays = tally.plays
    turns = tally.turns
    stops = tally.stops
    said = tally.replies
    isTyping = tally.isTyping
    let isTyping = isTyping
    moments = trace.entered.indices.map {
      isTyping ? tally.entered[$0] : trace.entered[$0].exists || tally.stops[$0] > 0
    }
    lines = trace.heard.indices.map { tally.heard[$0] || !isTyping && trace.heard[$0].exists }
    conditions =
      isTyping ? [] : zip(trace.held, trace.failed).map { ($0.exists, $1.exists) }
    endings = scenario.momentIndices.filter { scenario.endingKind(at: $0) != nil }
      .map { ($0, tally.endings[$0.place]) }
    spreads = scenario.notes.dimensions.enumerated().map { place, id in
      Spread(
        id: id,
        medians: Array(tally.medians[(place * 5)..<(place * 5 + 5)]),
        lowests: Array(tally.lowests[(place * 5)..<(place * 5 + 5)])
      )
    }
    oddities = tally.oddities
    oddCounts = Oddity.Kind.allCases.compactMap { kind in
      tally.oddCounts[kind].map { (kind, $0) }
    }
    typing = (tally.typed, tally.takenAsMeant, tally.notTaken)
    mishearings = tally.mishearings
  }
}
