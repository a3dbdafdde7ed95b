/// As much of the ledger as conditions can ask about, in a form of fixed size.
///
/// Of everything a script can say, only errors that some `repaired` or `contradicted` asks about
/// matter, and of each only with whom it still stands. The entries that one line of the script makes
/// again and again behave like their latest: it was heard by the same people, and every repair since
/// has reached the older ones too. So one set of people for each such line says exactly what the whole
/// ledger would.
struct StandingErrors: Sendable {
  /// An error that is followed.
  struct Followed: Sendable {
    let hearers: CastSet
    /// The ids by which the ledger knows it: that of the error, and the reply that made it.
    var name = ""
    var origin: String?
    /// What kind of error it is; absent for one that only an earlier talk can have made.
    var kind: LedgerEntry.Kind?
    var element: Element?
    /// For a reply at level 1, its own promises: setting all of them right sets it right too.
    var promises: [Int] = []
  }

  /// What a reply does to what is followed, in the order of its deeds.
  enum Step: Sendable {
    case holds(FactIndex)
    case tells(Int)
    case errs(Int)
    case repairs([Int], harms: [Int], with: CastSet)
  }

  /// A fact that is worked out from what stands.
  enum Derived: Sendable {
    case repaired(FactIndex, [Int])
    case contradicted(FactIndex, homes: [Int], others: [Int], denied: [Int], told: Int)
  }

  /// With whom each followed error stands, whether it was ever made, and which elements were told.
  struct Values: Hashable, Sendable {
    var standing: [UInt64]
    var made: [Bool]
    var told: [Bool]
  }

  private(set) var followed: [Followed] = []
  private(set) var derived: [Derived] = []
  /// The elements that are followed because they may be contradicted.
  private(set) var elements: [Element] = []
  var elementCount: Int { elements.count }
  private(set) var steps: [Step] = []
  private(set) var stepsOfReply: [TableRange<Step>] = []
  /// The errors that only an earlier talk of a case can have made, by id.
  private(set) var earlier: [(id: String, place: Int)] = []

  init(_ scenario: Scenario, earlier made: [EarlierError] = []) {
    var build = Building(scenario, made)
    build.follow()
    followed = build.followed
    derived = build.derived
    elements = build.elements
    earlier = build.earlier
    stepsOfReply.reserveCapacity(scenario.replyCount)
    for place in 0..<scenario.replyCount {
      let first = steps.count
      build.steps(of: place, into: &steps)
      stepsOfReply.append(TableRange(first, steps.count))
    }
  }

  var start: Values {
    Values(
      standing: Array(repeating: 0, count: followed.count),
      made: Array(repeating: false, count: followed.count),
      told: Array(repeating: false, count: elementCount)
    )
  }

  /// What a whole ledger comes to.
  func values(of ledger: Ledger) -> Values {
    var values = start
    guard !followed.isEmpty || !elements.isEmpty else { return values }
    let standing = ledger.standing()
    for (place, error) in followed.enumerated() {
      // Of one that was made again and again, the latest says it all.
      let made = ledger.entries.lastIndex { entry in
        guard let kind = error.kind else { return entry.kind.isError && entry.error == error.name }
        return entry.kind == kind && entry.origin == error.origin && entry.error == error.name
          && entry.element == error.element
      }
      guard let made else { continue }
      values.made[place] = true
      values.standing[place] = standing[made].rawValue
    }
    for (place, element) in elements.enumerated() {
      values.told[place] = ledger.entries.contains { $0.kind == .told && $0.element == element }
    }
    return values
  }

  /// Does what a reply does to the ledger, to the facts that are read from it.
  func say(_ reply: Int, _ values: inout Values, _ state: inout State) {
    let range = stepsOfReply[reply]
    guard !range.isEmpty else { return }
    var mustDerive = false
    for place in range.places {
      switch steps[place] {
      case .holds(let fact):
        state.set(fact)
      case .tells(let element):
        values.told[element] = true
        mustDerive = true
      case .errs(let error):
        values.standing[error] = followed[error].hearers.rawValue
        values.made[error] = true
        mustDerive = true
      case .repairs(let named, let harms, let hearers):
        for error in named { values.standing[error] &= ~hearers.rawValue }
        for harm in harms {
          values.standing[harm] &= followed[harm].promises.reduce(0) { $0 | values.standing[$1] }
        }
        mustDerive = true
      }
    }
    if mustDerive { derive(values, &state) }
  }

