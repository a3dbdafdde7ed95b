import SourceText

/// A quotation mark that is not `"`.
struct OddQuote {
  var length: Int
  /// Whether it is one of the double kind, such as Word's.
  var isCurly: Bool
}

extension JSONParser {
  static func oddQuote(at offset: Int, _ bytes: Bytes) -> OddQuote? {
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return OddQuote(length: 1, isCurly: false)
    case 0xE2:
      guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return nil }
      return switch bytes[offset + 2] {
      case 0x9C...0x9F: OddQuote(length: 3, isCurly: true)
      case 0x98...0x9B: OddQuote(length: 3, isCurly: false)
      default: nil
      }
    case 0xC2:
      guard offset + 1 < bytes.count else { return nil }
      let isGuillemet = bytes[offset + 1] == 0xAB || bytes[offset + 1] == 0xBB
      return isGuillemet ? OddQuote(length: 2, isCurly: true) : nil
    default: return nil
    }
  }

  /// Reads a text that begins with a curly or single quotation mark.
  @discardableResult
  mutating func readOddText(_ quote: OddQuote, _ bytes: Bytes, isKey: Bool) -> Int {
    let start = position
    if quote.isCurly {
      curlyQuotes.add(start..<start + quote.length)
    } else {
      singleQuotes.add(start..<start + quote.length)
    }
    var index = start + quote.length
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if bytes[index] == UInt8(ascii: "\\") {
        index += index + 1 < bytes.count && bytes[index + 1] >= 0x20 ? 2 : 1
        continue
      }
      let length =
        bytes[index] == UInt8(ascii: "\"") ? 1 : Self.oddQuote(at: index, bytes)?.length ?? 0
      if length > 0, Self.endsText(at: index + length, bytes, isKey: isKey) {
        return addOddText(start, quote, index, length, bytes)
      }
      index += 1
    }
    let end = max(Self.endOfLooseText(from: start + quote.length, bytes), start + quote.length)
    return addOddText(start, quote, end, 0, bytes)
  }

  private mutating func addOddText(
    _ start: Int,
    _ quote: OddQuote,
    _ end: Int,
    _ length: Int,
    _ bytes: Bytes
  ) -> Int {
    let flags = inspect(start + quote.length..<end, bytes)
    position = end + length
    let extra = UInt32(quote.length) | UInt32(length) << 8
    return append(.string, start..<end + length, flags: flags, extra: extra)
  }

  /// Whether what stands at `index` shows that a text has just ended.
  static func endsText(at index: Int, _ bytes: Bytes, isKey: Bool) -> Bool {
    var index = index
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index < bytes.count, bytes[index] >= 0x20 else { return true }
    switch bytes[index] {
    case UInt8(ascii: ":"): return isKey
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return true
    case UInt8(ascii: ","):
      var next = index + 1
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
      // After a comma within a sentence comes a word.
      return next == bytes.count
        || !(isWordByte(bytes[next]) || bytes[next] >= 0x80 && oddQuote(at: next, bytes) == nil)
    default: return false
    }
  }

  // MARK: A text that does not end on its line

  /// Deals with a text that has no closing quotation mark on its line.
  mutating func mendUnended(_ start: Int, lineEnd: Int, _ bytes: Bytes, isKey: Bool) -> Int {
    if let end = curlyEnd(start + 1..<lineEnd, bytes, isKey: isKey) {
      curlyQuotes.add(end..<end + 3)
      let flags = inspect(start + 1..<end, bytes)
      position = end + 3
      return append(.string, start..<end + 3, flags: flags, extra: 1 | 3 << 8)
    }
    if !isKey, let end = endOnLaterLine(after: lineEnd, bytes) {
      report(
        .lineBreakInText,
        "a text stays on one line; write \\n where a new line should begin",
        at: start..<lineEnd
      )
      let content = start + 1..<(end.hasQuote ? end.offset - 1 : end.offset)
      let flags = inspect(content, bytes, allowsLineEnds: true).union(.guessed)
      position = end.offset
      lineStart = lineBeginning(before: position, bytes)
      if position == bytes.count { endedInText = true }
      let trail: UInt32 = end.hasQuote ? 1 << 8 : 0
      return append(.string, start..<end.offset, flags: flags, extra: 1 | trail)
    }
    var end = Self.endOfLooseText(from: start + 1, bytes)
    if isKey, let colon = (start + 1..<lineEnd).first(where: { bytes[$0] == UInt8(ascii: ":") }) {
      end = colon
    }
    end = min(max(end, start + 1), lineEnd)
    report(
      .missingQuote,
      "the quotation mark that ends this text is missing",
      at: start..<end,
      fix: nil
    )
    if lineEnd == bytes.count { endedInText = true }
    let flags = inspect(start + 1..<end, bytes).union(.guessed)
    position = end
    return append(.string, start..<end, flags: flags, extra: 1)
  }

  private func curlyEnd(_ content: Range<Int>, _ bytes: Bytes, isKey: Bool) -> Int? {
    content.first { index in
      bytes[index] == 0xE2 && Self.oddQuote(at: index, bytes)?.isCurly == true
        && Self.endsText(at: index + 3, bytes, isKey: isKey)
    }
  }

  /// Where a text that runs over its line ends, if the next lines go on with it.
  private func endOnLaterLine(after lineEnd: Int, _ bytes: Bytes) -> (offset: Int, hasQuote: Bool)?
  {
    var index = lineEnd
    var isFirst = true
    while true {
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      // A line that begins like JSON does not go on with the text.
      let begins = index == bytes.count || "\"{}[]".utf8.contains(bytes[index])
      if begins || Self.oddQuote(at: index, bytes)?.isCurly == true {
        if isFirst { return nil }
        while index > lineEnd, bytes[index - 1] <= 0x20 { index -= 1 }
        return (index, false)
      }
      isFirst = false
      while index < bytes.count, bytes[index] != 0x0A {
        if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] != 0x0A {
          index += 2
          continue
        }
        if bytes[index] == UInt8(ascii: "\""), Self.endsText(at: index + 1, bytes, isKey: false) {
          return (index + 1, true)
        }
        index += 1
      }
    }
  }

  // MARK: A quotation mark inside a text

  /// Mends a text that a quotation mark seems to have ended too early; `position` is after it.
  mutating func mendsQuotes(_ byte: UInt8, _ bytes: Bytes) -> Bool {
    guard let node = nodes.indices.last, nodes[node].kind == .string,
      Int(nodes[node].end) == lastEnd, nodes[node].extra == 1 | 1 << 8,
      Int(nodes[node].start) >= lineStart, !forgivesMissingComma, byte != UInt8(ascii: "\""),
      Self.isWordByte(byte) || byte >= 0x80 || ".?!'()*&@-".utf8.contains(byte)
    else { return false }
    var wordEnd = position
    while wordEnd < bytes.count, Self.isWordByte(bytes[wordEnd]) { wordEnd += 1 }
    let hasQuote = wordEnd < bytes.count && bytes[wordEnd] == UInt8(ascii: "\"")
    var colon = hasQuote ? wordEnd + 1 : wordEnd
    while colon < bytes.count, bytes[colon] == 0x20 { colon += 1 }
    let isBeforeColon =
      colon < bytes.count && bytes[colon] == UInt8(ascii: ":") && wordEnd > position
    if isBeforeColon && !hasQuote { return false }
    if isBeforeColon { return endsTextAtComma(node, bytes) }
    takeInnerQuotes(node, bytes)
    return true
  }

  /// Takes `"tanya, "text": "hi"` for two members.
  private mutating func endsTextAtComma(_ node: Int, _ bytes: Bytes) -> Bool {
    var end = Int(nodes[node].end) - 1
    let quote = end
    while end > Int(nodes[node].start) + 1, bytes[end - 1] == 0x20 { end -= 1 }
    guard bytes[end - 1] == UInt8(ascii: ","), end - 1 > Int(nodes[node].start) else {
      return false
    }
    end -= 1
    report(
      .missingQuote,
      "the quotation mark that ends this text is missing",
      at: Int(nodes[node].start)..<end
    )
    nodes[node].end = UInt32(end)
    nodes[node].extra = 1
    position = quote
    lastEnd = end
    comma = end
    expectation = frames.last?.isObject == true ? .key : .value
    return true
  }

  private mutating func takeInnerQuotes(_ node: Int, _ bytes: Bytes) {
    let first = lastEnd - 1
    var index = position
    var quotes = 1
    var end = -1
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if bytes[index] == UInt8(ascii: "\\") {
        index += index + 1 < bytes.count && bytes[index + 1] >= 0x20 ? 2 : 1
        continue
      }
      if bytes[index] == UInt8(ascii: "\"") {
        if Self.endsText(at: index + 1, bytes, isKey: false) {
          end = index
          break
        }
        quotes += 1
      }
      index += 1
    }
    report(
      .innerQuote,
      "a quotation mark inside a text is written \\\" or “ ”; a plain one ends the text",
      at: first..<first + 1,
      fix: ("write \\\"", "\\\"")
    )
    let hasQuote = end >= 0
    let contentEnd = hasQuote ? end : Self.endOfLooseText(from: position, bytes)
    nodes[node].flags.formUnion(inspect(first..<contentEnd, bytes))
    nodes[node].flags.insert(.guessed)
    nodes[node].end = UInt32(contentEnd + (hasQuote ? 1 : 0))
    nodes[node].extra = hasQuote ? 1 | 1 << 8 : 1
    position = Int(nodes[node].end)
    lastEnd = position
  }
}
