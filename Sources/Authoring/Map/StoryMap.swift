public import ScenarioEngine

/// The shape of a scenario: where each moment leads, without conditions being worked out.
public struct StoryMap: Sendable {
  /// Why one moment leads to another.
  public enum EdgeKind: String, CaseIterable, Sendable {
    /// A reply of the worker's.
    case reply
    /// The moment goes on by itself.
    case next
    /// None of the replies can be said.
    case otherwise
  }

  /// How a reply rates: the lowest of its levels, or that it does harm outside of them.
  public enum Result: Int, CaseIterable, Comparable, Sendable {
    case stop, hurts, unclear, fallsShort, sound, strong, notRated

    /// Orders results from worst to best; not rated comes last.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The words that stand beside the color.
    public var words: String {
      switch self {
      case .stop: "stop"
      case .hurts: "would hurt"
      case .unclear: "would not be understood"
      case .fallsShort: "falls short"
      case .sound: "sound"
      case .strong: "strong"
      case .notRated: "not rated"
      }
    }
  }

  /// One moment.
  public struct Node: Hashable, Sendable {
    /// The moment's id.
    public let id: String
    /// Whom the worker talks to there.
    public let audience: Role
    /// Which caregiver they are, for a caregiver.
    public let caregiver: CaregiverKind?
    /// Their name.
    public let listener: String
    /// How it comes out there, if it is an ending.
    public let ending: EndingKind?
    /// The title of the ending.
    public let title: String?
    /// The best result that a reply has here.
    public let best: Result?
    /// The edges that leave it, as places in ``StoryMap/edges``.
    public let edges: Range<Int>

    /// Whom the worker talks to, as screens say it.
    var audienceWords: String {
      "\(listener), \(caregiver == .relative ? "relative" : audience.screenName)"
    }
    /// How it comes out, as screens say it.
    var endingWords: String? {
      ending.map { "ending, \($0.rawValue): \(title ?? "")" }
    }
  }

  /// One way on.
  public struct Edge: Hashable, Sendable {
    /// The place of the moment it leaves in ``StoryMap/nodes``.
    public let from: Int
    /// The place of the moment it leads to.
    public let to: Int
    /// Why it leads there.
    public let kind: EdgeKind
    /// The reply's id.
    public let reply: String?
    /// The words of the reply.
    public let label: String
    /// How the reply rates.
    public let result: Result?
    /// The condition under which it is taken, its own and its reply's, as an author writes it.
    public let condition: String?
    /// Whether it is taken where the ways before it are not.
    public let isElse: Bool
    /// Whether its reply can be said only once.
    public let isOnce: Bool

    /// Whether it is taken only under a condition.
    public var isConditional: Bool { condition != nil }

    /// When it is taken, in words; empty for always.
    var whenWords: [String] {
      (isOnce ? ["once"] : [])
        + [condition.map { "if \($0)" }, isElse ? "else" : nil]
        .compactMap(\.self)
    }
  }

  /// The scenario's id.
  public let id: String
  /// The scenario's title.
  public let title: String
  /// The moments, in the file's order.
  public private(set) var nodes: [Node] = []
  /// The ways on, by the moment they leave, in the author's order.
  public private(set) var edges: [Edge] = []
  /// The place of the opening moment.
  public let opening: Int

  /// Draws up the map of a scenario.
  public init(_ scenario: Scenario) {
    id = scenario.notes.id
    title = scenario.notes.title
    opening = scenario.tables.opening.place
    let state = Conversation(scenario, seed: 0).state
    for (place, moment) in scenario.tables.moments.enumerated() {
      let start = edges.count
      addEdges(from: place, moment.exit, scenario, state)
      let person = scenario.person(moment.listener)
      var ending: Ending?
      if case .ending(let index) = moment.exit { ending = scenario.ending(index) }
      nodes.append(
        Node(
          id: scenario.id(of: MomentIndex(place)),
          audience: person.role,
          caregiver: person.kind,
          listener: person.name,
          ending: ending?.kind,
          title: ending.map { scenario.text($0.title, in: state) },
          best: edges[start...].compactMap(\.result).filter { $0 != .notRated }.max(),
          edges: start..<edges.count
        )
      )
    }
  }

  private mutating func addEdges(
    from place: Int,
    _ exit: Moment.Exit,
    _ scenario: Scenario,
    _ state: State
  ) {
    func add(_ routes: TableRange<Route>, _ kind: EdgeKind, _ reply: ReplyIndex? = nil) {
      let row = reply.map { scenario.reply($0) }
      for (number, route) in routes.places.enumerated() {
        let route = scenario.tables.routes[route]
        let asks = [row?.condition, route.condition].compactMap(\.self)
        edges.append(
          Edge(
            from: place,
            to: route.moment.place,
            kind: kind,
            reply: reply.map { scenario.id(of: $0) },
            label: row.map { scenario.text($0.say, in: state) } ?? "",
            result: row.map { Self.result(of: $0, in: scenario) },
            condition: asks.isEmpty ? nil : scenario.text(ofAll: asks),
            isElse: number > 0 && route.condition == nil,
            isOnce: row?.once == true
          )
        )
      }
    }
    switch exit {
    case .replies(let replies, let otherwise):
      for reply in replies.indices { add(scenario.reply(reply).routes, .reply, reply) }
      add(otherwise, .otherwise)
    case .next(let routes): add(routes, .next)
    case .ending: break
    }
  }

  static func result(of reply: Reply, in scenario: Scenario) -> Result {
    if reply.deeds.places.contains(where: { scenario.tables.deeds[$0].stop != nil }) {
      return .stop
    }
    let dimensions = scenario.notes.dimensions
    let levels = dimensions.indices.compactMap { reply.rates[$0] }
    // The lowest level of clarity harms nobody; it only does not arrive.
    let hurts = dimensions.indices.contains {
      reply.rates[$0] == 1 && dimensions[$0] != "clarity"
    }
    return switch levels.min() {
    case 1: hurts ? .hurts : .unclear
    case 2: .fallsShort
    case 3: .sound
    case 4: .strong
    default: .notRated
    }
  }
}
