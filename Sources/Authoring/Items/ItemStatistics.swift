public import ScenarioEngine

/// How the moments of a scenario did in real plays, looked at like the items of a test.
///
/// Experimental.
/// The measures and their thresholds are those of DialogueTrainer's analysis of plays: difficulty is
/// the share of right picks; discrimination is the share of right picks in the best quarter of plays
/// less that in the worst quarter.
public struct ItemStatistics: Sendable {
  /// One real play, as far as it was chosen: moments and replies by id.
  public struct Play: Hashable, Sendable {
    /// One choice.
    public struct Choice: Hashable, Sendable {
      /// The moment.
      public let moment: String
      /// The reply that was chosen, or that typed words went on along.
      public let reply: String
      /// Whether it was said in one's own words, and so picks no reply.
      public let isTyped: Bool

      /// Creates a choice.
      public init(moment: String, reply: String, isTyped: Bool = false) {
        self.moment = moment
        self.reply = reply
        self.isTyped = isTyped
      }
    }

    /// The choices, in order.
    public let choices: [Choice]

    /// Creates a play.
    public init(_ choices: [Choice]) { self.choices = choices }
  }

  /// What the thresholds say.
  public enum Discrimination: String, Sendable {
    /// Above 0.3.
    case good
    /// From 0.2 to 0.3.
    case fair
    /// Below 0.2.
    case revise
    /// Above what the number of replies lets it be by more than chance.
    case tooHigh = "too high"
  }

  /// One moment.
  public struct Item: Sendable {
    /// The moment.
    public let moment: MomentIndex
    /// How many plays came to it.
    public let reached: Int
    /// How often each of its replies was chosen, in the author's order.
    public let taken: [(reply: ReplyIndex, count: Int)]
    /// How often something was said in one's own words instead.
    public let ownWords: Int
    /// The replies with the best levels; all of them where none is better than another.
    public let best: [ReplyIndex]
    /// The share of picks that were right; absent where no reply is the best.
    public let difficulty: Double?
    /// How much better the best quarter of plays did here than the worst.
    public let discrimination: Double?
    /// What the thresholds say of it.
    public let judgement: Discrimination?
  }

  /// The fewest plays that say anything.
  public static let fewestPlays = 4
  /// Said wherever these are shown.
  public static let caution =
    "Experimental: a few plays say little, and these say nothing about any person."

  /// How many plays could be read against this scenario.
  public let playCount: Int
  /// The moments with replies that were come to, in the file's order; none under ``fewestPlays``.
  public let items: [Item]

  /// Works out the statistics; choices that the scenario no longer has are passed over.
  public init(_ scenario: Scenario, _ plays: [Play]) {
    let readings = plays.map { Reading($0, scenario) }.filter { !$0.turns.isEmpty }
    playCount = readings.count
    guard readings.count >= Self.fewestPlays else {
      items = []
      return
    }
    // Equal scores keep the order of play, so the quarters never depend on the sort.
    let order = readings.indices.sorted {
      (readings[$0].score, $0) < (readings[$1].score, $1)
    }
    let quarter = max(1, readings.count / 4)
    let worst = order.prefix(quarter).map { readings[$0] }
    let best = order.suffix(quarter).map { readings[$0] }
    items = scenario.momentIndices.compactMap { moment in
      Self.item(moment, scenario, readings, best: best, worst: worst)
    }
  }

  private static func item(
    _ moment: MomentIndex,
    _ scenario: Scenario,
    _ readings: [Reading],
    best: [Reading],
    worst: [Reading]
  ) -> Item? {
    let replies = scenario.replies(of: moment).indices
    let reached = readings.count { $0.turns.contains { $0.moment == moment } }
    guard !replies.isEmpty, reached > 0 else { return nil }
    let picks = readings.flatMap(\.picks).filter { $0.moment == moment }
    let typed = readings.flatMap(\.turns).count { $0.moment == moment && $0.isTyped }
    let right = Reading.best(at: moment, scenario)
    let hasRight = right.count < replies.count
    let difficulty = hasRight ? share(picks) : nil
    let top = share(best.flatMap(\.picks).filter { $0.moment == moment })
    let bottom = share(worst.flatMap(\.picks).filter { $0.moment == moment })
    let discrimination = top.flatMap { top in bottom.map { top - $0 } }
    return Item(
      moment: moment,
      reached: reached,
      taken: replies.map { reply in (reply, picks.count { $0.reply == reply }) },
      ownWords: typed,
      best: right,
      difficulty: difficulty,
      discrimination: hasRight ? discrimination : nil,
      judgement: hasRight ? discrimination.map { judge($0, options: replies.count) } : nil
    )
  }

  private static func share(_ picks: [Reading.Pick]) -> Double? {
    picks.isEmpty ? nil : Double(picks.count(where: \.isRight)) / Double(picks.count)
  }

  static func judge(_ discrimination: Double, options: Int) -> Discrimination {
    if options > 1, discrimination > 1 - 1 / Double(options) { return .tooHigh }
    if discrimination > 0.3 { return .good }
    return discrimination >= 0.2 ? .fair : .revise
  }

  /// A play read against the scenario.
  private struct Reading {
    struct Pick {
      let moment: MomentIndex
      let reply: ReplyIndex
      let isRight: Bool
      let isTyped: Bool
    }

    let turns: [Pick]
    /// The share of right picks.
    let score: Double

    var picks: [Pick] { turns.filter { !$0.isTyped } }

    init(_ play: Play, _ scenario: Scenario) {
      turns = play.choices.compactMap { choice in
        guard let moment = scenario.moment(choice.moment),
          let reply = scenario.reply(choice.reply, at: moment)
        else { return nil }
        let isRight = Self.best(at: moment, scenario).contains(reply)
        return Pick(moment: moment, reply: reply, isRight: isRight, isTyped: choice.isTyped)
      }
      let picks = turns.filter { !$0.isTyped }
      score =
        picks.isEmpty ? 0 : Double(picks.count(where: \.isRight)) / Double(picks.count)
    }

    /// The replies with the best levels of a moment.
    static func best(at moment: MomentIndex, _ scenario: Scenario) -> [ReplyIndex] {
      func strength(_ reply: ReplyIndex) -> (Int, Int) {
        let rates = scenario.reply(reply).rates
        let rated = scenario.notes.dimensions.indices.compactMap { rates[$0] }
        return (rated.min() ?? 0, rated.reduce(0, +))
      }
      let replies = scenario.replies(of: moment).indices
      guard let best = replies.map(strength).max(by: { $0 < $1 }) else { return [] }
      return replies.filter { strength($0) == best }
    }
  }
}
