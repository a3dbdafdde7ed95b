import JSONSyntax
import Platform
import Records
import ScenarioEngine
import Scoring
import Terminal
import TerminalFront

/// Somebody playing one attempt: what they type goes to the rehearsal, what happens to the journal, and
/// then what is to be seen to the console; always in that order.
struct PlaySession {
  /// How it was left.
  enum Leaving {
    case finished
    case left
    case inputEnded
    case signal(Int32)
    case branch(beforeTurn: Int)
  }

  let console: Console
  let journal: AttemptJournal
  var rehearsal: Rehearsal
  let host: Host

  private var sentence: String?

  init(console: Console, journal: AttemptJournal, rehearsal: Rehearsal, host: Host) {
    self.console = console
    self.journal = journal
    self.rehearsal = rehearsal
    self.host = host
  }

  /// Plays to the end of the debrief, or until it is left.
  mutating func run() -> Leaving {
    sayProblem(journal.problem?.explanation)
    handle(rehearsal.begin())
    while rehearsal.outcome == nil {
      switch console.ask(rehearsal.prompt, scene: rehearsal.scene) {
      case .line(let line):
        TestCrash.happen(line.text, host)
        handle(rehearsal.take(.line(line.text)))
      case .woken: break
      case .endOfInput, .failed: handle(rehearsal.take(.endOfInput))
      case .interrupted(let signal):
        _ = journal.append(.left)
        return .signal(signal.number)
      }
      guard console.isHeard else { return .left }
    }
    switch rehearsal.outcome {
    case .branch(let turn): return .branch(beforeTurn: turn)
    case .left:
      if rehearsal.conversation.ending == nil { _ = journal.append(.left) }
      return .left
    case .inputEnded:
      if rehearsal.conversation.ending == nil { _ = journal.append(.left) }
      return .inputEnded
    case .finished, nil: return .finished
    }
  }

  private mutating func handle(_ step: Rehearsal.Step) {
    for happening in step.happenings {
      for record in records(of: happening) { sayProblem(journal.append(record).sentence) }
    }
    console.show(step.blocks)
  }

  /// A problem with saving is said once, when it comes up, and practice goes on.
  private mutating func sayProblem(_ problem: String?) {
    guard let problem, problem != sentence else { return }
    sentence = problem
    console.say(problem)
  }

  private func records(of happening: Rehearsal.Happening) -> [AttemptRecord] {
    switch happening {
    case .moved(let move):
      return [.moved(MoveRecord(move, in: rehearsal.conversation.scenario))]
    case .consented(let keeps): return [.consented(keepsTypedText: keeps)]
    case .undid: return [.undid]
    case .ended: return [.ended(endingRecord)]
    case .rated(let levels):
      let dimensions = rehearsal.conversation.scenario.notes.dimensions
      return [.rated(zip(dimensions, levels).map { SelfRating(dimension: $0, level: $1) })]
    case .planned(let text):
      // The yes was to this sentence alone, so consent ends with it.
      let plan = PlanRecord(text: text, due: host.now() + 24 * 60 * 60 * 1000)
      return [
        .consented(keepsTypedText: true), .planned(plan),
        .consented(keepsTypedText: journal.keepsTypedText),
      ]
    case .branched: return []
    }
  }

  private var endingRecord: EndingRecord {
    let conversation = rehearsal.conversation
    let result = rehearsal.result
    let title = conversation.ending.map { index in
      conversation.scenario.text(
        conversation.scenario.ending(index).title,
        in: conversation.state
      )
    }
    return EndingRecord(
      moment: conversation.scenario.id(of: conversation.state.moment),
      title: title ?? "",
      verdict: result.verdict.rawValue,
      levels: result.json
    )
  }
}

extension ConversationResult {
  /// The levels as records and lists keep them.
  var json: JSONValue {
    .object(
      dimensions.map { dimension in
        JSONValue.Member(
          dimension.id,
          .object([
            JSONValue.Member("median", dimension.median.map { .integer($0) } ?? .null),
            JSONValue.Member("lowest", dimension.lowest.map { .integer($0) } ?? .null),
            JSONValue.Member("counts", .array(dimension.counts.map { .integer($0) })),
            JSONValue.Member("notShown", .integer(dimension.notShown)),
          ])
        )
      }
    )
  }
}
