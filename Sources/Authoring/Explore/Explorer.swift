public import ScenarioEngine

/// The tree of what can happen, one place at a time.
public struct Explorer: Sendable {
  /// A stop of the conversation, in one state.
  public struct Place: Hashable, Sendable {
    let node: Stepper.Node
    /// The moment.
    public var moment: MomentIndex { node.state.moment }
    /// The state.
    public var state: State { node.state }
  }

  /// What follows one reply.
  public struct Branch: Sendable {
    /// The reply.
    public let reply: ReplyIndex
    /// What it says.
    public let words: String
    /// The author's levels.
    public let levels: Levels
    /// The state that it changes, as `trust 2 → 1`.
    public let changes: [String]
    /// The stop it leads to.
    public let place: Place
  }

  /// What a shortest way is looked for.
  public enum Goal: Hashable, Sendable {
    /// A moment, an ending or not.
    case moment(MomentIndex)
    /// A state.
    case state(StatePredicate)
  }

  /// The scenario.
  public let scenario: Scenario
  private let stepper: Stepper

  /// Creates an explorer of a scenario.
  public init(_ scenario: Scenario) {
    self.scenario = scenario
    stepper = Stepper(scenario, merging: false)
  }

  /// The first stop.
  public var root: Place {
    var stepper = stepper
    return Place(node: stepper.begin(from: stepper.origin))
  }

  /// A stop as an author asks for it: a moment, and some state.
  ///
  /// - Throws: ``ExplorerError`` if there is no such moment, state or value.
  public func place(
    at moment: String,
    with values: [(name: String, value: String)] = []
  ) throws(ExplorerError) -> Place {
    guard let index = scenario.moment(moment) else { throw .noSuchMoment(moment) }
    var stepper = stepper
    var origin = stepper.origin
    for (name, value) in values {
      guard let slot = scenario.slots.firstIndex(where: { $0.name == name }) else {
        throw .noSuchState(name)
      }
      guard let raw = StatePredicate.raw(value, of: scenario.slots[slot]) else {
        throw .noSuchValue(value, of: name)
      }
      origin.set(SlotIndex(slot), to: raw)
    }
    return Place(node: stepper.begin(at: index, from: origin))
  }

  /// What can be said at a place, and where it leads, in the author's order.
  public func branches(of place: Place) -> [Branch] {
    var stepper = stepper
    var open: [ReplyIndex] = []
    stepper.open(at: place.node, into: &open)
    return open.map { reply in
      var node = place.node
      stepper.go(reply, from: &node)
      return Branch(
        reply: reply,
        words: scenario.text(scenario.reply(reply).say, in: place.state),
        levels: scenario.reply(reply).rates,
        changes: changes(from: place.state, to: node.state),
        place: Place(node: node)
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
  public func ending(at place: Place) -> EndingIndex? { stepper.ending(at: place.moment) }

  /// A shortest way from a place to a goal; absent if there is none among `limit` states.
  public func shortestWay(
    to goal: Goal,
    from place: Place? = nil,
    limit: Int = 1_000_000
  ) -> [ReplyIndex]? {
    var stepper = stepper
    var options = SearchOptions()
    options.merging = false
    options.limit = limit
    let start = place ?? root
    switch goal {
    case .moment(let moment):
      let graph = StateSearch.run(&stepper, options, from: [start.node])
      if start.moment == moment { return [] }
      let witness = graph.trace.entered[moment.place]
      return witness.exists ? graph.path(to: witness) : nil
    case .state(let predicate):
      let graph = StateSearch.run(&stepper, options, from: [start.node])
      let found = (0..<graph.stateCount).first { state in
        predicate.holds(in: graph.stepper.unpack(graph.words, at: state * graph.width).state)
      }
      return found.map { graph.path(to: $0) }
    }
  }

  // MARK: As text

  /// A place and what can be said there, as lines of text; `number` counts the branches.
  public func lines(at place: Place) -> [String] {
    var lines = [scenario.id(of: place.moment) + stateText(place.state)]
    if let ending = ending(at: place) {
      let row = scenario.ending(ending)
      return lines + ["  ends: \(scenario.text(row.title, in: place.state)) (\(row.kind.rawValue))"]
    }
    for (number, branch) in branches(of: place).enumerated() {
      let changes = branch.changes.isEmpty ? "" : "  [\(branch.changes.joined(separator: ", "))]"
      lines.append("  \(number + 1). \(scenario.id(of: branch.reply)): \(branch.words)")
      lines.append(
        "     \(levelText(branch.levels)) → \(scenario.id(of: branch.place.moment))\(changes)"
      )
    }
    return lines
  }

  /// The tree below a place, `depth` turns deep, as lines of text.
  public func tree(from place: Place, depth: Int) -> [String] {
    var lines = [scenario.id(of: place.moment) + stateText(place.state)]
    grow(place, depth, "", &lines)
    return lines
  }

  private func grow(_ place: Place, _ depth: Int, _ indent: String, _ lines: inout [String]) {
    guard depth > 0 else { return }
    let branches = branches(of: place)
    for (number, branch) in branches.enumerated() {
      let isLast = number == branches.count - 1
      let end = ending(at: branch.place).map { " (\(scenario.ending($0).kind.rawValue))" } ?? ""
      lines.append(
        indent + (isLast ? "└─ " : "├─ ") + scenario.id(of: branch.reply)
          + " → " + scenario.id(of: branch.place.moment) + end
      )
      grow(branch.place, depth - 1, indent + (isLast ? "   " : "│  "), &lines)
    }
  }

  private func stateText(_ state: State) -> String {
    let values = scenario.slots.indices.map { place in
      "\(scenario.slots[place].name) \(scenario.slots[place].text(of: state.values[place]))"
    }
    return values.isEmpty ? "" : "  [\(values.joined(separator: ", "))]"
  }

  private func levelText(_ levels: Levels) -> String {
    scenario.notes.dimensions.enumerated().map { place, id in
      "\(id) \(levels[place].map(String.init) ?? "-")"
    }
    .joined(separator: ", ")
  }
}

/// Why there is no such place to explore.
public enum ExplorerError: Error, Hashable, Sendable {
  /// The scenario has no moment of this id.
  case noSuchMoment(String)
  /// The scenario declares no such state.
  case noSuchState(String)
  /// The state cannot have this value.
  case noSuchValue(String, of: String)
  /// The question is not written as `trust < 2 and mood == shaken`.
  case notAQuestion(String)
}
