/// Text being typed, of one or several lines, with a cursor between graphemes.
///
/// A value: undo, redraw after a resize and keeping it over Ctrl-Z are copies. It never drops what
/// was typed except by a deleting edit, and `yank` brings the last cut back.
public struct LineEditor: Hashable, Sendable {
  private var characters: [Character] = []
  /// How many graphemes stand before the cursor.
  public private(set) var cursor: Int = 0
  private var cut = ""
  /// The column that moving up and down tries to keep.
  private var wantedColumn: Int?

  /// Makes an editor with the cursor behind `text`.
  public init(_ text: String = "") { insert(text) }

  /// All that was typed; lines are parted by `\n`.
  public var text: String { String(characters) }

  /// Whether nothing is there.
  public var isEmpty: Bool { characters.isEmpty }

  /// The text before the cursor.
  public var beforeCursor: String { String(characters[..<cursor]) }

  /// Inserts at the cursor.
  ///
  /// Line ends of any kind become `\n`, a TAB a space; controls are left out.
  public mutating func insert(_ addition: String) {
    let clean = Self.clean(addition)
    if !clean.isEmpty { replace(cursor..<cursor, with: clean) }
  }

  /// Puts text in place of some and the cursor behind it.
  ///
  /// What was apart may be one grapheme now (a mark joins the letter before it), so graphemes are
  /// found again, in the lines touched: nothing joins across a line end.
  private mutating func replace(_ range: Range<Int>, with text: String) {
    let start = Self.lineStart(in: characters, before: range.lowerBound)
    let end = characters[range.upperBound...].firstIndex(of: "\n") ?? characters.count
    let head = String(characters[start..<range.lowerBound]) + text
    let fresh = Array(head + String(characters[range.upperBound..<end]))
    characters.replaceSubrange(start..<end, with: fresh)
    let headLength = head.utf8.count
    var length = 0
    cursor = start
    while cursor < start + fresh.count, length < headLength {
      length += characters[cursor].utf8.count
      cursor += 1
    }
    wantedColumn = nil
  }

  private static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
      case "\n": if !followsReturn { result.append("\n") }
      case "\t": result.append(" ")
      default: if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
      followsReturn = scalar == "\r"
    }
    return String(result)
  }

  // MARK: Deleting

  /// Deletes the grapheme before the cursor.
  public mutating func deleteBackward() { remove(max(0, cursor - 1)..<cursor) }

  /// Deletes the grapheme behind the cursor.
  public mutating func deleteForward() { remove(cursor..<min(cursor + 1, characters.count)) }

  /// Cuts back to the beginning of the word (Ctrl-W).
  public mutating func cutWordBackward() { cutOut(wordStart..<cursor) }

  /// Cuts back to the beginning of the line (Ctrl-U); at the beginning, the line end before it.
  public mutating func cutToLineStart() {
    cutOut((lineStart == cursor ? max(0, cursor - 1) : lineStart)..<cursor)
  }

  /// Cuts to the end of the line (Ctrl-K); at the end, the line end itself.
  public mutating func cutToLineEnd() {
    cutOut(cursor..<(lineEnd == cursor ? min(cursor + 1, characters.count) : lineEnd))
  }

  /// Inserts what was cut last (Ctrl-Y).
  public mutating func yank() { insert(cut) }

  private mutating func cutOut(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    cut = String(characters[range])
    remove(range)
  }

  private mutating func remove(_ range: Range<Int>) {
    if !range.isEmpty { replace(range, with: "") }
  }

  // MARK: Moving

  /// Moves one grapheme left.
  public mutating func moveLeft() { move(to: cursor - 1) }

  /// Moves one grapheme right.
  public mutating func moveRight() { move(to: cursor + 1) }

  /// Moves to the beginning of this word or the one before.
  public mutating func moveWordLeft() { move(to: wordStart) }

  /// Moves to the end of this word or the next.
  public mutating func moveWordRight() {
    var position = cursor
    while position < characters.count, !characters[position].isWordPart { position += 1 }
    while position < characters.count, characters[position].isWordPart { position += 1 }
    move(to: position)
  }

  /// Moves to the beginning of the line (Home, Ctrl-A).
  public mutating func moveToLineStart() { move(to: lineStart) }

  /// Moves to the end of the line (End, Ctrl-E).
  public mutating func moveToLineEnd() { move(to: lineEnd) }

  /// Moves to the line above; `false` when there is none.
  @discardableResult
  public mutating func moveUp() -> Bool {
    let start = lineStart
    guard start > 0 else { return false }
    move(toLineStartingAt: Self.lineStart(in: characters, before: start - 1))
    return true
  }

  /// Moves to the line below; `false` when there is none.
  @discardableResult
  public mutating func moveDown() -> Bool {
    let end = lineEnd
    guard end < characters.count else { return false }
    move(toLineStartingAt: end + 1)
    return true
  }

  private mutating func move(to position: Int) {
    cursor = min(max(0, position), characters.count)
    wantedColumn = nil
  }

  private mutating func move(toLineStartingAt start: Int) {
    let wanted = wantedColumn ?? columns(lineStart..<cursor)
    cursor = start
    var column = 0
    while cursor < characters.count, characters[cursor] != "\n" {
      column += DisplayWidth.of(characters[cursor])
      if column > wanted { break }
      cursor += 1
    }
    wantedColumn = wanted
  }

  private func columns(_ range: Range<Int>) -> Int {
    characters[range].reduce(0) { $0 + DisplayWidth.of($1) }
  }

  private var wordStart: Int {
    var position = cursor
    while position > 0, !characters[position - 1].isWordPart { position -= 1 }
    while position > 0, characters[position - 1].isWordPart { position -= 1 }
    return position
  }

  private var lineStart: Int { Self.lineStart(in: characters, before: cursor) }

  private var lineEnd: Int {
    characters[cursor...].firstIndex(of: "\n") ?? characters.count
  }

  private static func lineStart(in characters: [Character], before position: Int) -> Int {
    (characters[..<position].lastIndex(of: "\n") ?? -1) + 1
  }
}

extension LineEditor {
  /// Does what a key usually does to text; `false` for keys that mean something else, as Enter does.
  @discardableResult
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .scalar(let scalar): insert(String(Character(scalar)))
    case .paste(let text): insert(text)
    case .newline, .pastedNewline: insert("\n")
    case .backspace: deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .left, .control("b"): moveLeft()
    case .right, .control("f"): moveRight()
    case .wordLeft, .alt("b"): moveWordLeft()
    case .wordRight, .alt("f"): moveWordRight()
    case .home, .control("a"): moveToLineStart()
    case .end, .control("e"): moveToLineEnd()
    case .control("w"): cutWordBackward()
    case .control("u"): cutToLineStart()
    case .control("k"): cutToLineEnd()
    case .control("y"): yank()
    case .up, .control("p"): return moveUp()
    case .down, .control("n"): return moveDown()
    default: return false
    }
    return true
  }
}

extension Character {
  /// Letters, digits, and the apostrophe and hyphen inside words.
  fileprivate var isWordPart: Bool {
    isLetter || isNumber || self == "'" || self == "\u{2019}" || self == "-" || self == "_"
  }
}
