import Terminal

/// A picture set into lines and pages for one size of screen.
struct RoomLayout {
  struct Line: Hashable {
    var text: StyledText
    /// Whether the cursor rests on it.
    var isFocus = false
  }

  let margin: Int
  let top: Int
  /// The columns of a line.
  let width: Int
  private(set) var pages: [[Line]] = []
  private(set) var footTop = 0
  private(set) var editorCursor: Frame.Position?
  private(set) var focusedPage: Int?
  /// The rows that the picture takes, and those that one page has for it.
  let rows: (needed: Int, free: Int)
  private var footLines: [StyledText] = []
  private let hasPageLine: Bool

  init(_ picture: RoomPicture, _ around: RoomScreen.Surroundings, size: TerminalSize) {
    let rows = max(1, size.rows)
    let columns = max(1, size.columns)
    // On a wide screen the text stays a column that can be read, in the middle.
    let side = columns >= 20 ? 2 : 0
    let width = max(1, min(columns - 2 * side, 76))
    margin = max(side, (columns - width) / 2)
    self.width = width
    top = rows > 12 ? 2 : rows > 2 ? 1 : 0
    let hintRows = around.hints.isEmpty || rows <= 3 ? 0 : 1
    var foot = Self.foot(picture, around, width: width, limit: max(1, rows / 2))
    var trailing: [String] = []
    if foot.lines.count > max(1, rows / 4), around.editor == nil {
      // A foot that would take the place of the picture goes to its end.
      trailing = [around.notice, picture.foot, around.legibility].compactMap { $0 }
        .filter { !$0.isEmpty }
      foot = (around.timer.map { [Self.big($0)] } ?? [], nil)
    }
    let setter = RoomSetter(picture, trailing: trailing, width: width)
    let free = rows - top - hintRows - foot.lines.count
    let air = rows > 12 && !foot.lines.isEmpty ? 1 : 0
    self.rows = (setter.rowCount, max(1, free - air))
    let whole = setter.pages(height: max(1, free - air))
    hasPageLine = whole.count > 1
    pages = hasPageLine ? setter.pages(height: max(1, free - 1)) : whole
    footLines = foot.lines
    footTop = max(top, rows - hintRows - foot.lines.count - (hasPageLine ? 1 : 0))
    focusedPage = pages.firstIndex { $0.contains(where: \.isFocus) }
    if let place = foot.cursor {
      let shift = hasPageLine ? 1 : 0
      editorCursor = Frame.Position(row: footTop + shift + place.row, column: margin + place.column)
    }
  }

  /// The lines below a page; with several pages they begin by saying so.
  func foot(page: Int) -> [StyledText] {
    guard hasPageLine else { return footLines }
    let more = page + 1 < pages.count ? ", Space for more" : ""
    return [StyledText("\(page + 1) of \(pages.count)\(more)", .bold)] + footLines
  }

  private static func foot(
    _ picture: RoomPicture,
    _ around: RoomScreen.Surroundings,
    width: Int,
    limit: Int
  ) -> (lines: [StyledText], cursor: Frame.Position?) {
    var lines: [StyledText] = []
    let wrapper = TextWrapper(width: width)
    if let editor = around.editor {
      let field = Self.field(editor, width: width, limit: limit)
      return (field.lines, field.cursor)
    }
    if let notice = around.notice { lines += wrapper.lines(StyledText(notice, .bold)) }
    if !picture.foot.isEmpty { lines += wrapper.lines(picture.foot).map { StyledText($0) } }
    if let legibility = around.legibility {
      lines += wrapper.lines(legibility).map { StyledText($0) }
    }
    if let timer = around.timer {
      let big = Self.big(timer)
      // The countdown stands beside a short last line, or below a long one.
      let space = width - DisplayWidth.of(lines.last?.text ?? "") - DisplayWidth.of(timer) - 2
      if let last = lines.popLast(), space >= 2 {
        lines.append(last + StyledText(String(repeating: " ", count: space)) + big)
      } else {
        lines = lines + [big]
      }
    }
    return (lines, nil)
  }

  private static func big(_ timer: String) -> StyledText {
    StyledText(" \(timer) ", Style(bold: true, reverse: true))
  }

  /// The line being typed, with the part around the cursor in sight.
  private static func field(
    _ editor: LineEditor,
    width: Int,
    limit: Int
  ) -> (lines: [StyledText], cursor: Frame.Position) {
    let wrapper = TextWrapper(width: width, first: "Ours: ")
    let all = wrapper.lines(StyledText(editor.text))
    // A stop behind the cursor keeps a space before it from being trimmed away.
    let before = wrapper.lines(StyledText(editor.beforeCursor + "|"))
    let row = max(0, before.count - 1)
    let column = DisplayWidth.of(before.last?.text ?? "") - 1
    let first = max(0, min(row - limit + 2, max(0, all.count - limit + 1)))
    let shown = Array(all[min(first, all.count)...].prefix(max(1, limit - 1)))
    return (
      shown + [StyledText("Enter offers it, Esc leaves it", .bold)],
      Frame.Position(row: max(0, row - first), column: min(max(0, column), width - 1))
    )
  }
}
