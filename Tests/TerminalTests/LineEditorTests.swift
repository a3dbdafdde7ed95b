import Terminal
import Testing

@Suite struct LineEditorTests {
  /// An editor with the cursor where `|` stands.
  private func editor(_ marked: String) -> LineEditor {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    var editor = LineEditor(String(parts[0] + parts[1]))
    while editor.beforeCursor != parts[0] { editor.moveLeft() }
    return editor
  }

  private func shown(_ editor: LineEditor) -> String {
    editor.beforeCursor + "|" + editor.text.dropFirst(editor.cursor)
  }

  @Test(arguments: [
    ("ab|", Key.scalar("c"), "abc|"), ("a|b", .scalar("x"), "ax|b"),
    ("cafe|", .scalar("\u{301}"), "cafe\u{301}|"),
    ("cafe\u{301}|", .backspace, "caf|"), ("a\u{1F469}\u{200D}\u{1F467}|b", .backspace, "a|b"),
    ("|ab", .backspace, "|ab"), ("|ab", .delete, "|b"), ("ab|", .delete, "ab|"),
    ("ab|", .left, "a|b"), ("|ab", .left, "|ab"), ("ab|", .right, "ab|"),
    ("one two|", .wordLeft, "one |two"), ("one, |two", .wordLeft, "|one, two"),
    ("one| two", .wordRight, "one two|"), ("don\u{2019}t| go", .wordLeft, "|don\u{2019}t go"),
    ("a\nb|c\nd", .home, "a\n|bc\nd"), ("a\nb|c\nd", .end, "a\nbc|\nd"),
    ("one two|", .control("w"), "one |"), ("a\nbc|d", .control("u"), "a\n|d"),
    ("a\n|b", .control("u"), "a|b"),
    ("a|b\nc", .control("k"), "a|\nc"), ("a|\nc", .control("k"), "a|c"),
    ("ab|", .newline, "ab\n|"), ("ab|", .pastedNewline, "ab\n|"),
    ("a|d", .paste("b\r\nc\u{1B}"), "ab\nc|d"),
    ("abc\nd|", .up, "a|bc\nd"), ("abc|\nd", .down, "abc\nd|"),
    ("abc|\nd\nefg", .down, "abc\nd|\nefg"),
  ])
  func handles(_ before: String, _ key: Key, _ after: String) {
    var editor = editor(before)
    let isHandled = editor.handle(key)
    #expect(isHandled)
    #expect(shown(editor) == after)
  }

  @Test func upAndDownKeepTheColumnOverShortLines() {
    var editor = editor("abcd|\nx\nefgh")
    let down = (0..<3).map { _ in editor.moveDown() }
    #expect(down == [true, true, false])
    #expect(shown(editor) == "abcd\nx\nefgh|")
    let up = (0..<3).map { _ in editor.moveUp() }
    #expect(up == [true, true, false])
    #expect(shown(editor) == "abcd|\nx\nefgh")
  }

  @Test func keysWithAnotherMeaningAreLeftToTheCaller() {
    var editor = LineEditor("a")
    for key in [Key.enter, .escape, .tab, .pageDown, .up, .control("x")] {
      let isHandled = editor.handle(key)
      #expect(!isHandled)
    }
    #expect(editor.text == "a")
  }

  @Test func whatWasCutComesBack() {
    var editor = editor("keep this| here")
    editor.cutWordBackward()
    editor.yank()
    #expect(shown(editor) == "keep this| here")
  }

  @Test func neverLosesTextAndTheCursorIsAlwaysInIt() {
    var random = SplitMix(seed: 99)
    let moves: [Key] = [.left, .right, .wordLeft, .wordRight, .home, .end, .up, .down]
    let deletions: [Key] = [.backspace, .delete, .control("w"), .control("u"), .control("k")]
    for _ in 0..<300 {
      var editor = LineEditor()
      for _ in 0..<40 {
        let before = editor
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          editor.handle(random.pick(moves))
          #expect(Array(editor.text.utf8) == Array(before.text.utf8))
        case 1:
          editor.handle(random.pick(deletions))
          // One run of bytes went; what stood before and behind it is untouched.
          let old = Array(before.text.utf8)
          let new = Array(editor.text.utf8)
          let head = zip(old, new).prefix { $0 == $1 }.count
          #expect(new.count <= old.count)
          #expect(old.suffix(new.count - head) == new.suffix(new.count - head))
        default:
          let added = random.hostileText()
          editor.insert(added)
          #expect(letters(editor.text).count == letters(before.text).count + letters(added).count)
        }
        #expect((0...editor.text.count).contains(editor.cursor))
      }
    }
  }

  /// What an insertion must keep: everything but controls and blanks, which it may change.
  private func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .control
    }
  }
}
