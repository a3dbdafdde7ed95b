import Terminal
import Testing

@Suite struct MenuTests {
  /// A computer whose first shelf has the kitchen alone before all others.
  private func computer() -> Computer {
    let computer = Computer()
    let text = Kitchen.text.replacing("\"id\": \"kitchen\"", with: "\"id\": \"a-kitchen\"")
    computer.put("/shelf/Library/a-kitchen.json", text)
    return computer
  }

  @Test func theFirstScreenSaysWhatThisIsAndEnterPlaysTheFirst() {
    let computer = computer()
    let run = computer.run([], typing: ["help", "0", "99", "x", "", "1", "save"])
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: [
        "Practise the hard talks", "You choose what to say",
        "Practice only. No real names", "This stays on this computer.",
        "1. The kitchen.", "Enter takes 1", "Commands:", "Please type a number from 1 to",
        "Please type a number from 1 to", "Please type a number from 1 to",
        "You are talking with Ray.", "He wants a date.",
      ])
    )
    // Then the attempt that was left is offered first, and Enter goes on with it.
    let again = computer.run([], typing: ["", "2"])
    #expect(again.output.contains("1. Go on with The kitchen, where you left after 1 turn."))
    #expect(again.output.contains("You: There are two plans"))
    #expect(computer.journals.count == 1)
    #expect(computer.chosen == ["promise", "both"])
  }

  @Test(arguments: [["q"], []])
  func leavingTheMenuPlaysNothing(_ typed: [String]) {
    let computer = computer()
    let run = computer.run([], typing: typed)
    #expect(run.status == 0)
    #expect(!run.output.contains("You are talking with"))
    #expect(computer.journals.isEmpty)
  }

  @Test func aSignalInTheMenuEndsByTheSignal() {
    #expect(computer().run([], typing: [], then: .signal(.interrupt)).status == 130)
  }

  @Test func aFileWithErrorsIsNamedAndLeftOut() {
    let computer = computer()
    computer.put("/shelf/Library/broken.json", "{")
    let run = computer.run(["list"])
    #expect(run.status == 0)
    #expect(run.output.contains("rehearse check /shelf/Library/broken.json"))
    #expect(run.output.contains("a-kitchen: The kitchen, with Ray."))
  }
}
