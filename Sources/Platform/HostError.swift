#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Why the outside world refused.
public enum HostError: Error, Hashable, Sendable {
  /// What was being done.
  public enum Operation: String, Hashable, Sendable, CaseIterable {
    case open = "open"
    case read = "read"
    case list = "look into"
    case create = "make"
    case write = "write to"
    case sync = "put on the disk what was written to"
    case truncate = "cut back"
    case lock = "lock"
    case remove = "remove"
  }

  /// Nothing is there.
  case notFound(path: String)
  /// Something is there that was to be made anew.
  case alreadyThere(path: String)
  /// Something else is there than was needed.
  case wrongKind(path: String, found: FileKind, expected: FileKind)
  /// The file is larger than it may be.
  case tooLarge(path: String, limit: Int)
  /// The file or folder belongs to somebody else, or others can write into it.
  case notPrivate(path: String)
  /// Another process holds the lock.
  case inUse(path: String)
  /// The system refused, with its number for the reason.
  case failed(Operation, path: String, errno: Int32)

  /// The file or folder it is about.
  public var path: String {
    switch self {
    case .notFound(let path), .alreadyThere(let path), .wrongKind(let path, _, _),
      .tooLarge(let path, _), .notPrivate(let path), .inUse(let path), .failed(_, let path, _):
      path
    }
  }

  /// The reason alone, as a clause: "the disk is full".
  public var reason: String {
    switch self {
    case .notFound: "there is no such file or folder"
    case .alreadyThere: "something of that name is there already"
    case .wrongKind(_, let found, let expected): "it is \(found.rawValue), not \(expected.rawValue)"
    case .tooLarge(_, let limit): "it is larger than \(HostError.size(limit)), the most allowed"
    case .notPrivate: "it belongs to somebody else, or others may write to it"
    case .inUse: "another rehearse is using it"
    case .failed(_, _, let number): HostError.reason(for: number)
    }
  }

  /// The whole sentence for a person.
  public var explanation: String {
    switch self {
    case .failed(let operation, _, _): "Could not \(operation.rawValue) \(path): \(reason)."
    default: "Could not use \(path): \(reason)."
    }
  }

  private static func size(_ bytes: Int) -> String {
    if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MB" }
    if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KB" }
    return "\(bytes) bytes"
  }

  private static func reason(for number: Int32) -> String {
    switch number {
    case ENOSPC: "the disk is full"
    case EDQUOT: "your share of the disk is used up"
    case EROFS: "the disk can only be read, not written to"
    case EACCES, EPERM: "you are not allowed to"
    case EFBIG: "files may not grow any larger here"
    case EIO: "the disk reported a fault"
    case EMFILE, ENFILE: "too many files are open"
    case ELOOP: "it is a link, and links are not followed here"
    case ENOTDIR: "something on the way to it is not a folder"
    case EISDIR: "it is a folder"
    case ENOENT: "there is no such file or folder"
    case ENAMETOOLONG: "the name is too long"
    case ENOMEM: "the memory is used up"
    case EPIPE: "nobody is reading any more"
    case EBADF: "it is closed"
    default: "\(systemText(number)) (error \(number))"
    }
  }

  private static func systemText(_ number: Int32) -> String {
    guard let text = strerror(number) else { return "the system refused" }
    return String(cString: text)
  }
}
