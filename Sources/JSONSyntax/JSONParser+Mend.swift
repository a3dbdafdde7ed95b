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

  mutating func reportMissingValue() {
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

  mutating func stepOverExtraComma(_ bytes: Bytes) {
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

  // MARK: A separator

  mutating func mendSeparator(_ byte: UInt8, _ bytes: Bytes) {
    if byte == UInt8(ascii: "\""), closesByIndentation(beforeStringIn: bytes) { return }
    guard let top = frames.last else { return }
    if mendsQuotes(byte, bytes) || mendsNumberInText(byte, bytes) { return }
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
