import ScenarioCompiler
import SourceText
import TestSupport
import Testing

@Suite struct MistakeTests {
  @Test(arguments: Mistake.all)
  func isFoundOnceAndAtItsPlace(_ mistake: Mistake) throws {
    let marked = MarkedText(mistake.marked)
    let result = compile(marked.text)
    let found = result.diagnostics.map { Found($0.code.name, $0.range.offsets.lowerBound) }
    let place = try #require(marked.offsets["1️⃣"])
    let expected = [Found(mistake.code, place)]
    #expect(found == expected, "\(rendered(result, of: marked.text))")
    let isError = result.diagnostics.hasErrors
    #expect((result.scenario == nil) == isError)
  }

  @Test(arguments: Mistake.all)
  func mendedIsClean(_ mistake: Mistake) {
    let text = mistake.mended.text
    let result = compile(text)
    #expect(result.scenario != nil && result.diagnostics.isEmpty, "\(rendered(result, of: text))")
  }

  @Test func everyCodeHasAMistake() {
    let codes = Set(ScenarioCompiler.codes.map(\.name))
    let shown = Set(Mistake.all.map(\.code)).union(Self.shownElsewhere)
    #expect(codes == shown)
  }

  /// Codes that no part of one scenario file can give; their tests stand with what they are about.
  static let shownElsewhere: Set<String> = [
    "missing-format", "unknown-fact", "unknown-scenario", "duplicate-scenario", "unknown-carry",
    "carry-types", "carried-not-made",
  ]

  /// What was found, and at which byte.
  struct Found: Equatable {
    let code: String
    let offset: Int

    init(_ code: String, _ offset: Int) {
      self.code = code
      self.offset = offset
    }
  }
}
