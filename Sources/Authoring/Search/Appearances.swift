public import ScenarioEngine

/// How each moment can look to whoever comes to it: what has just been said, and what may be said now.
///
/// A moment looks different after another reply, or in another state; each look is kept once, with a
/// shortest way to it.
public struct Appearances: Sendable {
  /// One look of a moment.
  public struct Look: Sendable {
    /// The replies of a shortest way, from the opening.
    public let way: [ReplyIndex]
    /// Where the conversation stands then; a moment that only leads on has been passed through.
    public let conversation: Conversation
  }

  /// The most states that are looked for, and ten times as many replies are said to come to them.
  public static let limit = 20_000

  /// Whether every step was followed.
  public private(set) var isComplete = true
  private var looks: [[Look]]

  /// Follows everything that can be chosen; `seed` decides what chance decides.
  public init(_ scenario: Scenario, seed: UInt64) {
    looks = Array(repeating: [], count: scenario.momentCount)
    var met: Set<Key> = []
    var options = SearchOptions()
    options.limit = Self.limit
    let graph = StateSearch.run(scenario, options)
    add(Look(way: [], conversation: Conversation(scenario, seed: seed)), passing: 0, &met)
    var steps = 0
    for state in 0..<graph.stateCount {
      let edges = graph.edges(of: state)
      guard !edges.isEmpty else { continue }
      let way = graph.path(to: state)
      steps += way.count + edges.count
      guard steps <= Self.limit * 10 else {
        isComplete = false
        return
      }
      var before = Conversation(scenario, seed: seed)
      guard way.allSatisfy({ before.follow($0) }) else { continue }
      for edge in edges {
        var after = before
        let reply = ReplyIndex(graph.replies[edge])
        guard after.follow(reply) else { continue }
        add(Look(way: way + [reply], conversation: after), passing: before.path.count, &met)
      }
    }
    isComplete = graph.isComplete
  }

  /// The looks of a moment, the one that is nearest to the opening first; none if nothing leads there.
  public subscript(_ moment: MomentIndex) -> [Look] { looks[moment.place] }

  /// Notes a look of each moment on the path from `start` on, the last of which is a stop.
  private mutating func add(_ look: Look, passing start: Int, _ met: inout Set<Key>) {
    guard met.insert(Key(look.conversation, start)).inserted else { return }
    for moment in Set(look.conversation.path[start...]) { looks[moment.place].append(look) }
  }

  private struct Key: Hashable {
    let path: ArraySlice<MomentIndex>
    let spoken: [Conversation.Spoken]
    let offers: Set<Conversation.Offer>

    init(_ conversation: Conversation, _ start: Int) {
      path = conversation.path[start...]
      spoken = conversation.spoken
      offers = Set(conversation.offers)
    }
  }
}

extension Conversation {
  /// Says a reply if it may be said.
  fileprivate mutating func follow(_ reply: ReplyIndex) -> Bool {
    guard isOffered(reply) else { return false }
    choose(reply)
    return true
  }
}
