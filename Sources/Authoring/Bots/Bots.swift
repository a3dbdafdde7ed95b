public import ScenarioEngine
import Scoring

/// Plays a scenario many times in one manner, and keeps count.
public enum Bots {
  /// How a bot picks its replies.
  public enum Manner: String, CaseIterable, Sendable {
    /// Any reply that is open, each as likely.
    case random
    /// The reply with the best levels.
    case best
    /// The reply with the worst levels.
    case worst
    /// The reply that raises trust most.
    case trust
  }

  /// The most turns of one play; a play that goes on is odd.
  public static let turnLimit = 500

  /// Plays `runs` times; the same seed gives the same plays.
  public static func run(
    _ scenario: Scenario,
    _ manner: Manner,
    runs: Int,
    seed: UInt64,
    critical: Set<Int> = [0, 2]
  ) -> BotReport {
    var bot = Bot(scenario, manner, critical: critical)
    for run in 0..<max(0, runs) { bot.play(seed: playSeed(seed, run)) }
    return bot.report(seed: seed)
  }

  /// Types replies' own words instead of choosing them.
  ///
  /// The typist says which reply words are taken for; how often that is the reply whose words they
  /// are is a measure of how well a script can be typed.
  public static func type(
    _ scenario: Scenario,
    runs: Int,
    seed: UInt64,
    critical: Set<Int> = [0, 2],
    typist: Walkthrough.Typist
  ) -> BotReport {
    var bot = Bot(scenario, .random, critical: critical, isTyping: true)
    for run in 0..<max(0, runs) { bot.type(seed: playSeed(seed, run), typist) }
    return bot.report(seed: seed)
  }

  /// The seed of one play; `rehearse play --seed` takes it.
  static func playSeed(_ seed: UInt64, _ run: Int) -> UInt64 {
    Chance.draw(seed: seed, moment: 0, visit: UInt64(run + 1), place: 0)
  }
}

/// One bot at work.
struct Bot {
  private let scenario: Scenario
  private let manner: Bots.Manner
  private let origin: Stepper.Node
  private var stepper: Stepper
  /// How much a reply is worth in this manner; the greatest is picked.
  private let worth: [Int32]
  /// What each reply makes and mends that stands outside the levels.
  private let errs: [Bool]
  private let mends: [[Int32]]
  private let levels: [Levels]
  private let dimensions: Int
  private let critical: Set<Int>
  private var open: [ReplyIndex] = []
  private var moves: [Int32] = []
  /// The replies whose words were typed; they may have been taken for others.
  private var meant: [Int32] = []
  private var counts: [Int32] = []
  private var tally: BotTally

  init(
    _ scenario: Scenario,
    _ manner: Bots.Manner,
    critical: Set<Int>,
    isTyping: Bool = false
  ) {
    self.scenario = scenario
    self.manner = manner
    self.critical = critical
    stepper = Stepper(scenario, merging: false)
    origin = stepper.begin(from: stepper.origin)
    dimensions = scenario.notes.dimensions.count
    levels = scenario.tables.replies.map(\.rates)
    worth = Self.worth(scenario, manner)
    errs = scenario.replyIndices.map { scenario.errs($0, critical: critical) }
    var mends: [[Int32]] = Array(repeating: [], count: scenario.replyCount)
    for (error, repairs) in scenario.repairsByError() {
      for repair in repairs { mends[repair.place].append(error.raw) }
    }
    self.mends = mends
    tally = BotTally(scenario, isTyping: isTyping)
    counts = Array(repeating: 0, count: dimensions * 5)
  }

  private static func worth(_ scenario: Scenario, _ manner: Bots.Manner) -> [Int32] {
    scenario.tables.replies.map { reply in
      let rated = scenario.notes.dimensions.indices.compactMap { reply.rates[$0] }
      let strength = Int32((rated.min() ?? 2) * 100 + rated.reduce(0, +))
      switch manner {
      case .random: return 0
      case .best: return strength
      case .worst: return -strength
      case .trust:
        return reply.effects.places.reduce(0) { sum, place in
          guard case .add(let slot, let amount) = scenario.tables.effects[place],
            scenario.slots[slot.place].name.hasSuffix("trust")
          else { return sum }
          return sum + amount
        }
      }
    }
  }

