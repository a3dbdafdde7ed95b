import ScenarioEngine
import SourceText

extension ConditionParser {
  /// One side of a comparison, or a truth that stands alone.
  struct Operand {
    enum Value {
      case number(Int)
      case text(String)
      case truth(Bool)
      case slot(SlotIndex)
      case turns
      case fact(FactIndex)
      /// A word that nothing declares.
      case stranger(String)
      /// Something whose mistake has been reported.
      case broken
    }

    let value: Value
    let part: Range<Int>
  }

  /// Reads a comparison or a truth that stands alone.
  mutating func comparison() {
    let left = operand()
    guard !hasStopped else { return }
    switch lexer.token {
    case .relation(let relation):
      lexer.advance()
      if lexer.token == .open { return stopExpecting("a value") }
      let right = operand()
      guard !hasStopped else { return }
      compare(left, relation, right)
      if case .relation = lexer.token { stop("only two values are compared at a time", lexer.part) }
    case .end, .close, .word("and"), .word("or"):
      truth(left)
    default:
      // What stands here in place of a sign is the mistake, not what stands before it.
      stopAtLeftover()
    }
  }

  // MARK: Operands

  private mutating func operand() -> Operand {
    let part = lexer.part
    switch lexer.token {
    case .number(let number):
      lexer.advance()
      return Operand(value: .number(number), part: part)
    case .text(let text):
      lexer.advance()
      return Operand(value: .text(text), part: part)
    case .word(let word):
      return wordOperand(word, part)
    case .broken:
      lexer.advance()
      return Operand(value: .broken, part: part)
    default:
      stopExpecting("a name, a value or a question such as seen(…)")
      return Operand(value: .broken, part: part)
    }
  }

  private mutating func wordOperand(_ word: String, _ part: Range<Int>) -> Operand {
    switch word {
    case "and", "or", "not":
      stopExpecting(word == "not" ? "a value" : "a condition")
      return Operand(value: .broken, part: part)
    case "true", "false":
      lexer.advance()
      return Operand(value: .truth(word == "true"), part: part)
    case "turns":
      lexer.advance()
      return Operand(value: .turns, part: part)
    default:
      break
    }
    lexer.advance()
    if lexer.token == .open { return call(word, part) }
    if let slot = scope.declared.slotPlaces[word] {
      let isDamaged = scope.declared.damagedSlots.contains(slot)
      return Operand(value: isDamaged ? .broken : .slot(slot), part: part)
    }
    return Operand(value: .stranger(word), part: part)
  }

  // MARK: A truth that stands alone

  private mutating func truth(_ operand: Operand) {
    switch operand.value {
    case .truth(let value): return emit(.constant(value))
    case .fact(let fact): return emit(.fact(fact))
    case .slot(let slot):
      let declaration = scope.declared.slots[slot.place]
      if declaration.kind == .flag { return emit(.value(slot, .equal, 1)) }
      report(.conditionType, needsComparison(declaration), operand.part)
    case .turns:
      report(
        .conditionType,
        "\"turns\" is a number, not true or false; compare it, as in turns > 3",
        operand.part
      )
    case .number, .text:
      report(
        .conditionType,
        "\(lexer.text(in: operand.part)) is not true or false; compare something with it",
        operand.part
      )
    case .stranger(let word): reportStranger(word, operand.part)
    case .broken: break
    }
    emit(.constant(true))
  }

  private func needsComparison(_ slot: Slot) -> String {
    switch slot.kind {
    case .text(let values):
      "\"\(slot.name)\" is a text, not true or false; compare it, "
        + "as in \(slot.name) == \"\(values.first ?? "")\""
    default:
      "\"\(slot.name)\" is a number, not true or false; compare it, "
        + "as in \(slot.name) >= \(slot.start)"
    }
  }

  // MARK: Comparisons

