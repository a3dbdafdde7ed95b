import Platform
import RehearseCommands
import Synchronization
import Terminal
import Testing

/// What was done to the terminal, in order.
final class TerminalLog: Sendable {
  private let calls = Mutex<[String]>([])

  var all: [String] { calls.withLock { $0 } }

  var control: TerminalControl {
    let note = { @Sendable (call: String) in self.calls.withLock { $0.append(call) } }
    return TerminalControl(
      enter: {
        note($0 ? "enter alternate" : "enter")
        return true
      },
      leave: { note("leave") },
      hideTyping: { note($0 ? "hide typing" : "show typing") },
      markPastes: { _ in },
      standAbove: { _ in },
      guardAgainstCrashes: { note("guard: \($0)") },
      edit: { _, _ in false }
    )
  }
}

/// The same things done in both renderers.
private struct Session: CustomTestStringConvertible {
  let name: String
  /// Lines, as they are typed into the line renderer.
  let lines: [String]
  /// Keys, one read each, that do the same on the screen.
  let keys: [String]
  var options: [String] = []
  /// Whether typed words are judged by the rubric that ships.
  var isJudged = false
  /// What is done after it was left, with `rehearse resume`.
  var resumed: (lines: [String], keys: [String])?

  var testDescription: String { name }

  static let enter = "\r"
  static let down = "\u{1B}[B"
  static let up = "\u{1B}[A"
  /// Past everything that is to be read.
  static let end = "\u{1B}[F"

  static let all: [Session] = [
    Session(
      name: "by number, to the end",
      lines: Kitchen.repaired + [
        "one thing", "3", "", "2", "", "When I call, I name one date", "yes",
      ],
      keys: Kitchen.repaired.flatMap { [end, $0] }
        + [end, "one thing", enter, "3", enter, enter, "2", enter, end, enter, end]
        + ["When I call, I name one date", enter, "yes", enter]
    ),
    Session(
      name: "arrows, help and back",
      lines: ["?", "2", "back"] + Kitchen.repaired + Kitchen.enters,
      keys: [end, "?", end, down, down, enter, end, "<", enter, end, up, up, up, enter, end, "a"]
        + [enter, end, "1", end, "2", end, enter, enter, enter, enter, end, enter, end, enter]
    ),
    Session(
      name: "words of one's own, asked back and contested, then another way on",
      lines: ["I promise you he will be home by May.", "no", "no", "2", "quit"],
      keys: [end, "I promise you he will be home by May.", enter, "no", enter, "no", enter, "2"]
        + [end, "quit", enter]
    ),
    Session(
      name: "learn, a wrong number, and leaving",
      lines: ["7", "1", "quit"],
      keys: [end, "7", enter, "1", end, "quit", enter],
      options: ["--mode", "learn"]
    ),
    Session(
      name: "a stop that is meant, a hint, a way back, and another way on",
      lines: [
        "If you push, the visits stop.", "yes", "yes", "3", "hint", "<", "where",
        "The judge looks on May 2. Nobody knows yet how it ends.", "", "quit",
      ],
      keys: [end, "If you push, the visits stop.", enter, "yes", enter, end, "yes", enter, end]
        + ["3", end, "hint", enter, "<", enter, end, "where", enter, end]
        + ["The judge looks on May 2. Nobody knows yet how it ends.", enter, end, enter, end]
        + ["quit", enter],
      isJudged: true
    ),
    Session(
      name: "another try from the debrief, to its end",
      lines: Kitchen.repaired + ["", "", "", "", "2"] + ["2", "3"] + Kitchen.enters,
      keys: Kitchen.repaired.flatMap { [end, $0] }
        + [end, enter, enter, enter, enter, end, "2", enter, end, "2", end, "3", end]
        + [enter, enter, enter, enter, end, enter, end, enter]
    ),
    Session(
      name: "left in the middle, taken up and played to the end",
      lines: ["1", "quit"],
      keys: [end, "1", end, "quit", enter],
      resumed: (
        lines: ["1", "3", "It was hard."] + Kitchen.enters,
        keys: [
          end, "1", end, "3", end, "It was hard.", enter, enter, enter, enter, end, enter, end,
        ]
          + [enter]
      )
    ),
    Session(
      name: "the end of input",
      lines: ["2"],
      keys: [end, "2", end, "\u{4}"]
    ),
  ]
}

