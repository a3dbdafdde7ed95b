import ScenarioCompiler
import ScenarioEngine
import SourceText
import Testing

@Suite struct FactsTests {
  private func compiled(_ facts: [ReplacedFact]) -> CompileResult {
    var context = core
    context.replacedFacts = facts
    return compile(Script().text, context)
  }

  @Test func replacedFactsStandInTheText() throws {
    let scenario = try #require(compiled([.init(key: "judge", text: "Judge {bo}")]).scenario)
    #expect(scenario.notes.facts.map(\.text) == ["Judge Bo", "On May 2 Judge Bo decides."])
  }

  @Test func replacedFactsChangeTheDigest() {
    let plain = compiled([]).scenario?.notes.digest
    let replaced = compiled([.init(key: "judge", text: "a jury")]).scenario?.notes.digest
    #expect(plain != nil && replaced != nil && plain != replaced)
  }

  @Test func anUnknownFactIsFoundInItsOwnFile() throws {
    let text = #"{ "jugde": "a jury" }"#
    let file = SourceFile(path: "facts.json", bytes: Array(text.utf8))
    let (facts, problems) = FactsFile.read(file)
    #expect(problems.isEmpty)
    let result = compiled(facts)
    #expect(result.scenario == nil)
    let found = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1 && found.code.name == "unknown-fact")
    #expect(found.range == SourceRange(2..<9, in: file.id))
    #expect(found.fixIts.map(\.title) == [#"did you mean "judge"?"#])
  }

  @Test func aFactsFileOfTheWrongShapeGivesNoFacts() {
    let file = SourceFile(path: "facts.json", bytes: Array(#"{ "judge": 3 }"#.utf8))
    let (facts, problems) = FactsFile.read(file)
    #expect(facts.isEmpty && problems.count == 1)
  }
}
