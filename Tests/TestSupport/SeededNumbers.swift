/// Numbers that follow from a seed, for tests that try many things and can repeat each.
public struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// Creates the numbers of a seed.
  public init(seed: UInt64) { state = seed }

  /// Returns the next number (SplitMix64).
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a number below `count`.
  public mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, count))).high)
  }

  /// Returns true once in `count` times.
  public mutating func once(in count: Int) -> Bool { below(count) == 0 }

  /// Returns one of the choices.
  ///
  /// - Precondition: there is at least one.
  public mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }
}
