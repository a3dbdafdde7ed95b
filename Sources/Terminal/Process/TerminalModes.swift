#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Takes the terminal for single keys and a painted screen, and gives it back on every way out.
///
/// The terminal belongs to the process, and handlers must find it, so this is not a value. The
/// cursor is never hidden: magnifiers and braille displays follow it.
public enum TerminalModes {
  /// Takes the terminal.
  ///
  /// Ctrl-C and Ctrl-Z keep working as signals. Ctrl-Z gives the terminal back before stopping and
  /// takes it again afterwards; `SignalPipe` then reports `continued`.
  ///
  /// - Parameters:
  ///   - input: The descriptor keys are read from; its settings are saved whole.
  ///   - output: The descriptor that is painted on.
  ///   - alternateScreen: Whether to paint on a screen that vanishes again.
  /// - Throws: The failing call; the terminal is then as it was.
  public static func enter(
    input: Int32,
    output: Int32,
    alternateScreen: Bool
  ) throws(SystemFailure) {
    try take(
      input: input,
      output: output,
      settings: rawSettings,
      enter: alternateScreen ? "\u{1B}[?1049h" : "",
      leave: "\u{1B}[?2026l\u{1B}[0m\u{1B}[?2004l\u{1B}[?25h"
        + (alternateScreen ? "\u{1B}[?1049l" : "")
    )
  }

  /// Keeps what is typed off the screen, line by line as usual, until `leave` or any other way out.
  ///
  /// - Throws: The failing call; the terminal is then as it was.
  public static func hideTyping(input: Int32, output: Int32) throws(SystemFailure) {
    try take(input: input, output: output, settings: silentSettings, enter: "", leave: "")
  }

  private static func take(
    input: Int32,
    output: Int32,
    settings: (termios) -> termios,
    enter: String,
    leave: String
  ) throws(SystemFailure) {
    let state = HandlerState.shared
    if state.pointee.isActive != 0 { return }
    var saved = termios()
    guard tcgetattr(input, &saved) == 0 else { throw .last("tcgetattr") }
    var taken = settings(saved)
    guard tcsetattr(input, TCSADRAIN, &taken) == 0 else { throw .last("tcsetattr") }
    state.pointee.input = input
    state.pointee.output = output
    state.pointee.saved = saved
    state.pointee.raw = taken
    state.pointee.pasteIsOn = 0
    state.pointee.rowsBelow = 0
    state.pointee.lineEnd.set("\r\n")
    state.pointee.pasteOn.set("\u{1B}[?2004h")
    state.pointee.enter.set(enter)
    state.pointee.leave.set(leave)
    HandlerState.install(stopHandler, for: SIGTSTP, flags: Int32(SA_RESTART))
    HandlerState.install(dieHandler, for: SIGQUIT, flags: 0)
    HandlerState.takeTerminal()
  }

  /// Gives the terminal back; does nothing when it is not ours.
  public static func leave() { HandlerState.restoreTerminal() }

  /// Whether the terminal is ours.
  public static var areActive: Bool { HandlerState.shared.pointee.isActive != 0 }

  /// Asks the terminal to mark pastes, while free text is asked for; `leave` ends it too.
  public static func markPastes(_ isOn: Bool) {
    let state = HandlerState.shared
    guard state.pointee.isActive != 0, (state.pointee.pasteIsOn != 0) != isOn else { return }
    state.pointee.pasteIsOn = isOn ? 1 : 0
    let sequence = isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l"
    _ = WriteResult.writing(Array(sequence.utf8), to: state.pointee.output)
  }

  /// Says how many line ends lead from the cursor to the first line below an inline block.
  ///
  /// Whoever writes after the terminal was given back, a shell after Ctrl-Z or the words about a crash,
  /// then writes below the block and not into it.
  public static func standAbove(rows: Int) {
    HandlerState.shared.pointee.rowsBelow = sig_atomic_t(clamping: max(0, min(rows, 1_000)))
  }

  /// Makes a crash give the terminal back, print `message`, and end by its signal (132, 139 ...).
  ///
  /// Without this a Swift trap leaves the terminal raw, and with a toolchain installed its
  /// backtracer holds it for half a minute. Works on the main thread also when the stack is full.
  public static func guardAgainstCrashes(message: String) {
    HandlerState.shared.pointee.crashMessage.set(Neutralizer.visible(message) + "\n")
    let size = 65_536
    var stack = stack_t()
    // Never freed: the handlers live as long as the process.
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] {
      HandlerState.install(crashHandler, for: number, flags: Int32(SA_ONSTACK))
    }
  }

  private static func rawSettings(from saved: termios) -> termios {
    var raw = saved
    // ISIG stays: the system turns Ctrl-C and Ctrl-Z into signals.
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
    withUnsafeMutableBytes(of: &raw.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    return raw
  }

  private static func silentSettings(from saved: termios) -> termios {
    var silent = saved
    silent.c_lflag &= ~tcflag_t(ECHO)
    // The end of a line is still seen, so that what comes next begins on a line of its own.
    silent.c_lflag |= tcflag_t(ECHONL)
    return silent
  }
}

private func dieHandler(_ number: Int32) {
  HandlerState.restoreTerminal()
  HandlerState.raiseDefault(number)
}

private func crashHandler(_ number: Int32) {
  HandlerState.restoreTerminal()
  HandlerState.shared.pointee.crashMessage.send(to: STDERR_FILENO)
  HandlerState.raiseDefault(number)
}

private func stopHandler(_ number: Int32) {
  let saved = errno
  let wasActive = HandlerState.shared.pointee.isActive != 0
  HandlerState.restoreTerminal()
  HandlerState.raiseDefault(number)
  // Here the process has been stopped, and runs again.
  HandlerState.install(stopHandler, for: number, flags: Int32(SA_RESTART))
  if wasActive { HandlerState.takeTerminal() }
  HandlerState.report(SIGCONT)
  errno = saved
}
