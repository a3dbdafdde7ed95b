/// Sets text into lines of a given width.
///
/// Lines end where Unicode lets them end, but not after a hyphen inside a word that fits on a line:
/// such a word may be a name to be typed. A word longer than a line is cut between graphemes, so no
/// text is ever lost; only the spaces at a line's end go. The text is made harmless first, so that
/// the widths are those of what will be printed.
public struct TextWrapper: Sendable {
  /// Columns a line may fill, at least 1.
  public let width: Int
  /// What the first line begins with, such as `1. `.
  public let first: StyledText
  /// Columns that every later line is moved in.
  public let hanging: Int

  /// Makes a wrapper; later lines hang under the end of `first` unless `hanging` says otherwise.
  ///
  /// Where less than half the width would be left, later lines are not moved in at all.
  public init(width: Int, first: StyledText = StyledText(""), hanging: Int? = nil) {
    self.width = max(1, width)
    let safe = first.neutralized(newlines: .shown)
    let indent = max(0, hanging ?? DisplayWidth.of(safe.text))
    self.first = safe
    self.hanging = indent * 2 > self.width ? 0 : indent
  }

  /// Wraps plain text.
  public func lines(_ text: String) -> [String] {
    lines(StyledText(text)).map(\.text)
  }

  /// Wraps styled text; every newline in it ends a line.
  public func lines(_ styled: StyledText) -> [StyledText] {
    var start = first
    var body = styled.neutralized(newlines: .kept)
    if DisplayWidth.of(first.text) >= width {
      // The beginning alone would fill the line: it becomes a part of the text.
      body = first + body
      start = StyledText("")
    }
    var result: [StyledText] = []
    for paragraph in body.cells.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      for line in wrap(paragraph, startingWith: result.isEmpty ? start : nil) {
        result.append(line)
      }
    }
    return result
  }

  private func wrap(
    _ cells: ArraySlice<StyledText.Cell>,
    startingWith start: StyledText?
  )
    -> [StyledText]
  {
    let ends = Self.ends(in: cells, keepingWhole: width - hanging)
    var lines: [StyledText] = []
    var position = cells.startIndex
    repeat {
      let prefix =
        lines.isEmpty && start != nil
        ? start ?? "" : StyledText(String(repeating: " ", count: hanging))
      let room = max(1, width - DisplayWidth.of(prefix.text))
      let end = Self.lineEnd(in: cells, from: position, room: room, ends: ends)
      let line = cells[position..<end].trimmingTrailingSpaces
      // Leading spaces that leave no room for the word after them would make a blank line.
      if !line.isEmpty || end == cells.endIndex {
        lines.append(
          line.isEmpty ? prefix.trimmingTrailingSpaces : prefix + StyledText(cells: line)
        )
      }
      position = end
    } while position < cells.endIndex
    return lines
  }

  /// The furthest place where the line may end and still fit, or a cut inside a long word.
  private static func lineEnd(
    in cells: ArraySlice<StyledText.Cell>,
    from start: Int,
    room: Int,
    ends: [Bool]
  ) -> Int {
    var columns = 0
    var best: Int?
    var position = start
    while position < cells.endIndex {
      if position > start, ends[position - cells.startIndex] { best = position }
      columns += cells[position].columns
      // Spaces may stand beyond the edge: they are not printed there.
      if columns > room, !cells[position].isSpace { return best ?? max(position, start + 1) }
      position += 1
    }
    return cells.endIndex
  }

  /// For each grapheme, whether a line may end before it; words of so many columns keep their hyphens.
  private static func ends(
    in cells: ArraySlice<StyledText.Cell>,
    keepingWhole columns: Int
  ) -> [Bool] {
    let opportunities = LineBreaker(cells.lazy.flatMap(\.character.unicodeScalars)).opportunities
    var result: [Bool] = []
    var scalar = 0
    for (offset, cell) in cells.enumerated() {
      let index = cells.startIndex + offset
      result.append(opportunities[scalar] && !isStrayDash(cells, at: index))
      scalar += cell.character.unicodeScalars.count
    }
    for word in cells.indices.split(whereSeparator: { cells[$0].isSpace })
    where word.reduce(0, { $0 + cells[$1].columns }) <= columns {
      for index in word.dropFirst() where cells[index - 1].character == "-" {
        result[index - cells.startIndex] = false
      }
    }
    return result
  }

  /// The annex lets a line begin with a dash; readers expect it at the end of the line before.
  private static func isStrayDash(_ cells: ArraySlice<StyledText.Cell>, at index: Int) -> Bool {
    let character = cells[index].character
    guard character == "\u{2014}" || character == "\u{2013}", index > cells.startIndex else {
      return false
    }
    let isSpacedAfter = index + 1 == cells.endIndex || cells[index + 1].isSpace
    return !cells[index - 1].isSpace || isSpacedAfter
  }
}
