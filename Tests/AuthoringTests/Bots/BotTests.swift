import ScenarioEngine
import Testing

@testable import Authoring

@Suite struct BotTests {
  @Test(arguments: [UInt64(2), 5, 9, 14, 33]) func botsPlayAsConversationsDo(seed: UInt64) throws {
    let scenario = try SearchPropertyTests.scenario(seed)
    for manner in Bots.Manner.allCases {
      let report = Bots.run(scenario, manner, runs: 4, seed: 7)
      #expect(report.plays == 4)
      #expect(report.said.reduce(0, +) == report.turns)
      let ended = report.endings.reduce(0) { $0 + $1.count }
      let unended = report.oddCounts.first { $0.kind == .doesNotEnd }?.count ?? 0
      #expect(ended + unended == 4)
      for oddity in report.oddities {
        let text = Array(oddity.moveText(scenario).utf8)
        let (playSeed, moves) = try #require(MoveText.read(text))
        let replayed = try Conversation(scenario, seed: playSeed, replaying: moves)
        #expect(replayed.turnCount == oddity.replies.count)
        #expect((replayed.ending == nil) == (oddity.kind == .doesNotEnd))
      }
    }
  }

  @Test func theSameSeedPlaysTheSame() throws {
    let scenario = try SearchPropertyTests.scenario(5)
    let first = Bots.run(scenario, .random, runs: 30, seed: 1)
    #expect(first.said == Bots.run(scenario, .random, runs: 30, seed: 1).said)
    #expect(first.said != Bots.run(scenario, .random, runs: 30, seed: 2).said)
  }

  @Test func coverageIsOfWhatThereIs() throws {
    let (review, _) = try ReviewPageTests.review(ReviewPageTests.mended("unreachable-moment"))
    let scenario = review.graph.scenario
    let random = Bots.run(scenario, .random, runs: 100, seed: 1)
    #expect(random.momentsMet == .init(met: 4, all: 4))
    #expect(random.repliesMet == .init(met: 3, all: 3))
    let best = Bots.run(scenario, .best, runs: 10, seed: 1)
    #expect(best.repliesMet == .init(met: 1, all: 3))
    #expect(best.endings.map(\.count) == [10, 0])
    #expect(best.spreads[0].median == 3)
    #expect(best.spreads[0].lowests == [0, 0, 0, 10, 0])
    let worst = Bots.run(scenario, .worst, runs: 10, seed: 1)
    #expect(worst.endings.map(\.count) == [0, 10])
    let missed = NeverMet(scenario, [best, worst])
    #expect(missed.moments.isEmpty)
    #expect(missed.replies.map { scenario.name(of: $0) } == ["hello/half"])
    #expect(
      HeatTable(scenario, [best, random]).lines(width: 80).prefix(3) == [
        "                                                   best random",
        "hello                                              100%   100%",
        "  plain                                            100%    30%",
      ]
    )
    let narrow = HeatTable(scenario, [best, random]).lines(width: 30)
    #expect(narrow[1] == "hello" && narrow[2] == "     100%   100%", "\(narrow)")
  }

  @Test func aTypingBotCountsWhatItsWordsAreTakenFor() throws {
    let (review, _) = try ReviewPageTests.review(ReviewPageTests.mended("unreachable-moment"))
    let report = Bots.type(review.graph.scenario, runs: 20, seed: 3) { conversation, _ in
      guard let reply = conversation.offers.map(\.reply).min(by: { $0.raw < $1.raw }) else {
        return nil
      }
      let turn = TypedTurn(
        text: nil,
        takenFor: conversation.scenario.id(of: reply),
        entries: [],
        levels: Levels(),
        contested: false,
        judgement: "",
        rubricDigest: ""
      )
      return (reply, turn)
    }
    #expect(report.typing.turns == 20)
    #expect(report.typing.forNone == 0)
    #expect(report.endings.map(\.count) == [20, 0])
    #expect(report.name == "typing")
    #expect(report.typing.asMeant + report.mishearings.reduce(0) { $0 + $1.count } == 20)
    #expect(report.mishearings.allSatisfy { $0.taken.raw == 0 })
  }

  @Test(arguments: [
    (0, 3, "0%"), (1, 3, "33%"), (1, 1_000, "<1%"), (999, 1_000, ">99%"), (5, 0, "-"),
  ])
  func aShareIsNeverRoundedToNothingOrAll(part: Int, all: Int, words: String) {
    #expect(HeatTable.percent(part, of: all) == words)
  }
}
