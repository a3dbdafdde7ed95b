/// What earlier talks of a case can have left in the ledger, as far as a script asks about it.
extension Stepper {
  /// One thing that may have happened before.
  package enum EarlierThing: Hashable, Sendable {
    /// Somebody was told something.
    case told(FactIndex, Element)
    /// An element was told that no condition asks about, but that can be contradicted.
    case toldElement(Element)
    /// A promise was made.
    case promised(FactIndex, error: Int?)
    /// An error was made and set right.
    case repaired(FactIndex, error: Int, promise: FactIndex?)
    /// An error was made that is no promise.
    case erred(Int)
  }

  /// Everything that conditions ask about and that may have happened in an earlier talk.
  package func earlierThings() -> [EarlierThing] {
    let made = Set(
      tables.deeds.compactMap { deed in deed.kind == .promised ? deed.error : nil }
    )
    var things: [EarlierThing] = []
    for (row, fact) in tables.facts.enumerated() {
      switch fact {
      case .told(_, let element):
        things.append(.told(FactIndex(row), element))
      case .promised(let id) where !made.contains(id):
        things.append(.promised(FactIndex(row), error: earlierPlace(id)))
      case .repaired(let id):
        guard let error = earlierPlace(id) else { continue }
        let promise = tables.facts.firstIndex(of: .promised(id)).map { FactIndex($0) }
        if promise == nil { things.append(.erred(error)) }
        things.append(.repaired(FactIndex(row), error: error, promise: promise))
      case .seen, .said, .promised, .contradicted: continue
      }
    }
    // A promise that no condition names can still contradict another.
    let named = Set(
      things.flatMap { thing -> [Int] in
        switch thing {
        case .told, .toldElement: []
        case .promised(_, let error): error.map { [$0] } ?? []
        case .repaired(_, let error, _), .erred(let error): [error]
        }
      }
    )
    for element in errors.elements where !things.contains(where: { $0.tells(element) }) {
      things.append(.toldElement(element))
    }
    for error in errors.earlier where !named.contains(error.place) {
      things.append(.erred(error.place))
    }
    return things
  }

  private func earlierPlace(_ id: String) -> Int? {
    errors.earlier.first { $0.id == id }?.place
  }

  /// The state before the first moment, when some things happened before.
  package func origin(with things: [EarlierThing]) -> Node {
    var node = origin
    for thing in things {
      switch thing {
      case .told(let fact, let element):
        node.state.set(fact)
        tell(element, &node)
      case .toldElement(let element): tell(element, &node)
      case .promised(let fact, let error):
        node.state.set(fact)
        if let error { make(error, &node) }
      case .erred(let error): make(error, &node)
      case .repaired(_, let error, let promise):
        // When everything is taken together, an error that stands says more than one set right.
        if let promise, !things.contains(.promised(promise, error: error)) {
          node.state.set(promise)
        } else if things.contains(.erred(error)) || promise != nil {
          continue
        }
        node.errors.made[error] = true
      }
    }
    errors.derive(node.errors, &node.state)
    return node
  }

  private func tell(_ element: Element, _ node: inout Node) {
    guard let place = errors.elements.firstIndex(of: element) else { return }
    node.errors.told[place] = true
  }

  private func make(_ error: Int, _ node: inout Node) {
    node.errors.made[error] = true
    node.errors.standing[error] = errors.followed[error].hearers.rawValue
  }
}

extension Stepper.EarlierThing {
  fileprivate func tells(_ element: Element) -> Bool {
    switch self {
    case .told(_, let told), .toldElement(let told): told == element
    case .promised, .repaired, .erred: false
    }
  }
}

extension Stepper.Node {
  /// Gives a piece of state another value.
  package mutating func set(_ slot: SlotIndex, to value: Int32) { state.values[slot.place] = value }

  /// Says that a fact holds, for a place that an author asks about.
  package mutating func set(_ fact: FactIndex) { state.set(fact) }
}
