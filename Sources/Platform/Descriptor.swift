#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Names of our own for calls whose names our types also use.
func systemRead(_ file: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, start, count)
}
func systemWrite(_ file: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, start, count)
}
func systemClose(_ file: Int32) { _ = close(file) }

/// An open file of the system, closed with the last reference to it.
final class Descriptor: Sendable {
  let number: Int32
  let path: String

  init(_ number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit { systemClose(number) }

  static func open(
    _ path: String,
    _ flags: Int32,
    mode: mode_t = 0o600
  ) throws(HostError) -> Descriptor {
    guard !path.utf8.contains(0) else { throw .notFound(path: path) }
    while true {
      let number = systemOpen(path, flags | O_CLOEXEC, mode)
      if number >= 0 { return Descriptor(number, path: path) }
      switch errno {
      case EINTR: continue
      case ENOENT: throw .notFound(path: path)
      case EEXIST: throw .alreadyThere(path: path)
      default: throw .failed(.open, path: path, errno: errno)
      }
    }
  }

  func status() throws(HostError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .failed(.open, path: path, errno: errno) }
    return status
  }

  func requireRegular() throws(HostError) -> stat {
    let status = try status()
    let kind = FileKind(mode: status.st_mode)
    guard kind == .regular else {
      throw .wrongKind(path: path, found: kind, expected: .regular)
    }
    return status
  }

  /// Reads from the beginning, also when the file grows meanwhile.
  func readAll(limit: Int) throws(HostError) -> [UInt8] {
    let expected = Int(try requireRegular().st_size)
    guard expected <= limit else { throw .tooLarge(path: path, limit: limit) }
    guard lseek(number, 0, SEEK_SET) == 0 else { throw .failed(.read, path: path, errno: errno) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    var chunk = [UInt8](repeating: 0, count: min(max(expected + 1, 4_096), 1 << 18))
    while true {
      let count = systemRead(number, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .failed(.read, path: path, errno: errno)
      }
      guard bytes.count + count <= limit else { throw .tooLarge(path: path, limit: limit) }
      bytes += chunk[..<count]
    }
  }

  /// Writes with one call where the system can, and returns the number of the error otherwise.
  func writeAll(_ bytes: [UInt8]) throws(HostError) {
    let failure = Descriptor.writeAll(bytes) { systemWrite(number, $0, $1) }
    if let failure { throw .failed(.write, path: path, errno: failure) }
  }

  static func writeAll(
    _ bytes: [UInt8],
    with write: (UnsafeRawPointer?, Int) -> Int
  ) -> Int32? {
    bytes.withUnsafeBytes { all in
      var rest = all[...]
      while !rest.isEmpty {
        let count = write(UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        // A write of nothing that is no error would go on for ever.
        if count == 0 { return EIO }
        if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
      }
      return nil
    }
  }

  func sync() throws(HostError) {
    #if canImport(Darwin)
    // There, fsync leaves the bytes in the drive's own memory.
    if fcntl(number, F_FULLFSYNC) == 0 { return }
    #endif
    while fsync(number) != 0 {
      guard errno == EINTR else { throw .failed(.sync, path: path, errno: errno) }
    }
  }

  func truncate(to length: Int) throws(HostError) {
    while ftruncate(number, off_t(length)) != 0 {
      guard errno == EINTR else { throw .failed(.truncate, path: path, errno: errno) }
    }
  }
}

private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

extension FileKind {
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .link
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }
}
