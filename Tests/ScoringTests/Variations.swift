/// The same words typed otherwise: what must change nothing, or never help.
enum Variations {
  /// One slip in every word that may be slipped in: a variant a word, the kinds in turn.
  static func slips(in text: String, known: (String) -> Bool, seed: UInt64) -> [String] {
    var generator = Shuffler(seed: seed)
    return words(of: text).enumerated().compactMap { number, range in
      let word = String(text[range])
      guard mayBeSlippedIn(text, range) else { return nil }
      for attempt in 0..<4 {
        let slipped = slip(word, kind: number + attempt, &generator)
        if slipped != word, slipped.count >= 4, !known(slipped.lowercased()) {
          return text[..<range.lowerBound] + slipped + text[range.upperBound...]
        }
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

  /// Five plain small letters or more, no negator, modal or number in words.
  private static func mayBeSlippedIn(_ text: String, _ range: Range<String.Index>) -> Bool {
    let word = text[range]
    guard word.count >= 5, word.allSatisfy({ $0.isASCII && $0.isLetter && $0.isLowercase }) else {
      return false
    }
    let next = range.upperBound < text.endIndex ? text[range.upperBound] : " "
    let before =
      range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
    // A word joined to another by a hyphen or a digit is no word of its own.
    if next == "-" || before == "-" || next.isNumber || before.isNumber { return false }
    return !spared.contains(String(word))
  }

  private static let spared: Set<String> = [
    "never", "cannot", "nobody", "nothing", "without", "neither", "would", "could", "should",
    "might", "shall", "hardly", "barely", "unless", "until", "whether", "three", "seven", "eight",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "hundred", "first",
    "second", "third", "fourth", "fifth", "cant", "wont", "dont", "didnt", "doesnt", "isnt",
    "wasnt", "arent", "couldnt", "wouldnt", "shouldnt", "havent", "hasnt", "gonna", "gotta",
    "wanna", "finna", "aint",
  ]

  private static func slip(_ word: String, kind: Int, _ generator: inout Shuffler) -> String {
    var letters = Array(word)
    let place = Int.random(in: 1..<letters.count - 1, using: &generator)
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
