import SourceText

extension JSONParser {
  /// Reads the text that begins with `"` at `position`, and adds it to the tree.
  @discardableResult
  mutating func readString(_ bytes: Bytes, isKey: Bool) -> Int {
    let start = position
    let count = bytes.count
    var index = start + 1
    var seen: UInt8 = 0
    var hasControl = false
    scan: while index < count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""): break scan
      case UInt8(ascii: "\\"):
        seen |= 1
        // An escaped quotation mark is no end; a line end is one whatever stands before it.
        index += index + 1 < count && bytes[index + 1] >= 0x20 ? 2 : 1
      case 0x0A, 0x0D: return mendUnended(start, lineEnd: index, bytes, isKey: isKey)
      case 0..<0x20:
        hasControl = true
        index += 1
      default:
        seen |= byte & 0x80
        index += 1
      }
    }
    guard index < count else { return mendUnended(start, lineEnd: count, bytes, isKey: isKey) }
    var flags: NodeRecord.Flags = []
    if seen != 0 || hasControl { flags = inspect(start + 1..<index, bytes) }
    position = index + 1
    return append(.string, start..<index + 1, flags: flags, extra: 1 | 1 << 8)
  }

  /// Reports what is wrong inside a text, and tells whether it must be decoded.
  mutating func inspect(
    _ content: Range<Int>,
    _ bytes: Bytes,
    allowsLineEnds: Bool = false
  ) -> NodeRecord.Flags {
    var flags: NodeRecord.Flags = []
    var index = content.lowerBound
    let end = content.upperBound
    var toldOfControl = false
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        flags.insert(.escaped)
        index += inspectEscape(at: index, end: end, bytes)
      } else if byte >= 0x80 {
        flags.insert(.wide)
        if let (_, length) = UTF8Bytes.scalar(bytes, at: index, end: end) {
          index += length
        } else {
          flags.insert(.escaped)
          badBytes.add(index..<index + 1)
          index += 1
        }
      } else {
        let isLineEnd = byte == 0x0A || byte == 0x0D
        if byte < 0x20 && !(isLineEnd && allowsLineEnds) {
          if byte == 0 { flags.insert(.escaped) }
          if !toldOfControl { reportControl(byte, at: index) }
          toldOfControl = true
        }
        index += 1
      }
    }
    return flags
  }

  private mutating func reportControl(_ byte: UInt8, at index: Int) {
    let place = range(index..<index + 1)
    if byte == 0 {
      log.report(
        Diagnostic(.zeroCharacter, "the character U+0000 may not stand in a text", at: place)
      )
      return
    }
    let spelling = byte == 0x09 ? "\\t" : byte == 0x0D ? "\\r" : "\\u00" + Self.hexadecimal(byte)
    let name = byte == 0x09 ? "a tab" : "a control character (U+00\(Self.hexadecimal(byte)))"
    log.report(
      Diagnostic(
        .controlCharacter,
        "\(name) may not stand in a text as it is",
        at: place,
        fixIts: [
          Diagnostic.FixIt(
            "write \(spelling)",
            edits: [SourceEdit(replacing: place, with: spelling)]
          )
        ]
      )
    )
  }

  static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  /// Reports a faulty escape at `index`, and returns how many bytes it takes.
  private mutating func inspectEscape(at index: Int, end: Int, _ bytes: Bytes) -> Int {
    guard index + 1 < end else { return 1 }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"):
      return inspectUnicodeEscape(at: index, end: end, bytes)
    default:
      let place = range(index..<index + 1)
      log.report(
        Diagnostic(
          .badEscape,
          "a backslash begins one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000; this is none of them",
          at: place,
          fixIts: [
            Diagnostic.FixIt(
              "for a backslash itself, write two",
              edits: [SourceEdit(replacing: place, with: "\\\\")]
            )
          ]
        )
      )
      return 1
    }
  }

  private mutating func inspectUnicodeEscape(at index: Int, end: Int, _ bytes: Bytes) -> Int {
    guard let unit = JSONStringDecoder.unit(bytes, at: index, end: end) else {
      log.report(
        Diagnostic(
          .badEscape,
          "\\u must be followed by four digits of 0-9 and A-F",
          at: range(index..<index + 2)
        )
      )
      return 2
    }
    let place = range(index..<index + 6)
    switch unit {
    case 0:
      log.report(
        Diagnostic(.zeroCharacter, "the character U+0000 may not stand in a text", at: place)
      )
    case 0xD800..<0xDC00:
      if let low = JSONStringDecoder.unit(bytes, at: index + 6, end: end),
        (0xDC00..<0xE000).contains(low)
      {
        return 12
      }
      reportLoneSurrogate(at: place)
    case 0xDC00..<0xE000: reportLoneSurrogate(at: place)
    default: break
    }
    return 6
  }

  private mutating func reportLoneSurrogate(at place: SourceRange) {
    log.report(
      Diagnostic(
        .loneSurrogate,
        "this is half of a character; its other half (\\uD800-\\uDBFF, then \\uDC00-\\uDFFF)"
          + " is missing",
        at: place
      )
    )
  }
}
