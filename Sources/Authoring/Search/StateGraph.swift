public import ScenarioEngine

/// Everything that can happen in a scenario, as far as it was searched: states, and what leads where.
///
/// States are numbered in the order they were found, so the first way found to a state is a shortest
/// one. The arrays are flat, because there may be a million states.
public struct StateGraph: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Whether every state was found and looked at.
  public internal(set) var isComplete = true
  /// What was met, and where first.
  package internal(set) var trace: Trace
  /// How many words a packed state takes.
  let width: Int
  /// The packed states.
  var words: [UInt64] = []
  /// The state before each one on a shortest way; -1 for a start.
  var parents: [Int32] = []
  /// The reply that led from there.
  var parentReplies: [Int32] = []
  /// For each state its first edge; one more at the end.
  var firstEdges: [UInt32] = [0]
  /// Where each edge leads; `beyond` when that was not kept.
  var targets: [UInt32] = []
  /// The reply along each edge.
  var replies: [Int32] = []
  /// The states the search began with.
  var startCount = 0
  var stepper: Stepper

  static let beyond = UInt32.max

  init(_ stepper: Stepper) {
    scenario = stepper.scenario
    trace = stepper.trace
    width = stepper.width
    self.stepper = stepper
  }

  /// How many states there are.
  public var stateCount: Int { parents.count }
  /// How many steps from state to state there are.
  public var stepCount: Int { targets.count }

  /// The moment of a state.
  public func moment(of state: Int) -> MomentIndex {
    stepper.moment(of: words, at: state * width)
  }

  /// The edges out of a state; none for one that was not looked at.
  func edges(of state: Int) -> Range<Int> {
    guard state + 1 < firstEdges.count else { return 0..<0 }
    return Int(firstEdges[state])..<Int(firstEdges[state + 1])
  }

  /// Whether everything that can be said in a state is known.
  func isExpanded(_ state: Int) -> Bool { state + 1 < firstEdges.count }

  /// The replies of a shortest way to a state.
  public func path(to state: Int) -> [ReplyIndex] {
    var path: [ReplyIndex] = []
    var place = state
    while place >= 0, place < parents.count, parents[place] >= 0 {
      path.append(ReplyIndex(parentReplies[place]))
      place = Int(parents[place])
    }
    return path.reversed()
  }

  /// The replies of a shortest way to a place of the trace.
  package func path(to witness: Trace.Witness) -> [ReplyIndex] {
    guard witness.state >= 0 else { return [] }
    let path = path(to: Int(witness.state))
    return witness.reply < 0 ? path : path + [ReplyIndex(witness.reply)]
  }

  /// The ending that a state is, if it is one.
  public func ending(of state: Int) -> EndingIndex? { stepper.ending(at: moment(of: state)) }
}

extension StateGraph {
  /// Makes some states lead nowhere.
  mutating func haltEdges(where halts: [Bool]) {
    for state in 0..<stateCount where halts[state] {
      for edge in edges(of: state) { targets[edge] = Self.beyond }
    }
  }
}

/// How a search goes about it.
public struct SearchOptions: Sendable {
  /// The most states that are kept.
  public var limit = 1_000_000
  /// Replies that are passed over, as if they were not in the script.
  public var skipping: Set<ReplyIndex> = []
  /// Where one of these may be said, the search does not go on.
  public var haltingAt: Set<ReplyIndex> = []
  /// Whether to take typed words into account, which may tell, promise and repair anything.
  public var hearsTyped = false
  /// Whether states that can only go on alike are taken for one.
  public var merging = true
  /// What earlier talks of a case may have left behind.
  public var earlier = EarlierState()

  /// Creates the usual options.
  public init() {}
}
