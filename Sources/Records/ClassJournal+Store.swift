public import Platform

/// The classes recorded on this machine.
public struct ClassStore: Sendable {
  private let host: Host
  private static let suffix = ".class"

  /// Creates a store; it touches nothing until it is asked to.
  public init(host: Host) { self.host = host }

  func journals() throws(JournalError) -> JournalFolder {
    JournalFolder(host: host, path: try RecordsPlaces(host: host).classes, suffix: Self.suffix)
  }

  /// Begins a class; it never fails, the journal's `problem` says why nothing is saved.
  public func begin(_ beginning: ClassBeginning) -> ClassJournal {
    var name = AttemptID.make(host)
    var state = AttemptJournal.State(file: nil)
    do throws(JournalError) {
      let folder = try journals().path
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

  /// A class that was opened to be gone on with.
  public struct Resumption: Sendable {
    /// Where what happens next is recorded.
    public var journal: ClassJournal
    /// What the facilitator should know of it.
    public var notices: [JournalNotice]
  }

  /// Opens a class to go on with it; what cannot be read at its end is moved to a file beside it.
  public func resume(_ log: ClassLog) throws(JournalError) -> Resumption {
    let path = try "\(journals().path)/\(log.name)\(Self.suffix)"
    do throws(HostError) {
      let file = try host.files.openJournal(path, .existing)
      do throws(HostError) {
        let bytes = try file.read(JournalLines.fileLimit)
        guard let now = ClassLog(name: log.name, bytes: bytes) else {
          file.close()
          throw HostError.notFound(path: path)
        }
        var notices: [JournalNotice] = []
        if now.length < bytes.count {
          let rest = Array(bytes[now.length...])
          let kept = try JournalFolder.keep(rest, besides: path, host)
          try file.truncate(now.length)
          try file.sync()
          notices.append(
            rest.contains(UInt8(ascii: "\n"))
              ? .damagedFrom(line: now.entries.count + 1, keptIn: kept)
              : .unfinishedLine(bytes: rest.count, keptIn: kept)
          )
        }
        let journal = ClassJournal(
          name: log.name,
          host: host,
          keepsWords: log.beginning.keepsWords,
          state: AttemptJournal.State(file: file, length: now.length, next: now.entries.count)
        )
        return Resumption(journal: journal, notices: notices)
      } catch {
        file.close()
        throw error
      }
    } catch {
      if case .inUse = error { throw .inUse(attempt: log.name) }
      throw .cannotOpen(error)
    }
  }

  /// The classes there are.
  public struct Listing: Sendable {
    /// Those that can be read, the newest first.
    public var classes: [ClassLog]
    /// The paths of files that look like classes but whose beginning cannot be read.
    public var unreadable: [String]
  }

  /// Lists the classes; none when nothing was ever saved.
  public func list() throws(JournalError) -> Listing {
    let journals = try journals()
    var listing = Listing(classes: [], unreadable: [])
    for name in try journals.names().reversed() where name.hasSuffix(Self.suffix) {
      let path = "\(journals.path)/\(name)"
      let bytes = try? host.files.read(path, JournalLines.fileLimit)
      let log = bytes.flatMap {
        ClassLog(name: String(name.dropLast(Self.suffix.count)), bytes: $0)
      }
      if let log { listing.classes.append(log) } else { listing.unreadable.append(path) }
    }
    return listing
  }
}
