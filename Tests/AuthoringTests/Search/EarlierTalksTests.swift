import ScenarioEngine
import Testing

@testable import Authoring

@Suite struct EarlierTalksTests {
  private static let first = PageFrame.file(
    with: PageFrame.reply(
      "vague",
      "She will be home by summer.",
      "2 2 2",
      next: "apart",
      "\n  \"promises\": [{ \"id\": \"home\", \"about\": \"plan-a\", \"words\": \"home by summer\" }],"
    ),
    as: .reply
  )

  private func second(_ condition: String) throws -> Scenario {
    let text = PageFrame.file(
      with: #"{ "by": "tanya", "text": "{dana}?", "when": "\#(condition)" }"#,
      as: .line,
      #""carried": ["home"]"#
    )
    return try ReviewPageTests.scenario(text, earlierPromises: ["home"])
  }

  @Test(arguments: [
    ("promised(home)", true), ("promised(home) and not repaired(home)", true),
    ("promised(home) and repaired(home)", true), ("repaired(home) and not promised(home)", false),
  ])
  func aPromiseOfAnEarlierTalkMayHaveBeenMadeOrMended(condition: String, canHold: Bool) throws {
    let scenario = try second(condition)
    var options = SearchOptions()
    #expect(!StateSearch.run(scenario, options).trace.held[0].exists)
    options.earlier = EarlierState(after: [try ReviewPageTests.scenario(Self.first)])
    #expect(StateSearch.run(scenario, options).trace.held[0].exists == canHold)
  }

  @Test func itContradictsWhatIsPromisedHere() throws {
    let text = PageFrame.file(
      with: PageFrame.reply(
        "vague",
        "He is yours for good.",
        "2 2 2",
        next: "apart",
        "\n  \"promises\": [{ \"id\": \"yours\", \"about\": \"plan-b\", \"words\": \"yours for good\" }],"
          + "\n  \"reaction\": [{ \"text\": \"Both?\", \"when\": \"contradicted(plan-a)\" }],"
      ),
      as: .reply,
      #""carried": ["home"]"#
    )
    let scenario = try ReviewPageTests.scenario(text, earlierPromises: ["home"])
    var options = SearchOptions()
    #expect(!StateSearch.run(scenario, options).trace.held[0].exists)
    options.earlier = EarlierState(after: [try ReviewPageTests.scenario(Self.first)])
    #expect(StateSearch.run(scenario, options).trace.held[0].exists)
  }

  @Test func itsDenialContradictsWhatItTold() throws {
    let first = try ReviewPageTests.scenario(
      PageFrame.file(
        with: PageFrame.reply(
          "vague",
          "There is no other plan.",
          "2 2 2",
          next: "apart",
          "\n  \"denies\": [\"plan-b\"],"
        ),
        as: .reply
      )
    )
    let scenario = try second("contradicted(plan-b)")
    var options = SearchOptions()
    #expect(!StateSearch.run(scenario, options).trace.held[0].exists)
    options.earlier = EarlierState(after: [first])
    #expect(StateSearch.run(scenario, options).trace.held[0].exists)
  }
}
