/// Mends slips of the finger: one letter left out, added, changed or swapped with its neighbour.
///
/// A word that is known is never touched, nor is a short one, and nothing is ever mended into a
/// word that turns a sentence round (`never`, `would`).
public struct SpellingRepair: Sendable {
  private let known: [WordKey: Int32]
  private let guarded: Set<WordKey>

  /// Creates a repair; where several words are one slip away, the one with the lowest rank wins.
  public init(known: [WordKey: Int32]) {
    self.known = known
    guarded = Set(
      """
      never cannot nobody nothing without neither would could should might until unless whether \
      hardly twelve fifteen seven eight three thirty sixty ninety eleven
      """
      .split(separator: " ").map { WordKey(String($0)) }
    )
  }

  /// Mends the words of `utterance`, at most `limit` of them, leaving alone those in `names`.
  public func repair(_ utterance: inout Utterance, names: Set<WordKey>, limit: Int = 60) {
    var tried = 0
    for index in utterance.tokens.indices {
      let token = utterance.tokens[index]
      guard !token.isNumber, (4...16).contains(token.letters.count), known[token.key] == nil,
        !names.contains(token.key)
      else { continue }
      // A capital in the middle of a sentence is a name.
      if token.isCapitalised, token.boundary < .clause { continue }
      tried += 1
      guard tried <= limit else { return }
      if let mended = nearest(to: Array(utterance.letters[token.letters])) {
        utterance.tokens[index].key = mended
      }
    }
  }

  private func nearest(to word: [UInt8]) -> WordKey? {
    var best: (key: WordKey, rank: Int32)?
    func consider(_ letters: [UInt8]) {
      guard letters.count >= 5 else { return }
      let key = WordKey(bytes: letters)
      guard let rank = known[key], rank < best?.rank ?? .max, !guarded.contains(key) else { return }
      best = (key, rank)
    }
    for index in 0...word.count {
      if index < word.count {
        var shorter = word
        shorter.remove(at: index)
        consider(shorter)
        var changed = word
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != word[index] {
          changed[index] = letter
          consider(changed)
        }
      }
      if index + 1 < word.count, word[index] != word[index + 1] {
        var swapped = word
        swapped.swapAt(index, index + 1)
        consider(swapped)
      }
      var longer = word
      longer.insert(UInt8(ascii: "a"), at: index)
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        longer[index] = letter
        consider(longer)
      }
    }
    return best?.key
  }
}
