import JSONSyntax
import ScenarioCompiler
import ScenarioEngine
import SourceText
import TestSupport
import Testing

@testable import Authoring

/// The reviewer on small scenarios, for the tests of its parts too.
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

  static func review(_ text: String) throws -> (ScenarioReview, SourceFile) {
    let file = SourceFile(path: "example.json", bytes: Array(text.utf8))
    let (document, _) = JSONReader.read(file)
    return (ScenarioReview.of(try #require(document), try scenario(text)), file)
  }

  /// The mended example of a page: a small scenario with nothing wrong in it.
  static func mended(_ code: String) throws -> String {
    try #require(FindingPage.about(code)).mendedExample.text
  }

  @Test func aPathIsWhereItSays() throws {
    let page = try #require(FindingPage.about("no-way-out"))
    let (review, _) = try Self.review(page.failingExample.text)
    #expect(review.findings.first?.path == ["hello/half"])
  }
}
