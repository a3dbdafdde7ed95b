#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What came of waiting for input.
public enum InputChunk: Hashable, Sendable {
  /// Bytes, as one read gave them; never empty.
  case bytes([UInt8])
  /// A signal arrived while waiting.
  case signal(Signal)
  /// Nothing came within the time allowed.
  case timedOut
  /// Something else happened that the program looks out for, such as a file that was saved.
  case woken
  /// No more will come.
  case end
  /// The descriptor could not be read.
  case failed(SystemFailure)
}

/// Waits for bytes and signals together.
///
/// `readLine()` is of no use here: with a handler for a resized window it spins for ever.
public struct InputSource {
  private let receive: (Int?) -> InputChunk

  /// Makes a source of a closure that waits at most so many milliseconds, or for ever for `nil`.
  public init(_ receive: @escaping (Int?) -> InputChunk) { self.receive = receive }

  /// Makes a source that reads a descriptor and, where given, a pipe of signals.
  public init(descriptor: Int32, signals: SignalPipe? = nil) {
    var early: [Signal] = []
    self.init { timeout in
      Self.wait(descriptor, signals, &early, timeout: timeout)
    }
  }

  /// Waits at most `milliseconds`, or for ever.
  public func next(within milliseconds: Int? = nil) -> InputChunk { receive(milliseconds) }

  private static func wait(
    _ descriptor: Int32,
    _ signals: SignalPipe?,
    _ early: inout [Signal],
    timeout: Int?
  ) -> InputChunk {
    while true {
      if !early.isEmpty { return .signal(early.removeFirst()) }
      var polled = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
      if let signals {
        polled.append(pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0))
      }
      let limit = timeout.map { Int32(clamping: $0) } ?? -1
      let count = poll(&polled, nfds_t(polled.count), limit)
      if count < 0 {
        // A handler ran; its byte is in the pipe by now.
        if errno == EINTR { continue }
        return .failed(.last("poll"))
      }
      if count == 0 { return .timedOut }
      if let signals, polled[1].revents != 0 {
        early = signals.take()
        if !early.isEmpty { continue }
      }
      guard polled[0].revents != 0 else { continue }
      if let chunk = readOnce(descriptor) { return chunk }
    }
  }

  /// One read; `nil` when it gave nothing for now.
  private static func readOnce(_ descriptor: Int32) -> InputChunk? {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 { return .bytes(Array(buffer.prefix(count))) }
    if count == 0 { return .end }
    switch errno {
    case EINTR, EAGAIN: return nil
    // What a terminal says once its window is closed.
    case EIO: return .end
    default: return .failed(.last("read"))
    }
  }
}
