import ScenarioCompiler
import ScenarioEngine
import SourceText
import TestSupport
import Testing

@testable import Authoring

@Suite struct ConditionTextTests {
  /// A condition that is written out can be typed in again, and holds where the first one did.
  @Test(arguments: [UInt64(1), 4, 7, 11])
  func whatIsWrittenOutMeansTheSame(seed: UInt64) throws {
    let file = SourceFile(path: "r.json", bytes: Array(RandomScenario.json(seed: seed).utf8))
    let scenario = try #require(ScenarioCompiler.compile(file, context: .core).scenario)
    for row in scenario.tables.conditions.indices {
      let condition = ConditionIndex(row)
      let text = scenario.text(of: condition)
      let question = try ExplorerQuestion(text, in: file, .core)
      var chance = seed
      var (first, second) = (
        Conversation(scenario, seed: 1), Conversation(question.scenario, seed: 1)
      )
      for _ in 0..<12 {
        let holds = scenario.tables.evaluate(condition, in: first.state)
        #expect(holds == question.holds(in: second.state), "seed \(seed): \(text)")
        let open = first.offers.filter(\.isOpen).map(\.reply)
        guard !open.isEmpty else { break }
        chance = Chance.draw(seed: chance, moment: 1, visit: 1, place: 1)
        let reply = open[Chance.index(chance, below: open.count)]
        first.choose(reply)
        second.choose(reply)
      }
    }
  }

  @Test(arguments: [
    (
      "trust<2 and not (told(tanya,dates) or trust>4)",
      "trust < 2 and not (told(tanya, dates) or trust > 4)"
    ),
    ("(trust<2 or trust>4) and turns>=2", "(trust < 2 or trust > 4) and turns >= 2"),
    ("not not seen(hello)", "seen(hello)"),
  ])
  func onlyTheBracketsThatAreNeededAreWritten(text: String, written: String) throws {
    let example = try ReviewPageTests.mended("best-never-costs")
    let file = SourceFile(path: "example.json", bytes: Array(example.utf8))
    let question = try ExplorerQuestion(text, in: file, .core)
    let texts = question.scenario.tables.conditions.indices.map {
      question.scenario.text(of: ConditionIndex($0))
    }
    #expect(texts.contains(written), "\(texts)")
  }
}
