import Foundation
import JSONSyntax
import Platform
import Testing

@testable import Records

@Suite struct AttemptStoreTests {
  let machine = Machine()

  @Test func anAttemptGoesOnWhereItWasLeft() throws {
    let journal = machine.store.begin(Samples.beginning)
    _ = journal.append(Samples.move(1))
    #expect(journal.append(.left) == .saved)
    journal.close()
    let resumption = try machine.store.resume(journal.attempt)
    #expect(resumption.log.beginning == Samples.beginning)
    #expect(resumption.log.moves == [.chose(moment: "moment-1", reply: "reply-1")])
    #expect(resumption.journal.append(Samples.move(2)) == .saved)
    #expect(try machine.store.load(journal.attempt).entries.map(\.sequence) == [0, 1, 2, 3])
  }

  @Test func aNameIsOpaqueAndInOrderOfTime() {
    var names: [String] = []
    for _ in 0..<5 {
      names.append(AttemptID.make(machine.host))
      machine.memory.advance(by: 1_000)
    }
    #expect(names.sorted() == names)
    #expect(names.allSatisfy(AttemptID.isValid))
    #expect(names[0].hasPrefix("20261121-220000-"))
    #expect(Set(names).count == 5)
  }

  @Test(arguments: ["", "../x", "a/b", "A", "é", "a.b", String(repeating: "a", count: 65), "a\0"])
  func anythingElseIsNoNameAndReachesNoPath(name: String) {
    #expect(throws: JournalError.noSuchAttempt(name)) { try machine.store.forget(name) }
    #expect(throws: JournalError.noSuchAttempt(name)) { try machine.store.load(name) }
    #expect(throws: JournalError.noSuchAttempt(name)) { try machine.store.resume(name) }
  }

  @Test func aSecondPlayerIsToldAndMayPlayUnsaved() throws {
    let journal = machine.store.begin(Samples.beginning)
    _ = journal.append(Samples.move(1))
    let second = try machine.store.resume(journal.attempt)
    #expect(second.log.moves.count == 1)
    #expect(second.journal.problem == .inUse(attempt: journal.attempt))
    let before = machine.bytes(journal.attempt)
    guard case .unsaved(.inUse, false) = second.journal.append(Samples.move(2)) else {
      Issue.record("two wrote at once")
      return
    }
    #expect(machine.bytes(journal.attempt) == before)
    second.journal.close()
    #expect(journal.append(Samples.move(2)) == .saved, "the first still holds its lock")
  }

