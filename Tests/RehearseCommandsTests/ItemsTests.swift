import JSONSyntax
import SourceText
import TestSupport
import Testing

@testable import RehearseCommands

/// `rehearse items`: what the plays on this computer tell of a scenario.
@Suite struct ItemsTests {
  private let computer = Computer()
  private static let honest = ["2", "2", "3"]

  private func items(_ options: String...) -> Run {
    computer.run(["items", Kitchen.path] + options)
  }

  private func play(_ turns: [String]) { _ = computer.play(turns + Kitchen.enters) }

  @Test func underFourPlaysItIsSilentAndSaysWhy() {
    for _ in 0..<3 { play(Kitchen.repaired) }
    let run = items()
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: ["3 plays on this computer", "Experimental", "Under 4 plays"])
    )
    #expect(!run.output.contains("door"))
    #expect(items("--json").output.contains("\"moments\": []"))
  }

  @Test func countsDifficultyAndDiscriminationAreSaid() throws {
    for _ in 0..<2 { play(Kitchen.repaired) }
    for _ in 0..<2 { play(Self.honest) }
    let run = items()
    #expect(
      run.shows(inOrder: [
        "4 plays on this computer.", "Difficulty is the share", "door:", "4 plays came here",
        "difficulty 0.50", "discrimination 1.00 (too high to be more than a few plays)",
        "- 2: promise", "- 2: date (best by its levels)", "- 0: wait",
      ])
    )
    let json = items("--json").output
    let file = SourceFile(path: "", bytes: Array(json.utf8))
    let document = try #require(JSONReader.read(file).document)
    let value = document.value(of: document.root)
    #expect(value["plays"] == 4)
    #expect(value["experimental"] == true)
    guard case .array(let moments)? = value["moments"], let door = moments.first else {
      Issue.record("no moments")
      return
    }
    #expect(door["moment"] == "door")
    #expect(door["reached"] == 4)
    #expect(door["judgement"] == "too high")
  }

  @Test func whatWasTakenBackOrLeftDoesNotCount() {
    for _ in 0..<4 { play(Self.honest) }
    play(["1", "back"] + Self.honest)
    _ = computer.play(["2", "quit"])
    let run = items()
    #expect(run.output.contains("4 plays on this computer"))
    #expect(
      run.output.contains("Left out: 1 because something was taken back, 1 because it did not end.")
    )
    #expect(run.output.contains("- 0: promise"))
  }

  @Test func ownWordsPickNoLine() {
    for _ in 0..<4 { play(Self.honest) }
    play(["The judge looks on May 2, and I don't know how it ends.", "no", "2"] + ["2", "3"])
    let run = items()
    #expect(run.output.contains("5 plays came here; difficulty 1.00"))
    #expect(run.output.contains("- 4: date"))
    #expect(run.output.contains("- 1: in their own words"))
  }

  @Test func playsOfOtherWordsAreNamedAndCanBeLeftOut() {
    for _ in 0..<4 { play(Self.honest) }
    computer.put(
      Kitchen.path,
      Kitchen.text.replacing("Let us not talk about dates tonight.", with: "Not tonight.")
    )
    play(Self.honest)
    #expect(
      items().output.contains("5 plays on this computer, 4 of them with other words or facts")
    )
    #expect(items("--this-version").output.contains("1 play on this computer."))
  }

  @Test func votesOfClassesAreCountsAndNothingMore() {
    _ = computer.run(
      ["class", Kitchen.path],
      typing: ["goto vote-one", "vote 8 3", "vote2 2 9", "quit"]
    )
    let run = items()
    #expect(run.status == 0)
    #expect(run.output.contains("Votes of one class, before and after the talk:"))
    #expect(run.output.contains("8, then 2: "))
    #expect(run.output.contains("3, then 9: "))
    #expect(!run.output.contains("difficulty 0"))
  }

  @Test func theGuideShowsWhatItSays() throws {
    let computer = Computer(wholeRubric: true)
    computer.put("/home/person/red-truck.json", try GuidePage.example("step-6.json"))
    for reply in ["two-plans", "buy-it", "court-words", "two-plans", "buy-it", "two-plans"] {
      let typed = [reply] + Kitchen.enters
      _ = computer.run(["play", "/home/person/red-truck.json"], typing: typed)
    }
    let run = computer.run(["items", "/home/person/red-truck.json"])
    try GuidePage("Guide/workshop.md").expectPart("items", is: "```text\n\(run.output)```\n")
  }

  @Test func aScenarioThatIsNotThereIsSixtySix() {
    #expect(computer.run(["items", "kichen"]).status == 66)
  }
}
