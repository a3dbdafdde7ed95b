import Foundation
import Testing

@testable import Terminal

/// Unicode's own data files, where the Debian package `unicode-data` is installed.
enum UnicodeData {
  static func lines(_ name: String) -> [Substring]? {
    let path = "/usr/share/unicode/\(name)"
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(decoding: data, as: UTF8.self)
      .split(separator: "\n")
      .filter { !$0.prefix { $0 != "#" }.allSatisfy(\.isWhitespace) }
  }

  static func data(of line: Substring) -> Substring { line.prefix { $0 != "#" } }
}

@Suite struct LineBreakerTests {
  private func broken(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let opportunities = LineBreaker(scalars).opportunities
    var result = String.UnicodeScalarView()
    for (scalar, mayBreak) in zip(scalars, opportunities) {
      if mayBreak { result.append("|") }
      result.append(scalar)
    }
    return String(result)
  }

  @Test(arguments: [
    "two |words", "well-|being", "don\u{2019}t |\u{201C}go\u{201D}, |please!",
    "(see |below) |now", "\u{201C}home\u{201D} |(maybe)", "on |June\u{A0}4 |at |8:30",
    "$5.00 |or |10%", "and/|or",
    "no\u{2060}break",
    "a |b |\u{2014} |c", "wait |\u{2026} |what?", "so|\u{2014}|no", "3\u{2013}|4 |weeks",
    "-3.5 |degrees",
    "\u{4F60}|\u{597D}\u{3002}|\u{300C}\u{6211}\u{300D}|\u{662F}",
    "\u{3B1}\u{3B2}\u{3B3} |\u{3B4}", "\u{434}\u{430}, |\u{43D}\u{435}\u{442}",
    "\u{5E9}\u{5DC}\u{5D5}\u{5DD} |\u{5DC}\u{5DA}", "\u{5D0}-\u{5D1}",
    "\u{645}\u{631}\u{62D}\u{628}\u{627} |\u{628}\u{643}", "e\u{301}te\u{301} |la\u{300}",
    "\u{1F1FA}\u{1F1F8}|\u{1F1E8}\u{1F1E6}", "\u{1F44D}\u{1F3FD}|\u{1F44D}",
  ])
  func breaksWhereReadersExpect(_ marked: String) {
    #expect(broken(marked.replacingOccurrences(of: "|", with: "")) == marked)
  }

  @Test(.enabled(if: UnicodeData.lines("auxiliary/LineBreakTest.txt") != nil))
  func agreesWithTheUnicodeTestFile() throws {
    var failures: [String] = []
    var tailored = 0
    let lines = try #require(UnicodeData.lines("auxiliary/LineBreakTest.txt"))
    for line in lines {
      var scalars: [Unicode.Scalar] = []
      var expected: [Bool] = []
      for field in UnicodeData.data(of: line).split(whereSeparator: \.isWhitespace) {
        switch field {
        case "\u{D7}": expected.append(false)
        case "\u{F7}": expected.append(true)
        default: scalars.append(try #require(UInt32(field, radix: 16).flatMap(Unicode.Scalar.init)))
        }
      }
      let actual = LineBreaker(scalars).opportunities
      // LB15, which we leave out, decides in these lines.
      if line.contains("[15.0]") {
        tailored += 1
      } else if actual != Array(expected.dropLast()) {
        failures.append(String(line))
      }
    }
    #expect(lines.count > 7_000)
    #expect(tailored < 20)
    #expect(failures.isEmpty, "\(failures.count) of \(lines.count): \(failures.prefix(8))")
  }
}