  func derive(_ values: Values, _ state: inout State) {
    for fact in derived {
      switch fact {
      case .repaired(let fact, let errors):
        var made = false
        var stands: UInt64 = 0
        for error in errors {
          made = made || values.made[error]
          stands |= values.standing[error]
        }
        state.set(fact, made && stands == 0)
      case .contradicted(let fact, let homes, let others, let denied, let told):
        let torn =
          homes.contains { values.standing[$0] != 0 }
          && others.contains { values.standing[$0] != 0 }
        let gainsaid = values.told[told] && denied.contains { values.standing[$0] != 0 }
        state.set(fact, torn || gainsaid)
      }
    }
  }
}

/// A promise or a denial that an earlier talk of a case can make.
public struct EarlierError: Hashable, Sendable {
  /// Its id: that of a promise, or `scenario/moment/reply`.
  public let id: String
  /// What it guarantees, for a promise.
  public let about: PromiseSubject?
  /// What it denies, for a denial.
  public let denied: Element?
  /// The cast ids of those who hear it.
  public let hearers: [String]
}

extension Scenario {
  /// The promises and denials that this talk can make, for the talks after it.
  public var possibleErrors: [EarlierError] {
    replyIndices.flatMap { reply in
      deeds(of: reply).compactMap { deed, hearers in
        guard deed.kind == .promised || deed.kind == .denied, let id = deed.error else {
          return nil
        }
        return EarlierError(
          id: deed.kind == .promised ? id : "\(notes.id)/\(id)",
          about: deed.about,
          denied: deed.kind == .denied ? deed.element : nil,
          hearers: hearers.people.map { tables.cast[$0.place].id }
        )
      }
    }
  }
}

extension StandingErrors {
  /// Finds out what must be followed.
  private struct Building {
    let scenario: Scenario
    var followed: [Followed] = []
    var derived: [Derived] = []
    var elements: [Element] = []
    var earlier: [(id: String, place: Int)] = []
    /// The followed error of each deed.
    private var places: [Int: Int] = [:]
    /// The deeds that make errors, by each name they have.
    private var byName: [String: [Int]] = [:]
    private var replyOfDeed: [Int: Int] = [:]

    private let before: [EarlierError]

    init(_ scenario: Scenario, _ before: [EarlierError]) {
      self.scenario = scenario
      self.before = before
    }

    private var tables: ScenarioTables { scenario.tables }

    mutating func follow() {
      let facts = tables.facts
      let asks = facts.contains {
        switch $0 {
        case .repaired, .contradicted: true
        case .seen, .said, .told, .promised: false
        }
      }
      guard asks else { return }
      for reply in tables.replies.indices {
        for deed in tables.replies[reply].deeds.places where tables.deeds[deed].kind.isError {
          replyOfDeed[deed] = reply
          for name in names(of: deed, reply) { byName[name, default: []].append(deed) }
        }
      }
      for (row, fact) in facts.enumerated() {
        switch fact {
        case .repaired(let id): follow(repaired: id, FactIndex(row))
        case .contradicted(let element): follow(contradicted: element, FactIndex(row))
        case .seen, .said, .told, .promised: continue
        }
      }
    }

    private mutating func follow(repaired id: String, _ fact: FactIndex) {
      var errors: [Int] = []
      for deed in byName[id] ?? [] { errors.append(place(of: deed)) }
      if errors.isEmpty { errors = [place(ofEarlier: id)] }
      derived.append(.repaired(fact, errors))
    }

