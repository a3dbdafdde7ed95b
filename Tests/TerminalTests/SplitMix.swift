/// A seeded generator, so that a failing property can be run again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<C: Collection>(_ choices: C) -> C.Element where C.Index == Int {
    choices[Int.random(in: 0..<choices.count, using: &self)]
  }

  /// Up to twelve pieces, each chosen because some filter, width or wrap rule has an opinion on it.
  mutating func hostileText() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &self) {
      if Int.random(in: 0..<8, using: &self) == 0 {
        let value = UInt32.random(in: 0...0x10_FFFF, using: &self)
        scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      } else {
        scalars.append(contentsOf: pick(Self.pieces).unicodeScalars)
      }
    }
    return String(scalars)
  }

  static let pieces: [String] = [
    "a", "word", " ", "  ", "\n", "\t", "\r", "\u{1B}[2J", "\u{7}", "\0", "\u{7F}", "\u{9B}",
    "\u{85}",
    "\u{301}", "\u{301}\u{301}\u{301}", "\u{20E3}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{FE0F}",
    "\u{FE0E}",
    "\u{FE00}", "\u{E0100}", "\u{E0041}", "\u{202E}", "\u{2069}", "\u{AD}", "\u{A0}", "\u{2060}",
    "\u{3164}",
    "\u{1F469}", "\u{1F3FD}", "\u{1F1FA}", "\u{2764}", "\u{4F60}\u{597D}", "\u{300C}", "\u{300D}",
    "\u{3000}",
    "\u{5E9}\u{5DC}", "\u{646}", "\u{915}\u{94D}", "\u{93E}", "\u{1100}", "\u{1161}", "\u{11A8}",
    "\u{AC00}",
    "\"", "\u{201C}", "\u{201D}", "\u{2019}", "(", ")", "-", "\u{2013}", "\u{2014}", "...",
    "\u{2026}", "3.5", "$5",
    "10%", "e\u{301}", "\u{E000}", "\u{FFFF}", "?", "!", ",", "/", "https://example.org/a-b?c=d",
  ]
}
