import Platform
import Testing

/// A class that works through the talks of a case.
@Suite struct ClassCaseTests {
  let computer = CaseTests().computer

  /// What a room does in the kitchen until its end: it promises, and stands by it.
  private static let kitchen =
    ["people 20", "goto vote-one", "8 9 3", "show", "go", "a", "go", "b", "go", "c"] + close
  private static let close = ["goto threes", "goto close", "", ""]

  private func lead(_ typed: [String], _ options: [String] = []) -> Run {
    computer.run(["class", "supper", "--seed", "3"] + options, typing: typed)
  }

  private var classes: [String] {
    computer.memory.paths.filter { $0.hasSuffix(".class") }
  }

  @Test func theNextTalkFollowsWithWhatWasSaidAndHowManyAreHere() {
    let run = lead(Self.kitchen + ["", "", "", "", ""])
    #expect(
      run.shows(inOrder: [
        "Test card", "Thank you.", "Next, talk 2 of 2: The porch",
        "Talk 2 of 2 in Supper.", "20 in the room.", "What has been said before",
      ]),
      "\(run.output)"
    )
    let second = run.output.split(separator: "Thank you.").last ?? ""
    #expect(!second.contains("Test card"), "the room has read it")
    #expect(classes.count == 2)
  }

  @Test func whatTheRoomPromisedIsRememberedInTheNextTalk() {
    let ballot = lead(["goto think"]).lines.last { $0.contains("home by May") } ?? ""
    let promise = String(ballot.prefix(1))
    let run = lead(["goto go-on", promise] + Self.close + ["", "goto scene"])
    #expect(run.output.contains("Dana: Ray says you promised him."), "\(run.output)")
  }

  @Test func anotherDayTheSameCommandBeginsTheNextTalk() {
    let first = lead(Self.kitchen)
    #expect(first.output.contains("Next is talk 2, The porch: rehearse class supper"))
    computer.memory.advance(by: 7 * 24 * 60 * 60 * 1000)
    let second = lead([])
    #expect(second.output.contains("Talk 1 is behind you; this is the next."))
    #expect(lead([""], ["--new"]).output.contains("Talk 1 of 2 in Supper."))
  }

  @Test func aTalkThatWasLeftIsTakenUpWhereItWas() {
    _ = lead(Self.kitchen + ["", "goto scene"])
    let again = lead(["repeat"])
    #expect(again.shows(inOrder: ["Taken up where it was.", "Scene"]))
    #expect(classes.count == 2)
    computer.memory.advance(by: 24 * 60 * 60 * 1000)
    let later = lead([""])
    #expect(later.shows(inOrder: ["Test card", "Talk 2 of 2 in Supper."]))
  }

  @Test func theSummaryTellsOfEveryTalk() {
    _ = lead(Self.kitchen + ["", "goto vote-one", "vote 4 5", "quit"])
    for words in [[], ["supper"], ["porch"]] {
      let run = computer.run(["class", "--summary"] + words)
      #expect(
        run.shows(inOrder: [
          "Talk 1: The kitchen", "8 before: ", "Talk 2: The porch", "4 before: ",
        ]),
        "\(run.output)"
      )
    }
  }

  @Test func aTalkOfACaseMayStillBeLedByItself() {
    _ = lead(Self.kitchen)
    let alone = computer.run(["class", "porch"], typing: ["", "goto scene"])
    #expect(!alone.output.contains("Talk 2 of 2"))
    #expect(!alone.output.contains("Ray says"))
  }

  @Test func theSheetOfACaseHasAllItsTalks() {
    let run = computer.run(["sheet", "supper"])
    #expect(run.shows(inOrder: ["THE KITCHEN", "THE PORCH"]))
    #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count % 58 == 1)
  }
}
