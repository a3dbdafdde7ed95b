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
      name: "the end of input",
      lines: ["2"],
      keys: [end, "2", end, "\u{4}"]
    ),
  ]
}

@Suite struct ScreenSessionTests {
  private func play(_ session: Session, onScreen: Bool, full: Bool = false) -> (Computer, Run) {
    let computer = Computer()
    let facts = StreamFacts(isTerminal: true, columns: 80, rows: 24)
    computer.memory.setEnvironment("TERM", "xterm")
    computer.memory.set(.input, facts)
    computer.memory.set(.output, facts)
    let words = ["play", Kitchen.path, "--seed", "3"] + session.options + (full ? ["--full"] : [])
    guard onScreen else { return (computer, computer.run(words, typing: session.lines)) }
    let chunks = session.keys.map { InputChunk.bytes(Array($0.utf8)) } + [.end]
    let run = computer.run(words, chunks: chunks, terminal: TerminalLog().control)
    return (computer, run)
  }

  /// A journal without what differs between any two attempts.
  private func records(_ computer: Computer) -> [String] {
    computer.journals.flatMap { computer.journal($0).split(separator: "\n").map(String.init) }
  }

  @Test(arguments: Session.all)
  fileprivate func bothRenderersComeToTheSame(_ session: Session) {
    let (lines, lineRun) = play(session, onScreen: false)
    for full in [false, true] {
      let (screen, screenRun) = play(session, onScreen: true, full: full)
      #expect(screen.chosen == lines.chosen)
      #expect(records(screen) == records(lines))
      #expect(screenRun.status == lineRun.status)
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
