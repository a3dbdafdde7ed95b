/// The words of a text with their places, for finding phrases in it.
struct TextScan {
  struct Word: Hashable {
    /// Lower case, with a plain apostrophe.
    let text: String
    /// The bytes of the text it stands at.
    let range: Range<Int>
    /// Whether the letters are as an author writes a name.
    let isCapitalised: Bool
    /// Whether a sentence begins here.
    let startsSentence: Bool
  }

  private(set) var words: [Word] = []
  /// How many words each sentence has, and where it stands.
  private(set) var sentences: [(range: Range<Int>, words: Int)] = []

  init(_ text: String) {
    var letters: [UInt8] = []
    var start = 0
    var isCapital = false
    var sentenceStart = 0
    var sentenceWords = 0
    var newSentence = true
    var depth = 0
    var offset = 0
    func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
      if scalar.isASCII {
        let letter = scalar.value | 0x20
        return (97...122).contains(letter) || (48...57).contains(scalar.value) || scalar == "'"
      }
      return scalar.properties.isAlphabetic || scalar == "\u{2019}"
    }
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if scalar == "{" { depth += 1 }
      if isPartOfWord(scalar) && depth == 0 {
        if letters.isEmpty {
          start = offset
          isCapital =
            scalar.isASCII ? (65...90).contains(scalar.value) : scalar.properties.isUppercase
        }
        if scalar.isASCII {
          letters.append(UInt8(scalar.value) + ((65...90).contains(scalar.value) ? 32 : 0))
        } else {
          letters += (scalar == "\u{2019}" ? "'" : scalar.properties.lowercaseMapping).utf8
        }
      } else {
        if !letters.isEmpty {
          append(letters, start..<offset, isCapital, newSentence)
          letters.removeAll(keepingCapacity: true)
          sentenceWords += 1
          newSentence = false
        }
        if scalar == "}", depth > 0 {
          depth -= 1
          sentenceWords += 1
          newSentence = false
        }
        if depth == 0, scalar == "." || scalar == "!" || scalar == "?" || scalar == "\n" {
          if sentenceWords > 0 {
            sentences.append((sentenceStart..<(offset + width), sentenceWords))
          }
          sentenceStart = offset + width
          sentenceWords = 0
          newSentence = true
        }
      }
      offset += width
    }
    if !letters.isEmpty {
      append(letters, start..<offset, isCapital, newSentence)
      sentenceWords += 1
    }
    if sentenceWords > 0 { sentences.append((sentenceStart..<offset, sentenceWords)) }
  }

  private mutating func append(
    _ letters: [UInt8],
    _ range: Range<Int>,
    _ isCapital: Bool,
    _ startsSentence: Bool
  ) {
    words.append(
      Word(
        text: String(decoding: letters, as: UTF8.self),
        range: range,
        isCapitalised: isCapital,
        startsSentence: startsSentence
      )
    )
  }

  /// Where the first of some phrases stands; a `*` stands for any one word.
  func first(of phrases: [[String]]) -> Range<Int>? {
    for place in words.indices {
      for phrase in phrases where matches(phrase, at: place) {
        return words[place].range.lowerBound..<words[place + phrase.count - 1].range.upperBound
      }
    }
    return nil
  }

  /// Every place of a phrase.
  func all(of phrase: [String]) -> [Range<Int>] {
    words.indices.filter { matches(phrase, at: $0) }.map {
      words[$0].range.lowerBound..<words[$0 + phrase.count - 1].range.upperBound
    }
  }

  private func matches(_ phrase: [String], at place: Int) -> Bool {
    guard place + phrase.count <= words.count else { return false }
    for (offset, word) in phrase.enumerated()
    where word != "*" && words[place + offset].text != word { return false }
    return true
  }

  /// The school grade needed to read it (Kincaid and others 1975), from words, sentences and
  /// syllables as vowels sound.
  var grade: Double {
    guard !words.isEmpty, !sentences.isEmpty else { return 0 }
    let syllables = words.reduce(0) { $0 + Self.syllables(of: $1.text) }
    return 0.39 * Double(words.count) / Double(sentences.count)
      + 11.8 * Double(syllables) / Double(words.count) - 15.59
  }

  static func syllables(of word: String) -> Int {
    var count = 0
    var wasVowel = false
    let letters = Array(word.utf8)
    for letter in letters {
      let isVowel = "aeiouy".utf8.contains(letter)
      if isVowel && !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    // A silent e at the end, but not in "table".
    if letters.count > 2, letters.last == UInt8(ascii: "e"), count > 1,
      letters[letters.count - 2] != UInt8(ascii: "l")
    {
      count -= 1
    }
    return max(1, count)
  }

  /// How many rows a text takes at a width, broken between words.
  static func rows(_ text: String, width: Int) -> Int {
    var rows = 1
    var column = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let length = word.count
      if column > 0, column + 1 + length > width {
        rows += 1
        column = 0
      }
      column += (column > 0 ? 1 : 0) + length
      while column > width {
        rows += 1
        column -= width
      }
    }
    return rows
  }
}
