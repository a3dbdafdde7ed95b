import Foundation
import TestSupport
import Testing

@Suite struct TryTests {
  private func tried(_ options: String...) -> Run {
    Computer().run(["try", Kitchen.path, "--runs", "40"] + options)
  }

  @Test func allFiveBotsAreThereWithCoverageAndMedians() throws {
    let run = tried("--seed", "3")
    #expect(run.status == 0)
    #expect(run == tried("--seed", "3"))
    #expect(run.output != tried("--seed", "4").output)
    try expectGolden(run.output, "try-kitchen.txt")
  }

  @Test func theJSONHasAllOfIt() throws {
    let run = tried("--json")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let bots = try #require(json?["bots"] as? [[String: Any]])
    let names = bots.compactMap { $0["bot"] as? String }
    #expect(names == ["random", "best", "worst", "trust", "typing"])
    for bot in bots {
      let endings = try #require(bot["endings"] as? [String: Int])
      #expect(endings.values.reduce(0, +) == 40)
      let honesty = try #require((bot["dimensions"] as? [String: [String: Any]])?["honesty"])
      // Typed words may show nothing in a whole play; a chosen line is rated by its author.
      let plays = try #require(honesty["plays"] as? Int)
      #expect(bot["bot"] as? String == "typing" ? (1...40).contains(plays) : plays == 40)
      #expect((honesty["median"] as? Int).map { (1...4).contains($0) } == true)
    }
    #expect((json?["neverMet"] as? [String: Any])?["conditions"] != nil)
  }

  /// What is odd can be looked at again by the command that is printed.
  @Test func anOddPlayIsReplayedByTheCommandThatIsPrinted() throws {
    let computer = Computer()
    let odd = Kitchen.text.replacing("trust < 2", with: "trust > 4")
    computer.put("/home/person/odd.json", odd)
    let run = computer.run(["try", "/home/person/odd.json", "--runs", "40"])
    let line = try #require(run.lines.first { $0.contains("rehearse explore") })
    #expect(run.output.contains("ends well with a harm that stands"))
    let words = line.split(separator: " ").map(String.init)
    let command = try #require(words.firstIndex(of: "rehearse"))
    let replay = computer.run(Array(words[(command + 1)...]))
    #expect(replay.status == 0)
    #expect(replay.output.contains("ends: At the door (connected)"))
  }

  @Test(arguments: [
    ["--runs", "0"], ["--runs", "many"], ["--seed", "-1"], ["--runs", "1000001"],
  ])
  func whatIsNoNumberIsTwo(options: [String]) {
    let run = Computer().run(["try", Kitchen.path] + options)
    #expect(run.status == 2)
    #expect(run.errors.contains("is a whole number"))
  }
}
