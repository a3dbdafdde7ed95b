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

  @Test func aNearIDIsProposed() throws {
    let (review, _) = try ReviewPageTests.review(Self.file(#""moves": ["hello/plian"]"#))
    #expect(review.diagnostics[0].message.contains("is it \"plain\"?"))
  }
}
