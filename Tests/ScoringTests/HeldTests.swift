import ScenarioCompiler
import ScenarioEngine
import Scoring
import SourceText
import Testing

/// What is held waits for one turn: an answer lifts it, anything else confirms it.
@Suite struct HeldTests {
  private func scenario() throws -> Scenario {
    let rubric = try Core.rubric()
    let file = SourceFile(
      path: "june-fourth.json",
      bytes: Core.bytes("Scenarios/Library/june-fourth.json")
    )
    let context = CompileContext(dimensions: [rubric.id: rubric.dimensions.map(\.id)])
    return try #require(ScenarioCompiler.compile(file, context: context).scenario)
  }

  private func typed(
    _ text: String,
    in conversation: Conversation,
    answers: Bool = false
  ) throws
    -> TypedTurn
  {
    let rubric = try Core.rubric()
    var context = ListeningContext(conversation)
    context.asked = ["plans"]
    context.theySaid = "What is this about adoption?"
    let judgement = try Core.listener().judge(text, context)
    return TypedTurn(
      text,
      judgement: judgement,
      rubric: rubric,
      along: try #require(conversation.offers.first?.reply),
      in: conversation,
      answersEarlier: answers,
      contested: false
    )
  }

  /// The honesty of the first, typed turn after a second one.
  private func honesty(then next: (inout Conversation) throws -> Void) throws -> Int? {
    var conversation = Conversation(try scenario(), seed: 1)
    let turn = try typed("What did they tell you about adoption?", in: conversation)
    #expect(turn.held[0] == 2)
    #expect(turn.levels[0] == nil)
    conversation.type(turn, along: try #require(conversation.offers.first?.reply))
    try next(&conversation)
    return ConversationResult(of: conversation, critical: [0, 2]).turns.first?.levels[0]
  }

  private func choose(_ conversation: inout Conversation, _ fits: (Int?) -> Bool) throws {
    let offer = conversation.offers.first {
      $0.isOpen && fits(conversation.scenario.reply($0.reply).rates[0])
    }
    conversation.choose(try #require(offer).reply)
  }

  @Test func itStandsWhereNothingFollows() throws {
    #expect(try honesty { _ in } == 2)
  }

  @Test func aChosenReplyThatIsHonestLiftsIt() throws {
    #expect(try honesty { try choose(&$0) { ($0 ?? 0) >= 3 } } == nil)
  }

  @Test func aChosenReplyThatIsNotConfirmsIt() throws {
    #expect(try honesty { try choose(&$0) { ($0 ?? 4) <= 2 } } == 2)
  }

  @Test func typedWordsThatAnswerLiftIt() throws {
    let level = try honesty { conversation in
      let turn = try typed("There are two plans.", in: conversation, answers: true)
      conversation.type(turn, along: try #require(conversation.offers.first?.reply))
    }
    #expect(level == nil)
  }

  @Test func typedWordsThatDoNotAnswerConfirmIt() throws {
    let level = try honesty { conversation in
      let turn = try typed("Nice weather today.", in: conversation)
      conversation.type(turn, along: try #require(conversation.offers.first?.reply))
    }
    #expect(level == 2)
  }
}
