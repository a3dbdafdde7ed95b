import Authoring
import ScenarioEngine
import Terminal
import TerminalFront

extension ExploreScreen {
  /// Where the parts stand in a window.
  private struct Layout {
    var treeRows: Int
    var treeColumns: Int
    /// The place of what is said about the chosen row; absent where there is no room for it.
    var detail: (row: Int, column: Int, rows: Int, columns: Int)?

    init(_ size: TerminalSize) {
      // The title, and below the tree what was done and the keys.
      let body = max(1, size.rows - 3)
      treeRows = body
      treeColumns = size.columns
      if size.columns >= 100 {
        treeColumns = size.columns * 11 / 20
        detail = (1, treeColumns + 1, body, size.columns - treeColumns - 2)
      } else if size.rows >= 20 {
        treeRows = body * 11 / 20
        detail = (treeRows + 2, 1, body - treeRows - 1, size.columns - 2)
      }
    }
  }

  /// What the screen should look like.
  mutating func frame(_ size: TerminalSize) -> Frame {
    var frame = Frame(size: size)
    switch mode {
    case .helping: paint(Self.help, scrolled: 0, on: &frame)
    case .reading(let scroll):
      page = max(1, size.rows - 3)
      let rows = wrapped(details(of: selected), max(1, size.columns - 2))
      let last = max(0, rows.count - page)
      limitScroll(to: last)
      paint(rows, scrolled: min(scroll, last), on: &frame)
    case .walking, .finding: paintTree(on: &frame)
    }
    put(" \(explorer.scenario.notes.title): what can happen", row: 0, Self.strip, on: &frame)
    paintFoot(on: &frame)
    return frame
  }

  private static let strip = Style(bold: true, reverse: true)

  // MARK: The tree

  private mutating func paintTree(on frame: inout Frame) {
    let layout = Layout(frame.size)
    let visible = visible
    page = layout.treeRows
    let row = visible.firstIndex(of: selected) ?? 0
    top = min(top, row, max(0, visible.count - page))
    if row >= top + page { top = row - page + 1 }
    for (offset, node) in visible[top..<min(visible.count, top + page)].enumerated() {
      put(self.row(node, layout.treeColumns), row: 1 + offset, on: &frame, layout.treeColumns)
    }
    frame.cursor = Frame.Position(row: 1 + row - top, column: 0)
    guard let detail = layout.detail else { return }
    if frame.size.columns < 100 {
      put(
        String(repeating: "-", count: frame.size.columns),
        row: layout.treeRows + 1,
        .plain,
        on: &frame
      )
    }
    let rows = wrapped(details(of: selected), max(1, detail.columns))
    for (offset, line) in rows.prefix(detail.rows).enumerated() {
      let isCut = offset == detail.rows - 1 && rows.count > detail.rows
      let text = isCut ? StyledText("… Tab shows the rest") : line
      frame.put(text, row: detail.row + offset, column: detail.column)
    }
  }

  /// One row: a sign for what Enter does, the reply, how it rates, and where it leads.
  private func row(_ index: Int, _ columns: Int) -> StyledText {
    let node = nodes[index]
    let isEnd = explorer.ending(at: node.place) != nil
    let sign = isEnd ? "." : node.isOpen ? "-" : "+"
    // A tree deeper than the window is wide keeps room for its words.
    let indent = min(node.depth * 2, max(0, columns - 30))
    var text = StyledText(String(repeating: " ", count: indent) + sign + " ")
    let moment = explorer.scenario.id(of: node.place.moment)
    if let branch = node.branch {
      let rating = explorer.rating(of: branch.reply)
      text += StyledText("\(explorer.scenario.id(of: branch.reply)) ")
      text += StyledText(
        "[\(rating.words)]",
        MapLine.Tint.result(rating).style(.both) ?? .plain
      )
      text += StyledText(" → \(moment)")
    } else {
      text += StyledText(moment)
    }
    if let ending = explorer.ending(at: node.place) {
      let kind = explorer.scenario.ending(ending).kind
      text += StyledText(" (\(kind.rawValue))", MapLine.Tint.ending(kind).style(.both) ?? .plain)
    }
    guard index == selected else { return text }
    let rest = max(0, columns - DisplayWidth.of(text.text))
    return StyledText(text.text + String(repeating: " ", count: rest), .reverse)
  }

  // MARK: The place

  /// All there is to say about a place, each fact on a line.
  private func details(of index: Int) -> [String] {
    let node = nodes[index]
    let place = node.place
    var lines: [String] = []
    if let branch = node.branch {
      lines.append("You: \(branch.words)")
      lines.append(explorer.levelText(branch.levels))
      lines += branch.changes
      lines.append("")
    }
    if let ending = explorer.endingText(place) { lines.append("Ends: \(ending)") }
    let state = explorer.stateText(place)
    lines.append("At \(explorer.scenario.id(of: place.moment))\(state.isEmpty ? "" : ": \(state)")")
    let ledger = explorer.ledgerTexts(place)
    lines += ledger.isEmpty ? ["Ledger: empty"] : ["Ledger:"] + ledger.map { "- \($0)" }
    lines += [way(to: index), ""] + explorer.spokenTexts(place)
    return lines
  }

