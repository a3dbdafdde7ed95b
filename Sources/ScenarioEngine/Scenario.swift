/// One conversation, compiled: flat tables that never change, ready to be played any number of times.
///
/// A class, so that a conversation that is copied for undo, search or a bot shares it at the cost of
/// one reference.
public final class Scenario: Sendable {
  /// The tables that play reads.
  package let tables: ScenarioTables
  /// Everything about the scenario that play does not read.
  public let notes: ScenarioNotes

  /// Finds reply and moment ids in ``tables``; built once, for replay.
  let momentsByID: [String: MomentIndex]
  let ledgerFacts: LedgerFacts
  /// The state before the first moment.
  let start: State
  /// The range of each piece of state, apart from its name, for play.
  let ranges: [ClosedRange<Int32>]

  package init(tables: ScenarioTables, notes: ScenarioNotes) {
    self.tables = tables
    self.notes = notes
    var byID: [String: MomentIndex] = [:]
    byID.reserveCapacity(tables.moments.count)
    for (place, moment) in tables.momentNotes.enumerated() {
      byID[moment.id] = MomentIndex(place)
    }
    self.momentsByID = byID
    self.ledgerFacts = LedgerFacts(tables.facts)
    self.ranges = tables.slots.map(\.range)
    self.start = State(
      moment: tables.opening,
      values: tables.slots.map(\.start),
      turns: 0,
      facts: Array(repeating: 0, count: (tables.facts.count + 63) / 64)
    )
  }
}

/// The flat tables of a scenario, filled by the compiler.
package struct ScenarioTables: Sendable {
  package var cast: [CastMember] = []
  package var slots: [Slot] = []
  package var opening: MomentIndex = MomentIndex(0)
  package var moments: [Moment] = []
  package var momentNotes: [MomentNotes] = []
  package var replies: [Reply] = []
  package var replyNotes: [ReplyNotes] = []
  package var lines: [Line] = []
  package var lineItems: [LineItem] = []
  package var endings: [Ending] = []
  package var routes: [Route] = []
  package var effects: [Effect] = []
  package var deeds: [Deed] = []
  package var conditions: [Condition] = []
  package var steps: [Condition.Step] = []
  package var facts: [Fact] = []
  package var pieces: [TextPiece] = []
  package var pool: [UInt8] = []
  /// One above the largest number that `turns` is compared with; 0 if it never is.
  package var turnsCap: Int32 = 0
  package var order: ReplyOrder = .seeded

  package init() {}
}

/// The place that an example of law comes from.
public struct Place: Hashable, Sendable {
  /// Where, in words.
  public let name: String
  /// Statute or guide.
  public let source: String?
  /// When it was last checked, as the author wrote it.
  public let checked: String?

  package init(name: String, source: String?, checked: String?) {
    self.name = name
    self.source = source
    self.checked = checked
  }
}

/// A person who has read a scenario before it is used with learners.
public struct Review: Hashable, Sendable {
  /// Who, by role.
  public let by: String
  /// When, as the author wrote it.
  public let date: String

  package init(by: String, date: String) {
    self.by = by
    self.date = date
  }
}

/// What a scenario says about itself; names in its texts are already filled in.
public struct ScenarioNotes: Sendable {
  /// The id, unique across the library.
  public var id = ""
  /// What the menu calls it.
  public var title = ""
  /// One or two sentences that make one want to play.
  public var summary = ""
  /// A BCP 47 language tag.
  public var language = "en"
  /// Where its dates and laws are an example of.
  public var place: Place?
  /// Who has read it.
  public var reviewed: [Review] = []
  /// What may be hard to hear.
  public var contentNote: String?
  /// Where they sit, and when.
  public var setting = ""
  /// Whom the worker is talking to.
  public var listener = CastIndex(0)
  /// Which hour of the family's way it belongs to.
  public var stage: String?
  /// What one may learn.
  public var objectives: [String] = []
  /// Prompts for before the practice.
  public var before: [String] = []
  /// Prompts for after it.
  public var after: [String] = []
  /// Observer cards.
  public var watchFor: [String] = []
  /// For the facilitator only.
  public var notes: [String] = []
  /// Where it comes from.
  public var sources: [String] = []
  /// The rubric its `rates` are in.
  public var rubric = "core"
  /// The dimension ids of that rubric, in the order of ``Levels``.
  public var dimensions: [String] = []
  /// What is true, by key, in the file's order.
  public var facts: [(key: String, text: String)] = []
  /// What each person is owed, by place in the cast.
  public var owed: [CastIndex: [Element]] = [:]
  /// A digest of the file and of the facts that replaced its own; detects accidents, not tampering.
  public var digest = ""

  package init() {}

  /// The readers whom a scenario needs before its levels are more than a matter for discussion, each
  /// with the words by which a review is known to be theirs.
  public static let neededReaders: [(reader: String, words: [String])] = [
    ("a trainer", ["trainer"]),
    ("a parent with lived experience", ["lived experience", "parent partner"]),
    ("a former foster youth", ["foster youth", "foster alum"]),
    ("a kin caregiver", ["kin ", "kinship", "relative caregiver"]),
    ("a tribal worker", ["tribal", "tribe", "icwa"]),
  ]

  /// The line that stands under the title until the needed readers have read it.
  public var draftLine: String? {
    let read = reviewed.map { $0.by.lowercased() }
    let missing = Self.neededReaders.filter { needed in
      !read.contains { review in needed.words.contains { review.contains($0) } }
    }
    .map(\.reader)
    guard let last = missing.last else { return nil }
    let list =
      missing.count == 1 ? last : "\(missing.dropLast().joined(separator: ", ")) or \(last)"
    return "Draft. Not yet read by \(list). Levels are for discussion."
  }
}

/// The facts that follow from the ledger, found by what changes them.
struct LedgerFacts: Sendable {
  var told: [(person: CastIndex, element: Element, fact: FactIndex)] = []
  var promised: [String: FactIndex] = [:]
  var repaired: [String: FactIndex] = [:]
  var contradicted: [(element: Element, fact: FactIndex)] = []

  init(_ facts: [Fact]) {
    for (place, fact) in facts.enumerated() {
      let index = FactIndex(place)
      switch fact {
      case .seen, .said: continue
      case .told(let person, let element): told.append((person, element, index))
      case .promised(let id): promised[id] = index
      case .repaired(let id): repaired[id] = index
      case .contradicted(let element): contradicted.append((element, index))
      }
    }
  }
}

/// Scenarios in order about one family.
public struct Case: Hashable, Sendable {
  /// The id.
  public let id: String
  /// What the menu calls it.
  public let title: String
  /// One or two sentences.
  public let summary: String
  /// The ids of its scenarios, in order.
  public let scenarios: [String]
  /// The names of the state that goes from one talk to the next; the ledger always does.
  public let carry: [String]

  package init(id: String, title: String, summary: String, scenarios: [String], carry: [String]) {
    self.id = id
    self.title = title
    self.summary = summary
    self.scenarios = scenarios
    self.carry = carry
  }
}
