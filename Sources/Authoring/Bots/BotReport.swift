public import ScenarioEngine

/// What came of many plays.
public struct BotReport: Sendable {
  /// Something that came about, of all there is.
  public struct Coverage: Hashable, Sendable {
    /// How many came about.
    public let met: Int
    /// How many there are.
    public let all: Int
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

    /// The replies that were said.
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

    /// The median of the medians; absent if no play showed the dimension.
    public var median: Int? {
      let rated = medians.dropFirst().reduce(0, +)
      guard rated > 0 else { return nil }
      var before = 0
      for level in 1...4 {
        before += medians[level]
        if before > (rated - 1) / 2 { return level }
      }
      return 4
    }
  }

  /// How the bot picked its replies.
  public let manner: Bots.Manner
  /// The seed that was given.
  public let seed: UInt64
  /// How many plays there were.
  public let plays: Int
  /// How many turns they had in all.
  public let turns: Int
  /// Moments that were come to.
  public let moments: Coverage
  /// Replies that were said.
  public let replies: Coverage
  /// Lines that were said, or could have been drawn.
  public let lines: Coverage
  /// Conditions that both held and failed; absent for a typing bot, which does not see them.
  public let conditions: Coverage?
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
    let isTyping = tally.typed > 0
    moments = Coverage(
      met: trace.entered.indices.count {
        isTyping ? tally.entered[$0] : trace.entered[$0].exists || tally.stops[$0] > 0
      },
      all: trace.entered.count
    )
    replies = Coverage(met: said.count { $0 > 0 }, all: said.count)
    lines = Coverage(
      met: trace.heard.indices.count { tally.heard[$0] || !isTyping && trace.heard[$0].exists },
      all: trace.heard.count
    )
    conditions =
      isTyping
      ? nil
      : Coverage(
        met: trace.held.indices.count { trace.held[$0].exists && trace.failed[$0].exists },
        all: trace.held.count
      )
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
  }

  /// The heat table as lines of text: each moment with its share of the plays, each reply with its
  /// share of the turns there.
  public func heatLines(_ scenario: Scenario) -> [String] {
    var lines: [String] = []
    for moment in scenario.momentIndices where stops[moment.place] > 0 {
      lines.append(
        "\(Self.percent(stops[moment.place], of: plays))  \(scenario.id(of: moment))"
      )
      for reply in scenario.replies(of: moment).indices {
        let share = Self.percent(said[reply.place], of: stops[moment.place])
        lines.append("  \(share)  \(scenario.id(of: reply))")
      }
    }
    return lines
  }

  static func percent(_ part: Int, of all: Int) -> String {
    let text = all == 0 ? "-" : "\((part * 100 + all / 2) / all)%"
    return String(repeating: " ", count: max(0, 5 - text.count)) + text
  }
}
