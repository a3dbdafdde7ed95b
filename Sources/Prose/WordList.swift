/// The words of a language, the commonest first, and which of them follow which.
public struct WordList: Sendable {
  private struct Entry {
    var rank: Int32
    /// Where in the text the words that follow it stand.
    var followers: Range<Int32>
  }

  private var entries: [WordKey: Entry] = [:]
  private let text: [UInt8]
  /// How many words the text listed.
  public let count: Int

  /// Creates a list from text: a word a line, the commonest first, behind it the words that were seen
  /// to follow it (`,` a comma, `.` the end or beginning of a sentence, `0` a number).
  public init(lines: [UInt8] = []) {
    text = lines
    var rank: Int32 = 0
    var at = 0
    while at < lines.count {
      var end = at
      var space: Int?
      while end < lines.count, lines[end] != 0x0a, lines[end] != 0x0d {
        if lines[end] == 0x20, space == nil { space = end }
        end += 1
      }
      if end > at, lines[at] != UInt8(ascii: "#") {
        let key = WordKey(bytes: lines[at..<(space ?? end)])
        rank += 1
        if entries[key] == nil {
          entries[key] = Entry(rank: rank, followers: Int32(space ?? end)..<Int32(end))
        }
      }
      at = end + 1
    }
    count = Int(rank)
  }

  /// Adds words that are likelier here than anywhere else.
  public mutating func favour(_ words: some Sequence<WordKey>) {
    for word in words {
      let known = entries[word]
      entries[word] = Entry(
        rank: (known?.rank ?? Self.middling) / 2,
        followers: known?.followers ?? 0..<0
      )
    }
  }

  /// Its place among all, or nothing for a word that is none.
  public func rank(of word: WordKey) -> Int32? { entries[word]?.rank }

  /// Whether `next` was seen to follow `word`.
  func follows(_ next: WordKey, _ word: WordKey) -> Bool {
    guard let range = entries[word]?.followers else { return false }
    var start = Int(range.lowerBound)
    while start < range.upperBound {
      start += 1
      var end = start
      while end < range.upperBound, text[end] != 0x20 { end += 1 }
      if WordKey(bytes: text[start..<end]) == next { return true }
      start = end
    }
    return false
  }

  /// The rank of a word that only a rubric or a card lists.
  static let middling: Int32 = 2_000
}
