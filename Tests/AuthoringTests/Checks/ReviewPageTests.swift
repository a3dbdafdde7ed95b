import JSONSyntax
import ScenarioCompiler
import ScenarioEngine
import SourceText
import TestSupport
import Testing

@testable import Authoring

/// Every page is a promise: its first example has the finding, where it says, and the second has none.
@Suite struct ReviewPageTests {
  static func scenario(_ text: String, earlierPromises: [String] = []) throws -> Scenario {
    let file = SourceFile(path: "example.json", bytes: Array(text.utf8))
    var context = CompileContext.core
    for id in earlierPromises { context.earlier.promises[id] = file.end }
    let result = ScenarioCompiler.compile(file, context: context)
    return try #require(
      result.scenario,
      "\(DiagnosticRenderer(files: [file]).text(for: result.diagnostics))"
    )
  }

  static func review(_ text: String, searchLimit: Int? = nil) throws -> (ScenarioReview, SourceFile)
  {
    let file = SourceFile(path: "example.json", bytes: Array(text.utf8))
    let (document, _) = JSONReader.read(file)
    let result = ScenarioCompiler.compile(file, context: .core)
    let scenario = try #require(
      result.scenario,
      "\(DiagnosticRenderer(files: [file]).text(for: result.diagnostics))"
    )
    var options = ReviewOptions()
    if let searchLimit { options.search.limit = searchLimit }
    options.ear = { scenario, _, words in
      guard words.contains("promise") else { return nil }
      var levels = Levels()
      levels[0] = 1
      return HeardReply(levels: levels, findings: [0: ["H1a \"I promise\": a guarantee"]])
    }
    return (ScenarioReview.of(try #require(document), scenario, options), file)
  }

  @Test(arguments: ReviewPage.all.indices)
  func theFailingExampleFailsThereAndOnlyThere(page place: Int) throws {
    let page = ReviewPage.all[place]
    let (review, file) = try Self.review(page.failingFile, searchLimit: page.searchLimit)
    let text = DiagnosticRenderer(files: [file]).text(for: review.diagnostics)
    #expect(review.diagnostics.map(\.code.name) == [page.code.name], "\(page.code.name):\n\(text)")
    guard let found = review.diagnostics.first(where: { $0.code == page.code }) else { return }
    let expected = try #require(page.place, "\(page.code.name) marks no place")
    let (at, wanted) = (
      file.location(of: found.range.offsets.lowerBound), file.location(of: expected)
    )
    #expect(at.line == wanted.line && at.column == wanted.column, "\(text)\nwanted \(wanted)")
  }

  @Test(arguments: ReviewPage.all.indices)
  func theMendedExampleHasNoFinding(page place: Int) throws {
    let page = ReviewPage.all[place]
    let (review, file) = try Self.review(page.mendedFile)
    let text = DiagnosticRenderer(files: [file]).text(for: review.diagnostics)
    #expect(review.diagnostics.isEmpty, "\(page.code.name):\n\(text)")
  }

  @Test func everyCodeHasOnePageAndOneName() {
    #expect(ReviewPage.all.map(\.code.name) == ReviewCode.all.map(\.name))
    #expect(Set(ReviewCode.all.map(\.name)).count == ReviewCode.all.count)
    for code in ReviewCode.all {
      #expect(code.name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(code.name)")
      #expect(code.summary.hasSuffix("."), "\(code.name)")
    }
  }

  @Test func aPathIsWhereItSays() throws {
    let page = try #require(ReviewPage.about("no-way-out"))
    let (review, _) = try Self.review(page.failingFile)
    #expect(review.findings.first?.path == ["hello/half"])
  }
}
