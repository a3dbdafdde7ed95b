/// The lines of a journal: `checksum SP text LF`, so that a line is whole or known not to be.
enum JournalLines {
  /// The longest line, its checksum and end included.
  static let limit = 256 << 10
  /// The largest journal that is read at all.
  static let fileLimit = 64 << 20

  /// What a journal's bytes fall into.
  struct Scan {
    /// The whole lines; a line that does not match its checksum has no text.
    var lines: [[UInt8]?]
    /// How many bytes the whole lines take; what follows them is a line cut short.
    var length: Int
  }

  /// Returns the line that holds `text`, which has no line end in it.
  static func line(_ text: [UInt8]) -> [UInt8] {
    checksum(text[...]) + [UInt8(ascii: " ")] + text + [UInt8(ascii: "\n")]
  }

  static func scan(_ bytes: [UInt8]) -> Scan {
    var scan = Scan(lines: [], length: 0)
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      scan.lines.append(text(of: bytes[start..<end]))
      start = end + 1
    }
    scan.length = start
    return scan
  }

  private static func text(of line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.count > 9, line.count < limit else { return nil }
    let text = line.dropFirst(9)
    guard line[text.startIndex - 1] == UInt8(ascii: " "), line.prefix(8) == checksum(text)[...]
    else { return nil }
    return Array(text)
  }

  /// The CRC-32 of the text in eight lower-case hexadecimal digits.
  ///
  /// It finds accidents, not forgery.
  static func checksum(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var value: UInt32 = .max
    for byte in text {
      value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8)
    }
    value = ~value
    let digits: StaticString = "0123456789abcdef"
    return (0..<8).map { digits.utf8Start[Int((value >> UInt32(28 - 4 * $0)) & 15)] }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 {
      value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
    return value
  }
}
