public import Platform

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Why an attempt is not saved, read or forgotten.
public enum JournalError: Error, Hashable, Sendable {
  /// The environment names no folder to save in.
  case noHome
  /// The folder or the file cannot be made or opened.
  case cannotOpen(HostError)
  /// A record could not be written; it is kept in memory and tried again.
  case notWritten(HostError)
  /// The disk did not confirm a record; what becomes of it is unknown, so nothing more is written.
  case notConfirmed(HostError)
  /// One record is longer than a line may be.
  case tooLong(bytes: Int)
  /// The folder or the file cannot be read.
  case cannotRead(HostError)
  /// What is saved of an attempt cannot be removed.
  case notForgotten(attempt: String, HostError)
  /// Another process is playing the attempt.
  case inUse(attempt: String)
  /// No attempt has this name.
  case noSuchAttempt(String)
  /// The file holds no beginning of an attempt that can be read.
  case unreadable(attempt: String, path: String)

  /// What the person is told.
  public var explanation: String {
    switch self {
    case .noHome:
      """
      There is no home folder to save in, because HOME is not set: this practice is not saved. \
      You can go on; to have practice saved, set XDG_DATA_HOME to a folder of yours.
      """
    case .cannotOpen(let error):
      "\(error.explanation) This practice is not saved. You can go on; \(error.remedy)."
    case .notWritten(let error):
      """
      \(error.reason.capitalizedSentence): from here on this practice is not saved. You can go \
      on; \(error.remedy), and everything since is saved with your next answer.
      """
    case .notConfirmed(let error):
      """
      The disk did not confirm that your last answer is saved (\(error.reason)): from here on \
      this practice is not saved. You can go on; what came before is in \(error.path).
      """
    case .tooLong(let bytes):
      """
      Your last answer takes \(bytes) bytes, more than one record may have: from here on this \
      practice is not saved. You can go on.
      """
    case .cannotRead(let error): error.explanation
    case .notForgotten(_, .inUse):
      """
      This practice is open in another rehearse, so it was not forgotten. Close that one first.
      """
    case .notForgotten(_, let error): "\(error.explanation) It is still there."
    case .inUse:
      """
      This practice is open in another rehearse. Close that one first, or go on here without \
      saving.
      """
    case .noSuchAttempt(let id):
      "There is no saved practice called \"\(id)\". \"rehearse history\" lists those there are."
    case .unreadable(_, let path):
      "The beginning of this practice cannot be read, so it cannot go on. Its file is \(path)."
    }
  }
}

extension HostError {
  /// What the person could do about it, as a clause.
  fileprivate var remedy: String {
    switch self {
    case .failed(_, _, ENOSPC), .failed(_, _, EDQUOT), .failed(_, _, EFBIG): "make room"
    case .failed(_, _, EROFS), .failed(_, _, EACCES), .failed(_, _, EPERM), .notPrivate,
      .wrongKind, .notFound:
      "to have practice saved, set XDG_DATA_HOME to a folder of yours that can be written to"
    default: "look after the disk"
    }
  }
}

extension String {
  /// The text with its first letter as a sentence begins.
  fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}

/// Something in an attempt's file that a person should know about; the rest of it is good.
public enum JournalNotice: Hashable, Sendable {
  /// The last line was never finished; when it was cut off, it was kept in another file.
  case unfinishedLine(bytes: Int, keptIn: String?)
  /// A whole line that does not match its checksum or makes no sense.
  case damagedLine(Int)
  /// A class's record is damaged from this line on, and that part is kept in another file.
  case damagedFrom(line: Int, keptIn: String)
  /// A record of a later format.
  case newerRecord(line: Int)
  /// A record of a kind this version does not know.
  case unknownKind(line: Int, kind: String)
  /// Records are missing before this line.
  case missingRecords(beforeLine: Int)
  /// The clock of the computer was set back before this line.
  case clockSetBack(line: Int)
  /// The disk cannot lock files, so nothing stops a second rehearse from playing the attempt.
  case cannotLock

  /// What the person is told.
  public var explanation: String {
    switch self {
    case .unfinishedLine(let bytes, let path?):
      """
      The last record was cut short, as by a power failure. Its \(bytes) bytes are kept in \
      \(path); everything before them is here.
      """
    case .unfinishedLine: "The last record is not finished."
    case .damagedLine(let line): "Line \(line) is damaged and was left out."
    case .damagedFrom(let line, let path):
      """
      The record of this class is damaged from line \(line) on. What came before is here and the \
      class goes on from there; the damaged part is kept in \(path).
      """
    case .newerRecord(let line): "Line \(line) was written by a newer rehearse and was left out."
    case .unknownKind(let line, let kind):
      "Line \(line) is a record this rehearse does not know (\"\(kind)\") and was left out."
    case .missingRecords(let line): "Records are missing before line \(line)."
    case .clockSetBack(let line):
      "Before line \(line) the computer's clock was set back; its times are not to be relied on."
    case .cannotLock:
      """
      The disk this practice is saved on cannot lock files. Do not play the same practice twice \
      at once.
      """
    }
  }

  /// Whether something that was recorded could not be read.
  public var isDamage: Bool {
    switch self {
    case .damagedLine, .damagedFrom, .newerRecord, .missingRecords: true
    case .unfinishedLine, .unknownKind, .clockSetBack, .cannotLock: false
    }
  }
}
