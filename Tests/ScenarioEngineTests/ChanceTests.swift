import ScenarioEngine
import Testing

/// The draws are part of the file format: the author's guide prints these vectors.
@Suite struct ChanceTests {
  @Test(arguments: [
    ("", UInt64(0xCBF2_9CE4_8422_2325)),
    ("a", 0xAF63_DC4C_8601_EC8C),
    ("the-clock", 0x7037_A714_AF42_ED07),
  ])
  func hashesNamesAsFowlerNollVo(name: String, hash: UInt64) {
    #expect(Chance.hash(name) == hash)
  }

  @Test(arguments: [
    (UInt64(0), "the-clock", UInt64(1), "straight", UInt64(0x6F9D_38F2_5CBA_C19E)),
    (7, "the-clock", 1, "straight", 0x63B4_8496_750A_575C),
    (7, "the-clock", 2, "straight", 0xCE75_F4EA_E6E5_6E5F),
  ])
  func drawsWhatTheGuidePrints(
    seed: UInt64,
    moment: String,
    visit: UInt64,
    place: String,
    bits: UInt64
  ) {
    let drawn = Chance.draw(
      seed: seed,
      moment: Chance.hash(moment),
      visit: visit,
      place: Chance.hash(place)
    )
    #expect(drawn == bits)
  }

  @Test func everyIndexComesUpAboutAsOften() {
    var counts = [Int](repeating: 0, count: 3)
    for seed in 0..<3000 {
      let bits = Chance.draw(seed: UInt64(seed), moment: 1, visit: 1, place: 1)
      counts[Chance.index(bits, below: 3)] += 1
    }
    for count in counts { #expect((900...1100).contains(count)) }
  }
}
