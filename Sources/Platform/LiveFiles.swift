#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The real file system.
enum LiveFiles {
  @Sendable static func read(_ path: String, _ limit: Int) throws(HostError) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe nobody writes to would never return.
    try Descriptor.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY).readAll(limit: limit)
  }

  @Sendable static func list(_ path: String) throws(HostError) -> [String] {
    guard let folder = opendir(path) else {
      if errno == ENOENT { throw .notFound(path: path) }
      throw .failed(.list, path: path, errno: errno)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw .failed(.list, path: path, errno: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  @Sendable static func kind(_ path: String) -> FileKind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return FileKind(mode: status.st_mode)
  }

  @Sendable static func stamp(_ path: String) -> FileStamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
    let time = status.st_mtimespec
    #else
    let time = status.st_mtim
    #endif
    return FileStamp(
      file: UInt64(truncatingIfNeeded: status.st_dev) << 48 ^ UInt64(status.st_ino),
      length: Int(status.st_size),
      written: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    )
  }

  @Sendable static func realPath(_ path: String) throws(HostError) -> String {
    guard let resolved = realpath(path, nil) else {
      if errno == ENOENT { throw .notFound(path: path) }
      throw .failed(.open, path: path, errno: errno)
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  @Sendable static func currentDirectory() -> String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  @Sendable static func makePrivateDirectory(_ path: String) throws(HostError) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      let parent = made.isEmpty ? "/" : made
      made += "/" + part
      if mkdir(made, 0o700) == 0 {
        try syncFolder(parent)
        continue
      }
      let failure = errno
      // Above a read-only or automatic mount the reason may differ though the folder is there.
      if failure != EEXIST, kind(made) != .directory {
        throw .failed(.create, path: made, errno: failure)
      }
    }
    let folder: Descriptor
    do {
      folder = try Descriptor.open(made, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    } catch {
      guard case .failed(_, _, ENOTDIR) = error, let found = kind(made) else { throw error }
      throw .wrongKind(
        path: path,
        found: found == .directory ? .link : found,
        expected: .directory
      )
    }
    let status = try folder.status()
    guard status.st_uid == geteuid() else { throw .notPrivate(path: path) }
    // A folder of ours made by hand or unpacked from an archive may be open to others.
    if status.st_mode & 0o077 != 0, fchmod(folder.number, 0o700) != 0 {
      throw .notPrivate(path: path)
    }
  }

  @Sendable static func remove(_ path: String) throws(HostError) {
    guard unlink(path) == 0 else {
      if errno == ENOENT { throw .notFound(path: path) }
      throw .failed(.remove, path: path, errno: errno)
    }
    try syncFolder(parent(of: path))
  }

  @Sendable static func replace(_ path: String, _ bytes: [UInt8]) throws(HostError) {
    let temporary = "\(path).new-\(String(UInt32.random(in: .min ... .max), radix: 36))"
    let file = try Descriptor.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    do throws(HostError) {
      try file.writeAll(bytes)
      try file.sync()
      guard rename(temporary, path) == 0 else {
        throw .failed(.create, path: path, errno: errno)
      }
    } catch {
      unlink(temporary)
      throw error
    }
    try syncFolder(parent(of: path))
  }

  /// Waits until a name made or removed in a folder is on the disk.
  static func syncFolder(_ path: String) throws(HostError) {
    let folder: Descriptor
    do {
      folder = try Descriptor.open(path, O_RDONLY | O_DIRECTORY)
    } catch {
      // A folder we may write into but not read cannot be waited for.
      if case .failed(_, _, EACCES) = error { return }
      throw error
    }
    do {
      try folder.sync()
    } catch {
      // Some file systems cannot sync a folder; there is nothing more to ask of them.
      guard case .failed(_, _, EINVAL) = error else { throw error }
    }
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
