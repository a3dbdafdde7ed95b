/// The rules by which a state goes on, shared by play and by search so that they cannot differ.
extension Scenario {
  /// What a reply does to the state when it is said, before the ledger is written.
  @inline(__always)
  func say(_ reply: Reply, in state: inout State) {
    if state.turns < tables.turnsCap { state.turns += 1 }
    if let said = reply.said { state.set(said) }
    for place in reply.effects.places { apply(tables.effects[place], to: &state) }
  }

  @inline(__always)
  private func apply(_ effect: Effect, to state: inout State) {
    switch effect {
    case .set(let slot, let value):
      state.values[slot.place] = value
    case .add(let slot, let amount):
      let range = ranges[slot.place]
      let sum = Int64(state.values[slot.place]) + Int64(amount)
      let clamped = min(max(sum, Int64(range.lowerBound)), Int64(range.upperBound))
      state.values[slot.place] = Int32(clamped)
    }
  }

  /// The first way on whose condition holds.
  @inline(__always)
  func firstRoute(
    of range: TableRange<Route>,
    _ holds: (ConditionIndex?) -> Bool
  ) -> MomentIndex? {
    for place in range.places where holds(tables.routes[place].condition) {
      return tables.routes[place].moment
    }
    return nil
  }
}

extension Reply {
  /// How a reply stands before the worker.
  enum Standing {
    case open
    case locked
    case absent
  }

  /// How this reply stands in a state; every rule of who may say what is here.
  @inline(__always)
  func standing(in state: borrowing State, _ holds: (ConditionIndex?) -> Bool) -> Standing {
    if once, let said, state.holds(said) { return .absent }
    if holds(condition) { return .open }
    return locked == nil ? .absent : .locked
  }
}
