import ScenarioEngine
import Testing

@testable import Authoring

@Suite struct ExplorerTests {
  private func explorer() throws -> Explorer {
    let (review, _) = try ReviewPageTests.review(ReviewPageTests.mended("best-never-costs"))
    return Explorer(review.graph.scenario)
  }

  @Test func aPlaceShowsWhatCanBeSaidAndWhatItChanges() throws {
    let explorer = try explorer()
    let lines = explorer.lines(at: explorer.root)
    #expect(lines[0] == "hello  [trust 2]")
    #expect(lines[1] == "  1. plain: There are two plans, and I work on both.")
    #expect(
      lines[2] == "     honesty 3, clarity 3, shared-parenting 3 → second  [trust 2 → 1]"
    )
    #expect(lines.count == 7)
  }

  @Test func theTreeEndsAtEndings() throws {
    let explorer = try explorer()
    #expect(
      explorer.tree(from: explorer.root, depth: 1) == [
        "hello  [trust 2]", "├─ plain → second", "├─ half → apart (broken)",
        "└─ vague → apart (broken)",
      ]
    )
  }

  @Test func theShortestWayToAState() throws {
    let explorer = try explorer()
    let low = try StatePredicate("trust < 1", in: explorer.scenario)
    let way = try #require(explorer.shortestWay(to: .state(low)))
    #expect(way.map { explorer.scenario.name(of: $0) } == ["hello/plain", "second/plain"])
    let never = try StatePredicate("trust > 2", in: explorer.scenario)
    #expect(explorer.shortestWay(to: .state(never)) == nil)
    let well = try #require(explorer.scenario.moment("well"))
    #expect(explorer.shortestWay(to: .moment(well))?.count == 4)
  }

  @Test func aPlaceMayBeAskedForWithItsState() throws {
    let explorer = try explorer()
    let place = try explorer.place(at: "third", with: [("trust", "5")])
    #expect(explorer.lines(at: place)[0] == "third  [trust 5]")
    #expect(throws: ExplorerError.noSuchMoment("thrid")) { try explorer.place(at: "thrid") }
    #expect(throws: ExplorerError.noSuchState("trsut")) {
      try explorer.place(at: "third", with: [("trsut", "5")])
    }
    #expect(throws: ExplorerError.noSuchValue("9", of: "trust")) {
      try explorer.place(at: "third", with: [("trust", "9")])
    }
  }

  @Test(arguments: ["trust<2", "trust <2", "trust < 2 and trust>=0"])
  func questionsAreReadAsTyped(text: String) throws {
    let explorer = try explorer()
    let predicate = try StatePredicate(text, in: explorer.scenario)
    #expect(!predicate.holds(in: explorer.root.state))
    let low = try explorer.place(at: "hello", with: [("trust", "1")])
    #expect(predicate.holds(in: low.state))
  }

  @Test(arguments: ["", "trust <", "trust < 2 and", "trust ? 2"])
  func whatIsNoQuestionIsSaid(text: String) throws {
    let explorer = try explorer()
    #expect(throws: ExplorerError.self) { try StatePredicate(text, in: explorer.scenario) }
  }
}
