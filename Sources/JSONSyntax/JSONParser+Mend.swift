import SourceText

/// What people write where something else belongs.
extension JSONParser {
  // MARK: Between values

  /// Steps over a comment or an odd space; returns false if something else stands here.
  mutating func skipOddity(_ bytes: Bytes) -> Bool {
    let start = position
    switch bytes[start] {
    case UInt8(ascii: "#"): skipLine(bytes)
    case UInt8(ascii: "/"):
      let next = start + 1 < bytes.count ? bytes[start + 1] : 0
      if next == UInt8(ascii: "*") {
        skipBlockComment(bytes)
      } else if next == UInt8(ascii: "/") {
        skipLine(bytes)
      } else {
        return false
      }
    default:
      let length = Self.oddSpace(at: start, bytes)
      guard length > 0 else { return false }
      oddSpaces.add(start..<start + length)
      position += length
      return true
    }
    report(
      .comment,
      "JSON has no comments; write a \"note\" key instead",
      at: start..<(position > start && bytes[position - 1] == 0x0D ? position - 1 : position)
    )
    return true
  }

  private mutating func skipLine(_ bytes: Bytes) {
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
  }

  private mutating func skipBlockComment(_ bytes: Bytes) {
    guard position < lastCommentEnd else { return skipLine(bytes) }
    var index = position + 2
    var line = lineStart
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
        position = index + 2
        lineStart = line
        return
      }
      if bytes[index] == 0x0A { line = index + 1 }
      index += 1
    }
    // Never closed: only this line is taken for the comment.
    lastCommentEnd = position
    skipLine(bytes)
  }

  /// The length of a space, control character or invisible character that JSON does not allow.
  private static func oddSpace(at offset: Int, _ bytes: Bytes) -> Int {
    if bytes[offset] < 0x20 || bytes[offset] == 0x7F { return 1 }
    guard let (scalar, length) = UTF8Bytes.scalar(bytes, at: offset, end: bytes.count) else {
      return 0
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return length
    default: return 0
    }
  }

  // MARK: A value

  mutating func mendValue(_ byte: UInt8, _ bytes: Bytes) {
    let isInObject = frames.last?.isObject ?? false
    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard !frames.isEmpty else { return refuseAsJSON(bytes) }
      if isInObject { reportMissingValue() } else if comma >= 0 { reportTrailingComma() }
      close(byte, bytes)
    case UInt8(ascii: ","):
      if isInObject { return reportMissingValue() }
      guard !frames.isEmpty else { return refuseAsJSON(bytes) }
      stepOverExtraComma(bytes)
    case UInt8(ascii: ":"):
      guard !frames.isEmpty else { return refuseAsJSON(bytes) }
      report(
        .extraColon,
        "this colon has no place here",
        at: position..<position + 1,
        fix: ("take it out", "")
      )
      position += 1
    default:
      if let quote = Self.oddQuote(at: position, bytes) {
        readOddText(quote, bytes, isKey: false)
        finishValue(end: position)
      } else if Self.isWordByte(byte) || byte >= 0x80 {
        mendWord(bytes)
      } else if frames.isEmpty {
        refuseAsJSON(bytes)
      } else {
        reportStray(bytes)
        append(.unreadable, position..<position)
        skipToSeparator(bytes)
        finishValue(end: position)
        forgivesMissingComma = true
      }
    }
  }

  mutating func refuseAsJSON(_ bytes: Bytes) {
    var end = position
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    report(
      .notJSON,
      "this is not a JSON file: one begins with \"{\"",
      at: position..<end
    )
    isStopped = true
  }

  private mutating func reportMissingValue() {
    let key = nodes.count - 1
    let name = shortened(JSONDocument.text(of: nodes[key], in: file.bytes))
    report(
      .missingValue,
      "the key \"\(name)\" has no value",
      at: Int(nodes[key].start)..<Int(nodes[key].end)
    )
    append(.unreadable, lastEnd..<lastEnd)
    finishValue(end: lastEnd)
  }

  private mutating func stepOverExtraComma(_ bytes: Bytes) {
    let start = position
    var end = position
    while position < bytes.count, bytes[position] == UInt8(ascii: ",") || bytes[position] <= 0x20 {
      if bytes[position] == UInt8(ascii: ",") { end = position + 1 }
      position += 1
    }
    position = end
    lineStart = lineBeginning(before: position, bytes)
    report(
      .extraComma,
      "no value stands before this comma",
      at: start..<start + 1,
      fix: ("take it out", "")
    )
    // Nor does one stand between it and a bracket that may follow; one word is enough.
    comma = -1
  }

  /// Reports a character that has no place in JSON.
  private mutating func reportStray(_ bytes: Bytes) {
    let length = UTF8Bytes.scalar(bytes, at: position, end: bytes.count)?.length ?? 1
    let text = shortened(file.text(of: position..<position + length))
    report(
      .strayCharacter,
      "\"\(text)\" has no place here",
      at: position..<position + length
    )
  }

  /// Steps to where the next value may begin: a comma before one, a closing bracket, or a new line.
  mutating func skipToSeparator(_ bytes: Bytes) {
    position = Self.endOfLooseText(from: position, bytes)
  }

  // MARK: A key

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
  private mutating func closesItem(_ byte: UInt8, _ bytes: Bytes) -> Bool {
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
    guard let colon = content.first(where: { bytes[$0] == UInt8(ascii: ":") }), colon > content.lowerBound,
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

  // MARK: A separator

  mutating func mendSeparator(_ byte: UInt8, _ bytes: Bytes) {
    if byte == UInt8(ascii: "\""), closesByIndentation(beforeStringIn: bytes) { return }
    guard let top = frames.last else { return }
    if mendsQuotes(byte, bytes) { return }
    switch byte {
    case UInt8(ascii: ";"):
      report(
        .missingComma,
        "values are separated by a comma",
        at: position..<position + 1,
        fix: ("write a comma", ",")
      )
      position += 1
      lastEnd = position
      expectation = top.isObject ? .key : .value
    case UInt8(ascii: ":"): mendColonAfterValue(bytes)
    case UInt8(ascii: "{") where top.isObject:
      if closesItem(byte, bytes) { return }
      reportMissingComma()
      expectation = .key
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["):
      reportMissingComma()
      expectation = top.isObject ? .key : .value
    default:
      if Self.isWordByte(byte) || Self.oddQuote(at: position, bytes) != nil || byte >= 0x80 {
        reportMissingComma()
        expectation = top.isObject ? .key : .value
      } else {
        reportStray(bytes)
        let start = position
        skipToSeparator(bytes)
        position = max(position, start + 1)
        forgivesMissingComma = true
      }
    }
  }

  private mutating func mendColonAfterValue(_ bytes: Bytes) {
    guard let top = frames.last else { return }
    if top.isObject {
      report(
        .extraColon,
        "a colon belongs only between a key and its value",
        at: position..<position + 1
      )
      position += 1
      skipToSeparator(bytes)
      forgivesMissingComma = true
      return
    }
    if !top.hasKeysInList {
      report(
        .keyInList,
        "a list, opened with \"[\", holds values without keys; keys belong inside \"{\"",
        at: position..<position + 1
      )
    }
    frames[frames.count - 1].hasKeysInList = true
    nodes[top.node].flags.insert(.damaged)
    position += 1
    // What follows is the value meant for the key; the list goes on after it.
    forgivesMissingComma = true
    expectation = .value
  }
}
