import Platform
import Synchronization
import Terminal
import TestSupport
import Testing

@testable import RehearseCommands

/// `rehearse preview`: a play that follows the file while somebody writes it.
@Suite struct PreviewTests {
  /// What happens, in order, while the preview waits.
  enum Deed {
    /// A line is typed.
    case type(String)
    /// Keys are pressed.
    case press(String)
    /// The file comes to hold this.
    case save(String)
    /// Something else is done to it.
    case disturb(@Sendable (MemoryHost) -> Void)
    /// Time passes.
    case wait
  }

  private let computer = Computer()

  private func preview(
    _ deeds: [Deed],
    _ options: [String] = [],
    path: String = Kitchen.path,
    terminal: TerminalControl? = nil
  ) -> Run {
    var rest = deeds[...]
    var isBeingWritten = false
    let input = InputSource { _ in
      if isBeingWritten {
        isBeingWritten = false
        return .timedOut
      }
      switch rest.popFirst() {
      case .type(let line): return .bytes(Array("\(line)\n".utf8))
      case .press(let keys): return .bytes(Array(keys.utf8))
      case .save(let text): computer.put(path, text)
      case .disturb(let act): act(computer.memory)
      case .wait: break
      case nil: return .end
      }
      isBeingWritten = true
      return .timedOut
    }
    var machine = computer.host
    machine.arguments = ["rehearse", "preview", path] + options
    let status = Program.run(host: machine, input: input, terminal: terminal)
    return Run(
      status: status,
      output: computer.memory.written(to: .output),
      errors: computer.memory.written(to: .error)
    )
  }

  private static let table = Kitchen.text.replacing("You said May.", with: "May, you said. May.")

