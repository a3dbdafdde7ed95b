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
    ("shell be home", "she will be home"), ("a shell of himself", "a shell of himself"),
    ("worry that shell call", "worry that she will call"), ("the shell is", "the shell is"),
    ("hell do it", "he will do it"), ("what the hell", "what the hell"),
    ("go to hell now", "go to hell now"), ("as well call", "as well call"),
    ("May 20 well know more", "may 20 we will know more"), ("he did well keep", "he did well keep"),
    ("were working on it", "we are working on it"), ("they were working", "they were working"),
    ("what were trying", "what we are trying"), ("were you there", "were you there"),
    ("its standard", "it is standard"), ("on its way", "on its way"),
    ("lost its license", "lost its license"), ("if its done", "if it is done"),
    ("Id say so", "i would say so"), ("your id card", "your id card"),
    ("last month wed probably", "last month we would probably"),
    ("to be wed soon", "to be wed soon"),
    ("shed still be", "she would still be"), ("she shed tears", "she shed tears"),
    ("ill listen", "i will listen"), ("mentally ill people", "mentally ill people"),
    ("lets go", "let us go"), ("she lets him", "she lets him"),
    ("whore going", "who are going"), ("a whore", "a whore"),
    ("nothings final", "nothing is final"),
  ])
  func aFormThatIsAlsoAWordIsReadByWhatStandsBesideIt(typed: String, expected: String) {
    #expect(keys(typed) == words(expected))
  }

  @Test(arguments: [
    ("One. Two! Three? Four", 4), ("Dr. Lee and Ms. Ruiz called.", 1),
    ("At 9.30 a.m. on Tuesday.", 1), ("CALL AT 2 A.M. MIGHT BE HIM.", 2),
    ("call at 2 p.m. on tuesday", 1), ("on the 3rd. then home", 2),
    ("that is plan b. she knows", 2),
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
