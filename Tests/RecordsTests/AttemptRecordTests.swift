import JSONSyntax
import Platform
import Testing

@testable import Records

@Suite struct AttemptRecordTests {
  @Test func aLineReadsAsItIsDocumented() {
    let entry = JournalEntry(sequence: 3, at: 1_000, monotonic: 20, record: Samples.move(1))
    #expect(
      String(decoding: entry.text, as: UTF8.self)
        == #"{"v":1,"seq":3,"at":1000,"mono":20,"kind":"moved","moment":"moment-1","chose":"reply-1"}"#
    )
  }

  @Test(arguments: 0..<40)
  func whatIsWrittenIsRead(seed: Int) throws {
    var chance = Chance(state: UInt64(seed) &* 977)
    let machine = Machine()
    let beginning = chance.beginning()
    let journal = machine.store.begin(beginning)
    var records: [AttemptRecord] = [.began(attempt: journal.attempt, beginning)]
    for _ in 0..<30 {
      let record = chance.record()
      records.append(record)
      #expect(journal.append(record) == .saved)
      machine.memory.advance(by: Int64(chance.below(5_000)))
    }
    journal.close()
    let log = try machine.store.load(journal.attempt)
    #expect(log.entries.map(\.record) == records, "seed \(seed)")
    #expect(log.entries.map(\.sequence) == Array(0...30))
    #expect(log.beginning == beginning)
    #expect(log.notices.isEmpty)
    // Byte for byte too: two spellings of a letter are equal to Swift, not to a person.
    let lines = JournalLines.scan(machine.bytes(journal.attempt)).lines
    #expect(lines == log.entries.map(\.text))
  }

  @Test func anyLineThatMakesNoSenseIsUnreadable() {
    let kinds = AttemptRecord.kinds.sorted()
    for kind in kinds where !["undid", "marked-practice", "left"].contains(kind) {
      #expect(AttemptRecord(kind: kind, [:]) == nil, "\(kind)")
      #expect(AttemptRecord(kind: kind, .null) == nil)
    }
    for text in ["", "nonsense", "[]", "{}", "{\"v\":1}", "{\"v\":\"1\"}", "{\"v\":1,}", "\0\0"] {
      guard case .unreadable = JournalEntry.read(Array(text.utf8)) else {
        Issue.record("\(text) was read")
        continue
      }
    }
  }

  @Test func typedWordsAreKeptOnlyWithConsent() throws {
    let machine = Machine()
    let text = "Do your list and she'll be home by Christmas."
    let journal = machine.store.begin(Samples.beginning)
    _ = journal.append(Samples.typed(text))
    _ = journal.append(.planned(PlanRecord(text: "When Tanya asks, I say June.", due: 5)))
    let before = String(decoding: machine.bytes(journal.attempt), as: UTF8.self)
    for words in ["home", "Christmas", "\"list\"", "Tanya"] { #expect(!before.contains(words)) }
    for kept in ["H1a", "back-in-time", "tanya", "straight", "Say which list."] {
      #expect(before.contains(kept), "\(kept)")
    }
    _ = journal.append(.consented(keepsTypedText: true))
    _ = journal.append(Samples.typed(text))
    _ = journal.append(.consented(keepsTypedText: false))
    _ = journal.append(Samples.typed("Another thing I said."))
    journal.close()
    let log = try machine.store.load(journal.attempt)
    #expect(log.entries[4].record == Samples.typed(text))
    #expect(!log.keepsTypedText)
    let after = String(decoding: machine.bytes(journal.attempt), as: UTF8.self)
    #expect(!after.contains("Another thing"))
  }

  @Test func whatACaseCarriesBringsNoTypedWordsInByAnotherDoor() throws {
    let machine = Machine()
    var beginning = Samples.beginning
    let entry: JSONValue = [
      "kind": "promise", "words": "home by Christmas", "error": "back-in-time",
    ]
    beginning.talk = .init(id: "case", index: 1, carried: ["entries": [entry], "trust": 2])
    let attempt = machine.store.begin(beginning).attempt
    #expect(
      try machine.store.load(attempt).beginning.talk?.carried == [
        "entries": [["kind": "promise", "words": "", "error": "back-in-time"]], "trust": 2,
      ]
    )
    beginning.keepsTypedText = true
    let agreed = machine.store.begin(beginning).attempt
    #expect(try machine.store.load(agreed).beginning == beginning)
  }

  @Test func consentIsRememberedWhenTheAttemptGoesOn() throws {
    let machine = Machine()
    let journal = machine.store.begin(Samples.beginning)
    _ = journal.append(.consented(keepsTypedText: true))
    journal.close()
    let resumption = try machine.store.resume(journal.attempt)
    #expect(resumption.journal.keepsTypedText)
    _ = resumption.journal.append(Samples.typed("Kept."))
    #expect(try machine.store.load(journal.attempt).entries.last?.record == Samples.typed("Kept."))
  }
}
