public import Platform

/// The classes recorded on this machine.
public struct ClassStore: Sendable {
  private let host: Host
  private static let suffix = ".class"

  /// Creates a store; it touches nothing until it is asked to.
  public init(host: Host) { self.host = host }

  private func folder() throws(JournalError) -> String {
    try RecordsPlaces(host: host).data + "/classes"
  }

  /// Begins a class; it never fails, the journal's `problem` says why nothing is saved.
  public func begin(_ beginning: ClassBeginning) -> ClassJournal {
    var name = AttemptID.make(host)
    var state = AttemptJournal.State(file: nil)
    do throws(JournalError) {
      let folder = try folder()
      do throws(HostError) {
        try host.files.makePrivateDirectory(folder)
        // Two classes of one second differ by chance; a third try would be a fault of the disk.
        for _ in 0..<8 where state.file == nil {
          name = AttemptID.make(host)
          do throws(HostError) {
            state.file = try host.files.openJournal("\(folder)/\(name)\(Self.suffix)", .new)
          } catch {
            guard case .alreadyThere = error else { throw error }
          }
        }
      } catch {
        throw .cannotOpen(error)
      }
    } catch {
      state.problem = error
    }
    let journal = ClassJournal(
      name: name,
      host: host,
      keepsWords: beginning.keepsWords,
      state: state
    )
    journal.append(.began(beginning))
    return journal
  }

  /// Opens a class to go on with it; what an interruption left unfinished at its end is cut off.
  public func resume(_ log: ClassLog) throws(JournalError) -> ClassJournal {
    let path = try folder() + "/\(log.name)\(Self.suffix)"
    do throws(HostError) {
      let file = try host.files.openJournal(path, .existing)
      do throws(HostError) {
        let bytes = try file.read(JournalLines.fileLimit)
        guard let now = ClassLog(name: log.name, bytes: bytes) else {
          file.close()
          throw HostError.notFound(path: path)
        }
        if now.length < bytes.count {
          try keep(Array(bytes[now.length...]), at: path + ".torn")
          try file.truncate(now.length)
          try file.sync()
        }
        return ClassJournal(
          name: log.name,
          host: host,
          keepsWords: log.beginning.keepsWords,
          state: AttemptJournal.State(file: file, length: now.length, next: now.entries.count)
        )
      } catch {
        file.close()
        throw error
      }
    } catch {
      if case .inUse = error { throw .inUse(attempt: log.name) }
      throw .cannotOpen(error)
    }
  }

  /// Puts aside what is to be cut off: nothing is thrown away unseen.
  private func keep(_ bytes: [UInt8], at path: String) throws(HostError) {
    let file = try host.files.openJournal(path, .either)
    defer { file.close() }
    try file.append(bytes + [UInt8(ascii: "\n")])
    try file.sync()
  }

  /// The classes, the newest first; those that cannot be read are left out.
  public func list() throws(JournalError) -> [ClassLog] {
    let folder = try folder()
    let names: [String]
    do throws(HostError) {
      names = try host.files.list(folder)
    } catch {
      if case .notFound = error { return [] }
      throw .cannotRead(error)
    }
    return names.reversed().filter { $0.hasSuffix(Self.suffix) }.compactMap { name in
      guard let bytes = try? host.files.read("\(folder)/\(name)", JournalLines.fileLimit) else {
        return nil
      }
      return ClassLog(name: String(name.dropLast(Self.suffix.count)), bytes: bytes)
    }
  }
}
