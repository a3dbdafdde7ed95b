/// What goes from one talk of a case to the next: the ledger, and the state that the case names.
public struct Carried: Hashable, Sendable {
  /// A value of declared state, by what it says and not by its place.
  public enum Value: Hashable, Sendable {
    /// A whole number.
    case number(Int)
    /// One of the declared texts.
    case text(String)
    /// True or false.
    case flag(Bool)
  }

  /// A ledger entry that names people by id, so that another scenario can read it.
  public struct Entry: Hashable, Sendable {
    /// The entry, without its hearers; its words are spoken words.
    public let entry: LedgerEntry
    /// The cast ids of those who heard it.
    public let hearers: [String]

    /// Creates an entry.
    public init(_ entry: LedgerEntry, hearers: [String]) {
      self.entry = entry
      self.hearers = hearers
    }

    /// Names the people of an entry by their ids in a scenario.
    public init(_ entry: LedgerEntry, in scenario: Scenario) {
      self.init(entry, hearers: entry.hearers.people.map { scenario.person($0).id })
    }

    /// The entry as another scenario sees it; `nil` if nobody who heard it is in its cast.
    public func entry(in scenario: Scenario) -> LedgerEntry? {
      let people = hearers.compactMap { scenario.person($0) }
      guard !people.isEmpty else { return nil }
      return entry.heard(by: people.reduce(into: CastSet()) { $0.formUnion(CastSet($1)) })
    }
  }

  /// The values, by the name of the state.
  public var values: [String: Value]
  /// The ledger, oldest first.
  public var entries: [Entry]
  /// What earlier talks owed each person, by cast id; the ledger says what of it was told.
  public var owed: [String: [Element]]

  /// Creates what is carried; nothing, for a talk of its own.
  public init(
    values: [String: Value] = [:],
    entries: [Entry] = [],
    owed: [String: [Element]] = [:]
  ) {
    self.values = values
    self.entries = entries
    self.owed = owed
  }

  /// Whether nothing is carried.
  public var isEmpty: Bool { values.isEmpty && entries.isEmpty && owed.isEmpty }
}

extension Conversation {
  /// What the next talk of a case takes over from this one.
  ///
  /// Error ids of the form `moment/reply` are given the scenario's id in front, so that a later talk
  /// can name them.
  public func carriedOn(_ names: [String]) -> Carried {
    var values: [String: Carried.Value] = [:]
    for (place, slot) in scenario.tables.slots.enumerated() where names.contains(slot.name) {
      values[slot.name] = slot.value(of: state.values[place])
    }
    for (name, value) in carried.values where values[name] == nil && names.contains(name) {
      values[name] = value
    }
    let kept = carried.entries
    let unseen = kept.filter { $0.entry(in: scenario) == nil }
    let entries = ledger.entries.map { entry in
      Carried.Entry(
        entry.carried(
          from: scenario.notes.id,
          spoken: entry.words.map { scenario.text($0, in: state) }
        ),
        hearers: entry.hearers.people.map { scenario.tables.cast[$0.place].id }
      )
    }
    var owed = carried.owed
    for (place, person) in scenario.tables.cast.enumerated() {
      let elements = self.owed(to: CastIndex(place))
      if !elements.isEmpty { owed[person.id] = elements }
    }
    return Carried(values: values, entries: unseen + entries, owed: owed)
  }

  /// What a person is owed by now: by this script, and by earlier talks of a case.
  public func owed(to person: CastIndex) -> [Element] {
    let here = scenario.notes.owed[person] ?? []
    let before = carried.owed[scenario.person(person).id] ?? []
    return Element.allCases.filter { here.contains($0) || before.contains($0) }
  }
}

extension LedgerEntry {
  func heard(by hearers: CastSet) -> LedgerEntry {
    LedgerEntry(
      kind: kind,
      hearers: hearers,
      element: element,
      about: about,
      stop: stop,
      error: error,
      origin: origin,
      words: words,
      turn: turn,
      talk: talk
    )
  }

  func carried(from scenario: String, spoken: String?) -> LedgerEntry {
    // An id of this talk is `promise` or `moment/reply`; one of an earlier talk has its scenario in front.
    func placed(_ id: String) -> String {
      id.count(where: { $0 == "/" }) == 1 ? "\(scenario)/\(id)" : id
    }
    return LedgerEntry(
      kind: kind,
      hearers: hearers,
      element: element,
      about: about,
      stop: stop,
      error: error.map { talk == nil ? placed($0) : $0 },
      origin: origin.map { talk == nil ? placed($0) : $0 },
      words: spoken.map { .spoken($0) },
      turn: turn,
      talk: talk ?? scenario
    )
  }
}

extension Slot {
  func value(of raw: Int32) -> Carried.Value {
    switch kind {
    case .number: .number(Int(raw))
    case .text(let values): .text(values[Int(raw)])
    case .flag: .flag(raw != 0)
    }
  }

  func raw(of value: Carried.Value) -> Int32? {
    switch (kind, value) {
    case (.number(let range), .number(let number)):
      Int32(clamping: min(max(number, Int(range.lowerBound)), Int(range.upperBound)))
    case (.text(let values), .text(let text)):
      values.firstIndex(of: text).map { Int32($0) }
    case (.flag, .flag(let flag)): flag ? 1 : 0
    default: nil
    }
  }
}
