import ScenarioCompiler
import ScenarioEngine
import SourceText
import Testing

@Suite struct JuneFourthTests {
  private func scenario() throws -> Scenario {
    let result = compile(JuneFourth.text)
    #expect(rendered(result, of: JuneFourth.text).isEmpty)
    return try #require(result.scenario)
  }

  @Test func compilesWithoutFindings() throws {
    let scenario = try scenario()
    #expect(scenario.momentCount == 4)
    #expect(scenario.replyCount == 2)
    #expect(scenario.cast.map(\.name) == ["Tanya", "Dana", "Mia"])
    #expect(scenario.notes.place?.name == "California, child under three")
    #expect(
      scenario.notes.facts.first { $0.key == "dates" }?.text
        == "On June 4 at 8:30 the judge can send Mia home, give more time, or stop the help for going home."
    )
    #expect(scenario.notes.owed == [CastIndex(0): [.dates]])
    #expect(scenario.notes.digest.count == 16)
  }

  @Test func playsToTheEndThatThePromiseLeadsTo() throws {
    let scenario = try scenario()
    var talk = Conversation(scenario, seed: 1)
    func heard() -> [String] {
      talk.spoken.map { scenario.text(scenario.line($0.line).text, in: talk.state) }
    }
    #expect(
      heard() == [
        "Tanya has the court paper folded small.", "They said a year. So I've got a year.",
      ]
    )
    try talk.perform(.chose(moment: "the-clock", reply: "dont-worry"))
    #expect(
      heard() == [
        "OK. OK, good.", "You said I'd have her back. So why is there a second plan?",
        "She is at the door, still holding the paper.",
      ]
    )
    #expect(talk.ending.map { scenario.ending($0).kind } == .broken)
    #expect(talk.ledger.entries.map(\.kind) == [.softened, .promised, .harmed])
    #expect(talk.ledger.isPromised("back-in-time"))
  }

  @Test func playsToTheTableAlongTheTruth() throws {
    let scenario = try scenario()
    var talk = Conversation(scenario, seed: 1)
    try talk.perform(.chose(moment: "the-clock", reply: "straight"))
    #expect(talk.ending.map { scenario.ending($0).kind } == .connected)
    #expect(talk.ledger.isTold(CastIndex(0), .dates))
    #expect(
      talk.ledger.entries.first?.words.map { scenario.text($0, in: talk.state) }
        == "the judge first looks on June 4"
    )
  }
}
