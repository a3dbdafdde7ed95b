import Platform
import Synchronization

/// The open journal of the attempt being played.
///
/// Every record is on the disk before `append` answers that it is saved. When it cannot be, the
/// attempt goes on: records wait in memory, in order, and are written as soon as that works.
public final class AttemptJournal: Sendable {
  /// What became of a record.
  public enum Saving: Hashable, Sendable {
    /// It is on the disk.
    case saved
    /// It is on the disk, and so are the records that had been waiting.
    case savedAgain(waiting: Int)
    /// It waits in memory; `isNews` when the record before it was still saved.
    case unsaved(JournalError, isNews: Bool)

    /// What the person is told now; nothing when nothing has changed.
    public var sentence: String? {
      switch self {
      case .saved, .unsaved(_, false): nil
      case .savedAgain: "Everything is saved again."
      case .unsaved(let error, true): error.explanation
      }
    }
  }

  /// The name of the attempt.
  public let attempt: String
  private let host: Host
  private let state: Mutex<State>

  init(attempt: String, host: Host, state: consuming sending State) {
    self.attempt = attempt
    self.host = host
    self.state = Mutex(state)
  }

  /// Records what happened, and says whether it is saved.
  public func append(_ record: AttemptRecord) -> Saving {
    state.withLock { $0.append(record, host) }
  }

  /// Tries again to write what waits in memory, as before leaving.
  public func retry() -> Saving { state.withLock { $0.save(newRecords: 0) } }

  /// Why records wait in memory; nothing while everything is saved.
  public var problem: JournalError? { state.withLock { $0.problem } }

  /// How many records wait in memory.
  public var waiting: Int { state.withLock { $0.waiting.count } }

  /// Whether typed words are kept, as the trainee last said.
  public var keepsTypedText: Bool { state.withLock { $0.keepsTypedText } }

  /// Closes the file, so that another process may play the attempt.
  public func close() { state.withLock { $0.file?.close() } }
}

extension AttemptJournal {
  struct State {
    /// The file; nothing when the attempt is not saved at all.
    var file: JournalFile?
    /// How many bytes of the file are whole lines.
    var length: Int
    /// The sequence number of the next record.
    var next: Int
    var keepsTypedText: Bool
    var problem: JournalError?
    /// Whether no more is to be written, because what the file holds is not certain.
    var isStopped = false
    /// Lines that are not on the disk yet, the oldest first.
    var waiting: [[UInt8]] = []
    /// Whether part of a line may stand after `length`.
    var needsCut = false

    init(
      file: JournalFile?,
      length: Int = 0,
      next: Int = 0,
      keepsTypedText: Bool = false,
      problem: JournalError? = nil
    ) {
      self.file = file
      self.length = length
      self.next = next
      self.keepsTypedText = keepsTypedText
      self.problem = problem
    }

    mutating func append(_ record: AttemptRecord, _ host: Host) -> Saving {
      switch record {
      case .began(_, let beginning): keepsTypedText = beginning.keepsTypedText
      case .consented(let keeps): keepsTypedText = keeps
      // Among what is missing may be that the trainee took the agreement back.
      case .mended: keepsTypedText = false
      default: break
      }
      let entry = JournalEntry(
        sequence: next,
        at: host.now(),
        monotonic: host.monotonic(),
        record: keepsTypedText ? record : record.withoutTypedText
      )
      next += 1
      waiting.append(JournalLines.line(entry.text))
      return save(newRecords: 1)
    }

    mutating func save(newRecords: Int) -> Saving {
      let old = problem
      let before = waiting.count - newRecords
      do throws(JournalError) {
        try flush()
      } catch {
        problem = error
        return .unsaved(error, isNews: old == nil)
      }
      problem = nil
      return old == nil ? .saved : .savedAgain(waiting: before)
    }

    private mutating func flush() throws(JournalError) {
      guard let file, !isStopped else {
        if let problem { throw problem }
        return
      }
      while let line = waiting.first {
        guard line.count <= JournalLines.limit else {
          // Leaving it out would make every later move meaningless.
          isStopped = true
          throw .tooLong(bytes: line.count)
        }
        try write(line, to: file)
        length += line.count
        waiting.removeFirst()
      }
    }

    private mutating func write(_ line: [UInt8], to file: JournalFile) throws(JournalError) {
      do throws(HostError) {
        if needsCut { try file.truncate(length) }
        needsCut = true
        try file.append(line)
      } catch {
        // What cannot be cut off now is cut off before the next line, or at the next start.
        needsCut = (try? file.truncate(length)) == nil
        throw .notWritten(error)
      }
      needsCut = false
      do throws(HostError) {
        try file.sync()
      } catch {
        // The system may have thrown the bytes away and still answer the next call with success.
        isStopped = true
        throw .notConfirmed(error)
      }
    }
  }
}
