import Platform

/// The names of attempts: opaque, safe as file names, and in order of time.
enum AttemptID {
  /// Makes a name from the moment and some chance.
  static func make(_ host: Host) -> String {
    let now = host.now()
    let time = LocalTime.universal(now)
    let second = Int((now / 1_000) % 60)
    let date = padded(time.year, 4) + padded(time.month, 2) + padded(time.day, 2)
    let clock = padded(time.hour, 2) + padded(time.minute, 2) + padded(max(0, second), 2)
    // No i, l, o or u, so that a name can be read aloud.
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var bits = host.seed()
    var chance = ""
    for _ in 0..<6 {
      chance.append(digits[Int(bits & 31)])
      bits >>= 5
    }
    return "\(date)-\(clock)-\(chance)"
  }

  /// Whether a text may be a name; any other never comes near a path.
  static func isValid(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
