import SourceText

extension JSONParser {
  /// Reports keys written twice in an object that is being closed, and hides all but the first.
  mutating func findDuplicateKeys(in frame: Frame, _ bytes: Bytes) {
    guard frame.isObject, frame.count > 1 else { return }
    var seen = KeyTable(count: Int(frame.count))
    var index = frame.node + 1
    var hidden: UInt32 = 0
    while index + 1 < nodes.count {
      let key = index
      index = Int(nodes[key + 1].next)
      if nodes[key].flags.contains(.hidden) { continue }
      guard let first = seen.insert(key, nodes, file.bytes) else { continue }
      nodes[key].flags.insert(.hidden)
      hidden += 1
      if log.countsWithoutKeeping() { continue }
      let name = shortened(JSONDocument.text(of: nodes[key], in: file.bytes))
      let earlier = range(Int(nodes[first].start)..<Int(nodes[first].end))
      report(
        .duplicateKey,
        "the key \"\(name)\" is written twice in one object",
        at: Int(nodes[key].start)..<Int(nodes[key].end),
        notes: [Diagnostic.Note("the first \"\(name)\" is here", at: earlier)]
      )
    }
    // The count was added up by `noteKey`; what is hidden is not a member.
    nodes[frame.node].extra &-= hidden
  }
}

/// A set of keys by their text, linear in their number whatever an author makes up.
private struct KeyTable {
  private var slots: [Int32]
  private let mask: Int

  init(count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// Adds a key; returns the one that was there before it with the same text.
  mutating func insert(_ key: Int, _ nodes: [NodeRecord], _ bytes: [UInt8]) -> Int? {
    var slot = Self.hash(nodes[key], bytes) & mask
    while slots[slot] >= 0 {
      let other = Int(slots[slot])
      if Self.areEqual(nodes[key], nodes[other], bytes) { return other }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(key)
    return nil
  }

  // Swift compares strings by what is read, not by how it is encoded, so that two spellings of
  // the same accented letter are one key. Its seed differs from run to run, so that nobody can
  // prepare keys that collide; the order of the slots is never shown.
  private static func hash(_ node: NodeRecord, _ bytes: [UInt8]) -> Int {
    JSONDocument.text(of: node, in: bytes).hashValue
  }

  private static func areEqual(_ left: NodeRecord, _ right: NodeRecord, _ bytes: [UInt8]) -> Bool {
    JSONDocument.text(of: left, in: bytes) == JSONDocument.text(of: right, in: bytes)
  }
}
