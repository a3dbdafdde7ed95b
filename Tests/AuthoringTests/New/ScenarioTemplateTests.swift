import Authoring
import ScenarioCompiler
import ScenarioEngine
import SourceText
import Testing

@Suite struct ScenarioTemplateTests {
  private func compile(_ template: ScenarioTemplate) -> CompileResult {
    ScenarioCompiler.compile(
      SourceFile(path: "new.json", bytes: template.make()),
      context: Shipped.context
    )
  }

  @Test(arguments: ScenarioTemplate.Audience.allCases, ScenarioTemplate.Stage.allCases)
  func `compiles without a finding`(
    _ audience: ScenarioTemplate.Audience,
    _ stage: ScenarioTemplate.Stage
  ) throws {
    let result = compile(ScenarioTemplate(audience, stage))
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
    let scenario = try #require(result.scenario)
    #expect((4...6).contains(scenario.momentCount))
    #expect(scenario.notes.stage == stage.words)
    #expect(StoryMap(scenario).nodes.count { $0.ending != nil } == 2)
  }

  @Test(arguments: ScenarioTemplate.Audience.allCases)
  func `plays to both endings, and a promise can be taken back`(
    _ audience: ScenarioTemplate.Audience
  ) throws {
    let scenario = try #require(compile(ScenarioTemplate(audience)).scenario)
    #expect(try play(["one-day", "both-plans", "a-part-for-each"], scenario) == .connected)
    #expect(try play(["not-my-promise", "take-it-back", "one-team"], scenario) == .connected)
    #expect(try play(["not-my-promise", "just-paper", "through-me"], scenario) == .broken)
    #expect(try play(["down-the-road", "standard", "a-part-for-each"], scenario) == .broken)
    var talk = Conversation(scenario, seed: 3)
    for id in ["not-my-promise", "take-it-back"] { try choose(id, in: &talk) }
    #expect(talk.ledger.isRepaired("too-sure"))
  }

  @Test(arguments: ScenarioTemplate.Audience.allCases)
  func `gives nothing away by its lengths`(_ audience: ScenarioTemplate.Audience) throws {
    let scenario = try #require(compile(ScenarioTemplate(audience)).scenario)
    let state = Conversation(scenario, seed: 1).state
    var longestIsBest = 0
    for moment in 0..<scenario.momentCount {
      let replies = scenario.replies(of: MomentIndex(moment)).indices
      guard !replies.isEmpty else { continue }
      let lengths = replies.map {
        scenario.text(scenario.reply($0).say, in: state).unicodeScalars.count
      }
      let longest = try #require(lengths.max())
      let shortest = try #require(lengths.min())
      #expect(longest <= 190)
      #expect(Double(longest) <= 1.6 * Double(shortest))
      let best = replies.map { reply in
        (0..<3).compactMap { scenario.reply(reply).rates[$0] }.reduce(0, +)
      }
      if let place = best.indices.max(by: { best[$0] < best[$1] }), lengths[place] == longest {
        longestIsBest += 1
      }
    }
    #expect(longestIsBest <= 1)
  }

  @Test func `takes names of every kind`() throws {
    var template = ScenarioTemplate(.birthParent, .lastingPlan)
    template.listener = "José {x} \u{202E}"
    template.second = "José"
    template.other = "trust"
    template.title = ""
    template.id = "No id at all!"
    template.hearing = "\n"
    let result = compile(template)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
    let scenario = try #require(result.scenario)
    #expect(scenario.notes.id == "no-id-at-all")
    #expect(scenario.cast.map(\.id) == ["jose-x", "jose", "trust-2"])
    #expect(scenario.cast.map(\.name) == ["José x", "José", "trust"])
  }

  @Test(arguments: ScenarioTemplate.Audience.allCases)
  func `asks questions whose defaults are good answers`(
    _ audience: ScenarioTemplate.Audience
  ) throws {
    let questions = ScenarioTemplate.questions(for: audience)
    #expect(questions.map(\.key) == ["title", "listener", "second", "other", "hearing", "id"])
    for question in questions + [ScenarioTemplate.audienceQuestion, ScenarioTemplate.stageQuestion]
    {
      #expect(question.problem(with: question.defaultAnswer) == nil)
      #expect(question.problem(with: "") != nil)
      #expect(question.problem(with: "{x}") != nil)
    }
    let answers = Dictionary(uniqueKeysWithValues: questions.map { ($0.key, $0.defaultAnswer) })
    #expect(
      ScenarioTemplate(audience, .planOrdered, answers: answers) == ScenarioTemplate(audience)
    )
  }

  @Test func `says what an id looks like`() throws {
    let question = try #require(ScenarioTemplate.questions(for: .youth).last)
    #expect(
      question.problem(with: "June 4!")
        == "an id has only small letters, digits and hyphens, such as \"june-4\""
    )
    #expect(question.problem(with: "june-4") == nil)
  }

  private func choose(_ id: String, in talk: inout Conversation) throws {
    let reply = try #require(talk.scenario.reply(id, at: talk.state.moment))
    #expect(talk.isOffered(reply))
    talk.choose(reply)
  }

  private func play(_ ids: [String], _ scenario: Scenario) throws -> EndingKind {
    var talk = Conversation(scenario, seed: 7)
    for id in ids { try choose(id, in: &talk) }
    return scenario.ending(try #require(talk.ending)).kind
  }
}
