import Glibc
import Platform
import Synchronization
import Testing

@Suite struct SavingTests {
  let computer = Computer()

  /// What went to the disk for good and what went to the screen, in the order it happened.
  private final class Watch: Sendable {
    let events = Mutex<[(synced: String, shown: String)]>([])
    private let journal = Mutex<(written: [UInt8], synced: [UInt8])>(([], []))

    func watch(_ computer: inout Computer) {
      let files = computer.host.files
      computer.host.files.openJournal = { path, opening throws(HostError) in
        var file = try files.openJournal(path, opening)
        let (append, sync) = (file.append, file.sync)
        file.append = { bytes throws(HostError) in
          try append(bytes)
          self.journal.withLock { $0.written += bytes }
        }
        file.sync = { () throws(HostError) in
          try sync()
          self.journal.withLock { $0.synced = $0.written }
        }
        return file
      }
      let write = computer.host.streams.write
      computer.host.streams.write = { stream, bytes throws(HostError) in
        try write(stream, bytes)
        let synced = self.journal.withLock { String(decoding: $0.synced, as: UTF8.self) }
        self.events.withLock { $0.append((synced, String(decoding: bytes, as: UTF8.self))) }
      }
    }

    /// What was surely on the disk when a text was first shown.
    func onDisk(when text: String) -> String? {
      events.withLock { events in events.first { $0.shown.contains(text) }?.synced }
    }
  }

  /// The order that everything else rests on: first the disk, then the screen.
  @Test func everyMoveIsOnTheDiskBeforeItIsAcknowledged() throws {
    var computer = computer
    let watch = Watch()
    watch.watch(&computer)
    let typed = ["1", "back", "1", "1", "1", "2", "", "4", "", "", "", "When x, I say y.", "yes"]
    #expect(computer.play(typed).status == 0)
    let order = [
      ("So when is Sam home?", "\"kind\":\"began\""),
      ("You: Do the classes", "\"chose\":\"promise\""),
      ("Ray: Good. Good.", "\"chose\":\"promise\""),
      ("Your last line is taken back", "\"kind\":\"undid\""),
      ("You: I said he will", "\"chose\":\"mend\""),
      ("You: Who could drive", "\"chose\":\"help\""),
      ("You: I will call on Friday", "\"chose\":\"go\""),
      ("He knows more than before", "\"kind\":\"ended\""),
      ("What they heard", "\"kind\":\"rated\""),
      ("Tell a colleague", "\"kind\":\"planned\""),
    ]
    for (shown, kept) in order {
      let disk = try #require(watch.onDisk(when: shown), "\(shown) was never shown")
      #expect(disk.contains(kept), "\(shown) was shown before \(kept) was on the disk")
    }
    // And the watch itself sees what is too early.
    #expect(watch.onDisk(when: "So when is Sam home?")?.contains("promise") == false)
  }

  @Test func aPowerLossTakesNothingThatWasAcknowledged() {
    _ = computer.play(["1", "1", "1"])
    computer.memory.losePower()
    #expect(computer.chosen == ["promise", "mend", "help"])
    #expect(computer.run(["resume"], typing: ["2"]).output.contains("He nods."))
  }

