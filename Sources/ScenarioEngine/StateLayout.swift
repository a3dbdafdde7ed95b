/// How everything that a conversation can depend on is packed into a few words.
///
/// What no condition can still ask about from a moment on is not kept there: two states that differ
/// only in it go on alike, so a search may take them for one.
struct StateLayout: Sendable {
  /// One piece of a packed state; it never straddles two words.
  struct Field: Sendable {
    let word: Int
    let shift: UInt64
    let mask: UInt64
  }

  private(set) var width = 1
  private(set) var moment = Field(word: 0, shift: 0, mask: 0)
  private(set) var turns = Field(word: 0, shift: 0, mask: 0)
  private(set) var slots: [(field: Field, least: Int32)] = []
  private(set) var facts: [Field] = []
  private(set) var standing: [(field: Field, shift: UInt64)] = []
  private(set) var made: [Field] = []
  private(set) var told: [Field] = []
  /// For each moment the words' bits that matter from there on.
  private(set) var kept: [UInt64] = []
  private var used = 0

  init(_ tables: ScenarioTables, _ errors: StandingErrors, merging: Bool) {
    moment = add(bits: Self.bits(for: UInt64(max(0, tables.moments.count - 1))))
    turns = add(bits: Self.bits(for: UInt64(max(0, tables.turnsCap))))
    for slot in tables.slots {
      let span = Int64(slot.range.upperBound) - Int64(slot.range.lowerBound)
      slots.append((add(bits: Self.bits(for: UInt64(span))), slot.range.lowerBound))
    }
    for _ in tables.facts { facts.append(add(bits: 1)) }
    for error in errors.followed {
      let shift = UInt64(error.hearers.rawValue.trailingZeroBitCount & 63)
      standing.append((add(bits: Self.bits(for: error.hearers.rawValue >> shift)), shift))
      made.append(add(bits: 1))
    }
    for _ in 0..<errors.elementCount { told.append(add(bits: 1)) }
    kept = Array(repeating: ~0, count: tables.moments.count * width)
    if merging { dropWhatIsNeverAsked(tables, errors) }
  }

  private static func bits(for greatest: UInt64) -> Int { 64 - greatest.leadingZeroBitCount }

  private mutating func add(bits: Int) -> Field {
    if used + bits > 64 {
      width += 1
      used = 0
    }
    let mask: UInt64 = bits == 64 ? ~0 : (1 << UInt64(bits)) - 1
    defer { used += bits }
    return Field(word: width - 1, shift: UInt64(used & 63), mask: mask)
  }

  // MARK: What still matters

  /// Works backwards from every question over the ways on, until nothing changes.
  private mutating func dropWhatIsNeverAsked(_ tables: ScenarioTables, _ errors: StandingErrors) {
    let reading = Reading(tables, self)
    var asked = Array(repeating: UInt64(0), count: tables.moments.count * width)
    var sources: [[Int32]] = Array(repeating: [], count: tables.moments.count)
    for place in tables.moments.indices {
      for target in reading.targets(of: place) where sources[target].last != Int32(place) {
        sources[target].append(Int32(place))
      }
    }
    var waiting = Array(tables.moments.indices)
    var isWaiting = Array(repeating: true, count: waiting.count)
    while let place = waiting.popLast() {
      isWaiting[place] = false
      guard reading.update(place, &asked) else { continue }
      for source in sources[place] where !isWaiting[Int(source)] {
        isWaiting[Int(source)] = true
        waiting.append(Int(source))
      }
    }
    for place in tables.moments.indices { asked[place * width + moment.word] |= moment.mask }
    kept = asked
  }

  /// Which bits each moment's questions read.
  private struct Reading {
    let tables: ScenarioTables
    let layout: StateLayout
    /// What a ledger fact that is worked out needs besides its own bit.
    let ledger: [UInt64]
    let derivedFacts: Set<Int>

    init(_ tables: ScenarioTables, _ layout: StateLayout) {
      self.tables = tables
      self.layout = layout
      var ledger = Array(repeating: UInt64(0), count: layout.width)
      for field in layout.standing.map(\.field) + layout.made + layout.told {
        ledger[field.word] |= field.mask << field.shift
      }
      var derived: Set<Int> = []
      for (row, fact) in tables.facts.enumerated() {
        switch fact {
        case .repaired, .contradicted: derived.insert(row)
        case .seen, .said, .told, .promised: continue
        }
      }
      self.ledger = ledger
      self.derivedFacts = derived
    }

