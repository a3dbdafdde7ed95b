import JSONSyntax
import ScenarioEngine
import SourceText

extension ScenarioBuilder {
  /// Reads one effect: a number to add in quotation marks with its sign, or a value to set.
  mutating func effect(_ member: JSONNode.Member) -> Effect? {
    let name = source.string(of: member.key)
    guard let slot = declared.slotPlaces[name] else {
      reportUnknownState(name, member.key)
      return nil
    }
    guard !declared.damagedSlots.contains(slot) else { return nil }
    switch declared.slots[slot.place].kind {
    case .number(let range): return numberEffect(name, slot, range, member.value)
    case .text(let values): return textEffect(name, slot, values, member.value)
    case .flag: return flagEffect(name, slot, member.value)
    }
  }

  private mutating func reportUnknownState(_ name: String, _ key: JSONNode.ID) {
    guard !declared.isStateIncomplete else { return }
    if let other = declared.names[name] {
      report(.unknownState, "\"\(name)\" is \(other.what), and effects change state", at: key)
    } else {
      reportUnknown(.unknownState, "state", key, among: declared.slots.map(\.name))
    }
  }

  private mutating func numberEffect(
    _ name: String,
    _ slot: SlotIndex,
    _ range: ClosedRange<Int32>,
    _ node: JSONNode.ID
  ) -> Effect? {
    if let value = integer(node) {
      if range.contains(value) { return .set(slot, value) }
      report(
        .effectOutside,
        "\"\(name)\" goes from \(range.lowerBound) to \(range.upperBound) and cannot be \(value)",
        at: node
      )
      return nil
    }
    let isText = source.document.kind(of: node) == .string
    let text = source.string(of: node)
    let digits = text.utf8.dropFirst()
    let isChange =
      (text.hasPrefix("+") || text.hasPrefix("-")) && !digits.isEmpty && digits.count <= 7
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isText, isChange, let amount = Int32(text) else {
      if isText || source.document.kind(of: node) == .boolean {
        report(
          .effectType,
          "\"\(name)\" is a number: it is changed by \"+1\" or \"-1\" or set to a number such as 2",
          at: node,
          fixIts: Int(text).map { number in
            [
              .init(
                "write \(number) to set it, or \"+\(number)\" to add to it",
                edits: [SourceEdit(replacing: source.range(of: node), with: String(number))]
              )
            ]
          } ?? []
        )
      }
      return nil
    }
    guard amount != 0 else {
      report(.effectWithoutChange, "\"\(text)\" changes nothing", at: node)
      return nil
    }
    return .add(slot, amount)
  }

  private mutating func textEffect(
    _ name: String,
    _ slot: SlotIndex,
    _ values: [String],
    _ node: JSONNode.ID
  ) -> Effect? {
    guard source.document.kind(of: node) == .string else {
      if source.document.kind(of: node) == .boolean || integer(node) != nil {
        report(
          .effectType,
          "\"\(name)\" is a text: it is set to \(listed(values.prefix(8), "or"))",
          at: node
        )
      }
      return nil
    }
    let text = source.string(of: node)
    if let place = values.firstIndex(of: text) { return .set(slot, Int32(place)) }
    let nearest = findings.isFull ? nil : nearestMatch(to: text, among: values)
    report(
      .effectOutside,
      "\"\(name)\" cannot be \"\(text)\"; it is \(listed(values.prefix(8), "or"))",
      at: node,
      fixIts: nearest.map { [didYouMean($0, for: node)] } ?? []
    )
    return nil
  }

  private mutating func flagEffect(
    _ name: String,
    _ slot: SlotIndex,
    _ node: JSONNode.ID
  ) -> Effect? {
    if let value = source.document.boolean(of: node) { return .set(slot, value ? 1 : 0) }
    let text = source.string(of: node)
    guard source.document.kind(of: node) == .string || integer(node) != nil else { return nil }
    report(
      .effectType,
      "\"\(name)\" is set to true or false, without quotation marks",
      at: node,
      fixIts: text == "true" || text == "false"
        ? [
          .init(
            "write \(text)",
            edits: [SourceEdit(replacing: source.range(of: node), with: text)]
          )
        ] : []
    )
    return nil
  }
}