  // MARK: Choosing

  mutating func play(seed: UInt64) {
    start()
    var node = origin
    var turn: UInt64 = 0
    while true {
      tally.stops[node.state.moment.place] += 1
      stepper.listen(at: node)
      stepper.open(at: node, into: &open)
      guard !open.isEmpty, moves.count < Bots.turnLimit else { break }
      turn += 1
      let reply = pick(Chance.draw(seed: seed, moment: 1, visit: turn, place: 1))
      note(reply.place)
      stepper.go(reply, from: &node)
    }
    end(at: node.state.moment, seed: seed)
  }

  private func pick(_ bits: UInt64) -> ReplyIndex {
    guard manner != .random else { return open[Chance.index(bits, below: open.count)] }
    var best = Int32.min
    var count = 0
    for reply in open {
      if worth[reply.place] > best {
        best = worth[reply.place]
        count = 0
      }
      if worth[reply.place] == best { count += 1 }
    }
    var skip = Chance.index(bits, below: count)
    for reply in open where worth[reply.place] == best {
      if skip == 0 { return reply }
      skip -= 1
    }
    return open[0]
  }

  // MARK: Typing

  mutating func type(seed: UInt64, _ typist: Walkthrough.Typist) {
    start()
    var conversation = Conversation(scenario, seed: seed)
    var turn: UInt64 = 0
    while true {
      tally.stops[conversation.state.moment.place] += 1
      for spoken in conversation.spoken { tally.heard[spoken.line.place] = true }
      open = conversation.offers.filter(\.isOpen).map(\.reply)
      for reply in open { tally.opened[reply.place] = true }
      guard !open.isEmpty, moves.count < Bots.turnLimit else { break }
      turn += 1
      let meant = pick(Chance.draw(seed: seed, moment: 1, visit: turn, place: 1))
      let words = scenario.text(scenario.reply(meant).say, in: conversation.state)
      tally.typed += 1
      self.meant.append(meant.raw)
      if let (reply, heard) = typist(conversation, words), conversation.isOffered(reply) {
        tally.take(reply, for: meant)
        note(reply.place)
        conversation.type(heard, along: reply)
      } else {
        tally.notTaken += 1
        note(meant.place)
        conversation.choose(meant)
      }
    }
    for moment in conversation.path { tally.entered[moment.place] = true }
    end(conversation)
  }

  // MARK: Counting

  private mutating func start() {
    moves.removeAll(keepingCapacity: true)
    meant.removeAll(keepingCapacity: true)
    for place in counts.indices { counts[place] = 0 }
  }

  private mutating func note(_ reply: Int) {
    tally.replies[reply] += 1
    moves.append(Int32(reply))
    for dimension in 0..<dimensions { counts[dimension * 5 + (levels[reply][dimension] ?? 0)] += 1 }
  }

  private mutating func end(at moment: MomentIndex, seed: UInt64) {
    tally.plays += 1
    tally.turns += moves.count
    for dimension in 0..<dimensions {
      let counts = self.counts[(dimension * 5)..<(dimension * 5 + 5)]
      let rated = Int(counts.dropFirst().reduce(0, +))
      var median = 0
      var lowest = 0
      // The lower of two middles.
      var before = 0
      for level in 1...4 {
        let count = Int(counts[dimension * 5 + level])
        if count > 0, lowest == 0 { lowest = level }
        if rated > 0, median == 0, before + count > (rated - 1) / 2 { median = level }
        before += count
      }
      tally.rate(dimension, median: median, lowest: lowest)
    }
    judge(scenario.endingKind(at: moment), at: moment, seed: seed) { bot in
      (bot.hasStandingError(), bot.isFaultless())
    }
  }

