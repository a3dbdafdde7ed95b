import Foundation
import ScenarioCompiler
import ScenarioEngine
import Scoring
import SourceText
import Testing

@testable import TerminalFront

/// Typing instead of choosing, at any moment of any scenario.
@Suite struct TypingTests {
  @Test func theFirstWordsAskWhetherTheyMayBeKept() throws {
    var rehearsal = try june()
    let asked = rehearsal.take(.line("The judge decides on June 4."))
    #expect(asked.happenings.isEmpty)
    #expect(asked.blocks.contains(.text(Rehearsal.privacy)))
    #expect(rehearsal.take(.line("no")).happenings == [.consented(false)])
  }

  @Test func aPromiseIsAskedBackBeforeItCounts() throws {
    var rehearsal = try june(consented: true)
    let heard = rehearsal.take(.line("I promise you'll get her back by Christmas."))
    #expect(heard.text.contains("I heard: \""))
    #expect(heard.text.contains("Is that what you meant?"))
    #expect(rehearsal.conversation.turnCount == 0)
    _ = rehearsal.take(.line("yes"))
    _ = rehearsal.take(.line("1"))
    _ = rehearsal.take(.line(""))
    let ledger = rehearsal.conversation.ledger
    if rehearsal.conversation.turnCount == 1 {
      #expect(ledger.entries.contains { $0.kind == .promised && $0.about == .planA })
      #expect(rehearsal.result.verdict == .notYet)
    } else {
      Issue.record("the words were not taken")
    }
  }

  @Test func aContestedFindingDoesNotMakeItNotYet() throws {
    var rehearsal = try june(consented: true)
    _ = rehearsal.take(.line("I promise you'll get her back by Christmas."))
    _ = rehearsal.take(.line("no"))
    finishWay(&rehearsal)
    #expect(rehearsal.conversation.turnCount == 1)
    #expect(rehearsal.result.verdict == .sound)
    #expect(!rehearsal.conversation.ledger.entries.contains { $0.kind == .promised })
  }

  @Test func onlyTheWordsEnterTheLedgerAndNeverTheReplysPromise() throws {
    var rehearsal = try june(consented: true)
    _ = rehearsal.take(.line("Try not to get hung up on dates, you've got your list."))
    // Even where the trainee picks the promising line as the way on, nobody promised anything.
    let promising = rehearsal.conversation.offers.firstIndex {
      rehearsal.scenario.id(of: $0.reply) == "dont-worry"
    }
    if let promising { _ = rehearsal.take(.line(String(promising + 1))) }
    #expect(rehearsal.conversation.turnCount == 1)
    #expect(!rehearsal.conversation.ledger.entries.contains { $0.kind == .promised })
  }

  @Test func nonsenseAndOtherLanguagesAreKindlyNotJudged() throws {
    for words in ["asdf qwer zxcv uiop", "No puedo prometerte eso, el juez decide en junio."] {
      var rehearsal = try june(consented: true)
      let step = rehearsal.take(.line(words))
      #expect(step.text.contains("I can't judge it"), "\(words)")
      #expect(rehearsal.conversation.turnCount == 0)
    }
  }

  @Test func everyMomentOfEveryScenarioTakesWords() throws {
    for name in ["june-fourth", "say-it-again", "shoes-on", "read-it-twice"] {
      var rehearsal = try june(name, consented: true)
      for _ in 0..<40 where rehearsal.conversation.ending == nil {
        let before = rehearsal.conversation.turnCount
        _ = rehearsal.take(.line("I don't know yet. The judge decides, and I'll call you Friday."))
        finishWay(&rehearsal)
        #expect(rehearsal.conversation.turnCount == before + 1, "\(name)")
      }
      #expect(rehearsal.conversation.ending != nil, "\(name)")
      let replayed = try Conversation(
        rehearsal.scenario,
        seed: rehearsal.conversation.seed,
        replaying: rehearsal.conversation.moves
      )
      #expect(replayed.state == rehearsal.conversation.state, "\(name)")
      #expect(replayed.ledger == rehearsal.conversation.ledger, "\(name)")
    }
  }

  @Test func askingForWordsShowsNoLinesUntilAsked() throws {
    var rehearsal = try june(consented: true, asksForWords: true)
    let began = rehearsal.begin()
    #expect(!began.blocks.contains { if case .option = $0 { true } else { false } })
    let options = rehearsal.take(.line("options"))
    #expect(options.blocks.contains { if case .option = $0 { true } else { false } })
  }

  // MARK: Helpers

  /// Answers whatever still stands between words and the next turn.
  private func finishWay(_ rehearsal: inout Rehearsal) {
    for _ in 0..<4 {
      switch rehearsal.phase {
      case .confirming: _ = rehearsal.take(.line("yes"))
      case .choosingWay(_, let nearest):
        let first = rehearsal.openKeys.first ?? ""
        _ = rehearsal.take(.line(nearest == nil ? first : ""))
      default: return
      }
    }
  }

  private func june(
    _ name: String = "june-fourth",
    consented: Bool? = nil,
    asksForWords: Bool = false
  ) throws -> Rehearsal {
    let rubric = try #require(Practising.rubric)
    let url = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Scenarios/Library/\(name).json")
    let file = SourceFile(path: name, bytes: Array(try Data(contentsOf: url)))
    let words = url.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Rubrics/words.txt")
    let context = CompileContext(dimensions: [rubric.id: rubric.dimensions.map(\.id)])
    let scenario = try #require(ScenarioCompiler.compile(file, context: context).scenario)
    let listener = Listener(
      rubric,
      vocabulary: Vocabulary(lines: Array(try Data(contentsOf: words)))
    )
    return Rehearsal(
      Conversation(scenario, seed: 1),
      mode: .rehearse,
      rubric: rubric,
      listener: { listener },
      asksForWords: asksForWords,
      keepsWords: consented
    )
  }
}

extension Rehearsal.Step {
  fileprivate var text: String {
    LineRenderer.lines(blocks).map(\.text).joined(separator: "\n")
  }
}
