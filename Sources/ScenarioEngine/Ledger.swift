/// What a reply does to the ledger, as written in the script.
package struct Deed: Hashable, Sendable {
  package let kind: LedgerEntry.Kind
  package let element: Element?
  package let about: PromiseSubject?
  package let stop: StopCode?
  /// The id of the error it makes or repairs.
  package let error: String?
  /// The exact words of the reply.
  package let words: Template?
  /// Who hears it, when that is not everybody at the moment.
  package let hearers: CastSet?

  package init(
    kind: LedgerEntry.Kind,
    element: Element? = nil,
    about: PromiseSubject? = nil,
    stop: StopCode? = nil,
    error: String? = nil,
    words: Template? = nil,
    hearers: CastSet? = nil
  ) {
    self.kind = kind
    self.element = element
    self.about = about
    self.stop = stop
    self.error = error
    self.words = words
    self.hearers = hearers
  }
}

/// One thing somebody has been told, promised or spared, or that was set right with them.
public struct LedgerEntry: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, CaseIterable, Sendable {
    /// An element was told.
    case told
    /// An element was told smaller than it is.
    case softened
    /// An element was denied.
    case denied
    /// An outcome was guaranteed.
    case promised
    /// A reply at level 1 was said.
    case harmed
    /// A stop was committed.
    case stopped
    /// An earlier error was named, taken back and set right.
    case repaired
  }

  /// The exact words, as the script has them or as the trainee typed them.
  public enum Words: Hashable, Sendable {
    /// Words of the scenario, to be rendered by it.
    case script(Template)
    /// Words as they were said.
    case spoken(String)
  }

  /// What was done.
  public let kind: Kind
  /// Who heard it.
  public let hearers: CastSet
  /// What it was about, for told, softened and denied.
  public let element: Element?
  /// What it guaranteed, for a promise.
  public let about: PromiseSubject?
  /// Which stop, for a stop.
  public let stop: StopCode?
  /// The id of the error that was made or repaired: a promise id or `moment/reply`.
  public let error: String?
  /// The `moment/reply` that made the error, by which a repair may name it too.
  public let origin: String?
  /// The words.
  public let words: Words?
  /// The worker's turn in that talk, from 1.
  public let turn: Int
  /// The earlier talk of the case in which it happened; absent for this one.
  public let talk: String?

  /// Creates an entry.
  public init(
    kind: Kind,
    hearers: CastSet,
    element: Element? = nil,
    about: PromiseSubject? = nil,
    stop: StopCode? = nil,
    error: String? = nil,
    origin: String? = nil,
    words: Words? = nil,
    turn: Int,
    talk: String? = nil
  ) {
    self.kind = kind
    self.hearers = hearers
    self.element = element
    self.about = about
    self.stop = stop
    self.error = error
    self.origin = origin
    self.words = words
    self.turn = turn
    self.talk = talk
  }
}

/// Who has been told what: every element, promise, stop and repair, per listener, in order.
public struct Ledger: Hashable, Sendable {
  /// Two versions of one thing that are out in the family at the same time.
  public struct Contradiction: Hashable, Sendable {
    /// What it is about.
    public let element: Element
    /// The places in ``Ledger/entries`` of what was said, in order.
    public let entries: [Int]
  }

  /// The entries, oldest first; those of earlier talks of a case come before.
  public internal(set) var entries: [LedgerEntry] = []

  /// Creates an empty ledger.
  public init() {}

  /// For each entry that makes an error, those who heard it and with whom it has not been set right.
  ///
  /// A repair names a promise, or everything a reply did by `moment/reply`. Where a reply was harmful
  /// because of what it promised, setting every promise of it right sets the harm right too. An error
  /// that is made again after its repair stands again.
  public func standing() -> [CastSet] {
    var standing = entries.map { $0.kind.isError ? $0.hearers : [] }
    guard entries.contains(where: { $0.kind == .repaired }) else { return standing }
    for (place, repair) in entries.enumerated() where repair.kind == .repaired {
      guard let id = repair.error else { continue }
      for earlier in 0..<place where entries[earlier].isNamed(id) {
        standing[earlier].subtract(repair.hearers)
      }
      for earlier in 0..<place where entries[earlier].kind == .harmed {
        let promises = (0..<place).filter { entries[$0].isPromise(madeWith: entries[earlier]) }
        guard promises.contains(where: { entries[$0].isNamed(id) }) else { continue }
        let unrepaired = promises.reduce(into: CastSet()) { $0.formUnion(standing[$1]) }
        standing[earlier].formIntersection(unrepaired)
      }
    }
    return standing
  }

