import JSONSyntax
import ScenarioEngine
import SourceText

extension ScenarioBuilder {
  /// Reads the declaration of a piece of state.
  mutating func slot(
    _ name: String,
    _ member: JSONNode.Member,
    _ fields: FieldTable<StateKey>
  ) -> Slot {
    let of = person(fields[.of])
    let shown = fields[.shown].flatMap { source.document.boolean(of: $0) } ?? false
    let (kind, start): (Slot.Kind, Int32)
    switch fields[.start].map({ source.document.kind(of: $0) }) {
    case .number: (kind, start) = number(name, member.key, fields)
    case .string: (kind, start) = texts(name, member.key, fields)
    case .boolean: (kind, start) = flag(name, fields)
    default: (kind, start) = guess(fields)
    }
    return Slot(name: name, kind: kind, start: start, of: of, shown: shown)
  }

  /// A whole number as far as tables can hold it; the table of keys reports larger ones.
  func integer(_ node: JSONNode.ID?) -> Int32? {
    guard let node, case .value(let value) = source.document.integer(of: node),
      (-1_000_000...1_000_000).contains(value)
    else { return nil }
    return Int32(value)
  }

  private mutating func number(
    _ name: String,
    _ key: JSONNode.ID,
    _ fields: FieldTable<StateKey>
  ) -> (Slot.Kind, Int32) {
    guard fields[.values] == nil else {
      report(
        .stateMixed,
        "\"\(name)\" starts as a number and cannot have \"values\"; a number has \"from\" and \"to\"",
        at: fields.keyNode(.values)
      )
      return guess(fields)
    }
    let missing = [("from", fields[.from]), ("to", fields[.to])].filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty else {
      report(
        .stateNeedsRange,
        "the number \"\(name)\" needs \(listed(missing)): it stays between two whole numbers",
        at: key
      )
      return guess(fields)
    }
    guard let from = integer(fields[.from]), let to = integer(fields[.to]),
      let start = integer(fields[.start])
    else { return guess(fields) }
    guard from <= to else {
      report(.stateRangeTurned, "\"from\" (\(from)) is above \"to\" (\(to))", at: fields[.from])
      return (.number(to...from), to)
    }
    if !(from...to).contains(start) {
      report(
        .stateStartOutside,
        "\"\(name)\" starts at \(start), outside of its range from \(from) to \(to)",
        at: fields[.start]
      )
    }
    return (.number(from...to), start)
  }

  private mutating func texts(
    _ name: String,
    _ key: JSONNode.ID,
    _ fields: FieldTable<StateKey>
  ) -> (Slot.Kind, Int32) {
    if let bound = fields.keyNode(.from) ?? fields.keyNode(.to), fields[.values] == nil {
      report(
        .stateMixed,
        "\"\(name)\" starts as a text, and only a number has \"from\" and \"to\"",
        at: bound
      )
      return guess(fields)
    }
    guard let list = fields[.values] else {
      report(
        .stateNeedsValues,
        "the text \"\(name)\" needs \"values\": the list of texts it may be",
        at: key
      )
      return guess(fields)
    }
    var values: [String] = []
    var places: [String: JSONNode.ID] = [:]
    for node in source.document.elements(of: list).prefix(Limits.values)
    where source.document.kind(of: node) == .string {
      let value = source.string(of: node)
      if let first = places[value] {
        report(
          .duplicateValue,
          "the value \"\(value)\" stands twice in \"values\"",
          at: node,
          notes: [.init("it stands here first", at: source.range(of: first))]
        )
      } else {
        places[value] = node
        values.append(value)
      }
    }
    guard !values.isEmpty, let node = fields[.start] else { return guess(fields) }
    let start = source.string(of: node)
    guard let place = values.firstIndex(of: start) else {
      if !source.document.isDamaged(list) {
        let nearest = nearestMatch(to: start, among: values)
        report(
          .stateStartOutside,
          "\"\(name)\" starts as \"\(start)\", which is not among its values"
            + (nearest == nil ? "; they are \(listed(values.prefix(8)))" : ""),
          at: node,
          fixIts: nearest.map { [didYouMean($0, for: node)] } ?? []
        )
      }
      return (.text(values), 0)
    }
    return (.text(values), Int32(place))
  }

  private mutating func flag(
    _ name: String,
    _ fields: FieldTable<StateKey>
  ) -> (Slot.Kind, Int32) {
    if let extra = fields.keyNode(.from) ?? fields.keyNode(.to) ?? fields.keyNode(.values) {
      report(
        .stateMixed,
        "\"\(name)\" is true or false and needs no \"\(source.string(of: extra))\"",
        at: extra
      )
    }
    return (.flag, fields[.start].flatMap { source.document.boolean(of: $0) } == true ? 1 : 0)
  }

  /// What a damaged declaration most likely is, so that those who use it are not blamed.
  private mutating func guess(_ fields: FieldTable<StateKey>) -> (Slot.Kind, Int32) {
    declared.damagedSlots.insert(SlotIndex(declared.slots.count))
    if let values = fields[.values] {
      let texts = source.document.elements(of: values).prefix(Limits.values).map {
        source.string(of: $0)
      }
      return (.text(texts.isEmpty ? [""] : texts), 0)
    }
    return (.number(-1_000_000...1_000_000), 0)
  }
}
