import Scoring
import Testing

@Suite struct StopTests {
  @Test(arguments: ["X1", "X2", "X3", "X4", "X5", "X6"])
  func firesWhereItMustAndNotBeside(code: String) throws {
    let listener = try Core.listener()
    let text = String(decoding: Core.bytes("Tests/ScoringTests/Stops/\(code).txt"), as: UTF8.self)
    var context = ListeningContext(
      people: .init(child: "Ava", parent: "Kim", caregiver: "Rosa")
    )
    context.audience = code == "X3" ? .youth : code == "X4" ? .caregiver : .birthParent
    var counts = ["+": 0, "-": 0]
    var wrong: [String] = []
    for line in text.split(separator: "\n") where line.hasPrefix("+") || line.hasPrefix("-") {
      let judgement = listener.judge(String(line.dropFirst(2)), context)
      let fired = try judgement.stops(in: Core.rubric()).contains { $0.code == code }
      counts[String(line.prefix(1)), default: 0] += 1
      if fired != line.hasPrefix("+") { wrong.append(String(line)) }
    }
    #expect(counts["+", default: 0] >= 60 && counts["-", default: 0] >= 60)
    #expect(wrong.isEmpty)
  }

  @Test func contactThatAnOrderLimitsIsHarmOnlyWhereThereIsAnOrder() throws {
    let listener = try Core.listener()
    var context = ListeningContext(people: .init(child: "Ava", parent: "Kim", caregiver: "Rosa"))
    let text = "Just call her tonight from my phone."
    func hears(_ context: ListeningContext) -> Bool {
      listener.judge(text, context).findings.contains { $0.code == "S1e" && $0.counts }
    }
    #expect(!hears(context))
    context.safetyOrder = true
    #expect(hears(context))
    #expect(
      !listener.judge("You can't call her.", context).findings.contains {
        $0.code == "S1e" && $0.counts
      }
    )
  }
}
