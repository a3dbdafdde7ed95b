extension ArraySlice<UInt8> {
  /// Whether the bytes of `run` stand in these without a break.
  ///
  /// It takes time linear in the text whatever the run (Knuth, Morris and Pratt 1977).
  func containsRun(of run: ArraySlice<UInt8>) -> Bool {
    guard let first = run.first else { return true }
    // Nearly always the first byte or the first try settles it.
    guard let start = place(of: first) else { return false }
    if self[start...].starts(with: run) { return true }
    let wanted = Array(run)
    var borders = [0]
    borders.reserveCapacity(wanted.count)
    var length = 0
    for byte in wanted.dropFirst() {
      while length > 0, wanted[length] != byte { length = borders[length - 1] }
      if wanted[length] == byte { length += 1 }
      borders.append(length)
    }
    length = 0
    for byte in self[start...] {
      while length > 0, wanted[length] != byte { length = borders[length - 1] }
      if wanted[length] == byte { length += 1 }
      if length == wanted.count { return true }
    }
    return false
  }
}

/// The words of a reply, to find the ones an author most likely meant to quote.
struct SaidWords {
  private struct Word {
    let plain: [UInt8]
    let range: Range<Int>
  }

  /// The longest quotation that is looked for, in words.
  private static let longest = 60

  private let text: [UInt8]
  private let words: [Word]

  init(in text: ArraySlice<UInt8>) {
    self.text = Array(text)
    words = Self.words(of: self.text)
  }

  /// Returns the run of words that shares most of its words with the quotation, exactly as it is said;
  /// nil if less than three in five are the same.
  func nearest(to quotation: ArraySlice<UInt8>) -> String? {
    let wanted = Self.words(of: Array(quotation)).map(\.plain)
    guard !wanted.isEmpty, wanted.count <= Self.longest, !words.isEmpty else { return nil }
    let length = min(wanted.count, words.count)
    var best = (shared: 0, start: 0)
    for start in 0...(words.count - length) {
      var shared = 0
      for place in 0..<length where words[start + place].plain == wanted[place] { shared += 1 }
      if shared < length {
        // Words left out or put in shift the rest; then what counts is which words are there.
        let here = words[start..<(start + length)].map(\.plain)
        shared = max(shared, wanted.count { here.contains($0) } - 1)
      }
      if shared > best.shared { best = (shared, start) }
    }
    guard best.shared * 5 >= wanted.count * 3 else { return nil }
    let first = words[best.start].range.lowerBound
    let last = words[best.start + length - 1].range.upperBound
    return String(decoding: text[first..<last], as: UTF8.self)
  }

  /// Cuts a text into words of letters, digits and braces, in small letters and with straight quotes.
  private static func words(of text: [UInt8]) -> [Word] {
    var words: [Word] = []
    var plain: [UInt8] = []
    var start = 0
    func end(_ offset: Int) {
      if !plain.isEmpty { words.append(Word(plain: plain, range: start..<offset)) }
      plain.removeAll(keepingCapacity: true)
    }
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      // A curly apostrophe is the same sign inside a word as a straight one.
      let isCurly =
        byte == 0xE2 && offset + 2 < text.count && text[offset + 1] == 0x80
        && (0x98...0x9D).contains(text[offset + 2])
      let isLetter =
        (0x80...).contains(byte) && !isCurly
        || UnicodeScalar(byte).properties.isAlphabetic
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
      if isLetter {
        if plain.isEmpty { start = offset }
        plain.append(
          (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
        )
        offset += 1
      } else if isCurly || byte == UInt8(ascii: "'") {
        // An apostrophe neither ends a word nor counts.
        offset += isCurly ? 3 : 1
      } else {
        end(offset)
        offset += 1
      }
    }
    end(offset)
    return words
  }
}
