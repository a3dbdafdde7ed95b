import Terminal

/// The rows of what is being typed, wrapped at words, and where the cursor is in them.
struct TypingField {
  /// What stands before the first row.
  static let mark = "> "

  private(set) var rows: [StyledText] = []
  private(set) var cursor = Frame.Position(row: 0, column: 0)

  /// Sets the text in a column; of more than `height` rows those around the cursor are shown.
  init(_ editor: LineEditor, width: Int, height: Int) {
    let room = max(1, width - Self.mark.count - 1)
    var lines: [String] = [""]
    var columns = 0
    let place = editor.beforeCursor.count
    for (index, character) in editor.text.enumerated() {
      if index == place { mark(lines, columns) }
      if character == "\n" {
        lines.append("")
        columns = 0
        continue
      }
      let visible = Neutralizer.visible(String(character))
      let width = DisplayWidth.of(visible)
      if columns + width > room, character != " " {
        let carried = Self.carriedWord(lines[lines.count - 1])
        if cursorWas(in: lines.count - 1, from: columns - DisplayWidth.of(carried), index, place) {
          cursor.row += 1
          cursor.column -= columns - DisplayWidth.of(carried)
        }
        lines[lines.count - 1].removeLast(carried.count)
        lines.append(carried)
        columns = DisplayWidth.of(carried)
      }
      lines[lines.count - 1] += visible
      columns += width
    }
    if place >= editor.text.count { mark(lines, columns) }
    cursor.column = min(cursor.column, room)
    show(lines, height: max(1, height))
  }

  private mutating func mark(_ lines: [String], _ columns: Int) {
    cursor = Frame.Position(row: lines.count - 1, column: columns)
  }

  /// Whether the cursor stands in the part of a row that is about to move to the next one.
  private func cursorWas(in row: Int, from column: Int, _ index: Int, _ place: Int) -> Bool {
    index >= place && cursor.row == row && cursor.column >= column
  }

  /// The word at the end of a full row, unless it is all of the row.
  private static func carriedWord(_ line: String) -> String {
    guard let space = line.lastIndex(of: " ") else { return "" }
    return String(line[line.index(after: space)...])
  }

  private mutating func show(_ lines: [String], height: Int) {
    let start = max(0, min(cursor.row - height + 1, lines.count - height))
    let shown = lines[start..<min(lines.count, start + height)]
    for (offset, line) in shown.enumerated() {
      let lead =
        offset == 0
        ? (start > 0 ? "\u{2191} " : Self.mark)
        : (offset == shown.count - 1 && start + height < lines.count ? "\u{2193} " : "  ")
      rows.append(StyledText(lead, .bold) + StyledText(line))
    }
    cursor = Frame.Position(row: cursor.row - start, column: cursor.column + Self.mark.count)
  }
}
