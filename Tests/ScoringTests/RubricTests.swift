import Scoring
import SourceText
import Testing

@Suite struct RubricTests {
  @Test func theShippedRubricIsRead() throws {
    let report = DiagnosticRenderer(
      files: [SourceFile(path: "core.json", bytes: Core.bytes("Scenarios/Rubrics/core.json"))]
    )
    #expect(Core.loaded.diagnostics.isEmpty, "\(report.text(for: Core.loaded.diagnostics))")
    let rubric = try Core.rubric()
    #expect(rubric.dimensions.map(\.id) == ["honesty", "clarity", "shared-parenting"])
    #expect(rubric.elements.count == 11)
    #expect(rubric.finding("H1a")?.level == 1)
    #expect(
      rubric.findings.filter { $0.kind == .stop }.map(\.code) == [
        "X1", "X2", "X3", "X4", "X5", "X6",
      ]
    )
  }
}
