import Terminal
import Testing

/// Updates of an inline block, read by a little terminal of lines that only grow.
@Suite struct InlineUpdateTests {
  /// Enough of a terminal: letters, `\r`, `\n`, up, down, right, and erasing.
  private struct Paper {
    var rows: [[Character]] = [[]]
    var row = 0
    var column = 0

    var text: [String] {
      var lines = rows.map { String($0) }
      while lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
      return lines
    }

    mutating func take(_ update: ScreenUpdate) {
      var rest = Array(String(decoding: update.bytes, as: UTF8.self).unicodeScalars)[...]
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\r": column = 0
        case "\n":
          row += 1
          if row == rows.count { rows.append([]) }
        case "\u{1B}":
          rest.removeFirst()
          var number = ""
          while let digit = rest.first, !("@"..."~").contains(digit) {
            number.unicodeScalars.append(digit)
            rest.removeFirst()
          }
          obey(rest.removeFirst(), Int(number) ?? 1)
        default:
          while rows[row].count <= column { rows[row].append(" ") }
          rows[row][column] = Character(scalar)
          column += 1
        }
      }
    }

    private mutating func obey(_ final: Unicode.Scalar, _ number: Int) {
      switch final {
      case "A": row = max(0, row - number)
      case "B": row = min(rows.count - 1, row + number)
      case "C": column += number
      case "K": rows[row] = Array(rows[row].prefix(column))
      case "J":
        rows[row] = Array(rows[row].prefix(column))
        rows.removeSubrange((row + 1)...)
      default: break
      }
    }
  }

  private func frame(_ lines: [String], cursor: (Int, Int) = (0, 0)) -> Frame {
    var frame = Frame(size: TerminalSize(rows: lines.count, columns: 20))
    for (row, line) in lines.enumerated() { frame.put(StyledText(line), row: row) }
    frame.cursor = Frame.Position(row: cursor.0, column: cursor.1)
    return frame
  }

  private func update(
    _ old: Frame?,
    _ finished: [String] = [],
    _ new: Frame?,
    sync: Bool = false
  ) -> ScreenUpdate {
    ScreenUpdate(
      below: old,
      printing: finished.isEmpty ? nil : frame(finished),
      to: new,
      level: .attributes,
      isSynchronized: sync
    )
  }

  @Test func blocksGrowShrinkAndMoveUpByWhatIsPrinted() {
    var paper = Paper()
    let first = frame(["ask", "> a"], cursor: (1, 3))
    paper.take(update(nil, ["told"], first))
    #expect(paper.text == ["told", "ask", "> a"])
    #expect((paper.row, paper.column) == (2, 3))

    let taller = frame(["ask", "> ab", "  c", "keys"], cursor: (2, 3))
    paper.take(update(first, [], taller))
    #expect(paper.text == ["told", "ask", "> ab", "  c", "keys"])
    #expect((paper.row, paper.column) == (3, 3))

    let shorter = frame(["next", "> "], cursor: (1, 2))
    paper.take(update(taller, [], shorter))
    #expect(paper.text == ["told", "next", ">"])

    let last = frame(["end"], cursor: (0, 0))
    paper.take(update(shorter, ["you", "her"], last))
    #expect(paper.text == ["told", "you", "her", "end"])

    paper.take(update(last, ["bye"], nil))
    #expect(paper.text == ["told", "you", "her", "bye"])
    #expect((paper.row, paper.column) == (4, 0))
  }

  @Test func anAbandonedBlockIsNeverClimbedOver() {
    var paper = Paper()
    let old = frame(["one", "two", "three"], cursor: (1, 1))
    paper.take(update(nil, ["told"], old))
    paper.take(ScreenUpdate.abandoning(old))
    paper.take(update(nil, [], frame(["new"], cursor: (0, 0))))
    #expect(paper.text == ["told", "one", "t", "new"])
    #expect(ScreenUpdate.abandoning(nil).bytes.isEmpty)
  }

  @Test func nothingChangedNothingSentAndOnlyChangedRowsAreWritten() {
    let old = frame(["one", "two"], cursor: (1, 0))
    #expect(update(old, [], old, sync: true).bytes.isEmpty)
    let bytes = update(old, [], frame(["one", "too"], cursor: (1, 0))).bytes
    #expect(!String(decoding: bytes, as: UTF8.self).contains("one"))
  }
}
