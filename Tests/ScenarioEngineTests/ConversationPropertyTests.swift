import ScenarioCompiler
import ScenarioEngine
import SourceText
import TestSupport
import Testing

/// What a conversation promises whatever its script says, over hundreds of scripts made at random.
@Suite struct ConversationPropertyTests {
  static let seeds = Array(UInt64(1)...250)

  @Test(arguments: seeds) func playKeepsItsPromises(seed: UInt64) throws {
    var before: [Conversation] = []
    try play(seed) { scenario, conversation in
      try replayEqualsPlay(scenario, conversation, seed)
      if let last = before.last, conversation.turnCount > last.turnCount {
        try undoEqualsNever(conversation, before: last, seed)
      }
      try textReadsBack(scenario, conversation, seed)
      everyStopHasAWayOn(scenario, conversation, seed)
      factsAgreeWithTheLedger(conversation, seed)
      before.append(conversation)
    }
  }

  private func replayEqualsPlay(
    _ scenario: Scenario,
    _ conversation: Conversation,
    _ seed: UInt64
  ) throws {
    let replayed = try Conversation(
      scenario,
      seed: conversation.seed,
      replaying: conversation.moves
    )
    expectSame(replayed, conversation, "replay, seed \(seed)")
  }

  private func undoEqualsNever(
    _ conversation: Conversation,
    before: Conversation,
    _ seed: UInt64
  ) throws {
    var undone = conversation.rewound(to: conversation.turnCount - 1)
    expectSame(undone, before, "undo, seed \(seed)")
    let move = try #require(conversation.moves.last)
    try undone.perform(move)
    expectSame(undone, conversation, "redo, seed \(seed)")
  }

  private func textReadsBack(
    _ scenario: Scenario,
    _ conversation: Conversation,
    _ seed: UInt64
  ) throws {
    let text = try #require(MoveText.write(conversation))
    let (readSeed, moves) = try #require(MoveText.read(text))
    expect(readSeed == conversation.seed && moves == conversation.moves, "text, seed \(seed)")
  }

  private func everyStopHasAWayOn(
    _ scenario: Scenario,
    _ conversation: Conversation,
    _ seed: UInt64
  ) {
    let hasWayOn = conversation.offers.contains(where: \.isOpen)
    expect(hasWayOn == (conversation.ending == nil), "way on, seed \(seed)")
    for (slot, value) in zip(scenario.slots, conversation.state.values) {
      expect(slot.range.contains(value), "\(slot.name) is \(value), seed \(seed)")
    }
  }

  private func factsAgreeWithTheLedger(_ conversation: Conversation, _ seed: UInt64) {
    let ledger = conversation.ledger
    for (fact, holds) in conversation.factValues {
      switch fact {
      case .told(let person, let element):
        expect(holds == ledger.isTold(person, element), "told \(element), seed \(seed)")
      case .promised(let id): expect(holds == ledger.isPromised(id), "\(id), seed \(seed)")
      case .repaired(let id): expect(holds == ledger.isRepaired(id), "\(id), seed \(seed)")
      case .contradicted(let element):
        expect(holds == ledger.isContradicted(element), "contradicted, seed \(seed)")
      case .seen, .said: break
      }
    }
  }

  // MARK: Playing

  /// Plays a random script at random and shows the conversation at every stop.
  private func play(
    _ seed: UInt64,
    check: (Scenario, Conversation) throws -> Void
  ) throws {
    let file = SourceFile(path: "random.json", bytes: Array(RandomScenario.json(seed: seed).utf8))
    let result = ScenarioCompiler.compile(file, context: .core)
    let scenario = try #require(
      result.scenario,
      "seed \(seed): \(result.diagnostics.map(\.message))"
    )
    var chance = seed
    var conversation = Conversation(scenario, seed: seed)
    try check(scenario, conversation)
    for _ in 0..<20 where conversation.ending == nil {
      let open = conversation.offers.filter(\.isOpen)
      chance = Chance.draw(seed: chance, moment: 1, visit: 1, place: 1)
      conversation.choose(open[Chance.index(chance, below: open.count)].reply)
      try check(scenario, conversation)
    }
  }

  private func expectSame(_ left: Conversation, _ right: Conversation, _ what: String) {
    expect(left.state == right.state, "state after \(what)")
    expect(left.ledger == right.ledger, "ledger after \(what)")
    expect(left.offers == right.offers, "offers after \(what)")
    expect(left.spoken == right.spoken, "lines after \(what)")
    expect(left.path == right.path, "path after \(what)")
    expect(left.ending == right.ending, "ending after \(what)")
  }

  /// Cheaper than `#expect` where a property is asked a hundred thousand times.
  private func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { Issue.record("\(what())") }
  }
}

extension CompileContext {
  static let core = CompileContext(
    dimensions: ["core": ["honesty", "clarity", "shared-parenting"]]
  )
}
