import JSONSyntax

/// Text of another program made fit for a scenario.
enum PlainText {
  /// The most scalars a text of a scenario may have.
  static let longest = 10_000

  /// A text whose braces stand for themselves, without characters that do not show.
  static func forScenario(_ text: String) -> (text: String, hadHidden: Bool) {
    var result = ""
    var hadHidden = false
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{": result += "{{"
      case "\n", "\t": result += " "
      case "\r": continue
      // Joiners belong to emoji and to some scripts; elsewhere they are only hidden.
      case "\u{200C}", "\u{200D}":
        if result.utf8.last ?? 0 >= 0x80 {
          result.unicodeScalars.append(scalar)
        } else {
          hadHidden = true
        }
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: hadHidden = true
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return (result, hadHidden)
  }

  /// A value whose notes hold nothing that does not show: such characters are spelled out.
  static func spellingOutNotes(_ value: JSONValue, isNote: Bool = false) -> JSONValue {
    switch value {
    case .string(let text): isNote ? .string(spelledOut(text)) : value
    case .array(let elements):
      .array(elements.map { spellingOutNotes($0, isNote: isNote) })
    case .object(let members):
      .object(
        members.map { member in
          .init(
            member.key,
            spellingOutNotes(member.value, isNote: isNote || member.key == "note")
          )
        }
      )
    case .null, .boolean, .integer, .number: value
    }
  }

  private static func spelledOut(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": continue
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{200C}" where result.utf8.last ?? 0 >= 0x80,
        "\u{200D}" where result.utf8.last ?? 0 >= 0x80:
        result.unicodeScalars.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
          result += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// A text in pieces that each fit, cut between words.
  static func pieces(_ text: String, longest: Int = longest) -> [String] {
    guard text.utf8.count > longest else { return [text] }
    var pieces: [String] = []
    var piece = ""
    var count = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      var scalars = Substring(word).unicodeScalars[...]
      if count + scalars.count + 1 > longest, count > 0 {
        pieces.append(piece)
        piece = ""
        count = 0
      }
      while scalars.count > longest - 1 {
        // A brace is written twice; the two stay together.
        var end = scalars.index(scalars.startIndex, offsetBy: longest - 2)
        if scalars[scalars.index(before: end)] == "{" { end = scalars.index(before: end) }
        pieces.append(String(scalars[..<end]))
        scalars = scalars[end...]
      }
      if count > 0 {
        piece += " "
        count += 1
      }
      piece += String(scalars)
      count += scalars.count
    }
    if count > 0 { pieces.append(piece) }
    return pieces
  }
}
