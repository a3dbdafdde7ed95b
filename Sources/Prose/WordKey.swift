/// A word by its letters: two spellings share a key exactly when they fold to the same letters.
///
/// Keys are 64-bit FNV-1a sums, so that a table of words needs no strings.
public struct WordKey: Hashable, Sendable {
  /// The sum.
  public let value: UInt64

  /// Creates the key of a word already in lower case.
  public init(_ word: String) { self.init(bytes: word.utf8) }

  /// Creates the key of folded letters.
  public init(bytes: some Sequence<UInt8>) {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    value = sum
  }

  /// The keys of words written with a space between them.
  public static func list(_ words: String) -> [WordKey] {
    words.split(separator: " ").map { WordKey(bytes: $0.utf8) }
  }

  /// The keys of words written with a space between them, in no order.
  public static func set(_ words: String) -> Set<WordKey> { Set(list(words)) }

  /// The key of two words side by side, order kept.
  public func followed(by next: WordKey) -> WordKey {
    WordKey(value: (value ^ 0x9e37_79b9_7f4a_7c15) &* 0x100_0000_01b3 ^ next.value.byteSwapped)
  }

  private init(value: UInt64) { self.value = value }
}
