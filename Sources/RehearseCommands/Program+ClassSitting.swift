import Platform
import Records
import ScenarioEngine
import Terminal
import TerminalFront

/// A class at work: keys or lines in; the journal, then the notes, then the screen out.
final class RoomSitting {
  private let program: Program
  private let course: RoomCourse
  private let journal: ClassJournal?
  private let channel: RoomChannel?
  private let began: Int64
  private var host: Host { program.host }

  init(
    program: Program,
    course: RoomCourse,
    journal: ClassJournal?,
    channel: RoomChannel?,
    began: Int64? = nil
  ) {
    self.program = program
    self.course = course
    self.journal = journal
    self.channel = channel
    self.began = began ?? program.host.now()
  }

  /// How a sitting ended.
  struct Ended {
    let status: ExitStatus
    let session: RoomSession
    /// Whether the next talk of the case is to begin now.
    let goesOn: Bool
  }

  /// Runs it on a screen where there is one, and by lines otherwise.
  func run(_ session: RoomSession, setup: RoomSetup, news: [String] = []) -> Ended {
    var projector = RoomProjector(session, size: size, ground: setup.ground)
    let status = run(&projector, setup, news)
    return Ended(status: status, session: projector.session, goesOn: projector.goesOn)
  }

  private func run(
    _ projector: inout RoomProjector,
    _ setup: RoomSetup,
    _ news: [String]
  ) -> ExitStatus {
    let isTerminal =
      host.streams.facts(.input).isTerminal && host.streams.facts(.output).isTerminal
    if isTerminal {
      let message = "The class stopped. \(Self.kept)\n\(course.command)"
      TerminalModes.guardAgainstCrashes(message: message)
    }
    if isTerminal, !setup.isPlain, setup.level > .plain {
      projector.notice = news.isEmpty ? nil : news.joined(separator: " ")
      do throws(SystemFailure) {
        try TerminalModes.enter(input: 0, output: 1, alternateScreen: true)
        defer { TerminalModes.leave() }
        return paint(&projector, setup)
      } catch {
        program.console.complain("The screen cannot be had (\(error.message)), so here are lines.")
      }
    }
    return read(&projector, news)
  }

  private var size: TerminalSize {
    let facts = host.streams.facts(.output)
    return TerminalSize(rows: facts.rows ?? 16, columns: facts.columns ?? 55)
  }

  private static let kept = "Everything is kept. Go on with:"

  // MARK: Keeping

  /// Keeps what happened, then rewrites the notes; always before anything is shown.
  private func keep(_ records: [RoomRecord], in moment: String) -> String? {
    var news: String?
    for record in records {
      if case .acted(.offered(let line?)) = record { TestCrash.happen(line.words ?? "", host) }
      guard let journal else { continue }
      news = journal.append(record.record(in: moment)).sentence ?? news
    }
    return news
  }

  private func moment(of projector: RoomProjector) -> String {
    let conversation = projector.session.conversation
    return conversation.scenario.id(of: conversation.state.moment)
  }

  private func writeNotes(_ projector: RoomProjector) {
    channel?.write(projector.notes(at: host.monotonic(), minutes: minutes))
  }

  private var minutes: Int { Int(max(0, host.now() - began) / 60_000) }

  private func close(_ projector: RoomProjector) {
    if projector.session.isOver { journal?.append(.closed) }
    if !projector.goesOn { channel?.write(RoomChannel.over) }
  }

  // MARK: The screen

  private func paint(_ projector: inout RoomProjector, _ setup: RoomSetup) -> ExitStatus {
    let environment = ["TERM_PROGRAM", "REHEARSE_NO_SYNC"].reduce(into: [String: String]()) {
      $0[$1] = program.host.environment($1)
    }
    let output = TerminalOutput(level: setup.level, descriptor: 1)
    let isSynchronized = ScreenUpdate.maySynchronize(environment)
    var reader = KeyReader()
    var shown: Frame?
    projector.notice = projector.notice ?? journal?.problem?.explanation
    writeNotes(projector)
    var status = ExitStatus.done
    while !projector.isLeft, output.result == .written {
      let frame = projector.frame(at: host.monotonic())
      let update = ScreenUpdate(
        from: shown,
        to: frame,
        level: setup.level,
        isSynchronized: isSynchronized
      )
      output.show(update)
      shown = frame
      TerminalModes.markPastes(projector.isTyping)
      switch program.input.next(within: patience(reader, projector)) {
      case .bytes(let bytes): press(reader.feed(bytes), &projector)
      case .timedOut:
        if reader.isWaiting { press(reader.timeOut(), &projector) }
        press(channel?.keys() ?? [], &projector)
      case .signal(.windowChanged), .signal(.continued):
        projector.size = size
        shown = nil
        writeNotes(projector)
      case .signal(let signal):
        status = .signal(signal.number)
        _ = projector.leave()
      case .woken: break
      case .end, .failed: _ = projector.leave()
      }
      if setup.isTestCard, projector.session.step != .testCard { _ = projector.leave() }
    }
    close(projector)
    TerminalModes.leave()
    if !setup.isTestCard { sayGoodbye(projector) }
    return status
  }

