import Terminal
import Testing

@Suite struct TextWrapperTests {
  @Test(arguments: [
    (10, "", [""]),
    (10, "one two three", ["one two", "three"]),
    (7, "one two three", ["one two", "three"]),
    (6, "one  two   three", ["one", "two", "three"]),
    (10, "a\n\nb", ["a", "", "b"]),
    (10, "a\n", ["a", ""]),
    (4, "abcdefghij kl", ["abcd", "efgh", "ij", "kl"]),
    (1, "ab c", ["a", "b", "c"]),
    (1, "\u{4F60}\u{597D}", ["\u{4F60}", "\u{597D}"]),
    (5, "\u{4F60}\u{597D}\u{3002}\u{662F}", ["\u{4F60}", "\u{597D}\u{3002}", "\u{662F}"]),
    (12, "on June\u{A0}4 now", ["on June\u{A0}4", "now"]),
    (9, "He left \u{2014} then", ["He left \u{2014}", "then"]),
    (10, "well-being", ["well-being"]), (7, "well-being", ["well-", "being"]),
    (12, "for well-being", ["for", "well-being"]),
    (8, "said \u{201C}yes\u{201D}", ["said", "\u{201C}yes\u{201D}"]),
    (6, "   word word", ["word", "word"]),
    (8, "bad\u{1B}[2J!", ["bad^[[2J", "!"]),
  ])
  func wraps(_ width: Int, _ text: String, _ expected: [String]) {
    #expect(TextWrapper(width: width).lines(text) == expected)
  }

  @Test func laterLinesHangUnderTheFirst() {
    let wrapper = TextWrapper(width: 14, first: "10. ")
    #expect(wrapper.lines("one two three\nfour") == ["10. one two", "    three", "    four"])
    #expect(TextWrapper(width: 14, hanging: 2).lines("one two three") == ["one two three"])
    #expect(TextWrapper(width: 9, hanging: 2).lines("one two three") == ["one two", "  three"])
  }

  @Test func narrowLinesGiveUpTheIndent() {
    #expect(TextWrapper(width: 6, first: "10. ").lines("ab cd ef") == ["10. ab", "cd ef"])
    #expect(TextWrapper(width: 3, first: "10. ").lines("ab cd") == ["10.", "ab", "cd"])
  }

  @Test func stylesStayWithTheirLetters() {
    let text = StyledText("Tanya:", .bold) + StyledText(" June is soon")
    #expect(
      TextWrapper(width: 11).lines(text) == [
        StyledText("Tanya:", .bold) + StyledText(" June"), StyledText("is soon"),
      ]
    )
  }

  @Test func neverLosesTextAndNeverRunsOver() {
    var random = SplitMix(seed: 14)
    for _ in 0..<3_000 {
      let text = Neutralizer.visible(random.hostileText())
      let width = Int.random(in: 1...24, using: &random)
      let first = String(repeating: "-", count: Int.random(in: 0...6, using: &random))
      let lines = TextWrapper(width: width, first: StyledText(first)).lines(text)
      let kept = lines.joined().unicodeScalars.filter { $0 != " " }
      let wanted = (first + text).unicodeScalars.filter { $0 != " " && $0 != "\n" }
      #expect(Array(kept) == Array(wanted), "\(text.debugDescription) in \(width)")
      for line in lines where DisplayWidth.of(line) > width {
        // Only a grapheme too wide for what is left beside the beginning may stand over the edge.
        #expect(
          line.filter { $0 != " " && $0 != "-" }.count == 1,
          "\(line.debugDescription) in \(width)"
        )
      }
    }
  }

  @Test func joinedLinesAreTheTextAgain() {
    var random = SplitMix(seed: 72)
    let words = [
      "a", "plan", "children,", "\u{201C}home\u{201D}", "caf\u{E9}", "\u{2014}", "8:30", "(maybe)",
    ]
    for _ in 0..<1_000 {
      let text = (0..<Int.random(in: 1...20, using: &random)).map { _ in random.pick(words) }
        .joined(separator: " ")
      let lines = TextWrapper(width: Int.random(in: 9...30, using: &random)).lines(text)
      #expect(lines.joined(separator: " ") == text)
    }
  }
}