  /// What typed words came to is what the scorer heard in them.
  private mutating func end(_ conversation: Conversation) {
    tally.plays += 1
    tally.turns += moves.count
    let result = ConversationResult(of: conversation, critical: critical)
    for (place, dimension) in result.dimensions.enumerated() {
      tally.rate(place, median: dimension.median ?? 0, lowest: dimension.lowest ?? 0)
    }
    let moment = conversation.state.moment
    judge(scenario.endingKind(at: moment), at: moment, seed: conversation.seed) { bot in
      let isFaultless = result.dimensions.allSatisfy { ($0.lowest ?? 3) >= 3 }
      return (result.verdict == .notYet, isFaultless && !bot.moves.isEmpty)
    }
  }

  private mutating func judge(
    _ kind: EndingKind?,
    at moment: MomentIndex,
    seed: UInt64,
    by result: (Bot) -> (errs: Bool, isFaultless: Bool)
  ) {
    let said = tally.isTyping ? meant : moves
    guard let kind else {
      return tally.keep(.init(kind: .doesNotEnd, seed: seed, moves: said))
    }
    tally.endings[moment.place] += 1
    switch kind {
    case .connected where result(self).errs:
      tally.keep(.init(kind: .connectedNotYet, seed: seed, moves: said))
    case .broken where result(self).isFaultless:
      tally.keep(.init(kind: .brokenThoughSound, seed: seed, moves: said))
    case .connected, .broken, .mixed: break
    }
  }

  /// Whether an error was made and nothing that mends it was said after it.
  private func hasStandingError() -> Bool {
    for place in moves.indices where errs[Int(moves[place])] {
      if !moves[(place + 1)...].contains(where: { mends[Int($0)].contains(moves[place]) }) {
        return true
      }
    }
    return false
  }

  private func isFaultless() -> Bool {
    for dimension in 0..<dimensions {
      if counts[dimension * 5 + 1] + counts[dimension * 5 + 2] > 0 { return false }
    }
    return !moves.isEmpty
  }

  func report(seed: UInt64) -> BotReport {
    BotReport(scenario, manner, seed: seed, tally, stepper.trace)
  }
}

/// The counts of one bot.
struct BotTally {
  var plays = 0
  var turns = 0
  var stops: [Int]
  var replies: [Int]
  var endings: [Int]
  var medians: [Int]
  var lowests: [Int]
  var heard: [Bool]
  var opened: [Bool]
  var entered: [Bool]
  var typed = 0
  var takenAsMeant = 0
  var notTaken = 0
  /// Whether words are typed; then what was taken for what, by both replies.
  let isTyping: Bool
  private var misheard: [SIMD2<Int32>: Int] = [:]
  private(set) var oddities: [BotReport.Oddity] = []
  private(set) var oddCounts: [BotReport.Oddity.Kind: Int] = [:]

  init(_ scenario: Scenario, isTyping: Bool) {
    self.isTyping = isTyping
    stops = Array(repeating: 0, count: scenario.momentCount)
    endings = stops
    entered = stops.map { _ in false }
    replies = Array(repeating: 0, count: scenario.replyCount)
    opened = replies.map { _ in false }
    heard = Array(repeating: false, count: scenario.tables.lines.count)
    medians = Array(repeating: 0, count: scenario.notes.dimensions.count * 5)
    lowests = medians
  }

  mutating func take(_ reply: ReplyIndex, for meant: ReplyIndex) {
    if reply == meant {
      takenAsMeant += 1
    } else {
      misheard[SIMD2(meant.raw, reply.raw), default: 0] += 1
    }
  }

  mutating func rate(_ dimension: Int, median: Int, lowest: Int) {
    medians[dimension * 5 + median] += 1
    lowests[dimension * 5 + lowest] += 1
  }

  var mishearings: [BotReport.Mishearing] {
    misheard.map { pair, count in
      .init(meant: ReplyIndex(pair.x), taken: ReplyIndex(pair.y), count: count)
    }
    .sorted { ($1.count, $0.meant.raw, $0.taken.raw) < ($0.count, $1.meant.raw, $1.taken.raw) }
  }

  /// Keeps the first few of each kind.
  mutating func keep(_ oddity: BotReport.Oddity) {
    oddCounts[oddity.kind, default: 0] += 1
    if oddCounts[oddity.kind, default: 0] <= 3 { oddities.append(oddity) }
  }
}
