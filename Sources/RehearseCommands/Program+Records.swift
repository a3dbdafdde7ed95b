import JSONSyntax
import Platform
import Records
import ScenarioCompiler
import ScenarioEngine
import Terminal
import TerminalFront

extension Program {
  // MARK: resume

  func resume(_ arguments: Arguments) -> ExitStatus {
    if let attempt = arguments.operands.first { return resume(attempt) }
    do throws(JournalError) {
      guard let newest = try AttemptStore(host: host).newestInterrupted() else {
        console.complain("There is nothing to go on with. rehearse history lists your attempts.")
        return .noSuchFile
      }
      return resume(newest.attempt)
    } catch {
      console.complain(error.explanation)
      return .failed
    }
  }

  func resume(_ attempt: String) -> ExitStatus {
    let resumption: AttemptStore.Resumption
    do throws(JournalError) {
      resumption = try AttemptStore(host: host).resume(attempt)
    } catch {
      console.complain(error.explanation)
      if case .noSuchAttempt = error { return .noSuchFile }
      return .failed
    }
    let log = resumption.log
    for notice in log.notices { console.say(notice.explanation) }
    let practice: Practice
    do throws(Catalog.Failure) {
      practice = try self.practice(of: log)
    } catch {
      resumption.journal.close()
      console.complain("The script of this attempt, \(log.beginning.title), cannot be had now.")
      return explain(error)
    }
    return goOn(practice, log: log, journal: resumption.journal)
  }

  private func goOn(
    _ practice: Practice,
    log: AttemptLog,
    journal: AttemptJournal
  ) -> ExitStatus {
    let scenario = practice.playable.scenario
    var conversation = Conversation(scenario, seed: practice.seed, carried: practice.carried)
    var problem: ReplayError?
    for move in log.moves.map({ $0.move(in: scenario) }) {
      do throws(ReplayError) {
        try conversation.perform(move)
      } catch {
        problem = error
        break
      }
    }
    let hasChanged = scenario.notes.digest != log.beginning.digest
    if let problem {
      return offerShorter(problem, conversation, practice: practice, log: log, journal: journal)
    }
    if hasChanged {
      console.say(
        "The script of \(scenario.notes.title) has changed since. All you said still fits, so you "
          + "can go on; it may read differently."
      )
      _ = journal.append(.markedPractice)
    }
    var resumed = practice
    resumed.keepsWords = log.keepsTypedText ? true : nil
    resumed.isPractice = log.isPractice || hasChanged
    console.show([.title(scenario.notes.title)])
    return after(run(resumed.rehearsal(of: conversation), journal: journal, practice: resumed))
  }

  /// The file has changed so that not every move can be played: offers what is possible.
  private func offerShorter(
    _ problem: ReplayError,
    _ conversation: Conversation,
    practice: Practice,
    log: AttemptLog,
    journal: AttemptJournal
  ) -> ExitStatus {
    let total = log.moves.count
    console.show([
      .text(
        "The script of \(log.beginning.title) has changed since. Of your \(total) turns, the first "
          + "\(problem.playable) can still be played."
      ),
      .question("Go on from there as practice? Your attempt stays as it is."),
    ])
    while true {
      guard case .line(let line) = console.ask(.yesOrNo) else { break }
      switch line.text.lowercased() {
      case "yes", "y":
        journal.close()
        var next = practice
        next.branch = (log.attempt, conversation.moves)
        next.isPractice = true
        return practise(next)
      case "no", "n":
        journal.close()
        return .done
      default: console.say("Please type yes or no.")
      }
    }
    journal.close()
    return .done
  }

  private func after(_ continuation: Continuation) -> ExitStatus {
    switch continuation {
    case .over(let status): status
    case .goOn(let next): practise(next)
    }
  }

  /// What an attempt was playing, from the same file where it is still there.
  private func practice(of log: AttemptLog) throws(Catalog.Failure) -> Practice {
    let beginning = log.beginning
    var catalog = Catalog(host: host)
    catalog.facts = beginning.facts.map { ReplacedFact(key: $0.key, text: $0.value) }
    var practice: Practice?
    if let talk = beginning.talk, case .wholeCase(let found) = try catalog.find(talk.id),
      found.talks.indices.contains(talk.index)
    {
      practice = Practice(
        playable: found.talks[talk.index],
        mode: .rehearse,
        seed: beginning.seed,
        carried: Carried(json: talk.carried),
        talk: (found, talk.index)
      )
    } else {
      let word: String
      switch beginning.source {
      case .file(let path) where host.files.kind(path) == .regular: word = path
      default: word = beginning.scenario
      }
      if case .scenario(let playable) = try catalog.find(word) {
        practice = Practice(playable: playable, mode: .rehearse, seed: beginning.seed)
      }
    }
    guard let practice else { throw .notFound(beginning.scenario, nearest: nil) }
    return Practice(
      playable: practice.playable,
      mode: Mode(rawValue: beginning.mode.rawValue) ?? .rehearse,
      seed: beginning.seed,
      carried: practice.carried,
      facts: catalog.facts,
      talk: practice.talk,
      isPractice: log.isPractice
    )
  }

  // MARK: history

  func history(_ arguments: Arguments) -> ExitStatus {
    let listing: AttemptStore.Listing
    do throws(JournalError) {
      listing = try AttemptStore(host: host).list()
    } catch {
      console.complain(error.explanation)
      return .failed
    }
    if arguments.has("--json") {
      printJSON(.array(listing.attempts.map(\.json)))
      return .done
    }
    if listing.attempts.isEmpty { console.say("There are no attempts on this computer.") }
    for attempt in listing.attempts {
      console.show([.item(line(for: attempt))])
    }
    for name in listing.unreadable {
      console.say("\(name) cannot be read and is left alone.")
    }
    return .done
  }

