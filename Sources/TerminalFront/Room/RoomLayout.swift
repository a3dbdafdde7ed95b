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
  /// The rows that the picture takes where it is set closely, and those that one page has for it.
  private(set) var rows: (needed: Int, free: Int)
  private var footLines: [StyledText] = []
  private var hasPageLine = false
  private var timer: String?

  /// Sets a picture with air around it, or closely where that saves a page.
  init(_ picture: RoomPicture, _ around: RoomScreen.Surroundings, size: TerminalSize) {
    self.init(picture, around, size: size, isClose: false)
    guard pages.count > 1 else { return }
    let close = RoomLayout(picture, around, size: size, isClose: true)
    if close.pages.count < pages.count { self = close } else { self.rows = close.rows }
  }

  /// Sets a picture with or without air.
  init(
    _ picture: RoomPicture,
    _ around: RoomScreen.Surroundings,
    size: TerminalSize,
    isClose: Bool
  ) {
    self.rows = (0, 0)
    let rows = max(1, size.rows)
    let columns = max(1, size.columns)
    // On a wide screen the text stays a column that can be read, in the middle.
    let side = columns < 20 ? 0 : isClose ? 1 : 2
    width = max(1, min(columns - 2 * side, 76))
    margin = max(side, (columns - width) / 2)
    top = rows > 12 && !isClose ? 2 : rows > 2 ? 1 : 0
    let hintRows = around.hints.isEmpty || rows <= 3 ? 0 : 1
    var trailing: [String] = []
    timer = around.editor == nil ? around.timer : nil
    if let editor = around.editor {
      let field = Self.field(editor, width: width, limit: max(1, rows / 2))
      footLines = field.lines
      editorCursor = field.cursor
    } else {
      footLines = Self.foot(picture, around, width: width)
      if footLines.count > max(1, rows / 4) {
        // A foot that would take the place of the picture goes to its end.
        trailing = [around.notice, picture.foot, around.legibility].compactMap { $0 }
          .filter { !$0.isEmpty }
        footLines = []
      }
    }
    let setter = RoomSetter(picture, trailing: trailing, width: width, isClose: isClose)
    let free = rows - top - hintRows
    let air = rows > 12 && !isClose && !foot(page: 0).isEmpty ? 1 : 0
    self.rows = (setter.rowCount, max(1, free - foot(page: 0).count - air))
    pages = setter.pages(height: self.rows.free)
    if pages.count > 1 {
      hasPageLine = true
      pages = setter.pages(height: max(1, free - foot(page: 0).count))
    }
    footTop = max(top, rows - hintRows - foot(page: 0).count)
    focusedPage = pages.firstIndex { $0.contains(where: \.isFocus) }
    if let place = editorCursor {
      let shift = hasPageLine ? 1 : 0
      editorCursor = Frame.Position(row: footTop + shift + place.row, column: margin + place.column)
    }
  }

  /// The lines below a page; with several pages they begin by saying so.
  ///
  /// The countdown stands beside one of them that leaves room for it, or below.
  func foot(page: Int) -> [StyledText] {
    var lines = footLines
    if hasPageLine {
      let more = page + 1 < pages.count ? ", Space for more" : ""
      lines.insert(StyledText("\(page + 1) of \(pages.count)\(more)", .bold), at: 0)
    }
    guard let timer else { return lines }
    let chip = StyledText(" \(timer) ", Style(bold: true, reverse: true))
    // Room for the longest page line, so that the countdown stays where it is.
    let place = hasPageLine ? 0 : lines.count - 1
    let used =
      hasPageLine
      ? DisplayWidth.of("\(pages.count) of \(pages.count), Space for more")
      : DisplayWidth.of(lines.last?.text ?? "")
    let space = width - used - DisplayWidth.of(chip.text)
    guard lines.indices.contains(place), space >= 2 else { return lines + [chip] }
    let gap = width - DisplayWidth.of(lines[place].text) - DisplayWidth.of(chip.text)
    lines[place] += StyledText(String(repeating: " ", count: max(1, gap))) + chip
    return lines
  }

  private static func foot(
    _ picture: RoomPicture,
    _ around: RoomScreen.Surroundings,
    width: Int
  ) -> [StyledText] {
    let wrapper = TextWrapper(width: width)
    var lines: [StyledText] = []
    if let notice = around.notice { lines += wrapper.lines(StyledText(notice, .bold)) }
    if !picture.foot.isEmpty { lines += wrapper.lines(picture.foot).map { StyledText($0) } }
    if let legibility = around.legibility {
      lines += wrapper.lines(legibility).map { StyledText($0) }
    }
    return lines
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
