import ScenarioEngine

/// The size of a scenario, and how long it takes.
public struct ScenarioStatistics: Hashable, Sendable {
  /// How many words a minute are read.
  public static let wordsPerMinute = 200

  /// How many moments there are.
  public let moments: Int
  /// How many of them are endings.
  public let endings: Int
  /// How many replies there are.
  public let replies: Int
  /// How many words the script has: lines, replies and reactions.
  public let words: Int
  /// The fewest decisions on a way to an ending.
  public let fewestDecisions: Int?
  /// The most decisions on a way to an ending; absent where one can go round.
  public let mostDecisions: Int?
  /// The words that one reads on a way: its lines, and every reply that is offered on it; the least
  /// and the most over the shortest ways to the endings.
  public let wordsOnAWay: ClosedRange<Int>?
  /// How many states there are.
  public let states: Int
  /// Whether every state was searched.
  public let isComplete: Bool

  /// The minutes to read a way to an ending, without the time to think and talk.
  public var minutes: ClosedRange<Double>? {
    wordsOnAWay.map {
      Double($0.lowerBound) / Double(Self.wordsPerMinute)...Double($0.upperBound)
        / Double(Self.wordsPerMinute)
    }
  }

  init(_ scenario: Scenario, _ graph: StateGraph) {
    let state = graph.stepper.origin.state
    let counter = WordCounter(scenario, state)
    moments = scenario.momentCount
    replies = scenario.replyCount
    endings = scenario.momentIndices.count { graph.stepper.ending(at: $0) != nil }
    words = counter.all
    states = graph.stateCount
    isComplete = graph.isComplete
    let ends = (0..<graph.stateCount).filter { graph.ending(of: $0) != nil }
    fewestDecisions = ends.map { graph.path(to: $0).count }.min()
    mostDecisions = graph.isComplete ? Self.longest(graph) : nil
    let ways = Outcomes(graph).endings.map { counter.words(along: $0.path) }
    wordsOnAWay = ways.min().flatMap { least in ways.max().map { least...$0 } }
  }

  /// The longest way, if there is no way round.
  private static func longest(_ graph: StateGraph) -> Int? {
    var incoming = Array(repeating: 0, count: graph.stateCount)
    for target in graph.targets where target != StateGraph.beyond { incoming[Int(target)] += 1 }
    var queue = (0..<graph.stateCount).filter { incoming[$0] == 0 }
    var depth = Array(repeating: 0, count: graph.stateCount)
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      for edge in graph.edges(of: state) where graph.targets[edge] != StateGraph.beyond {
        let target = Int(graph.targets[edge])
        depth[target] = max(depth[target], depth[state] + 1)
        incoming[target] -= 1
        if incoming[target] == 0 { queue.append(target) }
      }
    }
    return queue.count == graph.stateCount ? depth.max() : nil
  }
}

/// Counts words as a reader meets them.
private struct WordCounter {
  let scenario: Scenario
  let lineWords: [Int]
  let replyWords: [Int]

  init(_ scenario: Scenario, _ state: State) {
    func count(_ template: Template) -> Int {
      scenario.text(template, in: state).split(whereSeparator: \.isWhitespace).count
    }
    self.scenario = scenario
    lineWords = scenario.tables.lines.map { count($0.text) }
    replyWords = scenario.tables.replies.map { count($0.say) }
  }

  var all: Int { lineWords.reduce(0, +) + replyWords.reduce(0, +) }

  func words(along path: [ReplyIndex]) -> Int {
    var conversation = Conversation(scenario, seed: 0)
    var sum = here(conversation)
    for reply in path where conversation.isOffered(reply) {
      conversation.choose(reply)
      sum += here(conversation)
    }
    return sum
  }

  private func here(_ conversation: Conversation) -> Int {
    conversation.spoken.reduce(0) { $0 + lineWords[$1.line.place] }
      + conversation.offers.reduce(0) { $0 + replyWords[$1.reply.place] }
  }
}
