public import Terminal

extension PracticeScreen {
  /// What a screen should look like.
  public struct Painting: Hashable, Sendable {
    /// Rows to print above for good, before the rest is painted; only an inline screen has them.
    public var finished: Frame?
    /// What is repainted in place; an inline screen's is as high as it needs to be.
    public var live: Frame
  }

  /// Paints, for a window of this size.
  public mutating func paint(size: TerminalSize) -> Painting {
    if self.size != size {
      self.size = size
      budget = nil
    }
    switch manner {
    case .inline: return paintInline(size)
    case .full: return Painting(finished: nil, live: paintFull(size))
    }
  }

  /// All that is left to print when the screen is given up: what was told and is not printed yet, and
  /// for a screen of its own the whole conversation.
  public mutating func finish(columns: Int) -> Frame? {
    let rows = ReadingColumn(columns: columns).rows(told + unread + pending)
    told = []
    unread = []
    pending = []
    live = nil
    notice = []
    isReading = false
    return frame(rows, ReadingColumn(columns: columns), columns: columns)
  }

  // MARK: Inline

  private mutating func paintInline(_ size: TerminalSize) -> Painting {
    let column = ReadingColumn(columns: size.columns)
    let rows = column.rows(unread, afterBlank: lastWasBlank)
    if let page = reading(column: column, height: size.rows) {
      var frame = self.frame(page, column, columns: size.columns) ?? Frame(size: size)
      frame.cursor = Frame.Position(row: 0, column: column.margin)
      return Painting(finished: nil, live: frame)
    }
    let finished = frame(rows, column, columns: size.columns)
    settle(column, rows, height: size.rows)
    let layout = self.layout(column: column, height: size.rows)
    var live = frame(layout.rows, column, columns: size.columns) ?? Frame(size: size)
    live.cursor = Frame.Position(
      row: layout.cursor.row,
      column: layout.cursor.column + column.margin
    )
    return Painting(finished: finished, live: live)
  }

  private func frame(_ rows: [StyledText], _ column: ReadingColumn, columns: Int) -> Frame? {
    guard !rows.isEmpty else { return nil }
    var frame = Frame(size: TerminalSize(rows: rows.count, columns: columns))
    for (row, text) in rows.enumerated() { frame.put(text, row: row, column: column.margin) }
    return frame
  }

  // MARK: A screen of its own

  private mutating func paintFull(_ size: TerminalSize) -> Frame {
    let column = ReadingColumn(columns: size.columns, isCentered: true)
    var frame = Frame(size: size)
    let top = titleStrip(size.columns)
    frame.put(top, row: 0)
    let height = max(1, size.rows - 1)
    let rows = column.rows(unread, afterBlank: lastWasBlank)
    if let page = reading(column: column, height: height) {
      put(page.dropLast(), on: &frame, from: 1, column)
      put(page.suffix(1), on: &frame, from: size.rows - 1, column)
      frame.cursor = Frame.Position(row: min(1, size.rows - 1), column: column.margin)
      return frame
    }
    settle(column, rows, height: height)
    let layout = self.layout(column: column, height: height)
    let conversation = column.rows(told)
    let room = max(0, size.rows - 1 - layout.rows.count)
    scroll = max(0, min(scroll, conversation.count - room))
    let end = conversation.count - scroll
    put(conversation[max(0, end - room)..<end], on: &frame, from: 1, column)
    let start = size.rows - layout.rows.count
    put(layout.rows[...], on: &frame, from: start, column)
    frame.cursor = Frame.Position(
      row: start + layout.cursor.row,
      column: layout.cursor.column + column.margin
    )
    return frame
  }

