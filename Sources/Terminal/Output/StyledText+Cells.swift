extension StyledText {
  /// One grapheme with its width and style.
  struct Cell: Hashable {
    var character: Character
    var columns: Int
    var style: Style

    var isSpace: Bool { character == " " }

    var isNewline: Bool { character == "\n" }
  }

  /// The same text with nothing in it that could steer a terminal.
  func neutralized(newlines: Neutralizer.Newlines) -> StyledText {
    StyledText(
      spans: spans.map { Span(Neutralizer.visible($0.text, newlines: newlines), $0.style) }
    )
  }

  var cells: [Cell] {
    spans.flatMap { span in
      span.text.map { Cell(character: $0, columns: DisplayWidth.of($0), style: span.style) }
    }
  }

  init(cells: some Sequence<Cell>) {
    spans = []
    for cell in cells {
      if let last = spans.indices.last, spans[last].style == cell.style {
        spans[last].text.append(cell.character)
      } else {
        spans.append(Span(String(cell.character), cell.style))
      }
    }
  }

  var trimmingTrailingSpaces: StyledText {
    StyledText(cells: cells[...].trimmingTrailingSpaces)
  }
}

extension ArraySlice<StyledText.Cell> {
  var trimmingTrailingSpaces: ArraySlice<StyledText.Cell> {
    guard let last = lastIndex(where: { !$0.isSpace }) else { return self[startIndex..<startIndex] }
    return self[startIndex...last]
  }
}
