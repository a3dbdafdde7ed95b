import Platform
import Records
import Terminal
import TerminalFront

/// The person at a terminal that can be painted on: keys in, repaints out.
///
/// The practice itself is the value ``PracticeScreen``; this reads, writes, and takes and gives back the
/// terminal. It is taken with the first question, so that a command that only tells never touches it.
final class ScreenConsole {
  private let host: Host
  private let source: InputSource
  private let output: TerminalOutput
  private let terminal: TerminalControl
  private let manner: PracticeScreen.Manner
  private let isSynchronized: Bool

  private var screen: PracticeScreen
  private var reader = KeyReader()
  private var keys: [Key] = []
  /// What the terminal shows now, if it is known.
  private var painted: Frame?
  private var isOurs = false
  /// Whether the last question was left open because something else happened.
  private var wasWoken = false
  /// Until when an Enter is a habit and not an answer.
  private var habitEnds: Int64 = 0

  init(
    host: Host,
    source: InputSource,
    output: TerminalOutput,
    terminal: TerminalControl,
    isFull: Bool
  ) {
    self.host = host
    self.source = source
    self.output = output
    self.terminal = terminal
    manner = isFull ? .full : .inline
    screen = PracticeScreen(manner: manner)
    var environment: [String: String] = [:]
    for name in ["TERM_PROGRAM", "REHEARSE_NO_SYNC"] { environment[name] = host.environment(name) }
    isSynchronized = ScreenUpdate.maySynchronize(environment)
  }

  /// Shows blocks, before the next question or at the end.
  func show(_ blocks: [Block]) { screen.show(blocks) }

  /// Asks, and waits for an answer; `nil` if the terminal cannot be had.
  func ask(_ prompt: Prompt, scene: Scene?) -> LineEvent? {
    guard take() else { return nil }
    screen.ask(prompt, scene: scene, keepingText: wasWoken)
    wasWoken = false
    while true {
      if let event = takeKeys() { return event }
      paint()
      guard output.result == .written else { return .endOfInput }
      switch source.next(within: reader.isWaiting ? KeyReader.patience : nil) {
      case .bytes(let bytes): keys += reader.feed(bytes)
      case .timedOut: keys += reader.timeOut()
      case .woken:
        screen.skipReading()
        paint()
        wasWoken = true
        return .woken
      case .end: return .endOfInput
      case .failed(let failure): return .failed(failure)
      case .signal(.windowChanged): lose()
      case .signal(.continued):
        // The shell has written since; whatever stood there is left as it is.
        painted = nil
      case .signal(let signal): return .interrupted(signal)
      }
    }
  }

  /// Prints what was told and is not printed yet, and gives the terminal back.
  func finish() {
    let columns = size.columns
    if isOurs, manner == .full {
      terminal.leave()
      painted = nil
    }
    let rest = screen.finish(columns: columns)
    output.show(update(printing: rest, to: nil))
    painted = nil
    if isOurs {
      terminal.standAbove(0)
      if manner == .inline { terminal.leave() }
    }
    isOurs = false
  }

  // MARK: Keys

  /// Gives the keys that were pressed to the screen until one of them answers.
  private func takeKeys() -> LineEvent? {
    while !keys.isEmpty {
      let key = keys.removeFirst()
      if key == .enter || key == .pastedNewline, host.monotonic() < habitEnds {
        // Whoever is used to Enter presses it after a number too; it must not answer what comes next.
        habitEnds = 0
        continue
      }
      habitEnds = 0
      switch screen.take(key) {
      case .line(let line, let atOnce):
        if atOnce, key != .enter { habitEnds = host.monotonic() + 1_200 }
        return .line(InputLine(text: line))
      case .endOfInput: return .endOfInput
      case .editor(let text): edit(text)
      case .repaint: lose()
      case nil: break
      }
    }
    return nil
  }

  private func edit(_ text: String) {
    guard let command = host.editor else {
      screen.remark("No editor is set. Put its name into EDITOR, such as: export EDITOR=nano")
      return
    }
    guard let path = try? host.placeForWords() else {
      screen.remark("There is no folder to keep the text in while it is edited.")
      return
    }
    let old = painted
    giveBack()
    do throws(HostError) {
      try host.files.replace(path, Array("\(text)\n".utf8))
      if terminal.edit(command, path) {
        let bytes = try host.files.read(path, KeyReader.pasteLimit)
        screen.edited(String(decoding: bytes, as: UTF8.self))
      } else {
        screen.remark("The editor \(command) did not end well. Your words are as they were.")
      }
    } catch {
      screen.remark(error.explanation)
    }
    try? host.files.remove(path)
    painted = nil
    if old != nil { _ = take() }
  }

  // MARK: The terminal

  private var size: TerminalSize {
    let facts = host.streams.facts(.output)
    return TerminalSize(
      rows: facts.rows ?? TerminalSize.usual.rows,
      columns: facts.columns ?? TerminalSize.usual.columns
    )
  }

  private func take() -> Bool {
    if isOurs { return true }
    isOurs = terminal.enter(manner == .full)
    return isOurs
  }

  private func giveBack() {
    if manner == .inline { output.show(update(printing: nil, to: nil)) }
    painted = nil
    terminal.standAbove(0)
    terminal.leave()
    isOurs = false
  }

  /// Nobody knows any more what the terminal shows.
  private func lose() {
    if manner == .inline { output.show(ScreenUpdate.abandoning(painted)) }
    painted = nil
  }

  private func paint() {
    let painting = screen.paint(size: size)
    output.show(update(printing: painting.finished, to: painting.live))
    painted = painting.live
    terminal.markPastes(screen.takesText)
    if manner == .inline {
      terminal.standAbove(painting.live.size.rows - painting.live.cursor.row)
    }
  }

  private func update(printing finished: Frame?, to frame: Frame?) -> ScreenUpdate {
    if manner == .full, let frame {
      return ScreenUpdate(
        from: painted,
        to: frame,
        level: output.level,
        isSynchronized: isSynchronized
      )
    }
    return ScreenUpdate(
      below: painted,
      printing: finished,
      to: frame,
      level: output.level,
      isSynchronized: isSynchronized
    )
  }
}

extension Host {
  /// The person's own editor.
  fileprivate var editor: String? {
    ["VISUAL", "EDITOR"].compactMap { environment($0) }.first { !$0.isEmpty }
  }

  /// Where words may lie while they are edited: a folder of this person only, forgotten at logout where
  /// the system has one.
  fileprivate func placeForWords() throws -> String {
    if let folder = environment("XDG_RUNTIME_DIR"), folder.hasPrefix("/") {
      return folder + "/rehearse-words.txt"
    }
    let folder = try RecordsPlaces(host: self).data
    try files.makePrivateDirectory(folder)
    return folder + "/words.txt"
  }
}
