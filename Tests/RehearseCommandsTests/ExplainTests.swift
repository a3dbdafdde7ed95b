import Authoring
import Platform
import SourceText
import Testing

@Suite struct ExplainTests {
  @Test(arguments: FindingPage.all.map(\.name))
  func everyFindingIsExplainedByItsName(_ name: String) throws {
    let run = Computer().run(["explain", name])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.all)")
    let page = try #require(FindingPage.about(name))
    let code = try #require(FindingGroup.code(name))
    #expect(run.shows(inOrder: [name, code.severity.rawValue, code.summary]))
    #expect(run.shows(inOrder: ["This has the finding", "What is said of it", "This has not"]))
    #expect(!page.why.isEmpty && page.failing != page.mended)
    #expect(run.lines.allSatisfy { $0.count < 400 })
    #expect(Harm.found(in: run.all).isEmpty)
  }

  @Test func withoutANameEveryFindingIsListedWithItsSeverity() {
    let run = Computer().run(["explain"])
    #expect(run.status == 0)
    for code in FindingGroup.all.flatMap(\.codes) {
      #expect(run.output.contains("- \(code.name) (\(code.severity.rawValue)): \(code.summary)"))
    }
    #expect(run.shows(inOrder: FindingGroup.all.map(\.title)))
  }

  @Test func aNameNearlyRightIsToldTheRightOne() {
    let run = Computer().run(["explain", "mising-comma"])
    #expect(run.status == 66)
    #expect(run.errors.contains("Did you mean missing-comma?"), "\(run.errors)")
    #expect(Computer().run(["explain", "xyz"]).errors.contains("rehearse explain"))
  }
}
