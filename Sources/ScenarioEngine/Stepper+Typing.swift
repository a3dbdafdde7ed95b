/// What typed words could bring about.
///
/// Typed words go on along a reply that is offered, but may tell, promise or repair anything. So
/// whatever is read from the ledger may hold or fail, and every way that may be taken is. This finds
/// at least everything that can happen, and is good for questions of structure only.
extension Stepper {
  /// Finds everything that may be said from the packed state at `start`, in typed words or not, and
  /// where each may lead.
  package mutating func expandTyped(
    _ words: [UInt64],
    at start: Int,
    into found: inout Successors
  ) {
    found.replies.removeAll(keepingCapacity: true)
    found.words.removeAll(keepingCapacity: true)
    layout.unpack(words, start, &base)
    guard case .replies(let range, _) = tables.moments[base.state.moment.place].exit else { return }
    for place in range.places where mayBeOpen(place, base.state).can {
      var after = base
      scenario.say(tables.replies[place], in: &after.state)
      for stop in stops(along: tables.replies[place].routes, from: after) {
        found.replies.append(Int32(place))
        pack(stop, onto: &found.words)
      }
    }
  }

  /// Every stop that some ways lead to.
  private func stops(along routes: TableRange<Route>, from node: Node) -> [Node] {
    var stops: [Node] = []
    var waiting = targets(routes, node).map { ($0, node) }
    var met: Set<Node> = []
    while let (moment, from) = waiting.popLast() {
      var node = from
      if let seen = tables.moments[node.state.moment.place].seen { node.state.set(seen) }
      node.state.moment = moment
      guard met.insert(node).inserted else { continue }
      switch tables.moments[moment.place].exit {
      case .ending:
        stops.append(node)
      case .next(let routes):
        for target in targets(routes, node) { waiting.append((target, node)) }
      case .replies(let replies, let otherwise):
        let standing = replies.places.map { mayBeOpen($0, node.state) }
        if standing.contains(where: \.can) { stops.append(node) }
        if !standing.contains(where: \.must) {
          for target in targets(otherwise, node) { waiting.append((target, node)) }
        }
      }
    }
    return stops
  }

  private func targets(_ routes: TableRange<Route>, _ node: Node) -> [MomentIndex] {
    var targets: [MomentIndex] = []
    for place in routes.places {
      let (can, must) = mayHold(tables.routes[place].condition, node.state)
      if can { targets.append(tables.routes[place].moment) }
      if must { break }
    }
    return targets
  }

  private func mayBeOpen(_ place: Int, _ state: borrowing State) -> (can: Bool, must: Bool) {
    let reply = tables.replies[place]
    if reply.once, let said = reply.said, state.holds(said) { return (false, false) }
    return mayHold(reply.condition, state)
  }

  /// Whether a condition can hold, and whether it must, when what the ledger says is not known.
  private func mayHold(
    _ condition: ConditionIndex?,
    _ state: borrowing State
  ) -> (can: Bool, must: Bool) {
    guard let condition else { return (true, true) }
    var stack: [(can: Bool, must: Bool)] = []
    func pop() -> (can: Bool, must: Bool) { stack.popLast() ?? (true, false) }
    for place in tables.conditions[condition.place].steps.places {
      switch tables.steps[place] {
      case .fact(let fact) where tables.facts[fact.place].isOfLedger:
        // What has once been told or promised stays so, but here nothing is known to have been.
        stack.append((true, false))
      case .not:
        let top = pop()
        stack.append((!top.must, !top.can))
      case .and:
        let (right, left) = (pop(), pop())
        stack.append((left.can && right.can, left.must && right.must))
      case .or:
        let (right, left) = (pop(), pop())
        stack.append((left.can || right.can, left.must || right.must))
      case .constant, .value, .values, .turns, .turnsAndValue, .fact:
        let holds = tables.holds(tables.steps[place], in: state)
        stack.append((holds, holds))
      }
    }
    return pop()
  }
}

extension Fact {
  /// Whether it is read from the ledger, so that typed words can bring it about.
  package var isOfLedger: Bool {
    switch self {
    case .seen, .said: false
    case .told, .promised, .repaired, .contradicted: true
    }
  }
}
