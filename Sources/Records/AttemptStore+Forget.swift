import Platform

extension AttemptStore {
  /// What forgetting came to.
  public struct Forgetting: Hashable, Sendable {
    /// How many attempts are gone.
    public var forgotten: Int
    /// Why others are not.
    public var refused: [JournalError]
  }

  /// Removes all that is saved of one attempt, unless it is being played.
  public func forget(_ attempt: String) throws(JournalError) {
    let path = try path(of: attempt)
    do throws(HostError) {
      try remove(path)
    } catch {
      if case .notFound = error { throw .noSuchAttempt(attempt) }
      throw .notForgotten(attempt: attempt, error)
    }
  }

  /// Removes all attempts but those being played, whatever state their files are in.
  public func forgetAll() throws(JournalError) -> Forgetting {
    var result = Forgetting(forgotten: 0, refused: [])
    let folder = try places.get().attempts
    for name in try names() {
      let isJournal = name.hasSuffix(AttemptStore.suffix)
      guard isJournal || name.hasSuffix(AttemptStore.suffix + AttemptStore.tornSuffix) else {
        continue
      }
      do throws(HostError) {
        if isJournal {
          try remove(folder + "/" + name)
          result.forgotten += 1
        } else {
          try removeOrphan(folder + "/" + name)
        }
      } catch {
        // What went away together with its journal is not worth a word.
        if case .notFound = error { continue }
        let attempt = String(name.dropLast(isJournal ? AttemptStore.suffix.count : 0))
        result.refused.append(.notForgotten(attempt: attempt, error))
      }
    }
    return result
  }

  /// Removes a journal and what was cut off from it, holding its lock meanwhile.
  private func remove(_ path: String) throws(HostError) {
    var file: JournalFile?
    do throws(HostError) {
      file = try host.files.openJournal(path, .existing)
    } catch {
      // A file that cannot be opened, such as a planted link, can still be removed.
      if case .inUse = error { throw error }
    }
    defer { file?.close() }
    do throws(HostError) {
      try host.files.remove(path + AttemptStore.tornSuffix)
    } catch {
      guard case .notFound = error else { throw error }
    }
    try host.files.remove(path)
  }

  /// Removes what was cut off from a journal that is not there any more.
  private func removeOrphan(_ path: String) throws(HostError) {
    let journal = String(path.dropLast(AttemptStore.tornSuffix.count))
    guard host.files.kind(journal) == nil else { return }
    try host.files.remove(path)
  }
}