  /// Whether what this repair names still stands with somebody who hears it.
  func stands(for repair: LedgerEntry) -> Bool {
    guard let id = repair.error else { return false }
    let standing = standing()
    return entries.indices.contains {
      entries[$0].isNamed(id) && !standing[$0].isDisjoint(with: repair.hearers)
    }
  }

  /// Whether the error with this id was made and has since been set right with all who heard it.
  public func isRepaired(_ error: String) -> Bool { isRepaired(error, given: standing()) }

  func isRepaired(_ error: String, given standing: [CastSet]) -> Bool {
    var wasMade = false
    for place in entries.indices
    where entries[place].kind.isError && entries[place].isNamed(error) {
      if !standing[place].isEmpty { return false }
      wasMade = true
    }
    return wasMade
  }

  /// Whether a promise with this id was made.
  public func isPromised(_ id: String) -> Bool {
    entries.contains { $0.kind == .promised && $0.error == id }
  }

  /// Whether this person has been told this element.
  public func isTold(_ person: CastIndex, _ element: Element) -> Bool {
    entries.contains {
      $0.kind == .told && $0.element == element && $0.hearers.contains(CastSet(person))
    }
  }

  /// The contradictions that stand: home promised and another family promised, or an element told
  /// and denied, unless repaired with the person misled.
  public var contradictions: [Contradiction] {
    guard entries.contains(where: { $0.kind == .promised || $0.kind == .denied }) else { return [] }
    let standing = standing()
    func standingEntries(where matches: (LedgerEntry) -> Bool) -> [Int] {
      entries.indices.filter { matches(entries[$0]) && !standing[$0].isEmpty }
    }
    var found: [Contradiction] = []
    let homes = standingEntries { $0.kind == .promised && $0.about == .planA }
    let others = standingEntries { $0.kind == .promised && $0.about == .planB }
    if !homes.isEmpty && !others.isEmpty {
      let both = (homes + others).sorted()
      found.append(Contradiction(element: .planA, entries: both))
      found.append(Contradiction(element: .planB, entries: both))
    }
    for element in Element.allCases {
      let denied = standingEntries { $0.kind == .denied && $0.element == element }
      let told = entries.indices.filter {
        entries[$0].kind == .told && entries[$0].element == element
      }
      if !denied.isEmpty && !told.isEmpty {
        found.append(Contradiction(element: element, entries: (denied + told).sorted()))
      }
    }
    return found
  }

  /// Whether any contradiction about this element stands.
  public func isContradicted(_ element: Element) -> Bool {
    contradictions.contains { $0.element == element }
  }

  /// Elements that somebody was told and somebody else knows only smaller than they are.
  ///
  /// Whoever heard it smaller and was told it as well has it whole, and is not counted.
  public var differences: [Contradiction] {
    Element.allCases.compactMap { element in
      let told = entries.indices.filter {
        entries[$0].kind == .told && entries[$0].element == element
      }
      let informed = told.reduce(into: CastSet()) { $0.formUnion(entries[$1].hearers) }
      let softened = entries.indices.filter {
        entries[$0].kind == .softened && entries[$0].element == element
          && !entries[$0].hearers.isSubset(of: informed)
      }
      guard !softened.isEmpty && !told.isEmpty else { return nil }
      return Contradiction(element: element, entries: (softened + told).sorted())
    }
  }
}

extension LedgerEntry.Kind {
  /// Whether an entry of this kind is an error until it is repaired.
  public var isError: Bool {
    switch self {
    case .denied, .promised, .harmed, .stopped: true
    case .told, .softened, .repaired: false
    }
  }
}

extension LedgerEntry {
  func isNamed(_ id: String) -> Bool { error == id || origin == id }

  func isPromise(madeWith other: LedgerEntry) -> Bool {
    kind == .promised && origin == other.origin && turn == other.turn && talk == other.talk
  }
}