    func targets(of place: Int) -> [Int] {
      let moment = tables.moments[place]
      switch moment.exit {
      case .ending: return []
      case .next(let routes): return routes.places.map { tables.routes[$0].moment.place }
      case .replies(let replies, let otherwise):
        var targets = otherwise.places.map { tables.routes[$0].moment.place }
        for reply in replies.places {
          targets += tables.replies[reply].routes.places.map { tables.routes[$0].moment.place }
        }
        return targets
      }
    }

    /// Recomputes what one moment needs; returns whether that is more than before.
    func update(_ place: Int, _ asked: inout [UInt64]) -> Bool {
      let width = layout.width
      var words = Array(repeating: UInt64(0), count: width)
      let moment = tables.moments[place]
      read(lines: moment.lines, &words)
      switch moment.exit {
      case .ending: break
      case .next(let routes): read(routes: routes, asked, &words)
      case .replies(let replies, let otherwise):
        read(routes: otherwise, asked, &words)
        for reply in replies.places { read(reply: reply, asked, &words) }
      }
      var grew = false
      for word in 0..<width
      where asked[place * width + word] | words[word] != asked[place * width + word] {
        asked[place * width + word] |= words[word]
        grew = true
      }
      return grew
    }

    private func read(reply place: Int, _ asked: [UInt64], _ words: inout [UInt64]) {
      let reply = tables.replies[place]
      var after = Array(repeating: UInt64(0), count: layout.width)
      read(lines: reply.reaction, &after)
      read(routes: reply.routes, asked, &after)
      for effect in reply.effects.places {
        // A value that is set anew is not needed from before; one that is added to is.
        guard case .set(let slot, _) = tables.effects[effect] else { continue }
        let field = layout.slots[slot.place].field
        after[field.word] &= ~(field.mask << field.shift)
      }
      for word in words.indices { words[word] |= after[word] }
      read(reply.condition, &words)
      if reply.once, let said = reply.said { read(layout.facts[said.place], &words) }
    }

    private func read(
      routes: TableRange<Route>,
      _ asked: [UInt64],
      _ words: inout [UInt64]
    ) {
      for place in routes.places {
        let route = tables.routes[place]
        read(route.condition, &words)
        for word in words.indices {
          words[word] |= asked[route.moment.place * layout.width + word]
        }
      }
    }

    private func read(lines: TableRange<LineItem>, _ words: inout [UInt64]) {
      for place in lines.places {
        let item = tables.lineItems[place]
        read(item.condition, &words)
        for line in item.lines.places { read(tables.lines[line].condition, &words) }
      }
    }

    private func read(_ condition: ConditionIndex?, _ words: inout [UInt64]) {
      guard let condition else { return }
      for step in tables.conditions[condition.place].steps.places {
        switch tables.steps[step] {
        case .value(let slot, _, _): read(layout.slots[slot.place].field, &words)
        case .values(let left, _, let right):
          read(layout.slots[left.place].field, &words)
          read(layout.slots[right.place].field, &words)
        case .turns: read(layout.turns, &words)
        case .turnsAndValue(_, let slot):
          read(layout.turns, &words)
          read(layout.slots[slot.place].field, &words)
        case .fact(let fact):
          read(layout.facts[fact.place], &words)
          if derivedFacts.contains(fact.place) {
            for word in words.indices { words[word] |= ledger[word] }
          }
        case .constant, .not, .and, .or: continue
        }
      }
    }

    private func read(_ field: Field, _ words: inout [UInt64]) {
      words[field.word] |= field.mask << field.shift
    }
  }
}

extension StateLayout.Field {
  @inline(__always)
  func put(_ value: UInt64, _ words: inout [UInt64]) { words[word] |= (value & mask) << shift }

  @inline(__always)
  func get(_ words: borrowing [UInt64], _ start: Int) -> UInt64 {
    (words[start + word] >> shift) & mask
  }
}

extension StateLayout {
  /// Reads a packed state; a method of its own type, so that a stepper is not copied for it.
  func unpack(_ words: borrowing [UInt64], _ start: Int, _ node: inout Stepper.Node) {
    node.state.moment = MomentIndex(Int(truncatingIfNeeded: moment.get(words, start)))
    node.state.turns = Int32(truncatingIfNeeded: turns.get(words, start))
    for index in slots.indices {
      let (field, least) = slots[index]
      node.state.values[index] =
        Int32(
          truncatingIfNeeded: Int64(truncatingIfNeeded: field.get(words, start)) &+ Int64(least)
        )
    }
    for index in facts.indices {
      node.state.set(FactIndex(index), facts[index].get(words, start) != 0)
    }
    for index in standing.indices {
      let (field, shift) = standing[index]
      node.errors.standing[index] = field.get(words, start) << shift
      node.errors.made[index] = made[index].get(words, start) != 0
    }
    for index in told.indices {
      node.errors.told[index] = told[index].get(words, start) != 0
    }
  }
}
