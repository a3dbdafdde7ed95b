import Prose
import Testing

@Suite struct CueTests {
  private static let lexicon = CueLexicon(
    lemmas: ["get": ["get", "gets", "got", "getting"]],
    classes: [
      "child": .init(
        words: ["her", "him", "kids"],
        phrases: [],
        lead: ["the", "your"],
        cast: "child"
      ),
      "will": .init(words: [], phrases: ["will", "is going to", "going to"], lead: [], cast: nil),
    ]
  )

  private func finds(
    _ cue: String,
    in text: String,
    names: [WordKey: [WordKey]] = [:]
  ) throws -> String? {
    var book = CueBook(lexicon: Self.lexicon)
    try book.add(cue, group: 0)
    let utterance = Utterance(text)
    return book.machine().matches(in: utterance, names: names).first.map {
      utterance.quote(utterance.byteRange(ofTokens: $0.tokens))
    }
  }

  @Test(arguments: [
    ("you @will <get> @child back", "So you'll get her back.", "you'll get her back"),
    ("you @will <get> @child back", "You're gonna get your kids back", nil),
    (
      "you @will ..2 <get> @child back", "you will soon be getting the kids back now",
      "you will soon be getting the kids back"
    ),
    ("you @will ..2 <get> @child", "you will not get her", nil),
    ("you @will ..2 <get> @child", "you will, I hope, get her", nil),
    ("home/back", "come back home", "back"), ("(come|go) home?", "she may go", "go"),
    ("(come|go) home?", "she may go home", "go home"), ("^ no", "oh no. no way", "no"),
    ("just (a|the)? (formality|box to check)", "It's just a box to check", "just a box to check"),
    ("by @num", "by 12", "by 12"), ("mom is", "mom's here", "mom's"), ("ok", "it's ok", "ok"),
  ])
  func aCueIsFound(cue: String, text: String, quote: String?) throws {
    #expect(try finds(cue, in: text) == quote)
  }

  @Test func namesOfTheCardJoinTheirClass() throws {
    let names = [WordKey("maya"): [CueLexicon.name(of: "child")]]
    #expect(try finds("<get> @child back", in: "get Maya back", names: names) == "get Maya back")
    #expect(try finds("<get> @child back", in: "get Maya back") == nil)
  }

  @Test(arguments: [
    ("<git> her", "no forms are listed for <git>", 0..<5),
    ("@chld", "there is no class @chld", 0..<5),
    ("you ..20 her", "a gap is written ..1 to ..8", 4..<8),
    ("(a|b", "this bracket is never closed", 0..<1),
    ("a) b", "this bracket was never opened", 1..<2),
    ("a? b?", "this cue could match nothing at all", 0..<5),
  ])
  func aBadCueSaysWhere(cue: String, message: String, range: Range<Int>) {
    var book = CueBook(lexicon: Self.lexicon)
    #expect {
      try book.add(cue, group: 0)
    } throws: { error in
      (error as? CueError).map { $0.message == message && $0.range == range } ?? false
    }
  }

  @Test func aCueThatStandsForTooMuchIsRefused() {
    var book = CueBook(lexicon: Self.lexicon)
    #expect(throws: CueError.self) {
      try book.add(String(repeating: "(a b|c d|e f)? ", count: 12), group: 0)
    }
  }
}
