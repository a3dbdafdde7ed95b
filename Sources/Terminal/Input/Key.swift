/// One thing a person did at the keyboard.
public enum Key: Hashable, Sendable {
  /// A printable scalar. Accents typed as marks come by themselves; the editor joins them.
  case scalar(Unicode.Scalar)
  /// Enter, pressed by itself.
  case enter
  /// A line end that arrived together with other bytes: pasted without marks, or typed ahead.
  case pastedNewline
  /// Alt-Enter or Ctrl-J: a new line inside an answer.
  case newline
  /// Text pasted between marks, with its controls taken out and its line ends made `\n`.
  case paste(String)
  /// Tab.
  case tab
  /// Shift-Tab.
  case backTab
  /// Backspace.
  case backspace
  /// Delete.
  case delete
  /// Escape, by itself.
  case escape
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Arrow left with Ctrl or Alt.
  case wordLeft
  /// Arrow right with Ctrl or Alt.
  case wordRight
  /// Home.
  case home
  /// End.
  case end
  /// Page up: also "back" on a presenter's remote.
  case pageUp
  /// Page down: also "next" on a presenter's remote.
  case pageDown
  /// Ctrl with a letter, given small, or with one of `@ [ \ ] ^ _`.
  case control(Character)
  /// Alt with a printable ASCII character.
  case alt(Character)
}