  private func titleStrip(_ columns: Int) -> StyledText {
    let person = live?.scene?.person.map { name in moods[name].map { "\(name), \($0)" } ?? name }
    let shown = (live?.shown ?? []).map(Gauge.drawn)
    // Made visible before it is measured, as it will be when it is painted.
    let state = ([person].compactMap { $0 } + shown).joined(separator: "   ")
    let right = Neutralizer.visible(state, newlines: .shown)
    let left = Neutralizer.visible(" \(title)", newlines: .shown)
    let gap = columns - DisplayWidth.of(left) - DisplayWidth.of(right) - 1
    let text = gap >= 2 ? left + String(repeating: " ", count: gap) + right : " \(right)"
    let rest = max(0, columns - DisplayWidth.of(text))
    return StyledText(text + String(repeating: " ", count: rest), Style(bold: true, reverse: true))
  }

  private func put(
    _ rows: ArraySlice<StyledText>,
    on frame: inout Frame,
    from first: Int,
    _ column: ReadingColumn
  ) {
    for (offset, text) in rows.enumerated() {
      frame.put(text, row: first + offset, column: column.margin)
    }
  }

  // MARK: Both

  private mutating func layout(column: ReadingColumn, height: Int) -> LiveLayout {
    let question = live ?? LiveQuestion(Prompt(.words, full: "", short: ""), scene: nil)
    let layout = LiveLayout.best(
      self,
      question,
      column: column,
      budget: budget ?? height,
      height: height
    )
    pages = layout.pages
    page = layout.page
    visibleChoices = layout.visibleChoices
    return layout
  }

  /// What is unread takes its place in the conversation.
  private mutating func settle(_ column: ReadingColumn, _ rows: [StyledText], height: Int) {
    guard !unread.isEmpty else { return }
    // Of what was read before, at least the last words stay in sight if there is room.
    budget = height - min(newRows(column), wasRead ? 6 : height)
    if let last = rows.last { lastWasBlank = last.text.isEmpty }
    if manner == .full { told += unread }
    unread = []
    wasRead = false
  }

  /// The page to be read before the question, if what was told does not fit above it; or of a notice that
  /// does not fit into it.
  private mutating func reading(column: ReadingColumn, height: Int) -> [StyledText]? {
    let blocks: [Block]
    if !unread.isEmpty {
      let isShort =
        !ReadingColumn.isInSections(unread)
        && newRows(column) + questionHeight(column, height) <= height
      blocks = wasRead || isShort ? [] : unread
    } else {
      let isLong = notice.count > 2 || column.rows(notice).count * 3 > height
      blocks = notice.isEmpty || !isLong ? [] : notice
    }
    guard !blocks.isEmpty, live != nil else {
      isReading = false
      return nil
    }
    // A blank row and the hints stand below a page.
    let air: [StyledText] = manner == .inline && height >= 16 && !lastWasBlank ? [""] : []
    let parts = column.pages(blocks, height: max(1, height - 2 - air.count))
    guard !parts.isEmpty else {
      isReading = false
      return nil
    }
    isReading = true
    pages = parts.count
    page = min(page, pages - 1)
    let isLast = page + 1 == pages
    var hints: [Hint] = []
    if pages > 1 { hints.append(Hint("page \(page + 1) of \(pages)", "", rank: 0)) }
    hints.append(Hint("Space", isLast ? "goes on" : "next page", rank: 0))
    if page > 0 { hints.append(Hint("PgUp", "back", rank: 1)) }
    if !isLast { hints.append(Hint("End", "skips", rank: 2)) }
    return air + parts[page] + ["", Hints.row(hints, width: column.width)]
  }

  /// How many unread rows say something new: not one's own words, which one has just chosen.
  private func newRows(_ column: ReadingColumn) -> Int {
    let blocks = unread.drop { $0 == .gap }
    if case .you = blocks.first { return column.rows(Array(blocks.dropFirst())).count }
    return column.rows(unread, afterBlank: lastWasBlank).count
  }

  /// The rows that the question takes where it is set closely.
  private func questionHeight(_ column: ReadingColumn, _ height: Int) -> Int {
    guard let live else { return 0 }
    return LiveLayout.best(self, live, column: column, budget: 0, height: height).rows.count
  }
}