  /// How long to wait: for the rest of a key, for the countdown, for the other screen, or for ever.
  private func patience(_ reader: KeyReader, _ projector: RoomProjector) -> Int? {
    let tick = projector.nextChange(at: host.monotonic())
    return [reader.isWaiting ? KeyReader.patience : nil, tick, channel == nil ? nil : 150]
      .compactMap { $0 }.min()
  }

  private func press(_ keys: [Key], _ projector: inout RoomProjector) {
    guard !keys.isEmpty else { return }
    for key in keys {
      let moment = moment(of: projector)
      let news = keep(projector.take(key, at: host.monotonic()), in: moment)
      if let news { projector.notice = news }
    }
    writeNotes(projector)
  }

  private func sayGoodbye(_ projector: RoomProjector) {
    let session = projector.session
    let stops = session.conversation.turnCount
    let title = session.scenario.notes.title
    let sum = "\(title): \(RoomSession.stops(stops)), \(minutes) minutes. What moved:"
    program.console.show([.command(lead: sum, "rehearse class --summary")])
    if let problem = journal?.problem {
      program.console.say(problem.explanation)
    } else if !session.isOver {
      program.console.show([.command(lead: Self.kept, course.command)])
    } else if !projector.goesOn, let talk = session.talk, let next = talk.next {
      let lead = "Next is talk \(talk.number + 1), \(next):"
      program.console.show([.command(lead: lead, course.command)])
    }
  }

  // MARK: Lines

  private func read(_ projector: inout RoomProjector, _ news: [String]) -> ExitStatus {
    let console = program.console
    console.say(
      "A class by lines: type a word, then Enter. help shows the words. From think to show, what "
        + "you type does not show here, because it may be counts."
    )
    for sentence in news { console.say(sentence) }
    if let problem = journal?.problem { console.say(problem.explanation) }
    show(projector)
    writeNotes(projector)
    defer { program.terminal?.hideTyping(false) }
    while !projector.isLeft {
      let isHidden = projector.session.hidesCounts
      program.terminal?.hideTyping(isHidden)
      let prompt = Prompt(
        .choice,
        full: "Enter goes on; help shows the words.",
        short: isHidden ? "Next (your typing is hidden):" : "Next:"
      )
      switch console.ask(prompt) {
      case .line(let line): obey(line.text, &projector)
      case .interrupted(let signal):
        close(projector)
        sayGoodbye(projector)
        return .signal(signal.number)
      case .woken: break
      case .endOfInput, .failed: _ = projector.leave()
      }
      if !console.isHeard { _ = projector.leave() }
    }
    close(projector)
    sayGoodbye(projector)
    return .done
  }

  private func show(_ projector: RoomProjector) {
    program.console.show(RoomScreen.blocks(projector.session.picture))
  }

  private func obey(_ line: String, _ projector: inout RoomProjector) {
    let console = program.console
    switch RoomTyped(line, in: projector.session) {
    case .commands(let keys):
      if projector.session.isOver, keys == [.next] {
        _ = projector.finish()
        return
      }
      var news: String?
      for key in keys {
        let moment = moment(of: projector)
        news = keep(projector.pass(typed: key), in: moment) ?? news
      }
      if let sentence = news ?? projector.session.notice { console.say(sentence) }
      let isCounting = keys.contains { if case .counted = $0 { true } else { false } }
      if isCounting, !projector.session.round.isShown {
        console.say("Counted. Nothing of it shows before show.")
      } else {
        show(projector)
      }
    case .help: console.show(RoomTyped.words.map { .item("\($0.word): \($0.does)") })
    case .again: show(projector)
    case .ledger: console.show(RoomScreen.blocks(.page(projector.session.ledgerPage)))
    case .timer(let seconds): wait(seconds)
    case .quit: _ = projector.leave()
    case .unknown(let sentence): console.say(sentence)
    }
    writeNotes(projector)
  }

  /// Says when the time is over; nothing else happens then.
  private func wait(_ seconds: Int?) {
    program.alarm.set(seconds.map { host.monotonic() + Int64($0) * 1_000 }, host.monotonic())
    program.console.say(seconds.map { "The timer runs: \($0) seconds." } ?? "The timer is away.")
  }
}
