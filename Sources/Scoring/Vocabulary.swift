import Prose

/// The words that are words: what typing mistakes are mended into, and what tells talk from noise.
public struct Vocabulary: Sendable {
  private(set) var ranks: [WordKey: Int32]

  /// Creates an empty vocabulary.
  public init() { ranks = [:] }

  /// Creates a vocabulary from text, one word a line, the commonest first.
  public init(lines: [UInt8]) {
    ranks = [:]
    var rank: Int32 = 1
    for line in lines.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d })
    where line.first != UInt8(ascii: "#") {
      ranks[WordKey(bytes: line), default: rank] = rank
      rank += 1
    }
  }

  /// The words of a rubric come before all others, the commonest of them first.
  func adding(_ words: some Sequence<WordKey>) -> Vocabulary {
    var copy = self
    for word in words { copy.ranks[word] = (ranks[word] ?? 500_000) - 1_000_000 }
    return copy
  }

  /// Whether it holds a language's common words, so that noise can be told.
  var isLarge: Bool { ranks.values.contains { $0 > 1_000 } }

  func contains(_ word: WordKey) -> Bool { ranks[word] != nil }
}
