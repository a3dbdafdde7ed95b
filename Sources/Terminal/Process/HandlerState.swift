#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Everything a signal handler touches: plain memory made before any handler is installed.
///
/// A handler may run between any two instructions. It may call write, tcsetattr, sigaction and
/// raise; it may not allocate, lock, or make a global come to life for the first time.
struct HandlerState {
  /// Where handlers report; the reading end is polled together with the keyboard.
  var wake: Int32 = -1
  /// The other end of that pipe.
  var waiting: Int32 = -1
  /// An ending signal that nobody has read yet; the same one again means the program is stuck.
  var unread: sig_atomic_t = 0

  var isActive: sig_atomic_t = 0
  var pasteIsOn: sig_atomic_t = 0
  /// Rows of an inline block from the cursor to its end; what is printed next goes below them.
  var rowsBelow: sig_atomic_t = 0
  var input: Int32 = -1
  var output: Int32 = -1
  var saved = termios()
  var raw = termios()
  var enter = ByteStore()
  var leave = ByteStore()
  var pasteOn = ByteStore()
  var lineEnd = ByteStore()
  var crashMessage = ByteStore()

  /// Bytes at an address that never moves; replaced only while no handler needs them.
  struct ByteStore {
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0

    mutating func set(_ text: String) {
      let bytes = Array(text.utf8)
      let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
      fresh.initialize(from: bytes, count: bytes.count)
      // The old block is left alone: a handler may be reading it this moment, and it is tiny.
      start = fresh
      count = bytes.count
    }

    func send(to descriptor: Int32) {
      if let start, count > 0 { _ = write(descriptor, start, count) }
    }
  }

  nonisolated(unsafe) static let shared: UnsafeMutablePointer<HandlerState> = {
    let pointer = UnsafeMutablePointer<HandlerState>.allocate(capacity: 1)
    pointer.initialize(to: HandlerState())
    return pointer
  }()

  /// Gives the terminal back if it is ours.
  ///
  /// Safe in a handler.
  static func restoreTerminal() {
    guard shared.pointee.isActive != 0 else { return }
    shared.pointee.isActive = 0
    shared.pointee.leave.send(to: shared.pointee.output)
    for _ in 0..<shared.pointee.rowsBelow { shared.pointee.lineEnd.send(to: shared.pointee.output) }
    shared.pointee.rowsBelow = 0
    _ = tcsetattr(shared.pointee.input, TCSADRAIN, &shared.pointee.saved)
  }

  /// Takes the terminal as `TerminalModes.enter` prepared it.
  ///
  /// Safe in a handler.
  static func takeTerminal() {
    // TCSADRAIN, not TCSAFLUSH: what was typed ahead stays.
    _ = tcsetattr(shared.pointee.input, TCSADRAIN, &shared.pointee.raw)
    shared.pointee.enter.send(to: shared.pointee.output)
    if shared.pointee.pasteIsOn != 0 { shared.pointee.pasteOn.send(to: shared.pointee.output) }
    shared.pointee.isActive = 1
  }

  /// Lets a signal do to the process what it does by default.
  ///
  /// Safe in a handler.
  static func raiseDefault(_ number: Int32) {
    signal(number, SIG_DFL)
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, number)
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
    raise(number)
  }

  typealias Handler = @convention(c) (Int32) -> Void

  static func install(_ handler: @escaping Handler, for number: Int32, flags: Int32) {
    var action = sigaction()
    #if canImport(Darwin)
    action.__sigaction_u.__sa_handler = handler
    #else
    action.__sigaction_handler.sa_handler = handler
    #endif
    action.sa_flags = flags
    sigemptyset(&action.sa_mask)
    sigaction(number, &action, nil)
  }

  /// Whether the parent asked that a signal be ignored, as nohup does.
  static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
    let handler = action.__sigaction_u.__sa_handler
    #else
    let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  static func report(_ number: Int32) {
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(shared.pointee.wake, &byte, 1)
  }
}
