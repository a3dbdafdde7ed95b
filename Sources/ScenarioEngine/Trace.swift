/// What was met on the way through states, each with the first place where it was.
package struct Trace: Sendable {
  /// A place: at a state, or on the way from it along a reply.
  package struct Witness: Hashable, Sendable {
    /// The number of the state; -1 for nowhere.
    package var state: Int32
    /// The place of the reply; -1 for the stop itself.
    package var reply: Int32

    /// Nowhere.
    package static let none = Witness(state: -1, reply: -1)
    /// On the way to the first stop.
    package static let beginning = Witness(state: -2, reply: -1)
    /// Whether there is such a place.
    package var exists: Bool { state != -1 }
  }

  /// Where each condition first held, and where it first failed.
  package private(set) var held: [Witness]
  /// Where each condition first failed.
  package private(set) var failed: [Witness]
  /// Where each moment was first entered.
  package private(set) var entered: [Witness]
  /// Where each line was, or could have been, said first.
  package private(set) var heard: [Witness]
  /// Where each way on was first taken.
  package private(set) var taken: [Witness]
  /// Where each reply could first be said.
  package private(set) var opened: [Witness]
  /// Where each moment first had no reply left.
  package private(set) var emptied: [Witness]
  var place = Witness.beginning
  /// The moments whose lines' conditions have been met both ways, so that nothing is new there.
  private var settled: [Bool]
  private let lines: [[Int32]]
  private let conditionsOfLines: [[Int32]]

  init(_ tables: ScenarioTables) {
    held = Array(repeating: .none, count: tables.conditions.count)
    failed = held
    entered = Array(repeating: .none, count: tables.moments.count)
    heard = Array(repeating: .none, count: tables.lines.count)
    taken = Array(repeating: .none, count: tables.routes.count)
    opened = Array(repeating: .none, count: tables.replies.count)
    emptied = entered
    settled = Array(repeating: false, count: tables.moments.count)
    lines = tables.moments.map { moment in
      moment.lines.places.flatMap { tables.lineItems[$0].lines.places.map(Int32.init) }
    }
    conditionsOfLines = tables.moments.map { moment in
      moment.lines.places.flatMap { place in
        let item = tables.lineItems[place]
        return ([item.condition] + item.lines.places.map { tables.lines[$0].condition })
          .compactMap { $0?.raw }
      }
    }
  }

  /// Whether the lines of a moment can still show something new.
  mutating func wantsLines(of moment: MomentIndex) -> Bool {
    guard !settled[moment.place] else { return false }
    let conditions = conditionsOfLines[moment.place]
    guard
      conditions.allSatisfy({ held[Int($0)].exists && failed[Int($0)].exists }),
      lines[moment.place].allSatisfy({ heard[Int($0)].exists })
    else { return true }
    settled[moment.place] = true
    return false
  }

  @inline(__always)
  mutating func note(_ condition: ConditionIndex, _ holds: Bool) {
    if holds {
      if !held[condition.place].exists { held[condition.place] = place }
    } else {
      if !failed[condition.place].exists { failed[condition.place] = place }
    }
  }

  mutating func enter(_ moment: MomentIndex) {
    if !entered[moment.place].exists { entered[moment.place] = place }
  }
  mutating func hear(_ line: Int) { if !heard[line].exists { heard[line] = place } }
  mutating func take(_ route: Int) { if !taken[route].exists { taken[route] = place } }
  mutating func open(_ reply: Int) { if !opened[reply].exists { opened[reply] = place } }
  mutating func ranOut(_ moment: MomentIndex) {
    if !emptied[moment.place].exists { emptied[moment.place] = place }
  }
}
