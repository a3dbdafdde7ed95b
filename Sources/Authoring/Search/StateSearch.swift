public import ScenarioEngine

/// Searches everything that can happen in a scenario, breadth first.
public enum StateSearch {
  /// Searches a scenario.
  public static func run(
    _ scenario: Scenario,
    _ options: SearchOptions = SearchOptions()
  ) -> StateGraph {
    var stepper = Stepper(
      scenario,
      merging: options.merging,
      earlier: options.earlier.errors
    )
    stepper.skipped = options.skipping
    return run(&stepper, options, from: nil)
  }

  /// Searches from one place on.
  package static func run(
    _ stepper: inout Stepper,
    _ options: SearchOptions,
    from places: [Stepper.Node]?
  ) -> StateGraph {
    var graph = StateGraph(stepper)
    var table = StateTable(width: stepper.width)
    for start in places ?? options.earlier.starts(of: &stepper) {
      var packed: [UInt64] = []
      stepper.pack(start, onto: &packed)
      if table.insert(packed, at: 0, into: &graph.words).isNew {
        graph.parents.append(-1)
        graph.parentReplies.append(-1)
      }
    }
    graph.startCount = graph.parents.count
    var found = Stepper.Successors()
    var state = 0
    while state < graph.parents.count {
      let start = state * stepper.width
      if options.hearsTyped {
        stepper.expandTyped(graph.words, at: start, into: &found)
      } else {
        stepper.expand(graph.words, at: start, number: Int32(state), into: &found)
      }
      let halts =
        !options.haltingAt.isEmpty
        && found.replies.contains { options.haltingAt.contains(ReplyIndex($0)) }
      if !halts { append(found, of: state, &graph, &table, options.limit) }
      graph.firstEdges.append(UInt32(graph.targets.count))
      state += 1
    }
    graph.trace = stepper.trace
    graph.stepper = stepper
    return graph
  }

  private static func append(
    _ found: borrowing Stepper.Successors,
    of state: Int,
    _ graph: inout StateGraph,
    _ table: inout StateTable,
    _ limit: Int
  ) {
    var start = 0
    for reply in found.replies {
      let isFull = graph.parents.count >= limit
      let place: UInt32
      if isFull {
        place = table.find(found.words, at: start, in: graph.words) ?? StateGraph.beyond
        if place == StateGraph.beyond { graph.isComplete = false }
      } else {
        let inserted = table.insert(found.words, at: start, into: &graph.words)
        place = inserted.place
        if inserted.isNew {
          graph.parents.append(Int32(state))
          graph.parentReplies.append(reply)
        }
      }
      graph.targets.append(place)
      graph.replies.append(reply)
      start += table.width
    }
  }
}

/// Finds packed states by what is in them.
struct StateTable {
  let width: Int
  private var places: [UInt32]
  private var count = 0
  private static let free = UInt32.max

  init(width: Int) {
    self.width = width
    places = Array(repeating: Self.free, count: 1 << 12)
  }

  func find(_ words: borrowing [UInt64], at start: Int, in states: borrowing [UInt64]) -> UInt32? {
    let place = places[slot(of: words, start, states)]
    return place == Self.free ? nil : place
  }

  mutating func insert(
    _ words: borrowing [UInt64],
    at start: Int,
    into states: inout [UInt64]
  ) -> (place: UInt32, isNew: Bool) {
    let slot = slot(of: words, start, states)
    if places[slot] != Self.free { return (places[slot], false) }
    let place = UInt32(count)
    places[slot] = place
    count += 1
    for word in 0..<width { states.append(words[start + word]) }
    if count * 2 > places.count { grow(states) }
    return (place, true)
  }

  @inline(__always)
  private func slot(
    of words: borrowing [UInt64],
    _ start: Int,
    _ states: borrowing [UInt64]
  ) -> Int {
    let mask = places.count - 1
    var slot = Int(truncatingIfNeeded: hash(words, start)) & mask
    while places[slot] != Self.free, !isEqual(words, start, states, Int(places[slot]) * width) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  @inline(__always)
  private func isEqual(
    _ left: borrowing [UInt64],
    _ leftStart: Int,
    _ right: borrowing [UInt64],
    _ rightStart: Int
  ) -> Bool {
    for word in 0..<width where left[leftStart + word] != right[rightStart + word] { return false }
    return true
  }

  @inline(__always)
  private func hash(_ words: borrowing [UInt64], _ start: Int) -> UInt64 {
    var hash: UInt64 = 0
    for word in 0..<width {
      hash = (hash ^ words[start + word]) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 32)
  }

  private mutating func grow(_ states: borrowing [UInt64]) {
    places = Array(repeating: Self.free, count: places.count * 2)
    let mask = places.count - 1
    for place in 0..<count {
      var slot = Int(truncatingIfNeeded: hash(states, place * width)) & mask
      while places[slot] != Self.free { slot = (slot + 1) & mask }
      places[slot] = UInt32(place)
    }
  }
}
