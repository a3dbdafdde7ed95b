import Platform
import Records
import ScenarioCompiler
import ScenarioEngine
import Scoring
import Terminal
import TerminalFront

extension Program {
  // MARK: class

  func classCommand(_ arguments: Arguments) -> ExitStatus {
    if arguments.has("--summary") { return classSummary(arguments.operands.first) }
    guard let word = arguments.operands.first else {
      console.complain(
        "rehearse: class needs the name of a scenario, such as: rehearse class june-fourth\n"
          + "See: rehearse help class"
      )
      return .usage
    }
    let setup: RoomSetup
    do throws(RoomSetup.Misuse) {
      setup = try RoomSetup(arguments, host: host, settings: settings)
    } catch {
      console.complain("rehearse: \(error.message)\nSee: rehearse help class")
      return .usage
    }
    do throws(Catalog.Failure) {
      return lead(try playable(word, facts: arguments["--facts"]), setup)
    } catch {
      return explain(error)
    }
  }

  /// A scenario by its name or file; of a case, which is more than one sitting, the talks are named.
  private func playable(
    _ word: String,
    facts: String?
  ) throws(Catalog.Failure) -> Catalog.Playable {
    var catalog = Catalog(host: host)
    if let facts { try catalog.replaceFacts(facts) }
    switch try catalog.find(word) {
    case .scenario(let playable): return playable
    case .wholeCase(let found):
      let talks = found.talks.map(\.scenario.notes.id).joined(separator: ", ")
      console.say("A class plays one talk at a time. This case has \(talks). Beginning the first.")
      return found.talks[0]
    }
  }

  private func lead(_ playable: Catalog.Playable, _ setup: RoomSetup) -> ExitStatus {
    let store = ClassStore(host: host)
    let notes = playable.scenario.notes
    let earlier =
      setup.isNew || setup.isTestCard
      ? nil
      : (try? store.list())?.first {
        !$0.isClosed && $0.beginning.scenario == notes.id && $0.beginning.digest == notes.digest
          && host.now() - $0.lastActivity < RoomSetup.resumable
      }
    var journal: ClassJournal?
    let seed = earlier?.beginning.seed ?? setup.seed
    let fresh = RoomSession(
      playable.scenario,
      rubric: playable.rubric,
      seed: seed,
      band: setup.band,
      ear: RoomEar.listening(with: playable.listener)
    )
    var session = fresh
    if let earlier {
      do throws(JournalError) {
        journal = try store.resume(earlier)
        session = fresh.replaying(earlier.standing.compactMap(\.act))
      } catch {
        console.complain("\(error.explanation) A new class begins.")
      }
    }
    let isTakenUp = journal != nil
    if !setup.isTestCard, journal == nil {
      journal = store.begin(
        ClassBeginning(
          scenario: notes.id,
          title: notes.title,
          digest: notes.digest,
          path: playable.path,
          seed: seed,
          keepsWords: setup.keepsWords
        )
      )
    }
    do throws(RoomChannel.Refusal) {
      let channel = try setup.notesPath.map { path throws(RoomChannel.Refusal) in
        try RoomChannel(path, host: host)
      }
      let sitting = RoomSitting(
        program: self,
        journal: journal,
        channel: channel,
        began: earlier?.began ?? host.now()
      )
      let status = sitting.run(session, setup: setup, isTakenUp: isTakenUp)
      journal?.close()
      channel?.close()
      return status
    } catch {
      journal?.close()
      console.complain("rehearse: \(error.message)")
      return .failed
    }
  }

  // MARK: class --summary

