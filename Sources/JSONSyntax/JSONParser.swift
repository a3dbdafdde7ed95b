import SourceText

typealias Bytes = Span<UInt8>

/// The state of one reading: where it is, what is open, and what has been found.
///
/// The loop never calls itself, so that no file can exhaust the stack. What a well-formed file
/// needs is in this file; the extensions mend what people write.
struct JSONParser {
  /// What may come next.
  enum Expectation {
    /// A value: the outermost, or after a colon, or in a list.
    case value
    /// A key, or the end of the object if no comma stands before.
    case key
    /// A comma or a closing bracket.
    case separator
    /// Nothing: the outermost value is complete.
    case nothing
  }

  /// An object or array that is still open.
  struct Frame {
    /// Its entry in the tree.
    var node: Int
    /// The entry of its key, or -1.
    var key: Int
    var isObject: Bool
    var count: UInt32 = 0
    /// The bytes of white space before the first character of the line that opens it.
    var indent: Int
    /// The offset at which that line begins.
    var line: Int
    /// One bit for each kind of key seen, so that most objects need no search for duplicates.
    var keySignature: UInt64 = 0
    var mayRepeatKeys = false
    var hasKeysInList = false
  }

  /// Findings of one kind that are told once for the whole file.
  struct Tally {
    var count = 0
    var first: Range<Int>?

    mutating func add(_ range: Range<Int>) {
      if first == nil { first = range }
      count += 1
    }
  }

  let file: SourceFile
  let limits: JSONLimits
  let trustsIndentation: Bool
  var log: DiagnosticLog
  var nodes: [NodeRecord] = []
  var frames: [Frame] = []
  var position = 0
  var lineStart = 0
  var expectation = Expectation.value
  /// Where the comma stands that promised another value, or -1.
  var comma = -1
  /// The end of the last thing that was read.
  var lastEnd = 0
  /// After a repair the next value may follow without a comma and without a word about it.
  var forgivesMissingComma = false
  var hasBracketFaults = false
  /// The file ended inside a text, which explains every bracket left open.
  var endedInText = false
  /// Nothing more can be read.
  var isStopped = false
  var lastFrame: Frame?
  /// How often the outermost object went on after a bracket too many.
  var reopenings = 0
  var curlyQuotes = Tally()
  var singleQuotes = Tally()
  var badBytes = Tally()
  var oddSpaces = Tally()
  private var indentedLine = -1
  private var indentEnd = 0
  /// No comment closes after this offset.
  var lastCommentEnd = Int.max

  init(_ file: SourceFile, limits: JSONLimits, trustsIndentation: Bool) {
    self.file = file
    self.limits = limits
    self.trustsIndentation = trustsIndentation
    self.log = DiagnosticLog(limit: limits.diagnostics)
    nodes.reserveCapacity(min(file.bytes.count / 12 + 16, limits.values + 16))
  }

  /// The tree, if there is anything in it.
  var document: JSONDocument? {
    guard let root = nodes.first, root.kind != .unreadable else { return nil }
    return JSONDocument(file: file, nodes: nodes)
  }

  mutating func parse(_ bytes: Bytes) {
    skipByteOrderMark(bytes)
    while !isStopped {
      skipSpace(bytes)
      guard position < bytes.count else { break }
      let byte = bytes[position]
      switch expectation {
      case .value: readValue(byte, bytes)
      case .key: readKey(byte, bytes)
      case .separator: readSeparator(byte, bytes)
      case .nothing: readAfterEnd(byte, bytes)
      }
      if nodes.count > limits.values { stopForSize() }
      if log.count > limits.diagnostics * 100 { stopForMistakes() }
    }
    finish(bytes)
  }

  // MARK: What a well-formed file needs

