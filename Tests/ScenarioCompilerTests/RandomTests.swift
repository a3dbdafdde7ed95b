import ScenarioCompiler
import ScenarioEngine
import SourceText
import TestSupport
import Testing

@Suite struct RandomTests {
  @Test func randomScenariosCompileWithoutFindings() {
    for seed in 0..<120 as Range<UInt64> {
      let text = RandomScenario.json(seed: seed)
      let result = compile(text)
      guard result.scenario != nil, result.diagnostics.isEmpty else {
        Issue.record("seed \(seed):\n\(rendered(result, of: text))")
        return
      }
    }
  }

  @Test func randomScenariosCanBePlayed() throws {
    for seed in 0..<40 as Range<UInt64> {
      let scenario = try #require(compile(RandomScenario.json(seed: seed)).scenario)
      var numbers = SeededNumbers(seed: seed)
      var talk = Conversation(scenario, seed: seed)
      for _ in 0..<60 where talk.ending == nil {
        let open = talk.offers.filter(\.isOpen)
        try #require(!open.isEmpty, "seed \(seed): nothing to say and no ending")
        talk.choose(numbers.pick(open).reply)
        for spoken in talk.spoken {
          #expect(!scenario.text(scenario.line(spoken.line).text, in: talk.state).isEmpty)
        }
      }
    }
  }

  @Test func mutatedFilesNeverTrap() {
    let pieces: [[UInt8]] = [
      "\"", "{", "}", "[", "]", ",", ":", "null", "-1", "9999999999", "\\", "\u{202E}", "{ana", "(",
      "not ", "trust", "\"when\": \"", "“", "/", "m-0", "{}", "[]", "\"next\":", "\u{0}",
    ].map { Array($0.utf8) }
    let originals = (0..<40 as Range<UInt64>).map {
      Array(RandomScenario.json(seed: $0, moments: 4).utf8)
    }
    for seed in 0..<2_000 as Range<UInt64> {
      var numbers = SeededNumbers(seed: seed)
      var bytes = originals[Int(seed % 40)]
      for _ in 0...numbers.below(4) {
        let place = numbers.below(bytes.count)
        switch numbers.below(4) {
        case 0: bytes.insert(contentsOf: numbers.pick(pieces), at: place)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + numbers.below(30)))
        case 2: bytes[place] = UInt8(truncatingIfNeeded: numbers.next())
        default:
          let from = numbers.below(bytes.count)
          let part = bytes[from..<min(bytes.count, from + numbers.below(80))]
          bytes.insert(contentsOf: Array(part), at: place)
        }
      }
      let file = SourceFile(path: "seed-\(seed).json", bytes: bytes)
      let result = ScenarioCompiler.compile(file, context: core)
      let areInside = result.diagnostics.allSatisfy {
        $0.range.offsets.lowerBound >= 0 && $0.range.offsets.upperBound <= bytes.count
      }
      #expect(areInside, "seed \(seed)")
      #expect(result.scenario != nil || result.diagnostics.hasErrors, "seed \(seed)")
    }
  }
}
