import Platform

/// A folder of journals whose names end alike, each with what was once cut off from it beside it.
struct JournalFolder {
  let host: Host
  let path: String
  /// The end of a journal's name.
  let suffix: String

  /// The end of the name of what was cut off from a journal.
  static let tornSuffix = ".torn"

  /// The names of all files in it; none where there is no folder yet.
  func names() throws(JournalError) -> [String] {
    do throws(HostError) {
      return try host.files.list(path)
    } catch {
      if case .notFound = error { return [] }
      throw .cannotRead(error)
    }
  }

  /// Puts aside what is to be cut off from a journal, so that nothing is ever thrown away unseen.
  static func keep(
    _ bytes: [UInt8],
    besides journal: String,
    _ host: Host
  ) throws(HostError)
    -> String
  {
    let path = journal + tornSuffix
    let file = try host.files.openJournal(path, .either)
    defer { file.close() }
    try file.append(bytes + [UInt8(ascii: "\n")])
    try file.sync()
    return path
  }

  // MARK: Forgetting

  /// Removes one journal, unless it is in use.
  func forget(_ name: String) throws(JournalError) {
    do throws(HostError) {
      try remove("\(path)/\(name)\(suffix)")
    } catch {
      if case .notFound = error { throw .noSuchAttempt(name) }
      throw .notForgotten(attempt: name, error)
    }
  }

  /// Removes all journals but those in use, whatever state they are in.
  func forgetAll() throws(JournalError) -> Forgetting {
    var result = Forgetting(forgotten: 0, refused: [])
    for name in try names() {
      let isJournal = name.hasSuffix(suffix)
      guard isJournal || name.hasSuffix(suffix + Self.tornSuffix) else { continue }
      do throws(HostError) {
        if isJournal {
          try remove("\(path)/\(name)")
          result.forgotten += 1
        } else {
          try removeOrphan("\(path)/\(name)")
        }
      } catch {
        // What went away together with its journal is not worth a word.
        if case .notFound = error { continue }
        let journal = String(name.dropLast(isJournal ? suffix.count : 0))
        result.refused.append(.notForgotten(attempt: journal, error))
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
      try host.files.remove(path + Self.tornSuffix)
    } catch {
      guard case .notFound = error else { throw error }
    }
    try host.files.remove(path)
  }

  /// Removes what was cut off from a journal that is not there any more.
  private func removeOrphan(_ path: String) throws(HostError) {
    let journal = String(path.dropLast(Self.tornSuffix.count))
    guard host.files.kind(journal) == nil else { return }
    try host.files.remove(path)
  }
}

/// What forgetting came to.
public struct Forgetting: Hashable, Sendable {
  /// How many are gone.
  public var forgotten: Int
  /// Why others are not.
  public var refused: [JournalError]
}
