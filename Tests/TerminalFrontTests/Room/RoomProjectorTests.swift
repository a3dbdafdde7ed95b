import ScenarioEngine
import Terminal
import TestSupport
import Testing

@testable import TerminalFront

@Suite struct RoomProjectorTests {
  static let sizes = [
    TerminalSize(rows: 12, columns: 40), TerminalSize(rows: 16, columns: 55),
    TerminalSize(rows: 24, columns: 80), TerminalSize(rows: 60, columns: 200),
  ]

  private func projector(
    _ keys: [RoomKey],
    _ size: TerminalSize = TerminalSize(rows: 16, columns: 55)
  ) throws -> RoomProjector {
    var session = try Porch.session()
    session.take(keys)
    return RoomProjector(session, size: size)
  }

  private func text(_ frame: Frame) -> String {
    frame.rows.indices.map { frame.text(row: $0) + "\n" }.joined()
  }

  /// The screens of a class, as a room sees them.
  @Test(arguments: sizes)
  func theScreensOfAClass(size: TerminalSize) throws {
    let vote: [RoomKey] = [
      .people(20), .step(.voteOne), .counted(.first, 0, 8), .counted(.first, 1, 9),
      .counted(.first, 2, 3),
    ]
    let again: [RoomKey] = [
      .counted(.second, 0, 3), .counted(.second, 1, 15), .counted(.second, 2, 2),
    ]
    let screens: [(String, [RoomKey])] = [
      ("test card", [.people(20)]),
      ("frame", [.step(.frame)]),
      ("ground rules", [.step(.frame), .next]),
      ("scene", [.step(.scene)]),
      ("think", [.step(.think)]),
      ("vote, counting B", vote + [.count, .nextCount]),
      ("talk", [.step(.discuss)]),
      ("show", vote + again + [.step(.show)]),
      ("why", vote + again + [.step(.show), .step(.askWhy), .choice(1)]),
      ("reveal", vote + again + [.step(.show), .step(.reveal)]),
      ("own words", [.step(.reveal), .step(.tryAgain), .offer("May 2. I will sit beside you.")]),
      ("road", vote + again + [.step(.show), .step(.goOn)]),
      ("threes", [.step(.threes)]),
      ("close", [.step(.threes), .step(.close)]),
    ]
    var golden = ""
    for (name, keys) in screens {
      let rule = String(repeating: "=", count: max(4, size.columns - name.count - 1))
      golden += "\(name) \(rule)\n" + text(try projector(keys, size).frame(at: 0))
    }
    try expectGolden(golden, "room-\(size.columns)x\(size.rows).txt")
  }

  /// However small the screen, its pages together hold every word.
  @Test(arguments: [(12, 40), (10, 30), (6, 20), (4, 12), (16, 55)])
  func nothingIsClippedSilently(rows: Int, columns: Int) throws {
    for step in RoomStep.allCases {
      var session = try Porch.session(at: step)
      if step > .threes { _ = session.take(.step(step)) }
      var projector = RoomProjector(session, size: TerminalSize(rows: rows, columns: columns))
      projector.hidesHints = true
      var seen = ""
      for page in 0..<200 {
        projector.page = page
        seen += text(projector.frame(at: 0)).dropFirst(columns).replacing("\n", with: " ")
      }
      func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
      let all = letters(seen)
      let page: RoomPage
      guard case .page(let shown) = session.picture else { continue }
      page = shown
      for piece in page.head + page.pieces {
        let words = LineRenderer.lines(
          RoomScreen.blocks(.page(RoomPage(label: "", pieces: [piece])))
        )
        .dropFirst(2).map(\.text).joined()
        for word in words.split(separator: " ") where letters(String(word)).count < columns - 8 {
          let isThere = all.contains(letters(String(word)))
          #expect(isThere, "\(word) at \(step), \(columns)x\(rows)")
        }
      }
    }
  }

  /// Replies of 150 to 180 letters are what the library has.
  @Test(arguments: [150, 165, 180])
  func threeLongRepliesStandOnOneScreenAndAtTheSmallestEachOnOne(letters: Int) throws {
    let words = "The judge looks on May 2. "
    let long = String(String(repeating: words, count: 9).prefix(letters - 1)) + "."
    let choices = ["A", "B", "C"].map { letter -> RoomPiece in
      .choice(letter: letter, words: long, isNoted: false)
    }
    let page = RoomPage(
      label: "VOTE 1",
      head: [.heading("He wants a date. What do you say?")],
      pieces: choices,
      foot: RoomWords.fingers(["A", "B", "C"])
    )
    var around = RoomScreen.Surroundings()
    around.hints = ["Space next", "? keys"]
    func pages(_ rows: Int, _ columns: Int) -> Int {
      let size = TerminalSize(rows: rows, columns: columns)
      return RoomScreen.pageCount(.page(page), around, size: size)
    }
    #expect(pages(16, 55) == 1)
    #expect(pages(12, 40) == 3)
  }

