import Authoring
import Platform
import Records
import ScenarioEngine
import SourceText
import Terminal
import TerminalFront

extension Program {
  /// Plays a file and follows it while its author writes; nothing of it is recorded.
  func preview(_ arguments: Arguments) -> ExitStatus {
    var catalog = Catalog(host: host)
    let word = arguments.operands[0]
    if !word.isPath, let item = catalog.library.item(.scenarios, named: word),
      item.shelf == .shipped
    {
      console.complain("\(word) came with the program, so there is no file to follow.")
      return .noSuchFile
    }
    do throws(Catalog.Failure) {
      if let facts = arguments["--facts"] { try catalog.replaceFacts(facts) }
      let path = try catalog.path(ofFile: word)
      let session = PreviewSession(
        self,
        FileFollower(path, host: host),
        catalog,
        PreviewSession.Manner(
          mode: settings.mode.value,
          seed: arguments.number("--seed") ?? (host.seed() >> 32),
          asksForWords: arguments.has("--type"),
          start: arguments["--from"]
        )
      )
      terminal?.guardAgainstCrashes(
        "\nrehearse has failed; that is its fault, not yours.\nYour file is as you saved it."
      )
      lookout.hasChanged = { session.follower.look() }
      defer { lookout.hasChanged = nil }
      return session.run()
    } catch {
      return explain(error)
    }
  }
}

extension Catalog {
  /// The path of a file that can be followed, by itself or by the id of a scenario in a folder.
  fileprivate func path(ofFile word: String) throws(Failure) -> String {
    let path = word.isPath ? word : library.item(.scenarios, named: word)?.path
    guard let path, host.files.kind(path) != nil else {
      throw .notFound(path ?? word, nearest: nil)
    }
    return path
  }
}

extension String {
  /// Whether it names a file, and not a scenario by its id.
  fileprivate var isPath: Bool { hasSuffix(".json") || contains("/") }
}

/// An author at the terminal, playing what is being written.
private final class PreviewSession {
  struct Manner {
    let mode: Mode
    let seed: UInt64
    let asksForWords: Bool
    /// The moment to begin at.
    let start: String?
  }

  let follower: FileFollower
  private let program: Program
  private let catalog: Catalog
  private let manner: Manner
  private var console: Console { program.console }

  /// The last version that could be played, and the practice of it; absent until there is one.
  private var playable: Catalog.Playable?
  private var rehearsal: Rehearsal?
  /// Everything that was said, also where newer words have no place for it; they may have again.
  private var moves: [MoveRecord] = []

  init(_ program: Program, _ follower: FileFollower, _ catalog: Catalog, _ manner: Manner) {
    self.program = program
    self.follower = follower
    self.catalog = catalog
    self.manner = manner
  }

  func run() -> ExitStatus {
    if let ended = begin() { return ended }
    while true {
      let event = console.ask(prompt, scene: isWaiting ? nil : rehearsal?.scene)
      switch event {
      case .line(let line):
        if let ended = take(line.text) { return ended }
      case .woken:
        if let ended = follow() { return ended }
      case .endOfInput, .failed: return leave()
      case .interrupted(let signal): return .signal(signal.number)
      }
      guard console.isHeard else { return .done }
    }
  }

  /// Whether nothing is being played: before the first whole version, and after the end.
  private var isWaiting: Bool { rehearsal.map { $0.outcome != nil } ?? true }

  private var prompt: Prompt {
    guard let rehearsal else {
      return Prompt(
        .words,
        full: "Mend the file and save it: the play begins by itself. Type quit to leave.",
        short: "Save, or quit:"
      )
    }
    guard rehearsal.outcome != nil else { return rehearsal.prompt }
    return Prompt(
      .words,
      full: "Just Enter plays it again from the beginning. Type quit to leave.",
      short: "Enter, or quit:"
    )
  }

  private func leave() -> ExitStatus {
    guard rehearsal != nil else { return .badScenario }
    console.say("A preview is not kept.")
    return .done
  }

  // MARK: Playing

  private func take(_ line: String) -> ExitStatus? {
    guard isWaiting else { return play(line) }
    if [.quit, .save].contains(Command(line: line)) { return leave() }
    if let playable { restart(Conversation(playable.scenario, seed: manner.seed)) }
    return nil
  }

  private func play(_ line: String) -> ExitStatus? {
    guard var rehearsal else { return nil }
    let before = rehearsal.conversation.turnCount
    let step = rehearsal.take(.line(line))
    console.show(step.blocks)
    self.rehearsal = rehearsal
    if rehearsal.conversation.turnCount != before { remember() }
    switch rehearsal.outcome {
    case nil: return nil
    case .left, .inputEnded: return leave()
    case .branch(let turn):
      restart(rehearsal.conversation.rewound(to: turn - 1))
    case .finished: console.show([.gap, .text("That was the end.")])
    }
    return nil
  }

  private func remember() {
    guard let conversation = rehearsal?.conversation else { return }
    moves = conversation.moves.map { MoveRecord($0, in: conversation.scenario) }
  }

  private func restart(_ conversation: Conversation) {
    guard let playable else { return }
    var fresh = practice(conversation, of: playable)
    console.show(fresh.begin().blocks)
    rehearsal = fresh
    remember()
  }

  private func practice(_ conversation: Conversation, of playable: Catalog.Playable) -> Rehearsal {
    Program.Practice(
      playable: playable,
      mode: manner.mode,
      seed: manner.seed,
      asksForWords: manner.asksForWords,
      // Nothing is kept, so nobody needs to be asked.
      keepsWords: false
    )
    .rehearsal(of: conversation)
  }

  // MARK: Following

