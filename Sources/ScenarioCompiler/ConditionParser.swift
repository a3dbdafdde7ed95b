import ScenarioEngine

/// What conditions may name; shared, so that each condition costs no copy of it.
final class ConditionScope: Sendable {
  let declared: Declarations

  init(_ declared: Declarations) { self.declared = declared }
}

/// Reads a condition, checks its names and types, and writes its steps.
///
/// The grammar, from loosest to tightest; `not` reaches only the comparison or call after it:
/// ```
/// either     = both { "or" both }
/// both       = one { "and" one }
/// one        = "not" one | "(" either ")" | operand [ relation operand ]
/// operand    = whole number | "text" | true | false | turns | state name | call
/// call       = function "(" argument { "," argument } ")"
/// ```
/// It is total: any text gives steps or problems, and it never goes deeper than
/// ``Condition/depthLimit``.
struct ConditionParser {
  let scope: ConditionScope
  /// The moment the condition stands in, to propose `said(moment/reply)`.
  let moment: String?
  var lexer: ConditionLexer
  var facts = FactTable()
  private(set) var steps: [Condition.Step] = []
  private(set) var problems: [ConditionProblem] = []
  private var nesting = 0
  private var pushed = 0
  private var deepest = 0
  /// Set by a mistake after which the rest cannot be understood.
  private(set) var hasStopped = false

  init(
    _ text: some Sequence<UInt8>,
    in scope: ConditionScope,
    moment: String? = nil
  ) {
    self.scope = scope
    self.moment = moment
    lexer = ConditionLexer(text)
  }

  /// Reads the whole text; without problems, ``steps`` is the program of the condition.
  mutating func parse() {
    if lexer.token == .end {
      stop("this condition is empty", 0..<lexer.count)
    } else {
      either()
    }
    if !hasStopped, lexer.token != .end { stopAtLeftover() }
    if !hasStopped, deepest > Condition.depthLimit { stopTooDeep(0..<lexer.count) }
    // What the lexer found is what was written; both lists are merged by place.
    problems = (problems + lexer.problems).sorted { $0.part.lowerBound < $1.part.lowerBound }
  }

  // MARK: Truth

  private mutating func either() {
    both()
    while !hasStopped, lexer.token == .word("or") {
      lexer.advance()
      both()
      emit(.or)
    }
  }

  private mutating func both() {
    one()
    while !hasStopped, lexer.token == .word("and") {
      lexer.advance()
      one()
      emit(.and)
    }
  }

  private mutating func one() {
    var negations = 0
    while lexer.token == .word("not") {
      lexer.advance()
      negations += 1
    }
    if lexer.token == .open {
      parenthesis()
    } else {
      comparison()
    }
    if !negations.isMultiple(of: 2) { emit(.not) }
  }

  private mutating func parenthesis() {
    let part = lexer.part
    guard nesting < Condition.depthLimit else { return stopTooDeep(part) }
    nesting += 1
    lexer.advance()
    either()
    nesting -= 1
    guard !hasStopped else { return }
    if lexer.token == .close {
      lexer.advance()
    } else if lexer.token == .end {
      stop("this parenthesis is never closed", part)
    } else {
      stopAtLeftover()
    }
  }

  mutating func emit(_ step: Condition.Step) {
    switch step {
    case .and, .or: pushed -= 1
    case .not: break
    default:
      pushed += 1
      deepest = max(deepest, pushed)
    }
    steps.append(step)
  }

  // MARK: Problems

  mutating func report(_ problem: ConditionProblem) { problems.append(problem) }

  /// Reports a mistake after which the rest cannot be understood.
  mutating func stop(
    _ message: String,
    _ part: Range<Int>,
    suggestion: (title: String, part: Range<Int>, replacement: String)? = nil
  ) {
    guard !hasStopped else { return }
    hasStopped = true
    // A broken token has been reported by the lexer.
    guard lexer.token != .broken else { return }
    report(
      ConditionProblem(
        code: .conditionWriting,
        message: message,
        part: part,
        suggestion: suggestion
      )
    )
  }

  private mutating func stopTooDeep(_ part: Range<Int>) {
    guard !hasStopped else { return }
    hasStopped = true
    report(
      ConditionProblem(
        code: .conditionTooDeep,
        message: "this condition is nested too deeply: \(Condition.depthLimit) levels is the most",
        part: part
      )
    )
  }

  /// Stops before something, or where the text ends, with what was expected there.
  mutating func stopExpecting(_ expected: String) {
    if lexer.token == .end {
      let end = lexer.endOfLast
      stop("the condition ends where \(expected) was expected", max(0, end - 1)..<end)
    } else {
      stop("\"\(lexer.text(in: lexer.part))\" stands where \(expected) was expected", lexer.part)
    }
  }

  /// Stops before something that cannot follow what has been read.
  mutating func stopAtLeftover() {
    switch lexer.token {
    case .close:
      stop(
        "this parenthesis closes none",
        lexer.part,
        suggestion: ("take it out", lexer.part, "")
      )
    case .word("is"), .word("equals"), .word("eq"):
      stop(
        "\"\(lexer.text(in: lexer.part))\" is no word of conditions",
        lexer.part,
        suggestion: ("write ==", lexer.part, "==")
      )
    case .relation:
      stop("a comparison stands between two values, and here it has none before it", lexer.part)
    default:
      stopExpecting("\"and\", \"or\" or the end")
    }
  }
}
