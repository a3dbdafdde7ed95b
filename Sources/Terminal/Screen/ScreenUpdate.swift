/// The bytes that turn one frame on a screen into another; only this module can make them.
public struct ScreenUpdate: Hashable, Sendable {
  /// What to send, in one piece.
  ///
  /// Empty when nothing changed, so that no screen reader speaks.
  public let bytes: [UInt8]

  /// Finds what changed.
  ///
  /// Rows are overwritten whole and the screen is never cleared, so nothing flickers. Without a
  /// frame before, or after a change of size, every row is written.
  ///
  /// - Parameters:
  ///   - old: The frame the screen shows now, if it is known.
  ///   - new: The frame it should show.
  ///   - level: How much styling may pass.
  ///   - isSynchronized: Whether to ask the terminal to show all changes at once.
  public init(from old: Frame?, to new: Frame, level: StyleLevel, isSynchronized: Bool) {
    let known = old?.size == new.size ? old : nil
    var body = ""
    for row in new.rows.indices where known?.rows[row] != new.rows[row] {
      body += "\u{1B}[\(row + 1);1H" + Self.paint(new.rows[row], level: level)
    }
    if body.isEmpty, known?.cursor == new.cursor {
      bytes = []
      return
    }
    let row = min(max(0, new.cursor.row), new.size.rows - 1)
    let column = min(max(0, new.cursor.column), new.size.columns - 1)
    body += "\u{1B}[\(row + 1);\(column + 1)H"
    bytes = Array((isSynchronized ? "\u{1B}[?2026h" + body + "\u{1B}[?2026l" : body).utf8)
  }

  /// Whether frames may be sent as synchronized updates: everywhere but in Apple's Terminal, and
  /// where `REHEARSE_NO_SYNC` says not to.
  public static func maySynchronize(_ environment: [String: String]) -> Bool {
    environment["TERM_PROGRAM"] != "Apple_Terminal"
      && environment["REHEARSE_NO_SYNC", default: ""].isEmpty
  }

  /// One row from its first column; plain blanks at its end are erased instead of written.
  static func paint(_ cells: [Frame.Cell], level: StyleLevel) -> String {
    let isBlank: (Frame.Cell) -> Bool = {
      $0.character == " " && $0.width == 1 && $0.style.sequence(at: level).isEmpty
    }
    let end = (cells.lastIndex { !isBlank($0) } ?? -1) + 1
    var result = Style.reset
    var current = ""
    for cell in cells[..<end] where cell.width > 0 {
      let sequence = cell.style.sequence(at: level)
      if sequence != current {
        if !current.isEmpty { result += Style.reset }
        result += sequence
        current = sequence
      }
      result.append(cell.character)
    }
    if !current.isEmpty { result += Style.reset }
    // Erasing in the last column would take the letter just written with it.
    return end < cells.count ? result + "\u{1B}[K" : result
  }
}
