import JSONSyntax
import ScenarioEngine
import SourceText

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A document that is being compiled, with quick ways to read its strings.
struct Source: Sendable {
  let document: JSONDocument
  let bytes: [UInt8]

  init(_ document: JSONDocument) {
    self.document = document
    self.bytes = document.file.bytes
  }

  /// The text of a string or key in UTF-8, without a copy where it has no escapes.
  func text(of id: JSONNode.ID) -> ArraySlice<UInt8>? {
    if let place = document.plainText(of: id) { return bytes[place] }
    return document.string(of: id).map { Array($0.utf8)[...] }
  }

  /// The members of an object whose keys the author chooses, without its `note`.
  func entries(of id: JSONNode.ID) -> some Sequence<JSONNode.Member> {
    document.members(of: id).lazy.filter { !document.text(of: $0.key, equals: "note") }
  }

  /// The text of a string or key; the empty text for other values.
  func string(of id: JSONNode.ID?) -> String {
    guard let id, let text = text(of: id) else { return "" }
    return String(decoding: text, as: UTF8.self)
  }

  /// A number that tells short keys apart without making strings of them.
  func keyHash(of id: JSONNode.ID) -> UInt64 {
    guard let place = document.plainText(of: id) else { return foldedHash(of: string(of: id)) }
    return foldedHash(bytes.span, place)
  }

  func range(of id: JSONNode.ID) -> SourceRange { document.range(of: id) }

  /// Whether parts of a value are missing because of a mistake that has been reported.
  func isIncomplete(_ id: JSONNode.ID?, _ kind: JSONNode.Kind) -> Bool {
    guard let id else { return true }
    return document.kind(of: id) != kind || document.isDamaged(id)
  }
}

/// Folds bytes into a number that is unique for keys of up to eight bytes.
private func foldedHash(_ bytes: Span<UInt8>, _ place: Range<Int>) -> UInt64 {
  var hash: UInt64 = 0
  for offset in place { hash = (hash << 8 | hash >> 56) ^ UInt64(bytes[offset]) }
  return hash
}

/// The folded hash of a key, as ``Source/keyHash(of:)`` gives it for the same key in a file.
func foldedHash(of key: String) -> UInt64 {
  let bytes = Array(key.utf8)
  return foldedHash(bytes.span, 0..<bytes.count)
}

extension ArraySlice<UInt8> {
  /// The first place of a byte.
  func place(of byte: UInt8) -> Int? {
    withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base, Int32(byte), buffer.count)
      else { return nil }
      return startIndex + (UnsafeRawPointer(found) - base)
    }
  }
}

/// Whether a text has the form of an id; what has not is reported by the check of shapes.
func isIdentifier(_ text: String) -> Bool {
  guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 64 else {
    return false
  }
  return text.utf8.allSatisfy {
    switch $0 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
