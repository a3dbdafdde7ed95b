extension ScreenUpdate {
  /// Finds the bytes that print finished rows for good and repaint the block that stands below them.
  ///
  /// Only moves relative to the cursor are used, so that whatever was on the screen before stays in the
  /// scrollback. A block must not be higher than the screen. After a change of size nobody knows where
  /// its rows are now: call this with `nil` for `old`, and it is painted anew below.
  ///
  /// - Parameters:
  ///   - old: The block as it stands, with the cursor where its frame says; `nil` when none does, the
  ///     cursor then being at the beginning of an empty row.
  ///   - finished: Rows that are never changed again.
  ///   - new: The block as it should stand; `nil` takes it away.
  ///   - level: How much styling may pass.
  ///   - isSynchronized: Whether to ask the terminal to show all changes at once.
  public init(
    below old: Frame?,
    printing finished: Frame?,
    to new: Frame?,
    level: StyleLevel,
    isSynchronized: Bool
  ) {
    var writer = InlineWriter(row: old?.cursor.row ?? 0, height: old?.rows.count ?? 1, level: level)
    let rows = new?.rows ?? []
    if let old, finished == nil, let new, old.size.columns == new.size.columns {
      if old == new {
        bytes = []
        return
      }
      for row in rows.indices where !old.rows.indices.contains(row) || old.rows[row] != rows[row] {
        writer.move(to: row)
        writer.paint(rows[row])
      }
      if rows.count < old.rows.count {
        writer.move(to: rows.count)
        writer.body += "\u{1B}[J"
      }
      writer.move(to: new.cursor.row)
    } else {
      writer.move(to: 0)
      if old != nil { writer.body += "\u{1B}[J" }
      for row in finished?.rows ?? [] {
        writer.paint(row)
        writer.body += "\r\n"
      }
      for (place, row) in rows.enumerated() {
        if place > 0 { writer.body += "\r\n" }
        writer.paint(row)
      }
      writer.row = max(0, rows.count - 1)
      writer.height = rows.count
      writer.move(to: new?.cursor.row ?? 0)
    }
    if let column = new?.cursor.column, column > 0 { writer.body += "\u{1B}[\(column)C" }
    let body = writer.body
    bytes = Array((isSynchronized ? "\u{1B}[?2026h" + body + "\u{1B}[?2026l" : body).utf8)
  }

  /// The bytes that leave a block of which nobody knows any more where it is, and go below it.
  public static func abandoning(_ old: Frame?) -> ScreenUpdate {
    guard old != nil else { return ScreenUpdate(bytes: []) }
    // What is above the cursor stays; erasing what is below spares half the ghost.
    return ScreenUpdate(bytes: Array("\u{1B}[J\r\n".utf8))
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }
}

/// Writes rows of a block, knowing on which of them the cursor is.
private struct InlineWriter {
  var body = ""
  var row: Int
  /// How many rows the block has on the screen by now.
  var height: Int
  let level: StyleLevel

  init(row: Int, height: Int, level: StyleLevel) {
    self.row = row
    self.height = height
    self.level = level
  }

  /// Goes to the beginning of a row; rows the block does not have yet are made by line ends.
  mutating func move(to target: Int) {
    body += "\r"
    let reachable = min(target, max(0, height - 1))
    if reachable < row { body += "\u{1B}[\(row - reachable)A" }
    if reachable > row { body += "\u{1B}[\(reachable - row)B" }
    row = reachable
    while row < target {
      body += "\r\n"
      row += 1
    }
    height = max(height, row + 1)
  }

  mutating func paint(_ cells: [Frame.Cell]) { body += ScreenUpdate.paint(cells, level: level) }
}
