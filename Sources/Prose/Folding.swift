/// One character of what was typed, folded to what matching needs.
struct FoldedCharacter {
  enum Kind: UInt8 {
    case letter, digit, space, newline, apostrophe, quote, openQuote, closeQuote, stop, question
    case comma, clause, hyphen, other
  }

  var kind: Kind
  /// The folded letter or digit.
  var byte: UInt8
  var isCapital: Bool
  var range: Range<Int>
}

/// Folds case, accents, curly marks and invisible characters, keeping where each came from.
enum Folding {
  static func characters(of bytes: [UInt8], limit: Int) -> [FoldedCharacter] {
    var characters: [FoldedCharacter] = []
    characters.reserveCapacity(min(bytes.count, limit))
    var offset = 0
    while offset < bytes.count, characters.count < limit {
      let (scalar, length) = decode(bytes, at: offset)
      if let character = fold(scalar, offset..<offset + length) { characters.append(character) }
      offset += length
    }
    return characters
  }

  /// Reads one scalar; a broken byte counts as a letter that matches nothing.
  private static func decode(_ bytes: [UInt8], at offset: Int) -> (UInt32, Int) {
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1
    guard length > 1, offset + length <= bytes.count else { return (0xfffd, 1) }
    var value = UInt32(first) & (0x7f >> UInt32(length))
    for index in 1..<length {
      let next = bytes[offset + index]
      guard next & 0xc0 == 0x80 else { return (0xfffd, 1) }
      value = value << 6 | UInt32(next & 0x3f)
    }
    return (value, length)
  }

  private static func fold(_ scalar: UInt32, _ range: Range<Int>) -> FoldedCharacter? {
    func made(
      _ kind: FoldedCharacter.Kind,
      _ byte: UInt8 = 0,
      capital: Bool = false
    )
      -> FoldedCharacter
    {
      FoldedCharacter(kind: kind, byte: byte, isCapital: capital, range: range)
    }
    switch scalar {
    case 0x61...0x7a: return made(.letter, UInt8(scalar))
    case 0x41...0x5a: return made(.letter, UInt8(scalar) + 32, capital: true)
    case 0x30...0x39: return made(.digit, UInt8(scalar))
    case 0x0a, 0x0d, 0x2028, 0x2029, 0x0b, 0x0c, 0x85: return made(.newline)
    case 0x20, 0x09, 0xa0, 0x2000...0x200a, 0x202f, 0x3000: return made(.space)
    case 0x27, 0x60, 0x2019, 0x2018, 0x02bc, 0x2032, 0xb4, 0xff07: return made(.apostrophe)
    case 0x22, 0xff02: return made(.quote)
    case 0x201c, 0x201e, 0xab: return made(.openQuote)
    case 0x201d, 0xbb: return made(.closeQuote)
    case 0x2e, 0x21, 0x2026, 0x203c: return made(.stop)
    case 0x3f, 0xbf, 0x2049: return made(.question)
    case 0x2c: return made(.comma)
    case 0x2d, 0x2010, 0x2011: return made(.hyphen)
    case 0x3a, 0x3b, 0x28, 0x29, 0x5b, 0x5d, 0x2012...0x2015: return made(.clause)
    // Soft hyphen, zero-width marks, direction marks, joiners, combining accents.
    case 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2064, 0xfeff, 0x300...0x36f: return nil
    case 0xc0...0x17f: return latin(scalar, made)
    case 0x26: return made(.letter, 0x26)
    default:
      if scalar < 0x80 { return made(.other) }
      // Letters of other scripts keep apart by their low bits; symbols and emoji are spaces.
      return scalar < 0x2000 || (0x3040...0xd7ff).contains(scalar)
        ? made(.letter, UInt8(scalar & 0x7f) | 0x80) : made(.other)
    }
  }

  private static let latinLetters: [UInt8] = Array(
    """
    aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnn\
    oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """.utf8
  )

  private static func latin(
    _ scalar: UInt32,
    _ made: (FoldedCharacter.Kind, UInt8, Bool) -> FoldedCharacter
  ) -> FoldedCharacter {
    let index = Int(scalar - 0xc0)
    guard index < latinLetters.count, latinLetters[index] != 0x20 else {
      return made(.other, 0, false)
    }
    return made(.letter, latinLetters[index], scalar < 0xdf)
  }
}
