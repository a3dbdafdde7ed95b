extension AttemptStore {
  /// The attempts there are.
  public struct Listing: Sendable {
    /// Those that can be read, the newest first.
    public var attempts: [AttemptSummary]
    /// The names of files that look like attempts but cannot be read.
    public var unreadable: [String]
  }

  /// Lists the attempts; none when nothing was ever saved.
  public func list() throws(JournalError) -> Listing {
    var listing = Listing(attempts: [], unreadable: [])
    for name in try journals().names().reversed() where name.hasSuffix(AttemptStore.suffix) {
      do throws(JournalError) {
        let log = try load(String(name.dropLast(AttemptStore.suffix.count)))
        listing.attempts.append(AttemptSummary(log))
      } catch {
        listing.unreadable.append(name)
      }
    }
    return listing
  }

  /// The interrupted attempt that was played last, and was more than begun.
  public func newestInterrupted() throws(JournalError) -> AttemptSummary? {
    try list().attempts.filter { !$0.isFinished && $0.moves > 0 }
      .max { ($0.lastActivity, $0.attempt) < ($1.lastActivity, $1.attempt) }
  }
}
