public import Terminal

/// Draws what the room may see, for a projector.
///
/// Made for 55 x 16 and good down to 40 x 12 and below: what does not fit goes on another page, and the
/// screen says so. Black and white carry everything.
public enum RoomScreen {
  /// What stands around the picture.
  public struct Surroundings: Hashable, Sendable {
    /// The left end of the strip.
    public var title = ""
    /// The countdown, if one runs.
    public var timer: String?
    /// A sentence for the facilitator.
    public var notice: String?
    /// The keys that matter now, most needed first; none hides the line.
    public var hints: [String] = []
    /// A line being typed.
    public var editor: LineEditor?
    /// A line below everything else, as about how far the screen can be read.
    public var legibility: String?

    /// Creates surroundings with nothing in them.
    public init() {}
  }

  /// How many pages a picture takes at a size.
  public static func pageCount(
    _ picture: RoomPicture,
    _ around: Surroundings,
    size: TerminalSize
  ) -> Int {
    RoomLayout(picture, around, size: size).pages.count
  }

  /// The page on which the focused thing stands.
  public static func focusedPage(
    _ picture: RoomPicture,
    _ around: Surroundings,
    size: TerminalSize
  ) -> Int? {
    RoomLayout(picture, around, size: size).focusedPage
  }

  /// The screen with one page of a picture on it.
  public static func frame(
    _ picture: RoomPicture,
    _ around: Surroundings,
    page: Int,
    size: TerminalSize,
    ground: Style.Ground
  ) -> Frame {
    let layout = RoomLayout(picture, around, size: size)
    var frame = Frame(size: size, ground: Style(ground: ground))
    let page = min(max(0, page), layout.pages.count - 1)
    let (rows, columns) = (frame.size.rows, frame.size.columns)
    frame.put(strip(around.title, picture.label, columns: columns), row: 0)
    var row = layout.top
    // Beside the text: on a painted ground some terminals hide the letter under the cursor.
    frame.cursor = Frame.Position(row: min(row, rows - 1), column: max(0, layout.margin - 2))
    for line in layout.pages[page] {
      if line.isFocus {
        frame.put(StyledText(">", .bold), row: row, column: max(0, layout.margin - 2))
        frame.cursor = Frame.Position(row: row, column: max(0, layout.margin - 1))
      }
      frame.put(line.text, row: row, column: layout.margin)
      row += 1
    }
    for (offset, line) in layout.foot(page: page).enumerated() {
      frame.put(line, row: layout.footTop + offset, column: layout.margin)
    }
    if let cursor = layout.editorCursor { frame.cursor = cursor }
    if !around.hints.isEmpty, rows > 3 {
      frame.put(StyledText(hintLine(around.hints, columns: columns)), row: rows - 1)
    }
    return frame
  }

  /// A screen with nothing on it; the cursor stays visible, in the corner.
  public static func blank(size: TerminalSize, ground: Style.Ground) -> Frame {
    Frame(size: size, ground: Style(ground: ground))
  }

  private static func strip(_ title: String, _ label: String, columns: Int) -> StyledText {
    let right = " \(label) "
    let room = max(0, columns - DisplayWidth.of(right) - 1)
    // Made visible before it is measured, or what is shown of a control would push the label out.
    let left = " " + fitted(Neutralizer.visible(title, newlines: .shown), columns: max(0, room - 1))
    let gap = max(0, columns - DisplayWidth.of(left) - DisplayWidth.of(right))
    return StyledText(
      left + String(repeating: " ", count: gap) + right,
      Style(bold: true, reverse: true)
    )
  }

  /// The text, cut with an ellipsis where it is too long; for the strip only, where it is a title that
  /// the room has read in full.
  private static func fitted(_ text: String, columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    var result = ""
    var width = 1
    for character in text {
      width += DisplayWidth.of(character)
      if width > columns { break }
      result.append(character)
    }
    return columns < 1 ? "" : result + "\u{2026}"
  }

  /// As many hints as fit whole; the last, which leads to all the others, always.
  private static func hintLine(_ hints: [String], columns: Int) -> String {
    guard let last = hints.last else { return "" }
    var line = ""
    for hint in hints.dropLast() {
      let longer = "\(line) \(hint)  "
      if DisplayWidth.of(longer + last) + 1 > columns { break }
      line = longer
    }
    return "\(line) \(last)"
  }
}
