/// The words of a language, the commonest first, and which of them follow which.
public struct WordList: Sendable {
  private struct Entry {
    var rank: Int32
    /// Where in the text the words that follow it stand.
    var followers: Range<Int32>
  }

  private var entries: [WordKey: Entry]
  private let text: [UInt8]
  /// How many words the text listed.
  public let count: Int

  /// Creates a list from text: a word a line, the commonest first, behind it the words that were seen
  /// to follow it (`,` a comma, `.` the end or beginning of a sentence, `0` a number).
  public init(lines: [UInt8] = []) {
    text = lines
    let read = Self.read(lines)
    entries = read.entries
    count = read.count
  }

  private static func read(_ lines: [UInt8]) -> (entries: [WordKey: Entry], count: Int) {
    var entries: [WordKey: Entry] = [:]
    entries.reserveCapacity(lines.count / 16)
    var rank: Int32 = 0
    lines.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        var end = at
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        let word = at..<end
        while end < bytes.count, bytes[end] != 0x0a, bytes[end] != 0x0d { end += 1 }
        if !word.isEmpty, bytes[at] != UInt8(ascii: "#") {
          rank += 1
          let key = WordKey(bytes: bytes[word])
          if entries[key] == nil {
            entries[key] = Entry(rank: rank, followers: Int32(word.upperBound)..<Int32(end))
          }
        }
        at = end + 1
      }
    }
    return (entries, Int(rank))
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
