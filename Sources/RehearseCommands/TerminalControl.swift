import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the program does with the terminal besides reading and writing; a test gives its own.
public struct TerminalControl: Sendable {
  /// Takes the terminal for single keys; `false` where it cannot be had.
  public var enter: @Sendable (_ alternateScreen: Bool) -> Bool
  /// Gives the terminal back.
  public var leave: @Sendable () -> Void
  /// Keeps what is typed in lines off the screen, or shows it again.
  public var hideTyping: @Sendable (_ isHidden: Bool) -> Void
  /// Asks that pastes be marked.
  public var markPastes: @Sendable (_ isOn: Bool) -> Void
  /// Says how many line ends lead below what is painted.
  public var standAbove: @Sendable (_ rows: Int) -> Void
  /// Makes a crash give the terminal back and say this.
  public var guardAgainstCrashes: @Sendable (_ message: String) -> Void
  /// Runs a command of the person's own, as their editor, on a file; `false` if it did not end well.
  public var edit: @Sendable (_ command: String, _ path: String) -> Bool

  /// Makes a control of its parts.
  public init(
    enter: @escaping @Sendable (_ alternateScreen: Bool) -> Bool,
    leave: @escaping @Sendable () -> Void,
    hideTyping: @escaping @Sendable (_ isHidden: Bool) -> Void,
    markPastes: @escaping @Sendable (_ isOn: Bool) -> Void,
    standAbove: @escaping @Sendable (_ rows: Int) -> Void,
    guardAgainstCrashes: @escaping @Sendable (_ message: String) -> Void,
    edit: @escaping @Sendable (_ command: String, _ path: String) -> Bool
  ) {
    self.enter = enter
    self.leave = leave
    self.hideTyping = hideTyping
    self.markPastes = markPastes
    self.standAbove = standAbove
    self.guardAgainstCrashes = guardAgainstCrashes
    self.edit = edit
  }

  /// The terminal this process has.
  public static let live: TerminalControl = TerminalControl(
    enter: { alternateScreen in
      do throws(SystemFailure) {
        try TerminalModes.enter(input: 0, output: 1, alternateScreen: alternateScreen)
        return true
      } catch {
        return false
      }
    },
    leave: { TerminalModes.leave() },
    hideTyping: { isHidden in
      if isHidden {
        // Where it cannot be had nothing is lost: the person was told to type counts elsewhere.
        try? TerminalModes.hideTyping(input: 0, output: 1)
      } else {
        TerminalModes.leave()
      }
    },
    markPastes: { TerminalModes.markPastes($0) },
    standAbove: { TerminalModes.standAbove(rows: $0) },
    guardAgainstCrashes: { TerminalModes.guardAgainstCrashes(message: $0) },
    edit: { command, path in runInForeground(["/bin/sh", "-c", "\(command) \"$1\"", "sh", path]) }
  )
}

/// Runs a program on this terminal and waits for it.
///
/// It stays in our process group, which has the terminal; Foundation's `Process` would give it one of its
/// own, and an editor would be stopped at its first read.
private func runInForeground(_ words: [String]) -> Bool {
  var attributes = posix_spawnattr_t()
  guard posix_spawnattr_init(&attributes) == 0 else { return false }
  defer { posix_spawnattr_destroy(&attributes) }
  var defaults = sigset_t()
  sigemptyset(&defaults)
  // We ignore it, and what is ignored stays so in a program that is started.
  sigaddset(&defaults, SIGPIPE)
  posix_spawnattr_setsigdefault(&attributes, &defaults)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
  var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
  defer { for argument in arguments { free(argument) } }
  var process = pid_t()
  guard posix_spawn(&process, words[0], nil, &attributes, &arguments, environ) == 0 else {
    return false
  }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 {
    guard errno == EINTR else { return false }
  }
  return status == 0
}
