/// Bytes of a keyboard to keys, as a value without a clock.
///
/// Feed it what each read gave. While `isWaiting` is true the bytes so far may be the beginning of a
/// longer key: read again within `patience`, and if nothing comes call `timeOut`. Sequences it does
/// not know, and replies of terminals, are swallowed whole.
public struct KeyReader: Sendable {
  /// Milliseconds after which an Escape byte is the Escape key.
  public static let patience: Int = 50
  /// The longest paste kept, in bytes.
  public static let pasteLimit: Int = 262_144

  private enum State: Sendable {
    case ground
    case character(needed: Int)
    case escape
    case control
    case single
    case string(introducer: UInt8, isEmpty: Bool, sawEscape: Bool)
    case paste
  }

  private var state = State.ground
  private var pending: [UInt8] = []
  private var lastWasReturn = false

  /// Makes a reader that has seen nothing.
  public init() {}

  /// Whether a time limit on the next read could decide what was pressed.
  public var isWaiting: Bool {
    switch state {
    case .ground, .character, .paste: false
    case .escape, .control, .single, .string: true
    }
  }

  /// Takes the bytes of one read.
  public mutating func feed(_ bytes: [UInt8]) -> [Key] {
    var keys: [Key] = []
    lastWasReturn = false
    for byte in bytes { take(byte, isAlone: bytes.count == 1, into: &keys) }
    return keys
  }

  /// Decides what the bytes so far mean if no more come.
  public mutating func timeOut() -> [Key] {
    defer {
      if isWaiting { reset() }
    }
    switch state {
    case .escape: return [.escape]
    case .control: return pending.isEmpty ? [.alt("[")] : []
    case .single: return [.alt("O")]
    case .string(let introducer, true, false):
      return [.alt(Character(Unicode.Scalar(introducer)))]
    case .string, .ground, .character, .paste: return []
    }
  }

  private mutating func reset() {
    state = .ground
    pending.removeAll()
  }

  private mutating func take(_ byte: UInt8, isAlone: Bool, into keys: inout [Key]) {
    switch state {
    case .ground: takeGround(byte, isAlone: isAlone, into: &keys)
    case .character(let needed): takeCharacter(byte, needed, isAlone: isAlone, into: &keys)
    case .escape: takeEscape(byte, isAlone: isAlone, into: &keys)
    case .control: takeControl(byte, isAlone: isAlone, into: &keys)
    case .single:
      reset()
      if let key = Self.singleKeys[byte] { keys.append(key) }
    case .string(let introducer, _, let sawEscape):
      if byte == 0x07 || (sawEscape && byte == 0x5C) {
        reset()
      } else {
        state = .string(introducer: introducer, isEmpty: false, sawEscape: byte == 0x1B)
      }
    case .paste: takePaste(byte, into: &keys)
    }
  }

  private mutating func takeGround(_ byte: UInt8, isAlone: Bool, into keys: inout [Key]) {
    let followsReturn = lastWasReturn
    lastWasReturn = byte == 0x0D
    switch byte {
    case 0x1B: state = .escape
    case 0x0D: keys.append(isAlone ? .enter : .pastedNewline)
    case 0x0A:
      if !followsReturn { keys.append(isAlone ? .newline : .pastedNewline) }
    case 0x09: keys.append(.tab)
    case 0x08, 0x7F: keys.append(.backspace)
    case 0x00...0x1F: keys.append(.control(Self.letter(byte)))
    case 0x20...0x7E: keys.append(.scalar(Unicode.Scalar(byte)))
    case 0xC2...0xDF: begin(byte, needed: 1)
    case 0xE0...0xEF: begin(byte, needed: 2)
    case 0xF0...0xF4: begin(byte, needed: 3)
    default: keys.append(.scalar("\u{FFFD}"))
    }
  }

  private mutating func begin(_ byte: UInt8, needed: Int) {
    pending = [byte]
    state = .character(needed: needed)
  }

