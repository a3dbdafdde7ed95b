import JSONSyntax
import ScenarioEngine
import SourceText

extension ScenarioBuilder {
  /// The most bytes of a condition; the table of keys reports longer ones.
  private static let longestCondition = 8_000

  /// Compiles a condition; absent where there is none.
  mutating func condition(_ node: JSONNode.ID?, at moment: MomentIndex?) -> ConditionIndex? {
    guard let node, let text = source.text(of: node), text.count <= Self.longestCondition,
      !text.isEmpty, let scope
    else { return nil }
    var parser = ConditionParser(
      text,
      in: scope,
      moment: moment.map { declared.moments[$0.place].id }
    )
    // The table changes hands, so that it is never shared and never copied.
    swap(&facts, &parser.facts)
    parser.parse()
    swap(&facts, &parser.facts)
    for problem in parser.problems { report(problem, node) }
    let first = tables.steps.count
    tables.steps.append(contentsOf: parser.steps)
    tables.conditions.append(Condition(steps: TableRange(first, tables.steps.count)))
    return ConditionIndex(tables.conditions.count - 1)
  }

  private mutating func report(_ problem: ConditionProblem, _ node: JSONNode.ID) {
    guard !findings.isFull else { return }
    var fixIts: [Diagnostic.FixIt] = []
    if let suggestion = problem.suggestion {
      let range = source.document.range(of: suggestion.part, inString: node)
      let edit = SourceEdit(replacing: range, with: escapedForJSON(suggestion.replacement))
      fixIts = [Diagnostic.FixIt(suggestion.title, edits: [edit])]
    }
    findings.report(
      problem.code,
      problem.message,
      at: source.document.range(of: problem.part, inString: node),
      fixIts: fixIts
    )
  }
}
