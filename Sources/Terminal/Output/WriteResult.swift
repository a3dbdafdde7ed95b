#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What became of bytes given to the system.
public enum WriteResult: Hashable, Sendable {
  /// All of them are out.
  case written
  /// Whoever was reading has left, as `head` does: stop quietly.
  case readerGone
  /// They could not be written.
  case failed(SystemFailure)

  /// Writes every byte to a descriptor, however often the system takes only a part.
  ///
  /// `SIGPIPE` must be ignored (`SignalPipe.install` does it), or a reader that left ends the process.
  public static func writing(_ bytes: [UInt8], to descriptor: Int32) -> WriteResult {
    writingAll(bytes) { rest in
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return .took(count) }
      if errno == EAGAIN {
        // Someone else made the descriptor non-blocking: wait until it takes more.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
        return .took(0)
      }
      return .refused(errno)
    }
  }

  enum Attempt {
    case took(Int)
    case refused(Int32)
  }

  static func writingAll(
    _ bytes: [UInt8],
    attempt: (ArraySlice<UInt8>) -> Attempt
  ) -> WriteResult {
    var rest = bytes[...]
    while !rest.isEmpty {
      switch attempt(rest) {
      case .took(let count): rest = rest.dropFirst(count)
      case .refused(EINTR): continue
      case .refused(EPIPE): return .readerGone
      case .refused(let code): return .failed(SystemFailure(call: "write", code: code))
      }
    }
    return .written
  }
}