  @Test(arguments: [EROFS, EACCES, ENOSPC])
  func aHomeThatCannotBeWrittenToIsSaidAndPlayGoesOn(number: Int32) throws {
    machine.memory.fail(.init(.create, errno: number))
    let journal = machine.store.begin(Samples.beginning)
    let problem = try #require(journal.problem)
    #expect(
      problem == .cannotOpen(.failed(.create, path: machine.folder, errno: number))
    )
    #expect(problem.explanation.contains("This practice is not saved. You can go on"))
    guard case .unsaved(_, false) = journal.append(Samples.move(1)) else {
      Issue.record("it cannot have been saved")
      return
    }
  }

  @Test func listsTheNewestFirst() throws {
    #expect(try machine.store.list().attempts.isEmpty, "no folder yet")
    let ending = EndingRecord(moment: "door", title: "Door", verdict: "sound", levels: [:])
    let first = machine.played(moves: 2)
    machine.memory.advance(by: 60_000)
    let journal = machine.store.begin(Samples.beginning)
    _ = journal.append(Samples.move(1))
    _ = journal.append(.ended(ending))
    journal.close()
    let attempts = try machine.store.list().attempts
    #expect(attempts.map(\.attempt) == [journal.attempt, first])
    #expect(attempts.map(\.moves) == [1, 2])
    #expect(attempts.map(\.isFinished) == [true, false])
    #expect(attempts[0].ending == ending)
    #expect(attempts[0].began == attempts[1].began + 60_000)
    #expect(attempts[0].beginning.title == "June 4")
  }

  @Test func theNewestInterruptedIsTheOneLastPlayed() throws {
    #expect(try machine.store.newestInterrupted() == nil)
    let first = machine.played(moves: 1)
    machine.memory.advance(by: 1_000)
    let second = machine.played(moves: 1)
    machine.memory.advance(by: 1_000)
    _ = machine.played(moves: 0)
    #expect(try machine.store.newestInterrupted()?.attempt == second)
    machine.memory.advance(by: 1_000)
    let again = try machine.store.resume(first)
    _ = again.journal.append(Samples.move(2))
    again.journal.close()
    #expect(try machine.store.newestInterrupted()?.attempt == first)
    let ended = try machine.store.resume(first)
    _ = ended.journal.append(
      .ended(EndingRecord(moment: "m", title: "t", verdict: "v", levels: nil))
    )
    #expect(try machine.store.newestInterrupted()?.attempt == second)
  }

  @Test func aFolderThatCannotBeReadIsSaidWithoutTalkOfSaving() throws {
    let attempt = machine.played(moves: 1)
    machine.memory.fail(.init(.list, errno: EACCES))
    machine.memory.fail(.init(.read, errno: EIO))
    let list = HostError.failed(.list, path: machine.folder, errno: EACCES)
    #expect(throws: JournalError.cannotRead(list)) { try machine.store.list() }
    let read = HostError.failed(.read, path: machine.path(attempt), errno: EIO)
    #expect(throws: JournalError.cannotRead(read)) { try machine.store.load(attempt) }
    #expect(
      JournalError.cannotRead(list).explanation
        == "Could not look into \(machine.folder): you are not allowed to."
    )
  }

  @Test func garbageInTheFolderHarmsNothing() throws {
    let attempt = machine.played(moves: 1)
    let line = JournalLines.line(Array("{}".utf8))
    machine.memory.put(machine.folder + "/empty.journal", [])
    machine.memory.put(machine.folder + "/zeros.journal", [UInt8](repeating: 0, count: 4_096))
    machine.memory.put(machine.folder + "/line.journal", line)
    let huge = #"{"v":1,"seq":9223372036854775807,"at":1,"mono":1,"kind":"left"}"#
    machine.memory.put(machine.folder + "/huge.journal", JournalLines.line(Array(huge.utf8)))
    machine.memory.put(machine.folder + "/noise.journal", (0...255).flatMap { [$0, 10, 255] })
    machine.memory.put(machine.folder + "/Ünï code.journal", [1])
    machine.memory.put(machine.folder + "/pipe.journal", .pipe)
    machine.memory.put(machine.folder + "/folder.journal", .directory)
    machine.memory.put(machine.folder + "/notes.txt", [1])
    let listing = try machine.store.list()
    #expect(listing.attempts.map(\.attempt) == [attempt])
    #expect(
      listing.unreadable.sorted() == [
        "empty.journal", "folder.journal", "huge.journal", "line.journal", "noise.journal",
        "pipe.journal",
        "zeros.journal", "Ünï code.journal",
      ]
    )
    let result = try machine.store.forgetAll()
    #expect(result.forgotten == 8)
    #expect(result.refused.count == 1)
    #expect(machine.memory.paths == [machine.folder + "/notes.txt"])
  }

  @Test func forgettingTakesEverythingOfAnAttempt() throws {
    let first = machine.played(moves: 1)
    let second = machine.played(moves: 1)
    machine.memory.put(machine.path(first), machine.bytes(first) + [65])
    try machine.store.resume(first).journal.close()
    #expect(machine.memory.paths.count == 3)
    try machine.store.forget(first)
    #expect(machine.memory.paths == [machine.path(second)])
    #expect(throws: JournalError.noSuchAttempt(first)) { try machine.store.forget(first) }
    machine.memory.put(machine.folder + "/gone.journal.torn", [1])
    #expect(try machine.store.forgetAll() == .init(forgotten: 1, refused: []))
    #expect(machine.memory.paths.isEmpty)
  }

  @Test func anAttemptBeingPlayedIsNotForgotten() throws {
    let other = machine.played(moves: 1)
    let journal = machine.store.begin(Samples.beginning)
    let refusal = JournalError.notForgotten(
      attempt: journal.attempt,
      .inUse(path: machine.path(journal.attempt))
    )
    #expect(throws: refusal) { try machine.store.forget(journal.attempt) }
    #expect(refusal.explanation.hasPrefix("This practice is open in another rehearse, so it was"))
    let result = try machine.store.forgetAll()
    #expect(result == .init(forgotten: 1, refused: [refusal]))
    #expect(journal.append(Samples.move(1)) == .saved)
    #expect(machine.memory.bytes(machine.path(other)) == nil)
    journal.close()
    try machine.store.forget(journal.attempt)
    #expect(machine.memory.paths.isEmpty)
  }
}
