/// A line that says who speaks, such as `Tanya: They said a year`.
enum Speaker {
  /// Words that stand before a colon and are nobody.
  private static let nobody: Set<String> = [
    "note", "notes", "warning", "chapter", "scene", "time", "place", "location", "example",
    "objective", "objectives", "question", "answer", "hint", "tip", "part", "day", "score", "date",
    "todo", "fixme", "title", "author", "version", "credits", "inventory", "options", "choices",
    "remember", "next", "later", "exits", "update", "summary",
  ]
  /// Who the trainee is.
  static let worker: Set<String> = [
    "you", "me", "i", "worker", "caseworker", "case worker", "social worker",
  ]
  /// Who tells the story.
  static let narrator: Set<String> = ["narrator", "narration"]
  private static let marks: [String] = ["**", "''", "__", "//", "*", "_"]

  /// The speaker of a line and what they say; nil if it names nobody.
  static func split(_ line: String) -> (name: String, words: String)? {
    var line = Substring(line)
    var mark: String?
    for candidate in marks where line.hasPrefix(candidate) {
      mark = candidate
      line = line.dropFirst(candidate.count)
      break
    }
    guard let colon = line.unicodeScalars.prefix(42).firstIndex(of: ":") else { return nil }
    var name = line[..<colon]
    var words = line[line.unicodeScalars.index(after: colon)...]
    if let mark {
      // **Tanya:** and **Tanya**: are both written.
      if name.hasSuffix(mark) {
        name = name.dropLast(mark.count)
      } else if words.hasPrefix(mark) {
        words = words.dropFirst(mark.count)
      } else {
        return nil
      }
    }
    let trimmedWords = trimmed(String(words))
    guard isName(name), words.unicodeScalars.first == " ", !trimmedWords.isEmpty else { return nil }
    return (String(name), trimmedWords)
  }

  private static func isName(_ name: Substring) -> Bool {
    let words = name.split(separator: " ")
    guard (1...3).contains(words.count), !nobody.contains(name.lowercased()),
      words.joined(separator: " ") == name
    else { return false }
    return words.enumerated().allSatisfy { place, word in
      let scalars = word.unicodeScalars
      guard let first = scalars.first else { return false }
      // "Case worker", but not "He said".
      let isUpper = first.properties.isUppercase || (place > 0 && word == "worker")
      return isUpper
        && scalars.allSatisfy {
          $0.properties.isAlphabetic || $0 == "." || $0 == "'" || $0 == "\u{2019}" || $0 == "-"
            || $0.properties.generalCategory == .nonspacingMark
        }
    }
  }
}
