/// Goes through the text of a JSON string scalar by scalar, with the bytes each came from.
///
/// What cannot be read (bad UTF-8, half a surrogate pair, U+0000) gives U+FFFD, one for each byte
/// or escape; the reader has reported it.
struct JSONStringDecoder {
  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// Where the next scalar begins.
  private(set) var position: Int
  private let end: Int

  init(_ content: Range<Int>) {
    position = content.lowerBound
    end = content.upperBound
  }

  mutating func next(_ bytes: Span<UInt8>) -> Unicode.Scalar? {
    guard position < end else { return nil }
    let byte = bytes[position]
    if byte == UInt8(ascii: "\\") { return escape(bytes) }
    if byte < 0x80 {
      position += 1
      return byte == 0 ? Self.replacement : Unicode.Scalar(byte)
    }
    guard let (scalar, length) = UTF8Bytes.scalar(bytes, at: position, end: end) else {
      position += 1
      return Self.replacement
    }
    position += length
    return scalar
  }

  private mutating func escape(_ bytes: Span<UInt8>) -> Unicode.Scalar {
    guard position + 1 < end else {
      position = end
      return Self.replacement
    }
    let letter = bytes[position + 1]
    if letter == UInt8(ascii: "u") { return unicodeEscape(bytes) }
    position += 2
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    default:
      // Not an escape: the backslash is what cannot be read, the letter stands for itself.
      position -= 1
      return Self.replacement
    }
  }

  private mutating func unicodeEscape(_ bytes: Span<UInt8>) -> Unicode.Scalar {
    guard let unit = Self.unit(bytes, at: position, end: end) else {
      position += 1
      return Self.replacement
    }
    position += 6
    if (0xD800..<0xDC00).contains(unit),
      let low = Self.unit(bytes, at: position, end: end), (0xDC00..<0xE000).contains(low)
    {
      position += 6
      let value = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      return Unicode.Scalar(value) ?? Self.replacement
    }
    guard unit != 0 else { return Self.replacement }
    return Unicode.Scalar(unit) ?? Self.replacement
  }

  /// The number in `\uXXXX` at `offset`; nil if that is not what stands there.
  static func unit(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> UInt32? {
    guard offset + 6 <= end, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for index in offset + 2..<offset + 6 {
      let digit: UInt8
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index] - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[index] - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[index] - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}

/// Strict UTF-8: no overlong forms, no surrogates, nothing past U+10FFFF.
enum UTF8Bytes {
  /// The scalar that begins at `offset` and its length; nil if the bytes are not one.
  static func scalar(
    _ bytes: Span<UInt8>,
    at offset: Int,
    end: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = bytes[offset]
    let length: Int
    let least: UInt32
    var value: UInt32
    switch first {
    case 0..<0x80: return (Unicode.Scalar(first), 1)
    case 0xC2..<0xE0: (length, least, value) = (2, 0x80, UInt32(first & 0x1F))
    case 0xE0..<0xF0: (length, least, value) = (3, 0x800, UInt32(first & 0x0F))
    case 0xF0..<0xF5: (length, least, value) = (4, 0x10000, UInt32(first & 0x07))
    default: return nil
    }
    guard offset + length <= end else { return nil }
    for index in offset + 1..<offset + length {
      guard bytes[index] & 0b1100_0000 == 0b1000_0000 else { return nil }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
