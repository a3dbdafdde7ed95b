import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension LiveFiles {
  @Sendable static func openJournal(
    _ path: String,
    _ opening: JournalFile.Opening
  ) throws(HostError) -> JournalFile {
    let file = try openPrivate(path, opening)
    let isLocked = try lock(file)
    // Somebody may have removed the file between our opening and our locking it.
    guard try file.status().st_nlink > 0 else { throw .notFound(path: path) }
    if opening != .existing { try syncFolder(parent(of: path)) }
    let held = HeldFile(file)
    return JournalFile(
      isLocked: isLocked,
      read: { limit throws(HostError) in try held.file().readAll(limit: limit) },
      append: { bytes throws(HostError) in try held.file().writeAll(bytes) },
      sync: { () throws(HostError) in try held.file().sync() },
      truncate: { length throws(HostError) in try held.file().truncate(to: length) },
      close: { held.close() }
    )
  }

  private static func openPrivate(
    _ path: String,
    _ opening: JournalFile.Opening
  ) throws(HostError) -> Descriptor {
    let creation: Int32 =
      switch opening {
      case .new: O_CREAT | O_EXCL
      case .existing: 0
      case .either: O_CREAT
      }
    let flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | creation
    let file = try Descriptor.open(path, flags)
    let status = try file.requireRegular()
    guard status.st_uid == geteuid() else { throw .notPrivate(path: path) }
    if status.st_mode & 0o077 != 0, fchmod(file.number, 0o600) != 0 {
      throw .notPrivate(path: path)
    }
    return file
  }

  /// Returns whether the lock is held; some network disks have none to give.
  private static func lock(_ file: Descriptor) throws(HostError) -> Bool {
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: throw .inUse(path: file.path)
      case ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL: return false
      default: throw .failed(.lock, path: file.path, errno: errno)
      }
    }
    return true
  }
}

/// A file that can be closed before the last reference to it is gone.
private final class HeldFile: Sendable {
  private let held: Mutex<Descriptor?>
  private let path: String

  init(_ file: Descriptor) {
    self.path = file.path
    self.held = Mutex(file)
  }

  func file() throws(HostError) -> Descriptor {
    guard let file = held.withLock({ $0 }) else {
      throw .failed(.open, path: path, errno: EBADF)
    }
    return file
  }

  func close() { held.withLock { $0 = nil } }
}
