#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Signals as bytes that can be polled beside the keyboard.
///
/// There is one per process, since handlers belong to the process.
public struct SignalPipe: Sendable {
  /// Readable whenever a signal is waiting; for `poll`.
  public let descriptor: Int32

  /// Installs the handlers and ignores `SIGPIPE`; calling it again gives the same pipe.
  ///
  /// Ending signals interrupt waiting calls (no `SA_RESTART`), so that a loop over `poll` wakes.
  /// A second one that comes before the first was taken ends the process at once: whoever presses
  /// Ctrl-C twice is not to be kept waiting. Signals the parent had ignored stay ignored.
  public static func install() throws(SystemFailure) -> SignalPipe {
    if HandlerState.shared.pointee.wake >= 0 {
      return SignalPipe(descriptor: HandlerState.shared.pointee.waiting)
    }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .last("pipe") }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    HandlerState.shared.pointee.waiting = ends[0]
    HandlerState.shared.pointee.wake = ends[1]
    signal(SIGPIPE, SIG_IGN)
    for ending in Signal.allCases where ending.isEnd && !HandlerState.isIgnored(ending.number) {
      HandlerState.install(endHandler, for: ending.number, flags: 0)
    }
    HandlerState.install(wakeHandler, for: SIGWINCH, flags: Int32(SA_RESTART))
    return SignalPipe(descriptor: ends[0])
  }

  /// Takes the signals that came since the last call, in order, without waiting.
  public func take() -> [Signal] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return [] }
    HandlerState.shared.pointee.unread = 0
    return bytes.prefix(count).compactMap { Signal(number: Int32($0)) }
  }
}

private func wakeHandler(_ number: Int32) {
  let saved = errno
  HandlerState.report(number)
  errno = saved
}

private func endHandler(_ number: Int32) {
  if HandlerState.shared.pointee.unread == number {
    HandlerState.restoreTerminal()
    HandlerState.raiseDefault(number)
  }
  HandlerState.shared.pointee.unread = number
  wakeHandler(number)
}
