import SourceText

/// Texts with missing, curly or single quotation marks, and words that are no texts.
extension JSONParser {
  /// Where a text without a closing quotation mark may end: before a comma that separates, before
  /// a bracket it did not open, or at the end of the line; white space is left out.
  static func endOfLooseText(
    from start: Int,
    _ bytes: Bytes,
    stopsAtQuote: Bool = false
  ) -> Int {
    var index = start
    var depth = 0
    scan: while index < bytes.count {
      switch bytes[index] {
      case 0x0A, 0x0D: break scan
      case UInt8(ascii: ","):
        if separates(at: index, bytes) { break scan }
      case UInt8(ascii: "\""):
        if stopsAtQuote { break scan }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { break scan }
      default: break
      }
      index += 1
    }
    while index > start, bytes[index - 1] <= 0x20 { index -= 1 }
    return index
  }

  /// Whether the comma at `index` ends a line or is followed by what may begin a key or value.
  private static func separates(at index: Int, _ bytes: Bytes) -> Bool {
    var next = index + 1
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    guard next < bytes.count else { return true }
    return switch bytes[next] {
    case 0x0A, 0x0D, UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["): true
    case 0xE2: oddQuote(at: next, bytes) != nil
    default: false
    }
  }

  // MARK: Words

  /// Reads what begins like a word or a number but is none of JSON's.
  mutating func mendWord(_ bytes: Bytes) {
    let start = position
    var wordEnd = start
    while wordEnd < bytes.count, Self.isWordByte(bytes[wordEnd]) { wordEnd += 1 }
    let isOneWord = wordEnd > start && Self.endsValue(at: wordEnd, bytes)
    if frames.isEmpty && !isOneWord { return refuseAsJSON(bytes) }
    position =
      isOneWord
      ? wordEnd : max(Self.endOfLooseText(from: start, bytes, stopsAtQuote: true), start + 1)
    let text = file.text(of: start..<position)
    if isOneWord, let meant = Self.meanings[text.lowercased()] {
      report(
        .unknownWord,
        "\"\(shortened(text))\" is no word of JSON",
        at: start..<position,
        fix: ("write \(meant)", meant)
      )
      append(.unreadable, start..<position)
    } else if isOneWord, let reason = Self.numberFault(text) {
      report(
        .badNumber,
        reason.message,
        at: start..<position,
        fix: reason.meant.map { ("write \($0)", $0) }
      )
      append(.unreadable, start..<position)
    } else if frames.isEmpty {
      position = start
      return refuseAsJSON(bytes)
    } else {
      mendLooseText(start, bytes)
    }
    finishValue(end: position)
  }

  /// Takes `12 years` for a text, where the number was read as a value.
  mutating func mendsNumberInText(_ byte: UInt8, _ bytes: Bytes) -> Bool {
    guard let node = nodes.indices.last, nodes[node].kind == .number,
      Int(nodes[node].end) == lastEnd, Int(nodes[node].start) >= lineStart, Self.isWordByte(byte),
      byte &- UInt8(ascii: "0") > 9
    else { return false }
    var wordEnd = position
    while wordEnd < bytes.count, Self.isWordByte(bytes[wordEnd]) { wordEnd += 1 }
    guard wordEnd == bytes.count || bytes[wordEnd] != UInt8(ascii: ":") else { return false }
    let start = Int(nodes[node].start)
    let looseEnd = Self.endOfLooseText(from: position, bytes, stopsAtQuote: true)
    position = max(looseEnd, position + 1)
    lastEnd = position
    nodes.removeLast()
    mendLooseText(start, bytes)
    lastEnd = position
    return true
  }

  private mutating func mendLooseText(_ start: Int, _ bytes: Bytes) {
    var end = position
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    let isBeforeQuote = end < bytes.count && bytes[end] == UInt8(ascii: "\"")
    let hasQuote = isBeforeQuote && Self.endsText(at: end + 1, bytes, isKey: false)
    end = hasQuote ? end + 1 : position
    position = end
    let flags = inspect(start..<(hasQuote ? end - 1 : end), bytes).union(.guessed)
    if hasQuote {
      report(
        .missingQuote,
        "a quotation mark is missing before this text",
        at: start..<start,
        fix: ("write a quotation mark here", "\"")
      )
      append(.string, start..<end, flags: flags, extra: 1 << 8)
    } else {
      let text = shortened(file.text(of: start..<end))
      report(
        .unquotedText,
        "a text stands in quotation marks",
        at: start..<end,
        fix: ("write \"\(text)\"", "\"\(file.text(of: start..<end))\"")
      )
      append(.string, start..<end, flags: flags)
    }
    if isBeforeQuote && !hasQuote { forgivesMissingComma = true }
  }

  /// Whether a value may end at `index`: there is a comma, a bracket, a comment or a line end.
  static func endsValue(at index: Int, _ bytes: Bytes) -> Bool {
    var index = index
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index == bytes.count || bytes[index] < 0x20 || ",}]:;/#".utf8.contains(bytes[index])
  }

  private static let meanings: [String: String] = [
    "true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false",
    "null": "null", "none": "null", "nil": "null", "undefined": "null", "nan": "null",
    "infinity": "null", "-infinity": "null", "+infinity": "null", "inf": "null",
  ]

  /// Why `text`, which may be meant as a number, is none; nil if it is not meant as one.
  static func numberFault(_ text: String) -> (message: String, meant: String?)? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, bytes.allSatisfy({ isNumberByte($0) }),
      bytes.contains(where: { isDigit($0) }), first != UInt8(ascii: "e")
    else {
      guard text == "-" || text == "+" || text == "." else { return nil }
      return ("a number is incomplete", nil)
    }
    // A day such as 2026-11-03 is a text.
    guard !bytes.dropFirst().contains(UInt8(ascii: "-")) || text.lowercased().contains("e") else {
      return nil
    }
    if first == UInt8(ascii: "+") {
      let rest = String(decoding: bytes.dropFirst(), as: UTF8.self)
      return ("a number has no plus sign before it", isWritten(rest) ? rest : nil)
    }
    if first == UInt8(ascii: ".") {
      return ("a number needs a digit before its point", isWritten("0" + text) ? "0" + text : nil)
    }
    if text.hasSuffix(".") {
      let rest = String(decoding: bytes.dropLast(), as: UTF8.self)
      return ("a number needs a digit after its point", isWritten(rest) ? rest : nil)
    }
    let sign = first == UInt8(ascii: "-") ? 1 : 0
    if bytes.count > sign + 1, bytes[sign] == UInt8(ascii: "0"), isDigit(bytes[sign + 1]) {
      let digits = bytes.dropFirst(sign).drop { $0 == UInt8(ascii: "0") }
      let rest = String(decoding: digits, as: UTF8.self)
      let meant = (sign == 1 ? "-" : "") + (rest.isEmpty ? "0" : rest)
      return ("a number does not begin with 0", isWritten(meant) ? meant : nil)
    }
    return ("this is not written as a number", nil)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || "+-.eE".utf8.contains(byte)
  }

  private static func isWritten(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.first.map(isDigit) ?? false || text.hasPrefix("-") ? Double(text) != nil : false
  }
}
