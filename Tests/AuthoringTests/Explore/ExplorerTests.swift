import ScenarioCompiler
import ScenarioEngine
import SourceText
import TestSupport
import Testing

@testable import Authoring

@Suite struct ExplorerTests {
  private func explorer(_ text: String? = nil) throws -> Explorer {
    let text = try text ?? ReviewPageTests.mended("best-never-costs")
    let file = SourceFile(path: "example.json", bytes: Array(text.utf8))
    let scenario = try #require(ScenarioCompiler.compile(file, context: .core).scenario)
    return Explorer(scenario, file: file, context: .core)
  }

  /// A promise, its repair, and endings that ask about both.
  private static let kept = PageFrame.file(
    with: """
      "hello": { "lines": [{ "text": "Rain." }], "replies": [
        { "id": "swear", "say": "I swear he comes home.", "why": "w", "heard": "h",
          "rates": { "honesty": 1, "clarity": 3, "shared-parenting": 3 },
          "promises": [{ "id": "home", "about": "plan-a", "words": "he comes home" }], "next": "mend" },
        { "id": "date", "say": "The judge looks in June.", "why": "w", "heard": "h",
          "rates": { "honesty": 3, "clarity": 3, "shared-parenting": 3 },
          "tells": [{ "element": "dates", "words": "in June" }], "next": "mend" }] },
      "mend": { "lines": [{ "text": "So?", "when": "promised(home)" }], "replies": [
        { "id": "back", "say": "I was wrong to swear.", "why": "w", "heard": "h",
          "rates": { "honesty": 3, "clarity": 3, "shared-parenting": 3 },
          "repairs": ["home"], "next": "well" },
        { "id": "leave", "say": "Bye.", "why": "w", "heard": "h",
          "rates": { "honesty": 2, "clarity": 3, "shared-parenting": 2 }, "next": "apart" }] },
      "well": { "lines": [], "ending": { "title": "Well", "text": "t", "kind": "connected" } },
      "apart": { "lines": [], "ending": { "title": "Apart from her", "text": "t", "kind": "broken" } }
      """,
    as: .moments
  )