  /// Begins with what is in the file now.
  private func begin() -> ExitStatus? {
    guard let playable = wholeVersion() else { return nil }
    var conversation = Conversation(playable.scenario, seed: manner.seed)
    if let start = manner.start {
      guard let moment = playable.scenario.moment(start) else {
        program.console.complain(program.noSuchMoment(start, in: playable.scenario, follower.path))
        return .noSuchFile
      }
      guard let look = Appearances(playable.scenario, seed: manner.seed)[moment].first else {
        program.console.complain("Nothing that can be chosen leads to \(start).")
        return .failed
      }
      conversation = look.conversation
    }
    self.playable = playable
    var fresh = practice(conversation, of: playable)
    console.show(fresh.openingBlocks + fresh.begin().blocks)
    rehearsal = fresh
    remember()
    return nil
  }

  /// Goes on with what the file holds now, or with the last whole version and what is wrong with this one.
  private func follow() -> ExitStatus? {
    guard let playable = wholeVersion() else { return nil }
    guard var rehearsal, let before = self.playable else { return begin() }
    let old = rehearsal
    self.playable = playable
    let (conversation, lost) = replayed(in: playable.scenario)
    let isBack = conversation.turnCount < old.conversation.turnCount
    guard old.outcome == nil else {
      // It is over; the new words are played when it is played again.
      console.show([saved(playable)])
      return nil
    }
    let shown = rehearsal.takeUp(
      conversation,
      rubric: playable.rubric,
      listener: playable.listener
    )
    self.rehearsal = rehearsal
    var was = old
    let isSame =
      was.takeUp(old.conversation, rubric: before.rubric, listener: before.listener) == shown
      && was.prompt == rehearsal.prompt && was.scene == rehearsal.scene && old.scene == was.scene
    let line = isBack ? lost.map { [Block.text($0)] } ?? [] : []
    console.show([.gap, saved(playable)] + line + (isSame ? [] : shown))
    return nil
  }

  /// Says everything again that was said, in the new words, as far as they have a place for it.
  private func replayed(in scenario: Scenario) -> (conversation: Conversation, lost: String?) {
    var conversation = Conversation(scenario, seed: manner.seed)
    for move in moves {
      do throws(ReplayError) {
        try conversation.perform(move.move(in: scenario))
      } catch {
        let here = scenario.id(of: conversation.state.moment)
        return (conversation, "\(error.reason), so you are back at \(here).")
      }
    }
    return (conversation, nil)
  }

  private func saved(_ playable: Catalog.Playable) -> Block {
    let warnings = playable.remarks.count
    let more =
      warnings == 0
      ? "" : " \(warnings) warning\(warnings == 1 ? "" : "s"): rehearse check \(follower.path)"
    return .text("\(follower.path) was saved, and the new words are in.\(more)")
  }

  // MARK: What is in the file

  private enum Version {
    case whole(Catalog.Playable)
    case broken([Block])
  }

  /// What is in the file now if it can be played; shows what is wrong with it otherwise.
  private func wholeVersion() -> Catalog.Playable? {
    switch version(of: follower.reading) {
    case .whole(let playable): return playable
    case .broken(let findings):
      console.show(findings)
      return nil
    }
  }

  private func version(of reading: FileFollower.Reading) -> Version {
    let goesOn = rehearsal == nil ? "" : " The last whole version goes on."
    switch reading {
    case .nothing(.notFound):
      return .broken([.text("\(follower.path) is not there any more.\(goesOn)")])
    case .nothing(let error): return .broken([.text("\(error.explanation)\(goesOn)")])
    case .words(let bytes):
      let file = SourceFile(path: follower.path, bytes: bytes)
      guard DocumentFormat(of: file) != .wholeCase else {
        return .broken([.text("\(follower.path) is a case; preview follows one talk.\(goesOn)")])
      }
      do throws(Catalog.Failure) {
        return .whole(try catalog.scenario(file, path: nil))
      } catch {
        guard case .invalid(let files, let diagnostics) = error else {
          return .broken([.text("\(follower.path) cannot be used.\(goesOn)")])
        }
        return .broken(Self.findings(diagnostics, in: files, of: follower.path, goesOn))
      }
    }
  }

  /// At most so many findings are shown; the first is the one to mend first.
  private static let mostFindings = 5

  private static func findings(
    _ diagnostics: [Diagnostic],
    in files: [SourceFile],
    of path: String,
    _ goesOn: String
  ) -> [Block] {
    let errors = diagnostics.filter { $0.severity == .error }.inFileOrder()
    let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    var blocks: [Block] = [.text("\(path) has \(count).\(goesOn)")]
    blocks += errors.prefix(mostFindings).map { error in
      let file = files.first { $0.id == error.range.file }
      let place = file.map { $0.location(of: min(error.range.offsets.lowerBound, $0.bytes.count)) }
      let lead = place.map { "Line \($0.line), column \($0.column): " } ?? ""
      let hint = error.fixIts.first.map { " (\($0.title))" } ?? ""
      return .item("\(lead)\(error.message)\(hint).")
    }
    if errors.count > mostFindings {
      blocks.append(.text("rehearse check \(path) shows \(errors.count - mostFindings) more."))
    }
    return blocks
  }
}

extension ReplayError {
  /// Why what was said cannot be said again, for its author.
  fileprivate var reason: String {
    switch self {
    case .noSuchMoment(_, let moment): "There is no moment \(moment) any more"
    case .noSuchReply(_, let moment, let reply): "\(moment) has no reply \(reply) any more"
    case .elsewhere(_, let recorded, _): "The talk does not come to \(recorded) any more"
    case .notOffered(_, let moment, let reply):
      "\(reply) cannot be said at \(moment) any more"
    }
  }
}