  @Test func onSaveItGoesOnFromTheSamePlaceWithTheNewWords() {
    let run = preview([.type("1"), .save(Self.table), .type("1"), .type("quit")])
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: [
        "Ray (tired): So when is Sam home?", "Ray: You said May.", "What do you say?",
        "was saved, and the new words are in.", "Where you were:", "Ray: May, you said. May.",
        "He leans in. What do you say?", "You: I said he will be home by May. I was wrong to.",
        "Rain at the window.", "A preview is not kept.",
      ])
    )
  }

  @Test func whatIsSavedAndDoesNotShowHereIsSaidInALine() {
    let elsewhere = Kitchen.text.replacing("Rain at the window.", with: "Snow at the window.")
    let run = preview([.save(elsewhere), .type("quit")])
    #expect(run.output.split(separator: "So when is Sam home?").count == 2)
    #expect(run.output.contains("was saved"))
  }

  @Test func nothingIsRecorded() {
    _ = preview([.type("1"), .save(Self.table), .type("1"), .type("3"), .type("quit")])
    #expect(computer.journals.isEmpty)
    #expect(computer.memory.paths.filter { $0.hasPrefix("/home") } == [Kitchen.path])
  }

  @Test func theSameWordsSavedAgainSayNothing() {
    let run = preview([.save(Kitchen.text), .wait, .wait, .type("quit")])
    #expect(!run.output.contains("was saved"))
  }

  // MARK: A file that cannot be played

  private struct Damage: CustomTestStringConvertible {
    let testDescription: String
    let says: [String]
    let act: @Sendable (MemoryHost) -> Void

    init(_ name: String, says: String..., act: @escaping @Sendable (MemoryHost) -> Void) {
      testDescription = name
      self.says = says
      self.act = act
    }

    init(_ name: String, _ text: String, says: String...) {
      testDescription = name
      self.says = says
      act = { $0.put(Kitchen.path, Array(text.utf8)) }
    }
  }

  private static let damages: [Damage] = [
    Damage("nothing in it", "", says: "has 1 error", "there is nothing in this file"),
    Damage("only a space", " ", says: "has 1 error"),
    Damage("half of it", String(Kitchen.text.prefix(900)), says: "has ", "error"),
    Damage(
      "something behind it",
      Kitchen.text + "}",
      says: "Line 141, column 2",
      "this bracket closes nothing"
    ),
    Damage(
      "a lost quotation mark",
      Kitchen.text.replacing("\"door\",", with: "door\","),
      says: "error"
    ),
    Damage(
      "a moment gone that is led to",
      Kitchen.text.replacing("\"window\": {", with: "\"door-2\": {"),
      says: "there is no moment \"window\""
    ),
    Damage("a case", "{ \"format\": \"rehearse-case/1\" }", says: "is a case"),
    Damage("a newer format", "{ \"format\": \"rehearse-scenario/9\" }", says: "error"),
    Damage("bad UTF-8", says: "error") { $0.put(Kitchen.path, Array(Kitchen.text.utf8) + [0xFF]) },
    Damage("not text at all", says: "error") { $0.put(Kitchen.path, [0x50, 0x4B, 0, 1, 2, 255]) },
    Damage("deleted", says: "is not there any more") { memory in
      try? memory.host.files.remove(Kitchen.path)
    },
    Damage("a folder in its place", says: "it is a folder") { $0.put(Kitchen.path, .directory) },
    Damage("not to be read", says: "you are not allowed to") { memory in
      memory.put(Kitchen.path, Array("x".utf8))
      memory.fail(MemoryHost.Fault(.read, errno: 13, suffix: "kitchen.json"))
    },
  ]

  @Test(arguments: damages)
  private func whateverIsDoneToTheFileTheLastWholeVersionGoesOn(_ damage: Damage) {
    let run = preview(
      [
        .type("1"), .disturb(damage.act), .type("1"),
        .disturb { memory in
          memory.mend()
          memory.put(Kitchen.path, Array(Kitchen.text.replacing("Rain at", with: "Hail at").utf8))
        },
        .type("quit"),
      ]
    )
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.shows(inOrder: [
        "You said May.", "The last whole version goes on.",
        "You: I said he will be home by May. I was wrong to.", "Rain at the window.",
        "was saved, and the new words are in.", "Hail at the window.",
      ])
    )
    for words in damage.says { #expect(run.output.contains(words), "\(run.output)") }
  }

  @Test func manyFindingsAreCutAndCounted() {
    let broken = Kitchen.text.replacing("\"why\"", with: "\"wy\"")
    let run = preview([.save(broken), .type("quit")])
    #expect(run.output.contains("has 9 errors"))
    #expect(run.output.contains("did you mean \"why\"?"))
    #expect(run.output.contains("rehearse check \(Kitchen.path) shows 4 more."))
  }

  @Test func aFileThatIsBrokenFromTheStartIsWaitedFor() {
    computer.put(Kitchen.path, "{")
    let run = preview([.type("1"), .save(Kitchen.text), .type("1"), .type("quit")])
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: [
        "has 1 error.", "the play begins by itself", "The kitchen", "So when is Sam home?",
        "You said May.",
      ])
    )
  }

  @Test func aFileThatIsBrokenToTheEndIsSixtyFive() {
    computer.put(Kitchen.path, "{")
    #expect(preview([.wait, .save("["), .type("quit")]).status == 65)
  }

  // MARK: Moves that no longer exist

  @Test func whereAMoveIsGoneItGoesBackToTheLastPlaceAndSaysSoInOneLine() {
    let renamed = Kitchen.text.replacing("\"id\": \"both\"", with: "\"id\": \"two\"")
    let run = preview([
      .type("2"), .type("2"), .type("1"), .save(renamed), .save(Kitchen.text), .type("quit"),
    ])
    #expect(
      run.shows(inOrder: [
        "My sister, maybe.", "was saved",
        "table has no reply both any more, so you are back at table.",
        "He leans in. What do you say?",
        // And when it is there again, so are you.
        "was saved", "My sister, maybe.", "Rain at the window.",
      ])
    )
  }

  @Test func aMomentOnWhichOneStandsMayGo() {
    let without = Kitchen.text.replacing("\"next\": \"window\"", with: "\"next\": \"nod\"")
    let gone = without.replacing("\"window\": {", with: "\"porch\": {")
    let run = preview([.type("2"), .type("2"), .save(gone), .type("quit")])
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: ["Rain at the window.", "was saved", "At the door", "Looking back"])
    )
  }

  @Test func lookingBackGoesOnWhereItWas() {
    let why = Kitchen.text.replacing("A day, kept.", with: "A day, and it was kept.")
    let run = preview(
      [.type("2"), .type("2"), .type("3")] + ["", "", "", ""].map(Deed.type)
        + [.save(why), .type(""), .type(""), .type("quit")]
    )
    #expect(run.status == 0)
    #expect(run.output.contains("A day, and it was kept."))
    #expect(run.output.split(separator: "Looking back").count == 2)
    #expect(run.shows(inOrder: ["One thing to take with you", "That was the end.", "not kept"]))
  }

  @Test func afterTheEndEnterPlaysTheNewWordsFromTheBeginning() {
    let again = Kitchen.text.replacing("So when is {sam} home?", with: "When is {sam} home?")
    let run = preview(
      [.type("2"), .type("2"), .type("3")] + Kitchen.enters.map(Deed.type)
        + [.save(again), .type(""), .type("quit")]
    )
    #expect(
      run.shows(inOrder: ["That was the end.", "was saved", "Ray (tired): When is Sam home?"])
    )
  }

  // MARK: On a screen

  @Test(arguments: [[], ["--full"]])
  func whatIsHalfTypedStays(options: [String]) {
    let facts = StreamFacts(isTerminal: true, columns: 80, rows: 24)
    computer.memory.setEnvironment("TERM", "xterm")
    computer.memory.set(.input, facts)
    computer.memory.set(.output, facts)
    let asked = Kitchen.text.replacing("He wants a date.", with: "He wants a day.")
    let run = preview(
      [
        .press("\u{1B}[F"), .press("The judge lo"), .save(asked), .press("\u{1B}[F"),
        .save("{"), .save(asked + " "), .press("\u{1B}[F"), .press("oks on May 2."), .press("\r"),
      ],
      ["--seed", "3"] + options,
      terminal: TerminalLog().control
    )
    #expect(run.status == 0)
    #expect(run.shows(inOrder: ["The judge lo", "He wants a day.", "The judge looks on May 2."]))
    #expect(run.output.contains("Closest line here"))
  }

  // MARK: In the guide

  @Test func theGuideShowsWhatIsSaid() throws {
    let truck = try GuidePage.example("step-3.json")
    let path = "red-truck.json"
    computer.put(path, truck)
    let asked = truck.replacing(
      "So, do I buy the bed? Is he staying?",
      with: "Do I order it today?"
    )
    let broken = truck.replacing("She as good as said it.\",", with: "She as good as said it.\"")
    let run = preview([.save(asked), .save(broken), .type("quit")], path: path)
    let page = try GuidePage("Guide/workshop.md")
    for part in ["preview-saved", "preview-broken"] {
      let shown = try page.part(part).split(separator: "\n").filter { !$0.hasPrefix("```") }
      #expect(!shown.isEmpty)
      #expect(run.shows(inOrder: shown.map(String.init)), "\(run.output)")
    }
  }

  // MARK: Beginning

  @Test func itBeginsAtAMomentByTheShortestWay() {
    let run = preview([.type("quit")], ["--from", "window"])
    #expect(run.status == 0)
    #expect(run.shows(inOrder: ["Where you were:", "Rain at the window."]))
    let near = preview([], ["--from", "windw"])
    #expect(near.status == 66)
    #expect(near.errors.contains("Did you mean window?"))
  }

  @Test func onlyAFileCanBeFollowed() {
    let shipped = computer.run(["preview", "june-fourth"])
    #expect(shipped.status == 66)
    #expect(shipped.errors.contains("came with the program, so there is no file to follow"))
    let missing = computer.run(["preview", "kitchn.json"])
    #expect(missing.status == 66)
    #expect(missing.errors.contains("There is no file kitchn.json"))
  }

  @Test func aSignalEndsItAsEverywhere() {
    let run = computer.run(["preview", Kitchen.path], typing: ["1"], then: .signal(.interrupt))
    #expect(run.status == 130)
  }

  // MARK: The file

  /// Some file systems round times to two seconds, and an editor may save twice within them.
  @Test func aSecondChangeUnderTheSameStampIsSeen() {
    let words = Mutex<[UInt8]>([1])
    var host = computer.host
    let stamp = Mutex(FileStamp(file: 1, length: 1, written: 0))
    host.files.read = { _, _ in words.withLock { $0 } }
    host.files.stamp = { _ in stamp.withLock { $0 } }
    let follower = FileFollower("talk.json", host: host)
    #expect(!follower.look())
    words.withLock { $0 = [2] }
    stamp.withLock { $0.written = 2 }
    #expect(!follower.look())
    #expect(follower.look())
    #expect(follower.reading == .words([2]))
    words.withLock { $0 = [3] }
    #expect(follower.look())
    #expect(follower.reading == .words([3]))
  }

  @Test func aFileAtRestIsNotRead() {
    let reads = Mutex(0)
    var host = computer.host
    let files = host.files
    host.files.read = { path, limit throws(HostError) in
      reads.withLock { $0 += 1 }
      return try files.read(path, limit)
    }
    let follower = FileFollower(Kitchen.path, host: host)
    for _ in 0..<1_000 { #expect(!follower.look()) }
    #expect(reads.withLock { $0 } < 20)
  }

  @Test func aFileThatIsBeingWrittenIsWaitedFor() {
    let follower = FileFollower(Kitchen.path, host: computer.host)
    for length in stride(from: 100, to: 3_000, by: 100) {
      computer.put(Kitchen.path, String(Kitchen.text.prefix(length)))
      #expect(!follower.look())
    }
    computer.put(Kitchen.path, Self.table)
    #expect(!follower.look())
    #expect(follower.look())
    #expect(follower.reading == .words(Array(Self.table.utf8)))
  }
}
