/// The one place where text leaves for the terminal.
///
/// Text is made harmless here, always; the only sequences that pass are those of our own styles and
/// of a `ScreenUpdate`, and none at all when the level is plain. After a failed write the rest is
/// dropped, and `result` keeps saying why.
public final class TerminalOutput {
  /// How much styling may pass.
  public let level: StyleLevel
  /// `written` as long as all went well, otherwise the first thing that went wrong.
  public private(set) var result: WriteResult = .written

  private let send: ([UInt8]) -> WriteResult
  private var waiting: [UInt8] = []

  /// Makes an output over any sink of bytes.
  public init(level: StyleLevel, write: @escaping ([UInt8]) -> WriteResult) {
    self.level = level
    send = write
  }

  /// Makes an output over a file descriptor.
  public convenience init(level: StyleLevel, descriptor: Int32) {
    self.init(level: level) { WriteResult.writing($0, to: descriptor) }
  }

  /// Adds text; it leaves with the next `line` or `flush`.
  public func write(_ text: StyledText) {
    for span in text.spans {
      let letters = Neutralizer.visible(span.text)
      let sequence = letters.isEmpty ? "" : span.style.sequence(at: level)
      waiting += sequence.utf8
      waiting += letters.utf8
      if !sequence.isEmpty { waiting += Style.reset.utf8 }
    }
  }

  /// Adds text, ends the line and sends it, so that nothing shown is lost if the process ends.
  public func line(_ text: StyledText = "") {
    write(text)
    waiting.append(0x0A)
    flush()
  }

  /// Sends one repaint in one piece.
  ///
  /// A plain output shows no screens and ignores it.
  public func show(_ update: ScreenUpdate) {
    guard level > .plain, !update.bytes.isEmpty else { return }
    waiting += update.bytes
    flush()
  }

  /// Sends what is waiting.
  @discardableResult
  public func flush() -> WriteResult {
    if result == .written, !waiting.isEmpty { result = send(waiting) }
    waiting.removeAll(keepingCapacity: true)
    return result
  }
}
