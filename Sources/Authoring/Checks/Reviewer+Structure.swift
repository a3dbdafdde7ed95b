import JSONSyntax
import ScenarioEngine
import SourceText

/// What cannot happen, and what cannot end.
extension Reviewer {
  mutating func reviewStructure() {
    if !graph.isComplete {
      report(
        ReviewCode.searchIncomplete,
        "searched \(graph.stateCount) states, and more remain; "
          + "what was not found may still happen",
        at: map.root("opening")
      )
    }
    reviewMoments()
    reviewConditions()
    reviewRoutes()
    reviewWaysOut()
    reviewTypedWaysOut()
    reviewState()
  }

  private mutating func reviewMoments() {
    let reachable = structurallyReachable()
    for moment in scenario.momentIndices {
      let isMet =
        graph.isComplete
        ? graph.trace.entered[moment.place].exists : reachable[moment.place]
      guard !isMet else { continue }
      let key = map.momentKeys[moment.place]
      let how = reachable[moment.place] ? "in no state does anything lead" : "nothing leads"
      if graph.stepper.ending(at: moment) != nil {
        report(ReviewCode.endingNeverReached, "\(how) to the ending \(id(moment))", at: key)
      } else {
        report(ReviewCode.unreachableMoment, "\(how) to \(id(moment))", at: key)
      }
    }
  }

  /// The moments that ways lead to, whatever their conditions.
  private func structurallyReachable() -> [Bool] {
    var reachable = Array(repeating: false, count: tables.moments.count)
    var waiting = [tables.opening]
    reachable[tables.opening.place] = true
    while let moment = waiting.popLast() {
      for target in scenario.targets(of: moment) where !reachable[target.place] {
        reachable[target.place] = true
        waiting.append(target)
      }
    }
    return reachable
  }

  /// A condition whose moment is never come to is not reported besides.
  private mutating func reviewConditions() {
    guard graph.isComplete else { return }
    let trace = graph.trace
    for reply in scenario.replyIndices {
      guard let condition = tables.replies[reply.place].condition else { continue }
      judge(condition, ReviewCode.replyNeverOffered, "so this reply can never be said")
    }
    for place in tables.lineItems.indices {
      if let condition = tables.lineItems[place].condition {
        judge(condition, ReviewCode.lineNeverSaid, "so none of these lines is ever said")
      }
    }
    for line in tables.lines.indices {
      guard let condition = tables.lines[line].condition else { continue }
      judge(condition, ReviewCode.lineNeverSaid, "so this line is never said")
    }
    for route in tables.routes.indices {
      guard let condition = tables.routes[route].condition else { continue }
      let met = trace.held[condition.place].exists || trace.failed[condition.place].exists
      guard met, !trace.held[condition.place].exists else { continue }
      judge(condition, ReviewCode.wayNeverTaken, "so this way is never taken")
    }
  }

  private mutating func judge(
    _ condition: ConditionIndex,
    _ code: DiagnosticCode,
    _ consequence: String
  ) {
    let (held, failed) = (
      graph.trace.held[condition.place].exists, graph.trace.failed[condition.place].exists
    )
    let node = map.conditions[condition.place]
    if failed && !held {
      report(code, "this never holds here, \(consequence)", at: node)
    } else if held && !failed {
      report(
        ReviewCode.conditionAlwaysTrue,
        "this always holds here, so it can be left out",
        at: node
      )
    }
  }

  private mutating func reviewRoutes() {
    guard graph.isComplete else { return }
    for route in tables.routes.indices where !graph.trace.taken[route].exists {
      // A way whose condition was asked and failed is reported as that.
      if let condition = tables.routes[route].condition,
        graph.trace.failed[condition.place].exists
      {
        continue
      }
      guard let node = map.routes[route], document.kind(of: node) == .object,
        isAnyTaken(besides: route)
      else { continue }
      report(
        ReviewCode.wayShadowed,
        "a way before this one is always taken, so this one never is",
        at: document.member("go", of: node) ?? node
      )
    }
  }

  private func isAnyTaken(besides route: Int) -> Bool {
    let ranges = tables.moments.lazy.flatMap { moment -> [TableRange<Route>] in
      switch moment.exit {
      case .ending: []
      case .next(let ways): [ways]
      case .replies(let replies, let otherwise):
        replies.places.map { tables.replies[$0].routes } + [otherwise]
      }
    }
    guard let range = ranges.first(where: { $0.places.contains(route) }) else { return false }
    return range.places.contains { graph.trace.taken[$0].exists }
  }

  // MARK: Ways out

