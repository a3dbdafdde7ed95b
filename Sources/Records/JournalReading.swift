/// What could be read of a journal's bytes.
struct JournalReading {
  /// The readable records, ordered by their sequence.
  private(set) var entries: [JournalEntry] = []
  private(set) var notices: [JournalNotice] = []
  /// The sequence numbers of records of unknown kinds.
  private(set) var harmless: Set<Int> = []
  /// How many bytes the whole lines take.
  let length: Int
  /// The sequence number of the next record.
  private(set) var next = 0
  /// Whether a line after the last readable record could not be read.
  private var hasUnreadableEnd = false

  init(_ bytes: [UInt8]) {
    let scan = JournalLines.scan(bytes)
    length = scan.length
    var found: [(line: Int, entry: JournalEntry)] = []
    for (index, text) in scan.lines.enumerated() {
      let line = index + 1
      switch text.map(JournalEntry.read) ?? .unreadable {
      case .entry(let entry):
        found.append((line, entry))
        hasUnreadableEnd = false
        next = max(next, entry.sequence + 1)
      case .newer(let sequence):
        notices.append(.newerRecord(line: line))
        hasUnreadableEnd = true
        next = max(next, (sequence ?? -1) + 1)
      case .unknown(let kind, let sequence):
        notices.append(.unknownKind(line: line, kind: kind))
        harmless.insert(sequence)
        next = max(next, sequence + 1)
      case .unreadable:
        notices.append(.damagedLine(line))
        hasUnreadableEnd = true
      }
    }
    order(found)
    if bytes.count > length {
      notices.append(.unfinishedLine(bytes: bytes.count - length, keptIn: nil))
    }
  }

  /// Whether records after the last readable one are lost.
  func isCutOff(after expected: Int) -> Bool { hasUnreadableEnd || missing(from: expected) }

  private func missing(from expected: Int) -> Bool {
    expected < next && !(expected..<next).allSatisfy(harmless.contains)
  }

  private mutating func order(_ found: [(line: Int, entry: JournalEntry)]) {
    let sorted = found.sorted { ($0.entry.sequence, $0.line) < ($1.entry.sequence, $1.line) }
    var expected = 0
    for (line, entry) in sorted {
      if entry.sequence < expected {
        // Two processes wrote without a lock; the first of two is the one that was played.
        notices.append(.damagedLine(line))
        continue
      }
      while harmless.contains(expected) { expected += 1 }
      if entry.sequence > expected { notices.append(.missingRecords(beforeLine: line)) }
      if let last = entries.last, entry.at < last.at { notices.append(.clockSetBack(line: line)) }
      entries.append(entry)
      expected = entry.sequence + 1
    }
  }
}
