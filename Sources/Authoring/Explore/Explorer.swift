public import ScenarioCompiler
public import ScenarioEngine
public import SourceText

/// The tree of what can happen, one place at a time.
public struct Explorer: Sendable {
  /// A stop of the conversation, in one state.
  public struct Place: Sendable {
    /// The conversation as it is there.
    public let conversation: Conversation
    /// Where it begins, if that is not the opening: a moment's id and what is given there.
    let origin: (moment: String, given: String)?
    /// The moment.
    public var moment: MomentIndex { conversation.state.moment }
    /// The state.
    public var state: State { conversation.state }
  }

  /// What follows one reply.
  public struct Branch: Sendable {
    /// The reply.
    public let reply: ReplyIndex
    /// What it says.
    public let words: String
    /// The author's levels.
    public let levels: Levels
    /// What it changes: state as `trust 2 → 1`, then what it tells, promises or sets right.
    public let changes: [String]
    /// The stop it leads to.
    public let place: Place
  }

  /// What a shortest way is looked for.
  public enum Goal: Sendable {
    /// A moment, an ending or not.
    case moment(MomentIndex)
    /// A stop at which a condition holds.
    case condition(ExplorerQuestion)
  }

  /// The scenario.
  public let scenario: Scenario
  private let file: SourceFile
  private let context: CompileContext

  /// Creates an explorer of a scenario that was compiled from this file and context.
  public init(_ scenario: Scenario, file: SourceFile, context: CompileContext) {
    self.scenario = scenario
    self.file = file
    self.context = context
  }

  /// The first stop.
  public var root: Place { Place(conversation: Conversation(scenario, seed: 0), origin: nil) }

  // MARK: Asking

  /// A stop as an author asks for it: a moment, and what holds there.
  ///
  /// - Throws: ``ExplorerError`` if there is no such moment, state or value.
  public func place(at moment: String, with given: String = "") throws(ExplorerError) -> Place {
    let index = try Self.moment(moment, in: scenario)
    let conversation = try GivenState(given, at: index, in: scenario).conversation()
    return Place(conversation: conversation, origin: (moment, given))
  }

  /// The stop that replies lead to, one said after the other.
  ///
  /// - Throws: ``ExplorerError`` where one of them cannot be said.
  public func place(after path: String, from place: Place) throws(ExplorerError) -> Place {
    do throws(SpokenPath.Problem) {
      let replies = try SpokenPath.replies(of: path, in: place.conversation)
      return self.place(after: replies, from: place)
    } catch {
      throw ExplorerError(error.message)
    }
  }

  /// The stop that replies lead to, each of which can be said.
  public func place(after replies: [ReplyIndex], from place: Place) -> Place {
    var conversation = place.conversation
    for reply in replies where conversation.isOffered(reply) { conversation.choose(reply) }
    return Place(conversation: conversation, origin: place.origin)
  }

  /// What an author asks the way to: a moment's id, an ending's title, or a condition.
  ///
  /// - Throws: ``ExplorerError`` if it is none of them.
  public func goal(_ text: String) throws(ExplorerError) -> Goal {
    if let moment = scenario.moment(text) { return .moment(moment) }
    let state = root.state
    let wanted = text.lowercased()
    for moment in scenario.momentIndices {
      guard case .ending(let ending) = scenario.tables.moments[moment.place].exit else { continue }
      let title = scenario.text(scenario.ending(ending).title, in: state)
      if title.lowercased() == wanted { return .moment(moment) }
    }
    let ids = scenario.momentIndices.map { scenario.id(of: $0) }
    let isName = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    if isName, !scenario.slots.contains(where: { $0.name == text }) {
      throw .unknown("moment", text, among: ids)
    }
    return .condition(try ExplorerQuestion(text, in: file, context))
  }

  static func moment(_ id: String, in scenario: Scenario) throws(ExplorerError) -> MomentIndex {
    guard let moment = scenario.moment(id) else {
      let ids = scenario.momentIndices.map { scenario.id(of: $0) }
      throw .unknown("moment", id, among: ids)
    }
    return moment
  }

