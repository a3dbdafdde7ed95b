import Terminal
import Testing

@Suite struct PlayTests {
  let computer = Computer()

  @Test func thePersonAnswersAtOnceAndTheWhyComesAtTheEnd() {
    let run = computer.play(Kitchen.repaired + Kitchen.enters)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.shows(inOrder: [
        "The kitchen", "Draft. Not yet read by", "Content note:", "Practice only.",
        "You are talking with Ray.", "Ray (tired): So when is Sam home?",
        "He wants a date. What do you say?", "1. Do the classes and Sam",
        "Type 1, 2 or 3, or your own words, then Enter.",
        "You: Do the classes and Sam will be home by May.",
        "Ray: Good. Good.", "Ray: You said May.",
      ])
    )
    let end = run.output.firstRange(of: "Looking back")?.lowerBound ?? run.output.startIndex
    #expect(!run.output[..<end].contains("Why:"))
    #expect(run.output[end...].contains("Why: Nobody can promise it."))
    #expect(computer.chosen == ["promise", "mend", "help", "go"])
  }

  @Test func learningHasHintsAndTheWhyAfterEveryLine() {
    let run = computer.play(["1", "save"], ["--mode", "learn"])
    #expect(
      run.shows(inOrder: [
        "Hint: One date, and who decides.", "You: Do the classes",
        "Ray hears: He is coming home.", "Why: Nobody can promise it.", "Ray: You said May.",
      ])
    )
  }

  @Test func readyIsOnePassWithoutHintsOrAWayBack() {
    let run = computer.play(["hint", "1", "back", "<", "?", "1"], ["--mode", "ready"])
    #expect(run.output.contains("Ready has no hints."))
    #expect(!run.output.contains("One date, and who decides."))
    #expect(run.output.contains("there is no way back"))
    #expect(!run.output.contains("- back"))
    #expect(!run.output.contains("- hint"))
    #expect(run.status == 1, "an unfinished run in ready is a failure")
    #expect(computer.chosen == ["promise", "mend"])
    #expect(!computer.journal(computer.journals[0]).contains("undid"))
  }

  @Test func readyFinishedIsDoneAndOffersNoOtherTry() {
    let run = computer.play(
      Kitchen.repaired + ["", "", "", "", "1", "back", "", ""],
      ["--mode", "ready"]
    )
    #expect(run.status == 0)
    #expect(run.output.contains("Ready is one pass. Just Enter goes on"))
    #expect(!run.output.contains("This is another try"))
    #expect(computer.journals.count == 1)
  }

  @Test func backTakesTheLastLineBackAndMarksPractice() {
    let run = computer.play(["back", "1", "back", "2", "<", "b", "save"])
    #expect(
      run.shows(inOrder: [
        "This is the beginning.", "You: Do the classes", "Your last line is taken back.",
        "this attempt counts as practice", "So when is Sam home?", "You: The judge looks",
        "Ray: And if it is no?", "Your last line is taken back.",
      ])
    )
    #expect(run.output.split(separator: "counts as practice").count == 2, "it is said once")
    let history = computer.run(["history"]).output
    #expect(history.contains("0 turns, not finished, practice."), "\(history)")
  }

  @Test func theOtherCommandsAnswerWithoutAMove() {
    let run = computer.play(["?", "r", "w", "where am i", "hint", "HELP", " h ", "q"])
    #expect(run.output.split(separator: "So when is Sam home?").count == 3)
    #expect(run.output.contains("You have not spoken yet."))
    #expect(run.output.contains("You are talking with Ray. Wants his boy home."))
    #expect(run.output.contains("Hint: One date, and who decides."))
    #expect(run.output.split(separator: "- repeat (or r)").count == 4)
    #expect(run.output.contains("Saved. Go on with: rehearse resume \(computer.attempt)"))
    #expect(run.status == 0)
    #expect(computer.chosen.isEmpty)
  }

  @Test func aReplyIsChosenByNumberOrByIdAndNothingElse() {
    let run = computer.play(["", "0", "4", "-1", "99999999999999999999", "DATE"])
    #expect(run.output.contains("Nothing is chosen for you."))
    #expect(run.output.contains("There is no 4 here. Please type 1, 2 or 3."))
    #expect(computer.chosen == ["date"])
  }

  @Test func aLockedReplyIsGreyedAndCannotBeChosen() {
    let run = computer.play(["2", "1", "mend", "2"])
    #expect(run.output.contains("1. (not now) You have nothing to take back."))
    #expect(run.output.contains("2 or 3:") || run.output.contains("Type 2 or 3"))
    #expect(run.output.contains("Not now: You have nothing to take back."))
    #expect(computer.chosen == ["date", "both"])
  }

  @Test func whatMayBeSaidOnceIsNotOfferedTwice() {
    let run = computer.play(["2", "2", "1", "1", "1"])
    #expect(computer.chosen == ["date", "both", "help", "dana", "go"])
    #expect(run.output.split(separator: "Who could drive you on Tuesdays?").count == 3)
  }

  @Test func earlierWordsDecideTheEnding() {
    let run = computer.play(["1", "3", "3", ""])
    #expect(run.shows(inOrder: ["The door", "He will not pick up on Friday."]))
    let gentle = computer.play(["2", "2", "3", ""])
    #expect(gentle.shows(inOrder: ["At the door", "He knows more than before."]))
  }

  /// Every place where something is asked, reached by so many answers.
  @Test(arguments: 0...9)
  func theEndOfInputNeverAnswers(_ answers: Int) {
    let all = ["1", "2", "3", "words", "3", "", "2", "", "my plan", "yes"]
    let rehearse = computer.play(Array(all.prefix(answers)))
    #expect(rehearse.status == 0)
    let turns = min(answers, 3)
    #expect(computer.chosen == Array(["promise", "both", "go"].prefix(turns)))
    let journal = computer.journal(computer.journals[0])
    #expect(journal.contains("\"kind\":\"ended\"") == (answers >= 3))
    #expect(journal.contains("\"kind\":\"rated\"") == (answers >= 7))
    #expect(!journal.contains("planned"), "a plan is kept only after a yes")
    #expect(!journal.contains("my plan"))
    let ready = Computer().play(Array(all.prefix(answers)), ["--mode", "ready"])
    #expect(ready.status == (answers < 3 ? 1 : 0))
  }

  @Test func anAnswerWithoutALineEndCountsAndLineEndsOfAllKindsDo() {
    let chunks: [InputChunk] = [.bytes(Array("1\r".utf8)), .bytes(Array("\n2\r\n3".utf8)), .end]
    _ = computer.run(["play", Kitchen.path], chunks: chunks)
    #expect(computer.chosen == ["promise", "both", "go"])
  }

  @Test(arguments: [Signal.interrupt, .terminate, .hangup])
  func aSignalSavesSaysHowToGoOnAndEndsByIt(_ signal: Signal) {
    let run = computer.run(["play", Kitchen.path], typing: ["1"], then: .signal(signal))
    #expect(run.status == signal.exitStatus)
    #expect(run.output.hasSuffix("Go on with: rehearse resume \(computer.attempt)\n"))
    #expect(computer.chosen == ["promise"])
  }

  @Test func theSeedDecidesTheOrderAndNothingElseDoes() {
    let order = { (seed: String, machine: UInt64) -> [String] in
      let run = Computer(seed: machine).run(["play", "june-fourth", "--seed", seed])
      return run.lines.filter { $0.first?.isNumber == true && $0.dropFirst().hasPrefix(". ") }
    }
    #expect(order("7", 1) == order("7", 99))
    #expect(Set((1...6).map { order("\($0)", 1) }).count > 1)
  }

  @Test func factsAreReplaced() {
    let facts = "/home/person/facts.json"
    computer.put(facts, #"{ "hearing": "July 9" }"#)
    let text = Kitchen.text.replacing("Rain at the window.", with: "Rain. It is before {hearing}.")
    computer.put(Kitchen.path, text)
    let run = computer.play(["1", "1", "save"], ["--facts", facts])
    #expect(run.output.contains("Rain. It is before July 9."))
    // They are part of the attempt, so they are there again when it goes on.
    let resumed = computer.run(["resume"], typing: ["1"])
    #expect(resumed.output.contains("Rain. It is before July 9."))
    computer.put(facts, #"{ "hering": "July 9" }"#)
    let wrong = computer.play([], ["--facts", facts])
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("hearing"), "\(wrong.errors)")
  }
}
