/// Takes the text of a passage apart: prose, links, and code, which is kept as it is.
///
/// One pass from left to right; what opens and never closes is text. Every search for an end is
/// bounded by the line or remembered, so that no text takes long.
struct PassageReader {
  let bytes: [UInt8]
  let range: Range<Int>
  let format: StoryFormat
  var content = PassageContent()

  /// The text of the line that is being read, without code.
  var line: [UInt8] = []
  var lineStart: Int
  var lineLinks: [PassageContent.Link] = []
  var lineHadCode = false
  /// Whether anything but links and list marks is in the line.
  var lineHasWords = false
  /// The code around the present place, and where it ends, if that is known.
  var within: [(name: String, text: String, end: Int?)] = []
  /// Marks of which it is known that none follows.
  var exhausted: Set<String> = []
  /// How many bytes may still be looked at in vain, so that no text takes long.
  var patience: Int
  /// Whether the text after a modifier such as `[JavaScript]` is code.
  var isCodeSection = false

  init(_ bytes: [UInt8], _ range: Range<Int>, _ format: StoryFormat) {
    self.bytes = bytes
    self.range = range
    self.format = format
    lineStart = range.lowerBound
    patience = range.count * 32 + 100_000
  }

  /// How much of a sentence around a link is kept with it.
  private static let sentenceReach = 300

  /// Reads the passage.
  mutating func read() -> PassageContent {
    var position = readVariables()
    lineStart = position
    while position < range.upperBound {
      if position == lineStart, let end = readWholeLine(at: position) {
        position = end
        continue
      }
      closeHooks(at: position)
      position = step(at: position)
    }
    endLine(at: range.upperBound)
    return content
  }

  private mutating func step(at position: Int) -> Int {
    switch bytes[position] {
    case UInt8(ascii: "\n"):
      endLine(at: position)
      lineStart = position + 1
      return position + 1
    case UInt8(ascii: "\r"): return position + 1
    case UInt8(ascii: "\\") where position == lineStart && has("\\::", at: position):
      return position + 1
    case UInt8(ascii: "["): if let end = readBracket(at: position) { return end }
    case UInt8(ascii: "<"): if let end = readAngle(at: position) { return end }
    case UInt8(ascii: "/"): if let end = readComment(at: position) { return end }
    case UInt8(ascii: "("): if let end = readHarloweMacro(at: position) { return end }
    case UInt8(ascii: "{"): if let end = readInsert(at: position) { return end }
    case UInt8(ascii: "!") where has("![", at: position):
      if let end = readMarkdownImage(at: position) { return end }
    case UInt8(ascii: "$"): keepVariable(at: position)
    case UInt8(ascii: "]") where closesHook(at: position):
      lineHadCode = true
      return position + 1
    default: break
    }
    line.append(bytes[position])
    if !Self.isListMark(bytes[position]) { lineHasWords = true }
    return position + 1
  }

  // MARK: Lines

  private mutating func endLine(at end: Int) {
    defer {
      line.removeAll(keepingCapacity: true)
      lineLinks.removeAll()
      lineHadCode = false
      lineHasWords = false
    }
    let text = tidy(line)
    // A line of links and bullets says nothing of its own.
    if !lineLinks.isEmpty, !lineHasWords {
      content.links += lineLinks
      return
    }
    for var link in lineLinks {
      let from = max(lineStart, link.range.lowerBound - Self.sentenceReach)
      let to = min(end, link.range.upperBound + Self.sentenceReach)
      link.sentence = trimmed(String(decoding: bytes[from..<to], as: UTF8.self))
      content.links.append(link)
    }
    if !text.isEmpty {
      content.prose.append(PassageContent.Prose(text: text, range: lineStart..<end))
    }
  }

  private static func isListMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0D, UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: ">"),
      UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: ")"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private func tidy(_ line: [UInt8]) -> String {
    var text: [UInt8] = []
    for byte in line {
      let byte = byte == 0x09 ? 0x20 : byte
      // Where code stood between two blanks, one is left.
      if lineHadCode, byte == 0x20, text.last == 0x20 { continue }
      text.append(byte)
    }
    return trimmed(String(decoding: text, as: UTF8.self))
  }

  // MARK: Looking

  func has(_ mark: StaticString, at position: Int) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard position + count <= range.upperBound else { return false }
    return mark.withUTF8Buffer { wanted in
      for offset in 0..<count where bytes[position + offset] != wanted[offset] { return false }
      return true
    }
  }

  /// The place after the next `mark`; nil if there is none in the passage.
  mutating func end(after mark: StaticString, from start: Int) -> Int? {
    guard !exhausted.contains(mark.description) else { return nil }
    var position = start
    while position < range.upperBound {
      if has(mark, at: position) { return position + mark.utf8CodeUnitCount }
      position += 1
    }
    exhausted.insert(mark.description)
    return nil
  }

  /// The place after the next `mark` on this line, at most 4,000 bytes away.
  mutating func endOnLine(after mark: StaticString, from start: Int) -> Int? {
    var position = start
    let limit = min(range.upperBound, start + min(4_000, patience))
    defer { patience -= position - start }
    while position < limit, bytes[position] != UInt8(ascii: "\n") {
      if has(mark, at: position) { return position + mark.utf8CodeUnitCount }
      position += 1
    }
    return nil
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Keeps some bytes as a note and leaves them out of the prose.
  mutating func keep(_ kind: KeptNote.Kind, _ range: Range<Int>) {
    content.kept.append((kind, range))
    lineHadCode = true
  }

  /// A note that code shows something here.
  mutating func leaveHole() {
    line += ToWrite.marker.utf8
    lineHasWords = true
  }
}

/// A text without blanks and line ends around it.
func trimmed(_ text: String) -> String {
  let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
  var view = text.utf8[...]
  while let first = view.first, blanks.contains(first) { view.removeFirst() }
  while let last = view.last, blanks.contains(last) { view.removeLast() }
  return String(decoding: view, as: UTF8.self)
}
