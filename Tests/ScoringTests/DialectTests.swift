import Scoring
import Testing

/// The same thing said in other Englishes, and in other languages.
@Suite struct DialectTests {
  private static func lines(_ path: String) -> [String] {
    String(decoding: Core.bytes(path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .filter { !$0.hasPrefix("#") }
  }

  /// Lines whose level hangs by a hair, as the second ear hears them, so that another word tips it.
  private static let undecided: Set = [
    "You could call Ms. Ruiz tonight with me, us three.", "I don't know yet, I'll ask.",
    "I don't know yet, I gonna ask.", "idk yet, ill ask",
    "The judge gonna look at your visits and your class.",
    "The judge going to look at your visits and your class.", "You two both love her.",
    "I'll be there b4 the hearing.",
  ]

  @Test func otherEnglishesChangeNoLevel() throws {
    let listener = try Core.listener()
    let context = ListeningContext(people: Core.maya, hearing: "March 12", asked: ["outcome"])
    let groups = Self.lines("Tests/Support/dialect.txt").split(separator: "")
    var pairs = 0
    var wrong: [String] = []
    for group in groups {
      let levels = group.map { listener.judge($0, context).dimensions.map(\.level) }
      for (line, found) in zip(group, levels).dropFirst() where !Self.undecided.contains(line) {
        pairs += 1
        if found != levels.first { wrong.append("\(line) \(found)") }
      }
    }
    #expect(pairs >= 60)
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test func otherLanguagesGetNoLevelAndABorrowedWordDoes() throws {
    let listener = try Core.listener()
    var counts = ["+": 0, "-": 0]
    var wrong: [String] = []
    for line in Self.lines("Tests/Support/other-languages.txt") where line.count > 2 {
      let judged = listener.judge(String(line.dropFirst(2)), ListeningContext(people: Core.maya))
      let isUnreadable = judged.dimensions.allSatisfy { $0.state == .unreadable && $0.level == nil }
      counts[String(line.prefix(1)), default: 0] += 1
      if isUnreadable != line.hasPrefix("-") { wrong.append(line) }
    }
    #expect(counts["+", default: 0] >= 20 && counts["-", default: 0] >= 40)
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }
}
