/// Ids: a small letter or digit, then up to 63 small letters, digits and hyphens.
public enum Identifier {
  /// The most characters an id may have.
  public static let longest = 64

  /// The rule as a regular expression, for schemas.
  static let pattern = "[a-z0-9][a-z0-9-]{0,63}"

  /// Whether `text` is an id.
  public static func isLegal(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return isLegal(bytes.span, 0..<bytes.count, allowsSlash: false)
  }

  /// Whether the bytes are an id or, if a slash is allowed, two with a slash between.
  static func isLegal(_ bytes: Bytes, _ range: Range<Int>, allowsSlash: Bool) -> Bool {
    var length = 0
    var maySlash = allowsSlash
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        length += 1
      case UInt8(ascii: "-") where length > 0: length += 1
      case UInt8(ascii: "/") where maySlash && length > 0:
        maySlash = false
        length = 0
      default: return false
      }
      if length > longest { return false }
    }
    return length > 0
  }

  /// Returns the id nearest to `text`, or nil if nothing of it can be kept.
  public static func nearest(to text: String) -> String? {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
      case "A"..."Z": result += scalar.properties.lowercaseMapping
      case "'", "\u{2019}": break
      default: if !result.isEmpty && !result.hasSuffix("-") { result += "-" }
      }
      if result.utf8.count == longest { break }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? nil : result
  }
}
