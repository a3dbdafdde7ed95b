import Foundation
import Platform
import Testing

@testable import Records

/// A class's counts and steps, kept by the same contract as an attempt.
@Suite struct ClassJournalTests {
  let memory = MemoryHost()
  var store: ClassStore { ClassStore(host: memory.host) }

  private func beginning(keepsWords: Bool = false) -> ClassBeginning {
    ClassBeginning(
      scenario: "june-fourth",
      title: "June 4",
      digest: "d1",
      path: "/home/person/june.json",
      seed: .max,
      keepsWords: keepsWords
    )
  }

  static let records: [ClassRecord] = [
    .went(step: "vote-one", card: 0),
    .counted(vote: 1, moment: "the-clock", choice: "straight", count: 8),
    .counted(vote: 1, moment: "the-clock", choice: "*ours", count: nil),
    .people(20), .people(nil), .withdrew, .wentOn(moment: "the-clock", reply: "straight"),
    .rewound(turn: 0),
  ]

  private func path(_ name: String) -> String {
    "/home/person/.local/share/rehearse/classes/\(name).class"
  }

  @Test func whatWasKeptComesBack() throws {
    let journal = store.begin(beginning())
    for record in Self.records { #expect(journal.append(record) == .saved) }
    journal.close()
    let log = try #require(try store.list().classes.first)
    #expect(log.beginning == beginning())
    #expect(log.standing == Self.records)
    #expect(!log.isClosed)
  }

  @Test func whatWasTakenBackIsStillOnTheDiskAndNotInTheClass() throws {
    let journal = store.begin(beginning())
    journal.append(.people(20))
    journal.append(.people(22))
    journal.append(.undid)
    journal.append(.closed)
    journal.close()
    let log = try #require(try store.list().classes.first)
    #expect(log.standing == [.people(20)])
    #expect(log.entries.count == 5)
    #expect(log.isClosed)
  }

  @Test(arguments: [true, false])
  func theRoomsWordsAreKeptOnlyIfItSaidYes(isYes: Bool) throws {
    let journal = store.begin(beginning(keepsWords: isYes))
    journal.append(.offered(words: "Mia, June 4.", keep: "June 4", change: "Mia"))
    journal.close()
    let text = String(decoding: memory.bytes(path(journal.name)) ?? [], as: UTF8.self)
    #expect(text.contains("June 4.") == isYes)
    #expect(text.contains("Mia") == isYes)
    let kept: ClassRecord =
      isYes
      ? .offered(words: "Mia, June 4.", keep: "June 4", change: "Mia")
      : .offered(words: nil, keep: nil, change: nil)
    #expect(try store.list().classes.first?.standing == [kept])
  }

  @Test func aClassIsTakenUpFromEveryPointItCanBeCutAt() throws {
    let journal = store.begin(beginning())
    for record in Self.records { journal.append(record) }
    journal.close()
    let whole = try #require(memory.bytes(path(journal.name)))
    let ends = whole.indices.filter { whole[$0] == 10 }.map { $0 + 1 }
    for length in stride(from: ends[0], through: whole.count, by: 7) {
      memory.put(path(journal.name), Array(whole[..<length]))
      let log = try #require(try store.list().classes.first)
      let complete = ends.filter { $0 <= length }.count
      #expect(log.entries.count == complete)
      let again = try store.resume(log).journal
      #expect(again.append(.people(3)) == .saved)
      again.close()
      let now = try #require(try store.list().classes.first)
      #expect(now.entries.count == complete + 1)
      #expect(now.standing.last == .people(3))
    }
  }

  @Test func withoutADiskTheClassGoesOn() {
    memory.fail(MemoryHost.Fault(.create, errno: ENOSPC))
    let journal = store.begin(beginning())
    #expect(journal.problem != nil)
    guard case .unsaved = journal.append(.people(20)) else {
      Issue.record("it was saved nowhere")
      return
    }
  }

  @Test func noClassYetIsNoError() throws { #expect(try store.list().classes.isEmpty) }

  @Test func aSecondRoomIsTold() throws {
    let journal = store.begin(beginning())
    let log = try #require(try store.list().classes.first)
    #expect(throws: JournalError.inUse(attempt: journal.name)) { try store.resume(log) }
    journal.close()
  }
}
