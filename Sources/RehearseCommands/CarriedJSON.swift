import JSONSyntax
import ScenarioEngine

/// What goes from talk to talk of a case, as an attempt's record keeps it, so that a resumed talk begins
/// as the first one did even if the attempt before it is forgotten.
extension Carried {
  var json: JSONValue {
    .object([
      JSONValue.Member(
        "values",
        .object(values.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value.json) })
      ),
      JSONValue.Member("entries", .array(entries.map(\.json))),
      JSONValue.Member(
        "owed",
        .object(
          owed.sorted { $0.key < $1.key }.map { person, elements in
            JSONValue.Member(person, .array(elements.map { .string($0.rawValue) }))
          }
        )
      ),
    ])
  }

  /// Reads what was kept; what cannot be understood is left out.
  init(json: JSONValue) {
    self.init()
    for member in json["values"].members {
      if let value = Value(json: member.value) { values[member.key] = value }
    }
    entries = json["entries"].elements.compactMap { Entry(json: $0) }
    for member in json["owed"].members {
      owed[member.key] = member.value.elements.compactMap { $0.text.flatMap(Element.init) }
    }
  }
}

extension Carried.Value {
  fileprivate var json: JSONValue {
    switch self {
    case .number(let number): .integer(number)
    case .text(let text): .string(text)
    case .flag(let flag): .boolean(flag)
    }
  }

  fileprivate init?(json: JSONValue) {
    switch json {
    case .integer(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .boolean(let flag): self = .flag(flag)
    default: return nil
    }
  }
}

extension Carried.Entry {
  var json: JSONValue {
    var members = [
      JSONValue.Member("kind", .string(entry.kind.rawValue)),
      JSONValue.Member("hearers", .array(hearers.map { .string($0) })),
      JSONValue.Member("turn", .integer(entry.turn)),
    ]
    func add(_ key: String, _ text: String?) {
      if let text { members.append(JSONValue.Member(key, .string(text))) }
    }
    add("element", entry.element?.rawValue)
    add("about", entry.about?.rawValue)
    add("stop", entry.stop?.rawValue)
    add("error", entry.error)
    add("origin", entry.origin)
    add("talk", entry.talk)
    if case .spoken(let words)? = entry.words { add("words", words) }
    return .object(members)
  }

  init?(json: JSONValue) {
    guard let kind = json["kind"]?.text.flatMap(LedgerEntry.Kind.init) else { return nil }
    let turn: Int
    if case .integer(let number)? = json["turn"] { turn = number } else { turn = 0 }
    self.init(
      LedgerEntry(
        kind: kind,
        hearers: [],
        element: json["element"]?.text.flatMap(Element.init),
        about: json["about"]?.text.flatMap(PromiseSubject.init),
        stop: json["stop"]?.text.flatMap(StopCode.init),
        error: json["error"]?.text,
        origin: json["origin"]?.text,
        words: json["words"]?.text.map { .spoken($0) },
        turn: turn,
        talk: json["talk"]?.text
      ),
      hearers: json["hearers"].elements.compactMap(\.text)
    )
  }
}

extension JSONValue {
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}

extension JSONValue? {
  var members: [JSONValue.Member] {
    guard case .object(let members)? = self else { return [] }
    return members
  }

  var elements: [JSONValue] {
    guard case .array(let elements)? = self else { return [] }
    return elements
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue] { Optional(self).elements }
}
