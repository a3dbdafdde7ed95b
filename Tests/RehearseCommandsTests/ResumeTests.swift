import Platform
import Records
import Testing

@Suite struct ResumeTests {
  let computer = Computer()

  @Test func itGoesOnAtTheVeryMoment() {
    _ = computer.play(["1"])
    let run = computer.run(["resume"], typing: ["1", "save"])
    #expect(
      run.shows(inOrder: [
        "The kitchen", "Where you were:", "You: Do the classes", "Ray: You said May.",
        "He leans in. What do you say?", "1. I said he will be home", "You: I said he will be home",
      ])
    )
    #expect(computer.journals.count == 1)
    #expect(computer.chosen == ["promise", "mend"])
    #expect(computer.run(["resume", computer.attempt], typing: ["1", "2"]).status == 0)
    #expect(computer.chosen == ["promise", "mend", "help", "go"])
    let nothing = computer.run(["resume"])
    #expect(nothing.status == 66, "a finished attempt is not gone on with unasked")
  }

  @Test func theModeGoesOnToo() {
    _ = computer.play(["1"], ["--mode", "ready"])
    let run = computer.run(["resume"], typing: ["back", "hint"])
    #expect(run.output.contains("Ready is one pass"))
    #expect(run.output.contains("Ready has no hints."))
    #expect(run.status == 1)
  }

  @Test func practiceStaysPractice() {
    _ = computer.play(["1", "back", "2"])
    let run = computer.run(["resume"], typing: ["back"])
    #expect(!run.output.contains("counts as practice"), "it was said before")
    #expect(computer.run(["history"]).output.contains("practice"))
  }

  @Test func aChangedScriptThatStillFitsIsSaidAndGoneOnWithAsPractice() {
    _ = computer.play(["1"])
    computer.put(Kitchen.path, Kitchen.text.replacing("You said May.", with: "You told me May."))
    let run = computer.run(["resume"], typing: ["1"])
    #expect(run.shows(inOrder: ["has changed since", "Ray: You told me May.", "You: I said"]))
    #expect(computer.journal(computer.journals[0]).contains("marked-practice"))
    #expect(computer.chosen == ["promise", "mend"])
  }

  @Test func aChangedScriptThatDoesNotFitOffersWhatIsPossible() {
    _ = computer.play(["1", "1", "1"])
    let before = computer.journal(computer.journals[0])
    let text = Kitchen.text.replacing("\"id\": \"mend\"", with: "\"id\": \"mended\"")
    computer.put(Kitchen.path, text)
    let no = computer.run(["resume"], typing: ["perhaps", "", "no"])
    #expect(no.status == 0)
    #expect(no.output.contains("Of your 3 turns, the first 1 can still be played."))
    #expect(no.output.split(separator: "Please type yes or no.").count == 3)
    #expect(computer.run(["resume"]).status == 0, "the end of input is no answer")
    #expect(computer.journals.count == 1)
    let yes = computer.run(["resume"], typing: ["yes", "2"])
    #expect(
      yes.shows(inOrder: ["Where you were:", "You: Do the classes", "You: There are two plans"])
    )
    #expect(computer.journals.count == 2)
    let journals = computer.journals.map(computer.journal)
    #expect(journals.contains(before), "the attempt stays as it was")
    #expect(
      journals.contains { $0.contains("\"practice\":true") && $0.contains("\"chose\":\"both\"") }
    )
  }

  @Test func aScriptThatIsGoneOrBrokenIsSaid() {
    _ = computer.play(["1"])
    computer.put(Kitchen.path, "{")
    let broken = computer.run(["resume"])
    #expect(broken.status == 65)
    #expect(broken.errors.contains("The kitchen"))
    #expect(broken.errors.contains("\(Kitchen.path):1:"))
    computer.put("/home/person/other.json", "x")
    var moved = computer
    let files = computer.host.files
    moved.host.files.kind = { $0 == Kitchen.path ? nil : files.kind($0) }
    let gone = moved.run(["resume"])
    #expect(gone.status == 66)
    #expect(gone.errors.contains("The kitchen"))
  }

  @Test func twoAtOnceAreToldApart() {
    _ = computer.play(["1"])
    // The other process holds the lock.
    let other = try? AttemptStore(host: computer.memory.host).resume(computer.attempt)
    let run = computer.run(["resume", computer.attempt], typing: ["1"])
    #expect(run.output.contains("open in another rehearse"))
    #expect(run.output.contains("You: I said he will be home"), "practice goes on")
    #expect(run.output.contains("This practice was not saved."))
    #expect(computer.chosen == ["promise"])
    let forget = computer.run(["forget", computer.attempt])
    #expect(forget.status == 1)
    #expect(forget.errors.contains("open in another rehearse"))
    other?.journal.close()
  }

  /// Whatever a crash leaves of the last line, every whole record counts and the rest is put aside.
  @Test func aTornLastLineLosesNothingElse() {
    _ = computer.play(["1", "1"])
    let path = computer.journals[0]
    let whole = computer.memory.bytes(path) ?? []
    computer.memory.put(path, whole + Array("0badc0de {\"v\":1,\"se".utf8))
    let run = computer.run(["resume"], typing: ["1"])
    #expect(run.output.contains("cut short"))
    #expect(computer.chosen == ["promise", "mend", "help"])
    #expect(computer.memory.paths.contains(path + ".torn"))
  }

  @Test func aDamagedLineInTheMiddleIsSaidAndNothingAfterItIsMadeUp() {
    _ = computer.play(["1", "1", "1"])
    let path = computer.journals[0]
    let text = computer.journal(path).replacing("\"chose\":\"mend\"", with: "\"chose\":\"both\"")
    computer.put(path, text)
    let run = computer.run(["resume"], typing: [])
    #expect(run.output.contains("Line 3 is damaged"))
    #expect(run.shows(inOrder: ["Where you were:", "You: Do the classes", "He leans in."]))
  }
}
