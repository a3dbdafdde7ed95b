import Terminal
import Testing

@Suite struct ScreenUpdateTests {
  private let size = TerminalSize(rows: 3, columns: 10)

  private func frame(_ lines: String...) -> Frame {
    var frame = Frame(size: size)
    for (row, line) in lines.enumerated() { frame.put(StyledText(line), row: row) }
    return frame
  }

  private func bytes(
    from old: Frame?,
    to new: Frame,
    level: StyleLevel = .color,
    sync: Bool = false
  ) -> String {
    let update = ScreenUpdate(from: old, to: new, level: level, isSynchronized: sync)
    return String(decoding: update.bytes, as: UTF8.self)
  }

  @Test func firstPaintWritesEveryRowAndNeverClears() {
    let painted = bytes(from: nil, to: frame("one", "", "0123456789"))
    #expect(
      painted == "\u{1B}[1;1H\u{1B}[0mone\u{1B}[K\u{1B}[2;1H\u{1B}[0m\u{1B}[K"
        + "\u{1B}[3;1H\u{1B}[0m0123456789\u{1B}[1;1H"
    )
    #expect(!painted.contains("\u{1B}[2J"))
  }

  @Test func onlyChangedRowsAreWritten() {
    let painted = bytes(from: frame("a", "b", "c"), to: frame("a", "B", "c"), sync: true)
    #expect(painted == "\u{1B}[?2026h\u{1B}[2;1H\u{1B}[0mB\u{1B}[K\u{1B}[1;1H\u{1B}[?2026l")
  }

  @Test func nothingChangedNothingSent() {
    #expect(bytes(from: frame("a"), to: frame("a"), sync: true) == "")
  }

  @Test func aMovedCursorIsAllThatMoves() {
    var moved = frame("a", "b")
    moved.cursor = Frame.Position(row: 1, column: 1)
    #expect(bytes(from: frame("a", "b"), to: moved) == "\u{1B}[2;2H")
    moved.cursor = Frame.Position(row: 90, column: -4)
    #expect(bytes(from: frame("a", "b"), to: moved) == "\u{1B}[3;1H")
  }

  @Test func anotherSizeIsPaintedWhole() {
    let wide = Frame(size: TerminalSize(rows: 2, columns: 20))
    #expect(bytes(from: frame("a"), to: wide).contains("\u{1B}[2;1H"))
  }

  @Test func stylesAreRunsAndEndWithTheRow() {
    var frame = Frame(size: size)
    let end = frame.put(
      StyledText("ab", .bold) + StyledText("c") + StyledText("d", .reverse),
      row: 0
    )
    #expect(end == 4)
    let painted = bytes(from: Frame(size: size), to: frame)
    #expect(
      painted == "\u{1B}[1;1H\u{1B}[0m\u{1B}[1mab\u{1B}[0mc\u{1B}[7md\u{1B}[0m\u{1B}[K\u{1B}[1;1H"
    )
    #expect(!bytes(from: Frame(size: size), to: frame, level: .plain).contains("m\u{1B}[1m"))
  }

  @Test func groundsArePaintedToTheEdges() {
    var frame = Frame(size: TerminalSize(rows: 1, columns: 4), ground: Style(ground: .light))
    frame.put(StyledText("a", .bold), row: 0)
    #expect(
      bytes(from: nil, to: frame) == "\u{1B}[1;1H\u{1B}[0m\u{1B}[1;38;5;16;48;5;231ma\u{1B}[0m"
        + "\u{1B}[38;5;16;48;5;231m   \u{1B}[0m\u{1B}[1;1H"
    )
  }

  @Test func textStaysInsideTheScreenAndHarmless() {
    var frame = Frame(size: size)
    frame.put("0123456789abc", row: 0)
    frame.put("012345678\u{4F60}", row: 1)
    frame.put("\u{1B}[2Jx\ny", row: 2)
    frame.put("nowhere", row: 3)
    frame.put("nowhere", row: -1)
    #expect(frame.text(row: 0) == "0123456789")
    #expect(frame.text(row: 1) == "012345678")
    #expect(frame.text(row: 2) == "^[[2Jx^Jy")
  }

  @Test func halfAWideGraphemeIsNeverLeft() {
    var frame = frame("a\u{4F60}b")
    frame.put("x", row: 0, column: 2)
    #expect(frame.text(row: 0) == "a xb")
    var other = self.frame("a\u{4F60}b")
    other.put("x", row: 0, column: 1)
    #expect(other.text(row: 0) == "ax b")
  }

  @Test func rowsAlwaysFillTheWidth() {
    var random = SplitMix(seed: 55)
    for _ in 0..<1_000 {
      var frame = Frame(size: size)
      for _ in 0..<4 {
        frame.put(
          StyledText(random.hostileText()),
          row: 1,
          column: Int.random(in: -3...12, using: &random)
        )
      }
      #expect(frame.rows[1].count == 10)
      #expect(frame.rows[1].reduce(0) { $0 + $1.width } == 10)
    }
  }

  @Test(arguments: [
    ([:], true), (["TERM_PROGRAM": "Apple_Terminal"], false), (["REHEARSE_NO_SYNC": "1"], false),
    (["REHEARSE_NO_SYNC": "", "TERM_PROGRAM": "iTerm.app"], true),
  ])
  func synchronizesWhereItIsSafe(_ environment: [String: String], _ expected: Bool) {
    #expect(ScreenUpdate.maySynchronize(environment) == expected)
  }
}
