public import Platform

/// The attempts recorded on this machine.
public struct AttemptStore: Sendable {
  let host: Host
  let places: Result<RecordsPlaces, JournalError>

  /// Creates a store; it touches nothing until it is asked to.
  public init(host: Host) {
    self.host = host
    do throws(JournalError) {
      places = .success(try RecordsPlaces(host: host))
    } catch {
      places = .failure(error)
    }
  }

  /// The folder with one journal per attempt; nothing when there is no place to save.
  public var folder: String? { try? places.get().attempts }

  /// The path of an attempt's journal.
  public func path(of attempt: String) throws(JournalError) -> String {
    guard AttemptID.isValid(attempt) else { throw .noSuchAttempt(attempt) }
    return try places.get().attempts + "/" + attempt + AttemptStore.suffix
  }

  static let suffix = ".journal"

  func journals() throws(JournalError) -> JournalFolder {
    JournalFolder(host: host, path: try places.get().attempts, suffix: AttemptStore.suffix)
  }

  // MARK: Playing

  /// Begins an attempt.
  ///
  /// It never fails: when the attempt cannot be saved, the journal's `problem` says why, and it
  /// keeps what happens in memory.
  public func begin(_ beginning: Beginning) -> AttemptJournal {
    var attempt = AttemptID.make(host)
    var state = AttemptJournal.State(file: nil)
    do throws(JournalError) {
      let folder = try places.get().attempts
      (attempt, state.file) = try create(in: folder)
    } catch {
      state.problem = error
    }
    let journal = AttemptJournal(attempt: attempt, host: host, state: state)
    _ = journal.append(.began(attempt: attempt, beginning))
    return journal
  }

  private func create(in folder: String) throws(JournalError) -> (String, JournalFile) {
    do throws(HostError) {
      try host.files.makePrivateDirectory(folder)
      for _ in 0..<8 {
        let attempt = AttemptID.make(host)
        do throws(HostError) {
          let path = folder + "/" + attempt + AttemptStore.suffix
          return (attempt, try host.files.openJournal(path, .new))
        } catch {
          guard case .alreadyThere = error else { throw error }
        }
      }
      throw .alreadyThere(path: folder)
    } catch {
      throw .cannotOpen(error)
    }
  }

  /// An attempt that was opened to be gone on with.
  public struct Resumption: Sendable {
    /// What is known of it.
    public var log: AttemptLog
    /// Where what happens next is recorded.
    public var journal: AttemptJournal
  }

  /// Opens an attempt to go on with it.
  ///
  /// A last line that was never finished is moved to a file of its own first. An attempt that
  /// cannot be written to, or that another process is playing, is opened all the same if it can
  /// be read; its journal then says why nothing is saved.
  public func resume(_ attempt: String) throws(JournalError) -> Resumption {
    let path = try path(of: attempt)
    let file: JournalFile
    do throws(HostError) {
      file = try host.files.openJournal(path, .existing)
    } catch {
      switch error {
      case .inUse: return try readOnly(attempt, because: .inUse(attempt: attempt))
      case .notFound: throw .noSuchAttempt(attempt)
      default: return try readOnly(attempt, because: .cannotOpen(error))
      }
    }
    do throws(JournalError) {
      return try resume(attempt, path, file)
    } catch {
      file.close()
      return try readOnly(attempt, because: error)
    }
  }

  private func readOnly(
    _ attempt: String,
    because problem: JournalError
  ) throws(JournalError) -> Resumption {
    let log = try load(attempt)
    let state = AttemptJournal.State(
      file: nil,
      next: (log.entries.last?.sequence ?? 0) + 1,
      keepsTypedText: log.keepsTypedText,
      problem: problem
    )
    let journal = AttemptJournal(attempt: attempt, host: host, state: state)
    return Resumption(log: log, journal: journal)
  }

  private func resume(
    _ attempt: String,
    _ path: String,
    _ file: JournalFile
  ) throws(JournalError) -> Resumption {
    let bytes: [UInt8]
    do throws(HostError) {
      bytes = try file.read(JournalLines.fileLimit)
    } catch {
      throw .cannotOpen(error)
    }
    let reading = JournalReading(bytes)
    guard var log = AttemptLog(attempt: attempt, reading: reading) else {
      throw .unreadable(attempt: attempt, path: path)
    }
    do throws(HostError) {
      if bytes.count > reading.length {
        let torn = Array(bytes[reading.length...])
        let kept = try JournalFolder.keep(torn, besides: path, host)
        try file.truncate(reading.length)
        try file.sync()
        log.notices.removeAll { $0 == .unfinishedLine(bytes: torn.count, keptIn: nil) }
        log.notices.append(.unfinishedLine(bytes: torn.count, keptIn: kept))
      }
    } catch {
      throw .cannotOpen(error)
    }
    if !file.isLocked { log.notices.append(.cannotLock) }
    let state = AttemptJournal.State(
      file: file,
      length: reading.length,
      next: reading.next,
      keepsTypedText: log.keepsTypedText
    )
    let journal = AttemptJournal(attempt: attempt, host: host, state: state)
    if log.isBroken { _ = journal.append(.mended(keeping: log.moves.count)) }
    return Resumption(log: log, journal: journal)
  }

  // MARK: Reading

  /// Reads an attempt, also one that is being played.
  public func load(_ attempt: String) throws(JournalError) -> AttemptLog {
    let path = try path(of: attempt)
    let bytes: [UInt8]
    do throws(HostError) {
      bytes = try host.files.read(path, JournalLines.fileLimit)
    } catch {
      if case .notFound = error { throw .noSuchAttempt(attempt) }
      throw .cannotRead(error)
    }
    guard let log = AttemptLog(attempt: attempt, reading: JournalReading(bytes)) else {
      throw .unreadable(attempt: attempt, path: path)
    }
    return log
  }
}
