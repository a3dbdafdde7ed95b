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

  /// Sits down at the host's streams; `input` is the keyboard or the pipe.
  init(host: Host, input: InputSource, isPlain: Bool) {
    let isInteractive =
      host.streams.facts(.input).isTerminal && host.streams.facts(.output).isTerminal
    self.isInteractive = isInteractive
    self.output = Self.sink(host, .output, isPlain: isPlain)
    self.errors = Self.sink(host, .error, isPlain: isPlain)
    self.input = LineInput(source: input)
    let columns = host.streams.facts(.output).columns ?? 80
    // Sixty to seventy letters a line read best; a pipe or a screen reader wraps for itself.
    self.width = isInteractive && !isPlain ? max(20, min(columns - 2, 72)) : nil
  }

  private static func sink(
    _ host: Host,
    _ stream: StandardStream,
    isPlain: Bool
  ) -> TerminalOutput {
    var environment: [String: String] = [:]
    for name in ["TERM", "NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR"] {
      environment[name] = host.environment(name)
    }
    let level = StyleLevel.decide(
      flag: .auto,
      environment: environment,
      isTerminal: host.streams.facts(stream).isTerminal
    )
    return TerminalOutput(level: isPlain ? .plain : min(level, .attributes)) { bytes in
      do throws(HostError) {
        try host.streams.write(stream, bytes)
        return .written
      } catch {
        return .readerGone
      }
    }
  }

  /// Shows blocks, each as a line that is never changed again.
  func show(_ blocks: [Block]) {
    for line in LineRenderer.lines(blocks) { show(line) }
    _ = output.flush()
  }

  /// Shows one sentence of the program's own.
  func say(_ text: String) {
    show([.text(text)])
  }

  /// Says something that is not part of the conversation, such as an error.
  func complain(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      errors.line(StyledText(String(line)))
    }
    _ = errors.flush()
  }

  private func show(_ line: LineRenderer.Line) {
    let style: Style = line.isStrong ? .bold : .plain
    guard let width, !line.text.isEmpty else {
      output.line(StyledText(line.text, style))
      return
    }
    let wrapper = TextWrapper(width: width, hanging: line.indent)
    for row in wrapper.lines(StyledText(line.text, style)) { output.line(row) }
  }

  /// Asks, and waits for a line.
  ///
  /// The whole hint is given once, the short one afterwards.
  func ask(_ prompt: Prompt) -> LineEvent {
    let isNew = hinted.insert(prompt.kind).inserted
    if isInteractive {
      if isNew { show([.text(prompt.full)]) }
      output.write(StyledText(isNew ? "> " : "\(prompt.short) "))
    } else {
      output.line(StyledText(isNew ? prompt.full : prompt.short))
    }
    _ = output.flush()
    return input.next()
  }

  /// Whether somebody still reads what is written.
  var isHeard: Bool { output.result == .written }
}
