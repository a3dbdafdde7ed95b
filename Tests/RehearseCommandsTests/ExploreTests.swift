import Platform
import RehearseCommands
import Terminal
import TestSupport
import Testing

@Suite struct ExploreTests {
  private static let enter = "\r"
  private static let (up, down, right, left) = ("\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D")

  /// A computer whose person sits at a terminal of this size.
  private func computer(rows: Int = 24, columns: Int = 80) -> Computer {
    let computer = Computer()
    let facts = StreamFacts(isTerminal: true, columns: columns, rows: rows)
    computer.memory.setEnvironment("TERM", "xterm")
    computer.memory.set(.input, facts)
    computer.memory.set(.output, facts)
    return computer
  }

  private func walk(
    _ keys: [String],
    _ options: [String] = [],
    on computer: Computer? = nil,
    log: TerminalLog = TerminalLog()
  ) -> Run {
    let chunks = keys.map { InputChunk.bytes(Array($0.utf8)) } + [.end]
    return (computer ?? self.computer())
      .run(["explore", Kitchen.path] + options, chunks: chunks, terminal: log.control)
  }

  // MARK: As text

  @Test func aPipeGetsTheSameAsText() throws {
    let run = Computer().run(["explore", Kitchen.path, "--depth", "2"])
    #expect(run.status == 0)
    try expectGolden(run.output, "explore-kitchen.txt")
  }

  @Test func theShortestWayIsToldWithWhatItChanges() {
    let run = Computer().run(["explore", Kitchen.path, "--to", "trust < 1 and not promised(home)"])
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: [
        "The shortest way takes 2 turns.", "1. door/date: ", "told Ray: dates", "2. table/push: ",
        "trust 2 → 0", "at window", "state: trust 0", "ledger: stop X1: table/push",
      ])
    )
    let ending = Computer().run(["explore", Kitchen.path, "--to", "the door"])
    #expect(ending.shows(inOrder: ["takes 3 turns", "at slammed", "ends: The door (broken)"]))
  }

  @Test func whereNothingLeadsIsOne() {
    let run = Computer().run(["explore", Kitchen.path, "--to", "repaired(home) and trust == 0"])
    #expect(run == Run(status: 1, output: "Nothing leads there.\n", errors: ""))
  }

  @Test func itBeginsWhereItIsAsked() {
    let given = ["--from", "table", "--with", "trust=1,promised.home", "--depth", "1"]
    let run = Computer().run(["explore", Kitchen.path] + given)
    #expect(
      run.shows(inOrder: [
        "at table", "state: trust 1", "ledger: promised Ray: home, plan-a", "1. mend: ",
        "|- push [stop] → window", "`- ",
      ]) || run.shows(inOrder: ["at table", "state: trust 1", "1. mend: "])
    )
    let path = Computer().run(["explore", Kitchen.path, "--path", "promise,mend", "--depth", "1"])
    #expect(path.shows(inOrder: ["at window", "ledger: promised Ray: home, plan-a, set right"]))
  }

  @Test(arguments: [
    (["--from", "tabel"], "Did you mean table?"),
    (["--with", "trst=1"], "there is no state \"trst\". Did you mean trust?"),
    (["--path", "promis"], "Did you mean promise?"),
    (["--to", "windw"], "Did you mean window?"),
    (["--to", "trust < "], "in \"trust < \""),
    (["--depth", "many"], "--depth is a whole number from 1 to 20"),
  ])
  func aWrongNameGetsTheNearestAndIsTwo(options: [String], says: String) {
    let run = Computer().run(["explore", Kitchen.path] + options)
    #expect(run.status == 2)
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  // MARK: On a screen

  @Test func theTerminalIsTakenAndGivenBackOnEveryWayOut() {
    for (last, status) in [
      (InputChunk.bytes(Array("q".utf8)), Int32(0)), (.bytes([3]), 0), (.end, 0),
      (.signal(.interrupt), 130), (.signal(.terminate), 143), (.signal(.hangup), 129),
    ] {
      let log = TerminalLog()
      let run = computer().run(
        ["explore", Kitchen.path],
        chunks: [.bytes(Array(Self.down.utf8)), last],
        terminal: log.control
      )
      #expect(run.status == status)
      #expect(log.all.filter { !$0.hasPrefix("guard") } == ["enter alternate", "leave"])
    }
  }

  @Test func arrowsOpenAndFoldAndTheStateStandsBeside() {
    let run = walk([Self.down, Self.right, "q"], on: computer(rows: 40, columns: 120))
    #expect(run.output.contains("The kitchen: what can happen"))
    #expect(run.output.contains("- promise "))
    #expect(run.output.contains("At table: trust 3"))
    #expect(run.output.contains("- promised Ray: home, plan-a"))
    let folded = walk([Self.left, "q"])
    #expect(folded.output.contains("+ door"))
  }

  @Test func aMomentAnEndingOrAConditionIsFound() {
    let run = walk(["/", "slammed", Self.enter, "q"])
    #expect(run.output.contains("Found. The shortest way takes 3 turns."))
    #expect(run.output.contains(". go "))
    let never = walk(["/", "trust > 4 and repaired(home)", Self.enter, "q"])
    #expect(never.output.contains("Nothing leads there."))
    let wrong = walk(["/", "slamed", Self.enter, "q"])
    #expect(wrong.output.contains("Did you mean slammed?"))
    let goal = walk(["q"], ["--to", "nod"])
    #expect(goal.output.contains("Found. The shortest way takes 3 turns."))
  }

  @Test(arguments: [(12, 40), (24, 80), (60, 200), (3, 10), (1, 1)])
  func everySizeIsPainted(rows: Int, columns: Int) {
    let keys = [
      Self.down, Self.right, Self.right, "\t", Self.down, "\t", "?", "x", "/", "nod", Self.enter,
      "q",
    ]
    let run = walk(keys, on: computer(rows: rows, columns: columns))
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test func plainAndDumbGetText() {
    for option in [["--plain"], ["--depth", "1"]] {
      let log = TerminalLog()
      let run = walk(["q"], option, log: log)
      #expect(run.output.hasPrefix("at door\n"))
      #expect(!log.all.contains { $0.hasPrefix("enter") })
    }
  }
}