  @Test func spaceTurnsPagesBeforeItGoesOn() throws {
    var projector = try projector([.step(.think)], TerminalSize(rows: 9, columns: 30))
    var presses = 0
    while projector.session.step == .think, presses < 20 {
      #expect(text(projector.frame(at: 0)).contains("of"))
      _ = projector.take(.pageDown, at: 0)
      presses += 1
    }
    #expect((3..<20).contains(presses))
    #expect(projector.session.step == .voteOne)
    _ = projector.take(.pageUp, at: 0)
    #expect(projector.session.step == .think)
  }

  @Test(arguments: ["b", "."] as [Unicode.Scalar])
  func aRemoteBlanksTheScreenAndAnyKeyBringsItBack(key: Unicode.Scalar) throws {
    var projector = try projector([.step(.think)])
    let before = projector.frame(at: 0)
    #expect(projector.take(.scalar(key), at: 0).isEmpty)
    #expect(text(projector.frame(at: 0)).allSatisfy { $0 == "\n" })
    #expect(projector.take(.pageDown, at: 0).isEmpty)
    #expect(projector.frame(at: 0) == before)
  }

  @Test func theTimerCountsAndNeverGoesOn() throws {
    var projector = try projector([.step(.think)])
    _ = projector.take(.scalar("t"), at: 1_000)
    #expect(text(projector.frame(at: 1_000)).contains("1:00"))
    #expect(projector.nextChange(at: 1_400) == 600)
    #expect(text(projector.frame(at: 31_000)).contains("0:30"))
    let after = text(projector.frame(at: 900_000))
    #expect(after.contains("  Time\n"))
    #expect(projector.nextChange(at: 900_000) == nil)
    #expect(projector.session.step == .think)
    _ = projector.take(.scalar("t"), at: 900_000)
    _ = projector.take(.scalar("t"), at: 910_000)
    #expect(text(projector.frame(at: 990_000)).contains("0:50"))
  }

  @Test func leavingAsksOnce() throws {
    var projector = try projector([.step(.think)])
    _ = projector.take(.scalar("q"), at: 0)
    #expect(!projector.isLeft)
    _ = projector.take(.scalar("x"), at: 0)
    _ = projector.take(.scalar("q"), at: 0)
    _ = projector.take(.scalar("q"), at: 0)
    #expect(projector.isLeft)
    #expect(projector.ground == .light)
  }

  @Test func aPastedLineEndDoesNotOfferTheLine() throws {
    var projector = try projector([.step(.tryAgain)])
    _ = projector.take(.scalar("f"), at: 0)
    _ = projector.take(.paste("May 2.\nI will come."), at: 0)
    #expect(projector.isTyping)
    let records = projector.take(.enter, at: 0)
    #expect(projector.session.round.ours?.words == "May 2.\nI will come.")
    #expect(records.count == 1)
  }

  @Test func theNotesHoldWhatTheScreenDoesNot() throws {
    let projector = try projector([.step(.voteOne), .counted(.first, 0, 77)])
    let notes = projector.notes(at: 0, minutes: 4)
    #expect(notes.contains("77 before"))
    #expect(notes.contains("FACILITATORNOTE here."))
    #expect(notes.contains("WHYWHY"))
    #expect(notes.contains("|  He wants a date."))
    #expect(!text(projector.frame(at: 0)).contains("77"))
  }

  /// Whatever is pressed, the class can be done again from its records, and the screen can be drawn.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func anyKeysGiveAClassThatCanBeTakenUp(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let scenario = seed < 20 ? try Practising.scenario(seed) : try Porch.scenario()
    let rubric = try #require(Practising.rubric)
    let fresh = RoomSession(scenario, rubric: rubric, seed: seed)
    var projector = RoomProjector(fresh, size: numbers.pick(Self.sizes))
    let letters = " vdsrepnuwglfhxtT+-=<?bABCDE0123456789".unicodeScalars.map { Key.scalar($0) }
    let keys = letters + letters + [.pageDown, .pageUp, .tab, .backspace, .escape, .enter, .up]
    var kept: [RoomAct] = []
    for _ in 0..<150 where !projector.isLeft {
      for record in projector.take(numbers.pick(keys), at: Int64(numbers.below(9_999))) {
        switch record {
        case .acted(let act): kept.append(act)
        case .undid: kept.removeLast()
        }
      }
      if numbers.once(in: 5) { _ = projector.frame(at: 0) }
    }
    let again = fresh.replaying(kept)
    #expect(again.acts == projector.session.acts)
    #expect(again.picture == projector.session.replaying(projector.session.acts).picture)
    #expect(again.rounds == projector.session.rounds)
    #expect(again.step == projector.session.step)
  }
}
