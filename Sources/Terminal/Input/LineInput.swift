/// One line somebody typed or piped in.
public struct InputLine: Hashable, Sendable {
  /// The line without its end.
  ///
  /// Bytes that are not UTF-8 read as U+FFFD; NUL and controls are kept.
  public var text: String
  /// Whether the line went on beyond `LineInput.byteLimit` and was cut there.
  public var isTruncated: Bool

  /// Makes a line.
  public init(text: String, isTruncated: Bool = false) {
    self.text = text
    self.isTruncated = isTruncated
  }
}

/// What came of asking for a line.
public enum LineEvent: Hashable, Sendable {
  /// A line; also a last one that had no end.
  case line(InputLine)
  /// Nobody will type any more. This is not an empty line and never an answer.
  case endOfInput
  /// Something else happened that the program looks out for; what was half typed still counts.
  case woken
  /// A signal asks the program to save and leave.
  case interrupted(Signal)
  /// The input could not be read.
  case failed(SystemFailure)
}

/// Lines from a keyboard in its usual mode, a pipe, or a file.
public final class LineInput {
  /// The longest line kept whole, in bytes.
  public static let byteLimit: Int = 65_536
  /// So many bytes without a line end are no line: nobody types them, and a device may never stop.
  static let endlessLimit = 16 << 20

  private let source: InputSource
  private var assembler = LineAssembler()
  private var ended: LineEvent?
  private var interruption: Signal?
  private var isWoken = false

  /// Makes an input over a source.
  public init(source: InputSource) { self.source = source }

  /// Makes an input over a descriptor.
  public convenience init(descriptor: Int32, signals: SignalPipe? = nil) {
    self.init(source: InputSource(descriptor: descriptor, signals: signals))
  }

  /// Waits for the next line.
  public func next() -> LineEvent {
    while true {
      if let interruption {
        self.interruption = nil
        return .interrupted(interruption)
      }
      if let line = assembler.takeLine() { return .line(line) }
      if let ended { return ended }
      if isWoken {
        isWoken = false
        return .woken
      }
      receive(within: nil)
    }
  }

  /// Whether another whole line is here already, as after a paste of several lines.
  ///
  /// A terminal hands over a pasted block line by line, so this looks whether more has arrived.
  /// A pipe has nearly always more: ask only when a person is typing.
  public var hasMoreBuffered: Bool {
    while !assembler.hasLine, ended == nil, interruption == nil, receive(within: 0) {}
    return assembler.hasLine
  }

  /// Waits once and keeps what came; `false` when nothing did.
  @discardableResult
  private func receive(within milliseconds: Int?) -> Bool {
    switch source.next(within: milliseconds) {
    case .bytes(let bytes):
      assembler.take(bytes)
      if assembler.pending > Self.endlessLimit { ended = .endOfInput }
    case .signal(let signal):
      // A line on a resized window needs no answer; the terminal sets it anew.
      if signal.isEnd { interruption = signal }
    case .end:
      assembler.finish()
      ended = .endOfInput
    case .failed(let failure):
      assembler.finish()
      ended = .failed(failure)
    case .woken: isWoken = true
    case .timedOut: return false
    }
    return true
  }
}

/// Bytes to lines: `\n`, `\r` and `\r\n` end one, also when `\r` and `\n` come in separate reads.
struct LineAssembler {
  private var current: [UInt8] = []
  /// The bytes of the line that has not ended, also those beyond what is kept of it.
  private(set) var pending = 0
  private var isCut = false
  private var lastWasReturn = false
  private var isFirst = true
  private var lines: [InputLine] = []

  var hasLine: Bool { !lines.isEmpty }

  mutating func take(_ bytes: [UInt8]) {
    for byte in bytes {
      pending += 1
      switch byte {
      case 0x0A:
        if !lastWasReturn { endLine() }
      case 0x0D: endLine()
      default:
        if current.count < LineInput.byteLimit { current.append(byte) } else { isCut = true }
      }
      lastWasReturn = byte == 0x0D
    }
  }

  /// The input is over: a last line without an end counts.
  mutating func finish() {
    if !current.isEmpty { endLine() }
  }

  mutating func takeLine() -> InputLine? { lines.isEmpty ? nil : lines.removeFirst() }

  private mutating func endLine() {
    var bytes = current[...]
    // Some editors and shells put a byte order mark first; nobody typed it.
    if isFirst, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if isCut { bytes = bytes.droppingPartialCharacter }
    lines.append(InputLine(text: String(decoding: bytes, as: UTF8.self), isTruncated: isCut))
    current.removeAll(keepingCapacity: true)
    pending = 0
    isCut = false
    isFirst = false
  }
}

extension ArraySlice<UInt8> {
  /// Without the first bytes of a character whose rest is not here.
  var droppingPartialCharacter: ArraySlice<UInt8> {
    let tail = suffix(3).reversed().prefix { $0 & 0xC0 == 0x80 }.count
    guard tail < count else { return self }
    let lead = self[endIndex - tail - 1]
    let needed = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0
    return needed > tail ? dropLast(tail + 1) : self
  }
}