    private mutating func follow(contradicted element: Element, _ fact: FactIndex) {
      var homes: [Int] = []
      var others: [Int] = []
      var denied: [Int] = []
      for deed in replyOfDeed.keys.sorted() {
        let row = tables.deeds[deed]
        if row.kind == .denied, row.element == element { denied.append(place(of: deed)) }
        guard row.kind == .promised, element == .planA || element == .planB else { continue }
        if row.about == .planA { homes.append(place(of: deed)) }
        if row.about == .planB { others.append(place(of: deed)) }
      }
      if element == .planA || element == .planB {
        homes += before.filter { $0.about == .planA }.map { place(ofEarlier: $0.id) }
        others += before.filter { $0.about == .planB }.map { place(ofEarlier: $0.id) }
      }
      denied += before.filter { $0.denied == element }.map { place(ofEarlier: $0.id) }
      if !elements.contains(element) { elements.append(element) }
      let told = elements.firstIndex(of: element) ?? 0
      derived.append(
        .contradicted(fact, homes: homes, others: others, denied: denied, told: told)
      )
    }

    private func names(of deed: Int, _ reply: Int) -> Set<String> {
      var names: Set = [origin(of: reply)]
      if let error = tables.deeds[deed].error { names.insert(error) }
      return names
    }

    private func origin(of reply: Int) -> String {
      "\(scenario.id(of: tables.replies[reply].moment))/\(scenario.id(of: ReplyIndex(reply)))"
    }

    private func hearers(of deed: Int, _ reply: Int) -> CastSet {
      tables.deeds[deed].hearers
        ?? tables.moments[tables.replies[reply].moment.place].hearers
    }

    private mutating func place(ofEarlier id: String) -> Int {
      if let known = earlier.first(where: { $0.id == id }) { return known.place }
      let heard = before.first { $0.id == id }?.hearers.compactMap { scenario.person($0) } ?? []
      let hearers = heard.reduce(into: CastSet()) { $0.formUnion(CastSet($1)) }
      earlier.append((id, followed.count))
      followed.append(
        Followed(hearers: hearers.isEmpty ? CastSet(scenario.notes.listener) : hearers, name: id)
      )
      return followed.count - 1
    }

    private mutating func place(of deed: Int) -> Int {
      if let place = places[deed] { return place }
      let reply = replyOfDeed[deed] ?? 0
      let place = followed.count
      places[deed] = place
      let row = tables.deeds[deed]
      followed.append(
        Followed(
          hearers: hearers(of: deed, reply),
          name: row.error ?? "",
          origin: origin(of: reply),
          kind: row.kind,
          element: row.element
        )
      )
      if tables.deeds[deed].kind == .harmed {
        let promises = tables.replies[reply].deeds.places
          .filter { tables.deeds[$0].kind == .promised }
        let own = promises.map { self.place(of: $0) }
        followed[place].promises = own
      }
      return place
    }

    func steps(of reply: Int, into steps: inout [Step]) {
      let facts = scenario.ledgerFacts
      for deed in tables.replies[reply].deeds.places {
        let row = tables.deeds[deed]
        let hearers = hearers(of: deed, reply)
        switch row.kind {
        case .told:
          for (person, element, fact) in facts.told
          where row.element == element && hearers.contains(CastSet(person)) {
            steps.append(.holds(fact))
          }
          if let element = row.element, let place = elements.firstIndex(of: element) {
            steps.append(.tells(place))
          }
        case .promised:
          if let id = row.error, let fact = facts.promised[id] { steps.append(.holds(fact)) }
          if let place = places[deed] { steps.append(.errs(place)) }
        case .denied, .harmed, .stopped:
          if let place = places[deed] { steps.append(.errs(place)) }
        case .repaired:
          guard let id = row.error, let repair = repair(of: id, with: hearers) else { continue }
          steps.append(repair)
        case .softened:
          continue
        }
      }
    }

    private func repair(of id: String, with hearers: CastSet) -> Step? {
      let own = (byName[id] ?? []).compactMap { places[$0] }
      let named = own + earlier.filter { $0.id == id }.map(\.place)
      let harms = followed.indices.filter { place in
        followed[place].promises.contains { named.contains($0) }
      }
      return named.isEmpty && harms.isEmpty ? nil : .repairs(named, harms: harms, with: hearers)
    }
  }
}
