import JSONSyntax
import ScenarioEngine
import SourceText

/// Where the rows of a compiled scenario stand in its file.
///
/// A scenario without errors has exactly one row for each of these values, in the same order, so both
/// are walked side by side.
struct SourceMap: Sendable {
  let document: JSONDocument
  private(set) var momentKeys: [JSONNode.ID] = []
  private(set) var moments: [JSONNode.ID] = []
  private(set) var replies: [JSONNode.ID] = []
  /// The line objects.
  private(set) var lines: [JSONNode.ID?]
  /// The conditions' strings.
  private(set) var conditions: [JSONNode.ID?]
  /// The ways on: an id, or an object with `go`.
  private(set) var routes: [JSONNode.ID?]

  init(_ document: JSONDocument, _ scenario: Scenario) {
    self.document = document
    let tables = scenario.tables
    lines = Array(repeating: nil, count: tables.lines.count)
    conditions = Array(repeating: nil, count: tables.conditions.count)
    routes = Array(repeating: nil, count: tables.routes.count)
    guard let section = document.member("moments", of: document.root) else { return }
    for (member, moment) in zip(document.members(of: section), tables.moments) {
      momentKeys.append(member.key)
      moments.append(member.value)
      let node = member.value
      place(document.member("lines", of: node), moment.lines, tables)
      switch moment.exit {
      case .ending: continue
      case .next(let ways): place(ways: document.member("next", of: node), ways, tables)
      case .replies(let range, let otherwise):
        place(ways: document.member("otherwise", of: node), otherwise, tables)
        guard let list = document.member("replies", of: node) else { continue }
        for (reply, row) in zip(document.elements(of: list), range.places) {
          replies.append(reply)
          let reading = tables.replies[row]
          place(when: reply, reading.condition)
          place(document.member("reaction", of: reply), reading.reaction, tables)
          place(ways: document.member("next", of: reply), reading.routes, tables)
        }
      }
    }
  }

  private mutating func place(when node: JSONNode.ID, _ condition: ConditionIndex?) {
    if let condition { conditions[condition.place] = document.member("when", of: node) }
  }

  private mutating func place(
    _ list: JSONNode.ID?,
    _ items: TableRange<LineItem>,
    _ tables: ScenarioTables
  ) {
    guard let list else { return }
    for (node, place) in zip(document.elements(of: list), items.places) {
      let item = tables.lineItems[place]
      if let drawn = document.member("oneOf", of: node) {
        self.place(when: node, item.condition)
        for (line, row) in zip(document.elements(of: drawn), item.lines.places) {
          lines[row] = line
          self.place(when: line, tables.lines[row].condition)
        }
      } else if let row = item.lines.places.first {
        lines[row] = node
        self.place(when: node, tables.lines[row].condition)
      }
    }
  }

  private mutating func place(
    ways node: JSONNode.ID?,
    _ range: TableRange<Route>,
    _ tables: ScenarioTables
  ) {
    guard let node else { return }
    guard document.kind(of: node) == .array else {
      if let row = range.places.first { routes[row] = node }
      return
    }
    for (way, row) in zip(document.elements(of: node), range.places) {
      routes[row] = way
      place(when: way, tables.routes[row].condition)
    }
  }

  /// A member of the whole file.
  func root(_ key: StaticString) -> JSONNode.ID? { document.member(key, of: document.root) }

  /// The text as the author wrote it, names in braces and all.
  func text(_ node: JSONNode.ID?) -> String { node.flatMap { document.string(of: $0) } ?? "" }

  /// All strings of a text or a list of texts.
  func strings(_ node: JSONNode.ID?) -> [JSONNode.ID] {
    guard let node else { return [] }
    switch document.kind(of: node) {
    case .string: return [node]
    case .array: return document.elements(of: node).flatMap { strings($0) }
    case .object: return document.members(of: node).flatMap { strings($0.value) }
    case .number, .boolean, .null, .unreadable: return []
    }
  }
}
