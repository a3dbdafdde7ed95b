extension AttemptStore {
  /// Removes all that is saved of one attempt, unless it is being played.
  public func forget(_ attempt: String) throws(JournalError) {
    guard AttemptID.isValid(attempt) else { throw .noSuchAttempt(attempt) }
    try journals().forget(attempt)
  }

  /// Removes all attempts but those being played, whatever state their files are in.
  public func forgetAll() throws(JournalError) -> Forgetting { try journals().forgetAll() }
}

extension ClassStore {
  /// Removes all that is saved of one class, unless it is at work.
  public func forget(_ name: String) throws(JournalError) {
    guard AttemptID.isValid(name) else { throw .noSuchAttempt(name) }
    try journals().forget(name)
  }

  /// Removes all classes but those at work, whatever state their files are in.
  public func forgetAll() throws(JournalError) -> Forgetting { try journals().forgetAll() }
}
