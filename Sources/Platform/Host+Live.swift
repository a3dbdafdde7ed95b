#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Host {
  /// The real machine.
  public static var live: Host {
    Host(
      now: { LiveClock.milliseconds(CLOCK_REALTIME) },
      monotonic: { LiveClock.milliseconds(CLOCK_MONOTONIC) },
      localTime: LiveClock.localTime,
      seed: { UInt64.random(in: .min ... .max) },
      environment: { name in getenv(name).map { String(cString: $0) } },
      arguments: CommandLine.arguments,
      currentDirectory: LiveFiles.currentDirectory,
      streams: StandardStreams(
        facts: LiveStreams.facts,
        write: LiveStreams.write,
        readInput: LiveStreams.readInput
      ),
      files: FileAccess(
        read: LiveFiles.read,
        list: LiveFiles.list,
        kind: LiveFiles.kind,
        stamp: LiveFiles.stamp,
        realPath: LiveFiles.realPath,
        makePrivateDirectory: LiveFiles.makePrivateDirectory,
        remove: LiveFiles.remove,
        replace: LiveFiles.replace,
        openJournal: LiveFiles.openJournal
      )
    )
  }

  /// Makes the process safe to keep private records in; call it before anything else.
  ///
  /// Files it makes are nobody else's to read, and a file that may not grow or a reader that has
  /// gone away is an error to report rather than a signal that kills.
  public static func secureProcess() {
    // A stream that the parent closed leaves its number to the next file that is opened: a journal
    // would then be what is written to as the screen.
    for stream in StandardStream.allCases where fcntl(stream.rawValue, F_GETFD) < 0 {
      _ = open("/dev/null", stream == .input ? O_RDONLY : O_WRONLY)
    }
    umask(0o077)
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
  }
}

enum LiveClock {
  static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  @Sendable static func localTime(_ milliseconds: Int64) -> LocalTime {
    var seconds = time_t(milliseconds / 1_000) - (milliseconds % 1_000 < 0 ? 1 : 0)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return .universal(milliseconds) }
    return LocalTime(
      year: Int(parts.tm_year) + 1_900,
      month: Int(parts.tm_mon) + 1,
      day: Int(parts.tm_mday),
      hour: Int(parts.tm_hour),
      minute: Int(parts.tm_min)
    )
  }
}

enum LiveStreams {
  @Sendable static func facts(_ stream: StandardStream) -> StreamFacts {
    guard isatty(stream.rawValue) == 1 else { return StreamFacts(isTerminal: false) }
    var size = winsize()
    guard ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return StreamFacts(isTerminal: true) }
    return StreamFacts(isTerminal: true, columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  @Sendable static func write(_ stream: StandardStream, _ bytes: [UInt8]) throws(HostError) {
    let failure = Descriptor.writeAll(bytes) { start, count in
      let written = systemWrite(stream.rawValue, start, count)
      // A terminal shared with another program may have been made non-blocking by it.
      guard written < 0, errno == EAGAIN else { return written }
      wait(for: stream, Int16(POLLOUT))
      errno = EINTR
      return -1
    }
    if let failure { throw .failed(.write, path: name(of: stream), errno: failure) }
  }

  @Sendable static func readInput(_ limit: Int) throws(HostError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    while true {
      let count = systemRead(StandardStream.input.rawValue, &bytes, limit)
      if count >= 0 { return Array(bytes[..<count]) }
      switch errno {
      case EINTR: continue
      case EAGAIN: wait(for: .input, Int16(POLLIN))
      default: throw .failed(.read, path: name(of: .input), errno: errno)
      }
    }
  }

  private static func wait(for stream: StandardStream, _ events: Int16) {
    var entry = pollfd(fd: stream.rawValue, events: events, revents: 0)
    _ = poll(&entry, 1, -1)
  }

  private static func name(of stream: StandardStream) -> String {
    switch stream {
    case .input: "the standard input"
    case .output: "the standard output"
    case .error: "the standard error"
    }
  }
}