  // MARK: Looking

  /// What can be said at a place, and where it leads, in the author's order.
  public func branches(of place: Place) -> [Branch] {
    place.conversation.offers.filter(\.isOpen).map(\.reply).sorted { $0.raw < $1.raw }
      .map { reply in
        var conversation = place.conversation
        conversation.choose(reply)
        let news = conversation.ledger.entries.dropFirst(place.conversation.ledger.entries.count)
        return Branch(
          reply: reply,
          words: scenario.text(scenario.reply(reply).say, in: place.state),
          levels: scenario.reply(reply).rates,
          changes: changes(from: place.state, to: conversation.state) + news.map { text(of: $0) },
          place: Place(conversation: conversation, origin: place.origin)
        )
      }
  }

  private func changes(from before: State, to after: State) -> [String] {
    scenario.slots.indices.compactMap { place in
      let (old, new) = (before.values[place], after.values[place])
      guard old != new else { return nil }
      let slot = scenario.slots[place]
      return "\(slot.name) \(slot.text(of: old)) → \(slot.text(of: new))"
    }
  }

  /// The ending at a place, if it is one.
  public func ending(at place: Place) -> EndingIndex? { place.conversation.ending }

  /// How a reply rates, in a word or two.
  public func rating(of reply: ReplyIndex) -> StoryMap.Result {
    StoryMap.result(of: scenario.reply(reply), in: scenario)
  }

  /// A shortest way from a place to a goal; absent if there is none among `limit` states.
  ///
  /// - Returns: The replies, and whether everything that can happen was looked at.
  public func shortestWay(
    to goal: Goal,
    from place: Place? = nil,
    limit: Int = 1_000_000
  ) -> (way: [ReplyIndex]?, isComplete: Bool) {
    let start = place ?? root
    var options = SearchOptions()
    options.limit = limit
    switch goal {
    case .moment(let moment):
      if start.conversation.path.contains(moment) { return ([], true) }
      var stepper = Stepper(scenario)
      let graph = StateSearch.run(
        &stepper,
        options,
        from: [stepper.node(of: start.conversation)]
      )
      let witness = graph.trace.entered[moment.place]
      return (witness.exists ? graph.path(to: witness) : nil, graph.isComplete)
    case .condition(let question):
      return shortestWay(to: question, from: start, options)
    }
  }

  private func shortestWay(
    to question: ExplorerQuestion,
    from start: Place,
    _ options: SearchOptions
  ) -> (way: [ReplyIndex]?, isComplete: Bool) {
    // The scenario with the question in it may remember more, so the place is come to again in it.
    let asked = Explorer(question.scenario, file: file, context: context)
    let origin = start.origin.flatMap { try? asked.place(at: $0.moment, with: $0.given) }
    let place = asked.place(
      after: start.conversation.turns.map(\.reply),
      from: origin ?? asked.root
    )
    var stepper = Stepper(question.scenario, merging: false)
    let graph = StateSearch.run(&stepper, options, from: [stepper.node(of: place.conversation)])
    let found = (0..<graph.stateCount).first { state in
      question.holds(in: graph.stepper.unpack(graph.words, at: state * graph.width).state)
    }
    return (found.map { graph.path(to: $0) }, graph.isComplete)
  }

  /// For each moment how many turns the shortest way from a place takes, and which; none where there is
  /// no way among `limit` states.
  public func shortestWays(from place: Place, limit: Int) -> [[ReplyIndex]?] {
    var stepper = Stepper(scenario)
    var options = SearchOptions()
    options.limit = limit
    let graph = StateSearch.run(&stepper, options, from: [stepper.node(of: place.conversation)])
    return scenario.momentIndices.map { moment in
      if place.conversation.path.contains(moment) { return [] }
      let witness = graph.trace.entered[moment.place]
      return witness.exists ? graph.path(to: witness) : nil
    }
  }
}
