#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A call to the system that did not work.
public struct SystemFailure: Error, Hashable, Sendable {
  /// The call, as its manual page is named.
  public var call: String
  /// Its `errno`.
  public var code: Int32

  /// Makes a failure.
  public init(call: String, code: Int32) {
    self.call = call
    self.code = code
  }

  /// The system's own words for it.
  public var message: String { String(cString: strerror(code)) }

  static func last(_ call: String) -> SystemFailure { SystemFailure(call: call, code: errno) }
}

/// Questions about a descriptor that might be a terminal.
public enum TerminalDevice {
  /// Whether a person may be at the other end.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The size in character cells, or `nil` where the system does not say.
  public static func size(_ descriptor: Int32) -> TerminalSize? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return TerminalSize(rows: Int(size.ws_row), columns: Int(size.ws_col))
  }
}

/// A size in character cells.
public struct TerminalSize: Hashable, Sendable {
  /// Lines from top to bottom.
  public var rows: Int
  /// Columns from left to right.
  public var columns: Int

  /// What to assume where nobody says.
  public static let usual: TerminalSize = TerminalSize(rows: 24, columns: 80)

  /// Makes a size.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}
