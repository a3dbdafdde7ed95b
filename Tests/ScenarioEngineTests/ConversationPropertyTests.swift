import ScenarioCompiler
import ScenarioEngine
import SourceText
import TestSupport
import Testing

/// What a conversation promises whatever its script says, over hundreds of scripts made at random.
@Suite struct ConversationPropertyTests {
  static let seeds = Array(UInt64(1)...300)

  @Test(arguments: seeds) func replayEqualsPlayAtEveryMove(seed: UInt64) throws {
    try play(seed) { scenario, conversation in
      let replayed = try Conversation(
        scenario,
        seed: conversation.seed,
        replaying: conversation.moves
      )
      expectSame(replayed, conversation, seed)
    }
  }

  @Test(arguments: seeds) func undoEqualsNeverAndRedoEqualsHavingGoneOn(seed: UInt64) throws {
    var before: [Conversation] = []
    try play(seed) { _, conversation in
      if let last = before.last, let move = conversation.moves.last {
        var undone = conversation.rewound(to: conversation.turnCount - 1)
        expectSame(undone, last, seed)
        try undone.perform(move)
        expectSame(undone, conversation, seed)
      }
      before.append(conversation)
    }
  }

  @Test(arguments: seeds) func aPathWrittenAsTextReadsBackAndPlays(seed: UInt64) throws {
    try play(seed) { scenario, conversation in
      let text = try #require(MoveText.write(conversation))
      let (readSeed, moves) = try #require(MoveText.read(text))
      #expect(readSeed == conversation.seed && moves == conversation.moves)
      expectSame(
        try Conversation(scenario, seed: readSeed, replaying: moves),
        conversation,
        seed
      )
    }
  }

  @Test(arguments: seeds) func everyStopOffersAWayOnOrIsAnEnding(seed: UInt64) throws {
    try play(seed) { scenario, conversation in
      let hasWayOn = conversation.offers.contains(where: \.isOpen)
      #expect(hasWayOn == (conversation.ending == nil), "seed \(seed)")
      for (slot, value) in zip(scenario.slots, conversation.state.values) {
        #expect(slot.range.contains(value), "seed \(seed): \(slot.name) is \(value)")
      }
    }
  }

  @Test(arguments: seeds) func factsAgreeWithTheLedgerTheyAreReadFrom(seed: UInt64) throws {
    try play(seed) { scenario, conversation in
      for (fact, holds) in conversation.factValues {
        switch fact {
        case .told(let person, let element):
          #expect(holds == conversation.ledger.isTold(person, element), "seed \(seed)")
        case .promised(let id):
          #expect(holds == conversation.ledger.isPromised(id), "seed \(seed): \(id)")
        case .repaired(let id):
          #expect(holds == conversation.ledger.isRepaired(id), "seed \(seed): \(id)")
        case .contradicted(let element):
          #expect(holds == conversation.ledger.isContradicted(element), "seed \(seed)")
        case .seen, .said: break
        }
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
    for playSeed in UInt64(0)..<2 {
      var conversation = Conversation(scenario, seed: playSeed)
      try check(scenario, conversation)
      for _ in 0..<40 where conversation.ending == nil {
        let open = conversation.offers.filter(\.isOpen)
        chance = Chance.draw(seed: chance, moment: 1, visit: 1, place: 1)
        conversation.choose(open[Chance.index(chance, below: open.count)].reply)
        try check(scenario, conversation)
      }
    }
  }

  private func expectSame(_ left: Conversation, _ right: Conversation, _ seed: UInt64) {
    #expect(left.state == right.state, "seed \(seed)")
    #expect(left.ledger == right.ledger, "seed \(seed)")
    #expect(left.offers == right.offers, "seed \(seed)")
    #expect(left.spoken == right.spoken, "seed \(seed)")
    #expect(left.path == right.path, "seed \(seed)")
    #expect(left.ending == right.ending, "seed \(seed)")
    #expect(left.moves == right.moves, "seed \(seed)")
  }
}

extension CompileContext {
  static let core = CompileContext(
    dimensions: ["core": ["honesty", "clarity", "shared-parenting"]]
  )
}
