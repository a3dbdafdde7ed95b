public import Terminal

extension PracticeScreen {
  /// Takes one key.
  public mutating func take(_ key: Key) -> Answer? {
    if key == .control("l") { return .repaint }
    if isReading { return read(key) }
    guard live != nil else { return nil }
    if isControlX {
      isControlX = false
      return key == .control("e") ? .editor(editor.text) : nil
    }
    switch key {
    case .control("x"): isControlX = true
    case .control("d") where editor.isEmpty: return .endOfInput
    case .pageDown: turn(by: 1)
    case .pageUp: turn(by: -1)
    case .escape:
      notice = []
      focus = .field
    case .tab: moveFocus(by: 1)
    case .backTab: moveFocus(by: -1)
    default:
      if case .choice(let place) = focus { return choose(key, at: place) }
      return type(key)
    }
    return nil
  }

  // MARK: Reading

  private mutating func read(_ key: Key) -> Answer? {
    switch key {
    case .scalar(" "), .pageDown, .enter, .down, .right, .tab:
      if page + 1 < pages { page += 1 } else { finishReading() }
    case .pageUp, .up, .left, .backspace, .backTab, .scalar("<"): page = max(0, page - 1)
    case .home: page = 0
    case .end, .escape, .scalar("q"): finishReading()
    case .control("d"): return .endOfInput
    case .scalar(let letter) where live != nil && letter.properties.isAlphabetic:
      // Whoever begins to speak has read enough, and the first letter is not lost.
      finishReading()
      focus = .field
      _ = editor.handle(key)
    default: break
    }
    return nil
  }

  /// Takes what is being read for read, because something newer is to be told.
  public mutating func skipReading() {
    if isReading { finishReading() }
  }

  /// What was read takes its place in the conversation; a notice goes.
  private mutating func finishReading() {
    isReading = false
    page = 0
    if unread.isEmpty { notice = [] } else { wasRead = true }
  }

  // MARK: Choosing

  private mutating func turn(by pages: Int) {
    if manner == .full, scroll > 0 || self.pages == 1 || (pages < 0 && page == 0) {
      scroll = max(0, scroll - pages * max(1, (size?.rows ?? 24) / 2))
      return
    }
    page = min(max(0, page + pages), self.pages - 1)
    focus = .field
  }

  private mutating func moveFocus(by step: Int) {
    guard let count = live?.choices.count, count > 0 else { return }
    // The field is the place before the first choice and after the last.
    let place: Int
    switch focus {
    case .field where pages > 1 && !visibleChoices.isEmpty:
      place = step > 0 ? visibleChoices.lowerBound : visibleChoices.upperBound - 1
    case .field: place = step > 0 ? 0 : count - 1
    case .choice(let old): place = old + step
    }
    focus = (0..<count).contains(place) ? .choice(place) : .field
  }

  private mutating func choose(_ key: Key, at place: Int) -> Answer? {
    guard let live else { return nil }
    switch key {
    case .down: moveFocus(by: 1)
    case .up: moveFocus(by: -1)
    case .enter: return submit(live.choices[place].key, atOnce: true)
    default:
      focus = .field
      return type(key)
    }
    return nil
  }

  // MARK: Typing

  private mutating func type(_ key: Key) -> Answer? {
    guard let live else { return nil }
    if editor.isEmpty, let answer = takeSingle(key, live) { return answer }
    switch key {
    case .pastedNewline where editor.isEmpty: break
    // Over a slow line a short answer and its Enter arrive together; it is no paste.
    case .pastedNewline where Self.isAnswer(editor.text):
      return submit(meaning(of: editor.text, in: live), atOnce: false)
    case .scalar(" ") where editor.isEmpty:
      // No answer begins with a space; whoever has just turned pages presses it once too often.
      if pages > 1 { page = (page + 1) % pages }
    case .enter: return submit(meaning(of: editor.text, in: live), atOnce: false)
    case .up where !editor.moveUp(): moveFocus(by: -1)
    case .down where !editor.moveDown(): moveFocus(by: 1)
    case .up, .down: break
    default:
      if editor.handle(key) { notice = [] }
    }
    return nil
  }

  /// A key that answers by itself while nothing is typed.
  private mutating func takeSingle(_ key: Key, _ live: LiveQuestion) -> Answer? {
    guard case .scalar(let scalar) = key else { return nil }
    let word = String(Character(scalar))
    if live.choosesAtOnce, live.choices.contains(where: { $0.key == word }) {
      return submit(word, atOnce: true)
    }
    // Back waits for its Enter: it makes the attempt practice for good.
    return word == "?" ? submit(word, atOnce: true) : nil
  }

  /// A letter by itself is the reply at its place, unless it is a command.
  private func meaning(of text: String, in live: LiveQuestion) -> String {
    let word = text.trimmed.lowercased()
    guard live.prompt.kind == .choice, word.utf8.count == 1, let letter = word.utf8.first,
      Command(line: word) == nil, letter >= 97, live.choices.indices.contains(Int(letter) - 97)
    else { return text }
    return live.choices[Int(letter) - 97].key
  }

  /// Whether a line answers or commands, and is nobody's own words.
  private static func isAnswer(_ line: String) -> Bool {
    Command(line: line) != nil || Int(line.trimmed) != nil
      || ["", "yes", "no", "y", "n"].contains(line.trimmed.lowercased())
  }

  private mutating func submit(_ line: String, atOnce: Bool) -> Answer {
    notice = []
    submitted = atOnce ? "" : line
    if !atOnce, live?.scene?.person != nil, !Self.isAnswer(line) { said = line }
    editor = LineEditor()
    focus = .field
    return .line(line, atOnce: atOnce)
  }
}