  @Test func aFullDiskIsSaidOnceAndPracticeGoesOn() {
    computer.memory.fail(.init(.write, errno: ENOSPC, suffix: ".journal", after: 2))
    let run = computer.play(["1", "1", "1", "2", "", "", "", "", "", ""])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "from here on this practice is not saved").count == 2)
    #expect(run.output.contains("make room"))
    #expect(run.shows(inOrder: ["is not saved", "You: I said he will", "He nods."]))
    #expect(computer.chosen == ["promise"])
    computer.memory.mend()
    let resumed = computer.run(["resume"], typing: ["1"])
    #expect(resumed.output.contains("You: Do the classes"))
  }

  @Test func whenThereIsRoomAgainEverythingIsSaved() {
    computer.memory.fail(.init(.write, errno: ENOSPC, suffix: ".journal", after: 1, times: 2))
    let run = computer.play(["1", "1", "1", "save"])
    #expect(run.shows(inOrder: ["is not saved", "Everything is saved again.", "Go on with:"]))
    #expect(computer.chosen == ["promise", "mend", "help"])
  }

  @Test func aDiskThatDoesNotConfirmIsNotTrustedAgain() {
    computer.memory.fail(.init(.sync, errno: EIO, suffix: ".journal", after: 2, times: 1))
    let run = computer.play(["1", "1", "1", "save"])
    #expect(run.output.split(separator: "did not confirm").count == 2)
    #expect(!run.output.contains("saved again"))
    #expect(run.output.contains("This practice was not saved."))
    #expect(run.status == 0)
  }

  @Test(arguments: [EROFS, EACCES, ENOSPC, EDQUOT])
  func aPlaceThatCannotBeWrittenToIsSaidAndPracticeGoesOn(_ reason: Int32) {
    computer.memory.fail(.init(.create, errno: reason))
    let run = computer.play(Kitchen.repaired + Kitchen.enters)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "This practice is not saved.").count == 2)
    #expect(run.shows(inOrder: ["This practice is not saved.", "So when is Sam", "The ledger"]))
    #expect(computer.journals.isEmpty)
  }

  @Test func noHomeIsSaidAndPracticeGoesOn() {
    computer.memory.setEnvironment("HOME", nil)
    let run = computer.play(["1", "save"])
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: ["HOME is not set", "So when is Sam", "This practice was not saved."])
    )
    #expect(computer.run(["history"]).status == 1)
    #expect(computer.run(["history"]).errors.contains("HOME"))
  }

  @Test func theDataFolderIsTheOneOfTheEnvironment() {
    computer.memory.setEnvironment("XDG_DATA_HOME", "/data")
    _ = computer.play(["1"])
    #expect(computer.journals.count == 1)
    #expect(computer.journals[0].hasPrefix("/data/rehearse/attempts/"))
    computer.memory.setEnvironment("XDG_DATA_HOME", "relative")
    _ = computer.play(["1"])
    #expect(computer.journals.contains { $0.hasPrefix(Computer.attempts) })
  }

  @Test func recordsNameIdsAndDigestsAndNeverPositions() {
    _ = computer.play(["2"], ["--seed", "12345", "--mode", "learn"])
    let journal = computer.journal(computer.journals[0])
    for text in [
      "\"scenario\":\"kitchen\"", "\"digest\":\"", "\"seed\":\"12345\"", "\"mode\":\"learn\"",
      "\"rubric\":\"core\"", "\"moment\":\"door\"", "\"chose\":\"date\"",
    ] {
      #expect(journal.contains(text), "\(text)")
    }
    #expect(journal.contains("\"order\":\"as-written\""))
  }

  @Test func historyIsNewestFirstAndForPrograms() {
    #expect(computer.run(["history"]).output.contains("no attempts"))
    _ = computer.play(["1"])
    let first = computer.attempt
    computer.memory.advance(by: 60_000)
    _ = computer.play(Kitchen.repaired + Kitchen.enters)
    let run = computer.run(["history"])
    #expect(run.lines.count == 2)
    #expect(run.lines[1].hasPrefix("- \(first): The kitchen, "))
    #expect(run.lines[1].hasSuffix("rehearse, 1 turn, not finished."))
    #expect(run.lines[0].contains("4 turns, ended at \"At the door\", repaired"))
    let json = computer.run(["history", "--json"]).output
    #expect(json.contains("\"verdict\": \"repaired\""))
    #expect(json.contains("\"finished\": false"))
  }

  @Test func forgettingOneLeavesTheOthers() {
    _ = computer.play(["1"])
    let first = computer.attempt
    computer.memory.advance(by: 60_000)
    _ = computer.play(["2"])
    let run = computer.run(["forget", first])
    #expect(run.status == 0)
    #expect(run.lines.first == "Deleted \(first).")
    #expect(run.lines.last == "Still kept: 1 attempt. To delete all: rehearse forget --all")
    #expect(computer.chosen == ["date"])
    #expect(computer.journals.count == 1)
  }

  @Test func forgettingAllAsksFirstAndTheEndOfInputIsNoYes() {
    _ = computer.play(["1"])
    let name = computer.attempt
    computer.memory.put("\(Computer.attempts)/\(name).journal.torn", Array("x".utf8))
    for typed in [[], ["no"], [""], ["y es"]] {
      let run = computer.run(["forget", "--all"], typing: typed)
      #expect(run.status == 1)
      #expect(run.output.contains("Nothing was deleted."))
      #expect(computer.journals.count == 1)
    }
    let run = computer.run(["forget", "--all"], typing: ["yes"])
    #expect(run.status == 0)
    #expect(run.output.contains("Deleted 1 attempt."))
    #expect(!computer.memory.paths.contains { $0.hasPrefix(Computer.attempts) })
    _ = computer.play(["1"])
    #expect(computer.run(["forget", "--all", "--yes"]).status == 0)
    #expect(computer.journals.isEmpty)
  }

  @Test func aReaderWhoLeavesEndsItQuietly() {
    var computer = computer
    let write = computer.host.streams.write
    let count = Mutex(0)
    computer.host.streams.write = { stream, bytes throws(HostError) in
      let isLate = count.withLock { lines in
        lines += 1
        return lines > 14
      }
      if isLate { throw .failed(.write, path: "the standard output", errno: EPIPE) }
      try write(stream, bytes)
    }
    let run = computer.play(["1", "1", "1", "2"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(computer.chosen.count <= 1)
  }
}
