public import ScenarioEngine

/// What a search says about how a scenario can come out.
public struct Outcomes: Sendable {
  /// An ending, and a shortest way to it.
  public struct Way: Hashable, Sendable {
    /// The ending.
    public let ending: EndingIndex
    /// Its moment.
    public let moment: MomentIndex
    /// The replies of a shortest way.
    public let path: [ReplyIndex]
  }

  /// One dimension over everything that can happen.
  public struct Dimension: Hashable, Sendable {
    /// The id.
    public let id: String
    /// The best that the lowest level of a whole play can be; absent if no play is rated in it.
    public let best: Int?
    /// The worst that it can be.
    public let worst: Int?
    /// Whether a play can end without any turn that shows it.
    public let canStayUnshown: Bool
  }

  /// The endings that can be reached, in the order of the file.
  public let endings: [Way]
  /// The dimensions, in the rubric's order.
  public let dimensions: [Dimension]
  /// The replies of a shortest way to an ending without any error that makes it "not yet".
  public let soundPath: [ReplyIndex]?
  /// The replies of a way to an ending with such an error that was not repaired.
  public let notYetPath: [ReplyIndex]?
  /// Whether every state was searched.
  public let isComplete: Bool
  /// How many states were searched.
  public let stateCount: Int

  /// Works out how a scenario can come out; `critical` holds the dimensions whose level 1 makes a
  /// conversation "not yet".
  public init(_ graph: StateGraph, critical: Set<Int> = [0, 2]) {
    isComplete = graph.isComplete
    stateCount = graph.stateCount
    var first: [Int32: Int] = [:]
    for state in 0..<graph.stateCount {
      guard let ending = graph.ending(of: state), first[ending.raw] == nil else { continue }
      first[ending.raw] = state
    }
    endings = first.sorted { $0.key < $1.key }.map { ending, state in
      Way(
        ending: EndingIndex(ending),
        moment: graph.moment(of: state),
        path: graph.path(to: state)
      )
    }
    dimensions = LowestLevels(graph).dimensions()
    let errors = CriticalErrors(graph, critical: critical)
    soundPath = errors.soundPath()
    notYetPath = errors.notYetPath()
  }
}

/// For each state, which lowest levels a way to it can have had; a few bits for each dimension.
private struct LowestLevels {
  private let graph: StateGraph

  init(_ graph: StateGraph) { self.graph = graph }

  func dimensions() -> [Outcomes.Dimension] {
    let ids = graph.scenario.notes.dimensions
    var result: [Outcomes.Dimension] = []
    // Six dimensions of five bits fit a word of 32.
    for first in stride(from: 0, to: ids.count, by: 6) {
      let places = Array(first..<min(first + 6, ids.count))
      let sets = reachable(places)
      for (place, dimension) in places.enumerated() {
        let bits = (sets >> UInt32(place * 5)) & 0b11111
        let levels = (1...4).filter { bits & (1 << UInt32($0)) != 0 }
        result.append(
          .init(
            id: ids[dimension],
            best: levels.last,
            worst: levels.first,
            canStayUnshown: bits & 1 != 0
          )
        )
      }
    }
    return result
  }

  /// The lowest levels at endings, five bits a dimension: unrated, then 1 to 4.
  private func reachable(_ dimensions: [Int]) -> UInt32 {
    let levels = levelsOfReplies(dimensions)
    var sets = Array(repeating: UInt32(0), count: graph.stateCount)
    let unrated = dimensions.indices.reduce(UInt32(0)) { $0 | 1 << UInt32($1 * 5) }
    for start in 0..<graph.startCount { sets[start] = unrated }
    // Breadth-first order makes most of it settle in one pass; later passes go on from what changed.
    var changed = Array(repeating: true, count: graph.stateCount)
    var isSettled = false
    while !isSettled {
      isSettled = true
      for state in 0..<graph.stateCount where changed[state] {
        changed[state] = false
        let set = sets[state]
        for edge in graph.edges(of: state) {
          let target = graph.targets[edge]
          guard target != StateGraph.beyond else { continue }
          let joined =
            sets[Int(target)]
            | Self.lowered(set, levels[Int(graph.replies[edge])], dimensions.count)
          guard joined != sets[Int(target)] else { continue }
          sets[Int(target)] = joined
          changed[Int(target)] = true
          if Int(target) <= state { isSettled = false }
        }
      }
    }
    var all: UInt32 = 0
    for state in 0..<graph.stateCount where graph.ending(of: state) != nil { all |= sets[state] }
    return all
  }

  /// The levels of each reply, three bits a dimension; 0 is not shown.
  private func levelsOfReplies(_ dimensions: [Int]) -> [UInt32] {
    (0..<graph.scenario.replyCount).map { place in
      let rates = graph.scenario.reply(ReplyIndex(place)).rates
      return dimensions.enumerated().reduce(UInt32(0)) { bits, dimension in
        bits | UInt32(rates[dimension.element] ?? 0) << UInt32(dimension.offset * 3)
      }
    }
  }

  private static func lowered(_ sets: UInt32, _ levels: UInt32, _ count: Int) -> UInt32 {
    guard levels != 0 else { return sets }
    var result: UInt32 = 0
    for place in 0..<count {
      let bits = (sets >> UInt32(place * 5)) & 0b11111
      let level = (levels >> UInt32(place * 3)) & 0b111
      guard level != 0 else {
        result |= bits << UInt32(place * 5)
        continue
      }
      // What was below stays; unrated, equal or above comes down to this level.
      let below = bits & ((1 << level) - 1) & 0b11110
      let lowered = bits & ~below & 0b11111 != 0 ? UInt32(1) << level : 0
      result |= (below | lowered) << UInt32(place * 5)
    }
    return result
  }
}
