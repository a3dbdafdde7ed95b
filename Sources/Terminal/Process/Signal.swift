#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The signals a conversation with a person has to answer.
public enum Signal: Hashable, Sendable, CaseIterable {
  /// Ctrl-C.
  case interrupt
  /// A polite request to end.
  case terminate
  /// The terminal went away.
  case hangup
  /// The window has another size.
  case windowChanged
  /// The process runs again after Ctrl-Z: the screen has to be painted anew.
  case continued

  /// The number the system gives it.
  public var number: Int32 {
    switch self {
    case .interrupt: SIGINT
    case .terminate: SIGTERM
    case .hangup: SIGHUP
    case .windowChanged: SIGWINCH
    case .continued: SIGCONT
    }
  }

  /// Whether the process should save and leave.
  public var isEnd: Bool {
    switch self {
    case .interrupt, .terminate, .hangup: true
    case .windowChanged, .continued: false
    }
  }

  /// What a shell reports for a process that this signal ended: 130, 143, 129.
  public var exitStatus: Int32 { 128 + number }

  init?(number: Int32) {
    guard let signal = Signal.allCases.first(where: { $0.number == number }) else { return nil }
    self = signal
  }

  /// Gives the terminal back and ends the process by this signal, so that a shell sees why.
  public func endProcess() -> Never {
    HandlerState.restoreTerminal()
    HandlerState.raiseDefault(number)
    // Not reached unless the signal is ignored further up, as under nohup.
    _exit(exitStatus)
  }
}
