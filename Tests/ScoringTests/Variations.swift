import Foundation

/// The same words typed otherwise: what must change nothing, or never help.
enum Variations {
  /// A text with one slip in it.
  struct Slip {
    var word: String
    var slipped: String
    var text: String
    var name: String { "\(word)>\(slipped)" }
  }

  /// One slip in every word that may be slipped in: a variant a word, the kinds in turn, at places and
  /// with letters that `seed` draws afresh.
  static func slips(in text: String, known: (String) -> Bool, seed: UInt64) -> [Slip] {
    var generator = Shuffler(seed: seed)
    return words(of: text).enumerated().compactMap { number, range in
      let word = String(text[range])
      guard mayBeSlippedIn(text, range), known(word.lowercased()) else { return nil }
      for attempt in 0..<6 {
        var slipped = slip(word.lowercased(), kind: number + attempt, &generator)
        guard slipped != word.lowercased(), slipped.count >= 4, !known(slipped) else { continue }
        if word != word.lowercased() {
          slipped = slipped.prefix(1).uppercased() + slipped.dropFirst()
        }
        let varied = text[..<range.lowerBound] + slipped + text[range.upperBound...]
        return Slip(word: word, slipped: slipped, text: String(varied))
      }
      return nil
    }
  }

  /// The words in another order, all marks gone but the last.
  static func shuffle(_ text: String, seed: UInt64) -> String {
    var generator = Shuffler(seed: seed)
    return text.split(whereSeparator: \.isWhitespace).shuffled(using: &generator)
      .joined(separator: " ")
  }

  /// The text as a separate sentence after itself.
  static func twice(_ text: String) -> String {
    let last = text.last { !$0.isWhitespace }
    let closed = last == "." || last == "?" || last == "!"
    return text + (closed ? " " : ". ") + text
  }

  /// The text without the apostrophes inside its words; quotation marks stay.
  static func withoutApostrophes(_ text: String) -> String {
    let characters = Array(text)
    return String(
      characters.indices.filter { place in
        let isMark = characters[place] == "'" || characters[place] == "’"
        guard isMark, place > 0, place + 1 < characters.count else { return true }
        return !(characters[place - 1].isLetter && characters[place + 1].isLetter)
      }.map { characters[$0] }
    )
  }

  static func words(of text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var start: String.Index?
    for index in text.indices {
      if text[index].isLetter || text[index] == "'" || text[index] == "’" {
        start = start ?? index
      } else if let from = start {
        found.append(from..<index)
        start = nil
      }
    }
    if let from = start { found.append(from..<text.endIndex) }
    return found
  }

  /// The words of each sentence shuffled, the marks at their ends kept.
  static func shuffleWithinSentences(_ text: String, seed: UInt64) -> String {
    var generator = Shuffler(seed: seed)
    var sentences: [[Substring]] = [[]]
    for word in text.split(whereSeparator: \.isWhitespace) {
      sentences[sentences.count - 1].append(word)
      if let last = word.last, ".!?".contains(last) { sentences.append([]) }
    }
    return sentences.filter { !$0.isEmpty }.map { sentence in
      let mark = sentence.last?.last.flatMap { ".!?".contains($0) ? String($0) : nil } ?? ""
      let bare = sentence.map { word in
        word == sentence.last && !mark.isEmpty ? word.dropLast() : word
      }
      return bare.shuffled(using: &generator).joined(separator: " ") + mark
    }.joined(separator: " ")
  }

  /// The same words on the surface only another text.
  static func surfaces(of text: String) -> [String] {
    let hasShortForms = text.split(separator: " ").contains { $0.filter(\.isUppercase).count > 1 }
    // Terms in capitals are known by their capitals.
    let cases =
      hasShortForms
      ? []
      : [
        text.uppercased(), text.lowercased(), text.lowercased().trimmingSuffix { $0 == "." },
        text.split(separator: " ", omittingEmptySubsequences: false)
          .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "),
      ]
    return cases + [
      text.replacing("'", with: "’"), text.replacing("\"", with: "“"),
      text.trimmingSuffix { $0 == "." }, text.replacing(" ", with: "  "),
      text.replacing(" ", with: "\u{a0}"), text.replacing(" ", with: "\u{3000}"),
      text.decomposedStringWithCanonicalMapping, text + " 🙂", text + "❤️",
      text.hasSuffix(".") ? text.trimmingSuffix { $0 == "." } + "!!" : text,
      text.replacing("! ", with: "!\n"), text.replacing("? ", with: "?\n"),
    ]
  }

  /// Five plain letters or more, a capital only where a sentence begins, no negator, modal or number in
  /// words.
  private static func mayBeSlippedIn(_ text: String, _ range: Range<String.Index>) -> Bool {
    let word = text[range]
    guard word.count >= 5, word.allSatisfy({ $0.isASCII && $0.isLetter }),
      word.dropFirst().allSatisfy(\.isLowercase)
    else { return false }
    if word.first?.isUppercase == true {
      let ahead = text[..<range.lowerBound].last { !$0.isWhitespace }
      let before = text[..<range.lowerBound].split(separator: " ").last ?? ""
      guard ahead == nil || ahead == "?" || ahead == "!" || ahead == ".",
        before.count > 3 || ahead == nil
      else { return false }
    }
    let next = range.upperBound < text.endIndex ? text[range.upperBound] : " "
    let before =
      range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
    // A word joined to another by a hyphen or a digit is no word of its own.
    if next == "-" || before == "-" || next.isNumber || before.isNumber { return false }
    return !spared.contains(word.lowercased())
  }

  private static let spared: Set<String> = [
    "never", "cannot", "nobody", "nothing", "without", "neither", "would", "could", "should",
    "might", "shall", "hardly", "barely", "unless", "until", "whether", "three", "seven", "eight",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "doesent", "cannt", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety",
    "hundred", "first",
    "second", "third", "fourth", "fifth", "cant", "wont", "dont", "didnt", "doesnt", "isnt",
    "wasnt", "arent", "couldnt", "wouldnt", "shouldnt", "havent", "hasnt", "gonna", "gotta",
    "wanna", "finna", "aint",
  ]

  private static func slip(_ word: String, kind: Int, _ generator: inout Shuffler) -> String {
    var letters = Array(word)
    let place = Int.random(in: 0..<letters.count - 1, using: &generator)
    let letter = Character(UnicodeScalar(UInt8.random(in: 0x61...0x7a, using: &generator)))
    switch kind % 4 {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letter, at: place)
    case 2: letters[place] = letter
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var end = endIndex
    while end > startIndex, isTrimmed(self[index(before: end)]) { end = index(before: end) }
    return String(self[..<end])
  }
}