@Suite struct ScreenSessionTests {
  private func play(_ session: Session, onScreen: Bool, full: Bool = false) -> (Computer, Run) {
    let computer = Computer(wholeRubric: session.isJudged)
    let facts = StreamFacts(isTerminal: true, columns: 80, rows: 24)
    computer.memory.setEnvironment("TERM", "xterm")
    computer.memory.set(.input, facts)
    computer.memory.set(.output, facts)
    let flags = full ? ["--full"] : []
    func run(_ words: [String], _ lines: [String], _ keys: [String]) -> Run {
      guard onScreen else { return computer.run(words, typing: lines) }
      let chunks = keys.map { InputChunk.bytes(Array($0.utf8)) } + [.end]
      return computer.run(words + flags, chunks: chunks, terminal: TerminalLog().control)
    }
    let words = ["play", Kitchen.path, "--seed", "3"] + session.options
    let first = run(words, session.lines, session.keys)
    guard let (lines, keys) = session.resumed else { return (computer, first) }
    return (computer, run(["resume"], lines, keys))
  }

  /// A journal without what differs between any two attempts.
  private func records(_ computer: Computer) -> [String] {
    computer.journals.flatMap { computer.journal($0).split(separator: "\n").map(String.init) }
  }

  /// What a debrief came to: the words of its ledger and its verdict, wherever the lines end.
  private func result(_ run: Run) -> [String] {
    let words =
      ["Not yet: something", "Repaired: something", "Sound: nothing"]
      + ["Contradicted:", "Left out: ", "Promised: ", "Told: ", "Stop: "]
    return words.filter { run.output.contains($0) }
  }

  @Test(arguments: Session.all)
  fileprivate func bothRenderersComeToTheSame(_ session: Session) {
    let (lines, lineRun) = play(session, onScreen: false)
    for full in [false, true] {
      let (screen, screenRun) = play(session, onScreen: true, full: full)
      #expect(screen.chosen == lines.chosen)
      #expect(records(screen) == records(lines))
      #expect(screenRun.status == lineRun.status)
      #expect(result(screenRun) == result(lineRun))
    }
    #expect(!records(lines).isEmpty)
  }

  @Test func theTerminalIsTakenOnceAndGivenBack() {
    let computer = Computer()
    let facts = StreamFacts(isTerminal: true, columns: 80, rows: 24)
    computer.memory.setEnvironment("TERM", "xterm")
    computer.memory.set(.input, facts)
    computer.memory.set(.output, facts)
    let log = TerminalLog()
    let run = computer.run(
      ["play", Kitchen.path, "--full"],
      chunks: [.bytes(Array("\u{1B}[F".utf8)), .signal(.interrupt)],
      terminal: log.control
    )
    #expect(run.status == 130)
    #expect(log.all.filter { !$0.hasPrefix("guard") } == ["enter alternate", "leave"])
    #expect(log.all.contains { $0.contains("rehearse resume \(computer.attempt)") })
    // The transcript, and how to go on, stay on the usual screen.
    let left = run.output.split(separator: "\r\n").suffix(2)
    #expect(left.first?.contains("rehearse resume \(computer.attempt)") == true)
    #expect(left.last?.contains("\u{1B}[1") == false)
  }

  @Test func theMenuIsGuardedAgainstCrashesToo() {
    let computer = Computer()
    let facts = StreamFacts(isTerminal: true, columns: 80, rows: 24)
    computer.memory.setEnvironment("TERM", "xterm")
    computer.memory.set(.input, facts)
    computer.memory.set(.output, facts)
    let log = TerminalLog()
    _ = computer.run([], chunks: [.end], terminal: log.control)
    #expect(log.all.first?.hasPrefix("guard: ") == true, "before anything is taken")
  }

  @Test(arguments: [
    ("TERM", "dumb"), ("ACCESSIBLE", "1"), ("REHEARSE_ACCESSIBLE", "1"),
  ])
  func plainIsNeverPainted(_ variable: String, _ value: String) {
    let computer = Computer()
    let facts = StreamFacts(isTerminal: true, columns: 80, rows: 24)
    computer.memory.setEnvironment("TERM", "xterm")
    computer.memory.setEnvironment(variable, value)
    computer.memory.set(.input, facts)
    computer.memory.set(.output, facts)
    let log = TerminalLog()
    let run = computer.run(
      ["play", Kitchen.path],
      chunks: [.bytes(Array("1\n".utf8)), .end],
      terminal: log.control
    )
    #expect(!log.all.contains("enter"))
    #expect(run.output.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }

  @Test func anEnterOutOfHabitAfterANumberAnswersNothing() {
    let habit = Session(
      name: "",
      lines: [],
      keys: [Session.end, "1", "\r", Session.end, "1", "\r", "q"]
    )
    let (computer, run) = play(habit, onScreen: true)
    #expect(computer.chosen.count == 2)
    #expect(!run.output.contains("Please type"))
  }
}
