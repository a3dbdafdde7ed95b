/// The 64-bit FNV-1a hash of some bytes, one after the other.
///
/// It detects accidents, not tampering: the digest of a scenario file and of what replaced its facts.
struct Digest {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// The hash as 16 hexadecimal digits.
  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The digest of a scenario.
  static func of(_ bytes: [UInt8], replacedFacts: [ReplacedFact]) -> String {
    var digest = Digest()
    digest.add(bytes)
    for fact in replacedFacts {
      // A zero byte stands in no text, so that key and text cannot run together.
      digest.add(CollectionOfOne(0))
      digest.add(fact.key.utf8)
      digest.add(CollectionOfOne(0))
      digest.add(fact.text.utf8)
    }
    return digest.text
  }
}
