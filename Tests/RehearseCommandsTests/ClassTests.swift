import Platform
import Terminal
import Testing

@testable import RehearseCommands

/// `rehearse class`, `notes` and `sheet`, by lines.
@Suite struct ClassTests {
  let computer = Computer()

  private func lead(_ typed: [String], _ options: [String] = []) -> Run {
    computer.run(["class", Kitchen.path] + options, typing: typed)
  }

  private var classes: [String] {
    computer.memory.paths.filter { $0.hasSuffix(".class") }
  }

  private static let first = [
    "people 20", "goto vote-one", "vote 8 9 3", "goto vote-two", "vote 15 3 2", "show", "why",
    "reveal", "go", "a",
  ]

  @Test func aClassIsLedByWordsFromFrameToClose() {
    // Where a road is chosen, A; anywhere else Enter is enough.
    let run = lead(Array(repeating: ["", "a"], count: 120).flatMap(\.self))
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: [
        "Test card", "Before we begin", "No real family is named here.", "Scene", "Think", "Vote 1",
        "Hold it", "Talk", "Vote 2", "How we voted", "Why?", "What it does", "Our own words",
        "Which road?", "In threes", "Looking back", "Close", "Say your own name", "Thank you.",
      ])
    )
  }

  @Test func countsShowOnlyWhenTheyAreShown() {
    let run = lead(Self.first)
    let shown = run.output.firstRange(of: "How we voted")
    let before = shown.map { String(run.output[..<$0.lowerBound]) } ?? ""
    #expect(before.contains("Counted. Nothing of it shows before show."))
    #expect(!before.contains("8 before") && !before.contains("15 after"))
    #expect(run.output.contains("A: 8 before, 15 after."))
    #expect(run.output.contains("20 voted. At least 7 changed."))
  }

  @Test func theSameCommandTakesUpWhereItWas() {
    _ = lead(Self.first)
    #expect(classes.count == 1)
    let again = lead([])
    #expect(classes.count == 1)
    #expect(again.output.contains("Taken up where it was."))
    #expect(again.output.contains("He leans in. What do you say?"))
    let new = lead([], ["--new"])
    #expect(classes.count == 2)
    #expect(new.output.contains("Can the last row read this?"))
  }

  @Test func nextDayIsAnotherClass() {
    _ = lead(Self.first)
    computer.memory.advance(by: 13 * 60 * 60 * 1000)
    #expect(!lead([]).output.contains("Taken up"))
  }

  @Test func theSummaryTellsWhatMovedAndNamesNobody() {
    _ = lead(Self.first + ["goto vote-one", "vote 4 4", "quit"])
    let run = computer.run(["class", "--summary", "kitchen"])
    #expect(run.status == 0)
    #expect(run.shows(inOrder: ["The kitchen", "Stop 1. ", "8 before, 15 after: ", "At least 7"]))
    #expect(run.output.contains("4 before"))
    #expect(run.output.contains("No turn was said aloud in threes."))
    let none = Computer().run(["class", "--summary"])
    #expect(none.status == 66)
  }

  @Test func whatIsTypedWhileCountsAreHiddenIsNotShown() {
    let log = TerminalLog()
    let facts = StreamFacts(isTerminal: true, columns: 80, rows: 24)
    computer.memory.set(.input, facts)
    computer.memory.set(.output, facts)
    let typed = ["goto vote-one", "371 nein 482", "371 482 593", "614", "show", "quit"]
    let run = computer.run(
      ["class", Kitchen.path, "--plain"],
      chunks: typed.map { .bytes(Array("\($0)\n".utf8)) } + [.end],
      terminal: log.control
    )
    let calls = log.all.filter { $0.hasSuffix("typing") }
    #expect(
      calls == ["show typing"] + Array(repeating: "hide typing", count: 4) + [
        "show typing", "show typing",
      ]
    )
    let shown = run.output.firstRange(of: "How we voted")
    let before = shown.map { String(run.output[..<$0.lowerBound]) } ?? ""
    #expect(!before.isEmpty)
    for secret in ["371", "nein", "482", "614"] {
      #expect(!before.contains(secret), "\(secret)")
    }
  }

  @Test func aDamagedRecordIsNamedAndTheClassGoesOn() throws {
    _ = lead(Self.first)
    let path = try #require(classes.first)
    var bytes = try #require(computer.memory.bytes(path))
    let ends = bytes.indices.filter { bytes[$0] == 10 }
    bytes[ends[2] + 12] ^= 1
    computer.memory.put(path, bytes)
    let again = lead([])
    #expect(again.output.contains("damaged from line 4 on"))
    #expect(again.output.contains("\(path).torn"))
    #expect(again.output.contains("Vote 1"), "what came before the damage is there")
    #expect(computer.memory.bytes("\(path).torn")?.isEmpty == false)
    computer.memory.put(path, Array("nothing of a class\n".utf8))
    let lost = lead([])
    #expect(lost.output.contains("cannot be read and is left alone: \(path)"))
    #expect(lost.output.contains("Test card"))
  }

  @Test func forgettingAllForgetsTheCountsOfClassesToo() throws {
    _ = lead(Self.first)
    _ = computer.play(["1"])
    let name = try #require(classes.first?.split(separator: "/").last).dropLast(6)
    let one = computer.run(["forget", computer.attempt])
    #expect(one.output.contains("Still kept: 1 class."))
    _ = computer.play(["1"])
    computer.memory.put("\(classes[0]).torn", Array("x".utf8))
    let all = computer.run(["forget", "--all"], typing: ["yes"])
    #expect(all.shows(inOrder: ["the counts of every class", "Deleted 1 attempt and 1 class."]))
    #expect(!computer.memory.paths.contains { $0.contains("/classes/") })
    _ = lead(Self.first + ["quit"], ["--new"])
    let other = try #require(classes.first?.split(separator: "/").last).dropLast(6)
    #expect(name != other)
    #expect(computer.run(["forget", String(other)]).output == "Deleted \(other).\n")
  }

  @Test func theRoomsLineIsNotOnTheDisk() throws {
    _ = lead(["goto own", "goto try-again", "ours Sesame street nine.", "quit"])
    let path = try #require(classes.first)
    #expect(computer.journal(path).contains("\"kind\":\"offered\""))
    #expect(!computer.journal(path).contains("Sesame"))
  }

  @Test func notesGoToAFileAndNeverToATerminal() {
    computer.memory.put("/dev/pts/7", .device)
    let refused = lead([], ["--notes", "/dev/pts/7"])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("notes must never show"))
    let run = lead(Self.first.dropLast(5) + ["quit"], ["--notes", "/home/person/notes.txt"])
    #expect(run.status == 0)
    #expect(!run.output.contains("COUNTS"))
    #expect(computer.journal("/home/person/notes.txt") == "The class is over.\n")
    #expect(computer.memory.bytes("/home/person/notes.txt.keys") == nil)
  }

  @Test func theNotesAreThereWhileTheClassIs() {
    computer.memory.put("/home/person/notes.txt", Array("x".utf8))
    var seen = ""
    var lines = Self.first.dropLast(5).map { Array("\($0)\n".utf8) }
    var host = computer.host
    host.arguments = ["rehearse", "class", Kitchen.path, "--notes", "/home/person/notes.txt"]
    let input = InputSource { _ in
      if !lines.isEmpty { return .bytes(lines.removeFirst()) }
      seen = String(decoding: computer.memory.bytes("/home/person/notes.txt") ?? [], as: UTF8.self)
      return .end
    }
    _ = Program.run(host: host, input: input)
    for words in ["THE ROOM SEES", "8 before, 15 after", "Nobody can promise", "At least 7"] {
      #expect(seen.contains(words), "\(words)")
    }
  }

  @Test func theNotesAreFollowedUntilTheClassIsOver() {
    computer.memory.put("/home/person/n.txt", Array("THE ROOM SEES\n".utf8))
    let run = computer.run(["notes", "/home/person/n.txt"], chunks: [.timedOut, .end])
    #expect(run.output.contains("THE ROOM SEES"))
    #expect(computer.run(["notes", "/home/person/none.txt"]).status == 66)
  }

  @Test func keysGoByTheFileBesideTheNotes() throws {
    let channel = try RoomChannel("/home/person/n.txt", host: computer.host)
    let keys: [Key] = [.scalar("v"), .scalar("8"), .tab, .scalar(" "), .pageDown, .scalar("é")]
    for key in keys { try RoomChannel.send(key, to: "/home/person/n.txt", computer.host) }
    #expect(channel.keys() == keys)
    #expect(channel.keys().isEmpty)
    channel.close()
    #expect(throws: HostError.self) {
      try RoomChannel.send(.tab, to: "/home/person/n.txt", computer.host)
    }
  }

  @Test func theSheetIsInWholePages() {
    let run = computer.run(["sheet", Kitchen.path])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count % 58 == 0)
    #expect(run.output.contains("Nobody can promise it."))
  }

  @Test func theTimerSpeaksAndTheClassStaysWhereItIs() {
    var chunks: [InputChunk] = [
      .bytes(Array("goto think\n".utf8)), .bytes(Array("timer 2\n".utf8)),
    ]
    chunks += [.timedOut, .timedOut, .timedOut, .bytes(Array("repeat\n".utf8)), .end]
    let run = computer.run(["class", Kitchen.path], chunks: chunks)
    #expect(run.shows(inOrder: ["120 seconds", "One minute.", "Half a minute.", "Time.", "Think"]))
  }

  @Test(arguments: [
    ["class"], ["class", "kitchen.json", "--band", "70-30"], ["class", "k.json", "--seed", "x"],
    ["class", "k.json", "--ground", "green"], ["notes"], ["sheet"],
  ])
  func whatCannotBeUnderstoodIsExplained(words: [String]) {
    let run = computer.run(words)
    #expect(run.status == 2)
    #expect(run.errors.contains("rehearse"))
  }
}
