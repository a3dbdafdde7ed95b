import Prose
import Testing

@Suite struct SpellingRepairTests {
  private static let words = """
    the judge decides home , .
    judge
    you promise
    promise
    march
    could
    would
    never
    home
    house
    plane
    plans
    there
    theyre
    youll
    they
    that
    later
    letter
    doing
    going home
    are going doing
    you're
    mom s
    moms said
    place
    s place
    said
    bed
    judges
    """

  private func read(
    _ text: String,
    names: Set<WordKey> = [],
    said: [String] = []
  ) -> [WordKey] {
    let repair = SpellingRepair(WordList(lines: Array(Self.words.utf8)), names: names) {
      said.map { Array($0.utf8) }
    }
    return repair.mended(Utterance(text)).tokens.map(\.key)
  }

  private func keys(_ text: String) -> [WordKey] {
    text.split(separator: " ").map { WordKey(String($0)) }
  }

  @Test(arguments: [
    ("promse", "promise"), ("prommise", "promise"), ("pronise", "promise"), ("pormise", "promise"),
    ("romise", "promise"), ("xpromise", "promise"), ("opromise", "promise"), ("promis", "promise"),
    ("marhc", "march"), ("hme", "hme"), ("hmoe", "hmoe"), ("neverr", "neverr"),
    ("woulld", "woulld"), ("Pomise", "promise"),
    ("house", "house"), ("promissse", "promissse"),
  ])
  func oneSlipIsMendedButNeverIntoANegator(typed: String, expected: String) {
    #expect(read(typed) == [WordKey(expected)])
  }

  @Test(arguments: [
    ("leter", "letter"), ("are ioing home", "are going home"), ("tehre", "there"),
  ])
  func ofSeveralWordsTheLikelierIsRead(typed: String, expected: String) {
    #expect(read(typed) == keys(expected))
  }

  @Test(arguments: [
    ("thyere", "they are"), ("tehy're", "they are"), ("they'er", "they are"),
    ("youlll", "you will"), ("judgge's", "judge s"),
  ])
  func shortFormsAreMendedToo(typed: String, expected: String) {
    #expect(read(typed) == keys(expected))
  }

  @Test func namesAreLeftAlone() {
    #expect(read("marhc", names: [WordKey("marhc")]) == [WordKey("marhc")])
    #expect(read("see Marhc") == [WordKey("see"), WordKey("marhc")])
    #expect(read("SEE MARHC") == [WordKey("see"), WordKey("march")])
  }

  @Test func wordsSaidBeforeAreWords() {
    #expect(read("zibbly", said: ["zibbly"]) == [WordKey("zibbly")])
    #expect(read("zibly", said: ["zibbly"]) == [WordKey("zibbly")])
    #expect(read("zibbly zibly") == keys("zibbly zibbly"))
  }

  @Test(arguments: [
    ("in Mayas bed", "in maya s bed"), ("in mayas bed", "in maya s bed"),
    ("your moms place", "your mom s place"), ("your moms said", "your moms said"),
    ("the judges place", "the judges place"),
    ("the Lorenes are", "the lorenes are"), ("is Lorenes bed", "is lorene s bed"),
    ("Curtis said", "curtis said"),
  ])
  func anOwnerGetsItsApostropheBack(typed: String, expected: String) {
    #expect(read(typed, names: [WordKey("maya"), WordKey("mayas")]) == keys(expected))
  }

  @Test func whatWasTypedKeepsItsPlace() {
    let repair = SpellingRepair(WordList(lines: Array(Self.words.utf8)))
    let utterance = repair.mended(Utterance("No promsie, theyrre home."))
    #expect(
      utterance.tokens.map { utterance.quote($0.range) }
        == ["No", "promsie", "theyrre", "theyrre", "home"]
    )
  }
}
