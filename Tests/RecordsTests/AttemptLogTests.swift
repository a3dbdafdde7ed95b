import JSONSyntax
import Platform
import Testing

@testable import Records

@Suite struct AttemptLogTests {
  let machine = Machine()

  /// The moves of an attempt made of these records, and the whole of it.
  private func log(_ records: [AttemptRecord]) throws -> AttemptLog {
    let journal = machine.store.begin(Samples.beginning)
    for record in records { _ = journal.append(record) }
    journal.close()
    return try machine.store.load(journal.attempt)
  }

  private func replies(_ log: AttemptLog) -> [String] {
    log.moves.map {
      switch $0 {
      case .chose(_, let reply): reply
      case .typed(let turn): turn.takenFor
      }
    }
  }

  @Test func aMoveTakenBackIsGoneAndMakesItPractice() throws {
    let log = try log([Samples.move(1), Samples.move(2), .undid, Samples.move(3)])
    #expect(replies(log) == ["reply-1", "reply-3"])
    #expect(log.isPractice)
    #expect(try !self.log([Samples.move(1)]).isPractice)
    #expect(try self.log([.markedPractice]).isPractice)
  }

  @Test func takingBackMoreThanThereIsDoesNothing() throws {
    #expect(try log([.undid, .undid, Samples.move(1)]).moves.count == 1)
  }

  @Test func anEndingHoldsUntilAMoveIsTakenBack() throws {
    let ending = EndingRecord(moment: "door", title: "Door", verdict: "not yet", levels: [:])
    #expect(try log([Samples.move(1), .ended(ending)]).ending == ending)
    #expect(try log([Samples.move(1), .ended(ending), .undid]).ending == nil)
  }

  @Test func theLastRatingAndPlanCount() throws {
    let plan = PlanRecord(text: nil, due: 7)
    let rating = [SelfRating(dimension: "honesty", level: 3)]
    let log = try log([
      .rated([]), .rated(rating), .planned(.init(text: nil, due: 1)), .planned(plan),
    ])
    #expect(log.selfRatings == rating)
    #expect(log.plan == plan)
  }

  @Test func aDamagedMoveEndsWhatCanBePlayedAndGoingOnMendsIt() throws {
    let attempt = machine.played(moves: 5)
    var bytes = machine.bytes(attempt)
    let ends = bytes.indices.filter { bytes[$0] == 10 }
    bytes[ends[3] - 3] ^= 1  // the line of the move with number 2
    machine.memory.put(machine.path(attempt), bytes)

    let log = try machine.store.load(attempt)
    #expect(replies(log) == ["reply-0", "reply-1"])
    #expect(log.isBroken)
    #expect(log.notices.contains(.damagedLine(4)))

    let resumption = try machine.store.resume(attempt)
    #expect(resumption.journal.append(Samples.move(9)) == .saved)
    resumption.journal.close()
    #expect(Array(machine.bytes(attempt).prefix(bytes.count)) == bytes, "never rewritten")
    let mended = try machine.store.load(attempt)
    #expect(replies(mended) == ["reply-0", "reply-1", "reply-9"])
    #expect(!mended.isBroken)
    #expect(mended.isPractice)
    #expect(try machine.store.list().attempts.first?.isDamaged == true)
  }

  @Test func aDamagedLastLineIsNoticedToo() throws {
    let attempt = machine.played(moves: 2)
    var bytes = machine.bytes(attempt)
    bytes[bytes.count - 4] ^= 1
    machine.memory.put(machine.path(attempt), bytes)
    #expect(try machine.store.load(attempt).isBroken)
    let resumption = try machine.store.resume(attempt)
    _ = resumption.journal.append(Samples.move(9))
    resumption.journal.close()
    #expect(replies(try machine.store.load(attempt)) == ["reply-0", "reply-9"])
  }

  @Test func aRemovedLineIsNoticed() throws {
    let attempt = machine.played(moves: 3)
    var lines = machine.bytes(attempt).split(separator: 10)
    lines.remove(at: 2)
    machine.memory.put(machine.path(attempt), lines.flatMap { $0 + [10] })
    let log = try machine.store.load(attempt)
    #expect(log.notices == [.missingRecords(beforeLine: 3)])
    #expect(replies(log) == ["reply-0"])
  }

  @Test func theOrderOfLinesDoesNotMatter() throws {
    let attempt = machine.played(moves: 4)
    let lines = machine.bytes(attempt).split(separator: 10)
    let mixed = [3, 0, 4, 1, 2].flatMap { lines[$0] + [10] }
    machine.memory.put(machine.path(attempt), mixed)
    #expect(
      replies(try machine.store.load(attempt)) == ["reply-0", "reply-1", "reply-2", "reply-3"]
    )
  }

  private func add(_ text: String, to attempt: String) {
    machine.memory.put(
      machine.path(attempt),
      machine.bytes(attempt) + JournalLines.line(Array(text.utf8))
    )
  }

  @Test func aNewerRecordIsKeptSkippedAndNamed() throws {
    let attempt = machine.played(moves: 1)
    add(#"{"v":2,"seq":2,"what":"ever"}"#, to: attempt)
    let log = try machine.store.load(attempt)
    #expect(log.notices == [.newerRecord(line: 3)])
    #expect(
      log.notices[0].explanation == "Line 3 was written by a newer rehearse and was left out."
    )
    #expect(log.moves.count == 1)
    #expect(log.isBroken)
    let resumption = try machine.store.resume(attempt)
    _ = resumption.journal.append(Samples.move(9))
    resumption.journal.close()
    #expect(try machine.store.load(attempt).entries.map(\.sequence) == [0, 1, 3, 4])
  }

  @Test func aRecordOfAnUnknownKindIsHarmless() throws {
    let attempt = machine.played(moves: 1)
    add(#"{"v":1,"seq":2,"at":1,"mono":1,"kind":"sang","song":"x"}"#, to: attempt)
    let resumption = try machine.store.resume(attempt)
    _ = resumption.journal.append(Samples.move(9))
    resumption.journal.close()
    let log = try machine.store.load(attempt)
    #expect(log.notices == [.unknownKind(line: 3, kind: "sang")])
    #expect(replies(log) == ["reply-0", "reply-9"])
    #expect(!log.isBroken)
    #expect(!AttemptSummary(log).isDamaged)
  }

  @Test func aClockSetBackIsSaid() throws {
    let journal = machine.store.begin(Samples.beginning)
    machine.memory.setWallClock(5)
    _ = journal.append(Samples.move(0))
    #expect(try machine.store.load(journal.attempt).notices == [.clockSetBack(line: 2)])
  }
}
