import ScenarioCompiler
import ScenarioEngine
import SourceText
import TestSupport
import Testing

@Suite struct CaseTests {
  private static let first = Script {
    $0.reply = #", "denies": ["plan-b"]"# + Mistake.promise("home")
  }.text.replacing(#""id": "test""#, with: #""id": "one""#)

  private static let second = Script {
    $0.head = #""carried": ["home"],"#
    $0.reply = #", "repairs": ["home", "one/start/first"]"#
    $0.when = "promised(home) and not repaired(one/start/first)"
  }.text.replacing(#""id": "test""#, with: #""id": "two""#)

  private func compiled(
    scenarios: String = #"["one", "two"]"#,
    carry: String = #"["trust"]"#,
    _ files: [String: String] = ["one": first, "two": second]
  ) -> (result: CaseResult, marks: MarkedText) {
    let marks = MarkedText(
      """
      { "format": "rehearse-case/1", "id": "family", "title": "A family", "summary": "Two talks.",
        "scenarios": \(scenarios), "carry": \(carry) }
      """
    )
    let result = CaseCompiler.compile(
      SourceFile(path: "case.json", bytes: Array(marks.text.utf8)),
      known: ["one", "two"],
      context: core
    ) { id in files[id].map { SourceFile(path: "\(id).json", bytes: Array($0.utf8)) } }
    return (result, marks)
  }

  private func expect(
    _ code: String,
    _ compiled: (result: CaseResult, marks: MarkedText),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = compiled.result.diagnostics
    #expect(found.map(\.code.name) == [code], sourceLocation: sourceLocation)
    #expect(
      found.first?.range.offsets.lowerBound == compiled.marks.offsets["1️⃣"],
      sourceLocation: sourceLocation
    )
    #expect(compiled.result.case == nil, sourceLocation: sourceLocation)
  }

  @Test func talksFollowEachOther() throws {
    let result = compiled().result
    #expect(result.diagnostics.isEmpty)
    #expect(result.case?.scenarios == ["one", "two"] && result.case?.carry == ["trust"])
    try #require(result.scenarios.count == 2)
    var talk = Conversation(result.scenarios[0], seed: 1)
    try talk.perform(.chose(moment: "start", reply: "first"))
    let next = Conversation(result.scenarios[1], seed: 1, carried: talk.carriedOn(["trust"]))
    #expect(next.ledger.isPromised("home"))
  }

  @Test func mistakesOfTheCaseAreFoundInItsFile() {
    expect("unknown-scenario", compiled(scenarios: #"["one", 1️⃣"tow"]"#))
    expect("duplicate-scenario", compiled(scenarios: #"["one", "two", 1️⃣"one"]"#))
    expect("unknown-carry", compiled(carry: #"["trust", 1️⃣"hope"]"#))
    let other = Script {
      $0.trust = #"{ "start": "low", "values": ["low"] }"#
      $0.when = "true"
    }
    expect("carry-types", compiled(carry: #"[1️⃣"trust"]"#, ["one": Self.first, "two": other.text]))
    expect(
      "newer-format",
      {
        let marks = MarkedText(#"{ "format": 1️⃣"rehearse-case/9", "talks": [] }"#)
        let file = SourceFile(path: "case.json", bytes: Array(marks.text.utf8))
        return (CaseCompiler.compile(file, known: [], context: core) { _ in nil }, marks)
      }()
    )
  }

  @Test func whatIsCarriedMustHaveBeenMade() throws {
    let result = compiled(scenarios: #"["two"]"#).result
    #expect(
      result.diagnostics.map(\.code.name).sorted() == [
        "carried-not-made", "unknown-promise", "unknown-promise",
      ]
    )
    #expect(result.diagnostics.allSatisfy { $0.range.file.path == "two.json" })
  }

  @Test func promisesAreUniqueOverACase() throws {
    let again = Script { $0.reply = Mistake.promise("home") }.text
    let result = compiled(["one": Self.first, "two": again]).result
    let found = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1 && found.code.name == "duplicate-promise")
    #expect(found.range.file.path == "two.json" && found.notes[0].range.file.path == "one.json")
  }
}