  /// The way to a place, and whether another is shorter.
  private func way(to index: Int) -> String {
    let way = explorer.way(to: nodes[index].place)
    let first = explorer.way(to: nodes[0].place).count
    let here = way.dropFirst(first)
    guard let shortest = shortestWay(to: index) else {
      return "Turns to here: \(here.count)"
    }
    guard shortest.count < here.count else {
      return "Turns to here: \(here.count). No way to this moment is shorter."
    }
    return "Turns to here: \(here.count). The shortest way to this moment takes \(shortest.count): "
      + explorer.names(of: shortest).joined(separator: ", ")
  }

  private func wrapped(_ lines: [String], _ columns: Int) -> [StyledText] {
    lines.flatMap { line -> [StyledText] in
      if line.isEmpty { return [StyledText("")] }
      let hanging = line.hasPrefix("- ") ? 2 : 0
      return TextWrapper(width: columns, hanging: hanging).lines(StyledText(line))
    }
  }

  private static let help: [StyledText] = [
    "Up, Down: go along the rows", "Right, Enter: open what may follow",
    "Left: fold it, or go back to what led here",
    "/: find a moment, an ending or a condition,",
    "   such as trust < 2 or promised(home)", "Tab: all about this place",
    "PgUp, PgDn, Home, End: go far", "q: leave", "",
    "+ can be opened   - is open   . ends", "", "Any key goes back.",
  ]

  private func paint(_ rows: [StyledText], scrolled: Int, on frame: inout Frame) {
    let height = max(1, frame.size.rows - 3)
    for (offset, row) in rows.dropFirst(scrolled).prefix(height).enumerated() {
      frame.put(row, row: 1 + offset, column: 1)
    }
    frame.cursor = Frame.Position(row: min(1, frame.size.rows - 1), column: 0)
  }

  // MARK: The foot

  private func paintFoot(on frame: inout Frame) {
    let last = frame.size.rows - 1
    guard last > 1 else { return }
    let hints: [Hint]
    switch mode {
    case .finding(let editor):
      let mark = "Find: "
      put(mark + editor.text, row: last - 1, .bold, on: &frame)
      let column = DisplayWidth.of(mark + editor.beforeCursor)
      frame.cursor = Frame.Position(row: last - 1, column: min(column, frame.size.columns - 1))
      hints = [Hint("Enter", "goes there", rank: 0), Hint("Esc", "back", rank: 1)]
      let near = matches(editor.text)
      if !near.isEmpty { put(near, row: max(1, last - 2), .plain, on: &frame) }
    case .reading:
      hints = [
        Hint("Up Down", "scroll", rank: 1), Hint("Tab", "back to the tree", rank: 0),
      ]
    case .helping: hints = [Hint("any key", "goes back", rank: 0)]
    case .walking:
      put(notice.isEmpty ? summary : notice, row: last - 1, .bold, on: &frame)
      hints = [
        Hint("Right", "opens", rank: 1), Hint("Left", "folds", rank: 2),
        Hint("/", "finds", rank: 3),
        Hint("Tab", "all of it", rank: 4), Hint("?", "keys", rank: 5), Hint("q", "leaves", rank: 0),
      ]
    }
    frame.put(Hints.row(hints, width: frame.size.columns), row: last)
  }

  /// The state of the chosen place in one line, for windows without room for more.
  private var summary: String {
    let place = nodes[selected].place
    let count = place.conversation.ledger.entries.count
    return [explorer.stateText(place), "ledger \(count)"].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// The moments whose ids hold what is being typed.
  private func matches(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let scenario = explorer.scenario
    let ids = scenario.momentIndices.lazy.map { scenario.id(of: $0) }.filter { $0.contains(text) }
    return ids.prefix(6).joined(separator: "  ")
  }

  private func put(_ text: String, row: Int, _ style: Style, on frame: inout Frame) {
    let rest = style.isReverse ? max(0, frame.size.columns - DisplayWidth.of(text)) : 0
    let whole = StyledText(text + String(repeating: " ", count: rest), style)
    put(whole, row: row, on: &frame, frame.size.columns)
  }

  /// Puts a row, with a sign where its end does not fit.
  private func put(_ text: StyledText, row: Int, on frame: inout Frame, _ columns: Int) {
    guard DisplayWidth.of(text.text) > columns, columns > 1 else {
      frame.put(text, row: row)
      return
    }
    var room = columns - 1
    var spans: [StyledText.Span] = []
    for span in text.spans {
      var kept = ""
      for character in span.text {
        let width = DisplayWidth.of(character)
        guard room >= width else { break }
        kept.append(character)
        room -= width
      }
      spans.append(.init(kept, span.style))
      if kept.count < span.text.count { break }
    }
    spans.append(.init("…", text.spans.last?.style ?? .plain))
    frame.put(StyledText(spans: spans), row: row)
  }
}
