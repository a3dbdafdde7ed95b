/// How text is written inside JSON: the one home of this rule.
public enum JSONText {
  /// Appends `text` in quotation marks to `output`.
  ///
  /// What a screen would obey or hide (control characters, U+2028, U+2029, direction marks and
  /// other format characters) is written as `\uXXXX`.
  public static func appendQuoted(_ text: String, to output: inout String) {
    output += "\""
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      output += text
    } else {
      for scalar in text.unicodeScalars { append(scalar, to: &output) }
    }
    output += "\""
  }

  /// Returns `text` in quotation marks.
  public static func quoted(_ text: String) -> String {
    var output = ""
    appendQuoted(text, to: &output)
    return output
  }

  private static func append(_ scalar: Unicode.Scalar, to output: inout String) {
    switch scalar {
    case "\"": output += "\\\""
    case "\\": output += "\\\\"
    case "\n": output += "\\n"
    case "\t": output += "\\t"
    case "\r": output += "\\r"
    case " "..<"\u{7F}": output.unicodeScalars.append(scalar)
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        // The joiner inside emoji and some scripts is harmless, and escaping it hides the words.
        guard scalar != "\u{200D}" && scalar != "\u{200C}" else {
          output.unicodeScalars.append(scalar)
          return
        }
        for unit in String(scalar).utf16 {
          output += "\\u" + VisibleText.hexadecimal(UInt32(unit), digits: 4)
        }
      default: output.unicodeScalars.append(scalar)
      }
    }
  }
}