  /// What moved, of the newest class or of a scenario's newest.
  private func classSummary(_ word: String?) -> ExitStatus {
    let logs: [ClassLog]
    do throws(JournalError) {
      logs = try ClassStore(host: host).list()
    } catch {
      console.complain(error.explanation)
      return .failed
    }
    let wanted = logs.first { word == nil || $0.beginning.scenario == word || $0.name == word }
    guard let log = wanted else {
      console.complain(
        word.map { "No class with \"\($0)\" is recorded on this computer." }
          ?? "No class is recorded on this computer. One begins with: rehearse class june-fourth"
      )
      return .noSuchFile
    }
    let scenario = try? playable(log.beginning.path ?? log.beginning.scenario, facts: nil).scenario
    console.show(RoomSummary(log, scenario: scenario).blocks)
    return .done
  }

  // MARK: sheet

  func sheet(_ arguments: Arguments) -> ExitStatus {
    do throws(Catalog.Failure) {
      let playable = try playable(arguments.operands[0], facts: arguments["--facts"])
      for page in RoomSheet.pages(playable.scenario, rubric: playable.rubric) {
        for line in page { console.output.line(StyledText(line)) }
      }
      return .done
    } catch {
      return explain(error)
    }
  }
}

/// How a class is to be run, from the command line.
struct RoomSetup {
  /// Why the options could not be understood.
  struct Misuse: Error {
    let message: String
  }

  /// Within this time a class that was left is taken up by the same command; later it is another day's.
  static let resumable: Int64 = 12 * 60 * 60 * 1000

  let seed: UInt64
  let ground: Style.Ground
  let band: ClosedRange<Int>
  let notesPath: String?
  let isNew: Bool
  let isTestCard: Bool
  let keepsWords: Bool
  let isPlain: Bool
  let level: StyleLevel

  init(_ arguments: Arguments, host: Host, settings: Settings) throws(Misuse) {
    if let given = arguments["--seed"] {
      guard let number = UInt64(given) else {
        throw Misuse(message: "--seed is a whole number, such as 7, not \"\(given)\".")
      }
      seed = number
    } else {
      seed = host.seed() >> 32
    }
    let ends = (arguments["--band"] ?? "30-70").split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, ends[0] < ends[1], ends[0] >= 0, ends[1] <= 100 else {
      throw Misuse(message: "--band is two parts of a hundred, such as 30-70.")
    }
    band = ends[0]...ends[1]
    switch arguments["--ground"] {
    case "dark": ground = .dark
    case "paper": ground = .paper
    default: ground = .light
    }
    notesPath = arguments["--notes"]
    isNew = arguments.has("--new")
    isTestCard = arguments.has("--test-card")
    keepsWords = arguments.has("--keep-words")
    isPlain = settings.plain.value
    level = settings.level(host, .output)
  }
}

extension RoomRecord {
  /// The record that a journal keeps of it.
  func record(in moment: String) -> ClassRecord {
    switch self {
    case .undid: .undid
    case .acted(.went(let step, let card)): .went(step: step.rawValue, card: card)
    case .acted(.counted(let vote, let choice, let count)):
      .counted(vote: vote.rawValue, moment: moment, choice: choice, count: count)
    case .acted(.people(let count)): .people(count)
    case .acted(.offered(let line?)):
      .offered(words: line.words, keep: line.keep, change: line.change)
    case .acted(.offered(nil)): .withdrew
    case .acted(.wentOn(let reply)): .wentOn(moment: moment, reply: reply)
    case .acted(.rewound(let turn)): .rewound(turn: turn)
    }
  }
}

extension ClassRecord {
  /// What happened, if it is something a class does.
  var act: RoomAct? {
    switch self {
    case .went(let step, let card): RoomStep(rawValue: step).map { .went($0, card: card) }
    case .counted(let vote, _, let choice, let count):
      RoomVote(rawValue: vote).map { .counted($0, choice: choice, count: count) }
    case .people(let count): .people(count)
    case .offered(let words, let keep, let change):
      .offered(RoomLine(words: words, keep: keep, change: change))
    case .withdrew: .offered(nil)
    case .wentOn(_, let reply): .wentOn(reply: reply)
    case .rewound(let turn): .rewound(turn: turn)
    case .began, .undid, .closed: nil
    }
  }
}
