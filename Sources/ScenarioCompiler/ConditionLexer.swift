import ScenarioEngine
import SourceText

/// A mistake in a condition, by offsets in its text.
struct ConditionProblem {
  let code: DiagnosticCode
  let message: String
  let part: Range<Int>
  var suggestion: (title: String, part: Range<Int>, replacement: String)?
}

/// Cuts a condition into words, numbers, texts and signs; what looks like another language's sign is
/// reported and then taken as what was meant.
struct ConditionLexer {
  enum Token: Equatable {
    case word(String)
    case number(Int)
    case text(String)
    case relation(Condition.Relation)
    case open, close, comma, slash, end
    /// Something that cannot be part of a condition; it has been reported.
    case broken
  }

  private let bytes: [UInt8]
  private var offset = 0
  private(set) var token = Token.end
  private(set) var part = 0..<0
  /// Where the token before this one ended.
  private(set) var endOfLast = 0
  private(set) var problems: [ConditionProblem] = []

  init(_ text: some Sequence<UInt8>) {
    bytes = Array(text)
    advance()
  }

  var count: Int { bytes.count }

  func text(in part: Range<Int>) -> String { String(decoding: bytes[part], as: UTF8.self) }

  mutating func advance() {
    endOfLast = part.upperBound
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    let start = offset
    token = scan()
    part = start..<offset
  }

  private mutating func scan() -> Token {
    guard offset < bytes.count else { return .end }
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "("): return taking(1, .open)
    case UInt8(ascii: ")"): return taking(1, .close)
    case UInt8(ascii: ","): return taking(1, .comma)
    case UInt8(ascii: "/"): return taking(1, .slash)
    case UInt8(ascii: "\""): return scanText(closing: [UInt8(ascii: "\"")])
    case UInt8(ascii: "'"): return scanForeignText(closing: [[UInt8(ascii: "'")]])
    case 0xE2: return scanCurlyText()
    default:
      if Self.isWord(byte) { return scanWord() }
      return scanSign() ?? scanStranger()
    }
  }

  private mutating func taking(_ count: Int, _ token: Token) -> Token {
    offset += count
    return token
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func scanWord() -> Token {
    let start = offset
    while offset < bytes.count, Self.isWord(bytes[offset]) { offset += 1 }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    let digits = word.utf8.drop { $0 == UInt8(ascii: "-") }
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      !digits.isEmpty
    else { return wordOrForeign(word, start) }
    if offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "."),
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset + 1])
    {
      offset += 1
      while offset < bytes.count, Self.isWord(bytes[offset]) { offset += 1 }
      let number = String(decoding: bytes[start..<offset], as: UTF8.self)
      return broken("\(number) is not a whole number", start)
    }
    guard let value = Int(word), abs(value) <= 1_000_000 else {
      return broken("\(word) is too large; numbers go up to 1000000", start)
    }
    return .number(value)
  }

  private mutating func wordOrForeign(_ word: String, _ start: Int) -> Token {
    let plain = word.lowercased()
    guard plain != word, ["and", "or", "not", "true", "false"].contains(plain) else {
      return .word(word)
    }
    report("\"\(word)\" is written in small letters", start, "write \(plain)", plain)
    return .word(plain)
  }

  private mutating func scanSign() -> Token? {
    // The longer signs stand first, so that the first that fits is the one that was written.
    for sign in Self.signs where bytes[offset...].starts(with: sign.written.utf8) {
      let start = offset
      offset += sign.written.utf8.count
      if sign.written != sign.meant {
        report(
          "\"\(sign.written)\" is no sign of conditions",
          start,
          "write \(sign.meant)",
          sign.token == .word(sign.meant) ? padded(sign.meant, start) : sign.meant
        )
      }
      return sign.token
    }
    return nil
  }

  /// A word in place of a sign needs spaces around it where the sign had none.
  private func padded(_ word: String, _ start: Int) -> String {
    let before = start > 0 && Self.isWord(bytes[start - 1]) ? " " : ""
    let after = offset < bytes.count && bytes[offset] > 0x20 ? " " : ""
    return before + word + after
  }

  private static let signs: [(written: String, meant: String, token: Token)] = [
    ("===", "==", .relation(.equal)), ("!==", "!=", .relation(.notEqual)),
    ("==", "==", .relation(.equal)), ("!=", "!=", .relation(.notEqual)),
    ("<=", "<=", .relation(.lessOrEqual)), (">=", ">=", .relation(.greaterOrEqual)),
    ("=<", "<=", .relation(.lessOrEqual)), ("=>", ">=", .relation(.greaterOrEqual)),
    ("<>", "!=", .relation(.notEqual)), ("<", "<", .relation(.less)),
    (">", ">", .relation(.greater)), ("=", "==", .relation(.equal)),
    ("&&", "and", .word("and")), ("&", "and", .word("and")),
    ("||", "or", .word("or")), ("|", "or", .word("or")), ("!", "not", .word("not")),
    ("≤", "<=", .relation(.lessOrEqual)), ("≥", ">=", .relation(.greaterOrEqual)),
    ("≠", "!=", .relation(.notEqual)),
  ]

  private mutating func scanText(closing: [UInt8]) -> Token {
    let start = offset
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") { offset += 1 }
    let inside = bytes[(start + 1)..<offset]
    if offset < bytes.count {
      offset += 1
    } else {
      report("this quotation mark has no second one", start)
    }
    return .text(String(decoding: inside, as: UTF8.self))
  }

  private mutating func scanCurlyText() -> Token {
    let quotes: [[UInt8]] = ["“", "”", "„", "‘", "’"].map { Array($0.utf8) }
    guard quotes.contains(where: { bytes[offset...].starts(with: $0) }) else {
      return scanSign() ?? scanStranger()
    }
    return scanForeignText(closing: quotes)
  }

  /// Scans a text in quotation marks that are not `"`.
  private mutating func scanForeignText(closing: [[UInt8]]) -> Token {
    let start = offset
    offset += bytes[start] == 0xE2 ? 3 : 1
    let inside = offset
    while offset < bytes.count {
      if let mark = closing.first(where: { bytes[offset...].starts(with: $0) }) {
        let word = String(decoding: bytes[inside..<offset], as: UTF8.self)
        offset += mark.count
        report(
          "texts in a condition stand in straight double quotes",
          start,
          "write \\\"\(word)\\\"",
          "\"\(word)\""
        )
        return .text(word)
      }
      offset += 1
    }
    report("this quotation mark has no second one", start)
    return .text(String(decoding: bytes[inside...], as: UTF8.self))
  }

  private mutating func scanStranger() -> Token {
    let start = offset
    let character = String(decoding: bytes[offset...], as: UTF8.self).unicodeScalars.first
    offset = min(bytes.count, offset + (character.map { UTF8.width($0) } ?? 1))
    let sign = character.map { String($0) } ?? ""
    return broken(
      "+*%^".contains(sign)
        ? "conditions compare and do not calculate: \"\(sign)\" has no place here"
        : "\"\(sign)\" has no place in a condition",
      start
    )
  }

  private mutating func broken(_ message: String, _ start: Int) -> Token {
    report(message, start)
    return .broken
  }

  private mutating func report(
    _ message: String,
    _ start: Int,
    _ title: String? = nil,
    _ replacement: String = ""
  ) {
    let part = start..<offset
    problems.append(
      ConditionProblem(
        code: .conditionWriting,
        message: message,
        part: part,
        suggestion: title.map { ($0, part, replacement) }
      )
    )
  }
}
