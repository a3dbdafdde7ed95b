import Platform

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
    for name in try names().reversed() where name.hasSuffix(AttemptStore.suffix) {
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

  /// The names in the folder of attempts.
  func names() throws(JournalError) -> [String] {
    let folder = try places.get().attempts
    do throws(HostError) {
      return try host.files.list(folder)
    } catch {
      if case .notFound = error { return [] }
      throw .cannotRead(error)
    }
  }
}
