import JSONSyntax
import Platform
import SourceText
import Synchronization

/// The open journal of a class, by the contract of an attempt's: a record is on the disk before the room
/// sees what it led to, and when it cannot be, the class goes on and the record waits in memory.
public final class ClassJournal: Sendable {
  /// The name of the class: when it began, and some chance.
  public let name: String
  private let host: Host
  private let state: Mutex<AttemptJournal.State>
  private let keepsWords: Bool

  init(
    name: String,
    host: Host,
    keepsWords: Bool,
    state: consuming sending AttemptJournal.State
  ) {
    self.name = name
    self.host = host
    self.keepsWords = keepsWords
    self.state = Mutex(state)
  }

  /// Records what happened, and says whether it is saved.
  @discardableResult
  public func append(_ record: ClassRecord) -> AttemptJournal.Saving {
    let kept = keepsWords ? record : record.withoutWords
    return state.withLock { state in
      let entry = ClassEntry(sequence: state.next, at: host.now(), record: kept)
      state.next += 1
      state.waiting.append(JournalLines.line(entry.text))
      return state.save(newRecords: 1)
    }
  }

  /// Why records wait in memory; nothing while everything is saved.
  public var problem: JournalError? { state.withLock { $0.problem } }

  /// Closes the file.
  public func close() { state.withLock { $0.file?.close() } }
}

extension ClassRecord {
  fileprivate var withoutWords: ClassRecord {
    guard case .offered = self else { return self }
    // Both phrases quote the line.
    return .offered(words: nil, keep: nil, change: nil)
  }
}

/// What is known of one class.
public struct ClassLog: Hashable, Sendable {
  /// The name of the class.
  public let name: String
  /// What it began with.
  public let beginning: ClassBeginning
  /// The records in order.
  public let entries: [ClassEntry]
  /// How many bytes of the file they take.
  let length: Int

  /// When it began, in milliseconds since 1970.
  public var began: Int64 { entries.first?.at ?? 0 }
  /// When the last record was made.
  public var lastActivity: Int64 { entries.last?.at ?? 0 }

  /// What was done and not taken back, in order.
  public var standing: [ClassRecord] {
    entries.dropFirst().reduce(into: []) { done, entry in
      switch entry.record {
      case .undid: _ = done.popLast()
      case .began, .closed: break
      default: done.append(entry.record)
      }
    }
  }

  /// Whether it came to its close, and was not taken up again.
  public var isClosed: Bool { entries.last?.record == .closed }

  /// Reads a journal; nothing when it has no beginning.
  ///
  /// It is read up to the first line that is damaged: what came after could not be placed.
  init?(name: String, bytes: [UInt8]) {
    var entries: [ClassEntry] = []
    var length = 0
    for text in JournalLines.scan(bytes).lines {
      guard let text, let entry = ClassEntry(text), entry.sequence == entries.count else { break }
      entries.append(entry)
      length += JournalLines.line(text).count
    }
    guard case .began(let beginning)? = entries.first?.record else { return nil }
    self.name = name
    self.beginning = beginning
    self.entries = entries
    self.length = length
  }
}

extension ClassEntry {
  fileprivate init?(_ text: [UInt8]) {
    let (document, diagnostics) = JSONReader.read(SourceFile(path: "", bytes: text))
    guard let document, diagnostics.isEmpty else { return nil }
    let json = document.value(of: document.root)
    guard json["v"]?.whole == Self.version, let sequence = json["seq"]?.whole,
      let at = json["at"]?.whole, let kind = json["kind"]?.text,
      let record = ClassRecord(kind: kind, json)
    else { return nil }
    self.init(sequence: sequence, at: Int64(at), record: record)
  }
}
