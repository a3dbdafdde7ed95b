import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A terminal without a window: the test holds both ends, a child process opens it by its path.
struct PseudoTerminal {
  let master: Int32
  let slave: Int32
  let path: String

  init(rows: UInt16 = 24, columns: UInt16 = 80) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0, let name = ttyname(slave) else {
      throw SystemFailure(call: "openpty", code: errno)
    }
    self.master = master
    self.slave = slave
    path = String(cString: name)
    // A setting of the user's own, to see whether it comes back.
    var own = termios()
    tcgetattr(slave, &own)
    own.c_iflag &= ~tcflag_t(IXON)
    own.c_lflag &= ~tcflag_t(ECHOE)
    tcsetattr(slave, TCSANOW, &own)
  }

  /// The settings, for comparing before with after.
  var settings: [UInt32] {
    var now = termios()
    tcgetattr(slave, &now)
    return [now.c_iflag, now.c_oflag, now.c_cflag, now.c_lflag].map { UInt32($0) }
  }

  /// What has been painted since the last call.
  func painted() -> String {
    guard case .bytes(let bytes) = InputSource(descriptor: master).next(within: 0) else {
      return ""
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As if these were typed.
  func type(_ text: String) {
    _ = WriteResult.writing(Array(text.utf8), to: master)
  }

  func close() {
    closeDescriptor(master)
    closeDescriptor(slave)
  }

  static func open(_ path: String) -> Int32 { openDescriptor(path) }
}

// Inside the type the members would hide the functions of the same name.
private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
private func openDescriptor(_ path: String) -> Int32 { open(path, O_RDWR | O_NOCTTY) }
