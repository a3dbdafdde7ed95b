/// Makes the id of a reply that has none from the first words of what it says.
enum ReplyID {
  /// How long a made id may grow before it takes no further word.
  private static let length = 24

  /// Returns an id that is not among `taken`.
  static func made(from words: some Sequence<UInt8>, taken: Set<String>) -> String {
    var id: [UInt8] = []
    var word: [UInt8] = []
    var isFull = false
    func endWord() {
      guard !word.isEmpty, !isFull else { return }
      if !id.isEmpty, id.count + 1 + word.count > length {
        isFull = true
      } else {
        if !id.isEmpty { id.append(UInt8(ascii: "-")) }
        id += word.prefix(length)
      }
      word.removeAll(keepingCapacity: true)
    }
    for byte in words {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        word.append(byte + 32)
      case UInt8(ascii: "'"), 0x80...:
        // "I'm" is one word; a letter outside ASCII is passed over.
        continue
      default:
        endWord()
      }
      if isFull { break }
    }
    endWord()
    let base = id.isEmpty ? "reply" : String(decoding: id, as: UTF8.self)
    guard taken.contains(base) else { return base }
    var number = 2
    while taken.contains("\(base)-\(number)") { number += 1 }
    return "\(base)-\(number)"
  }
}
