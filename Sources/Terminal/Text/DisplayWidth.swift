/// How many columns text takes on a terminal.
///
/// A grapheme is as wide as its scalars together, marks and joiners adding nothing: that is what
/// most terminals draw. The few that draw a skin-toned thumb in two columns instead of four leave
/// a gap then, never a torn line. Ambiguous characters (dashes, curly quotes) take one column.
public enum DisplayWidth {
  /// Columns of one grapheme: 0 for controls, which must never be printed, otherwise at least 1.
  public static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return (0x20...0x7E).contains(ascii) ? 1 : 0 }
    var sum = 0
    var isControl = false
    for scalar in character.unicodeScalars {
      sum += of(scalar)
      isControl = isControl || scalar.properties.generalCategory == .control
    }
    return isControl ? sum : max(1, sum)
  }

  /// Columns of a piece of one line.
  public static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    Int(rangeStart(of: scalar.value << 2 | 3, in: WidthTable.starts) & 3)
  }

  /// The last entry of a sorted table that is not above `key`; tables start at code point 0.
  static func rangeStart(of key: UInt32, in table: [UInt32]) -> UInt32 {
    var low = 0
    var high = table.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if table[middle] <= key { low = middle } else { high = middle }
    }
    return table[low]
  }
}
