import ScenarioCompiler
import ScenarioEngine
import SourceText
import Testing

/// Conditions by what they come to; each is asked of the state at the start:
/// trust 2 (from 0 to 5), mood calm (or shaken), was-asked false, no turn taken.
@Suite struct ConditionTests {
  @Test(
    arguments: [
      ("true", true), ("false", false), ("not true", false), ("not not true", true),
      ("trust == 2", true), ("trust != 2", false), ("trust < 3", true), ("trust <= 2", true),
      ("trust > 2", false), ("trust >= 2", true), ("3 > trust", true), ("2 >= trust", true),
      ("2 < trust", false), ("-1 < 2", true), ("trust == trust", true), ("trust < trust", false),
      (#"mood == \"calm\""#, true), (#"mood != \"calm\""#, false), (#"\"shaken\" == mood"#, false),
      ("was-asked", false), ("not was-asked", true), ("was-asked == false", true),
      ("true != was-asked", true), ("turns == 0", true), ("turns < 1", true), ("turns > 0", false),
      ("turns < trust", true), ("trust > turns", true), ("trust <= turns", false),
      ("seen(start)", false), ("not said(start/first)", true), ("told(ana, dates)", false),
      ("seen(start) == false", true), ("true == told(ana, why)", false),
      ("contradicted(plan-a)", false),
      ("true or false and false", true), ("(true or false) and false", false),
      ("false and false or true", true), ("not false and false", false),
      ("not (false and false)", true), ("not trust == 3", true), ("not was-asked or false", true),
      ("true and true and false", false), ("false or false or true", true),
      ("  ( trust>1 )and( trust<3 )  ", true),
    ]
  )
  func comesTo(_ condition: String, _ expected: Bool) throws {
    let script = Script {
      $0.line = "It begins."
      $0.moments = #"""
        , "yes": { "lines": [], "ending": { "title": "Yes", "text": "-", "kind": "mixed" } }
        , "asks": { "lines": [], "next": [{ "when": "\#(condition)", "go": "yes" }, { "go": "end" }] }
        """#
      $0.opening = #""asks""#
    }
    let result = compile(script.text)
    let scenario = try #require(result.scenario, "\(rendered(result, of: script.text))")
    let talk = Conversation(scenario, seed: 0)
    let ending = try #require(talk.ending)
    let title = scenario.text(scenario.ending(ending).title, in: talk.state)
    #expect((title == "Yes") == expected, "\(condition)")
  }

  @Test func historyIsRead() throws {
    let script = Script {
      $0.reply = #", "effects": { "trust": "+9" }, "tells": ["why"]"# + Mistake.promise("home")
      $0.next = #"[{ "when": "\#(Self.history)", "go": "yes" }, { "go": "end" }]"#
      $0.moments = #"""
        , "yes": { "lines": [], "ending": { "title": "Yes", "text": "-", "kind": "mixed" } }
        """#
    }
    let result = compile(script.text)
    let scenario = try #require(result.scenario, "\(rendered(result, of: script.text))")
    var talk = Conversation(scenario, seed: 0)
    try talk.perform(.chose(moment: "start", reply: "first"))
    #expect(talk.path.map { scenario.id(of: $0) } == ["start", "yes"])
  }

  /// `seen` is about earlier visits, so the moment that is being left does not count yet.
  private static let history = """
    trust == 5 and turns == 1 and said(start/first) and told(ana, why) and promised(home) \
    and not repaired(home) and not seen(start) and not told(bo, why)
    """

  @Test func aLongChainFitsAndADeepOneDoesNot() {
    let chain = Array(repeating: "trust > 1", count: 100).joined(separator: " and ")
    #expect(compile(Script { $0.when = chain }.text).scenario != nil)
    let nested =
      String(repeating: "true or (", count: 32) + "true" + String(repeating: ")", count: 32)
    let result = compile(Script { $0.when = nested }.text)
    #expect(result.diagnostics.map(\.code.name) == ["condition-too-deep"])
  }
}
