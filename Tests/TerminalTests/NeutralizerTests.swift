import Terminal
import Testing

@Suite struct NeutralizerTests {
  @Test(arguments: [
    ("plain, with punctuation: \"ok\"? 3/4 ~", "plain, with punctuation: \"ok\"? 3/4 ~"),
    ("two\nlines", "two\nlines"),
    ("a\tb", "a    b"),
    ("\u{1B}[2J\u{1B}[H", "^[[2J^[[H"),
    ("\u{1B}]0;PWNED\u{7}", "^[]0;PWNED^G"),
    ("\u{9B}31mred", "<U+009B>31mred"),
    ("a\u{85}b", "a<U+0085>b"),
    ("FAILED\rPASSED", "FAILED^MPASSED"),
    ("a\r\nb", "a^M\nb"),
    ("bad\u{8}\u{8}good", "bad^H^Hgood"),
    ("a\0b\u{7F}", "a^@b^?"),
    ("\u{202E}evitca", "<U+202E>evitca"),
    ("\u{2067}x\u{2066}y\u{2069}", "<U+2067>x<U+2066>y<U+2069>"),
    ("a\u{2028}b\u{2029}", "a<U+2028>b<U+2029>"),
    ("pass\u{200B}word", "pass<U+200B>word"),
    ("a\u{200D}b", "a<U+200D>b"), ("a\u{200C}b", "a<U+200C>b"),
    ("a\u{AD}b\u{FEFF}", "a<U+00AD>b<U+FEFF>"),
    ("a\u{E0041}\u{E0042}", "a<U+E0041><U+E0042>"),
    ("a\u{FE0F}", "a<U+FE0F>"), ("a\u{FE00}", "a<U+FE00>"),
    ("a\u{34F}b", "a<U+034F>b"),
    ("a\u{3164}\u{115F}\u{1160}\u{FFA0}", "a<U+3164><U+115F><U+1160><U+FFA0>"),
    ("a\u{E000}\u{FFFF}\u{378}", "a<U+E000><U+FFFF><U+0378>"),
    ("caf\u{E9} cafe\u{301}", "caf\u{E9} cafe\u{301}"),
    (
      "\u{4F60}\u{597D}, \u{5E9}\u{5DC}\u{5D5}\u{5DD}",
      "\u{4F60}\u{597D}, \u{5E9}\u{5DC}\u{5D5}\u{5DD}"
    ),
    ("\u{301}abc", "\u{25CC}\u{301}abc"), ("a\n\u{301}b", "a\n\u{25CC}\u{301}b"),
    ("\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{1F469}\u{1F469}\u{1F467}"),
    ("\u{26A0}\u{FE0F} 1\u{FE0F}\u{20E3}", "\u{26A0} 1\u{20E3}"),
    ("\u{2764}\u{FE0F}\u{200D}\u{1F525}", "\u{2764}\u{1F525}"),
    ("\u{1F44D}\u{1F3FD}", "\u{1F44D}\u{1F3FD}"), ("\u{1F1FA}\u{1F1F8}", "\u{1F1FA}\u{1F1F8}"),
    ("\u{646}\u{645}\u{6CC}\u{200C}\u{62F}", "\u{646}\u{645}\u{6CC}\u{200C}\u{62F}"),
    ("\u{62F}\u{200C}\u{200C}", "\u{62F}\u{200C}<U+200C>"),
    ("\u{915}\u{94D}\u{200D}\u{937}", "\u{915}\u{94D}\u{200D}\u{937}"),
    ("\u{845B}\u{E0100}", "\u{845B}"),
  ])
  func makesVisible(_ hostile: String, _ expected: String) {
    #expect(Array(Neutralizer.visible(hostile).utf8) == Array(expected.utf8))
  }

  @Test func oneLineFieldsShowTheirNewlines() {
    let shown = Neutralizer.visible("line\nScore: 4 of 4", newlines: .shown)
    #expect(shown == "line^JScore: 4 of 4")
  }

  @Test func marksAreCapped() {
    let shown = Neutralizer.visible("a" + String(repeating: "\u{301}", count: 200) + "b")
    #expect(
      shown.unicodeScalars.elementsEqual(
        "a\u{301}\u{301}\u{301}\u{301}<+196 marks>b".unicodeScalars
      )
    )
  }

  @Test func hangulVowelsPileUpNoHigherThanMarks() {
    let shown = Neutralizer.visible("\u{1100}" + String(repeating: "\u{1161}", count: 50))
    #expect(shown.hasSuffix("<+46 marks>"))
  }

  @Test func nothingSteersWhateverTheText() {
    var random = SplitMix(seed: 20_261_121)
    for _ in 0..<3_000 {
      let hostile = random.hostileText()
      let once = Neutralizer.visible(hostile)
      for scalar in once.unicodeScalars {
        let category = scalar.properties.generalCategory
        #expect(
          category != .control || scalar == "\n",
          "\(scalar.value) in \(hostile.debugDescription)"
        )
        if category == .format { #expect(scalar.value == 0x200C || scalar.value == 0x200D) }
      }
      let twice = Neutralizer.visible(once)
      #expect(Array(twice.utf8) == Array(once.utf8), "not settled: \(hostile.debugDescription)")
    }
  }

  @Test func aPieceOfSettledTextIsSettled() {
    var random = SplitMix(seed: 7)
    for _ in 0..<1_000 {
      let text = Neutralizer.visible(random.hostileText())
      for character in text where character != "\n" {
        let alone = String(character)
        #expect(
          Array(Neutralizer.visible(alone).utf8) == Array(alone.utf8),
          "\(alone.debugDescription)"
        )
      }
    }
  }
}
