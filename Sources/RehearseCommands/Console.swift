import Platform
import Terminal
import TerminalFront

/// The person at the keyboard, or the pipe: lines out, lines in.
///
/// Everything that is written goes through ``TerminalOutput``, which neutralises it.
final class Console {
  let output: TerminalOutput
  let errors: TerminalOutput
  private let input: LineInput
  /// The columns to wrap at; `nil` leaves that to the terminal or the reader of the file.
  private let width: Int?
  private let isInteractive: Bool
  private var hinted: Set<Prompt.Kind> = []
  /// The painted screen, where there is one; the lines otherwise.
  private var screen: ScreenConsole?

  /// Sits down at the host's streams; `input` is the keyboard or the pipe.
  ///
  /// A screen is painted if a terminal is given for it, a person sits at both ends, and nothing asks for
  /// plain lines.
  init(host: Host, input: InputSource, settings: Settings, terminal: TerminalControl? = nil) {
    let isInteractive =
      host.streams.facts(.input).isTerminal && host.streams.facts(.output).isTerminal
    self.isInteractive = isInteractive
    self.output = Self.sink(host, .output, settings)
    self.errors = Self.sink(host, .error, settings)
    self.input = LineInput(source: input)
    let columns = host.streams.facts(.output).columns ?? 80
    // Sixty to seventy letters a line read best; a pipe or a screen reader wraps for itself.
    self.width = isInteractive && !settings.plain.value ? max(20, min(columns - 2, 72)) : nil
    if let terminal, isInteractive, !settings.plain.value {
      screen = ScreenConsole(
        host: host,
        source: input,
        output: output,
        terminal: terminal,
        isFull: settings.full.value
      )
    }
  }

  private static func sink(
    _ host: Host,
    _ stream: StandardStream,
    _ settings: Settings
  ) -> TerminalOutput {
    TerminalOutput(level: settings.level(host, stream)) { bytes in
      do throws(HostError) {
        try host.streams.write(stream, bytes)
        return .written
      } catch {
        return .readerGone
      }
    }
  }

  /// Shows blocks: as lines that are never changed again, or on the screen.
  func show(_ blocks: [Block]) {
    if let screen {
      screen.show(blocks)
      return
    }
    for line in LineRenderer.lines(blocks, width: width ?? .max) { show(line) }
    _ = output.flush()
  }

  /// Gives the terminal back, and prints what was not printed yet.
  func finish() {
    screen?.finish()
    _ = output.flush()
  }

  /// Shows one sentence of the program's own.
  func say(_ text: String) {
    show([.text(text)])
  }

  /// Says something that is not part of the conversation, such as an error.
  func complain(_ text: String) {
    finish()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      errors.line(StyledText(String(line)))
    }
    _ = errors.flush()
  }

  private func show(_ line: LineRenderer.Line) {
    let style: Style = line.isStrong ? .bold : .plain
    guard let width, !line.text.isEmpty, !line.isWhole else {
      output.line(StyledText(line.text, style))
      return
    }
    let wrapper = TextWrapper(width: width, hanging: line.indent)
    for row in wrapper.lines(StyledText(line.text, style)) { output.line(row) }
  }

  /// Asks, and waits for a line.
  ///
  /// The whole hint is given once, the short one afterwards.
  func ask(_ prompt: Prompt, scene: Scene? = nil) -> LineEvent {
    if let screen {
      if let event = screen.ask(prompt, scene: scene) { return event }
      // The terminal cannot be had key by key: lines always work.
      screen.finish()
      self.screen = nil
    }
    let isNew = hinted.insert(prompt.kind).inserted
    if isInteractive {
      if isNew { show([.text(prompt.full)]) }
      output.write(StyledText(isNew ? "> " : "\(prompt.short) "))
    } else {
      output.line(StyledText(isNew ? prompt.full : prompt.short))
    }
    _ = output.flush()
    let event = input.next()
    // What comes next must not stand behind the prompt.
    if event == .woken, isInteractive { output.line(StyledText("")) }
    return event
  }

  /// Whether somebody still reads what is written.
  var isHeard: Bool { output.result == .written }
}
