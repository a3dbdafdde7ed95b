/// Mends slips of the finger: one letter left out, added, changed or swapped with its neighbour.
///
/// A word that is known is never touched, nor is a short one, and nothing is ever mended into a
/// word that turns a sentence round (`never`, `would`). Of several words one slip away the likeliest
/// wins: how common it is, how fingers slip, and what stands before and behind it.
public struct SpellingRepair {
  private let words: WordList
  private let names: Set<WordKey>
  private let said: () -> [[UInt8]]

  /// Creates a repair by the words of the language; `names` are left alone, and `said` gives the words
  /// that were used before in this talk, asked for only where something is amiss.
  public init(
    _ words: WordList,
    names: Set<WordKey> = [],
    said: @escaping () -> [[UInt8]] = { [] }
  ) {
    self.words = words
    self.names = names
    self.said = said
  }

  /// Returns `utterance` read again with at most `limit` of its words mended.
  public func mended(_ utterance: Utterance, limit: Int = 60) -> Utterance {
    let tokens = utterance.tokens
    let shouts = tokens.count { $0.isCapitalised } * 2 > tokens.count
    var mended: [Int: [UInt8]] = [:]
    var theirs: Set<WordKey>?
    var own: [(typed: [UInt8], read: [UInt8])] = []
    var owners = Owners(utterance, words: words, names: names, said: said)
    for word in utterance.typedWords where own.count < limit {
      if let owner = owners.restored(word) {
        mended[word.offset] = owner
        continue
      }
      guard let part = part(of: word) else { continue }
      let token = tokens[word.token]
      // A capital in the middle of a sentence is a name, unless all words have one.
      if token.isCapitalised, token.boundary < .clause, !shouts { continue }
      if theirs == nil { theirs = Set(said().map { WordKey(bytes: $0) }) }
      if theirs?.contains(WordKey(bytes: part.letters)) == true { continue }
      var search = Search(words: words, typed: part.letters, theirs: theirs ?? [])
      search.least = part.ending.isEmpty ? 5 : 4
      search.before = utterance.neighbour(of: word.token, step: -1)
      search.after =
        part.ending.isEmpty ? utterance.neighbour(of: word.token, step: 1) : nil
      let read = search.likeliest() ?? sameAsBefore(part.letters, own) ?? part.letters
      own.append((part.letters, read))
      guard read != part.letters || part.isEndingMended else { continue }
      let whole = Utterance.TypedWord(
        offset: word.offset,
        spelled: read + part.ending,
        token: word.token
      )
      mended[word.offset] = owners.restored(whole) ?? whole.spelled
    }
    return mended.isEmpty ? utterance : Utterance(utterance, mended: mended)
  }

  // MARK: Which words

  private struct Part {
    var letters: [UInt8]
    /// From the apostrophe on.
    var ending: [UInt8] = []
    var isEndingMended = false
  }

  /// The part of a typed word that is no word, if any.
  private func part(of word: Utterance.TypedWord) -> Part? {
    guard (4...17).contains(word.spelled.count) else { return nil }
    guard let mark = word.spelled.firstIndex(of: UInt8(ascii: "'")) else {
      let key = WordKey(bytes: word.spelled)
      if isKnown(key) || Contractions.words(for: key) != nil || BareForms.isOne(key) {
        return nil
      }
      return Part(letters: word.spelled)
    }
    if Contractions.words(for: WordKey(bytes: word.spelled)) != nil { return nil }
    var part = Part(
      letters: Array(word.spelled[..<mark]),
      ending: Array(word.spelled[mark...])
    )
    if let ending = Self.endings[part.ending] {
      part.ending = ending
      part.isEndingMended = true
    }
    let isKnown = isKnown(WordKey(bytes: part.letters))
    return isKnown && !part.isEndingMended || part.letters.count < 3 ? nil : part
  }

  private func isKnown(_ key: WordKey) -> Bool {
    words.rank(of: key) != nil || names.contains(key)
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Slips in the ending of "they're" and its like.
  private static let endings: [[UInt8]: [UInt8]] = Dictionary(
    [
      ("'er", "'re"), ("'r", "'re"), ("'e", "'re"), ("'rre", "'re"), ("'ree", "'re"),
      ("'l", "'ll"), ("'lll", "'ll"), ("'ev", "'ve"), ("'v", "'ve"),
    ].map { (bytes($0.0), bytes($0.1)) },
    uniquingKeysWith: { first, _ in first }
  )

  /// A strange word that is one slip from an earlier strange word is that word again.
  private func sameAsBefore(
    _ letters: [UInt8],
    _ own: [(typed: [UInt8], read: [UInt8])]
  ) -> [UInt8]? {
    guard !own.isEmpty, letters.count > 4 else { return nil }
    var near: [UInt8]?
    for earlier in own where abs(earlier.typed.count - letters.count) <= 1 {
      if earlier.typed == letters { return earlier.read }
      if near == nil, Slip.between(letters, earlier.typed) != nil { near = earlier.read }
    }
    return near
  }
}

extension Utterance {
  /// What stands beside a token, as word lists name it: a word, a comma, a number, or the edge of its
  /// sentence.
  func neighbour(of index: Int, step: Int) -> WordKey {
    let other = index + step
    guard tokens.indices.contains(other), tokens[other].sentence == tokens[index].sentence else {
      return Self.edge
    }
    if tokens[max(index, other)].boundary != .none { return Self.comma }
    return tokens[other].isNumber ? Self.number : tokens[other].key
  }

  private static let edge = WordKey(".")
  private static let comma = WordKey(",")
  private static let number = WordKey("0")
}
