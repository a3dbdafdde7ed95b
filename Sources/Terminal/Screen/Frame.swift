/// A whole screen as it should look: rows of styled cells and the place of the cursor.
public struct Frame: Hashable, Sendable {
  /// One grapheme on the screen; a wide one is followed by a cell of width 0.
  public struct Cell: Hashable, Sendable {
    /// The grapheme, already harmless.
    public let character: Character
    /// Columns it takes; 0 for the second half of a wide one.
    public let width: Int
    /// How it looks.
    public let style: Style

    static func blank(_ style: Style) -> Cell { Cell(character: " ", width: 1, style: style) }
    static func covered(_ style: Style) -> Cell { Cell(character: " ", width: 0, style: style) }
  }

  /// A place on the screen, counted from 0.
  public struct Position: Hashable, Sendable {
    /// Rows below the first.
    public var row: Int
    /// Columns right of the first.
    public var column: Int

    /// Makes a position.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The size it was made for.
  public let size: TerminalSize
  /// The style of every cell nothing was put on.
  public let ground: Style
  /// Cells, row by row; each row is `size.columns` long.
  public private(set) var rows: [[Cell]]
  /// Where the cursor rests: on what has the focus.
  public var cursor: Position

  /// Makes an empty frame.
  public init(size: TerminalSize, ground: Style = .plain) {
    self.size = TerminalSize(rows: max(1, size.rows), columns: max(1, size.columns))
    self.ground = ground
    let row = [Cell](repeating: .blank(ground), count: self.size.columns)
    rows = [[Cell]](repeating: row, count: self.size.rows)
    cursor = Position(row: 0, column: 0)
  }

  /// Puts one line of text at a place; what would stand beyond the edges is left out.
  ///
  /// A style without a ground takes the frame's ground.
  ///
  /// - Returns: The column behind the last cell that was put.
  @discardableResult
  public mutating func put(_ text: StyledText, row: Int, column: Int = 0) -> Int {
    var column = column
    guard rows.indices.contains(row) else { return column }
    for span in text.neutralized(newlines: .shown).spans {
      var style = span.style
      if style.ground == nil { style.ground = ground.ground }
      for character in span.text {
        let width = DisplayWidth.of(character)
        guard column >= 0, column + width <= size.columns else {
          if column < 0 { column += width }
          continue
        }
        clearWideNeighbours(row: row, columns: column..<(column + width))
        rows[row][column] = Cell(character: character, width: width, style: style)
        for covered in (column + 1)..<max(column + 1, column + width) {
          rows[row][covered] = .covered(style)
        }
        column += width
      }
    }
    return column
  }

  /// The letters of one row, without the blanks at its end.
  public func text(row: Int) -> String {
    guard rows.indices.contains(row) else { return "" }
    let cells = rows[row].filter { $0.width > 0 }
    let last = cells.lastIndex { $0.character != " " } ?? -1
    return String(cells[...last].map(\.character))
  }

  /// Overwriting half of a wide grapheme leaves a blank, never the other half.
  private mutating func clearWideNeighbours(row: Int, columns: Range<Int>) {
    var first = columns.lowerBound
    while first > 0, rows[row][first].width == 0 { first -= 1 }
    var end = columns.upperBound
    while end < size.columns, rows[row][end].width == 0 { end += 1 }
    for column in first..<end { rows[row][column] = .blank(rows[row][column].style) }
  }
}
