import ScenarioEngine

extension Scenario {
  /// A condition as its author could have written it, with no more brackets than it needs.
  func text(of condition: ConditionIndex) -> String { part(condition).text }

  /// Conditions that must all hold, as one.
  func text(ofAll conditions: [ConditionIndex]) -> String {
    guard let first = conditions.first else { return "true" }
    return conditions.dropFirst()
      .reduce(part(first)) { $0.joined("and", part($1), .and) }
      .text
  }

  private func part(_ condition: ConditionIndex) -> ConditionPart {
    var parts: [ConditionPart] = []
    func pop() -> ConditionPart { parts.popLast() ?? ConditionPart("true") }
    for place in tables.conditions[condition.place].steps.places {
      switch tables.steps[place] {
      case .not: parts.append(pop().negated)
      case .and:
        let (right, left) = (pop(), pop())
        parts.append(left.joined("and", right, .and))
      case .or:
        let (right, left) = (pop(), pop())
        parts.append(left.joined("or", right, .or))
      case .constant(let value): parts.append(ConditionPart(value ? "true" : "false"))
      case .value(let slot, let relation, let value): parts.append(part(slot, relation, value))
      case .values(let left, let relation, let right):
        let names = (tables.slots[left.place].name, tables.slots[right.place].name)
        parts.append(ConditionPart("\(names.0) \(relation.sign) \(names.1)"))
      case .turns(let relation, let value):
        parts.append(ConditionPart("turns \(relation.sign) \(value)"))
      case .turnsAndValue(let relation, let slot):
        parts.append(ConditionPart("turns \(relation.sign) \(tables.slots[slot.place].name)"))
      case .fact(let fact): parts.append(ConditionPart(text(of: tables.facts[fact.place])))
      }
    }
    return pop()
  }

  /// A question about what happened, as conditions ask it.
  func text(of fact: Fact) -> String {
    switch fact {
    case .seen(let moment): "seen(\(id(of: moment)))"
    case .said(let reply): "said(\(name(of: reply)))"
    case .told(let person, let element): "told(\(self.person(person).id), \(element.rawValue))"
    case .promised(let id): "promised(\(id))"
    case .repaired(let id): "repaired(\(id))"
    case .contradicted(let element): "contradicted(\(element.rawValue))"
    }
  }

  private func part(
    _ index: SlotIndex,
    _ relation: Condition.Relation,
    _ value: Int32
  ) -> ConditionPart {
    let slot = tables.slots[index.place]
    switch slot.kind {
    case .number: return ConditionPart("\(slot.name) \(relation.sign) \(value)")
    case .text:
      let word = slot.range.contains(value) ? slot.text(of: value) : "\(value)"
      return ConditionPart("\(slot.name) \(relation.sign) \"\(word)\"")
    case .flag:
      let isAsked = (value != 0) == (relation == .equal)
      return isAsked ? ConditionPart(slot.name) : ConditionPart(slot.name).negated
    }
  }
}

/// A part of a condition in words, and how tightly it holds together.
private struct ConditionPart {
  enum Tightness: Int, Comparable {
    case or, and, not, atom

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  var text: String
  var tightness = Tightness.atom

  init(_ text: String, _ tightness: Tightness = .atom) {
    self.text = text
    self.tightness = tightness
  }

  var negated: Self { Self("not \(within(.not))", .not) }

  func joined(_ word: String, _ other: Self, _ tightness: Tightness) -> Self {
    Self("\(within(tightness)) \(word) \(other.within(tightness))", tightness)
  }

  private func within(_ outer: Tightness) -> String { tightness < outer ? "(\(text))" : text }
}

extension Condition.Relation {
  fileprivate var sign: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
