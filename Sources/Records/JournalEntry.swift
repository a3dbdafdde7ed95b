import JSONSyntax
import SourceText

/// One record, and when it was made.
public struct JournalEntry: Hashable, Sendable {
  /// Its place among the records of its attempt, from 0; the order of the lines is not relied on.
  public var sequence: Int
  /// The wall clock when it was made, in milliseconds since 1970.
  public var at: Int64
  /// The steady clock when it was made, in milliseconds; for durations within one sitting.
  public var monotonic: Int64
  /// What happened.
  public var record: AttemptRecord

  /// Creates an entry.
  public init(sequence: Int, at: Int64, monotonic: Int64, record: AttemptRecord) {
    self.sequence = sequence
    self.at = at
    self.monotonic = monotonic
    self.record = record
  }

  /// The version of the form of a line; a change that old readers would misread raises it.
  static let version = 1

  /// The text of the entry's line.
  var text: [UInt8] {
    let envelope: [JSONValue.Member] = [
      .init("v", .integer(JournalEntry.version)),
      .init("seq", .integer(sequence)),
      .init("at", .integer(Int(at))),
      .init("mono", .integer(Int(monotonic))),
      .init("kind", .string(record.kind)),
    ]
    return Array(JSONWriter.compact(.object(envelope + record.members)).utf8)
  }

  /// The largest sequence number that is believed; a larger one could not be counted on from.
  static let sequenceLimit = 1 << 40

  /// What the text of a line turned out to be.
  enum Reading {
    case entry(JournalEntry)
    case newer(sequence: Int?)
    case unknown(kind: String, sequence: Int)
    case unreadable
  }

  static func read(_ text: [UInt8]) -> Reading {
    let (document, diagnostics) = JSONReader.read(SourceFile(path: "", bytes: text))
    guard let document, diagnostics.isEmpty else { return .unreadable }
    let json = document.value(of: document.root)
    guard let version = json["v"]?.whole else { return .unreadable }
    guard version == JournalEntry.version else {
      return .newer(sequence: sequence(of: json))
    }
    guard let sequence = sequence(of: json), let at = json["at"]?.whole,
      let monotonic = json["mono"]?.whole, let kind = json["kind"]?.text
    else { return .unreadable }
    guard AttemptRecord.kinds.contains(kind) else {
      return .unknown(kind: kind, sequence: sequence)
    }
    guard let record = AttemptRecord(kind: kind, json) else { return .unreadable }
    return .entry(
      JournalEntry(
        sequence: sequence,
        at: Int64(at),
        monotonic: Int64(monotonic),
        record: record
      )
    )
  }
  private static func sequence(of json: JSONValue) -> Int? {
    guard let number = json["seq"]?.whole, (0..<sequenceLimit).contains(number) else { return nil }
    return number
  }
}
