import Scoring
import Testing

/// Ideas put in words that no cue was copied from, and beside each the lines that only look like it.
@Suite struct ParaphraseTests {
  /// What must be heard of a code's paraphrases, and wrongly of the lines beside them, by cues alone.
  struct Bar: Sendable, CustomTestStringConvertible {
    var code: String
    var least: Int
    var most: Int
    var testDescription: String { code }
  }

  private static let bars: [Bar] = [
    Bar(code: "H1a", least: 99, most: 4),
    Bar(code: "H1b", least: 71, most: 2),
    Bar(code: "H1c", least: 72, most: 5),
    Bar(code: "H2b", least: 46, most: 4),
    Bar(code: "H2c", least: 47, most: 2),
    Bar(code: "H2d", least: 14, most: 0),
    Bar(code: "HP1", least: 20, most: 0),
    Bar(code: "HP2", least: 19, most: 0),
    Bar(code: "HP3", least: 19, most: 0),
    Bar(code: "HP4", least: 18, most: 0),
    Bar(code: "HP5", least: 16, most: 0),
    Bar(code: "C1c", least: 10, most: 0),
    Bar(code: "S1a", least: 63, most: 0),
    Bar(code: "S1b", least: 74, most: 2),
    Bar(code: "S1c", least: 74, most: 1),
    Bar(code: "S1d", least: 74, most: 6),
    Bar(code: "S2a", least: 29, most: 0),
    Bar(code: "S2b", least: 36, most: 1),
    Bar(code: "S2c", least: 29, most: 2),
    Bar(code: "SP1", least: 39, most: 0),
    Bar(code: "SP2", least: 35, most: 0),
  ]

  @Test(arguments: bars)
  func ideasAreHeardInOtherWordsAndNotBesideThem(bar: Bar) throws {
    let path = "Tests/ScoringTests/Paraphrases/\(bar.code).txt"
    let listener = try #require(Core.cuesOnly)
    var heard = 0
    var misheard: [String] = []
    for line in String(decoding: Core.bytes(path), as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2)
      try #require(parts.count == 3)
      let context = Self.context(of: parts[1], for: bar.code)
      let fires = listener.judge(String(parts[2]), context).findings
        .contains { $0.code == bar.code && $0.counts }
      guard fires else { continue }
      if parts[0] == "+" { heard += 1 } else { misheard.append(String(line)) }
    }
    #expect(heard >= bar.least)
    #expect(misheard.count <= bar.most, "\(misheard)")
  }

  /// The card a line is said on: `b` to the parent, `c` to the caregiver, `y` to the young person.
  private static func context(of audience: Substring, for code: String) -> ListeningContext {
    var context = ListeningContext(
      audience: audience == "b" ? .birthParent : audience == "c" ? .caregiver : .youth,
      people: audience == "y" ? Core.jordan : Core.maya,
      planB: "Ms. Ruiz adopts Maya",
      hearing: audience == "y" ? "June 4" : "Tuesday March 12 at 9",
      limit: "August"
    )
    // Secrecy is a matter of honesty where the plans are asked about; half an answer needs a question.
    context.asked = code == "H1c" ? ["plans"] : code == "H2d" ? ["time"] : []
    return context
  }
}
