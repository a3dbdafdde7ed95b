/// Makes ids from names.
struct Identifiers {
  private var taken: Set<String>
  private var numbers: [String: Int] = [:]

  init(taken: Set<String> = []) { self.taken = taken }

  /// Returns an id like the name that was not returned before.
  mutating func unique(_ name: String, or fallback: String, length: Int = 48) -> String {
    let base = Self.kebab(name, length: length) ?? fallback
    var id = base
    // The number is remembered, so that many like names do not take long.
    var number = numbers[base] ?? 1
    while taken.contains(id) {
      number += 1
      id = "\(base)-\(number)"
    }
    numbers[base] = number
    taken.insert(id)
    return id
  }

  /// A name as an id; nil if nothing of it can stand in one.
  static func kebab(_ name: String, length: Int = 48) -> String? {
    var id: [UInt8] = []
    var joins = false
    for scalar in name.unicodeScalars {
      guard let letter = plainLetter(scalar) else {
        // "Don't" is one word.
        if scalar != "'" && scalar != "\u{2019}" { joins = true }
        continue
      }
      if joins, !id.isEmpty {
        if id.count + 2 > length { break }
        id.append(UInt8(ascii: "-"))
      }
      joins = false
      if id.count == length { break }
      id.append(letter)
    }
    return id.isEmpty ? nil : String(decoding: id, as: UTF8.self)
  }

  private static func plainLetter(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "a"..."z", "0"..."9": return UInt8(scalar.value)
    case "A"..."Z": return UInt8(scalar.value + 32)
    default: break
    }
    // Unicode calls é "LATIN SMALL LETTER E WITH ACUTE".
    guard scalar.value >= 0xC0, let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" else { return nil }
    // ß is the sharp s.
    let letter = words[3] == "SHARP" ? words.last : words[3]
    guard let letter, letter.utf8.count == 1, let byte = letter.utf8.first else { return nil }
    return byte | 0x20
  }
}
