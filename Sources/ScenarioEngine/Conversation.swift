/// One play of a scenario, as a value: the scenario, a seed, and the moves so far.
///
/// Everything else follows from those by a pure function, so undo is dropping a move, replay is exact,
/// a rewind is a shorter list, and a copy is a branch. It does no input or output and reads no clock.
public struct Conversation: Sendable {
  /// A reply as it stands before the worker.
  public struct Offer: Hashable, Sendable {
    /// The reply.
    public let reply: ReplyIndex
    /// Whether it may be said; if not, its ``Scenario/locked(_:)`` words stand greyed in its place.
    public let isOpen: Bool
  }

  /// Something that was just said.
  public struct Spoken: Hashable, Sendable {
    /// The line.
    public let line: LineIndex
    /// The moment it was said at; a reaction belongs to the moment of its reply.
    public let moment: MomentIndex
  }

  /// The script.
  public let scenario: Scenario
  /// The seed of every draw.
  public let seed: UInt64
  /// What came from earlier talks of a case.
  public let carried: Carried
  /// Where it is and what happened, as far as the script can tell.
  public private(set) var state: State
  /// Who has been told what.
  public private(set) var ledger: Ledger
  /// Every moment entered, in order.
  public private(set) var path: [MomentIndex] = []
  /// What was said since the worker last spoke: the reaction, then the lines of each moment.
  public private(set) var spoken: [Spoken] = []
  /// How many of ``spoken``, from the first, are the reaction to what the worker said.
  public private(set) var reactionCount = 0
  /// What the worker may say now, in the order to show it; empty at an ending.
  public private(set) var offers: [Offer] = []
  /// How it came out, once it has.
  public private(set) var ending: EndingIndex?

  private(set) var played: [Played] = []
  private var typedTurns: [TypedTurn] = []
  /// Where it began, and what had happened by then.
  private let beginning: Beginning

  private struct Beginning: Hashable {
    let moment: MomentIndex
    var facts: [FactIndex] = []
  }

  struct Played: Hashable, Sendable {
    let reply: ReplyIndex
    /// The place in `typedTurns`, or -1 for a chosen reply.
    let typed: Int32
  }

  /// Begins a conversation and goes on to its first stop.
  public init(_ scenario: Scenario, seed: UInt64, carried: Carried = Carried()) {
    self.init(
      scenario,
      seed: seed,
      carried: carried,
      Beginning(moment: scenario.tables.opening)
    )
  }

  /// Begins anywhere, as an author may ask for, with what has happened by then.
  package init(
    _ scenario: Scenario,
    seed: UInt64,
    carried: Carried,
    at moment: MomentIndex,
    having facts: [FactIndex]
  ) {
    self.init(scenario, seed: seed, carried: carried, Beginning(moment: moment, facts: facts))
  }

  private init(_ scenario: Scenario, seed: UInt64, carried: Carried, _ beginning: Beginning) {
    self.scenario = scenario
    self.seed = seed
    self.carried = carried
    self.beginning = beginning
    self.state = scenario.start
    self.ledger = Ledger()
    for fact in beginning.facts { state.set(fact) }
    if !carried.isEmpty { takeOver(carried) }
    enter(beginning.moment)
  }

  /// How many times the worker has spoken.
  public var turnCount: Int { played.count }

  /// Whether the worker may say this reply now.
  public func isOffered(_ reply: ReplyIndex) -> Bool {
    offers.contains { $0.reply == reply && $0.isOpen }
  }

  /// Says a reply and goes on to the next stop.
  ///
  /// - Precondition: the reply is among ``offers`` and open.
  public mutating func choose(_ reply: ReplyIndex) {
    precondition(isOffered(reply), "a reply is chosen from those that are offered")
    played.append(Played(reply: reply, typed: -1))
    take(reply, typed: nil)
  }

  /// Says typed words, and goes on along the reply they were taken for.
  ///
  /// - Precondition: the reply is among ``offers`` and open.
  public mutating func type(_ turn: TypedTurn, along reply: ReplyIndex) {
    precondition(isOffered(reply), "typed words go on along a reply that is offered")
    played.append(Played(reply: reply, typed: Int32(typedTurns.count)))
    typedTurns.append(turn)
    take(reply, typed: turn)
  }

