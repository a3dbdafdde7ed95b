import SourceText

/// Finds characters in a file that do not show, or turn the direction of what does.
struct HiddenCharacters {
  private let bytes: [UInt8]
  private let file: SourceFile.ID

  init(_ file: SourceFile) {
    self.bytes = file.bytes
    self.file = file.id
  }

  /// Reports each of them, written out or as a `\u` escape.
  func report(to findings: inout Findings) {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      var lookedTo = 0
      while offset < bytes.count {
        if offset >= lookedTo {
          lookedTo = offset + Self.stride
          if isPlain(bytes, offset..<lookedTo) {
            offset = lookedTo
            continue
          }
        }
        let byte = bytes[offset]
        if byte == UInt8(ascii: "\\") {
          let length = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "u") ? 6 : 2
          if length == 6, let value = hexadecimal(bytes, at: offset + 2) {
            report(value, offset..<(offset + 6), escaped: true, to: &findings)
          }
          offset += length
        } else if byte < 0x7F {
          offset += 1
        } else {
          offset = look(at: offset, in: bytes, &findings)
        }
      }
    }
  }

  /// How many bytes are passed over at once where none of them could be anything hidden.
  private static let stride = 64

  private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
    guard part.upperBound <= bytes.count else { return false }
    // With no way out of the loop, the compiler looks at many bytes in one step.
    var found: UInt8 = 0
    for place in part {
      found |= bytes[place] >= 0x7F ? 1 : 0
      found |= bytes[place] == UInt8(ascii: "\\") ? 1 : 0
    }
    return found == 0
  }

  private func look(
    at offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    _ findings: inout Findings
  ) -> Int {
    let lead = bytes[offset]
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + length <= bytes.count else { return bytes.count }
    var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0xFF >> UInt32(length + 1))
    for place in (offset + 1)..<(offset + length) {
      value = value << 6 | UInt32(bytes[place] & 0x3F)
    }
    let followsLetter = offset > 0 && bytes[offset - 1] >= 0x80
    // Joiners belong to many scripts and to emoji; a mark at the very start is the reader's matter.
    let isMeant = (followsLetter && (value == 0x200C || value == 0x200D)) || offset == 0
    // A lone byte above the ASCII range is not UTF-8, which the reader reports.
    let isStray = length == 1 && lead != 0x7F
    if !isMeant && !isStray {
      report(value, offset..<(offset + length), escaped: false, to: &findings)
    }
    return offset + length
  }

  private func report(
    _ value: UInt32,
    _ offsets: Range<Int>,
    escaped: Bool,
    to findings: inout Findings
  ) {
    let range = SourceRange(offsets, in: file)
    switch value {
    case 0x202A...0x202E, 0x2066...0x2069:
      findings.report(
        .turnedDirection,
        "the hidden character \(name(value)) turns the direction of the text after it",
        at: range,
        fixIts: [.init("take it out", edits: [SourceEdit(replacing: range, with: "")])]
      )
    case 0x09, 0x0A:
      return
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x115F, 0x1160, 0x180E, 0x200B...0x200F,
      0x2028, 0x2029, 0x2060...0x2064, 0x206A...0x206F, 0x3164, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      // A file that has NUL or a raw control character has been refused for it already.
      guard value >= 0x20 || (escaped && value != 0) else { return }
      findings.report(
        .hiddenCharacter,
        "the character \(name(value)) cannot be seen",
        at: range,
        fixIts: [.init("take it out", edits: [SourceEdit(replacing: range, with: "")])]
      )
    default:
      return
    }
  }

  private func name(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[offset..<(offset + 4)] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
