/// What the program asks of the file system.
public struct FileAccess: Sendable {
  /// Returns the bytes of a regular file of at most `limit` bytes.
  ///
  /// A pipe, a device, a folder or a socket is refused, never waited for.
  public var read: @Sendable (_ path: String, _ limit: Int) throws(HostError) -> [UInt8]
  /// Returns the names in a folder, ordered by their bytes.
  public var list: @Sendable (_ path: String) throws(HostError) -> [String]
  /// Says what a path leads to, links followed; nothing when it leads nowhere.
  public var kind: @Sendable (_ path: String) -> FileKind?
  /// Says which state a file is in, links followed, without opening it; nothing when there is none.
  public var stamp: @Sendable (_ path: String) -> FileStamp?
  /// Returns the absolute path without links that a path leads to.
  public var realPath: @Sendable (_ path: String) throws(HostError) -> String
  /// Makes a folder only this person can open, and the folders above it where they are missing.
  public var makePrivateDirectory: @Sendable (_ path: String) throws(HostError) -> Void
  /// Removes a file or a link, and waits until the removal is on the disk.
  public var remove: @Sendable (_ path: String) throws(HostError) -> Void
  /// Puts a file in place whole or not at all, readable by this person only.
  public var replace: @Sendable (_ path: String, _ bytes: [UInt8]) throws(HostError) -> Void
  /// Opens a file to be appended to, and locks it until it is closed.
  public var openJournal:
    @Sendable (_ path: String, _ opening: JournalFile.Opening) throws(HostError) -> JournalFile

  /// Creates a file system from its parts.
  public init(
    read: @escaping @Sendable (_ path: String, _ limit: Int) throws(HostError) -> [UInt8],
    list: @escaping @Sendable (_ path: String) throws(HostError) -> [String],
    kind: @escaping @Sendable (_ path: String) -> FileKind?,
    stamp: @escaping @Sendable (_ path: String) -> FileStamp?,
    realPath: @escaping @Sendable (_ path: String) throws(HostError) -> String,
    makePrivateDirectory: @escaping @Sendable (_ path: String) throws(HostError) -> Void,
    remove: @escaping @Sendable (_ path: String) throws(HostError) -> Void,
    replace: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(HostError) -> Void,
    openJournal:
      @escaping @Sendable (_ path: String, _ opening: JournalFile.Opening) throws(HostError) ->
      JournalFile
  ) {
    self.read = read
    self.list = list
    self.kind = kind
    self.stamp = stamp
    self.realPath = realPath
    self.makePrivateDirectory = makePrivateDirectory
    self.remove = remove
    self.replace = replace
    self.openJournal = openJournal
  }
}

/// What changes when a file is written to, or another takes its place.
public struct FileStamp: Hashable, Sendable {
  /// Which file it is.
  public var file: UInt64
  /// How long it is, in bytes.
  public var length: Int
  /// When it was last written to, in nanoseconds; file systems round it, some to two seconds.
  public var written: Int64

  /// Creates a stamp.
  public init(file: UInt64, length: Int, written: Int64) {
    self.file = file
    self.length = length
    self.written = written
  }
}

/// What stands at a path.
public enum FileKind: String, Hashable, Sendable {
  case regular = "a file"
  case directory = "a folder"
  case link = "a link"
  case pipe = "a pipe"
  case socket = "a socket"
  case device = "a device"
}

/// An open file that only grows, held by one process at a time.
///
/// The operations are the system's, one to one; what to do when one fails is the journal's to
/// decide.
public struct JournalFile: Sendable {
  /// Whether the file may or must be there already.
  public enum Opening: Hashable, Sendable {
    /// It must not be there yet.
    case new
    /// It must be there.
    case existing
    /// It is made when it is missing.
    case either
  }

  /// Whether the lock is held; some network disks cannot lock.
  public var isLocked: Bool
  /// Returns the whole file, unless it has more than `limit` bytes.
  public var read: @Sendable (_ limit: Int) throws(HostError) -> [UInt8]
  /// Appends the bytes with one write; on an error some of them may have been written.
  public var append: @Sendable (_ bytes: [UInt8]) throws(HostError) -> Void
  /// Waits until everything written is on the disk.
  public var sync: @Sendable () throws(HostError) -> Void
  /// Cuts the file off after `length` bytes.
  public var truncate: @Sendable (_ length: Int) throws(HostError) -> Void
  /// Closes the file and gives up the lock; a second call does nothing.
  public var close: @Sendable () -> Void

  /// Creates an open file from its operations.
  public init(
    isLocked: Bool,
    read: @escaping @Sendable (_ limit: Int) throws(HostError) -> [UInt8],
    append: @escaping @Sendable (_ bytes: [UInt8]) throws(HostError) -> Void,
    sync: @escaping @Sendable () throws(HostError) -> Void,
    truncate: @escaping @Sendable (_ length: Int) throws(HostError) -> Void,
    close: @escaping @Sendable () -> Void
  ) {
    self.isLocked = isLocked
    self.read = read
    self.append = append
    self.sync = sync
    self.truncate = truncate
    self.close = close
  }
}