  private mutating func compare(_ left: Operand, _ relation: Condition.Relation, _ right: Operand) {
    let count = problems.count
    switch (left.value, right.value) {
    case (.slot(let slot), .slot(let other)): compare(slot, relation, other, left, right)
    case (.slot(let slot), _): compare(slot, relation, left, with: right)
    case (_, .slot(let slot)): compare(slot, relation.turned, right, with: left)
    case (.turns, _): compareTurns(relation, right)
    case (_, .turns): compareTurns(relation.turned, left)
    case (.fact(let fact), .truth(let value)), (.truth(let value), .fact(let fact)):
      compare(fact, relation, value, left, right)
    case (.number(let number), .number(let other)):
      emit(.constant(relation.holds(between: number, and: other)))
    default: compareOthers(left, relation, right)
    }
    if problems.count > count { emit(.constant(true)) }
  }

  private mutating func compareOthers(
    _ left: Operand,
    _ relation: Condition.Relation,
    _ right: Operand
  ) {
    let strangers = [left, right].filter {
      if case .stranger = $0.value { true } else { false }
    }
    for stranger in strangers {
      if case .stranger(let word) = stranger.value { reportStranger(word, stranger.part) }
    }
    guard strangers.isEmpty else { return }
    switch (left.value, right.value) {
    case (.broken, _), (_, .broken):
      emit(.constant(true))
    case (.fact, .fact):
      report(
        .conditionType,
        "two questions are joined by \"and\" or \"or\", not compared",
        left.part.lowerBound..<right.part.upperBound
      )
    case (.text(let text), .text(let other)) where relation == .equal || relation == .notEqual:
      emit(.constant((text == other) == (relation == .equal)))
    case (.truth(let value), .truth(let other)) where relation == .equal || relation == .notEqual:
      emit(.constant((value == other) == (relation == .equal)))
    default:
      report(
        .conditionType,
        "\(describe(left)) and \(describe(right)) cannot be compared this way",
        left.part.lowerBound..<right.part.upperBound
      )
    }
  }

  private mutating func compare(
    _ fact: FactIndex,
    _ relation: Condition.Relation,
    _ value: Bool,
    _ left: Operand,
    _ right: Operand
  ) {
    guard relation == .equal || relation == .notEqual else {
      return report(
        .conditionType,
        "true and false have no order; use == or !=",
        left.part.lowerBound..<right.part.upperBound
      )
    }
    emit(.fact(fact))
    if (relation == .equal) != value { emit(.not) }
  }

  private mutating func compareTurns(_ relation: Condition.Relation, _ other: Operand) {
    switch other.value {
    case .number(let number):
      guard number >= 0, !relation.neverHolds(in: 0...Int.max, with: number) else {
        return report(
          .conditionImpossible,
          "\"turns\" counts from 0 up, so this never holds",
          other.part
        )
      }
      facts.turnsAreCompared(with: Int32(number))
      emit(.turns(relation, Int32(number)))
    case .turns:
      emit(.constant(relation.holds(between: 0, and: 0)))
    case .stranger(let word): reportStranger(word, other.part)
    case .broken: emit(.constant(true))
    default:
      report(
        .conditionType,
        "\"turns\" is a number and cannot be compared with \(describe(other))",
        other.part
      )
    }
  }

  func describe(_ operand: Operand) -> String {
    switch operand.value {
    case .number, .truth, .text: lexer.text(in: operand.part)
    case .slot(let slot): "\"\(scope.declared.slots[slot.place].name)\""
    case .turns: "\"turns\""
    case .fact: "the question \(lexer.text(in: operand.part))"
    case .stranger, .broken: "\"\(lexer.text(in: operand.part))\""
    }
  }

  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    _ part: Range<Int>,
    suggestion: (title: String, part: Range<Int>, replacement: String)? = nil
  ) {
    report(ConditionProblem(code: code, message: message, part: part, suggestion: suggestion))
  }
}

extension Condition.Relation {
  /// The relation with its two sides changed.
  var turned: Self {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Whether it puts values in order.
  var isOrder: Bool { self != .equal && self != .notEqual }

  func holds(between left: Int, and right: Int) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  /// Whether no value of a range stands in this relation to a number.
  func neverHolds(in range: ClosedRange<Int>, with number: Int) -> Bool {
    switch self {
    case .equal: !range.contains(number)
    case .notEqual: range.lowerBound == number && range.upperBound == number
    case .less: range.lowerBound >= number
    case .lessOrEqual: range.lowerBound > number
    case .greater: range.upperBound <= number
    case .greaterOrEqual: range.upperBound < number
    }
  }
}
