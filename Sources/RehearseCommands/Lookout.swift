import Platform
import Terminal

/// Looks at something now and then while nobody types, and wakes the prompt when it has changed.
final class Lookout {
  /// Whether what is looked at has changed since the last look; absent while nothing is.
  var hasChanged: (() -> Bool)?

  /// Milliseconds from look to look.
  static let interval = 500

  /// The same input, that wakes while it waits for ever.
  func waking(_ source: InputSource) -> InputSource {
    InputSource { limit in
      guard limit == nil, let hasChanged = self.hasChanged else {
        return source.next(within: limit)
      }
      while true {
        if hasChanged() { return .woken }
        let chunk = source.next(within: Self.interval)
        if chunk != .timedOut { return chunk }
      }
    }
  }
}

/// Follows one file while somebody writes it.
///
/// It asks for the file's stamp instead of being notified: that also works in folders of a network or a
/// virtual machine, and where an editor puts a new file in the place of the old one.
final class FileFollower {
  /// What there is to be read.
  enum Reading: Equatable {
    case words([UInt8])
    case nothing(HostError)
  }

  /// So many times it is read again after a change: a stamp may be as coarse as two seconds, and a second
  /// change within them would not be seen.
  private static let rereads = 6

  let path: String
  private let host: Host
  /// What was last read and told.
  private(set) var reading: Reading
  private var stamp: FileStamp?
  private var isSettled = true
  private var rereadsLeft = rereads

  init(_ path: String, host: Host) {
    self.path = path
    self.host = host
    stamp = host.files.stamp(path)
    reading = Self.read(path, host)
  }

  /// Whether there is something else to be read since the last time, and nobody is writing it now.
  func look() -> Bool {
    let now = host.files.stamp(path)
    if now != stamp {
      // Half of it may be there: the next look will tell.
      stamp = now
      isSettled = false
      rereadsLeft = Self.rereads
      return false
    }
    guard !isSettled || rereadsLeft > 0 else { return false }
    if isSettled { rereadsLeft -= 1 }
    isSettled = true
    let new = Self.read(path, host)
    defer { reading = new }
    return new != reading
  }

  private static func read(_ path: String, _ host: Host) -> Reading {
    do throws(HostError) {
      return .words(try host.files.read(path, Library.sizeLimit))
    } catch {
      return .nothing(error)
    }
  }
}
