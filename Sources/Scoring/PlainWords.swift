import Prose

/// Words with what changes from family to family taken off, for the second ear.
///
/// Taken off are the ending, the name, "mom" or "dad", "she" or "he": "he'll lose them" and "she's
/// losing him" then lie near each other. The forms of "be" and the articles, which many Englishes leave
/// out, are left out as well: "you her mom".
struct PlainWords {
  private let hearing: Hearing

  init(_ hearing: Hearing) { self.hearing = hearing }

  /// The words of a sentence, its start among them, one and two at a time and with a gap of one.
  func features(of sentence: Sentence) -> (alone: Set<UInt64>, gapped: Set<UInt64>) {
    var alone: Set<UInt64> = []
    var gapped: Set<UInt64> = []
    var last = Self.start
    var before: WordKey?
    for index in sentence.tokens {
      guard let word = plain(hearing.utterance.tokens[index]) else { continue }
      alone.insert(EarFeatures.mix(word.value, Self.wordSalt))
      alone.insert(EarFeatures.mix(last.followed(by: word).value, Self.pairSalt))
      if let before {
        gapped.insert(EarFeatures.mix(before.followed(by: word).value, Self.gapSalt))
      }
      before = last
      last = word
    }
    return (alone, gapped)
  }

  private func plain(_ token: Token) -> WordKey? {
    if Self.leftOut.contains(token.key) { return nil }
    if token.isNumber { return CueLexicon.number }
    if let name = hearing.names[token.key]?.first { return name }
    if let form = hearing.rubric.lemmas[token.key] { return form }
    if let cast = hearing.rubric.sides[token.key]?.cast { return CueLexicon.name(of: cast) }
    return Self.withoutEnding(hearing.utterance.letters[token.letters]) ?? token.key
  }

  /// A word without -ing, -ed, -es, -s or a last -e; nothing where it has none or is too short.
  static func withoutEnding(_ letters: ArraySlice<UInt8>) -> WordKey? {
    var left = letters
    if let ending = endings.first(where: { left.count >= $0.count + 3 && left.ends(with: $0) }) {
      left = left.dropLast(ending.count)
    }
    if left.count > 3, left.last == UInt8(ascii: "e") { left = left.dropLast() }
    return left.count == letters.count ? nil : WordKey(bytes: left)
  }

  private static let endings = ["ing", "ed", "es", "s"].map { Array($0.utf8) }
  private static let leftOut = Set(
    ["am", "is", "are", "was", "were", "be", "been", "being", "a", "an", "the"].map { WordKey($0) }
  )
  private static let start = WordKey("^")
  private static let wordSalt: UInt64 = 40
  private static let pairSalt: UInt64 = 41
  private static let gapSalt: UInt64 = 42
}

extension Collection where Element: Equatable {
  fileprivate func ends(with ending: some Collection<Element>) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
