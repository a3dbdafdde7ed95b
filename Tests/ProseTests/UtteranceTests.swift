import Prose
import Testing

@Suite struct UtteranceTests {
  private func keys(_ text: String) -> [WordKey] { Utterance(text).tokens.map(\.key) }
  private func words(_ text: String) -> [WordKey] {
    text.split(separator: " ").map { WordKey(String($0)) }
  }

  @Test(arguments: [
    ("You'll get her back.", "you will get her back"), ("You’ll", "you will"),
    ("I can't, won't, ain't", "i can not will not is not"),
    ("dont isnt youre", "do not is not you are"),
    ("ill make sure", "i will make sure"), ("she was ill and slept", "she was ill and slept"),
    ("well, get him", "well get him"), ("well get him home", "we will get him home"),
    ("its up to her", "it is up to her"), ("its own room", "its own room"),
    ("u gotta call b4 2day", "you got to call before today"),
    ("goin' home", "going home"), ("Y'all know", "you know"), ("Ma’ría niño", "maria nino"),
    ("ho\u{200b}me", "home"), ("cafe\u{301}", "cafe"), ("café", "cafe"), ("HOME", "home"),
  ])
  func wordsAreOpenedAndFolded(typed: String, expected: String) {
    #expect(keys(typed) == words(expected))
  }

  @Test(arguments: [
    ("One. Two! Three? Four", 4), ("Dr. Lee and Ms. Ruiz called.", 1),
    ("At 9.30 a.m. on Tuesday.", 1),
    ("I said no...and left", 2), ("Line one\nline two", 2), ("ok.Then go.", 2),
    ("J. Smith is here", 1),
    ("It's 3.5 hours.", 1), ("Really?! Yes.", 2), ("", 0), ("...", 0),
  ])
  func sentencesAreSplit(typed: String, count: Int) {
    #expect(Utterance(typed).sentences.count == count)
  }

  @Test func aReaderCountsWordsNotTokens() {
    #expect(
      Utterance("Keep going to your classes and she'll be home by summer.").sentences[0].words == 11
    )
    #expect(Utterance("a well-known ten-day plan").sentences[0].words == 4)
  }

  @Test func everyTokenKnowsItsBytes() {
    let text = "“Tú” can’t — promise 3rd."
    let utterance = Utterance(text)
    #expect(
      utterance.tokens.map { utterance.quote($0.range) } == [
        "Tú", "can’t", "can’t", "promise", "3rd",
      ]
    )
    #expect(utterance.tokens[0].isQuoted)
    #expect(!utterance.tokens[1].isQuoted)
    #expect(utterance.tokens[3].boundary == .clause)
    #expect(utterance.tokens[4].isNumber)
  }

  @Test func anApostropheThatNothingClosesQuotesNothing() {
    #expect(Utterance("'round here you will see").tokens.allSatisfy { !$0.isQuoted })
    #expect(
      Utterance("they said 'you will' once").tokens.map(\.isQuoted)
        == [false, false, true, true, false]
    )
  }

  @Test func brokenBytesAreReadWithoutHarm() {
    let bytes: [UInt8] = [0xff, 0xc3, 0x61, 0xe2, 0x80, 0x00, 0x62, 0xf0, 0x9f]
    let utterance = Utterance(bytes)
    #expect(utterance.tokens.allSatisfy { $0.range.upperBound <= bytes.count })
  }

  @Test func aLongTextIsCut() {
    #expect(Utterance(String(repeating: "word ", count: 3_000)).isCut)
    #expect(!Utterance("word").isCut)
  }
}
