import Scoring
import Testing

/// Nothing that is typed takes long; the limits allow for an unoptimised build on a busy machine.
@Suite struct LoadTests {
  @Test(arguments: [
    String(repeating: "a ", count: 400), String(repeating: "if you ", count: 400),
    String(repeating: "you will get her back ", count: 500),
    String(repeating: "(", count: 10_000), String(repeating: "é", count: 10_000),
    String(repeating: "she is not going to be ", count: 450),
    String(repeating: "x'", count: 5_000), String(repeating: "' ", count: 5_000),
    String(repeating: "you will will will get get her her back back ", count: 220),
  ])
  func badInputIsJudgedSoon(text: String) throws {
    let listener = try Core.listener()
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = listener.judge(text, ListeningContext(people: Core.maya, asked: ["outcome"]))
    }
    #expect(time < .seconds(2))
  }

  @Test func aLongTextIsCutAndSaysSo() throws {
    let judgement = try Core.listener().judge(
      String(repeating: "Court is Friday. ", count: 900),
      ListeningContext()
    )
    #expect(judgement.isCut)
  }

  @Test func anEmptyTextHasNoLevel() throws {
    let judgement = try Core.listener().judge("", ListeningContext())
    #expect(judgement.dimensions.allSatisfy { $0.level == nil })
  }
}
