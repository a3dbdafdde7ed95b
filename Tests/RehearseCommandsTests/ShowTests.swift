import Foundation
import Platform
import Terminal
import TerminalFront
import TestSupport
import Testing

@testable import RehearseCommands

/// `rehearse show`: how the room will see it.
@Suite struct ShowTests {
  private let computer = Computer()

  init() { computer.memory.setEnvironment("TERM", "xterm") }

  private func show(_ words: String...) -> Run {
    computer.run(["show", Kitchen.path] + words)
  }

  @Test(arguments: ["40x12", "55x16", "80x24"])
  func theStopsAreShownAsTheRoomHasThem(size: String) throws {
    let run = show("--size", size)
    #expect(run.status == 0)
    try expectGolden(run.output, "show-\(size).txt")
  }

  /// Not a copy of the room's layout: the very rows that a class of the same seed shows.
  @Test func theRowsAreThoseOfAClass() throws {
    let rows = show("door").lines.filter { $0.hasPrefix("|") }.map { $0.dropFirst().dropLast() }
    guard case .scenario(let playable) = try Catalog(host: computer.host).find(Kitchen.path) else {
      Issue.record("no scenario")
      return
    }
    var shown: [String] = []
    for step in [RoomStep.scene, .think] {
      var session = RoomSession(playable.scenario, rubric: playable.rubric, seed: 1)
      _ = session.take(.step(step))
      let frame = RoomProjector(session, size: TerminalSize(rows: 16, columns: 55)).frame(at: 0)
      shown += frame.rows.indices.map { frame.text(row: $0) }
    }
    #expect(rows == shown.map { $0.padding(toLength: 55, withPad: " ", startingAt: 0)[...] })
  }

  @Test func aNamedMomentIsShownInEachWayItCanLook() {
    let run = show("table")
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: [
        "After door/promise.", "You said May.", "After door/date.", "if it is no",
      ])
    )
  }

  /// A moment without a line of its own is passed through on the way to the next stop.
  @Test func aMomentThatOnlyLeadsOnIsSeenInTheNextScene() throws {
    computer.put("/home/person/truck.json", try GuidePage.example("Library/red-truck.json"))
    let all = computer.run(["show", "/home/person/truck.json"])
    #expect(all.status == 0)
    #expect(!all.output.contains("Nothing that can be chosen"))
    let one = computer.run(["show", "/home/person/truck.json", "out"])
    #expect(one.shows(inOrder: ["out:", "It leads on to ", "Scene:"]))
  }

  @Test func plainHasNoFrames() {
    let run = show("--plain")
    #expect(!run.output.contains("+---"))
    #expect(!run.output.contains("|"))
    #expect(run.output.contains("So when is Sam home?"))
  }

  @Test func aMomentThatIsNotThereIsSixtySixWithTheNearest() {
    let run = show("dor")
    #expect(run.status == 66)
    #expect(run.errors.contains("There is no moment \"dor\""))
    #expect(run.errors.contains("Did you mean door?"))
    #expect(show("zzzzzz").errors.contains("It has door, table"))
  }

  @Test(arguments: [
    ("16x55", "55x16"), ("30x10", "40x12"), ("55", "55x16"), ("big", "55x16"),
    ("55 x 16", "55x16"), ("900x900", "500x200"), ("", "55x16"),
  ])
  func aSizeThatCannotBeIsTwoWithTheNearest(size: String, nearest: String) {
    let run = show("--size", size)
    #expect(run.status == 2)
    #expect(run.errors.contains("did you mean \(nearest)?"))
  }

  @Test func aBrokenFileIsSixtyFive() {
    computer.put("/home/person/bad.json", "{")
    #expect(computer.run(["show", "/home/person/bad.json"]).status == 65)
    #expect(computer.run(["show", "/home/person/none.json"]).status == 66)
  }

  /// "With about so many letters a line it would fit": lines of that length do fit.
  @Test(arguments: ["40x12", "55x16", "80x24"], 2...4)
  func theLettersThatWouldFitDoFit(size: String, count: Int) throws {
    let words = "We told you that badly and I am sorry because the judge first looks on June and "
    let long = String(repeating: words, count: 14)
    func remark(_ letters: Int) throws -> String {
      var cut = String(long.prefix(letters))
      while cut.last == " " { cut.removeLast() }
      computer.put("/home/person/long.json", try Self.scenario(count, saying: cut))
      let run = computer.run(["show", "/home/person/long.json", "door", "--size", size])
      #expect(run.status == 0, "\(run.errors)")
      return run.lines.first { $0.hasPrefix("- Ballot: ") } ?? ""
    }
    let tooLong = try remark(1_000)
    let start = try #require(tooLong.range(of: "With about ")?.upperBound, "\(tooLong)")
    let letters = try #require(Int(tooLong[start...].prefix { $0.isNumber }))
    #expect(try remark(letters) == "")
    // And it is not far from the most that fits.
    #expect(try remark(letters * 2) != "")
  }

  private static func scenario(_ count: Int, saying words: String) throws -> String {
    let replies = (1...count).map {
      #"""
      { "id": "r\#($0)", "say": "\#($0) \#(words)", "why": "W.", "heard": "H.", "next": "end",
        "rates": { "honesty": 3, "clarity": 3, "shared-parenting": null } }
      """#
    }
    return #"""
      {
        "format": "rehearse-scenario/1", "id": "long", "title": "Long", "summary": "S.",
        "setting": "A door.", "listener": "ray", "opening": "door",
        "cast": { "ray": { "name": "Ray", "role": "birth-parent", "about": "He." } },
        "moments": {
          "door": { "lines": [{ "text": "A door." }], "ask": "What do you say?",
            "replies": [\#(replies.joined(separator: ","))] },
          "end": { "lines": [], "ending": { "title": "E", "text": "T.", "kind": "mixed" } }
        }
      }
      """#
  }
}
