import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Host {
  /// A host that exists only in memory, for tests; `memory` is its other side.
  public static func inMemory(_ memory: MemoryHost = MemoryHost()) -> Host { memory.host }
}

extension MemoryHost {
  /// Runs `body` unless the operation is to fail.
  private func run<Value: Sendable>(
    _ operation: HostError.Operation,
    _ path: String,
    _ body: (inout State) -> Result<Value, HostError>
  ) throws(HostError) -> Value {
    let result: Result<Value, HostError> = state.withLock { state in
      if let error = state.attempt(operation, path) { return .failure(error) }
      return body(&state)
    }
    return try result.get()
  }

  var streams: StandardStreams {
    StandardStreams(
      facts: { stream in
        self.state.withLock { $0.facts[stream] ?? StreamFacts(isTerminal: false) }
      },
      write: { stream, bytes throws(HostError) in
        try self.run(.write, "\(stream)") { state in
          state.output[stream, default: []] += bytes
          return .success(())
        }
      },
      readInput: { limit throws(HostError) in
        try self.run(.read, "input") { state in
          let taken = Array(state.input.prefix(limit))
          state.input.removeFirst(taken.count)
          return .success(taken)
        }
      }
    )
  }

  var files: FileAccess {
    FileAccess(
      read: { path, limit throws(HostError) in
        try self.run(.read, path) { $0.bytes(path, limit: limit) }
      },
      list: { path throws(HostError) in try self.run(.list, path) { $0.names(in: path) } },
      kind: { path in self.state.withLock { $0.nodes[path]?.kind } },
      stamp: { path in self.state.withLock { $0.stamp(path) } },
      realPath: { path throws(HostError) in
        try self.run(.open, path) {
          $0.nodes[path] == nil ? .failure(.notFound(path: path)) : .success(path)
        }
      },
      makePrivateDirectory: { path throws(HostError) in
        try self.run(.create, path) { state in
          if let found = state.nodes[path]?.kind, found != .directory {
            return .failure(.wrongKind(path: path, found: found, expected: .directory))
          }
          state.makeFolders(above: path)
          state.nodes[path] = .other(.directory)
          return .success(())
        }
      },
      remove: { path throws(HostError) in
        try self.run(.remove, path) { state in
          guard let kind = state.nodes[path]?.kind else { return .failure(.notFound(path: path)) }
          guard kind != .directory else {
            return .failure(.failed(.remove, path: path, errno: EISDIR))
          }
          state.nodes[path] = nil
          return .success(())
        }
      },
      replace: { path, bytes throws(HostError) in
        try self.run(.write, path) { state in
          guard state.nodes[LiveFiles.parent(of: path)]?.kind == .directory else {
            return .failure(.notFound(path: path))
          }
          state.nodes[path] = .file(bytes, synced: bytes.count)
          return .success(())
        }
      },
      openJournal: { path, opening throws(HostError) in try self.openJournal(path, opening) }
    )
  }

  private func openJournal(
    _ path: String,
    _ opening: JournalFile.Opening
  ) throws(HostError) -> JournalFile {
    try run(.open, path) { $0.open(path, opening) }
    do throws(HostError) {
      if opening != .existing { try run(.sync, LiveFiles.parent(of: path)) { _ in .success(()) } }
      try run(.lock, path) { _ in .success(()) }
    } catch {
      state.withLock { _ = $0.locked.remove(path) }
      throw error
    }
    return JournalFile(
      isLocked: true,
      read: { limit throws(HostError) in
        try self.run(.read, path) { $0.bytes(path, limit: limit) }
      },
      append: { bytes throws(HostError) in
        // A disk that fills up takes what still fits, as the real one does.
        if let failure = self.state.withLock({ $0.attempt(.write, path) }) {
          try self.run(.open, path) { $0.append(bytes.prefix(bytes.count / 2), to: path) }
          throw failure
        }
        try self.run(.open, path) { $0.append(bytes[...], to: path) }
      },
      sync: { () throws(HostError) in
        try self.run(.sync, path) { state in
          guard case .file(let old, _) = state.nodes[path] else { return .success(()) }
          state.nodes[path] = .file(old, synced: old.count)
          return .success(())
        }
      },
      truncate: { length throws(HostError) in
        try self.run(.truncate, path) { state in
          guard case .file(let old, let synced) = state.nodes[path] else { return .success(()) }
          state.nodes[path] = .file(Array(old.prefix(length)), synced: min(synced, length))
          return .success(())
        }
      },
      close: { self.state.withLock { _ = $0.locked.remove(path) } }
    )
  }
}

extension MemoryHost.State {
  /// There is no clock that files are written by: what is in them tells one state from another.
  func stamp(_ path: String) -> FileStamp? {
    guard case .file(let bytes, _) = nodes[path] else {
      return nodes[path].map { _ in FileStamp(file: 0, length: 0, written: 0) }
    }
    return FileStamp(file: 1, length: bytes.count, written: Int64(bytes.hashValue))
  }

  func bytes(_ path: String, limit: Int) -> Result<[UInt8], HostError> {
    switch nodes[path] {
    case nil: .failure(.notFound(path: path))
    case .other(let kind):
      .failure(.wrongKind(path: path, found: kind, expected: .regular))
    case .file(let bytes, _):
      bytes.count <= limit ? .success(bytes) : .failure(.tooLarge(path: path, limit: limit))
    }
  }

  func names(in path: String) -> Result<[String], HostError> {
    guard nodes[path]?.kind == .directory else { return .failure(.notFound(path: path)) }
    let prefix = path == "/" ? path : path + "/"
    let names = nodes.keys.compactMap { key -> String? in
      guard key != path, key.hasPrefix(prefix) else { return nil }
      let name = key.dropFirst(prefix.count)
      return name.contains("/") ? nil : String(name)
    }
    return .success(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  mutating func open(
    _ path: String,
    _ opening: JournalFile.Opening
  ) -> Result<Void, HostError> {
    switch nodes[path] {
    case nil:
      guard opening != .existing, nodes[LiveFiles.parent(of: path)]?.kind == .directory else {
        return .failure(.notFound(path: path))
      }
      nodes[path] = .file([], synced: 0)
    case .other(let kind):
      return .failure(.wrongKind(path: path, found: kind, expected: .regular))
    case .file:
      guard opening != .new else { return .failure(.alreadyThere(path: path)) }
    }
    guard locked.insert(path).inserted else { return .failure(.inUse(path: path)) }
    return .success(())
  }

  mutating func append(_ bytes: ArraySlice<UInt8>, to path: String) -> Result<Void, HostError> {
    guard case .file(let old, let synced) = nodes[path] else {
      return .failure(.notFound(path: path))
    }
    nodes[path] = .file(old + bytes, synced: synced)
    return .success(())
  }
}
