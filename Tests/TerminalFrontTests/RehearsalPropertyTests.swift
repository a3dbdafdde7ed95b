import ScenarioEngine
import Scoring
import Testing

@testable import TerminalFront

/// What a rehearsal promises whatever is typed, over hundreds of scripts made at random.
@Suite struct RehearsalPropertyTests {
  static let seeds = Array(UInt64(1)...60)

  /// Cut before any entry and taken up again from its moves, it says the very same.
  @Test(arguments: seeds) func resumedAnywhereItSaysTheSame(seed: UInt64) throws {
    _ = try Practising.walk(seed) { before, entry, step in
      guard before.phase == .replying || before.phase == .reflecting else { return }
      let conversation = try Conversation(
        before.conversation.scenario,
        seed: before.conversation.seed,
        replaying: before.conversation.moves
      )
      var resumed = Rehearsal(
        conversation,
        mode: before.mode,
        rubric: before.rubric,
        listener: before.makeListener,
        keepsWords: before.keepsWords,
        isPractice: before.isPractice
      )
      let opening = resumed.begin()
      #expect(opening.happenings.isEmpty, "to take up is no deed, seed \(seed)")
      #expect(resumed.prompt == before.prompt, "seed \(seed)")
      let again = resumed.take(.line(entry))
      #expect(again == step, "seed \(seed), \(entry)")
    }
  }

  /// Every move is given to be kept with the step that shows it, and nothing else is.
  @Test(arguments: seeds) func whatHappensIsTold(seed: UInt64) throws {
    var kept: [Move] = []
    let last = try Practising.walk(seed) { _, _, step in
      for happening in step.happenings {
        switch happening {
        case .moved(let move): kept.append(move)
        case .undid: _ = kept.popLast()
        default: break
        }
      }
    }
    #expect(kept == last.conversation.moves, "seed \(seed)")
  }

  /// Before the end nobody sees a key, a why or what was heard, except in learn; in ready no hint.
  @Test(arguments: seeds) func theKeyIsNotShownEarly(seed: UInt64) throws {
    for mode in Mode.allCases {
      _ = try Practising.walk(seed, mode: mode) { before, entry, step in
        let hasJudgement = step.blocks.contains { block in
          switch block {
          case .why, .heard: true
          default: false
          }
        }
        let hasHint = step.blocks.contains { if case .hint = $0 { true } else { false } }
        let moved = step.happenings.contains { if case .moved = $0 { true } else { false } }
        if before.phase == .replying {
          #expect(hasJudgement == (mode == .learn && moved), "\(mode), seed \(seed)")
        }
        if mode == .ready { #expect(!hasHint, "seed \(seed)") }
      }
    }
  }

  @Test(arguments: seeds) func theDebriefKeepsItsOrderAndQuotesEveryTurn(seed: UInt64) throws {
    var sections: [String] = []
    var said: [String] = []
    let last = try Practising.walk(seed, withCommands: false) { before, _, step in
      for case .section(let title) in step.blocks { sections.append(title) }
      if case .rating = before.phase, case .rated? = step.happenings.first {
        for case .you(let words) in step.blocks { said.append(words) }
        let result = before.result
        for turn in result.turns { #expect(said.contains(turn.said), "seed \(seed)") }
      }
    }
    // A script may end before the worker says a word; then there is nothing to say again.
    guard last.outcome == .finished, last.conversation.turnCount > 0 else { return }
    let order = [
      "Looking back", "What you said of it yourself", "What they heard", "One thing to keep",
      "One thing to change", "All of it, by dimension", "The ledger: who has been told what",
      "Say the turning point again", "One thing to take with you",
    ]
    #expect(sections == order, "seed \(seed)")
  }

  @Test(arguments: Mode.allCases) func theEndOfInputIsNoAnswerAnywhere(mode: Mode) throws {
    for seed in UInt64(1)...40 {
      _ = try Practising.walk(seed, mode: mode) { before, _, _ in
        var ended = before
        let step = ended.take(.endOfInput)
        #expect(step == Rehearsal.Step(), "seed \(seed)")
        #expect(ended.outcome == .inputEnded)
        #expect(ended.conversation.moves == before.conversation.moves)
        #expect(ended.take(.line("1")) == Rehearsal.Step(), "what is over is over")
      }
    }
  }

  /// However long it is typed at, junk moves nothing.
  @Test(arguments: seeds.prefix(40)) func wordsThatAreNoChoiceChangeNothing(seed: UInt64) throws {
    var rehearsal = try Practising.rehearsal(seed)
    _ = rehearsal.begin()
    guard rehearsal.phase == .replying else { return }
    let before = rehearsal.conversation.moves
    for words in ["", " ", "0", "65", "1 2", "١", "one", "\u{0}", "1.0", "+1x", "<script>"] {
      let step = rehearsal.take(.line(words))
      #expect(step.happenings.isEmpty, "\(words)")
      #expect(!step.blocks.isEmpty, "it says what would work")
    }
    #expect(rehearsal.conversation.moves == before)
  }
}