  private func line(for attempt: AttemptSummary) -> String {
    let time = host.localTime(attempt.began)
    let turns = attempt.moves == 1 ? "1 turn" : "\(attempt.moves) turns"
    var parts = [
      "\(attempt.attempt): \(attempt.beginning.title)",
      time.text,
      attempt.beginning.mode.rawValue,
      turns,
      attempt.ending.map { "ended at \"\($0.title)\", \($0.verdict)" } ?? "not finished",
    ]
    if attempt.isPractice { parts.append("practice") }
    if attempt.isDamaged { parts.append("damaged in part") }
    if let plan = attempt.plan?.text { parts.append("your plan: \(plan)") }
    return parts.joined(separator: ", ") + "."
  }

  // MARK: forget

  func forget(_ arguments: Arguments) -> ExitStatus {
    let store = AttemptStore(host: host)
    guard arguments.has("--all") else {
      guard !arguments.operands.isEmpty else {
        console.complain(
          "rehearse: forget needs the name of an attempt, or --all.\nrehearse history lists them."
        )
        return .usage
      }
      return forget(arguments.operands, in: store)
    }
    let question = "Delete every attempt and the counts of every class on this computer for good?"
    if !arguments.has("--yes"), !confirms(question) {
      console.say("Nothing was deleted.")
      return .failed
    }
    do throws(JournalError) {
      let attempts = try store.forgetAll()
      let classes = try ClassStore(host: host).forgetAll()
      console.say("Deleted \(kept(attempts.forgotten, classes.forgotten)).")
      let refused = attempts.refused + classes.refused
      for refusal in refused { console.complain(refusal.explanation) }
      return refused.isEmpty ? .done : .failed
    } catch {
      console.complain(error.explanation)
      return .failed
    }
  }

  private func forget(_ names: [String], in store: AttemptStore) -> ExitStatus {
    var status = ExitStatus.done
    for name in names {
      do throws(JournalError) {
        try forget(name, in: store)
        console.say("Deleted \(name).")
      } catch {
        console.complain(error.explanation)
        if case .noSuchAttempt = error { status = .noSuchFile } else { status = .failed }
      }
    }
    sayWhatStays(store)
    return status
  }

  /// Forgets an attempt, or else the class of that name.
  private func forget(_ name: String, in store: AttemptStore) throws(JournalError) {
    do throws(JournalError) {
      try store.forget(name)
    } catch {
      guard case .noSuchAttempt = error else { throw error }
      try ClassStore(host: host).forget(name)
    }
  }

  private func sayWhatStays(_ store: AttemptStore) {
    guard let attempts = try? store.list(), let classes = try? ClassStore(host: host).list() else {
      return
    }
    let attemptCount = attempts.attempts.count + attempts.unreadable.count
    let classCount = classes.classes.count + classes.unreadable.count
    guard attemptCount + classCount > 0 else { return }
    console.say(
      "Still kept: \(kept(attemptCount, classCount)). To delete all: rehearse forget --all"
    )
  }

  /// "2 attempts and 1 class".
  private func kept(_ attempts: Int, _ classes: Int) -> String {
    let parts = [(attempts, "attempt", "attempts"), (classes, "class", "classes")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return parts.isEmpty ? "nothing" : parts.joined(separator: " and ")
  }

  private func confirms(_ question: String) -> Bool {
    console.show([.question(question)])
    guard case .line(let line) = console.ask(.yesOrNo) else { return false }
    return ["yes", "y"].contains(line.text.lowercased())
  }

  /// Writes JSON for other programs.
  func printJSON(_ value: JSONValue) { printJSON(text: JSONWriter.pretty(value)) }

  /// Writes JSON; what the sink would change to make it visible is escaped first, so that a program
  /// reads exactly what was meant.
  func printJSON(text: String) {
    for line in text.split(separator: "\n") {
      let isHarmless = Neutralizer.visible(String(line)).utf8.elementsEqual(line.utf8)
      console.output.line(StyledText(isHarmless ? String(line) : line.inASCII))
    }
  }
}

extension Substring {
  /// A line of JSON with everything beyond ASCII, which stands in texts only, as `\u` escapes.
  fileprivate var inASCII: String {
    utf16.map { unit in
      guard unit >= 0x7F else { return String(UnicodeScalar(UInt8(unit))) }
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    .joined()
  }
}

extension AttemptSummary {
  fileprivate var json: JSONValue {
    .object([
      JSONValue.Member("attempt", .string(attempt)),
      JSONValue.Member("scenario", .string(beginning.scenario)),
      JSONValue.Member("title", .string(beginning.title)),
      JSONValue.Member("began", .integer(Int(began))),
      JSONValue.Member("mode", .string(beginning.mode.rawValue)),
      JSONValue.Member("seed", .string(String(beginning.seed))),
      JSONValue.Member("turns", .integer(moves)),
      JSONValue.Member("practice", .boolean(isPractice)),
      JSONValue.Member("finished", .boolean(isFinished)),
      JSONValue.Member("ending", ending.map { .string($0.title) } ?? .null),
      JSONValue.Member("verdict", ending.map { .string($0.verdict) } ?? .null),
      JSONValue.Member("levels", ending?.levels ?? .null),
    ])
  }
}

extension LocalTime {
  /// "2026-11-21 15:06".
  fileprivate var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day)) \(two(hour)):\(two(minute))"
  }
}
