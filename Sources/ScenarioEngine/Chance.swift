/// The source of everything that is left to chance.
///
/// A draw is a function of the seed, the moment, the visit to it (from 1) and a named place in it,
/// not a stream: a line added elsewhere changes no other draw. The function is part of the file
/// format; the author's guide gives test vectors.
public enum Chance {
  /// The 64-bit FNV-1a hash of an id or the name of a place.
  ///
  /// Source: Fowler, Noll and Vo, with offset 0xcbf29ce484222325 and prime 0x100000001b3.
  public static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }

  /// Returns the 64 bits drawn at one place.
  public static func draw(seed: UInt64, moment: UInt64, visit: UInt64, place: UInt64) -> UInt64 {
    var bits = mix(seed)
    bits = mix(bits ^ moment)
    bits = mix(bits ^ visit)
    return mix(bits ^ place)
  }

  /// Returns a number below `count`, the high half of a 128-bit product.
  public static func index(_ bits: UInt64, below count: Int) -> Int {
    Int(bits.multipliedFullWidth(by: UInt64(count)).high)
  }

  /// One step of SplitMix64 (Steele, Lea and Flood 2014).
  static func mix(_ bits: UInt64) -> UInt64 {
    var mixed = bits &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
