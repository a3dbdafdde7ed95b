public import ScenarioEngine
import SourceText

/// A state that an author sets by hand, as they type it: `trust=1,told.dates,promised.back-in-time`.
public struct GivenState: Sendable {
  private let scenario: Scenario
  private let moment: MomentIndex
  private var values: [String: Carried.Value] = [:]
  private var entries: [LedgerEntry] = []
  private var facts: [Fact] = []

  /// Reads what is to hold at a moment.
  ///
  /// - Throws: ``ExplorerError`` that names the nearest thing that would work.
  public init(
    _ text: String,
    at moment: MomentIndex,
    in scenario: Scenario
  ) throws(ExplorerError) {
    self.scenario = scenario
    self.moment = moment
    for part in Self.parts(text) { try take(part) }
  }

  /// The conversation as it is then.
  func conversation() -> Conversation {
    let rows = facts.compactMap { scenario.tables.facts.firstIndex(of: $0).map { FactIndex($0) } }
    let carried = Carried(
      values: values,
      entries: entries.map { Carried.Entry($0, in: scenario) }
    )
    return Conversation(scenario, seed: 0, carried: carried, at: moment, having: rows)
  }

  /// What stands between commas, or `and`, that are not in brackets.
  private static func parts(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for letter in text {
      if letter == "(" { depth += 1 }
      if letter == ")" { depth -= 1 }
      if letter == ",", depth <= 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(letter)
      }
    }
    return parts.map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
      .filter { !$0.isEmpty }
  }

  private mutating func take(_ part: String) throws(ExplorerError) {
    if let equals = part.firstIndex(of: "=") {
      let name = part[..<equals].filter { $0 != " " }
      let value = part[equals...].filter { $0 != " " && $0 != "\"" && $0 != "=" }
      return try set(name, to: value)
    }
    let (question, about) = Self.question(part)
    guard let about else {
      if question.hasPrefix("not ") { return try set(String(question.dropFirst(4)), to: "false") }
      return try set(question, to: "true")
    }
    switch question {
    case "told": try tell(about)
    case "promised": try promise(about)
    case "repaired": try repair(about)
    case "seen": facts.append(.seen(try Explorer.moment(about, in: scenario)))
    case "said": facts.append(.said(try reply(about)))
    case "contradicted":
      throw ExplorerError(
        "what is contradicted follows from what was promised, told and denied; set those instead."
      )
    default:
      let known = ["told", "promised", "repaired", "seen", "said"]
      throw .unknown("thing to set called", question, among: known)
    }
  }

  /// `told.dates` and `told(tanya, dates)` alike.
  private static func question(_ part: String) -> (name: String, about: String?) {
    if let open = part.firstIndex(of: "("), part.last == ")" {
      return (String(part[..<open]), String(part[part.index(after: open)...].dropLast()))
    }
    guard let dot = part.firstIndex(of: ".") else { return (part, nil) }
    return (String(part[..<dot]), String(part[part.index(after: dot)...]))
  }

  // MARK: State

  private mutating func set(_ name: String, to word: String) throws(ExplorerError) {
    guard let slot = scenario.slots.first(where: { $0.name == name }) else {
      throw .unknown("state", name, among: scenario.slots.map(\.name))
    }
    switch slot.kind {
    case .number(let range):
      guard let number = Int(word), range.contains(Int32(clamping: number)) else {
        throw ExplorerError(
          "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound), not \"\(word)\"."
        )
      }
      values[name] = .number(number)
    case .text(let texts):
      guard texts.contains(word) else { throw .unknown("value of \(name)", word, among: texts) }
      values[name] = .text(word)
    case .flag:
      guard word == "true" || word == "false" else {
        throw ExplorerError("\(name) is true or false, not \"\(word)\".")
      }
      values[name] = .flag(word == "true")
    }
  }

  // MARK: The ledger

  private mutating func tell(_ words: String) throws(ExplorerError) {
    let words = words.split(whereSeparator: { $0 == "," || $0 == "." || $0 == " " })
      .map(String.init)
    let elements = Element.allCases.map(\.rawValue)
    guard let name = words.last, let element = Element(rawValue: name) else {
      throw .unknown("element", words.last ?? "", among: elements)
    }
    var person = scenario.moment(moment).listener
    if words.count > 1 {
      guard let index = scenario.person(words[0]) else {
        throw .unknown("person", words[0], among: scenario.cast.map(\.id))
      }
      person = index
    }
    entries.append(LedgerEntry(kind: .told, hearers: CastSet(person), element: element, turn: 0))
  }

  private mutating func promise(_ id: String) throws(ExplorerError) {
    let made = scenario.replyIndices.flatMap { scenario.entries(of: $0, turn: 0) }
      .filter { $0.kind == .promised }
    if let entry = made.first(where: { $0.error == id }) { return entries.append(entry) }
    // An earlier talk of a case may have made it: then some condition asks about it.
    guard scenario.tables.facts.contains(.promised(id)) else {
      throw .unknown("promise", id, among: made.compactMap(\.error))
    }
    let listener = CastSet(scenario.moment(moment).listener)
    entries.append(LedgerEntry(kind: .promised, hearers: listener, error: id, turn: 0))
  }

  private mutating func repair(_ id: String) throws(ExplorerError) {
    let errors = scenario.replyIndices.flatMap { scenario.entries(of: $0, turn: 0) }
      .filter(\.kind.isError)
    let named = errors.filter { $0.error == id || $0.origin == id }
    guard !named.isEmpty else {
      throw .unknown("error", id, among: errors.compactMap(\.error))
    }
    for error in named where !entries.contains(error) { entries.append(error) }
    let hearers = named.reduce(into: CastSet()) { $0.formUnion($1.hearers) }
    entries.append(LedgerEntry(kind: .repaired, hearers: hearers, error: id, turn: 0))
  }

  private func reply(_ name: String) throws(ExplorerError) -> ReplyIndex {
    let parts = name.split(separator: "/").map(String.init)
    let moment = try Explorer.moment(parts.first ?? "", in: scenario)
    let id = parts.count > 1 ? parts[1] : ""
    guard let reply = scenario.reply(id, at: moment) else {
      let ids = scenario.replies(of: moment).indices.map { scenario.id(of: $0) }
      throw .unknown("reply at \(parts[0])", id, among: ids)
    }
    return reply
  }
}

/// Why there is no such place to explore, in a sentence or two that say what would work.
public struct ExplorerError: Error, Hashable, Sendable {
  /// The sentences.
  public let message: String

  init(_ message: String) { self.message = message }

  static func unknown(_ what: String, _ name: String, among known: [String]) -> Self {
    if let nearest = nearestMatch(to: name, among: known) {
      return Self("there is no \(what) \"\(name)\". Did you mean \(nearest)?")
    }
    let shown = known.prefix(12).joined(separator: ", ")
    let rest = known.count > 12 ? " and \(known.count - 12) more" : ""
    return Self(
      "there is no \(what) \"\(name)\"."
        + (known.isEmpty ? " There is none at all." : " There is \(shown)\(rest).")
    )
  }
}
