public import ScenarioEngine

/// Real plays, to be drawn over a map.
public struct MapOverlay: Sendable {
  /// One play to follow, as the moments it passed with the reply that was given at each.
  public var path: [Step] = []
  /// How many times a way was taken.
  public internal(set) var counts: [Way: Int] = [:]
  /// How many plays are counted.
  public internal(set) var plays = 0
  /// How many people would have said a reply, where a room voted.
  public internal(set) var votes: [Step: Int] = [:]

  var isEmpty: Bool { path.isEmpty && counts.isEmpty && votes.isEmpty }

  /// A moment that was passed, and what was said there.
  public struct Step: Hashable, Sendable {
    /// The moment's id.
    public var moment: String
    /// The reply's id, where the worker answered.
    public var reply: String?

    /// Creates a step.
    public init(moment: String, reply: String? = nil) {
      self.moment = moment
      self.reply = reply
    }
  }

  /// A way from one moment to another.
  public struct Way: Hashable, Sendable {
    /// The moment it leaves.
    public var from: String
    /// The reply's id, where the worker answered.
    public var reply: String?
    /// The moment it leads to.
    public var to: String
  }

  /// Creates an overlay that draws nothing.
  public init() {}

  /// Counts a play.
  public mutating func count(_ steps: [Step]) {
    plays += 1
    for way in Self.ways(of: steps) { counts[way, default: 0] += 1 }
  }

  /// Counts the people of a room who voted for a reply.
  public mutating func count(_ people: Int, for vote: Step) {
    plays = max(plays, 1)
    votes[vote, default: 0] += people
  }

  /// The ways of a path; a step without a reply may still lead on.
  static func ways(of steps: [Step]) -> [Way] {
    zip(steps, steps.dropFirst()).map { Way(from: $0.moment, reply: $0.reply, to: $1.moment) }
  }

  /// The steps of a conversation so far, with the moments that went on by themselves.
  public static func steps(of conversation: Conversation) -> [Step] {
    let scenario = conversation.scenario
    var steps = conversation.path.map { Step(moment: scenario.id(of: $0)) }
    conversation.walk { before, reply, _ in
      // The worker spoke at the last moment entered before.
      let place = before.path.count - 1
      if steps.indices.contains(place) { steps[place].reply = scenario.id(of: reply) }
    }
    return steps
  }
}