  private mutating func takeCharacter(
    _ byte: UInt8,
    _ needed: Int,
    isAlone: Bool,
    into keys: inout [Key]
  ) {
    guard byte & 0xC0 == 0x80 else {
      reset()
      keys.append(.scalar("\u{FFFD}"))
      take(byte, isAlone: isAlone, into: &keys)
      return
    }
    pending.append(byte)
    if needed > 1 {
      state = .character(needed: needed - 1)
      return
    }
    for scalar in String(decoding: pending, as: UTF8.self).unicodeScalars
    where scalar.properties.generalCategory != .control {
      keys.append(.scalar(scalar))
    }
    reset()
  }

  private mutating func takeEscape(_ byte: UInt8, isAlone: Bool, into keys: inout [Key]) {
    reset()
    switch byte {
    case 0x1B:
      keys.append(.escape)
      state = .escape
    case 0x5B: state = .control
    case 0x4F: state = .single
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F:
      state = .string(introducer: byte, isEmpty: true, sawEscape: false)
    case 0x0D, 0x0A: keys.append(.newline)
    case 0x7F, 0x08: keys.append(.control("w"))
    case 0x20...0x7E: keys.append(.alt(Character(Unicode.Scalar(byte))))
    default:
      keys.append(.escape)
      take(byte, isAlone: isAlone, into: &keys)
    }
  }

  /// Inside `ESC [`: parameters, then one byte that ends it.
  private mutating func takeControl(_ byte: UInt8, isAlone: Bool, into keys: inout [Key]) {
    switch byte {
    case 0x20...0x3F:
      // Only short ones mean anything; the rest of a long one is swallowed all the same.
      if pending.count < 32 { pending.append(byte) }
    case 0x40...0x7E:
      let parameters = String(decoding: pending, as: UTF8.self)
      reset()
      if byte == 0x7E, parameters == "200" {
        state = .paste
      } else if let key = Self.controlKey(parameters, byte) {
        keys.append(key)
      }
    default:
      // A control or a letter beyond ASCII cannot be part of it: the sequence was torn.
      reset()
      take(byte, isAlone: isAlone, into: &keys)
    }
  }

  private mutating func takePaste(_ byte: UInt8, into keys: inout [Key]) {
    pending.append(byte)
    let end = Self.pasteEnd
    if byte == 0x7E, pending.count >= end.count, pending.suffix(end.count).elementsEqual(end) {
      keys.append(.paste(Self.cleaned(pending.dropLast(end.count))))
      reset()
    } else if pending.count > Self.pasteLimit + end.count {
      // Too much: what goes over is dropped, but the last bytes may be the beginning of the end.
      pending.remove(at: pending.count - end.count)
    }
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private static func cleaned(_ bytes: ArraySlice<UInt8>) -> String {
    var result = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": result.append("\n")
      case "\n": if !followsReturn { result.append("\n") }
      case "\t": result.append(" ")
      default: if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
      followsReturn = scalar == "\r"
    }
    return String(result)
  }

  private static func letter(_ byte: UInt8) -> Character {
    Character(Unicode.Scalar(byte + ((1...26).contains(byte) ? 0x60 : 0x40)))
  }

  private static let singleKeys: [UInt8: Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home, 0x4D: .enter,
  ]

  private static let tildeKeys: [Substring: Key] = [
    "1": .home, "3": .delete, "4": .end, "5": .pageUp, "6": .pageDown, "7": .home, "8": .end,
  ]

  private static func controlKey(_ parameters: String, _ final: UInt8) -> Key? {
    let parts = parameters.split(separator: ";", omittingEmptySubsequences: false)
    if final == 0x7E { return parts.first.flatMap { tildeKeys[$0] } }
    if final == 0x5A { return .backTab }
    guard final != 0x4D, let key = singleKeys[final] else { return nil }
    // The second number is 1 plus Shift 1, Alt 2, Ctrl 4.
    let held = parts.count == 2 ? (Int(parts[1]) ?? 1) - 1 : 0
    guard parameters.isEmpty || parts.count == 2 else { return nil }
    if held & 6 != 0, key == .left { return .wordLeft }
    if held & 6 != 0, key == .right { return .wordRight }
    return key
  }
}
