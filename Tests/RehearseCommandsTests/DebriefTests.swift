import Testing

@Suite struct DebriefTests {
  let computer = Computer()

  /// The parts of the debrief, in the order that never changes.
  static let order = [
    "What you said of it yourself", "What they heard", "One thing to keep", "One thing to change",
    "All of it, by dimension", "The ledger", "Say the turning point again",
    "One thing to take with you",
  ]

  @Test func theOrderIsFixed() {
    let run = computer.play(Kitchen.repaired + ["It was hard", "3", "4", "2"] + ["", ""])
    #expect(run.status == 0)
    #expect(run.shows(inOrder: ["how did that go?", "Honesty", "Clarity", "Shared"] + Self.order))
    #expect(run.output.contains("Tell a colleague one line you would keep."))
    // One's own words come before anything of the program's, and are never kept.
    #expect(run.shows(inOrder: ["What you said of it yourself", "It was hard", "What they heard"]))
    #expect(!computer.journal(computer.journals[0]).contains("It was hard"))
  }

  @Test func everyTurnIsQuotedWithWhatWasHeard() {
    let run = computer.play(Kitchen.repaired + Kitchen.enters)
    let debrief = run.output.split(separator: "What they heard").last.map(String.init) ?? ""
    let heard = Run(status: 0, output: debrief, errors: "")
    #expect(
      heard.shows(inOrder: [
        "You: Do the classes and Sam will be home by May.", "Ray hears: He is coming home.",
        "You: I said he will be home by May.", "Ray hears: So it is not sure. But he told me.",
        "You: Who could drive you", "Ray hears: He means to help.",
        "You: I will call on Friday.", "Ray hears: Friday.",
        "One thing to keep",
      ])
    )
  }

  @Test func aRepairedPromiseBeatsNeverSlippingAndIsInTheLedger() {
    let run = computer.play(Kitchen.repaired + Kitchen.enters)
    #expect(
      run.shows(inOrder: [
        "One thing to keep", "You: I said he will be home by May.", "One thing to change",
        "Ray was owed this and did not hear it", "Repaired:", "repaired later",
        "Why: Nobody can promise it.",
        "The ledger", "Ray", "Promised", "\"will be home by May\"", "Repaired since.",
        "Left out: the second plan.",
      ])
    )
  }

  @Test func anUnrepairedPromiseIsNotYetAndAStopIsNamed() {
    let promise = computer.play(["1", "2", "3"] + Kitchen.enters)
    #expect(promise.output.contains("Not yet:"))
    #expect(!promise.output.contains("Repaired since"))
    let stop = Computer().play(["2", "3", "3"] + Kitchen.enters)
    #expect(stop.shows(inOrder: ["One thing to change", "A stop", "pressure", "Not yet:"]))
    let sound = Computer().play(["2", "2", "3"] + Kitchen.enters)
    #expect(sound.output.contains("Sound:"))
    #expect(sound.output.contains("Told: the dates (turn 1). \"The judge looks on May 2\""))
    #expect(!sound.output.contains("Left out"))
  }

  @Test func aRatingIsFromOneToFourOrNothing() {
    let run = computer.play(["2", "2", "3", "", "5", "x", "0", "4", "", "1"])
    #expect(run.output.split(separator: "Please type 1, 2, 3 or 4").count == 4)
    let journal = computer.journal(computer.journals[0])
    #expect(
      journal.contains(
        #"[{"dimension":"honesty","level":4},{"dimension":"clarity","level":null},"#
          + #"{"dimension":"shared-parenting","level":1}]"#
      )
    )
  }

  @Test func aPlanIsKeptOnlyAfterAYes() {
    let typed = ["2", "2", "3", "", "", "", "", "", "When Ray calls, I will say one date."]
    let kept = computer.play(typed + ["maybe", "yes"])
    #expect(kept.output.contains("Please type yes or no."))
    #expect(computer.run(["history"]).output.contains("your plan: When Ray calls"))
    for answer in ["no", ""] {
      let other = Computer()
      #expect(other.play(typed + [answer]).status == 0)
      #expect(!other.journal(other.journals[0]).contains("When Ray calls"))
      #expect(!other.run(["history"]).output.contains("your plan"))
    }
  }

  @Test func anotherTryIsPracticeAndTheScoredRunStays() throws {
    let first = ["1", "2", "3", "", "", "", ""]
    let run = computer.play(first + ["9", "x", "2", "1", "2", "save"])
    #expect(run.output.contains("Please type a number from 1 to 3"))
    #expect(
      run.shows(inOrder: [
        "This is another try. It counts as practice.", "You: Do the classes",
        "Ray: You said May.", "You: I said he will be home by May.",
      ])
    )
    #expect(computer.journals.count == 2)
    let journals = computer.journals.map(computer.journal)
    let scored = try #require(
      journals.first { $0.contains("\"kind\":\"ended\"") && !$0.contains("branch") }
    )
    #expect(scored.contains("\"practice\":false"))
    #expect(!scored.contains("undid"))
    #expect(!scored.contains("marked-practice"))
    let branch = try #require(journals.first { $0 != scored })
    #expect(branch.contains("\"practice\":true"))
    let history = computer.run(["history"])
    #expect(history.lines.filter { $0.contains("practice") }.count == 1)
    #expect(history.lines.count == 2)
  }

  @Test func anEndedAttemptOffersItsDebriefAgain() {
    let run = computer.play(["2", "2", "3"])
    #expect(run.output.hasSuffix("Read the debrief with: rehearse resume \(computer.attempt)\n"))
    let again = computer.run(["resume", computer.attempt], typing: ["", "", "", "", "", ""])
    #expect(again.status == 0)
    #expect(again.shows(inOrder: Self.order))
    let journal = computer.journal(computer.journals[0])
    #expect(journal.split(separator: "\"kind\":\"ended\"").count == 2, "it ended once")
  }
}
