public import SourceText

/// The values of one JSON file, each with its place.
///
/// Of keys written twice only the first is a member.
public struct JSONDocument: Sendable {
  /// The file that was read.
  public let file: SourceFile
  /// The outermost value.
  public let root: JSONNode.ID

  /// What the value is.
  public func kind(of id: JSONNode.ID) -> JSONNode.Kind { .null }

  /// Whether parts of this object or array may be missing because of a reported syntax error.
  public func isDamaged(_ id: JSONNode.ID) -> Bool { false }

  /// The bytes of the value in its file, quotes and brackets included.
  public func offsets(of id: JSONNode.ID) -> Range<Int> { 0..<0 }

  /// The place of the value in its file.
  public func range(of id: JSONNode.ID) -> SourceRange { SourceRange(offsets(of: id), in: file.id) }

  /// How many members or elements there are.
  public func count(of id: JSONNode.ID) -> Int { 0 }

  /// The members of an object in file order; nothing for other values.
  public func members(of id: JSONNode.ID) -> JSONMembers { JSONMembers() }

  /// The elements of an array in file order; nothing for other values.
  public func elements(of id: JSONNode.ID) -> JSONElements { JSONElements() }

  /// The value of the member with this key; it looks at the members one by one.
  public func member(_ key: StaticString, of id: JSONNode.ID) -> JSONNode.ID? { nil }

  /// The value of the member with this key; it looks at the members one by one.
  public func member(named key: String, of id: JSONNode.ID) -> JSONNode.ID? { nil }

  /// Whether the text of this string or key is exactly `text`.
  public func text(of id: JSONNode.ID, equals text: StaticString) -> Bool { false }

  /// The text of a string or key, escapes decoded; nil for other values.
  public func string(of id: JSONNode.ID) -> String? { nil }

  /// The value of `true` or `false`; nil for other values.
  public func boolean(of id: JSONNode.ID) -> Bool? { nil }

  /// The value of a number read exactly as a whole number.
  public func integer(of id: JSONNode.ID) -> JSONNode.WholeNumber { .notANumber }

  /// The nearest floating-point value of a number; nil for other values.
  public func double(of id: JSONNode.ID) -> Double? { nil }

  /// The place in the file of part of a string, given in UTF-8 offsets of its decoded text.
  public func range(of part: Range<Int>, inString id: JSONNode.ID) -> SourceRange { range(of: id) }

  /// The value as a tree of its own, for small documents; unreadable values become null.
  public func value(of id: JSONNode.ID) -> JSONValue { .null }
}

/// The members of one object, in file order.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  /// Returns the next member.
  public mutating func next() -> JSONNode.Member? { nil }
}

/// The elements of one array, in file order.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
  /// Returns the next element.
  public mutating func next() -> JSONNode.ID? { nil }
}
