import Scoring
import Testing

@Suite struct WorkedExampleTests {
  @Test(arguments: [true, false])
  func atLeastFortyOfFortyTwoAreRight(withEar: Bool) throws {
    let listener = try #require(withEar ? Core.shipped : Core.cuesOnly)
    let lines = try LabelledLine.read("Tests/Support/worked_examples.jsonl")
    #expect(lines.count == 42)
    var wrong: [String] = []
    for line in lines {
      let isJordan =
        line.text.contains("Tina") || line.theySaid?.contains("dad") == true
        || line.text.contains("your dad")
      let judgement = listener.judge(
        line.text,
        line.context(people: isJordan ? Core.jordan : Core.maya)
      )
      if judgement.dimensions.map(\.level) != line.levels {
        wrong.append("\(line.id): \(judgement.dimensions.map(\.level)) for \(line.levels)")
      }
    }
    #expect(wrong.count <= 2, "\(wrong)")
  }

  @Test(arguments: [true, false])
  func atLeastFiftySevenOfSixtyTrapsHold(withEar: Bool) throws {
    let listener = try #require(withEar ? Core.shipped : Core.cuesOnly)
    let lines = try LabelledLine.read("Tests/Support/negation_traps.jsonl")
    #expect(lines.count == 60)
    var wrong: [String] = []
    for line in lines {
      let judgement = listener.judge(line.text, line.context(people: Core.maya))
      // The traps call every framing trigger S1a.
      let family = line.code == "S1a" ? ["S1a", "S1b", "S1c", "S1d"] : [line.code ?? ""]
      let fired = judgement.findings.contains { $0.counts && family.contains($0.code) }
      if fired != line.fires { wrong.append("\(line.id) \(line.text)") }
    }
    #expect(wrong.count <= 3, "\(wrong)")
  }
}
