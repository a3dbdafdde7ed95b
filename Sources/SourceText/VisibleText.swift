/// Text made safe to show: what a terminal would obey or hide is spelled out.
enum VisibleText {
  /// One scalar, or one bad byte, as it is shown.
  struct Cell {
    var text: String
    var width: Int
  }

  /// Returns `text` with control and invisible characters spelled out, on one line.
  static func oneLine(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\t" { result += " " } else { result += cell(for: scalar).text }
    }
    return result
  }

  /// Returns how one scalar is shown; a tab is left for the caller to align.
  static func cell(for scalar: Unicode.Scalar) -> Cell {
    switch scalar.value {
    case 0x09: return Cell(text: "\t", width: 1)
    case 0x00..<0x20: return spelled("^" + String(UnicodeScalar(UInt8(scalar.value) + 0x40)))
    case 0x20..<0x7F: return Cell(text: String(scalar), width: 1)
    case 0x7F: return spelled("^?")
    default: break
    }
    if isInvisible(scalar) { return spelled("<U+\(hexadecimal(scalar.value, digits: 4))>") }
    return Cell(text: String(scalar), width: width(of: scalar))
  }

  /// Returns how a byte is shown that is no part of a character.
  static func cell(forBadByte byte: UInt8) -> Cell {
    spelled("<\(hexadecimal(UInt32(byte), digits: 2))>")
  }

  private static func spelled(_ text: String) -> Cell {
    Cell(text: text, width: text.utf8.count)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default:
      // Variation selectors choose between text and picture and are harmless.
      scalar.properties.isDefaultIgnorableCodePoint && !(0xFE00...0xFE0F).contains(scalar.value)
    }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// Returns a number in base sixteen with at least so many digits.
  static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
