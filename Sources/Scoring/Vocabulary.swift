import Prose

/// The words that are words: what typing mistakes are mended into, and what tells talk from noise.
public struct Vocabulary: Sendable {
  private(set) var words: WordList

  /// Creates an empty vocabulary.
  public init() { words = WordList() }

  /// Creates a vocabulary from text: a word a line, the commonest first, behind it the words that were
  /// seen to follow it.
  public init(lines: [UInt8]) { words = WordList(lines: lines) }

  /// The words of a rubric are likelier here than elsewhere.
  func adding(_ words: some Sequence<WordKey>) -> Vocabulary {
    var copy = self
    copy.words.favour(words)
    return copy
  }

  /// Whether it holds a language's common words, so that noise can be told.
  var isLarge: Bool { words.count > 1_000 }

  func contains(_ word: WordKey) -> Bool { words.rank(of: word) != nil }
}
