import TestSupport
import Testing

/// What a play looks like from the first line to the last, to the byte.
@Suite struct TranscriptTests {
  private static let june = ["play", "june-fourth", "--seed", "7"]
  private static let juneAnswers =
    ["1", "2", "1", "1", "2", "1", "1", "1", "1", "1"] + ["I hurried.", "2", "3", "", "", ""]

  @Test func theKitchenRehearsed() throws {
    let typed =
      Kitchen.repaired + ["It was hard.", "2", "3", "", "x", "", "When he calls, one date.", "no"]
    try expectGolden(Computer(wholeRubric: true).play(typed).output, "kitchen-rehearse.txt")
  }

  @Test func theKitchenLearned() throws {
    let typed = ["?", "3", "where", "1", "3", "repeat", "hint", "2", "back", "2", "3", "save"]
    let computer = Computer(wholeRubric: true)
    let run = computer.play(typed, ["--mode", "learn"])
    try expectGolden(run.output.replacing(computer.attempt, with: "ATTEMPT"), "kitchen-learn.txt")
  }

  @Test func juneFourthWithASeed() throws {
    let run = Computer(wholeRubric: true).run(Self.june, typing: Self.juneAnswers)
    #expect(run.status == 0)
    try expectGolden(run.output, "june-fourth-seed-7.txt")
  }

  @Test func helpIsAsItWas() throws {
    let computer = Computer()
    let pages = [["help"], ["help", "keys"], ["help", "exit-codes"], ["help", "play"]]
    try expectGolden(pages.map { computer.run($0).output }.joined(separator: "\n"), "help.txt")
  }

  /// Neither the clock nor the machine's own chance nor the folder has a say.
  @Test func thePlayOfASeedIsTheSameByteForByte() {
    let one = Computer(now: 1_000_000_000_000, seed: 1)
    let two = Computer(now: 1_900_000_000_000, seed: 77)
    let typed = Self.juneAnswers
    let first = one.run(Self.june, typing: typed).output
    #expect(first == two.run(Self.june, typing: typed).output)
    #expect(first == one.run(Self.june, typing: typed).output)
    #expect(first != one.run(["play", "june-fourth", "--seed", "8"], typing: typed).output)
  }

  // MARK: Cut anywhere

  /// A random way through, always by open replies: what was typed, and the whole output.
  private func walk(_ words: [String], seed: UInt64) -> (typed: [String], output: String) {
    var chance = seed
    var typed: [String] = []
    while typed.count < 40 {
      let run = Computer().run(words, typing: typed)
      guard let prompt = run.output.split(separator: "\n").last(where: Self.isPrompt),
        !run.output.contains("Looking back")
      else { break }
      let keys = prompt.split { !$0.isNumber }.map(String.init)
      chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      typed.append(keys[Int((chance >> 33) % UInt64(keys.count))])
    }
    return (typed, Computer().run(words, typing: typed + Kitchen.enters).output)
  }

  private static func isPrompt(_ line: Substring) -> Bool {
    (line.hasPrefix("Type ") && line.contains("then Enter"))
      || (line.hasSuffix(":") && line.first?.isNumber == true)
  }

  /// The lines of the talk itself; what is asked for is said at length once in each run.
  private static func talk(_ output: String) -> [Substring] {
    let hints = [
      "A few words", "Your words:", "Your plan:", "Type the number", "A turn,", "Type one",
    ]
    return output.split(separator: "\n").filter { line in
      !isPrompt(line) && !line.hasPrefix("Type 1, 2, 3 or 4")
        && !hints.contains { line.hasPrefix($0) }
    }
  }

  @Test(arguments: ["june-fourth", "say-it-again", Kitchen.path, Kitchen.path, Kitchen.path])
  func aPlayCutAtAnyMoveIsThePlayThatWasNeverCut(_ scenario: String) throws {
    var generator = SystemRandomNumberGenerator()
    let seed = generator.next() >> 16
    let words = ["play", scenario, "--seed", "\(seed)"]
    let (typed, output) = walk(words, seed: seed)
    let whole = Self.talk(output)
    let spoken = whole.indices.filter { whole[$0].hasPrefix("You: ") }
    try #require(typed.count >= 3 && spoken.count >= typed.count, "seed \(seed)")
    for cut in 1...typed.count {
      let computer = Computer()
      let before = Self.talk(computer.run(words, typing: Array(typed[..<cut])).output)
      #expect(before.dropLast() == whole.prefix(before.count - 1), "seed \(seed), cut at \(cut)")
      let rest = Array(typed[cut...]) + Kitchen.enters
      let after = Self.talk(computer.run(["resume", computer.attempt], typing: rest).output)
      let said = after.indices.filter { after[$0].hasPrefix("You: ") }
      let old = cut < typed.count ? spoken[cut] : whole.firstIndex { $0.hasPrefix("What you said") }
      let new =
        cut < typed.count
        ? said.dropFirst().first : after.firstIndex { $0.hasPrefix("What you said") }
      let from = try #require(old)
      let to = try #require(new, "seed \(seed), cut at \(cut): \(after)")
      #expect(after[to...] == whole[from...], "seed \(seed), cut at \(cut)")
    }
  }

  /// Taking a line back and saying it again leads to the very same talk and the same debrief.
  @Test func takingALineBackLeavesNoTraceInTheTalk() throws {
    let straight = Computer().play(Kitchen.repaired + Kitchen.enters)
    let wavering = Computer().play(
      ["3", "<", "1", "2", "back", "back", "1", "1", "1", "1", "<", "2"] + Kitchen.enters
    )
    let end = { (run: Run) in run.output.split(separator: "He nods.").last }
    #expect(end(straight) == end(wavering))
  }
}