  private mutating func take(_ index: ReplyIndex, typed: TypedTurn?) {
    let reply = scenario.tables.replies[index.place]
    scenario.say(reply, in: &state)
    if let typed {
      record(typed.entries)
    } else if !reply.deeds.isEmpty {
      record(scenario.entries(of: index, turn: played.count))
    }
    spoken.removeAll(keepingCapacity: true)
    say(reply.reaction, at: reply.moment)
    reactionCount = spoken.count
    if let next = firstRoute(of: reply.routes) { enter(next) }
  }

  // MARK: Going on

  /// Goes to a moment and on from it, to the next stop.
  ///
  /// The compiler refuses every cycle of moments without a reply on it, so this ends.
  private mutating func enter(_ opening: MomentIndex) {
    var next: MomentIndex? = opening
    offers.removeAll(keepingCapacity: true)
    while let index = next {
      if !path.isEmpty, let seen = scenario.tables.moments[state.moment.place].seen {
        state.set(seen)
      }
      state.moment = index
      path.append(index)
      let moment = scenario.tables.moments[index.place]
      say(moment.lines, at: index)
      switch moment.exit {
      case .ending(let ending):
        self.ending = ending
        next = nil
      case .next(let routes):
        next = firstRoute(of: routes)
      case .replies(let replies, let otherwise):
        offer(replies, at: moment)
        next = offers.contains(where: \.isOpen) ? nil : firstRoute(of: otherwise)
        if next != nil { offers.removeAll(keepingCapacity: true) }
      }
    }
  }

  private func firstRoute(of routes: TableRange<Route>) -> MomentIndex? {
    scenario.firstRoute(of: routes) { scenario.holds($0, in: state) }
  }

  private mutating func say(_ items: TableRange<LineItem>, at moment: MomentIndex) {
    for place in items.places {
      let item = scenario.tables.lineItems[place]
      guard scenario.holds(item.condition, in: state) else { continue }
      if item.lines.count == 1 {
        say(LineIndex(item.lines.start), at: moment)
      } else {
        let open = item.lines.places.filter {
          scenario.holds(scenario.tables.lines[$0].condition, in: state)
        }
        guard !open.isEmpty else { continue }
        let bits = draw(at: item.place, of: moment)
        say(LineIndex(open[Chance.index(bits, below: open.count)]), at: moment)
      }
    }
  }

  private mutating func say(_ line: LineIndex, at moment: MomentIndex) {
    guard scenario.holds(scenario.tables.lines[line.place].condition, in: state) else { return }
    spoken.append(Spoken(line: line, moment: moment))
  }

  private mutating func offer(_ replies: TableRange<Reply>, at moment: Moment) {
    for place in replies.places {
      let reply = scenario.tables.replies[place]
      switch reply.standing(in: state, { scenario.holds($0, in: state) }) {
      case .open: offers.append(Offer(reply: ReplyIndex(place), isOpen: true))
      case .locked: offers.append(Offer(reply: ReplyIndex(place), isOpen: false))
      case .absent: continue
      }
    }
    guard scenario.tables.order == .seeded, offers.count > 1 else { return }
    let visit = self.visit(to: state.moment)
    let keyed = offers.map { offer in
      let place = scenario.tables.replies[offer.reply.place].hash
      return (
        offer: offer,
        key: Chance.draw(seed: seed, moment: moment.hash, visit: visit, place: place)
      )
    }
    // Equal keys fall back to the author's order, so the order never depends on the sort.
    offers = keyed.sorted { ($0.key, $0.offer.reply.raw) < ($1.key, $1.offer.reply.raw) }
      .map(\.offer)
  }

  private func draw(at place: UInt64, of moment: MomentIndex) -> UInt64 {
    Chance.draw(
      seed: seed,
      moment: scenario.tables.moments[moment.place].hash,
      visit: visit(to: moment),
      place: place
    )
  }

  private func visit(to moment: MomentIndex) -> UInt64 {
    var visits: UInt64 = 0
    for visited in path where visited == moment { visits += 1 }
    return visits
  }

  // MARK: The ledger

  private mutating func record(_ entries: [LedgerEntry]) {
    guard !entries.isEmpty else { return }
    // A reply may be written to set several errors right; only those that were made can be.
    for entry in entries where entry.kind != .repaired || ledger.stands(for: entry) {
      ledger.entries.append(entry)
    }
    readFactsFromLedger()
  }

