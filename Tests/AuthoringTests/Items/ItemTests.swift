import ScenarioEngine
import Testing

@testable import Authoring

@Suite struct ItemTests {
  private func scenario() throws -> Scenario {
    try ReviewPageTests.review(ReviewPageTests.mended("unreachable-moment")).0.graph.scenario
  }

  private func plays(_ replies: String...) -> [ItemStatistics.Play] {
    replies.map { .init([.init(moment: "hello", reply: $0)]) }
  }

  @Test func underFourPlaysNothingIsSaid() throws {
    let statistics = ItemStatistics(try scenario(), plays("plain", "half", "vague"))
    #expect(statistics.playCount == 3)
    #expect(statistics.items.isEmpty)
  }

  @Test func difficultyIsTheShareOfRightPicks() throws {
    let statistics = ItemStatistics(try scenario(), plays("plain", "plain", "half", "vague"))
    let item = try #require(statistics.items.first)
    #expect(item.difficulty == 0.5)
    #expect(item.taken.map(\.count) == [2, 1, 1])
    #expect(item.discrimination == 1)
    #expect(item.judgement == .tooHigh)
  }

  @Test func whatTheScenarioNoLongerHasIsPassedOver() throws {
    let statistics = ItemStatistics(
      try scenario(),
      plays("gone", "plain", "plain", "half", "vague")
    )
    #expect(statistics.playCount == 4)
  }

  @Test(arguments: [
    (0.1, 3, ItemStatistics.Discrimination.revise), (0.2, 3, .fair), (0.3, 3, .fair),
    (0.31, 3, .good), (0.7, 3, .tooHigh), (0.5, 2, .good),
  ])
  func thresholds(value: Double, options: Int, judgement: ItemStatistics.Discrimination) {
    #expect(ItemStatistics.judge(value, options: options) == judgement)
  }
}
