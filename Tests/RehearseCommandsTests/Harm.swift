import Testing

/// Texts that would harm a terminal or its reader, and the judge that finds what is left of them.
enum Harm {
  struct Payload: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }
  }

  /// What a terminal would obey or a reader could not see, as code points.
  static func found(in text: String) -> [String] {
    var found: [String] = []
    var marks = 0
    for scalar in text.unicodeScalars where scalar != "\n" {
      let category = scalar.properties.generalCategory
      marks = category == .nonspacingMark || category == .enclosingMark ? marks + 1 : 0
      let isHarm: Bool
      switch category {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
        .unassigned:
        isHarm = true
      default: isHarm = scalar.properties.isDefaultIgnorableCodePoint || marks > 4
      }
      if isHarm { found.append("U+" + String(scalar.value, radix: 16, uppercase: true)) }
    }
    return found
  }

  /// Whether a scenario with the text in it is refused rather than shown harmlessly.
  static func isRefused(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  private static let e = "\u{1B}"

  static let payloads: [Payload] = [
    ("csi-clear", "\(e)[2J\(e)[H"), ("csi-colour", "\(e)[31mred"), ("hide-cursor", "\(e)[?25l"),
    ("alt-screen", "\(e)[?1049h"), ("osc-title", "\(e)]0;PWNED\u{7}"),
    ("osc-title-st", "\(e)]2;PWNED\(e)\\"), ("title-report", "\(e)[21t"),
    ("decrqss", "\(e)P$q\"p\(e)\\"), ("da1", "\(e)[c"), ("dsr-cpr", "\(e)[6n"),
    ("decrqm", "\(e)[?2026$p"), ("xtversion", "\(e)[>q"), ("xtgettcap", "\(e)P+q544e\(e)\\"),
    ("osc52-set", "\(e)]52;c;cm0gLXJmIH4=\u{7}"), ("osc52-get", "\(e)]52;c;?\u{7}"),
    ("osc8-link", "\(e)]8;;https://evil.invalid\(e)\\Click\(e)]8;;\(e)\\"),
    ("osc8-file", "\(e)]8;;file:///etc/passwd\u{7}x"), ("osc10-query", "\(e)]10;?\u{7}"),
    ("osc1337", "\(e)]1337;File=inline=1:AAAA\u{7}"), ("kitty-graphics", "\(e)_Ga=T;AAAA\(e)\\"),
    ("apc", "\(e)_x\(e)\\"), ("pm", "\(e)^x\(e)\\"), ("sos", "\(e)Xx\(e)\\"),
    ("mouse-on", "\(e)[?1003h"), ("focus-on", "\(e)[?1004h"), ("bracketed-off", "\(e)[?2004l"),
    ("ris", "\(e)c"), ("g0-dec", "\(e)(0"), ("so", "\u{E}"), ("c1-csi", "\u{9B}31mred"),
    ("c1-osc", "\u{9D}0;PWNED\u{9C}"), ("c1-dcs", "\u{90}$q\"p\u{9C}"), ("nel", "a\u{85}b"),
    ("cr-overwrite", "FAILED\rPASSED"), ("bs-overwrite", "bad\u{8}\u{8}\u{8}good"),
    ("bel", "\u{7}"), ("nul", "a\0b"), ("del", "a\u{7F}b"), ("vt", "a\u{B}b"), ("ff", "a\u{C}b"),
    ("lf-inject", "line\nScore: 4 of 4"), ("tab", "a\tb"), ("u2028", "a\u{2028}b"),
    ("u2029", "a\u{2029}b"), ("bidi-rlo", "\u{202E}evitca"), ("bidi-rli", "\u{2067}x\u{2066}y"),
    ("bidi-pdi", "a\u{2069}b"), ("lrm", "a\u{200E}b"), ("alm", "a\u{61C}b"),
    ("zwsp", "pass\u{200B}word"), ("zwj-plain", "a\u{200D}b"), ("zwnj", "a\u{200C}b"),
    ("wj", "a\u{2060}b"), ("bom-mid", "a\u{FEFF}b"), ("soft-hyphen", "a\u{AD}b"),
    ("tags", "a\u{E0041}\u{E0042}"), ("vs16", "a\u{FE0F}"), ("mvs", "a\u{180E}b"),
    ("hangul-filler", "a\u{3164}b"), ("invisible-times", "a\u{2062}b"),
    ("ia-anchor", "\u{FFF9}a\u{FFFA}b\u{FFFB}"), ("noncharacter", "a\u{FFFF}b"),
    ("private-use", "a\u{E000}b"), ("zalgo", "a" + String(repeating: "\u{301}", count: 200)),
    ("wide", "\u{4F60}\u{597D}"), ("emoji-zwj", "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}"),
    ("flag", "\u{1F1FA}\u{1F1F8}"), ("rtl-text", "שלום"), ("combining-start", "\u{301}abc"),
    ("long-line", String(repeating: "x", count: 100_000)), ("homoglyph", "раssed"),
    ("fullwidth-equals", "＝1+1"), ("cr-end", "abc\r"), ("surrogate-words", "\\ud800"),
  ].map { Payload(name: $0.0, text: $0.1) }
}
