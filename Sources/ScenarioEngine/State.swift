/// All that play depends on: where the conversation is, what is declared, and what happened.
///
/// Two conversations with equal states can go on in exactly the same ways, so a search over states
/// is a search over everything that can happen. History that no condition reads is not in it.
public struct State: Hashable, Sendable {
  /// Where the conversation is.
  public internal(set) var moment: MomentIndex
  /// The raw value of each declared piece of state; see ``Slot``.
  public internal(set) var values: [Int32]
  /// How often the worker has spoken, up to one above the largest number it is compared with.
  public internal(set) var turns: Int32
  /// One bit for each fact that some condition reads.
  var facts: [UInt64]

  /// Whether a fact holds.
  @inline(__always)
  public func holds(_ fact: FactIndex) -> Bool {
    facts[fact.place >> 6] & (1 << UInt64(fact.place & 63)) != 0
  }

  @inline(__always)
  mutating func set(_ fact: FactIndex, _ holds: Bool = true) {
    let bit: UInt64 = 1 << UInt64(fact.place & 63)
    if holds { facts[fact.place >> 6] |= bit } else { facts[fact.place >> 6] &= ~bit }
  }
}
