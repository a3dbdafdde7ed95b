import JSONSyntax
import ScenarioEngine
import SourceText

extension ScenarioBuilder {
  /// Reads a list of lines; the places of its draws are counted apart from other lines, so that one
  /// more line changes no draw.
  mutating func lines(
    _ node: JSONNode.ID?,
    at moment: MomentIndex,
    place name: String
  ) -> (range: TableRange<LineItem>, hasDraws: Bool) {
    guard let node else { return (.none, false) }
    let first = tables.lineItems.count
    var draws = 0
    for element in source.document.elements(of: node) where !findings.isFull {
      lineFields.read(element, in: source)
      let firstLine = tables.lines.count
      if let list = lineFields[.oneOf] {
        let condition = condition(lineFields[.when], at: moment)
        draws += 1
        for choice in source.document.elements(of: list) {
          lineFields.read(choice, in: source)
          appendLine(at: moment)
        }
        tables.lineItems.append(
          LineItem(
            condition: condition,
            lines: TableRange(firstLine, tables.lines.count),
            place: Chance.hash("\(name)/\(draws)")
          )
        )
      } else {
        appendLine(at: moment)
        tables.lineItems.append(
          LineItem(
            condition: nil,
            lines: TableRange(firstLine, tables.lines.count),
            place: 0
          )
        )
      }
    }
    return (TableRange(first, tables.lineItems.count), draws > 0)
  }

  /// Appends the line whose members have just been read.
  private mutating func appendLine(at moment: MomentIndex) {
    let condition = condition(lineFields[.when], at: moment)
    tables.lines.append(
      Line(
        by: person(lineFields[.by]),
        text: template(lineFields[.text]),
        mood: lineFields[.mood].map { source.string(of: $0) },
        condition: condition
      )
    )
  }
}
