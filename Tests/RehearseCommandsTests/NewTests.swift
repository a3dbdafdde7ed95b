import Authoring
import Platform
import Terminal
import Testing

@testable import RehearseCommands

/// `rehearse new`: a scenario to begin from, by questions or by options.
@Suite struct NewTests {
  /// Somebody at a terminal, with the whole rubric.
  private func terminal() -> Computer {
    let computer = Computer(wholeRubric: true)
    let facts = StreamFacts(isTerminal: true, columns: 80, rows: 24)
    computer.memory.set(.input, facts)
    computer.memory.set(.output, facts)
    return computer
  }

  private static let path = "/home/person/talk.json"

  @Test(arguments: ScenarioTemplate.Audience.allCases, ScenarioTemplate.Stage.allCases)
  func whatIsMadePlaysChecksCleanAndIsLaidOut(
    _ audience: ScenarioTemplate.Audience,
    _ stage: ScenarioTemplate.Stage
  ) throws {
    let computer = Computer(wholeRubric: true)
    let options = ["--with", audience.rawValue, "--stage", stage.rawValue, "--defaults"]
    let made = computer.run(["new", Self.path] + options)
    #expect(made.status == 0)
    #expect(made.output.contains("rehearse preview \(Self.path)"))
    let check = computer.run(["check", Self.path])
    #expect(check.output == "\(Self.path): nothing to mend.\n")
    #expect(check.status == 0)
    let bytes = try #require(computer.memory.bytes(Self.path))
    #expect(computer.run(["format", Self.path, "--write"]).status == 0)
    #expect(computer.memory.bytes(Self.path) == bytes)
    guard stage == .planOrdered else { return }
    let play = computer.run(["play", Self.path], typing: ["1", "1", "1"] + Kitchen.enters)
    #expect(play.status == 0)
    #expect(play.output.contains("Looking back"))
  }

  @Test func onATerminalItAsksAndEnterTakesWhatStandsInBrackets() throws {
    let computer = terminal()
    let run = computer.run(
      ["new"],
      typing: ["4", "2", "The bus stop", "Kai", "", "", "", "/home/person/bus-stop.json"]
    )
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: [
        "Whom does the worker talk to?", "4. young person", "[parent]", "Which hour",
        "[The plan has been ordered]", "What is it called in the menu?", "Which file",
        "[the-bus-stop.json]", "Made /home/person/bus-stop.json",
      ])
    )
    let text = computer.journal("/home/person/bus-stop.json")
    #expect(text.contains(#""id": "bus-stop""#))
    #expect(text.contains(#""title": "The bus stop""#))
    #expect(text.contains(#""name": "Kai", "role": "youth""#))
    #expect(computer.run(["check", "/home/person/bus-stop.json"]).status == 0)
  }

  @Test func onlyWhatIsNotToldIsAsked() {
    let computer = terminal()
    let told = ["--with", "youth", "--stage", "first-days", "--title", "T", "--listener", "Kai"]
    let run = computer.run(
      ["new", Self.path, "--second", "Ann", "--other", "Bo"] + told,
      typing: ["May 3 at 9:00"]
    )
    #expect(run.status == 0)
    #expect(run.output.split(separator: "?").count == 2)
    #expect(computer.journal(Self.path).contains("May 3 at 9:00"))
  }

  @Test func anAnswerThatWillNotDoIsAskedAgain() {
    let computer = terminal()
    computer.put("/home/person/there.json", "mine")
    let run = computer.run(
      ["new"],
      typing: ["9", "yuoth", "youth", "", "", "{Kai}", "Kai", "", "", ""]
        + ["story.txt", "/nowhere/x.json", "/home/person/there.json", Self.path]
    )
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: [
        "number from 1 to 5", "did you mean youth?", "Braces", "ends in .json, such as story.json",
        "There is no folder /nowhere", "is there already, and nothing is overwritten",
        "Made \(Self.path)",
      ])
    )
    #expect(computer.journal("/home/person/there.json") == "mine")
  }

  @Test func leavingMakesNothing() {
    let computer = terminal()
    let ended = computer.run(["new"], typing: ["youth"])
    #expect(ended.status == 1)
    #expect(ended.output.hasSuffix("Nothing was made.\n"))
    let interrupted = computer.run(["new"], typing: ["youth"], then: .signal(.interrupt))
    #expect(interrupted.status == 130)
    #expect(computer.memory.paths.filter { $0.hasPrefix("/home") } == [Kitchen.path])
  }

  @Test func withoutATerminalItSaysWhatItNeeds() {
    let run = Computer().run(["new", Self.path, "--with", "youth", "--second", "Ann"])
    #expect(run.status == 2)
    #expect(
      run.errors.contains(
        "it needs --stage, --title, --listener, --other and --hearing, or --defaults"
      )
    )
    #expect(run.errors.contains("rehearse help new"))
  }

  @Test func everythingByOptionsNeedsNoTerminal() {
    let computer = Computer()
    let run = computer.run([
      "new", Self.path, "--with", "relative", "--stage", "lasting-plan", "--title", "Sunday",
      "--listener", "Ruth", "--second", "Leo", "--other", "Keisha", "--hearing", "May 4",
    ])
    #expect(run.status == 0)
    let text = computer.journal(Self.path)
    for words in ["Sunday", "Ruth", "Leo", "Keisha", "May 4"] { #expect(text.contains(words)) }
  }

  @Test func nothingIsEverOverwritten() {
    let computer = Computer()
    computer.put(Self.path, "mine")
    let run = computer.run(["new", Self.path, "--defaults"])
    #expect(run.status == 2)
    #expect(run.errors.contains("nothing is overwritten"))
    #expect(computer.journal(Self.path) == "mine")
  }

  @Test func whatIsToldIsLookedAtBeforeAnythingIsAsked() {
    let computer = terminal()
    computer.put(Self.path, "mine")
    for words in [[Self.path], ["--id", "June 4!"], ["--listener", "{x}"], ["talk.doc"]] {
      let run = computer.run(["new"] + words, typing: ["4"])
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(!run.errors.isEmpty)
    }
  }

  @Test func aFullDiskLeavesNothingBehind() {
    let computer = Computer()
    computer.memory.fail(MemoryHost.Fault(.write, errno: 28, suffix: "talk.json"))
    let run = computer.run(["new", Self.path, "--defaults"])
    #expect(run.status == 1)
    #expect(run.errors.contains("the disk is full"))
    #expect(computer.memory.bytes(Self.path) == nil)
  }
}
