import JSONSyntax
import ScenarioEngine
import SourceText

/// One way on from a moment, and where it is written.
struct WayLink {
  let to: MomentIndex
  let node: JSONNode.ID
}

extension ScenarioBuilder {
  /// Reads `next` or `otherwise`: an id, or ways of which only the last is without `when`.
  mutating func ways(
    _ node: JSONNode.ID?,
    from index: MomentIndex
  ) -> (range: TableRange<Route>, links: [WayLink]) {
    guard let node else { return (.none, []) }
    let first = tables.routes.count
    var links: [WayLink] = []
    if source.document.kind(of: node) == .string {
      if let moment = moment(node) {
        tables.routes.append(Route(condition: nil, moment: moment))
        links.append(WayLink(to: moment, node: node))
      }
      return (TableRange(first, tables.routes.count), links)
    }
    let count = source.document.count(of: node)
    var hasOpenWay = false
    for (place, element) in source.document.elements(of: node).enumerated()
    where source.document.kind(of: element) == .object {
      wayFields.read(element, in: source)
      let isLast = place == count - 1
      let condition = condition(wayFields[.when], at: index)
      if isLast, let when = wayFields.keyNode(.when), !hasOpenWay, !source.document.isDamaged(node)
      {
        report(
          .lastWayHasCondition,
          "the last way on is taken when no other is, so it cannot have \"when\"",
          at: when
        )
      } else if !isLast, wayFields[.when] == nil, !hasOpenWay, !source.document.isDamaged(element) {
        hasOpenWay = true
        report(
          .waysNeverTaken,
          "this way has no \"when\", so the ways after it are never taken",
          at: wayFields[.go] ?? element
        )
      }
      guard let go = wayFields[.go], let moment = moment(go) else { continue }
      tables.routes.append(Route(condition: condition, moment: moment))
      links.append(WayLink(to: moment, node: go))
    }
    return (TableRange(first, tables.routes.count), links)
  }
}
