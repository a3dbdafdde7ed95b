public import SourceText

/// The values of one JSON file, each with its place.
///
/// Of keys written twice only the first is a member.
public struct JSONDocument: Sendable {
  /// The file that was read.
  public let file: SourceFile
  /// The outermost value.
  public let root: JSONNode.ID
  let nodes: [NodeRecord]

  init(file: SourceFile, nodes: [NodeRecord]) {
    precondition(!nodes.isEmpty, "a document has a root")
    self.file = file
    self.nodes = nodes
    self.root = JSONNode.ID(index: 0)
  }

  /// What the value is.
  public func kind(of id: JSONNode.ID) -> JSONNode.Kind { nodes[id.index].kind }

  /// Whether parts of this object or array may be missing because of a reported syntax error.
  public func isDamaged(_ id: JSONNode.ID) -> Bool { nodes[id.index].flags.contains(.damaged) }

  /// Whether this value was guessed from something badly written, which has been reported.
  public func isGuessed(_ id: JSONNode.ID) -> Bool {
    let node = nodes[id.index]
    return node.kind == .unreadable || node.flags.contains(.guessed)
  }

  /// The bytes of the value in its file, quotes and brackets included.
  public func offsets(of id: JSONNode.ID) -> Range<Int> {
    let node = nodes[id.index]
    return Int(node.start)..<Int(node.end)
  }

  /// The place of the value in its file.
  public func range(of id: JSONNode.ID) -> SourceRange { SourceRange(offsets(of: id), in: file.id) }

  /// The place of the bracket that opens an object or array; of other values all of it.
  public func openingRange(of id: JSONNode.ID) -> SourceRange {
    let offsets = offsets(of: id)
    let node = nodes[id.index]
    guard node.kind == .object || node.kind == .array, !offsets.isEmpty else {
      return range(of: id)
    }
    return SourceRange(offsets.lowerBound..<offsets.lowerBound + 1, in: file.id)
  }

  /// How many members or elements there are.
  public func count(of id: JSONNode.ID) -> Int {
    let node = nodes[id.index]
    return node.kind == .object || node.kind == .array ? Int(node.extra) : 0
  }

  /// The members of an object in file order; nothing for other values.
  public func members(of id: JSONNode.ID) -> JSONMembers {
    JSONMembers(nodes: nodes, from: nodes[id.index].kind == .object ? id.index : nil)
  }

  /// The members of an object but `note`, which is a remark wherever it stands.
  public func entries(of id: JSONNode.ID) -> [JSONNode.Member] {
    members(of: id).filter { !text(of: $0.key, equals: "note") }
  }

  /// The elements of an array in file order; nothing for other values.
  public func elements(of id: JSONNode.ID) -> JSONElements {
    JSONElements(nodes: nodes, from: nodes[id.index].kind == .array ? id.index : nil)
  }

  /// The value of the member with this key; it looks at the members one by one.
  public func member(_ key: StaticString, of id: JSONNode.ID) -> JSONNode.ID? {
    for member in members(of: id) {
      if text(of: member.key, equals: key) { return member.value }
    }
    return nil
  }

  /// The value of the member with this key; it looks at the members one by one.
  public func member(named key: String, of id: JSONNode.ID) -> JSONNode.ID? {
    for member in members(of: id) {
      if string(of: member.key) == key { return member.value }
    }
    return nil
  }

  /// The value of `true` or `false`; nil for other values.
  public func boolean(of id: JSONNode.ID) -> Bool? {
    let node = nodes[id.index]
    return node.kind == .boolean ? node.flags.contains(.isTrue) : nil
  }
}

/// The members of one object, in file order.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  private let nodes: [NodeRecord]
  private var position: Int
  private let end: Int

  init(nodes: [NodeRecord], from object: Int?) {
    self.nodes = nodes
    position = object.map { $0 + 1 } ?? 0
    end = object.map { Int(nodes[$0].next) } ?? 0
  }

  /// Returns the next member.
  public mutating func next() -> JSONNode.Member? {
    while position + 1 < end {
      let key = position
      position = Int(nodes[key + 1].next)
      if nodes[key].flags.contains(.hidden) { continue }
      return JSONNode.Member(key: JSONNode.ID(index: key), value: JSONNode.ID(index: key + 1))
    }
    return nil
  }
}

/// The elements of one array, in file order.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
  private let nodes: [NodeRecord]
  private var position: Int
  private let end: Int

  init(nodes: [NodeRecord], from array: Int?) {
    self.nodes = nodes
    position = array.map { $0 + 1 } ?? 0
    end = array.map { Int(nodes[$0].next) } ?? 0
  }

  /// Returns the next element.
  public mutating func next() -> JSONNode.ID? {
    guard position < end else { return nil }
    let id = JSONNode.ID(index: position)
    position = Int(nodes[position].next)
    return id
  }
}
