public import SourceText

extension JSONDocument {
  /// The text of a string or key, escapes decoded; nil for other values.
  public func string(of id: JSONNode.ID) -> String? {
    let node = nodes[id.index]
    return node.kind == .string ? Self.text(of: node, in: file.bytes) : nil
  }

  /// Whether the text of this string or key is exactly `text`.
  public func text(of id: JSONNode.ID, equals text: StaticString) -> Bool {
    guard let content = plainText(of: id) else { return string(of: id) == text.description }
    guard content.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      let span = file.bytes.span
      for index in 0..<wanted.count where span[content.lowerBound + index] != wanted[index] {
        return false
      }
      return true
    }
  }

  /// Where the text of a string or key stands, if it stands there as it is, without escapes.
  public func plainText(of id: JSONNode.ID) -> Range<Int>? {
    let node = nodes[id.index]
    return node.kind == .string && !node.flags.contains(.escaped) ? node.content : nil
  }

  /// Whether this string or key, decoded, is made of exactly these UTF-8 bytes.
  func text(of id: JSONNode.ID, equals text: [UInt8]) -> Bool {
    self.text(of: id, equals: text, 0..<text.count)
  }

  /// Whether this string or key, decoded, is made of exactly this part of some UTF-8 bytes.
  func text(of id: JSONNode.ID, equals text: [UInt8], _ part: Range<Int>) -> Bool {
    guard let place = plainText(of: id) else {
      return string(of: id).map { $0.utf8.elementsEqual(text[part]) } ?? false
    }
    guard place.count == part.count else { return false }
    let span = file.bytes.span
    let wanted = text.span
    for index in 0..<part.count
    where span[place.lowerBound + index] != wanted[part.lowerBound + index] {
      return false
    }
    return true
  }

  /// The place in the file of part of a string, given in UTF-8 offsets of its decoded text.
  public func range(of part: Range<Int>, inString id: JSONNode.ID) -> SourceRange {
    let node = nodes[id.index]
    guard node.kind == .string else { return range(of: id) }
    let content = node.content
    guard node.flags.contains(.escaped) else {
      let from = min(content.lowerBound + max(0, part.lowerBound), content.upperBound)
      let to = min(content.lowerBound + max(0, part.upperBound), content.upperBound)
      return SourceRange(from..<to, in: file.id)
    }
    var decoder = JSONStringDecoder(content)
    var decoded = 0
    var from = content.upperBound
    var to = content.upperBound
    let span = file.bytes.span
    while true {
      let start = decoder.position
      if decoded >= part.lowerBound { from = min(from, start) }
      if decoded >= part.upperBound {
        to = start
        break
      }
      guard let scalar = decoder.next(span) else { break }
      decoded += UTF8.width(scalar)
    }
    return SourceRange(min(from, to)..<to, in: file.id)
  }

  /// The value as a tree of its own, for small documents; unreadable values become null.
  public func value(of id: JSONNode.ID) -> JSONValue {
    switch kind(of: id) {
    case .null, .unreadable: return .null
    case .boolean: return .boolean(boolean(of: id) ?? false)
    case .string: return .string(string(of: id) ?? "")
    case .number:
      if case .value(let whole) = integer(of: id) { return .integer(whole) }
      return .number(double(of: id) ?? 0)
    case .array: return .array(elements(of: id).map { value(of: $0) })
    case .object:
      return .object(
        members(of: id).map { JSONValue.Member(string(of: $0.key) ?? "", value(of: $0.value)) }
      )
    }
  }

  static func text(of node: NodeRecord, in bytes: [UInt8]) -> String {
    let content = node.content
    guard node.flags.contains(.escaped) else {
      return String(decoding: bytes[content], as: UTF8.self)
    }
    var text = ""
    text.reserveCapacity(content.count)
    var decoder = JSONStringDecoder(content)
    let span = bytes.span
    while let scalar = decoder.next(span) { text.unicodeScalars.append(scalar) }
    return text
  }
}
