/// A question about state and history, compiled to a short program without jumps or memory.
///
/// The language is total: it has no loops and no arithmetic, so every condition ends, and its value
/// depends on ``State`` alone.
public struct Condition: Hashable, Sendable {
  /// The most `and`, `or` and `not` that may wait for each other at one time.
  package static let depthLimit = 32

  /// How two values compare.
  package enum Relation: UInt8, Hashable, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    @inline(__always)
    func holds(_ left: Int32, _ right: Int32) -> Bool {
      switch self {
      case .equal: left == right
      case .notEqual: left != right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      }
    }
  }

  /// One step; steps stand in postfix order and work on a stack of truth values.
  package enum Step: Hashable, Sendable {
    case constant(Bool)
    case value(SlotIndex, Relation, Int32)
    case values(SlotIndex, Relation, SlotIndex)
    case turns(Relation, Int32)
    case turnsAndValue(Relation, SlotIndex)
    case fact(FactIndex)
    case not
    case and
    case or
  }

  /// The steps, as a run of the scenario's table.
  package let steps: TableRange<Step>

  package init(steps: TableRange<Step>) { self.steps = steps }
}

/// Something that happened, or not, and that some condition reads.
public enum Fact: Hashable, Sendable {
  /// The conversation was at this moment before the present visit.
  case seen(MomentIndex)
  /// The worker said this reply, or went on along it.
  case said(ReplyIndex)
  /// This person has been told this element.
  case told(CastIndex, Element)
  /// A promise with this id has been made.
  case promised(String)
  /// The error with this id was made and has been repaired with all who heard it.
  case repaired(String)
  /// Two people, or one, hold two versions of this element.
  case contradicted(Element)
}

extension Scenario {
  /// Whether a condition holds; an absent one always does.
  @inline(__always)
  func holds(_ condition: ConditionIndex?, in state: borrowing State) -> Bool {
    guard let condition else { return true }
    return tables.evaluate(condition, in: state)
  }
}

extension ScenarioTables {
  package func evaluate(_ condition: ConditionIndex, in state: borrowing State) -> Bool {
    // The stack of truth values is a word of bits: the compiler keeps conditions within 32 of them.
    var stack: UInt64 = 0
    for place in conditions[condition.place].steps.places {
      switch steps[place] {
      case .constant, .value, .values, .turns, .turnsAndValue, .fact:
        stack = stack << 1 | (holds(steps[place], in: state) ? 1 : 0)
      case .not:
        stack ^= 1
      case .and:
        stack = (stack >> 1) & (stack | ~1)
      case .or:
        stack = (stack >> 1) | (stack & 1)
      }
    }
    return stack & 1 == 1
  }

  /// Whether one comparison or question holds; `and`, `or` and `not` ask nothing themselves.
  @inline(__always)
  func holds(_ step: Condition.Step, in state: borrowing State) -> Bool {
    switch step {
    case .constant(let value): value
    case .value(let slot, let relation, let value):
      relation.holds(state.values[slot.place], value)
    case .values(let left, let relation, let right):
      relation.holds(state.values[left.place], state.values[right.place])
    case .turns(let relation, let value): relation.holds(state.turns, value)
    case .turnsAndValue(let relation, let slot):
      relation.holds(state.turns, state.values[slot.place])
    case .fact(let fact): state.holds(fact)
    case .not, .and, .or: false
    }
  }
}
