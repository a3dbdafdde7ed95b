import Platform
import Terminal
import TerminalFront

/// The file through which a class and its notes on another screen speak: the room rewrites the notes, the
/// other screen adds keys to a file beside it.
final class RoomChannel {
  /// Why there can be no notes at a path.
  struct Refusal: Error {
    let message: String
  }

  /// What the notes say when the class is over; the other screen ends with it.
  static let over = "The class is over.\n"

  private let host: Host
  private let path: String
  private var taken = 0
  private var lastWritten = ""

  private var keysPath: String { path + Self.keysSuffix }
  static let keysSuffix = ".keys"

  init(_ path: String, host: Host) throws(Refusal) {
    // A device would be a terminal, and most likely the room's own: notes are never drawn there.
    if let kind = host.files.kind(path), kind != .regular {
      throw Refusal(
        message:
          "the notes cannot go to \(path): it is \(kind.rawValue), and notes must never show "
          + "on the room's screen. Name a file, as: --notes notes.txt"
      )
    }
    self.host = host
    self.path = path
    do throws(HostError) {
      try host.files.replace(path, Array("The class begins.\n".utf8))
      let file = try host.files.openJournal(path + Self.keysSuffix, .either)
      defer { file.close() }
      try file.truncate(0)
    } catch {
      throw Refusal(message: "the notes cannot be written. \(error.explanation)")
    }
  }

  /// Rewrites the notes, if they changed; when that fails the class goes on without them.
  func write(_ text: String) {
    guard text != lastWritten else { return }
    lastWritten = text
    try? host.files.replace(path, Array(text.utf8))
  }

  /// The keys that came from the other screen since the last look.
  func keys() -> [Key] {
    guard let bytes = try? host.files.read(keysPath, 1 << 20), bytes.count > taken,
      let end = bytes.lastIndex(of: UInt8(ascii: "\n")), end >= taken
    else { return [] }
    let lines = bytes[taken..<end].split(separator: UInt8(ascii: "\n"))
    taken = end + 1
    return lines.compactMap { RoomKeyName.key(String(decoding: $0, as: UTF8.self)) }
  }

  func close() { try? host.files.remove(keysPath) }

  /// Sends one key from the other screen.
  static func send(_ key: Key, to path: String, _ host: Host) throws(HostError) {
    guard let name = RoomKeyName.name(of: key) else { return }
    let file = try host.files.openJournal(path + keysSuffix, .existing)
    defer { file.close() }
    try file.append(Array("\(name)\n".utf8))
  }
}

/// Keys as words, one a line.
enum RoomKeyName {
  private static let named: [(key: Key, name: String)] = [
    (.enter, "enter"), (.tab, "tab"), (.backTab, "back-tab"), (.backspace, "backspace"),
    (.escape, "escape"), (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"),
    (.pageUp, "page-up"), (.pageDown, "page-down"), (.scalar(" "), "space"),
  ]

  static func name(of key: Key) -> String? {
    if let found = named.first(where: { $0.key == key }) { return found.name }
    guard case .scalar(let scalar) = key else { return nil }
    return String(Character(scalar))
  }

  static func key(_ name: String) -> Key? {
    if let found = named.first(where: { $0.name == name }) { return found.key }
    let scalars = Array(name.unicodeScalars)
    guard scalars.count == 1, scalars[0].properties.generalCategory != .control else { return nil }
    return .scalar(scalars[0])
  }
}

extension Program {
  // MARK: notes

  /// Follows the notes of a class on another screen.
  func notes(_ arguments: Arguments) -> ExitStatus {
    let path = arguments.operands[0]
    guard host.files.kind(path) == .regular else {
      console.complain(
        "There are no notes at \(path). Begin the class with: rehearse class ID --notes \(path)"
      )
      return .noSuchFile
    }
    let isScreen =
      host.streams.facts(.input).isTerminal && host.streams.facts(.output).isTerminal
      && console.output.level > .plain
    if isScreen {
      do throws(SystemFailure) {
        try TerminalModes.enter(input: 0, output: 1, alternateScreen: true)
        defer { TerminalModes.leave() }
        return follow(path, isDriving: arguments.has("--drive"))
      } catch {
        console.complain("The screen cannot be had (\(error.message)), so here are lines.")
      }
    }
    return followByLines(path)
  }

  private func text(_ path: String) -> String? {
    (try? host.files.read(path, 1 << 20)).map { String(decoding: $0, as: UTF8.self) }
  }

  private func followByLines(_ path: String) -> ExitStatus {
    var last = ""
    while console.isHeard {
      guard let text = text(path) else { break }
      if text != last {
        last = text
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          console.output.line(StyledText(String(line)))
        }
      }
      if text == RoomChannel.over { break }
      // Without a keyboard the end of input says nothing: the notes themselves say when it is over.
      switch input.next(within: 300) {
      case .signal(let signal) where signal.isEnd: return .signal(signal.number)
      case .end, .failed: return .done
      default: continue
      }
    }
    return .done
  }

  private func follow(_ path: String, isDriving: Bool) -> ExitStatus {
    var reader = KeyReader()
    var shown: Frame?
    var first = 0
    var text = self.text(path) ?? ""
    while console.isHeard {
      let facts = host.streams.facts(.output)
      let size = TerminalSize(rows: facts.rows ?? 24, columns: facts.columns ?? 80)
      let wrapper = TextWrapper(width: max(1, size.columns))
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { wrapper.lines(String($0)) }
      first = max(0, min(first, lines.count - (size.rows - 1)))
      let frame = notesFrame(lines, from: first, size: size, isDriving: isDriving)
      let level = console.output.level
      console.output.show(ScreenUpdate(from: shown, to: frame, level: level, isSynchronized: false))
      shown = frame
      let chunk = input.next(within: reader.isWaiting ? KeyReader.patience : 200)
      var keys: [Key] = []
      switch chunk {
      case .bytes(let bytes): keys = reader.feed(bytes)
      case .timedOut: keys = reader.timeOut()
      case .signal(let signal) where signal.isEnd: return .signal(signal.number)
      case .signal: shown = nil
      case .woken: break
      case .end, .failed: return .done
      }
      for key in keys {
        switch key {
        case .scalar("Q"), .control("c"): return .done
        case .scalar("q") where !isDriving: return .done
        case .down: first += 1
        case .up: first = max(0, first - 1)
        default:
          if isDriving { try? RoomChannel.send(key, to: path, host) }
        }
      }
      guard let now = self.text(path) else { return .done }
      if now == RoomChannel.over { return .done }
      if now != text { first = 0 }
      text = now
    }
    return .done
  }

  private func notesFrame(
    _ lines: [String],
    from first: Int,
    size: TerminalSize,
    isDriving: Bool
  ) -> Frame {
    var frame = Frame(size: size)
    for (row, line) in lines.dropFirst(first).prefix(max(0, size.rows - 1)).enumerated() {
      let isTitle = line == line.uppercased() && line.first?.isLetter == true
      frame.put(StyledText(line, isTitle ? .bold : .plain), row: row)
    }
    let more = first + size.rows - 1 < lines.count ? "arrow down for more   " : ""
    let keys = isDriving ? "keys go to the room   Q leaves" : "q leaves"
    frame.put(StyledText("\(more)\(keys)", .reverse), row: size.rows - 1)
    frame.cursor = Frame.Position(row: size.rows - 1, column: 0)
    return frame
  }
}