  mutating func skipSpace(_ bytes: Bytes) {
    let count = bytes.count
    while position < count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0D: position += 1
      case 0x0A:
        position += 1
        lineStart = position
      case UInt8(ascii: "/"), UInt8(ascii: "#"), 0..<0x20, 0x7F...0xFF:
        guard skipOddity(bytes) else { return }
      default: return
      }
    }
  }

  private mutating func readValue(_ byte: UInt8, _ bytes: Bytes) {
    switch byte {
    case UInt8(ascii: "\""):
      if !frames.isEmpty, closesByIndentation(beforeStringIn: bytes) { return }
      readString(bytes, isKey: false)
      finishValue(end: position)
    case UInt8(ascii: "{"): open(isObject: true, bytes)
    case UInt8(ascii: "["): open(isObject: false, bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber(bytes)
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): readLiteral(byte, bytes)
    case UInt8(ascii: "]"):
      guard let frame = frames.last, !frame.isObject else { return mendValue(byte, bytes) }
      if comma >= 0 { reportTrailingComma() }
      close(byte, bytes)
    default: mendValue(byte, bytes)
    }
  }

  private mutating func readKey(_ byte: UInt8, _ bytes: Bytes) {
    switch byte {
    case UInt8(ascii: "\""):
      if trustsIndentation, closesByIndentation(beforeStringIn: bytes) { return }
      let node = readString(bytes, isKey: true)
      finishKey(at: node, bytes)
    case UInt8(ascii: "}"):
      if comma >= 0 { reportTrailingComma() }
      close(byte, bytes)
    default: mendKey(byte, bytes)
    }
  }

  private mutating func readSeparator(_ byte: UInt8, _ bytes: Bytes) {
    switch byte {
    case UInt8(ascii: ","):
      comma = position
      position += 1
      lastEnd = position
      forgivesMissingComma = false
      expectation = frames.last?.isObject == true ? .key : .value
    case UInt8(ascii: "}"), UInt8(ascii: "]"): close(byte, bytes)
    default: mendSeparator(byte, bytes)
    }
  }

  /// Takes note of a complete value in what holds it.
  mutating func finishValue(end: Int) {
    lastEnd = end
    comma = -1
    if frames.isEmpty {
      expectation = .nothing
    } else {
      if !frames[frames.count - 1].isObject { frames[frames.count - 1].count += 1 }
      expectation = .separator
    }
  }

  /// Takes note of a key, and reads the colon.
  mutating func finishKey(at node: Int, _ bytes: Bytes) {
    lastEnd = position
    comma = -1
    forgivesMissingComma = false
    noteKey(at: node, bytes)
    skipSpace(bytes)
    if position < bytes.count && bytes[position] == UInt8(ascii: ":") {
      position += 1
      lastEnd = position
      expectation = .value
    } else {
      mendColon(afterKey: node, bytes)
    }
  }

  private mutating func noteKey(at node: Int, _ bytes: Bytes) {
    let last = frames.count - 1
    frames[last].count += 1
    let content = nodes[node].content
    var mix = UInt64(truncatingIfNeeded: content.count)
    if let first = content.first, let end = content.last {
      mix = mix &* 31 &+ UInt64(bytes[first])
      mix = mix &* 31 &+ UInt64(bytes[end])
      mix = mix &* 31 &+ UInt64(bytes[first + content.count / 2])
    }
    let bit = 1 << ((mix &* 0x9E37_79B9_7F4A_7C15) >> 58) as UInt64
    // Escapes and accents allow two spellings of one key.
    let hasSpellings = !nodes[node].flags.isDisjoint(with: [.escaped, .wide])
    if frames[last].keySignature & bit != 0 || hasSpellings { frames[last].mayRepeatKeys = true }
    frames[last].keySignature |= bit
  }

  mutating func open(isObject: Bool, _ bytes: Bytes) {
    guard frames.count < limits.depth else { return skipTooDeep(bytes) }
    let (indent, _) = currentIndent(bytes)
    let key = (frames.last?.isObject ?? false) ? nodes.count - 1 : -1
    frames.append(
      Frame(node: nodes.count, key: key, isObject: isObject, indent: indent, line: lineStart)
    )
    append(isObject ? .object : .array, position..<position + 1)
    position += 1
    lastEnd = position
    comma = -1
    forgivesMissingComma = false
    expectation = isObject ? .key : .value
  }

  /// Ends the innermost open object or array at `end`.
  mutating func pop(_ bytes: Bytes, end: Int, isDamaged: Bool = false) {
    guard let frame = frames.popLast() else { return }
    if frame.mayRepeatKeys { findDuplicateKeys(in: frame, bytes) }
    nodes[frame.node].end = UInt32(end)
    nodes[frame.node].next = UInt32(nodes.count)
    nodes[frame.node].extra &+= frame.count
    if isDamaged { nodes[frame.node].flags.insert(.damaged) }
    if frames.isEmpty { lastFrame = frame }
    finishValue(end: end)
  }

  /// Adds an entry that holds nothing; an object or array is completed when it is closed.
  @discardableResult
  mutating func append(
    _ kind: JSONNode.Kind,
    _ range: Range<Int>,
    flags: NodeRecord.Flags = [],
    extra: UInt32 = 0
  ) -> Int {
    let index = nodes.count
    nodes.append(
      NodeRecord(
        start: UInt32(range.lowerBound),
        end: UInt32(range.upperBound),
        next: UInt32(index + 1),
        extra: extra,
        kind: kind,
        flags: flags
      )
    )
    return index
  }

  /// The white space before the first character of this line, and where that character is.
  mutating func currentIndent(_ bytes: Bytes) -> (indent: Int, end: Int) {
    if indentedLine != lineStart {
      indentedLine = lineStart
      indentEnd = lineStart
      while indentEnd < bytes.count, bytes[indentEnd] == 0x20 || bytes[indentEnd] == 0x09 {
        indentEnd += 1
      }
    }
    return (indentEnd - lineStart, indentEnd)
  }

  /// Whether nothing but white space precedes `position` on its line.
  mutating func isFirstOnLine(_ bytes: Bytes) -> Bool { currentIndent(bytes).end == position }

  func range(_ offsets: Range<Int>) -> SourceRange { SourceRange(offsets, in: file.id) }
}
