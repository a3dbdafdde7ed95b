/// Goes from state to state as a conversation does, without its history: for search and for bots.
///
/// States are packed into words, so that a million of them fit in little memory; how it goes on is
/// decided by the same rules as in ``Conversation``.
package struct Stepper: Sendable {
  /// One state with what its ledger facts follow from.
  package struct Node: Hashable, Sendable {
    /// The state.
    package internal(set) var state: State
    var errors: StandingErrors.Values
  }

  /// What may be said from a state, and the packed states it leads to.
  package struct Successors: Sendable {
    /// The replies, by place, in the author's order.
    package internal(set) var replies: [Int32] = []
    /// The packed states, one after the other.
    package internal(set) var words: [UInt64] = []

    /// Creates an empty buffer.
    package init() {}
  }

  /// The scenario.
  package let scenario: Scenario
  /// Replies that are passed over, as if they were not in the script.
  package var skipped: Set<ReplyIndex> = []
  /// What has been seen so far; see ``Trace``.
  package var trace: Trace
  let tables: ScenarioTables
  let errors: StandingErrors
  let layout: StateLayout
  var base: Node
  var work: Node

  /// Creates a stepper; with `merging`, states that can only go on alike are packed alike.
  package init(
    _ scenario: Scenario,
    merging: Bool = true,
    earlier made: [EarlierError] = []
  ) {
    self.scenario = scenario
    tables = scenario.tables
    errors = StandingErrors(scenario, earlier: made)
    layout = StateLayout(scenario.tables, errors, merging: merging)
    trace = Trace(scenario.tables)
    base = Node(state: scenario.start, errors: errors.start)
    work = base
  }

  /// How many words a packed state takes.
  package var width: Int { layout.width }

  // MARK: Beginning

  /// The state before the first moment is entered.
  package var origin: Node { Node(state: scenario.start, errors: errors.start) }

  /// The stop that a conversation is at.
  package func node(of conversation: Conversation) -> Node {
    Node(state: conversation.state, errors: errors.values(of: conversation.ledger))
  }

  /// Begins: enters the opening from a state before it, and goes on to the first stop.
  package mutating func begin(from origin: Node) -> Node {
    work = origin
    arrive(at: tables.opening, isFirst: true)
    return work
  }

  /// Says a reply and goes on to the next stop.
  package mutating func go(_ reply: ReplyIndex, from node: inout Node) {
    swap(&work, &node)
    say(reply.place)
    swap(&work, &node)
  }

  /// The replies that may be said at a stop, in the author's order.
  package mutating func open(at node: Node, into replies: inout [ReplyIndex]) {
    replies.removeAll(keepingCapacity: true)
    guard case .replies(let range, _) = tables.moments[node.state.moment.place].exit else { return }
    for place in range.places where Self.isOpen(place, node.state, tables, &trace) {
      replies.append(ReplyIndex(place))
    }
  }

  /// How it came out, at an ending.
  package func ending(at moment: MomentIndex) -> EndingIndex? {
    guard case .ending(let ending) = tables.moments[moment.place].exit else { return nil }
    return ending
  }

  // MARK: Packed states

  /// Packs a state and appends it to `words`.
  package func pack(_ node: borrowing Node, onto words: inout [UInt64]) {
    let start = words.count
    for _ in 0..<layout.width { words.append(0) }
    put(layout.moment, UInt64(node.state.moment.raw), &words, start)
    put(layout.turns, UInt64(node.state.turns), &words, start)
    for index in layout.slots.indices {
      let (field, least) = layout.slots[index]
      put(field, UInt64(Int64(node.state.values[index]) - Int64(least)), &words, start)
    }
    for index in layout.facts.indices where node.state.holds(FactIndex(index)) {
      put(layout.facts[index], 1, &words, start)
    }
    for index in layout.standing.indices {
      let (field, shift) = layout.standing[index]
      put(field, node.errors.standing[index] >> shift, &words, start)
      put(layout.made[index], node.errors.made[index] ? 1 : 0, &words, start)
    }
    for index in layout.told.indices where node.errors.told[index] {
      put(layout.told[index], 1, &words, start)
    }
    let kept = node.state.moment.place * layout.width
    for word in 0..<layout.width { words[start + word] &= layout.kept[kept + word] }
  }

  @inline(__always)
  private func put(
    _ field: StateLayout.Field,
    _ value: UInt64,
    _ words: inout [UInt64],
    _ start: Int
  ) {
    words[start + field.word] |= (value & field.mask) << field.shift
  }

  /// The state that was packed; what no longer mattered there has its least value.
  package func unpack(_ words: [UInt64], at start: Int) -> Node {
    var node = origin
    layout.unpack(words, start, &node)
    return node
  }

  /// The moment of a packed state.
  package func moment(of words: [UInt64], at start: Int) -> MomentIndex {
    MomentIndex(Int(truncatingIfNeeded: layout.moment.get(words, start)))
  }

  /// Finds everything that may be said from the packed state at `start`, and where each leads.
  ///
  /// `number` is what ``Trace`` calls the state.
  package mutating func expand(
    _ words: [UInt64],
    at start: Int,
    number: Int32,
    into found: inout Successors
  ) {
    found.replies.removeAll(keepingCapacity: true)
    found.words.removeAll(keepingCapacity: true)
    layout.unpack(words, start, &base)
    trace.place = Trace.Witness(state: number, reply: -1)
    let moment = tables.moments[base.state.moment.place]
    if trace.wantsLines(of: base.state.moment) {
      Self.hear(moment.lines, base.state, tables, &trace)
    }
    guard case .replies(let range, _) = moment.exit else { return }
    for place in range.places {
      trace.place.reply = -1
      guard Self.isOpen(place, base.state, tables, &trace) else { continue }
      trace.open(place)
      if !skipped.isEmpty, skipped.contains(ReplyIndex(place)) { continue }
      trace.place.reply = Int32(place)
      startFromBase()
      say(place)
      found.replies.append(Int32(place))
      pack(work, onto: &found.words)
    }
  }

  // MARK: Going on

  /// Makes `work` equal to `base` without sharing storage, so that nothing is allocated.
  private mutating func startFromBase() {
    work.state.moment = base.state.moment
    work.state.turns = base.state.turns
    for index in base.state.values.indices { work.state.values[index] = base.state.values[index] }
    for index in base.state.facts.indices { work.state.facts[index] = base.state.facts[index] }
    for index in base.errors.standing.indices {
      work.errors.standing[index] = base.errors.standing[index]
      work.errors.made[index] = base.errors.made[index]
    }
    for index in base.errors.told.indices { work.errors.told[index] = base.errors.told[index] }
  }

  private mutating func say(_ place: Int) {
    let reply = tables.replies[place]
    scenario.say(reply, in: &work.state)
    errors.say(place, &work.errors, &work.state)
    if !reply.reaction.isEmpty {
      Self.hear(reply.reaction, work.state, tables, &trace)
    }
    if let next = route(reply.routes) { arrive(at: next, isFirst: false) }
  }

  /// Enters a moment and goes on to the next stop; the lines of the stop itself are heard when it is
  /// expanded, once for each state and not for each way to it.
  private mutating func arrive(at opening: MomentIndex, isFirst: Bool) {
    var next = opening
    var isFirst = isFirst
    while true {
      if !isFirst, let seen = tables.moments[work.state.moment.place].seen { work.state.set(seen) }
      isFirst = false
      work.state.moment = next
      trace.enter(next)
      let moment = tables.moments[next.place]
      let onward: MomentIndex?
      switch moment.exit {
      case .ending: return
      case .next(let routes):
        Self.hear(moment.lines, work.state, tables, &trace)
        onward = route(routes)
      case .replies(let replies, let otherwise):
        guard !otherwise.isEmpty, !hasOpenReply(replies) else { return }
        Self.hear(moment.lines, work.state, tables, &trace)
        trace.ranOut(next)
        onward = route(otherwise)
      }
      guard let onward else { return }
      next = onward
    }
  }

  private mutating func hasOpenReply(_ replies: TableRange<Reply>) -> Bool {
    for place in replies.places where Self.isOpen(place, work.state, tables, &trace) { return true }
    return false
  }

  private mutating func route(_ routes: TableRange<Route>) -> MomentIndex? {
    for place in routes.places
    where Self.holds(tables.routes[place].condition, work.state, tables, &trace) {
      trace.take(place)
      return tables.routes[place].moment
    }
    return nil
  }

  @inline(__always)
  private static func isOpen(
    _ place: Int,
    _ state: borrowing State,
    _ tables: borrowing ScenarioTables,
    _ trace: inout Trace
  ) -> Bool {
    tables.replies[place].standing(in: state) { holds($0, state, tables, &trace) } == .open
  }

  static func hear(
    _ items: TableRange<LineItem>,
    _ state: borrowing State,
    _ tables: borrowing ScenarioTables,
    _ trace: inout Trace
  ) {
    for place in items.places {
      let item = tables.lineItems[place]
      guard holds(item.condition, state, tables, &trace) else { continue }
      for line in item.lines.places
      where holds(tables.lines[line].condition, state, tables, &trace) {
        trace.hear(line)
      }
    }
  }

  @inline(__always)
  private static func holds(
    _ condition: ConditionIndex?,
    _ state: borrowing State,
    _ tables: borrowing ScenarioTables,
    _ trace: inout Trace
  ) -> Bool {
    guard let condition else { return true }
    let holds = tables.evaluate(condition, in: state)
    trace.note(condition, holds)
    return holds
  }
}

extension Stepper {
  /// Notes the lines that are, or could be, said on coming to a stop.
  package mutating func listen(at node: borrowing Node) {
    let moment = node.state.moment
    guard trace.wantsLines(of: moment) else { return }
    Self.hear(tables.moments[moment.place].lines, node.state, tables, &trace)
  }
}
