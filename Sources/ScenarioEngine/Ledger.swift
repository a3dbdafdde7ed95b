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

  /// Those who heard the error with this id and with whom it has not been set right.
  ///
  /// `nil` if it was never made. An error made again after its repair stands again.
  public func standing(_ error: String) -> CastSet? {
    var outstanding: CastSet?
    for entry in entries where entry.error == error {
      if entry.kind == .repaired {
        outstanding = outstanding?.subtracting(entry.hearers)
      } else {
        outstanding = (outstanding ?? []).union(entry.hearers)
      }
    }
    return outstanding
  }

  /// Whether the error with this id was made and has since been set right with all who heard it.
  public func isRepaired(_ error: String) -> Bool { standing(error)?.isEmpty ?? false }

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

  private func standingEntries(where matches: (LedgerEntry) -> Bool) -> [Int] {
    entries.indices.filter { place in
      guard matches(entries[place]), let error = entries[place].error else { return false }
      return !(standing(error) ?? []).isDisjoint(with: entries[place].hearers)
    }
  }
}