  private mutating func readFactsFromLedger() {
    let facts = scenario.ledgerFacts
    for (person, element, fact) in facts.told where ledger.isTold(person, element) {
      state.set(fact)
    }
    for entry in ledger.entries where entry.kind == .promised {
      if let error = entry.error, let fact = facts.promised[error] { state.set(fact) }
    }
    if !facts.repaired.isEmpty, ledger.entries.contains(where: { $0.kind == .repaired }) {
      let standing = ledger.standing()
      for (id, fact) in facts.repaired { state.set(fact, ledger.isRepaired(id, given: standing)) }
    }
    if !facts.contradicted.isEmpty {
      let elements = Set(ledger.contradictions.map(\.element))
      for (element, fact) in facts.contradicted { state.set(fact, elements.contains(element)) }
    }
  }

  private mutating func takeOver(_ carried: Carried) {
    for (place, slot) in scenario.tables.slots.enumerated() {
      guard let value = carried.values[slot.name], let raw = slot.raw(of: value) else { continue }
      state.values[place] = raw
    }
    ledger.entries = carried.entries.compactMap { $0.entry(in: scenario) }
    readFactsFromLedger()
  }

  // MARK: Moves

  /// The moves so far, by ids.
  public var moves: [Move] {
    played.map { move in
      let notes = scenario.tables.replyNotes[move.reply.place]
      let moment = scenario.id(of: scenario.tables.replies[move.reply.place].moment)
      return move.typed < 0
        ? .chose(moment: moment, reply: notes.id)
        : .typed(moment: moment, typedTurns[Int(move.typed)])
    }
  }

  /// The reply of each turn, and the words as typed if they were.
  public var turns: [(reply: ReplyIndex, typed: TypedTurn?)] {
    played.map { ($0.reply, $0.typed < 0 ? nil : typedTurns[Int($0.typed)]) }
  }

  /// Plays it again from the start, and shows each turn as it stood before the worker spoke.
  public func walk(
    _ body: (_ before: Conversation, _ reply: ReplyIndex, _ typed: TypedTurn?) -> Void
  ) {
    var walker = Conversation(scenario, seed: seed, carried: carried, beginning)
    for move in played {
      body(walker, move.reply, move.typed < 0 ? nil : typedTurns[Int(move.typed)])
      walker.repeatMove(move, of: self)
    }
  }

  /// The same conversation with only its first moves; undo is `rewound(to: turnCount - 1)`.
  public func rewound(to count: Int) -> Conversation {
    var rewound = Conversation(scenario, seed: seed, carried: carried, beginning)
    for move in played.prefix(max(0, count)) { rewound.repeatMove(move, of: self) }
    return rewound
  }

  private mutating func repeatMove(_ move: Played, of other: Conversation) {
    if move.typed < 0 {
      choose(move.reply)
    } else {
      type(other.typedTurns[Int(move.typed)], along: move.reply)
    }
  }

  /// Plays recorded moves.
  ///
  /// - Throws: ``ReplayError`` at the first move that cannot be played, as when the file has changed.
  public init(
    _ scenario: Scenario,
    seed: UInt64,
    carried: Carried = Carried(),
    replaying moves: some Sequence<Move>
  ) throws(ReplayError) {
    self.init(scenario, seed: seed, carried: carried)
    for move in moves { try perform(move) }
  }

  /// Plays one recorded move.
  ///
  /// - Throws: ``ReplayError`` if it cannot be played here; the conversation is then unchanged.
  public mutating func perform(_ move: Move) throws(ReplayError) {
    let reply = try locate(move)
    switch move {
    case .chose: choose(reply)
    case .typed(_, let turn): type(turn, along: reply)
    }
  }

  private func locate(_ move: Move) throws(ReplayError) -> ReplyIndex {
    let count = played.count
    guard let moment = scenario.momentsByID[move.moment] else {
      throw .noSuchMoment(move: count, moment: move.moment)
    }
    guard moment == state.moment, ending == nil else {
      throw .elsewhere(move: count, recorded: move.moment, now: scenario.id(of: state.moment))
    }
    guard let reply = scenario.reply(move.reply, at: moment) else {
      throw .noSuchReply(move: count, moment: move.moment, reply: move.reply)
    }
    guard isOffered(reply) else {
      throw .notOffered(move: count, moment: move.moment, reply: move.reply)
    }
    return reply
  }
}

extension Conversation {
  /// Every fact that some condition reads, and whether it holds now.
  package var factValues: [(fact: Fact, holds: Bool)] {
    scenario.tables.facts.enumerated().map { ($1, state.holds(FactIndex($0))) }
  }
}
