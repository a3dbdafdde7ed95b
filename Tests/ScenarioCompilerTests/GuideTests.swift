import Foundation
import JSONSyntax
import ScenarioCompiler
import ScenarioEngine
import SourceText
import TestSupport
import Testing

/// The author's guide says what the program does.
@Suite(.serialized) struct GuideTests {
  @Test func keysAreTheProgramsKeys() throws {
    try GuidePage("Guide/keys.md").expectPart("keys", is: SchemaFiles.keyTables)
  }

  @Test func everyCodeIsThereWithWhatToDo() throws {
    let page = try GuidePage("Guide/errors.md")
    for (name, codes) in [
      ("reader-codes", DiagnosticCode.ofReader), ("key-codes", DiagnosticCode.ofShapes),
      ("scenario-codes", ScenarioCompiler.codes + [.moreFindings]),
    ] {
      var advice: [String: String] = [:]
      for row in GuidePage.rows(try page.part(name)) where row.count == 3 {
        advice[row[0]] = row[2]
      }
      let rows = codes.map { "| `\($0.name)` | \($0.summary) | \(advice["`\($0.name)`"] ?? "") |" }
      let heading = "| code | what it means | what to do |\n| --- | --- | --- |\n"
      try GuidePage("Guide/errors.md")
        .expectPart(name, is: heading + rows.joined(separator: "\n") + "\n")
      for code in codes {
        #expect(!advice["`\(code.name)`", default: ""].isEmpty, "\(code.name): what to do?")
      }
    }
  }

  @Test(arguments: [
    "step-1.json", "step-2.json", "step-3.json", "step-6.json", "Library/red-truck.json",
  ])
  func exampleNeedsNoMending(name: String) throws {
    let text = try GuidePage.example(name)
    #expect(rendered(compile(text), of: text).isEmpty)
  }

  @Test func exampleOfACaseNeedsNoMending() throws {
    let text = try GuidePage.example("Cases/one-red-bed.json")
    let result = CaseCompiler.compile(
      SourceFile(path: "one-red-bed.json", bytes: Array(text.utf8)),
      known: [],
      context: core
    ) { id in
      let talk = try? GuidePage.example("Library/\(id).json")
      return talk.map { SourceFile(path: "\(id).json", bytes: Array($0.utf8)) }
    }
    #expect(result.case != nil && result.diagnostics.isEmpty)
  }

  /// Whatever the guide prints to be copied stands in an example file that is checked above.
  @Test(arguments: GuidePage.names) func whatIsPrintedIsInAnExample(page: String) throws {
    let files = [
      "step-1.json", "step-2.json", "step-3.json", "step-6.json", "Library/red-truck.json",
      "Library/porch-steps.json", "Cases/one-red-bed.json", "my-county.json",
    ]
    let examples = try files.map { Self.withoutSpaces(try GuidePage.example($0)) }
    for block in try GuidePage(page).blocks("json") {
      let words = Self.withoutSpaces(block)
      #expect(examples.contains { $0.contains(words) }, "in no example:\n\(block)")
    }
  }

  /// What `rehearse check` says of the third step with one thing changed.
  @Test(arguments: [
    (
      "missing-comma", #""heard": "He's ours. She as good as said it.","#,
      #""heard": "He's ours. She as good as said it.""#
    ),
    ("unknown-key", #""reaction""#, #""reacton""#),
    ("unknown-moment", #""next": "truck-arrives""#, #""next": "truck-arives""#),
    ("missing-quote", #""title": "The red truck","#, #""title": "The red truck,"#),
    ("curly-quotes", #""title": "The red truck""#, "“title”: “The red truck”"),
  ])
  func errorIsShownAsItIs(code: String, right: String, wrong: String) throws {
    var text = try GuidePage.example("step-3.json")
    let range = try #require(text.range(of: right))
    text.replaceSubrange(range, with: wrong)
    let file = SourceFile(path: "red-truck.json", bytes: Array(text.utf8))
    let found = ScenarioCompiler.compile(file, context: core).diagnostics
    #expect(found.map(\.code.name) == [code])
    let renderer = DiagnosticRenderer(files: [file])
    let output = "\(renderer.text(for: found))\n\(renderer.summary(of: found))"
    try GuidePage("README.md").expectPart("error-\(code)", is: "```text\n\(output)\n```\n")
  }

  /// Each condition that the guide shows can stand at the end of the example.
  @Test func conditionsAreConditions() throws {
    let example = try GuidePage.example("Library/red-truck.json")
    let rows = GuidePage.rows(try GuidePage("Guide/remembering.md").part("conditions"))
    #expect(rows.count > 8)
    for row in rows {
      let condition = row[0].trimmingCharacters(in: ["`"]).replacing("\"", with: "\\\"")
      let text = example.replacing(
        #""lines": [],"#,
        with: #""lines": [{ "text": "A clock.", "when": "\#(condition)" }],"#
      )
      #expect(text != example)
      #expect(rendered(compile(text), of: text).isEmpty)
    }
  }

  @Test func drawsAreTheProgramsDraws() throws {
    let rows = GuidePage.rows(try GuidePage("Guide/remembering.md").part("draws"))
    #expect(rows.count == 6)
    for row in rows {
      let cells = row.map { $0.trimmingCharacters(in: ["`"]) }
      let seed = try #require(UInt64(cells[0]))
      let visit = try #require(UInt64(cells[2]))
      let bits = Chance.draw(
        seed: seed,
        moment: Chance.hash(cells[1]),
        visit: visit,
        place: Chance.hash(cells[3])
      )
      let digits = String(bits, radix: 16, uppercase: true)
      #expect(cells[4] == String(repeating: "0", count: 16 - digits.count) + digits)
      #expect(cells[5] == String(Chance.index(bits, below: 2)))
    }
  }

  private static func withoutSpaces(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
