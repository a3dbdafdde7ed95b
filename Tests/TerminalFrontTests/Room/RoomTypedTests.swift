import Testing

@testable import TerminalFront

@Suite struct RoomTypedTests {
  @Test func wordsMeanTheSameStepsAsKeys() throws {
    let session = try Porch.session(at: .voteOne)
    func commands(_ line: String) -> [RoomKey]? {
      if case .commands(let keys) = RoomTyped(line, in: session) { keys } else { nil }
    }
    #expect(commands("") == [.next])
    #expect(commands("NEXT") == [.next])
    #expect(
      commands("vote 8 9 3") == [
        .counted(.first, 0, 8), .counted(.first, 1, 9), .counted(.first, 2, 3),
      ]
    )
    #expect(commands("vote2 1") == [.counted(.second, 0, 1)])
    #expect(commands("people 20") == [.people(20)])
    #expect(commands("ours May 2, at eight.") == [.offer("May 2, at eight.")])
    #expect(commands("ours") == [.withdraw])
    #expect(commands("goto ask-why") == [.step(.askWhy)])
    #expect(commands("c") == [.choice(2)])
    #expect(commands("rewind 1") == [.rewind(0)])
    #expect(RoomTyped("timer 2", in: session) == .timer(120))
  }

  @Test(arguments: [
    "vote", "vote 8 9 3 4", "vote 8 x", "vote 1 =", "vote -1", "goto nowhere", "people many",
    "Z", "what", "vote 99999999999999999999",
  ])
  func whatIsNotKnownIsExplained(line: String) throws {
    let session = try Porch.session(at: .voteOne)
    guard case .unknown(let sentence) = RoomTyped(line, in: session) else {
      Issue.record("\(line) was taken")
      return
    }
    #expect(sentence.count > 10)
  }

  @Test func theRestGoesToTheLastOne() throws {
    var session = try Porch.session(at: .voteOne)
    _ = session.take(.people(20))
    #expect(
      RoomTyped("vote 8 9 =", in: session)
        == .commands([.counted(.first, 0, 8), .counted(.first, 1, 9), .counted(.first, 2, 3)])
    )
  }

  /// The same class by keys and by words is the same class.
  @Test func bothRenderersKeepTheSame() throws {
    var byKeys = try Porch.session()
    byKeys.take([
      .people(20), .step(.voteOne), .counted(.first, 0, 8), .counted(.first, 1, 12), .next, .next,
      .step(.show), .next, .step(.reveal), .step(.goOn), .choice(0),
    ])
    var byWords = try Porch.session()
    let lines = [
      "people 20", "goto vote-one", "vote 8 12", "", "", "show", "", "reveal", "go", "a",
    ]
    for line in lines {
      guard case .commands(let keys) = RoomTyped(line, in: byWords) else {
        Issue.record("\(line) was not taken")
        continue
      }
      byWords.take(keys)
    }
    #expect(byWords.acts == byKeys.acts)
    #expect(byWords.picture == byKeys.picture)
  }
}
