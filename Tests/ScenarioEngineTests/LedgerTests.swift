import Testing

@testable import ScenarioEngine

@Suite struct LedgerTests {
  private let tanya = CastSet(CastIndex(0))
  private let dana = CastSet(CastIndex(1))

  private func ledger(_ entries: LedgerEntry...) -> Ledger {
    var ledger = Ledger()
    ledger.entries = entries
    return ledger
  }

  private func promise(
    _ id: String,
    _ about: PromiseSubject,
    to hearers: CastSet,
    turn: Int = 1
  ) -> LedgerEntry {
    LedgerEntry(
      kind: .promised,
      hearers: hearers,
      about: about,
      error: id,
      origin: "talk/\(id)",
      turn: turn
    )
  }

  private func repair(_ id: String, with hearers: CastSet, turn: Int = 5) -> LedgerEntry {
    LedgerEntry(kind: .repaired, hearers: hearers, error: id, turn: turn)
  }

  @Test func aRepairMustReachEverybodyWhoHeard() {
    let both = tanya.union(dana)
    let made = promise("summer", .planA, to: both)
    #expect(!ledger(made).isRepaired("summer"))
    #expect(!ledger(made, repair("summer", with: tanya)).isRepaired("summer"))
    #expect(ledger(made, repair("summer", with: both)).isRepaired("summer"))
    #expect(
      ledger(made, repair("summer", with: tanya), repair("summer", with: dana))
        .isRepaired("summer")
    )
  }

  @Test func aRepairOfNothingRepairsNothing() {
    #expect(!ledger(repair("summer", with: tanya)).isRepaired("summer"))
    #expect(!ledger().isRepaired("summer"))
  }

  @Test func onlyWhatStandsWithSomebodyWhoHearsItCanBeSetRight() {
    let made = promise("summer", .planA, to: tanya)
    #expect(ledger(made).stands(for: repair("summer", with: tanya)))
    #expect(ledger(made).stands(for: repair("talk/summer", with: tanya.union(dana))))
    #expect(!ledger(made).stands(for: repair("winter", with: tanya)))
    #expect(!ledger(made).stands(for: repair("summer", with: dana)))
    #expect(!ledger(made, repair("summer", with: tanya)).stands(for: repair("summer", with: tanya)))
  }

  @Test func anErrorMadeAgainStandsAgain() {
    let again = ledger(
      promise("summer", .planA, to: tanya),
      repair("summer", with: tanya),
      promise("summer", .planA, to: tanya, turn: 9)
    )
    #expect(!again.isRepaired("summer"))
  }

  @Test func aRepairMayNameTheReplyThatPromised() {
    #expect(
      ledger(promise("summer", .planA, to: tanya), repair("talk/summer", with: tanya))
        .isRepaired("summer")
    )
  }

  @Test func settingEveryPromiseRightSetsTheHarmRight() {
    let harm = LedgerEntry(
      kind: .harmed,
      hearers: tanya,
      error: "talk/summer",
      origin: "talk/summer",
      turn: 1
    )
    let made = ledger(promise("summer", .planA, to: tanya), harm)
    #expect(made.standing() == [tanya, tanya])
    let mended = ledger(
      promise("summer", .planA, to: tanya),
      harm,
      repair("summer", with: tanya)
    )
    #expect(mended.standing() == [[], [], []])
  }

  @Test func aStopIsNotSetRightByTakingAPromiseBack() {
    let stop = LedgerEntry(
      kind: .stopped,
      hearers: tanya,
      stop: .pressure,
      error: "talk/summer",
      origin: "talk/summer",
      turn: 1
    )
    let mended = ledger(
      promise("summer", .planA, to: tanya),
      stop,
      repair("summer", with: tanya)
    )
    #expect(mended.standing()[1] == tanya)
    let named = ledger(stop, repair("talk/summer", with: tanya))
    #expect(named.standing()[0].isEmpty)
  }

  @Test func homePromisedToOneAndTheOtherFamilyToAnotherContradict() {
    let torn = ledger(
      promise("summer", .planA, to: tanya),
      promise("yours", .planB, to: dana)
    )
    #expect(torn.isContradicted(.planA) && torn.isContradicted(.planB))
    let mended = ledger(
      promise("summer", .planA, to: tanya),
      promise("yours", .planB, to: dana),
      repair("yours", with: dana)
    )
    #expect(mended.contradictions.isEmpty)
    let mendedWithTheWrongOne = ledger(
      promise("summer", .planA, to: tanya),
      promise("yours", .planB, to: dana),
      repair("yours", with: tanya)
    )
    #expect(mendedWithTheWrongOne.isContradicted(.planA))
  }

  @Test func anElementToldToOneAndDeniedToAnotherContradicts() {
    let told = LedgerEntry(kind: .told, hearers: dana, element: .planB, turn: 1)
    let denied = LedgerEntry(
      kind: .denied,
      hearers: tanya,
      element: .planB,
      error: "a/b",
      origin: "a/b",
      turn: 2
    )
    #expect(ledger(told, denied).isContradicted(.planB))
    #expect(!ledger(told, denied).isContradicted(.dates))
    #expect(!ledger(denied).isContradicted(.planB))
    #expect(!ledger(told, denied, repair("a/b", with: tanya)).isContradicted(.planB))
  }

  @Test func softenedAgainstToldIsADifferenceAndNoContradiction() {
    let told = LedgerEntry(kind: .told, hearers: dana, element: .dates, turn: 1)
    let softened = LedgerEntry(kind: .softened, hearers: tanya, element: .dates, turn: 2)
    #expect(ledger(told, softened).differences.map(\.element) == [.dates])
    #expect(ledger(told, softened).contradictions.isEmpty)
    let toldHerToo = LedgerEntry(kind: .told, hearers: tanya, element: .dates, turn: 3)
    #expect(ledger(told, softened, toldHerToo).differences.isEmpty)
  }
}
