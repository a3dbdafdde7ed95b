import Authoring
import ScenarioCompiler
import ScenarioEngine
import SourceText
import TestSupport
import Testing

/// Search and bots step states without history; this says that it is play all the same.
@Suite struct SearchPropertyTests {
  static let seeds = Array(UInt64(1)...40)

  /// Small enough for a build without optimisation; larger scripts say nothing more.
  static let small = {
    var options = SearchOptions()
    options.limit = 1_500
    return options
  }()

  static func scenario(_ seed: UInt64) throws -> Scenario {
    let file = SourceFile(path: "random.json", bytes: Array(RandomScenario.json(seed: seed).utf8))
    let result = ScenarioCompiler.compile(file, context: .core)
    return try #require(result.scenario, "seed \(seed): \(result.diagnostics.map(\.message))")
  }

  @Test(arguments: Array(UInt64(1)...120)) func steppingIsPlay(seed: UInt64) throws {
    let scenario = try Self.scenario(seed)
    var stepper = Stepper(scenario, merging: false)
    var chance = seed
    for playSeed in UInt64(0)..<3 {
      var conversation = Conversation(scenario, seed: playSeed)
      var node = stepper.begin(from: stepper.origin)
      var open: [ReplyIndex] = []
      for _ in 0..<40 {
        #expect(node.state == conversation.state, "seed \(seed)")
        #expect(node == stepper.node(of: conversation), "seed \(seed)")
        stepper.open(at: node, into: &open)
        let offered = conversation.offers.filter(\.isOpen).map(\.reply)
        #expect(Set(open) == Set(offered), "seed \(seed)")
        var words: [UInt64] = []
        stepper.pack(node, onto: &words)
        #expect(stepper.unpack(words, at: 0) == node, "seed \(seed)")
        guard conversation.ending == nil else { break }
        chance = Chance.draw(seed: chance, moment: 1, visit: 1, place: 1)
        let reply = open[Chance.index(chance, below: open.count)]
        conversation.choose(reply)
        stepper.go(reply, from: &node)
      }
    }
  }

  /// Every play stays within what the search found, and what it met was met by the search.
  @Test(arguments: seeds) func searchFindsWhateverPlayFinds(seed: UInt64) throws {
    let scenario = try Self.scenario(seed)
    let graph = StateSearch.run(scenario, Self.small)
    guard graph.isComplete else { return }
    var chance = seed
    for playSeed in UInt64(0)..<6 {
      var conversation = Conversation(scenario, seed: playSeed)
      for _ in 0..<30 {
        for spoken in conversation.spoken {
          #expect(graph.trace.heard[spoken.line.place].exists, "seed \(seed)")
        }
        for moment in conversation.path {
          #expect(graph.trace.entered[moment.place].exists, "seed \(seed)")
        }
        let open = conversation.offers.filter(\.isOpen).map(\.reply)
        for reply in open { #expect(graph.trace.opened[reply.place].exists, "seed \(seed)") }
        guard conversation.ending == nil else { break }
        chance = Chance.draw(seed: chance, moment: 1, visit: 1, place: 1)
        conversation.choose(open[Chance.index(chance, below: open.count)])
      }
    }
  }

  /// Taking states for one that go on alike finds the same things with fewer states.
  @Test(arguments: seeds) func mergingLosesNothing(seed: UInt64) throws {
    let scenario = try Self.scenario(seed)
    var options = Self.small
    let merged = StateSearch.run(scenario, options)
    options.merging = false
    let plain = StateSearch.run(scenario, options)
    guard plain.isComplete else { return }
    #expect(merged.stateCount <= plain.stateCount)
    func met(_ witnesses: [Trace.Witness]) -> [Bool] { witnesses.map(\.exists) }
    #expect(met(merged.trace.held) == met(plain.trace.held), "seed \(seed)")
    #expect(met(merged.trace.failed) == met(plain.trace.failed), "seed \(seed)")
    #expect(met(merged.trace.heard) == met(plain.trace.heard), "seed \(seed)")
    #expect(met(merged.trace.opened) == met(plain.trace.opened), "seed \(seed)")
    #expect(met(merged.trace.taken) == met(plain.trace.taken), "seed \(seed)")
    #expect(Outcomes(merged).endings.map(\.path.count) == Outcomes(plain).endings.map(\.path.count))
    #expect(Outcomes(merged).dimensions == Outcomes(plain).dimensions, "seed \(seed)")
  }

  /// Every path that is shown can be played and ends where it says.
  @Test(arguments: seeds) func shownPathsCanBePlayed(seed: UInt64) throws {
    let scenario = try Self.scenario(seed)
    let graph = StateSearch.run(scenario, Self.small)
    for ending in Outcomes(graph).endings {
      var conversation = Conversation(scenario, seed: 1)
      for reply in ending.path {
        #expect(conversation.isOffered(reply), "seed \(seed)")
        guard conversation.isOffered(reply) else { return }
        conversation.choose(reply)
      }
      #expect(conversation.ending == ending.ending, "seed \(seed)")
    }
  }

  /// Typed words reach at least what choosing reaches.
  @Test(arguments: seeds) func typedWordsReachAtLeastAsMuch(seed: UInt64) throws {
    let scenario = try Self.scenario(seed)
    var options = SearchOptions()
    options.limit = 1_500
    let chosen = StateSearch.run(scenario, options)
    options.hearsTyped = true
    let typed = StateSearch.run(scenario, options)
    guard typed.isComplete else { return }
    let moments = Set((0..<typed.stateCount).map { typed.moment(of: $0) })
    for state in 0..<chosen.stateCount {
      #expect(moments.contains(chosen.moment(of: state)), "seed \(seed)")
    }
  }

  /// The properties above pass over scripts that are too large; that must not be most of them.
  @Test func manyOfTheScriptsAreSearchedWhole() throws {
    var options = Self.small
    options.merging = false
    let whole = try Self.seeds.count { seed in
      StateSearch.run(try Self.scenario(seed), options).isComplete
    }
    #expect(whole >= 20, "only \(whole) of \(Self.seeds.count)")
  }

  @Test func aLowLimitIsSaid() throws {
    let scenario = try Self.scenario(3)
    var options = SearchOptions()
    options.limit = 2
    let graph = StateSearch.run(scenario, options)
    #expect(!graph.isComplete)
    #expect(graph.stateCount == 2)
  }
}

extension CompileContext {
  static let core = CompileContext(
    dimensions: ["core": ["honesty", "clarity", "shared-parenting"]]
  )
}
