import Testing

@testable import Terminal

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("caf\u{E9}", 4), ("cafe\u{301}", 4), ("\u{2014}\u{2026}\u{2713}", 3),
    ("\u{201C}\u{201D}\u{2019}", 3), ("\u{4F60}\u{597D}", 4), ("\u{304B}\u{306A}", 4),
    ("\u{D55C}", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{1F1FA}\u{1F1F8}", 2), ("\u{1F469}", 2), ("\u{26A0}", 1),
    ("\u{1F44D}\u{1F3FD}", 4), ("\u{FF21}", 2), ("\u{FF71}", 1), ("\u{3000}", 2), ("a\u{200D}", 1),
    ("\u{5E9}\u{5B8}", 1), ("\n", 0), ("\u{1B}", 0),
  ])
  func ofText(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(.enabled(if: UnicodeData.lines("EastAsianWidth.txt") != nil))
  func tableAgreesWithTheDataFile() throws {
    let lines = try #require(UnicodeData.lines("EastAsianWidth.txt"))
    var checked = 0
    for line in lines {
      let fields = UnicodeData.data(of: line).split(separator: ";").map {
        $0.filter { !$0.isWhitespace }
      }
      let ends = fields[0].split(separator: ".").compactMap { UInt32($0, radix: 16) }
      let first = try #require(ends.first)
      for value in first...(ends.last ?? first) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let columns = DisplayWidth.of(scalar)
        if columns == 0 { continue }
        let isWide = fields[1] == "W" || fields[1] == "F"
        if columns != (isWide ? 2 : 1) {
          #expect(scalar.properties.generalCategory == .unassigned, "U+\(String(value, radix: 16))")
        }
        checked += 1
      }
    }
    #expect(checked > 250_000)
  }

  @Test func onlyMarksAndInvisiblesHaveNoWidth() {
    for value in UInt32(0x20)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(value), DisplayWidth.of(scalar) == 0 else { continue }
      let properties = scalar.properties
      let isTail = (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
      let isExpected =
        switch properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator,
          .paragraphSeparator:
          true
        default: isTail || properties.isDefaultIgnorableCodePoint
        }
      // An Ahom vowel that stopped being without width after the data of the table.
      #expect(isExpected || value == 0x1171E, "U+\(String(value, radix: 16))")
    }
  }
}
