import ScenarioEngine
import SourceText

extension ConditionParser {
  /// Compares a piece of state with something that is not state.
  mutating func compare(
    _ slot: SlotIndex,
    _ relation: Condition.Relation,
    _ left: Operand,
    with right: Operand
  ) {
    let declaration = scope.declared.slots[slot.place]
    switch (declaration.kind, right.value) {
    case (_, .broken):
      emit(.constant(true))
    case (.text(let values), .stranger(let word)) where values.contains(word):
      report(
        .conditionUnquoted,
        "the value \(word) stands in quotation marks",
        right.part,
        suggestion: ("write \\\"\(word)\\\"", right.part, "\"\(word)\"")
      )
    case (_, .stranger(let word)):
      reportStranger(word, right.part)
    case (.number(let range), .number(let number)):
      compare(declaration, slot, relation, range, number, right.part)
    case (.number, .turns):
      compareTurns(relation.turned, slot)
    case (.text(let values), .text(let text)):
      compare(declaration, slot, relation, values, text, right.part)
    case (.flag, .truth(let value)):
      guard !relation.isOrder else { return reportOrder("true and false have", right.part) }
      emit(.value(slot, relation, value ? 1 : 0))
    case (.flag, .fact):
      report(
        .conditionType,
        "\"\(declaration.name)\" and a question are joined by \"and\" or \"or\", not compared",
        right.part
      )
    default:
      report(.conditionType, mismatch(declaration, right), right.part)
    }
  }

  private func mismatch(_ slot: Slot, _ other: Operand) -> String {
    let expected: String
    switch slot.kind {
    case .number(let range):
      expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .text(let values): expected = "one of the texts \(listed(values.prefix(8), "or"))"
    case .flag: expected = "true or false"
    }
    return "\"\(slot.name)\" is \(expected) and cannot be compared with \(describe(other))"
  }

  private mutating func reportOrder(_ what: String, _ part: Range<Int>) {
    report(.conditionType, "\(what) no order; use == or !=", part)
  }

  private mutating func compareTurns(_ relation: Condition.Relation, _ slot: SlotIndex) {
    let range = scope.declared.slots[slot.place].range
    facts.turnsAreCompared(with: max(0, range.upperBound))
    emit(.turnsAndValue(relation, slot))
  }

  private mutating func compare(
    _ declaration: Slot,
    _ slot: SlotIndex,
    _ relation: Condition.Relation,
    _ range: ClosedRange<Int32>,
    _ number: Int,
    _ part: Range<Int>
  ) {
    let bounds = Int(range.lowerBound)...Int(range.upperBound)
    guard bounds.contains(number), !relation.neverHolds(in: bounds, with: number) else {
      let never = relation.neverHolds(in: bounds, with: number)
      return report(
        .conditionImpossible,
        "\"\(declaration.name)\" goes from \(range.lowerBound) to \(range.upperBound), "
          + "so this \(never ? "never" : "always") holds",
        part
      )
    }
    emit(.value(slot, relation, Int32(number)))
  }

  private mutating func compare(
    _ declaration: Slot,
    _ slot: SlotIndex,
    _ relation: Condition.Relation,
    _ values: [String],
    _ text: String,
    _ part: Range<Int>
  ) {
    guard !relation.isOrder else { return reportOrder("texts have", part) }
    guard let place = values.firstIndex(of: text) else {
      let nearest = nearestMatch(to: text, among: values)
      return report(
        .conditionImpossible,
        "\"\(declaration.name)\" is never \"\(text)\""
          + (nearest == nil ? "; it is \(listed(values.prefix(8), "or"))" : ""),
        part,
        suggestion: nearest.map { ("did you mean \"\($0)\"?", part, "\"\($0)\"") }
      )
    }
    emit(.value(slot, relation, Int32(place)))
  }

  /// Compares two pieces of state.
  mutating func compare(
    _ slot: SlotIndex,
    _ relation: Condition.Relation,
    _ other: SlotIndex,
    _ left: Operand,
    _ right: Operand
  ) {
    let part = left.part.lowerBound..<right.part.upperBound
    let (first, second) = (scope.declared.slots[slot.place], scope.declared.slots[other.place])
    switch (first.kind, second.kind) {
    case (.number, .number):
      break
    case (.flag, .flag):
      guard !relation.isOrder else { return reportOrder("true and false have", part) }
    case (.text(let values), .text(let others)):
      guard !relation.isOrder else { return reportOrder("texts have", part) }
      guard values == others else {
        return report(
          .conditionType,
          "\"\(first.name)\" and \"\(second.name)\" can only be compared "
            + "if their values are the same, in the same order",
          part
        )
      }
    default:
      return report(
        .conditionType,
        "\(mismatch(first, right))",
        part
      )
    }
    emit(.values(slot, relation, other))
  }

  /// Reports a word that nothing declares.
  mutating func reportStranger(_ word: String, _ part: Range<Int>) {
    if let name = scope.declared.names[word], !scope.declared.slotPlaces.keys.contains(word) {
      return report(
        .unknownState,
        "\"\(word)\" is \(name.what); a condition compares state",
        part
      )
    }
    if ConditionParser.functions.contains(word) {
      return report(
        .conditionWriting,
        "\"\(word)\" is a question and needs to know about what: \(ConditionParser.example(of: word))",
        part
      )
    }
    guard !scope.declared.isStateIncomplete else { return emit(.constant(true)) }
    let names = scope.declared.slots.map(\.name)
    let nearest = nearestMatch(to: word, among: names + ["turns", "true", "false"])
    var message = "there is no state \"\(word)\""
    if nearest == nil {
      message +=
        names.isEmpty
        ? "; this file declares none"
        : names.count <= 8 ? "; this file declares \(listed(names))" : ""
    }
    report(
      .unknownState,
      message,
      part,
      suggestion: nearest.map { ("did you mean \"\($0)\"?", part, $0) }
    )
  }
}