  private mutating func reviewWaysOut() {
    let reaches = GraphWalk(graph).statesThatReachAnEnding()
    let canEnd = momentsThatCanEnd()
    var reported: Set<MomentIndex> = []
    var hasLoop = false
    for moment in scenario.momentIndices
    where !canEnd[moment.place] && graph.trace.entered[moment.place].exists {
      guard !hasLoop else { continue }
      hasLoop = true
      report(
        ReviewCode.endlessLoop,
        "from \(id(moment)) on no ending can be reached, whatever is said",
        at: map.momentKeys[moment.place],
        along: graph.path(to: graph.trace.entered[moment.place])
      )
    }
    for state in 0..<graph.stateCount where !reaches[state] {
      let moment = graph.moment(of: state)
      guard canEnd[moment.place], reported.isEmpty else { continue }
      reported.insert(moment)
      let isOnce = closedByOnce(after: state)
      report(
        isOnce ? ReviewCode.onceStrands : ReviewCode.noWayOut,
        isOnce
          ? "when the replies with \"once\" are used up, no ending can be reached any more from "
            + "\(id(moment))"
          : "there is a state in which no ending can be reached any more from \(id(moment))",
        at: map.momentKeys[moment.place],
        along: graph.path(to: state)
      )
    }
  }

  /// Whether some reply in a trap is missing only because it was said before.
  private func closedByOnce(after state: Int) -> Bool {
    var met: Set<Int> = [state]
    var waiting = [state]
    while let state = waiting.popLast(), met.count < 10_000 {
      let node = graph.stepper.unpack(graph.words, at: state * graph.width)
      let replies = scenario.replies(of: node.state.moment)
      for place in replies.places {
        let reply = tables.replies[place]
        if reply.once, let said = reply.said, node.state.holds(said) { return true }
      }
      for edge in graph.edges(of: state) where graph.targets[edge] != StateGraph.beyond {
        let target = Int(graph.targets[edge])
        if met.insert(target).inserted { waiting.append(target) }
      }
    }
    return false
  }

  /// The moments from which an ending can be reached, whatever the conditions.
  private func momentsThatCanEnd() -> [Bool] {
    var sources: [[MomentIndex]] = Array(repeating: [], count: tables.moments.count)
    var canEnd = Array(repeating: false, count: tables.moments.count)
    var waiting: [MomentIndex] = []
    for moment in scenario.momentIndices {
      for target in scenario.targets(of: moment) { sources[target.place].append(moment) }
      if graph.stepper.ending(at: moment) != nil {
        canEnd[moment.place] = true
        waiting.append(moment)
      }
    }
    while let moment = waiting.popLast() {
      for source in sources[moment.place] where !canEnd[source.place] {
        canEnd[source.place] = true
        waiting.append(source)
      }
    }
    return canEnd
  }

  /// Typed words may tell, promise and repair anything, and must not strand anybody either.
  private mutating func reviewTypedWaysOut() {
    let strands = [ReviewCode.noWayOut, ReviewCode.onceStrands, ReviewCode.endlessLoop]
    guard tables.facts.contains(where: \.isOfLedger),
      !findings.contains(where: { strands.contains($0.diagnostic.code) })
    else { return }
    var search = options.search
    search.hearsTyped = true
    search.limit = min(search.limit, 200_000)
    let typed = StateSearch.run(scenario, search)
    let reaches = GraphWalk(typed).statesThatReachAnEnding()
    guard let state = reaches.firstIndex(of: false) else { return }
    let moment = typed.moment(of: state)
    report(
      ReviewCode.typedNoWayOut,
      "somebody who types can come to a state from which no ending can be reached from "
        + "\(id(moment))",
      at: map.momentKeys[moment.place],
      along: typed.path(to: state)
    )
  }

  // MARK: State

  private mutating func reviewState() {
    guard let section = map.root("state") else { return }
    var isRead = Array(repeating: false, count: tables.slots.count)
    var isSet = isRead
    for step in tables.steps {
      switch step {
      case .value(let slot, _, _), .turnsAndValue(_, let slot): isRead[slot.place] = true
      case .values(let left, _, let right):
        isRead[left.place] = true
        isRead[right.place] = true
      case .constant, .turns, .fact, .not, .and, .or: continue
      }
    }
    for piece in tables.pieces {
      if case .value(let slot) = piece { isRead[slot.place] = true }
    }
    for effect in tables.effects {
      switch effect {
      case .add(let slot, _), .set(let slot, _): isSet[slot.place] = true
      }
    }
    let carried = Set(options.search.earlier.carry)
    for (place, member) in document.entries(of: section).enumerated() {
      guard place < tables.slots.count else { break }
      let slot = tables.slots[place]
      guard !carried.contains(slot.name), !slot.shown else { continue }
      if !isRead[place] {
        report(
          ReviewCode.stateNeverRead,
          isSet[place]
            ? "\"\(slot.name)\" is changed, and nothing ever asks for it"
            : "nothing ever changes \"\(slot.name)\" or asks for it",
          at: member.key
        )
      } else if !isSet[place] {
        report(
          ReviewCode.stateNeverSet,
          "nothing ever changes \"\(slot.name)\", so every question about it has one answer",
          at: member.key
        )
      }
    }
  }
}
