import SourceText

extension JSONParser {
  /// Reads the number that begins at `position`.
  mutating func readNumber(_ bytes: Bytes) {
    let start = position
    let count = bytes.count
    var index = start
    var flags: NodeRecord.Flags = []
    var isGood = true
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let whole = Self.digits(from: index, bytes)
    isGood = whole > index && (whole == index + 1 || bytes[index] != UInt8(ascii: "0"))
    index = whole
    if index < count, bytes[index] == UInt8(ascii: ".") {
      flags = .fractional
      let end = Self.digits(from: index + 1, bytes)
      isGood = isGood && end > index + 1
      index = end
    }
    if index < count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      flags = .fractional
      index += 1
      if index < count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      let end = Self.digits(from: index, bytes)
      isGood = isGood && end > index
      index = end
    }
    guard isGood, index == count || !Self.isWordByte(bytes[index]) else {
      return mendWord(bytes)
    }
    position = index
    if (flags == .fractional || index - start > 300) && isTooLarge(start..<index) {
      append(.unreadable, start..<index)
    } else {
      append(.number, start..<index, flags: flags)
    }
    finishValue(end: position)
  }

  /// Reads `true`, `false` or `null` at `position`.
  mutating func readLiteral(_ byte: UInt8, _ bytes: Bytes) {
    let word: StaticString =
      byte == UInt8(ascii: "t") ? "true" : byte == UInt8(ascii: "f") ? "false" : "null"
    let end = position + word.utf8CodeUnitCount
    guard Self.has(word, at: position, bytes), end == bytes.count || !Self.isWordByte(bytes[end])
    else { return mendWord(bytes) }
    let range = position..<end
    position = end
    if byte == UInt8(ascii: "n") {
      append(.null, range)
    } else {
      append(.boolean, range, flags: byte == UInt8(ascii: "t") ? .isTrue : [])
    }
    finishValue(end: position)
  }

  /// Whether no number of this size can be kept, which is reported.
  private mutating func isTooLarge(_ offsets: Range<Int>) -> Bool {
    guard let value = Double(file.text(of: offsets)), !value.isFinite else { return false }
    report(.numberOutOfRange, "this number is too large to be kept", at: offsets)
    return true
  }

  static func digits(from index: Int, _ bytes: Bytes) -> Int {
    var index = index
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
    return index
  }

  static func has(_ word: StaticString, at offset: Int, _ bytes: Bytes) -> Bool {
    guard offset + word.utf8CodeUnitCount <= bytes.count else { return false }
    return word.withUTF8Buffer { wanted in
      for index in 0..<wanted.count where bytes[offset + index] != wanted[index] { return false }
      return true
    }
  }

  /// Whether a byte belongs to a word or to something meant as a number.
  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "$"), UInt8(ascii: "%"):
      true
    default: false
    }
  }
}
