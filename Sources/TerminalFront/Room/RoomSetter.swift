import Terminal

/// Sets the pieces of a picture into lines, and the lines into pages.
struct RoomSetter {
  typealias Line = RoomLayout.Line

  private var head: [Line] = []
  /// What is kept together where it can be.
  private var groups: [[Line]] = []

  /// Columns of text.
  private let width: Int
  /// Whether room is to be saved.
  private let isClose: Bool

  init(_ picture: RoomPicture, trailing: [String], width: Int, isClose: Bool) {
    self.width = width
    self.isClose = isClose
    switch picture {
    case .page(let page):
      head = page.head.flatMap { lines($0) }
      groups = page.pieces.enumerated().map { place, piece in
        lines(piece, isFocus: place == page.focus)
      }
    case .tally(let tally):
      groups = tally.rows.enumerated().map { place, row in
        Self.bars(row, of: tally, width: width, isFocus: place == tally.focus)
      }
    case .reveal(let reveal):
      groups = parts(reveal)
    }
    groups += trailing.map { lines(.text($0)) }
  }

  /// The rows that everything takes, without air between.
  var rowCount: Int { groups.reduce(head.count) { $0 + $1.count } }
  /// The rows of each piece.
  var groupRows: [Int] { groups.map(\.count) }

  /// Everything on one page if it fits, with air between where there is room; otherwise on several,
  /// the head on each.
  func pages(height: Int) -> [[Line]] {
    let airy = filled(height: height, gap: 1)
    let tight = filled(height: height, gap: 0)
    return airy.count <= tight.count ? airy : tight
  }

  private func filled(height: Int, gap: Int) -> [[Line]] {
    // A head that would take most of the screen is read once and not repeated.
    let isRepeated = head.count * 4 <= height
    var pages: [[Line]] = []
    var page = head
    var isStarted = head.isEmpty ? false : !isRepeated
    func begin() -> [Line] { isRepeated ? head : [] }
    for group in groups {
      let space = page.isEmpty ? 0 : gap
      if page.count + space + group.count <= height {
        page += [Line](repeating: Line(text: ""), count: space) + group
        isStarted = true
        continue
      }
      if isStarted {
        pages.append(page)
        page = begin()
        isStarted = false
      }
      var rest = group[...]
      while page.count + (page.isEmpty ? 0 : gap) + rest.count > height {
        let space = page.isEmpty ? 0 : gap
        let room = max(1, height - page.count - space)
        page += [Line](repeating: Line(text: ""), count: space) + rest.prefix(room)
        rest = rest.dropFirst(room)
        pages.append(page)
        page = begin()
      }
      if !rest.isEmpty {
        page += [Line](repeating: Line(text: ""), count: page.isEmpty ? 0 : gap) + rest
        isStarted = true
      }
    }
    if isStarted || pages.isEmpty { pages.append(page) }
    return pages.flatMap { Self.cut($0, height: height) }
  }

  /// A head alone may be taller than the screen.
  private static func cut(_ page: [Line], height: Int) -> [[Line]] {
    guard page.count > height else { return [page] }
    return stride(from: 0, to: page.count, by: height).map {
      Array(page[$0..<min($0 + height, page.count)])
    }
  }

  // MARK: Pieces

  private func lines(_ piece: RoomPiece, isFocus: Bool = false) -> [Line] {
    var lines: [Line]
    switch piece {
    case .heading(let text): lines = set(StyledText(text, .bold))
    case .text(let text), .narration(let text): lines = set(StyledText(text))
    case .speech(let name, let mood, let words):
      let how = mood.map { " (\($0))" } ?? ""
      lines = set(
        StyledText("\(name)\(how): ", .bold) + StyledText("\u{201C}\(words)\u{201D}")
      )
    case .item(let text):
      lines = TextWrapper(width: width, first: "\u{2022} ").lines(StyledText(text))
        .map { Line(text: $0) }
    case .choice(let letter, let words, let isNoted):
      // A tick takes the place of a space, so that counting moves nothing.
      let first =
        StyledText(" \(letter) ", Style(bold: true, reverse: true))
        + StyledText((isNoted ? "\u{2713}" : " ") + (isClose ? "" : " "), .bold)
      lines = TextWrapper(width: width, first: first, hanging: isClose ? 4 : 5)
        .lines(StyledText("\u{201C}\(words)\u{201D}")).map { Line(text: $0) }
    case .closed(let words):
      lines = TextWrapper(width: width, first: " -   ").lines(StyledText("Not now: \(words)"))
        .map { Line(text: $0) }
    }
    if !lines.isEmpty { lines[0].isFocus = isFocus }
    return lines
  }

  private func set(_ text: StyledText) -> [Line] {
    TextWrapper(width: width).lines(text).map { Line(text: $0) }
  }

  // MARK: Bars

  /// Two bars that need no colour: light before the talk, full after it, the numbers beside them.
  private static func bars(
    _ row: RoomTally.Row,
    of tally: RoomTally,
    width: Int,
    isFocus: Bool
  ) -> [Line] {
    let most = tally.rows.flatMap { [$0.before ?? 0, $0.after ?? 0] }.max() ?? 0
    let kinds: [(name: String, count: Int?, vote: RoomVote, fill: String)] = [
      ("before", row.before, .first, "\u{2591}"), ("after", row.after, .second, "\u{2588}"),
    ]
    let taken = kinds.filter { $0.count != nil }
    guard !taken.isEmpty else {
      return [Line(text: letter(row.letter) + "  -", isFocus: isFocus)]
    }
    return taken.enumerated().map { place, kind in
      let count = kind.count ?? 0
      let numbers = padded(count, 4) + padded(tally.percent(count, of: kind.vote), 5) + "%"
      let label = taken.count == 1 ? " " : " " + kind.name.padded(to: 7)
      let indent = DisplayWidth.of(label) + 3
      let room = max(0, width - indent - numbers.count)
      let length = most == 0 ? 0 : (count * room + most / 2) / most
      let bar = String(repeating: kind.fill, count: count > 0 ? max(1, length) : 0)
      return Line(
        text: (place == 0 ? letter(row.letter) : StyledText("   "))
          + StyledText(label + bar.padded(to: room)) + StyledText(numbers, .bold),
        isFocus: isFocus && place == 0
      )
    }
  }

  private static func letter(_ letter: String) -> StyledText {
    StyledText(" \(letter) ", Style(bold: true, reverse: true))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  // MARK: What a line does

  private func parts(_ reveal: RoomReveal) -> [[Line]] {
    let choice = RoomPiece.choice(letter: reveal.letter, words: reveal.words, isNoted: false)
    var pieces = [choice] + reveal.reaction
    pieces.append(
      .speech(name: "\(reveal.listener) hears", mood: nil, words: reveal.heard)
    )
    var parts = pieces.map { lines($0) }
    parts.append(set(StyledText("Why: ", .bold) + StyledText(reveal.why)))
    parts.append(reveal.levels.flatMap { set(StyledText($0)) })
    return parts
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
  }
}
