import ScenarioEngine

/// The errors that make a conversation "not yet" until they are repaired, over a searched graph.
struct CriticalErrors {
  let graph: StateGraph
  /// The replies that make such an error.
  let replies: [ReplyIndex]

  init(_ graph: StateGraph, critical: Set<Int>) {
    self.graph = graph
    replies = graph.scenario.replyIndices.filter { graph.scenario.errs($0, critical: critical) }
  }

  /// A shortest way to an ending without any such error.
  func soundPath() -> [ReplyIndex]? {
    let avoided = Set(replies.map(\.raw))
    return GraphWalk(graph).shortestPath(
      along: { !avoided.contains($0) },
      to: { graph.ending(of: $0) != nil }
    )
  }

  /// A way to an ending on which such an error was made and nothing that names it was said after it.
  ///
  /// A repair that reaches only some of those who heard an error leaves it standing, so where repairs
  /// are only ever partial this may say that there is no such way although there is.
  func notYetPath(to moment: MomentIndex? = nil) -> [ReplyIndex]? {
    func isGoal(_ state: Int) -> Bool {
      moment.map { graph.moment(of: state) == $0 } ?? (graph.ending(of: state) != nil)
    }
    var visits = 0
    let ending = GraphWalk(graph).statesThatReach(isGoal)
    let repairs = graph.scenario.repairsByError()
    // Errors that nothing repairs first: any way on from them will do.
    let sorted = replies.filter { repairs[$0] == nil } + replies.filter { repairs[$0] != nil }
    var edges: [Int32: [(state: Int, target: Int)]] = [:]
    let wanted = Set(replies.map(\.raw))
    for state in 0..<graph.stateCount {
      for edge in graph.edges(of: state)
      where wanted.contains(graph.replies[edge]) && graph.targets[edge] != StateGraph.beyond {
        let step = (state, Int(graph.targets[edge]))
        edges[graph.replies[edge], default: []].append(step)
      }
    }
    for reply in sorted {
      guard let steps = edges[reply.raw], visits < 20_000_000 else { continue }
      let avoided = Set((repairs[reply] ?? []).map(\.raw))
      let able = steps.filter { ending[$0.target] }
      guard !able.isEmpty else { continue }
      visits += graph.stepCount
      let onward = GraphWalk(graph).shortestPath(
        from: able.map(\.target),
        along: { !avoided.contains($0) },
        to: isGoal
      )
      guard let onward, let step = able.first(where: { $0.target == onward.start }) else {
        continue
      }
      return graph.path(to: step.state) + [reply] + onward.path
    }
    return nil
  }
}

/// Walks over the edges of a searched graph.
struct GraphWalk {
  let graph: StateGraph

  init(_ graph: StateGraph) { self.graph = graph }

  /// A shortest way from the beginning along the replies that are allowed.
  func shortestPath(
    along isAllowed: (Int32) -> Bool,
    to isGoal: (Int) -> Bool
  ) -> [ReplyIndex]? {
    shortestPath(from: Array(0..<graph.startCount), along: isAllowed, to: isGoal)?.path
  }

  /// A shortest way from any of some states, and the one it begins at.
  func shortestPath(
    from starts: [Int],
    along isAllowed: (Int32) -> Bool,
    to isGoal: (Int) -> Bool
  ) -> (start: Int, path: [ReplyIndex])? {
    var parents = Array(repeating: Int32(-1), count: graph.stateCount)
    var replies = Array(repeating: Int32(-1), count: graph.stateCount)
    var queue: [Int] = []
    for start in starts where parents[start] == -1 {
      parents[start] = -2
      queue.append(start)
    }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      if isGoal(state) { return path(to: state, parents, replies) }
      for edge in graph.edges(of: state) where isAllowed(graph.replies[edge]) {
        let target = graph.targets[edge]
        guard target != StateGraph.beyond, parents[Int(target)] == -1 else { continue }
        parents[Int(target)] = Int32(state)
        replies[Int(target)] = graph.replies[edge]
        queue.append(Int(target))
      }
    }
    return nil
  }

  private func path(
    to state: Int,
    _ parents: [Int32],
    _ replies: [Int32]
  ) -> (start: Int, path: [ReplyIndex]) {
    var path: [ReplyIndex] = []
    var place = state
    while parents[place] >= 0 {
      path.append(ReplyIndex(replies[place]))
      place = Int(parents[place])
    }
    return (place, path.reversed())
  }

  /// The states from which an ending, or something that was not searched, can be reached.
  func statesThatReachAnEnding() -> [Bool] {
    statesThatReach { graph.ending(of: $0) != nil }
  }

  /// The states from which one that matches, or something that was not searched, can be reached.
  func statesThatReach(_ isGoal: (Int) -> Bool) -> [Bool] {
    let count = graph.stateCount
    // Edges turned round, by counting.
    var firsts = Array(repeating: UInt32(0), count: count + 1)
    var reaches = Array(repeating: false, count: count)
    var queue: [Int] = []
    for state in 0..<count {
      var isGoalState = !graph.isExpanded(state) || isGoal(state)
      for edge in graph.edges(of: state) {
        let target = graph.targets[edge]
        if target == StateGraph.beyond { isGoalState = true } else { firsts[Int(target) + 1] += 1 }
      }
      if isGoalState {
        reaches[state] = true
        queue.append(state)
      }
    }
    for state in 0..<count { firsts[state + 1] += firsts[state] }
    var sources = Array(repeating: UInt32(0), count: Int(firsts[count]))
    var next = firsts
    for state in 0..<count {
      for edge in graph.edges(of: state) where graph.targets[edge] != StateGraph.beyond {
        let target = Int(graph.targets[edge])
        sources[Int(next[target])] = UInt32(state)
        next[target] += 1
      }
    }
    while let state = queue.popLast() {
      for place in Int(firsts[state])..<Int(firsts[state + 1]) where !reaches[Int(sources[place])] {
        reaches[Int(sources[place])] = true
        queue.append(Int(sources[place]))
      }
    }
    return reaches
  }
}
