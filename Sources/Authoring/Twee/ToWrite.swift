public import JSONSyntax

/// What stands in a scenario where an author still has to write.
public enum ToWrite {
  /// The words that stand for what is missing.
  public static let marker = "(to write)"

  /// The texts of a document that hold the marker, in file order; notes are not looked at.
  public static func places(in document: JSONDocument) -> [JSONNode.ID] {
    var found: [JSONNode.ID] = []
    collect(document.root, in: document, into: &found)
    return found
  }

  private static func collect(
    _ id: JSONNode.ID,
    in document: JSONDocument,
    into found: inout [JSONNode.ID]
  ) {
    switch document.kind(of: id) {
    case .object:
      for member in document.members(of: id) where !document.text(of: member.key, equals: "note") {
        collect(member.value, in: document, into: &found)
      }
    case .array:
      for element in document.elements(of: id) { collect(element, in: document, into: &found) }
    case .string:
      if let text = document.string(of: id), contains(text) { found.append(id) }
    case .number, .boolean, .null, .unreadable: break
    }
  }

  private static func contains(_ text: String) -> Bool {
    let wanted = Array(marker.utf8)
    let bytes = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { start in
      bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
