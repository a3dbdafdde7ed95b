import JSONSyntax
import SourceText

/// Writes a document in canonical layout: the one home of where its lines break.
///
/// What is short stands on one line: within 100 columns, and no more than three brackets deep. A
/// small object of plain values (a line that is said, a person, a promise) always does, and a list of
/// one such: they are read as one sentence each, however long its words are.
struct CanonicalLayout {
  private static let width = 100
  private static let depth = 3
  /// How many plain values an object may have that is kept on one line at any width.
  private static let smallCount = 5
  /// Keys whose values are told entry by entry, however short.
  private static let tallKeys: Set<String> = ["cast", "facts", "moments"]
  /// Keys of lists that are read line by line when there is more than one.
  private static let lineKeys: Set<String> = ["lines", "reaction", "replies"]

  private let document: JSONDocument
  private(set) var output: [UInt8] = []

  init(_ document: JSONDocument) {
    self.document = document
    output.reserveCapacity(document.file.bytes.count + document.file.bytes.count / 4)
  }

  mutating func writeRoot() {
    write(document.root, indent: 0, column: 0, under: .root)
    output.append(UInt8(ascii: "\n"))
  }

  /// Where a value stands, as far as layout depends on it.
  private enum Place {
    case root
    /// The value of a key.
    case value(of: String)
    /// An entry of the object or list that is the value of a key.
    case entry(of: String)
    case elsewhere
  }

  private mutating func write(_ id: JSONNode.ID, indent: Int, column: Int, under place: Place) {
    let kind = document.kind(of: id)
    guard kind == .object || kind == .array else { return appendToken(id) }
    if isInline(id, column: column, place) { return writeInline(id) }
    let isObject = kind == .object
    output.append(UInt8(ascii: isObject ? "{" : "["))
    var isFirst = true
    func entryPlace(_ key: String?) -> Place {
      switch place {
      case .value(let name) where Self.tallKeys.contains(name) || Self.lineKeys.contains(name):
        .entry(of: name)
      default: key.map { .value(of: $0) } ?? .elsewhere
      }
    }
    for member in document.members(of: id) {
      beginEntry(&isFirst, indent + 2)
      let start = output.count
      appendToken(member.key)
      let keyWidth = Self.columns(output[start...])
      append(": ")
      write(
        member.value,
        indent: indent + 2,
        column: indent + 2 + keyWidth + 2,
        under: entryPlace(document.string(of: member.key))
      )
    }
    for element in document.elements(of: id) {
      beginEntry(&isFirst, indent + 2)
      write(element, indent: indent + 2, column: indent + 2, under: entryPlace(nil))
    }
    newLine(indent)
    output.append(UInt8(ascii: isObject ? "}" : "]"))
  }

  private mutating func beginEntry(_ isFirst: inout Bool, _ indent: Int) {
    if !isFirst { output.append(UInt8(ascii: ",")) }
    isFirst = false
    newLine(indent)
  }

  private mutating func newLine(_ indent: Int) {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  // MARK: On one line

  private mutating func writeInline(_ id: JSONNode.ID) {
    switch document.kind(of: id) {
    case .object:
      guard document.count(of: id) > 0 else { return append("{}") }
      append("{ ")
      var isFirst = true
      for member in document.members(of: id) {
        if !isFirst { append(", ") }
        isFirst = false
        appendToken(member.key)
        append(": ")
        writeInline(member.value)
      }
      append(" }")
    case .array:
      append("[")
      var isFirst = true
      for element in document.elements(of: id) {
        if !isFirst { append(", ") }
        isFirst = false
        writeInline(element)
      }
      append("]")
    default: appendToken(id)
    }
  }

  private func isInline(_ id: JSONNode.ID, column: Int, _ place: Place) -> Bool {
    if document.count(of: id) == 0 { return true }
    switch place {
    case .root: return false
    case .value(let key) where Self.tallKeys.contains(key): return false
    case .value(let key) where Self.lineKeys.contains(key) && document.count(of: id) > 1:
      return false
    case .value("replies"), .entry("moments"), .entry("replies"): return false
    default: break
    }
    // One column is kept for a comma.
    let room = Self.width - column - 1
    if inlineWidth(id, room: room, depth: Self.depth) != nil { return true }
    let onlyElement =
      document.kind(of: id) == .array && document.count(of: id) == 1
      ? document.elements(of: id).first { _ in true } : nil
    return isSmall(onlyElement ?? id)
  }

  /// The columns a value needs on one line; nil if there are more than `room`, or it is too deep.
  private func inlineWidth(_ id: JSONNode.ID, room: Int, depth: Int) -> Int? {
    let kind = document.kind(of: id)
    guard kind == .object || kind == .array else {
      let width = tokenWidth(id)
      return width <= room ? width : nil
    }
    guard depth > 0 else { return nil }
    var width = kind == .object ? 2 : 0
    for member in document.members(of: id) {
      width += tokenWidth(member.key) + 4
      guard width <= room,
        let value = inlineWidth(member.value, room: room - width, depth: depth - 1)
      else { return nil }
      width += value
    }
    for element in document.elements(of: id) {
      width += 2
      guard width <= room,
        let value = inlineWidth(element, room: room - width, depth: depth - 1)
      else { return nil }
      width += value
    }
    return width <= room ? width : nil
  }

  /// Whether this is an object of a few plain values.
  private func isSmall(_ id: JSONNode.ID) -> Bool {
    guard document.kind(of: id) == .object, document.count(of: id) <= Self.smallCount else {
      return false
    }
    return document.members(of: id).allSatisfy {
      let kind = document.kind(of: $0.value)
      return kind != .object && kind != .array
    }
  }

  // MARK: Tokens

  /// Appends a key or plain value as the author wrote it, within straight quotation marks.
  private mutating func appendToken(_ id: JSONNode.ID) {
    let bytes = document.file.bytes[document.offsets(of: id)]
    guard document.kind(of: id) == .string, let mark = Self.quoteLength(before: bytes),
      let end = Self.quoteLength(after: bytes), mark + end <= bytes.count,
      mark != 1 || end != 1
    else { return output.append(contentsOf: bytes) }
    let quote = UInt8(ascii: "\"")
    let backslash = UInt8(ascii: "\\")
    output.append(quote)
    var isEscaped = false
    for byte in bytes.dropFirst(mark).dropLast(end) {
      // Between curly marks a straight one needs no escape; between straight ones it does.
      if byte == quote && !isEscaped { output.append(backslash) }
      isEscaped = byte == backslash && !isEscaped
      output.append(byte)
    }
    output.append(quote)
  }

  private func tokenWidth(_ id: JSONNode.ID) -> Int {
    Self.columns(document.file.bytes[document.offsets(of: id)])
  }

  private static func columns(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0b1100_0000 != 0b1000_0000 }
  }

  private static func quoteLength(before bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.first == UInt8(ascii: "\"") { return 1 }
    if bytes.starts(with: [0xE2, 0x80]) { return 3 }
    return bytes.starts(with: [0xC2]) ? 2 : nil
  }

  private static func quoteLength(after bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.last == UInt8(ascii: "\"") { return 1 }
    if bytes.dropLast().suffix(2).elementsEqual([0xE2, 0x80]) { return 3 }
    return bytes.dropLast().last == 0xC2 ? 2 : nil
  }
}
