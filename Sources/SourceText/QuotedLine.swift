/// The line a range begins on, cut to the width of a page, and the marks below it.
struct QuotedLine {
  /// The line as it is shown.
  private(set) var text = ""
  /// Spaces, then `^~~~` below the range.
  private(set) var underline = ""

  private static let width = 100
  private static let lead = 40

  private struct Placed {
    var cell: VisibleText.Cell
    var offset: Int
  }

  /// Quotes the line on which `offsets` begins.
  init(_ offsets: Range<Int>, in file: SourceFile) {
    let line = file.offsets(ofLine: file.location(of: offsets.lowerBound).line)
    // A range may begin on the line end itself.
    let start = min(max(offsets.lowerBound, line.lowerBound), line.upperBound)
    let end = min(max(offsets.upperBound, start), line.upperBound)
    let (cells, cutBefore, cutAfter) = Self.window(of: line, around: start, in: file)
    if cutBefore { add(VisibleText.Cell(text: "…", width: 1), mark: " ") }
    var isFirst = true
    for placed in cells {
      let isMarked = placed.offset >= start && (placed.offset < end || placed.offset == start)
      let mark: Character = isMarked ? (isFirst ? "^" : "~") : " "
      add(placed.cell, mark: mark)
      if isMarked && placed.cell.width > 0 { isFirst = false }
    }
    if cutAfter { text += "…" }
    if isFirst { underline += "^" }
    while underline.last == " " || underline.last == "\t" { underline.removeLast() }
  }

  private mutating func add(_ cell: VisibleText.Cell, mark: Character) {
    text += cell.text
    if cell.text == "\t" && mark == " " {
      underline += "\t"
      return
    }
    guard cell.width > 0 else { return }
    let rest: Character = mark == "^" ? "~" : mark
    underline.append(mark)
    underline += String(repeating: rest, count: cell.width - 1)
  }

  /// Chooses what is shown of a line, and tells whether something was cut on either side.
  private static func window(
    of line: Range<Int>,
    around start: Int,
    in file: SourceFile
  ) -> (cells: [Placed], cutBefore: Bool, cutAfter: Bool) {
    // No more than this can be shown, however wide or narrow the characters are.
    var from = max(line.lowerBound, start - width * 4)
    while from > line.lowerBound && file.bytes[from] & 0b1100_0000 == 0b1000_0000 { from -= 1 }
    let to = min(line.upperBound, start + width * 8)
    var cells = self.cells(in: from..<to, of: file)
    let total = cells.reduce(0) { $0 + $1.cell.width }
    guard total > width || from > line.lowerBound || to < line.upperBound else {
      return (cells, false, false)
    }
    var before = cells.reduce(0) { $1.offset < start ? $0 + $1.cell.width : $0 }
    var dropped = 0
    while before > lead && dropped < cells.count && total - (cells[dropped].offset - from) > 0 {
      if cells[dropped].offset >= start { break }
      before -= cells[dropped].cell.width
      dropped += 1
    }
    cells.removeFirst(dropped)
    var kept = 0
    var shown = 0
    while kept < cells.count && shown + cells[kept].cell.width <= width {
      shown += cells[kept].cell.width
      kept += 1
    }
    let cutAfter = kept < cells.count || to < line.upperBound
    cells.removeLast(cells.count - kept)
    return (cells, dropped > 0 || from > line.lowerBound, cutAfter)
  }

  private static func cells(in offsets: Range<Int>, of file: SourceFile) -> [Placed] {
    var cells: [Placed] = []
    var offset = offsets.lowerBound
    while offset < offsets.upperBound {
      let byte = file.bytes[offset]
      let length =
        switch byte {
        case 0..<0x80: 1
        case 0xC2..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0..<0xF5: 4
        default: 1
        }
      let end = min(offset + length, file.bytes.count)
      if let scalar = scalar(file.bytes[offset..<end]) {
        cells.append(Placed(cell: VisibleText.cell(for: scalar), offset: offset))
        offset = end
      } else {
        cells.append(Placed(cell: VisibleText.cell(forBadByte: byte), offset: offset))
        offset += 1
      }
    }
    return cells
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }
}
