import Prose
import Testing

@Suite struct SpellingRepairTests {
  private static let known = [
    "promise", "march", "could", "would", "never", "home", "house", "plane",
  ]

  private func mended(_ text: String, names: Set<WordKey> = []) -> [WordKey] {
    var utterance = Utterance(text)
    let ranks = Self.known.enumerated().map { (WordKey($1), Int32($0)) }
    SpellingRepair(known: Dictionary(uniqueKeysWithValues: ranks)).repair(&utterance, names: names)
    return utterance.tokens.map(\.key)
  }

  @Test(arguments: [
    ("promse", "promise"), ("prommise", "promise"), ("pronise", "promise"), ("pormise", "promise"),
    ("marhc", "march"), ("hme", "hme"), ("hmoe", "hmoe"), ("neverr", "neverr"),
    ("woulld", "woulld"),
    ("house", "house"), ("promissse", "promissse"),
  ])
  func oneSlipIsMendedButNeverIntoANegator(typed: String, expected: String) {
    #expect(mended(typed) == [WordKey(expected)])
  }

  @Test func namesAreLeftAlone() {
    #expect(mended("marhc", names: [WordKey("marhc")]) == [WordKey("marhc")])
    #expect(mended("see Marhc") == [WordKey("see"), WordKey("marhc")])
  }
}
