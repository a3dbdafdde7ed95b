import JSONSyntax
import ScenarioCompiler
import ScenarioEngine
import SourceText
import Testing

@testable import Authoring

@Suite struct WalkthroughTests {
  private static func file(_ members: String) -> String {
    PageFrame.file(
      with: "\"walkthroughs\": [{ \"name\": \"kept\", \(members) }]",
      as: .top
    )
  }

  @Test func typedWordsGoAlongTheReplyTheyAreTakenFor() throws {
    let text = Self.file(
      #""moves": [{ "type": "Two plans." }], "ending": "well", "levels": { "honesty": 4 }"#
    )
    let file = SourceFile(path: "kept.json", bytes: Array(text.utf8))
    let document = try #require(JSONReader.read(file).document)
    let scenario = try #require(ScenarioCompiler.compile(file, context: .core).scenario)
    var options = ReviewOptions()
    options.typist = { conversation, words in
      guard words == "Two plans.",
        let reply = conversation.scenario.reply("plain", at: conversation.state.moment)
      else { return nil }
      var levels = Levels()
      levels[0] = 4
      let turn = TypedTurn(
        text: words,
        takenFor: "plain",
        entries: [],
        levels: levels,
        contested: false,
        judgement: "",
        rubricDigest: ""
      )
      return (reply, turn)
    }
    #expect(ScenarioReview.of(document, scenario, options).findings.isEmpty)
  }

  @Test func whereItDivergesTheRestIsNotReported() throws {
    let text = Self.file(#""moves": ["hello/plain", "hello/half"], "ending": "apart""#)
    let (review, _) = try ReviewPageTests.review(text)
    #expect(review.diagnostics.map(\.code.name) == ["walkthrough-move"])
    #expect(review.diagnostics[0].message.contains("has ended at \"well\""))
  }

  @Test func whatWasTypedBeforeIsSaidWhereItDiverges() throws {
    let text = Self.file(#""moves": [{ "type": "x" }], "ending": "apart""#)
    let file = SourceFile(path: "kept.json", bytes: Array(text.utf8))
    let document = try #require(JSONReader.read(file).document)
    let scenario = try #require(ScenarioCompiler.compile(file, context: .core).scenario)
    var options = ReviewOptions()
    options.typist = { conversation, words in
      conversation.scenario.reply("plain", at: conversation.state.moment).map { reply in
        let turn = TypedTurn(
          text: words,
          takenFor: "plain",
          entries: [],
          levels: Levels(),
          contested: false,
          judgement: "",
          rubricDigest: ""
        )
        return (reply, turn)
      }
    }
    let found = ScenarioReview.of(document, scenario, options).diagnostics
    #expect(found.map(\.code.name) == ["walkthrough-ending"])
    #expect(found[0].notes.map(\.text) == ["these words were taken for \"hello/plain\""])
  }

  /// Every shipped scenario keeps its best way, and a way on which something is taken back.
  @Test(arguments: Shipped.scenarios)
  func shippedScenariosKeepTwoWaysThatPass(_ item: Shipped.Item) throws {
    let document = try #require(JSONReader.read(item.file).document)
    let scenario = try Shipped.compiled(item)
    let list = try #require(document.member("walkthroughs", of: document.root))
    let verdicts = document.elements(of: list).map { walkthrough in
      document.member("verdict", of: walkthrough).flatMap { document.string(of: $0) }
    }
    #expect(verdicts.contains("sound") && verdicts.contains("repaired"))
    var options = ReviewOptions()
    options.search.limit = 1
    var reviewer = Reviewer(document, scenario, options)
    reviewer.reviewWalkthroughs()
    let found = reviewer.findings.map(\.diagnostic)
    #expect(found.isEmpty, "\(DiagnosticRenderer(files: [item.file]).text(for: found))")
  }

  @Test func aNearIDIsProposed() throws {
    let (review, _) = try ReviewPageTests.review(Self.file(#""moves": ["hello/plian"]"#))
    #expect(review.diagnostics[0].message.contains("is it \"plain\"?"))
  }
}
