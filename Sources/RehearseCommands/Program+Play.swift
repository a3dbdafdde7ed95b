import JSONSyntax
import Platform
import Records
import ScenarioCompiler
import ScenarioEngine
import Scoring
import TerminalFront

extension Program {
  /// What is to be played, and how.
  struct Practice {
    let playable: Catalog.Playable
    let mode: Mode
    let seed: UInt64
    var carried = Carried()
    var facts: [ReplacedFact] = []
    /// The case, and which talk of it this is.
    var talk: (inCase: Catalog.PlayableCase, index: Int)?
    /// Whether words are asked for before lines are shown.
    var asksForWords = false
    /// Whether typed words may be kept, if the trainee has been asked.
    var keepsWords: Bool?
    /// Whether it is practice from the start, as after a rewind in an earlier talk.
    var isPractice = false
    /// Moves to begin with, and the attempt they were rewound from.
    var branch: (attempt: String, moves: [Move])?

    /// The practice, from where a conversation stands.
    func rehearsal(of conversation: Conversation) -> Rehearsal {
      Rehearsal(
        conversation,
        mode: mode,
        rubric: playable.rubric,
        listener: playable.listener,
        asksForWords: asksForWords,
        keepsWords: keepsWords,
        isPractice: isPractice
      )
    }
  }

  func play(_ arguments: Arguments) -> ExitStatus {
    play(
      arguments.operands[0],
      mode: settings.mode.value,
      seed: arguments.number("--seed") ?? (host.seed() >> 32),
      factsPath: arguments["--facts"],
      asksForWords: arguments.has("--type")
    )
  }

  func play(
    _ word: String,
    mode: Mode,
    seed: UInt64,
    factsPath: String? = nil,
    asksForWords: Bool = false
  ) -> ExitStatus {
    var catalog = Catalog(host: host)
    do throws(Catalog.Failure) {
      if let factsPath { try catalog.replaceFacts(factsPath) }
      switch try catalog.find(word) {
      case .scenario(let playable):
        return practise(
          Practice(
            playable: playable,
            mode: mode,
            seed: seed,
            facts: catalog.facts,
            asksForWords: asksForWords
          )
        )
      case .wholeCase(let found):
        console.show([.title(found.file.title), .text(found.file.summary), .gap])
        return practise(
          Practice(
            playable: found.talks[0],
            mode: mode,
            seed: seed,
            facts: catalog.facts,
            talk: (found, 0),
            asksForWords: asksForWords
          )
        )
      }
    } catch {
      return explain(error)
    }
  }

  /// Plays one attempt, then what follows from it: another try, or the next talk of a case.
  func practise(_ first: Practice) -> ExitStatus {
    var practice = first
    while true {
      let journal = AttemptStore(host: host).begin(beginning(of: practice))
      let start = Conversation(
        practice.playable.scenario,
        seed: practice.seed,
        carried: practice.carried
      )
      var conversation = start
      for move in practice.branch?.moves ?? [] {
        guard (try? conversation.perform(move)) != nil else { break }
        _ = journal.append(.moved(MoveRecord(move, in: practice.playable.scenario)))
      }
      let rehearsal = practice.rehearsal(of: conversation)
      if practice.branch == nil { console.show(rehearsal.openingBlocks) }
      switch run(rehearsal, journal: journal, practice: practice) {
      case .over(let status): return status
      case .goOn(let next): practice = next
      }
    }
  }

  enum Continuation {
    case over(ExitStatus)
    case goOn(Practice)
  }

  /// Runs a rehearsal whose attempt is open, and says what follows.
  func run(_ rehearsal: Rehearsal, journal: AttemptJournal, practice: Practice) -> Continuation {
    guardAgainstCrashes(journal)
    var session = PlaySession(
      console: console,
      journal: journal,
      rehearsal: rehearsal,
      host: host
    )
    let leaving = session.run()
    journal.close()
    switch leaving {
    case .finished:
      return afterFinishing(session.rehearsal, practice: practice)
    case .branch(let turn):
      var next = practice
      let moves = Array(session.rehearsal.conversation.moves.prefix(turn - 1))
      next.branch = (journal.attempt, moves)
      next.isPractice = true
      next.keepsWords = session.rehearsal.keepsWords
      console.show([.gap, .text("This is another try. It counts as practice.")])
      return .goOn(next)
    case .left:
      sayHowToGoOn(journal, finished: session.rehearsal.conversation.ending != nil)
      return .over(.done)
    case .inputEnded:
      sayHowToGoOn(journal, finished: session.rehearsal.conversation.ending != nil)
      let isUnfinished = session.rehearsal.conversation.ending == nil
      return .over(practice.mode == .ready && isUnfinished ? .failed : .done)
    case .signal(let number):
      console.show([.gap])
      sayHowToGoOn(journal, finished: session.rehearsal.conversation.ending != nil)
      return .over(.signal(number))
    }
  }

  /// What is said if the program itself fails, after the terminal was given back.
  private func guardAgainstCrashes(_ journal: AttemptJournal) {
    let saved =
      journal.problem == nil
      ? "What you said until then is saved. Go on with:\nrehearse resume \(journal.attempt)"
      : "This practice was not saved."
    terminal?.guardAgainstCrashes("\n\(Self.failure)\n\(saved)")
  }

  private func sayHowToGoOn(_ journal: AttemptJournal, finished: Bool) {
    if journal.problem != nil {
      console.say("This practice was not saved.")
    } else {
      let lead = finished ? "Saved. Read the debrief with:" : "Saved. Go on with:"
      console.show([.command(lead: lead, "rehearse resume \(journal.attempt)")])
    }
  }

  private func afterFinishing(_ rehearsal: Rehearsal, practice: Practice) -> Continuation {
    guard let (inCase, index) = practice.talk, index + 1 < inCase.talks.count else {
      return .over(.done)
    }
    let next = inCase.talks[index + 1]
    console.show([
      .gap,
      .text("Next in \(inCase.file.title), talk \(index + 2) of \(inCase.talks.count):"),
      .text("What you have said goes with you."),
      .gap,
    ])
    return .goOn(
      Practice(
        playable: next,
        mode: practice.mode,
        seed: practice.seed,
        carried: rehearsal.conversation.carriedOn(inCase.file.carry),
        facts: practice.facts,
        talk: (inCase, index + 1),
        asksForWords: practice.asksForWords,
        keepsWords: rehearsal.keepsWords,
        isPractice: rehearsal.isPractice
      )
    )
  }

  private func beginning(of practice: Practice) -> Beginning {
    let notes = practice.playable.scenario.notes
    return Beginning(
      scenario: notes.id,
      title: notes.title,
      digest: notes.digest,
      source: practice.playable.path.map { .file($0) } ?? .shipped,
      seed: practice.seed,
      mode: AttemptMode(rawValue: practice.mode.rawValue) ?? .rehearse,
      rubric: practice.playable.rubric.id,
      rubricDigest: practice.playable.rubric.digest,
      order: practice.playable.scenario.tables.order.rawValue,
      facts: practice.facts.map { Beginning.Fact($0.key, $0.text) },
      talk: practice.talk.map {
        Beginning.CaseTalk(
          id: $0.inCase.file.id,
          index: $0.index,
          carried: practice.carried.json
        )
      },
      isPractice: practice.isPractice,
      branch: practice.branch.map { Beginning.Branch(attempt: $0.attempt, moves: $0.moves.count) },
      keepsTypedText: practice.keepsWords ?? false
    )
  }
}
