import SourceText

/// Keys that are missing, bare, or without their colon.
extension JSONParser {
  mutating func mendKey(_ byte: UInt8, _ bytes: Bytes) {
    switch byte {
    case UInt8(ascii: "]"): close(byte, bytes)
    case UInt8(ascii: ","): stepOverExtraComma(bytes)
    case UInt8(ascii: ":"):
      report(
        .missingKey,
        "a key in quotation marks is missing before this colon",
        at: position..<position + 1
      )
      appendMissingKey()
      position += 1
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if closesItem(byte, bytes) { return }
      report(
        .missingKey,
        "inside \"{\" every value needs a key: \"key\": value",
        at: position..<position + 1
      )
      appendMissingKey()
    default:
      if let quote = Self.oddQuote(at: position, bytes) {
        let node = readOddText(quote, bytes, isKey: true)
        finishKey(at: node, bytes)
      } else {
        mendBareKey(bytes)
      }
    }
  }

  private mutating func appendMissingKey() {
    append(.string, position..<position, flags: .hidden)
    expectation = .value
    comma = -1
  }

  /// Takes `{` that begins like an earlier item of a list for the next item, the last being open.
  mutating func closesItem(_ byte: UInt8, _ bytes: Bytes) -> Bool {
    guard byte == UInt8(ascii: "{"), frames.count > 1, let top = frames.last,
      !frames[frames.count - 2].isObject, top.line < lineStart, isFirstOnLine(bytes),
      currentIndent(bytes).indent <= top.indent
    else { return false }
    reportUnclosed(from: frames.count - 1, seenBefore: "the next \"{\"")
    popUnclosed(downTo: frames.count - 1, bytes)
    return true
  }

  private mutating func mendBareKey(_ bytes: Bytes) {
    let start = position
    var end = start
    while end < bytes.count, bytes[end] >= 0x20,
      !":\",{}[]".utf8.contains(bytes[end])
    {
      end += 1
    }
    var colon = end
    let hasQuote = end < bytes.count && bytes[end] == UInt8(ascii: "\"")
    if hasQuote {
      colon += 1
      while colon < bytes.count, bytes[colon] == 0x20 { colon += 1 }
    }
    guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":"), end > start else {
      report(
        .missingKey,
        "a key in quotation marks is expected here",
        at: start..<max(end, min(start + 1, bytes.count))
      )
      skipToSeparator(bytes)
      if position == start { position = max(end, start + 1) }
      if let frame = frames.last { nodes[frame.node].flags.insert(.damaged) }
      lastEnd = position
      comma = -1
      expectation = .separator
      forgivesMissingComma = true
      return
    }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    let name = shortened(file.text(of: start..<end))
    if hasQuote {
      report(
        .missingQuote,
        "a quotation mark is missing before this key",
        at: start..<start,
        fix: ("write \"\(name)\"", "\"")
      )
    } else {
      report(
        .unquotedKey,
        "a key stands in quotation marks",
        at: start..<end,
        fix: ("write \"\(name)\"", "\"\(name)\"")
      )
    }
    position = hasQuote ? colon : end
    let trail: UInt32 = hasQuote ? 1 << 8 : 0
    let flags = inspect(start..<end, bytes)
    let node = append(.string, start..<end + (hasQuote ? 1 : 0), flags: flags, extra: trail)
    finishKey(at: node, bytes)
  }

  /// Deals with a key that has no colon after it.
  mutating func mendColon(afterKey key: Int, _ bytes: Bytes) {
    let byte = position < bytes.count ? bytes[position] : 0
    let keyRange = Int(nodes[key].start)..<Int(nodes[key].end)
    expectation = .value
    if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ";") {
      report(
        .missingColon,
        "a colon belongs between key and value",
        at: position..<position + 1,
        fix: ("write a colon", ":")
      )
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: ">") { position += 1 }
      return
    }
    if splitsAtColon(key, bytes) { return }
    let isAtEnd = position == bytes.count
    let isNextKey = lineStart > keyRange.lowerBound && keyText(at: position, bytes) != nil
    if isAtEnd || isNextKey || ",}]".utf8.contains(byte) {
      if !isAtEnd { reportMissingValue() } else { expectation = .value }
      if isNextKey { forgivesMissingComma = true }
      return
    }
    report(
      .missingColon,
      "a colon is missing after this key",
      at: keyRange.upperBound..<keyRange.upperBound,
      fix: ("write a colon here", ":")
    )
  }

  /// Takes `"title: "June 4"` for what it was meant to be.
  private mutating func splitsAtColon(_ key: Int, _ bytes: Bytes) -> Bool {
    let content = nodes[key].content
    guard let colon = content.first(where: { bytes[$0] == UInt8(ascii: ":") }),
      colon > content.lowerBound,
      bytes[content.upperBound - 1] == UInt8(ascii: ":")
        || bytes[content.upperBound - 1] == UInt8(ascii: " ")
    else { return false }
    report(
      .missingQuote,
      "a quotation mark is missing after this key",
      at: colon..<colon,
      fix: ("write a quotation mark here", "\"")
    )
    nodes[key].end = UInt32(colon)
    nodes[key].extra = 1
    position = content.upperBound
    lastEnd = colon + 1
    return true
  }
}