  @Test func aPlaceShowsWhatCanBeSaidAndWhatItChanges() throws {
    let explorer = try explorer()
    let lines = explorer.lines(at: explorer.root)
    #expect(lines.prefix(2) == ["at hello", "state: trust 2"])
    #expect(lines[2] == "1. plain: There are two plans, and I work on both.")
    #expect(
      lines[3] == "   honesty 3, clarity 3, shared-parenting 3 → second; trust 2 → 1"
    )
    #expect(lines.count == 8)
  }

  @Test func theTreeEndsAtEndings() throws {
    let explorer = try explorer()
    #expect(
      explorer.tree(from: explorer.root, depth: 1) == [
        "hello", "|- plain [sound] → second", "|- half [falls short] → apart (broken)",
        "`- vague [falls short] → apart (broken)",
      ]
    )
  }

  @Test func theShortestWayToACondition() throws {
    let explorer = try explorer()
    let way = explorer.shortestWay(to: try explorer.goal("trust < 1"))
    #expect(way.way.map(explorer.names) == ["hello/plain", "second/plain"])
    #expect(explorer.shortestWay(to: try explorer.goal("trust > 2 or trust > 3")).way == nil)
    #expect(explorer.shortestWay(to: try explorer.goal("well")).way?.count == 4)
  }

  @Test func anEndingMayBeAskedForByItsTitle() throws {
    let explorer = try explorer(Self.kept)
    let way = explorer.shortestWay(to: try explorer.goal("apart FROM her")).way
    #expect(way.map(explorer.names) == ["hello/swear", "mend/leave"])
  }

  @Test func aConditionMayAskForWhatTheScriptNeverAsks() throws {
    let explorer = try explorer(Self.kept)
    let asked = "told(tanya, dates) and said(mend/leave)"
    let way = explorer.shortestWay(to: try explorer.goal(asked)).way
    #expect(way.map(explorer.names) == ["hello/date", "mend/leave"])
    let repaired = explorer.shortestWay(to: try explorer.goal("repaired(home)")).way
    #expect(repaired.map(explorer.names) == ["hello/swear", "mend/back"])
    // From a place on, what led there counts.
    let place = try explorer.place(after: "swear", from: explorer.root)
    let onward = explorer.shortestWay(to: try explorer.goal("repaired(home)"), from: place).way
    #expect(onward.map(explorer.names) == ["mend/back"])
    let never = explorer.shortestWay(to: try explorer.goal(asked), from: place)
    #expect(never.way == nil && never.isComplete)
  }

  @Test func aPlaceMayBeAskedForWithItsState() throws {
    let explorer = try explorer()
    let place = try explorer.place(at: "third", with: "trust=5")
    #expect(explorer.stateText(place) == "trust 5")
  }

  @Test func whatWasToldAndPromisedMayBeGiven() throws {
    let explorer = try explorer(Self.kept)
    let given = "told.dates, promised(home), said.hello/date"
    let place = try explorer.place(at: "mend", with: given)
    #expect(explorer.spokenTexts(place) == ["So?"])
    #expect(
      explorer.ledgerTexts(place) == ["told Tanya: dates", "promised Tanya: home, plan-a"]
    )
    let way = explorer.shortestWay(to: try explorer.goal("repaired(home)"), from: place).way
    #expect(way.map(explorer.names) == ["mend/back"])
    let goal = try explorer.goal("said(hello/date) and told(tanya, dates)")
    #expect(explorer.shortestWay(to: goal, from: place).way == [])
    let mended = try explorer.place(at: "mend", with: "repaired.home")
    #expect(explorer.ledgerTexts(mended)[0] == "promised Tanya: home, plan-a, set right")
  }

  @Test(arguments: [
    ("thrid", "", "there is no moment \"thrid\". Did you mean third?"),
    ("third", "trsut=5", "there is no state \"trsut\". Did you mean trust?"),
    ("third", "trust=9", "trust is a whole number from 0 to 5, not \"9\"."),
    ("third", "told.dattes", "there is no element \"dattes\". Did you mean dates?"),
    ("third", "told.tnya.dates", "there is no person \"tnya\". Did you mean tanya?"),
    ("third", "promissed.home", "Did you mean promised?"),
    ("third", "promised.home", "there is no promise \"home\". There is none at all."),
    ("third", "seen(helo)", "there is no moment \"helo\". Did you mean hello?"),
    ("third", "said(hello/plian)", "Did you mean plain?"),
    ("third", "contradicted.dates", "follows from what was promised"),
  ])
  func wrongNamesGetTheNearest(moment: String, given: String, says: String) throws {
    let explorer = try explorer()
    let error = #expect(throws: ExplorerError.self) {
      try explorer.place(at: moment, with: given)
    }
    #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
  }

  @Test(arguments: [
    ("wel", "there is no moment \"wel\". Did you mean well?"),
    ("trsut < 2", "in \"trsut < 2\", at letter 1: "),
    ("trust < 2 and told(tany, dates)", "at letter 20: "),
    ("trust <", "in \"trust <\""),
    ("", "\"\""),
  ])
  func whatIsNoGoalIsSaid(text: String, says: String) throws {
    let explorer = try explorer()
    let error = #expect(throws: ExplorerError.self) { try explorer.goal(text) }
    #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
  }

  @Test(arguments: [
    ("plain,plain", ["hello/plain", "second/plain"]),
    ("hello/plain second/plain", ["hello/plain", "second/plain"]),
    ("", []),
  ])
  func aWayIsReadAsTyped(text: String, names: [String]) throws {
    let explorer = try explorer()
    let place = try explorer.place(after: text, from: explorer.root)
    #expect(explorer.names(of: explorer.way(to: place)) == names)
  }

  @Test(arguments: [
    ("plian", "there is no reply \"plian\" at hello. Did you mean plain?"),
    ("second/plain", "it is at hello when \"second/plain\" is to be said."),
    ("half,plain", "it has ended at apart before \"plain\"."),
  ])
  func aWayThatCannotBeGoneIsSaid(text: String, says: String) throws {
    let explorer = try explorer()
    let error = #expect(throws: ExplorerError.self) {
      try explorer.place(after: text, from: explorer.root)
    }
    #expect(error?.message.hasPrefix(says) == true, "\(error?.message ?? "")")
  }

  /// What may be asked for is what play can come to, by a way of the same length.
  @Test(arguments: [UInt64(2), 5, 9, 14]) func shortestWaysAreWays(seed: UInt64) throws {
    let file = SourceFile(path: "r.json", bytes: Array(RandomScenario.json(seed: seed).utf8))
    let scenario = try #require(ScenarioCompiler.compile(file, context: .core).scenario)
    let explorer = Explorer(scenario, file: file, context: .core)
    let ways = explorer.shortestWays(from: explorer.root, limit: 1_500)
    for moment in scenario.momentIndices {
      guard let way = ways[moment.place] else { continue }
      let place = explorer.place(after: way, from: explorer.root)
      #expect(explorer.way(to: place) == way)
      #expect(place.conversation.path.contains(moment))
    }
  }
}
