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
  private var longHintsShown: Set<String> = []

  init(
    output: TerminalOutput,
    errors: TerminalOutput,
    input: LineInput,
    width: Int?,
    isInteractive: Bool
  ) {
    self.output = output
    self.errors = errors
    self.input = input
    self.width = width
    self.isInteractive = isInteractive
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
    let wrapper = TextWrapper(width: width, hangingIndent: line.indent)
    for row in wrapper.wrap(line.text) { output.line(StyledText(row, style)) }
  }

  /// Asks, and waits for a line.
  ///
  /// The whole hint is given once, the short one afterwards.
  func ask(_ prompt: Prompt) -> LineInput.Result {
    let isNew = longHintsShown.insert(prompt.full).inserted
    if isInteractive {
      if isNew { output.line(StyledText(prompt.full)) }
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
