import Foundation
import Platform
import Testing

@testable import Records

/// What was acknowledged is there, whatever happens and whenever.
@Suite struct DurabilityTests {
  @Test func everyPointAJournalCanBeCutAtGivesBackItsWholeRecords() throws {
    let machine = Machine()
    let attempt = machine.played(moves: 4)
    let whole = machine.bytes(attempt)
    let ends = whole.indices.filter { whole[$0] == 10 }.map { $0 + 1 }
    let torn = machine.path(attempt) + ".torn"
    for length in 0...whole.count {
      machine.memory.put(machine.path(attempt), Array(whole[..<length]))
      if machine.memory.bytes(torn) != nil { try machine.host.files.remove(torn) }
      let complete = ends.filter { $0 <= length }
      guard let end = complete.last else {
        #expect(throws: JournalError.unreadable(attempt: attempt, path: machine.path(attempt))) {
          try machine.store.resume(attempt)
        }
        #expect(machine.bytes(attempt).count == length, "nothing is thrown away")
        continue
      }
      let resumption = try machine.store.resume(attempt)
      #expect(resumption.log.entries.count == complete.count)
      let rest = Array(whole[end..<length])
      #expect(machine.memory.bytes(torn) == (rest.isEmpty ? nil : rest + [10]))
      #expect(
        resumption.log.notices
          == (rest.isEmpty ? [] : [.unfinishedLine(bytes: rest.count, keptIn: torn)])
      )
      #expect(resumption.journal.append(Samples.move(9)) == .saved)
      resumption.journal.close()
      let log = try machine.store.load(attempt)
      #expect(log.entries.count == complete.count + 1)
      #expect(log.notices.isEmpty)
    }
  }

  @Test func everySingleBitFlipIsNoticedOrHarmless() throws {
    let machine = Machine()
    let attempt = machine.played(moves: 2)
    let whole = machine.bytes(attempt)
    let entries = try machine.store.load(attempt).entries
    for index in whole.indices {
      for bit in 0..<8 {
        var flipped = whole
        flipped[index] ^= 1 << bit
        let reading = JournalReading(flipped)
        #expect(!reading.notices.isEmpty, "byte \(index), bit \(bit)")
        #expect(reading.entries.allSatisfy(entries.contains))
      }
    }
  }

  /// Fails the n-th operation, once or from then on, until a run meets no fault.
  @Test(arguments: [
    HostError.Operation.create, .open, .lock, .write, .sync, .truncate, .read, .list,
  ])
  func noAcknowledgedRecordIsLostToAnyFault(operation: HostError.Operation) throws {
    var injected = 0
    for times in [1, 2, nil] {
      for isTorn in [false, true] {
        for after in 0..<24 {
          let machine = Machine()
          let old = machine.played(moves: 1)
          if isTorn { machine.memory.put(machine.path(old), machine.bytes(old) + [65, 66]) }
          machine.memory.fail(.init(operation, errno: ENOSPC, after: after, times: times))
          injected += try play(on: machine, goingOn: old) ? 1 : 0
        }
      }
    }
    #expect(injected > 0 || operation == .list)
  }

  /// Plays an old and a new attempt on, then cuts the power; returns whether anything failed.
  private func play(on machine: Machine, goingOn old: String) throws -> Bool {
    var expected: [String: Int] = [old: 2]
    var failed = false
    var journals: [AttemptJournal] = [machine.store.begin(Samples.beginning)]
    if journals[0].problem == nil { expected[journals[0].attempt] = 1 }
    if let resumption = try? machine.store.resume(old) {
      journals.append(resumption.journal)
    } else {
      failed = true
    }
    for number in 0..<5 {
      for journal in journals {
        switch journal.append(Samples.move(number)) {
        case .saved: expected[journal.attempt, default: 0] += 1
        case .savedAgain(let waiting): expected[journal.attempt, default: 0] += 1 + waiting
        case .unsaved: failed = true
        }
      }
    }
    machine.memory.losePower()
    machine.memory.mend()
    for (attempt, count) in expected {
      let log = try machine.store.load(attempt)
      #expect(log.entries.count >= count, "\(attempt) lost what was acknowledged")
      #expect(log.entries.map(\.sequence) == Array(0..<log.entries.count))
      let resumption = try machine.store.resume(attempt)
      #expect(resumption.journal.append(Samples.move(9)) == .saved)
      resumption.journal.close()
      #expect(try machine.store.load(attempt).notices.isEmpty)
    }
    return failed
  }

  @Test func aFullDiskIsSaidOnceAndWhatWaitedIsSavedWhenThereIsRoom() throws {
    let machine = Machine()
    let journal = machine.store.begin(Samples.beginning)
    machine.memory.fail(.init(.write, errno: ENOSPC, suffix: ".journal", times: 3))
    let full = JournalError.notWritten(
      .failed(.write, path: machine.path(journal.attempt), errno: ENOSPC)
    )
    let before = machine.bytes(journal.attempt)
    let first = journal.append(Samples.move(0))
    #expect(first == .unsaved(full, isNews: true))
    #expect(
      first.sentence == """
        The disk is full: from here on this practice is not saved. You can go on; make room, and \
        everything since is saved with your next answer.
        """
    )
    #expect(machine.bytes(journal.attempt) == before, "no part of a record stays behind")
    #expect(journal.append(Samples.move(1)).sentence == nil)
    #expect(journal.retry() == .unsaved(full, isNews: false))
    #expect(journal.waiting == 2)
    let last = journal.append(Samples.move(2))
    #expect(last == .savedAgain(waiting: 2))
    #expect(last.sentence == "Everything is saved again.")
    #expect(journal.problem == nil)
    #expect(try machine.store.load(journal.attempt).moves.count == 3)
  }

  @Test func partOfARecordThatCannotBeCutOffAtOnceIsCutOffLater() throws {
    let machine = Machine()
    let journal = machine.store.begin(Samples.beginning)
    machine.memory.fail(.init(.write, errno: ENOSPC, suffix: ".journal", times: 1))
    machine.memory.fail(.init(.truncate, errno: EIO, times: 1))
    let before = machine.bytes(journal.attempt).count
    guard case .unsaved = journal.append(Samples.move(0)) else {
      Issue.record("nothing failed")
      return
    }
    #expect(machine.bytes(journal.attempt).count > before)
    #expect(journal.append(Samples.move(1)) == .savedAgain(waiting: 1))
    let log = try machine.store.load(journal.attempt)
    #expect(log.notices.isEmpty)
    #expect(log.moves.count == 2)
  }

  @Test func afterAFailedSyncNothingMoreIsWritten() throws {
    let machine = Machine()
    let journal = machine.store.begin(Samples.beginning)
    machine.memory.fail(.init(.sync, errno: EIO, suffix: ".journal", times: 1))
    let first = journal.append(Samples.move(0))
    guard case .unsaved(.notConfirmed, true) = first else {
      Issue.record("\(first)")
      return
    }
    #expect(first.sentence?.contains("the disk reported a fault") == true)
    let length = machine.bytes(journal.attempt).count
    for number in 1..<4 {
      guard case .unsaved(.notConfirmed, false) = journal.append(Samples.move(number)) else {
        Issue.record("it went on after a failed sync")
        return
      }
    }
    #expect(machine.bytes(journal.attempt).count == length)
  }

  @Test func aRecordThatIsTooLongStopsTheSavingAndIsSaid() {
    let machine = Machine()
    let journal = machine.store.begin(Samples.beginning)
    let long = AttemptRecord.moved(
      .chose(moment: "m", reply: String(repeating: "x", count: JournalLines.limit))
    )
    guard case .unsaved(.tooLong, true) = journal.append(long) else {
      Issue.record("it was saved")
      return
    }
    guard case .unsaved(.tooLong, false) = journal.append(Samples.move(1)) else {
      Issue.record("a move after a missing one was saved")
      return
    }
  }

  @Test func aProcessKilledAtAnyMomentLosesNothingAcknowledged() async throws {
    let machine = try RealMachine()
    for kept in [1, 7, 23] {
      let base = machine.base
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [base = base as String, kept = kept as Int] in
        Platform.Host.secureProcess()
        let journal = RealMachine.store(under: base).begin(Samples.beginning)
        for number in 0..<kept { _ = journal.append(Samples.move(number)) }
        kill(getpid(), SIGKILL)
      }
      let newest = try #require(try machine.store.newestInterrupted())
      #expect(newest.moves == kept)
      #expect(!newest.isDamaged)
      try machine.store.forget(newest.attempt)
    }
  }

  @Test func aFileThatMayNotGrowIsARealFullDisk() async throws {
    let machine = try RealMachine()
    let base = machine.base
    await #expect(processExitsWith: .success) { [base = base as String] in
      Platform.Host.secureProcess()
      var limit = rlimit()
      getrlimit(__rlimit_resource_t(1), &limit)
      let old = limit.rlim_cur
      limit.rlim_cur = 2_000
      setrlimit(__rlimit_resource_t(1), &limit)
      let store = RealMachine.store(under: base)
      let journal = store.begin(Samples.beginning)
      var saved = 0
      while case .saved = journal.append(Samples.move(saved)) { saved += 1 }
      let log = try store.load(journal.attempt)
      // Short writes were cut off again: whole lines only, and every one that was acknowledged.
      precondition(log.moves.count == saved && saved > 3 && log.notices.isEmpty)
      precondition(journal.problem?.explanation.contains("may not grow") == true)
      limit.rlim_cur = old
      setrlimit(__rlimit_resource_t(1), &limit)
      precondition(journal.append(Samples.move(99)) == .savedAgain(waiting: 1))
      let after = try store.load(journal.attempt)
      precondition(after.moves.count == saved + 2)
    }
  }
}
