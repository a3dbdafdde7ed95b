import ScenarioEngine
import Scoring
import Testing

@testable import TerminalFront

@Suite struct RoomSessionTests {
  @Test func spaceAloneLeadsThroughTheWholeProcedure() throws {
    var session = try Porch.session()
    var steps: [RoomStep] = [session.step]
    for _ in 0..<80 where !session.isOver {
      _ = session.take(session.step == .goOn ? .choice(0) : .next)
      if session.step != steps.last { steps.append(session.step) }
    }
    let stop: [RoomStep] = [
      .scene, .think, .voteOne, .decide, .discuss, .voteTwo, .show, .askWhy, .reveal, .tryAgain,
      .goOn,
    ]
    #expect(
      steps == [.testCard, .frame] + stop + stop + [.scene, .threes, .debrief, .close]
    )
    #expect(session.isOver)
    #expect(session.wasSaidAloud)
  }

  @Test func theGroundRulesAreSaidAsTheyAreWritten() throws {
    let session = try Porch.session()
    let items = session.framePages[1].pieces.compactMap {
      if case .item(let text) = $0 { text } else { nil }
    }
    #expect(
      items.joined(separator: " ")
        == "Some of us have lived this. You may pass, watch or leave; nobody asks why. "
        + "No real family is named here. No one acts out an accent or a diagnosis."
    )
  }

  @Test func digitsCountTheLineUnderTheCursorAndTabGoesOn() throws {
    var session = try Porch.session(at: .voteOne)
    session.take([.people(20), .count, .digit(1), .digit(2), .nextCount, .digit(5)])
    session.take([.nextCount, .rest])
    let counts = session.ballot.choices.map { session.round.first[$0.id] }
    #expect(counts == [12, 5, 3])
    session.take([.previousCount, .digit(4), .erase, .digit(7)])
    #expect(session.round.first[session.ballot.choices[1].id] == 7)
  }

  @Test func aCountMayBeMendedAfterItWasShown() throws {
    var session = try Porch.session(at: .voteOne)
    session.take([.counted(.first, 0, 9), .step(.show), .count, .count, .digit(4)])
    #expect(session.round.first[session.ballot.choices[0].id] == 4)
    #expect(session.step == .show)
  }

  @Test func undoTakesBackAnythingAtAll() throws {
    var session = try Porch.session()
    var keys: [RoomKey] = [
      .people(9), .step(.voteOne), .count, .digit(3), .step(.show), .step(.reveal), .offer("Hm."),
      .step(.goOn), .choice(1), .step(.voteOne), .counted(.first, 0, 2), .rewind(0),
    ]
    var states: [(RoomStep, RoomRound, Int)] = []
    while !keys.isEmpty {
      let before = session.acts.count
      let state = (session.step, session.round, session.conversation.turnCount)
      _ = session.take(keys.removeFirst())
      if session.acts.count > before { states.append(state) }
    }
    #expect(states.count >= 11)
    for (step, round, turns) in states.reversed() {
      #expect(session.take(.undo) == [.undid])
      #expect(session.step == step)
      #expect(session.round == round)
      #expect(session.conversation.turnCount == turns)
    }
    #expect(session.take(.undo).isEmpty)
  }

  @Test func totalsProveNoMoreThanTheyCan() {
    let before = ["a": 8, "b": 9, "c": 3]
    #expect(
      RoomRound(first: before, second: ["a": 15, "b": 3, "c": 2]).leastChanged(people: 20) == 7
    )
    #expect(RoomRound(first: before, second: before).leastChanged(people: nil) == 0)
    // Three who had been silent may be the three that A gained.
    #expect(RoomRound(first: ["a": 5], second: ["a": 8]).leastChanged(people: 10) == 3)
    #expect(RoomRound(first: ["a": 8], second: ["a": 5]).leastChanged(people: 8) == 3)
    #expect(RoomRound(first: before, second: [:]).leastChanged(people: 20) == nil)
  }

  @Test func lookingBackComesOnlyAfterSayingItAloudOrAskingTwice() throws {
    var session = try Porch.session(at: .think)
    _ = session.take(.step(.debrief))
    #expect(session.step == .threes)
    #expect(session.notice?.contains("threes") == true)
    _ = session.take(.step(.debrief))
    #expect(session.step == .debrief)
    _ = session.take(.step(.close))
    #expect(session.step == .close, "it was left out already")
    #expect(!session.wasSaidAloud)
  }

  @Test func aClassThatGoesBackFromItsEndIsNotOver() throws {
    var session = try Porch.session(at: .threes)
    session.take([.step(.close), .next, .next])
    #expect(session.isOver)
    _ = session.take(.back)
    #expect(!session.isOver)
    #expect(session.picture.words.contains("24 hours"))
  }

  @Test func theThreeSwapSeatsUntilAllHaveSatInEach() throws {
    var session = try Porch.session(at: .threes)
    var workers: [String] = []
    for _ in 0..<3 {
      let words = session.picture.words
      #expect(words.contains("Whose hands are still?"))
      #expect(words.contains("So when is Sam home?"))
      workers += ["first", "second", "third"].filter { words.contains("Worker, the \($0)") }
      _ = session.take(.next)
    }
    #expect(workers.sorted() == ["first", "second", "third"])
    #expect(session.step == .debrief)
  }

  @Test func theRoomsOwnLineJoinsTheBallotAndGetsNoLevel() throws {
    var session = try Porch.session(at: .reveal)
    session.take([.offer("May 2, and I will be there."), .step(.tryAgain)])
    #expect(session.ballot.choices.last?.letter == "D")
    let words = session.picture.words
    let early = try Porch.session(at: .tryAgain).with(.offer("May 2."))
    #expect(!early.picture.words.contains("KEEP"), "not before the reveal")
    #expect(words.contains("KEEP May 2") && words.contains("CHANGE May 2"))
    for level in 1...4 {
      for dimension in session.rubric.dimensions {
        #expect(!words.contains(": \(dimension.name(ofLevel: level))"))
      }
    }
    _ = session.take(.count)
    #expect(session.step == .voteTwo)
    session.take([.counted(.second, 3, 9), .step(.show), .step(.goOn)])
    #expect(session.take(.next).isEmpty, "the story cannot follow a line nobody wrote")
    _ = session.take(.withdraw)
    #expect(session.round.second[RoomBallot.ours] == nil)
  }

  @Test func theRoomsChoiceIsFollowedOnlyOnceItIsShown() throws {
    var session = try Porch.session(at: .voteTwo)
    let place = try session.place("promise")
    session.take([.counted(.second, place, 9), .step(.goOn)])
    #expect(!session.picture.words.contains("Most of you"))
    #expect(session.take(.next).isEmpty)
    session.take([.step(.show), .step(.goOn)])
    #expect(session.take(.next) == [.acted(.wentOn(reply: "promise"))])
  }

  @Test func aTieIsTheFacilitatorsToDecide() throws {
    var session = try Porch.session(at: .voteTwo)
    session.take([.counted(.second, 0, 4), .counted(.second, 1, 4), .step(.show), .step(.goOn)])
    #expect(session.take(.next).isEmpty)
    #expect(!session.take(.choice(2)).isEmpty)
  }

  @Test func backFromTheNextStopIsTheForkWithItsCounts() throws {
    var session = try Porch.session(at: .voteOne)
    session.take([.counted(.first, 0, 4), .step(.goOn), .choice(0), .back])
    #expect(session.step == .goOn)
    #expect(session.conversation.turnCount == 0)
    #expect(session.round.total(.first) == 4)
  }

  @Test func theLedgerIsWhatWasSaidAndNotThatItHarmed() throws {
    var session = try Porch.session(at: .goOn)
    _ = session.take(.choice(try session.place("promise")))
    let words = RoomPicture.page(session.ledgerPage).words
    #expect(words.contains("Promised that the child comes home"))
    #expect(!words.contains("Harmed"))
  }

  @Test func theFacilitatorsAdviceHasABand() throws {
    var session = try Porch.session(at: .voteOne)
    let best = try session.place("date")
    let other = try session.place("wait")
    func advice(_ onBest: Int, _ onOther: Int) -> String {
      session.take([.counted(.first, best, onBest), .counted(.first, other, onOther)])
      return RoomNotes.advice(session).last ?? ""
    }
    #expect(advice(2, 8).hasPrefix("Fewer than 30%"))
    #expect(advice(3, 7).hasPrefix("Between"))
    #expect(advice(7, 3).hasPrefix("Between"))
    #expect(advice(8, 2).hasPrefix("More than 70%"))
  }
}
