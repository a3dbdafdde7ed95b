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
    do throws(Arguments.Misuse) {
      setup = try RoomSetup(arguments, host: host, settings: settings)
    } catch {
      console.complain("rehearse: \(error.message)\nSee: rehearse help class")
      return .usage
    }
    do throws(Catalog.Failure) {
      let course = try RoomCourse(word, facts: arguments["--facts"], host: host)
      return lead(course, setup)
    } catch {
      return explain(error)
    }
  }

  /// Leads a class through a talk, and through those after it as long as the room goes on.
  private func lead(_ course: RoomCourse, _ setup: RoomSetup) -> ExitStatus {
    let store = ClassStore(host: host)
    let channel: RoomChannel?
    do throws(RoomChannel.Refusal) {
      channel = try setup.notesPath.map { path throws(RoomChannel.Refusal) in
        try RoomChannel(path, host: host)
      }
    } catch {
      console.complain("rehearse: \(error.message)")
      return .failed
    }
    defer { channel?.close() }
    if setup.isTestCard {
      let sitting = RoomSitting(program: self, course: course, journal: nil, channel: channel)
      return sitting.run(course.session(0, setup), setup: setup).status
    }
    var opening = RoomOpening(course, setup, store, host)
    while true {
      let sitting = RoomSitting(
        program: self,
        course: course,
        journal: opening.journal,
        channel: channel,
        began: opening.began
      )
      let ended = sitting.run(opening.session, setup: setup, news: opening.news)
      opening.journal.close()
      guard ended.goesOn else { return ended.status }
      opening = RoomOpening(after: opening, ended.session, course, setup, store, host)
    }
  }

  // MARK: class --summary

  /// What moved, of the newest class, or of the newest of a scenario or a case.
  private func classSummary(_ word: String?) -> ExitStatus {
    let listing: ClassStore.Listing
    do throws(JournalError) {
      listing = try ClassStore(host: host).list()
    } catch {
      console.complain(error.explanation)
      return .failed
    }
    for path in listing.unreadable { console.complain(RoomOpening.unreadable(path)) }
    let wanted = listing.classes.first { log in
      word == nil
        || [log.beginning.scenario, log.name, log.beginning.talk?.id].contains(word)
    }
    guard let log = wanted else {
      console.complain(
        word.map { "No class with \"\($0)\" is recorded on this computer." }
          ?? "No class is recorded on this computer. One begins with: rehearse class june-fourth"
      )
      return .noSuchFile
    }
    // Of a case, every talk that led to this one, the first of them first.
    var talks = [log]
    while let before = talks[0].beginning.follows,
      let earlier = listing.classes.first(where: { $0.name == before }), !talks.contains(earlier)
    {
      talks.insert(earlier, at: 0)
    }
    for log in talks {
      let word = log.beginning.path ?? log.beginning.scenario
      let playable = try? RoomCourse(word, facts: nil, host: host).talks.first
      console.show(RoomSummary(log, scenario: playable?.scenario).blocks)
    }
    return .done
  }

  // MARK: sheet

  func sheet(_ arguments: Arguments) -> ExitStatus {
    do throws(Catalog.Failure) {
      let word = arguments.operands[0]
      for talk in try RoomCourse(word, facts: arguments["--facts"], host: host).talks {
        for page in RoomSheet.pages(talk.scenario, rubric: talk.rubric) {
          for line in page { console.output.line(StyledText(line)) }
        }
      }
      return .done
    } catch {
      return explain(error)
    }
  }
}

/// How a class is to be run, from the command line.
struct RoomSetup {
  let seed: UInt64
  let ground: Style.Ground
  let band: ClosedRange<Int>
  let notesPath: String?
  let isNew: Bool
  let isTestCard: Bool
  let keepsWords: Bool
  let isPlain: Bool
  let level: StyleLevel

  init(_ arguments: Arguments, host: Host, settings: Settings) throws(Arguments.Misuse) {
    seed = arguments.number("--seed") ?? (host.seed() >> 32)
    let ends = (arguments["--band"] ?? "30-70").split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, ends[0] < ends[1], ends[0] >= 0, ends[1] <= 100 else {
      throw Arguments.Misuse(
        message: "--band is two parts of a hundred, such as 30-70.",
        command: "class"
      )
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
