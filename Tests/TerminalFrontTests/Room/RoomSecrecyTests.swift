import Foundation
import ScenarioEngine
import Scoring
import Terminal
import TestSupport
import Testing

@testable import TerminalFront

/// What the room may not see yet is not on its screen, at any stop of any scenario.
@Suite struct RoomSecrecyTests {
  static let shipped: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Scenarios/Library").standardized
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  private static func text(_ name: String) throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Scenarios/Library/\(name)").standardized
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// Counts that stand in no text.
  private static let counts = [371, 482, 593, 614]

  /// Steps before the counts are shown, and those of them that can also come after.
  private static let beforeShow: [RoomStep] = [
    .scene, .think, .voteOne, .decide, .discuss, .voteTwo,
  ]
  private static let beforeReveal: [RoomStep] = [.askWhy, .tryAgain, .goOn, .threes]

  @Test func thereAreScenariosToLookAt() { #expect(Self.shipped.count >= 4) }

  /// The talks of the shipped case, each of which may be reached only with what an earlier one left.
  private static let talks = [
    "same-sentence-tanya.json", "same-sentence-dana.json", "same-sentence-both.json",
  ]

  @Test(arguments: shipped.filter { !talks.contains($0) })
  func noStopOfAShippedScenarioLeaks(name: String) throws {
    let scenario = try Porch.compile(try Self.text(name))
    let seen = try Self.walk(scenario) { session in try Self.look(at: session) }
    #expect(seen == Self.asking(scenario))
  }

  @Test func noStopOfATalkInACaseLeaksWhateverWasSaidBefore() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Scenarios/Cases/the-same-sentence.json").standardized
    let file = try JSONSerialization.jsonObject(with: Data(contentsOf: folder)) as? [String: Any]
    #expect((file?["scenarios"] as? [String])?.map { "\($0).json" } == Self.talks)
    let carry = try #require(file?["carry"] as? [String])
    let scenarios = try Self.talks.map { try Porch.compile(try Self.text($0)) }
    var seen = scenarios.map { _ in Set<MomentIndex>() }
    var numbers = SeededNumbers(seed: 11)
    // Whole cases by chance: what one talk leaves is what opens a stop of a later one.
    for _ in 0..<400 {
      var carried = Carried()
      for (place, scenario) in scenarios.enumerated() {
        var conversation = Conversation(scenario, seed: 7, carried: carried)
        while conversation.ending == nil {
          if seen[place].insert(conversation.state.moment).inserted {
            try Self.look(at: Self.session(conversation))
          }
          conversation.choose(numbers.pick(conversation.offers.filter(\.isOpen)).reply)
        }
        carried = conversation.carriedOn(carry)
      }
    }
    for (scenario, seen) in zip(scenarios, seen) {
      let missed = Self.asking(scenario).subtracting(seen).map { scenario.id(of: $0) }
      #expect(missed.isEmpty, "\(scenario.notes.id): \(missed)")
    }
  }

  private static func session(_ conversation: Conversation) throws -> RoomSession {
    let rubric = try #require(Practising.rubric)
    return RoomSession(
      conversation.scenario,
      rubric: rubric,
      seed: conversation.seed,
      carried: conversation.carried
    ).replaying(conversation.moves.map { .wentOn(reply: $0.reply) })
  }

  private static func asking(_ scenario: Scenario) -> Set<MomentIndex> {
    Set(
      (0..<scenario.momentCount).map { MomentIndex($0) }.filter {
        !scenario.replies(of: $0).isEmpty
      }
    )
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func noStopOfARandomScenarioLeaks(seed: UInt64) throws {
    _ = try Self.walk(try Practising.scenario(seed), limit: 400) { session in
      try Self.look(at: session)
    }
  }

  /// Visits every stop that can be reached, once.
  private static func walk(
    _ scenario: Scenario,
    limit: Int = 3_000,
    _ visit: (RoomSession) throws -> Void
  ) throws -> Set<MomentIndex> {
    var seen: Set<MomentIndex> = []
    var known: Set<State> = []
    var waiting = [Conversation(scenario, seed: 7)][...]
    while let conversation = waiting.popFirst(), known.count < limit {
      guard conversation.ending == nil, known.insert(conversation.state).inserted else { continue }
      if seen.insert(conversation.state.moment).inserted { try visit(session(conversation)) }
      for offer in conversation.offers where offer.isOpen {
        var next = conversation
        next.choose(offer.reply)
        // What has not been seen comes first, so that a wide story does not use up the limit.
        let place = seen.contains(next.state.moment) ? waiting.endIndex : waiting.startIndex
        waiting.insert(next, at: place)
      }
    }
    return seen
  }

  private static func look(at start: RoomSession) throws {
    var session = start
    for (place, _) in session.ballot.choices.enumerated() {
      session.take([
        .step(.voteOne), .counted(.first, place, counts[place % 4]), .step(.voteTwo),
        .counted(.second, place, counts[(place + 1) % 4]),
      ])
    }
    let key = secrets(of: session)
    for step in beforeShow + beforeReveal {
      _ = session.take(.step(step))
      for card in 0..<max(1, session.cardCount(step)) {
        var here = session
        for _ in 0..<card { _ = here.take(.more) }
        expectHidden(here, key, at: step)
        _ = here.take(.count)
        expectHidden(here, key, at: here.step)
      }
    }
    // Shown is not revealed.
    _ = session.take(.step(.show))
    for step in [RoomStep.show, .askWhy, .tryAgain, .goOn] {
      _ = session.take(.step(step))
      expectNone(of: key, in: session.picture.words, at: step)
    }
  }

  /// Everything an author says about the replies here, and what only the facilitator may read.
  private static func secrets(of session: RoomSession) -> [String] {
    let scenario = session.scenario
    let state = session.conversation.state
    let own = scenario.notes(of: state.moment)
    var secrets = [own.hint, own.notes].compactMap { $0 }.map { scenario.text($0, in: state) }
    for choice in session.ballot.choices {
      guard let reply = session.reply(of: choice) else { continue }
      let notes = scenario.notes(of: reply)
      secrets += [scenario.text(notes.why, in: state), scenario.text(notes.heard, in: state)]
    }
    secrets += scenario.notes.notes
    secrets += session.rubric.dimensions.map { "\($0.title): " }
    return secrets.filter { $0.count > 6 }
  }

  private static func expectHidden(_ session: RoomSession, _ key: [String], at step: RoomStep) {
    let words = session.picture.words
    expectNone(of: key, in: words, at: step)
    if case .tally = session.picture { Issue.record("a tally at \(step)") }
    if case .reveal = session.picture { Issue.record("the key at \(step)") }
    var screens = words
    if step.vote != nil {
      var projector = RoomProjector(session, size: TerminalSize(rows: 16, columns: 55))
      let around = projector.surroundings(at: 0)
      let count = RoomScreen.pageCount(session.picture, around, size: projector.size)
      for page in 0..<count {
        projector.page = page
        let frame = projector.frame(at: 0)
        screens += frame.rows.indices.map { frame.text(row: $0) }.joined(separator: "\n")
      }
    }
    for count in counts where screens.contains(String(count)) {
      Issue.record("\(count) can be seen at \(step) of \(session.conversation.state.moment)")
    }
  }

  private static func expectNone(of key: [String], in words: String, at step: RoomStep) {
    for secret in key where words.contains(secret) {
      Issue.record("\"\(secret)\" can be seen at \(step)")
    }
  }

  /// In no place of the ballot does the strongest line stand for every seed.
  @Test(arguments: shipped)
  func theOrderDoesNotBetrayTheKey(name: String) throws {
    try Self.expectMixed(try Porch.compile(try Self.text(name)))
  }

  @Test func anOrderAsWrittenIsMixedTooInClass() throws {
    try Self.expectMixed(try Porch.scenario())
  }

  private static func expectMixed(_ scenario: Scenario) throws {
    let rubric = try #require(Practising.rubric)
    var places: [Int: Int] = [:]
    var count = 0
    for seed in 0..<60 as Range<UInt64> {
      let session = RoomSession(scenario, rubric: rubric, seed: seed)
      count = session.ballot.choices.count
      let strongest = try #require(session.strongest)
      places[try #require(session.ballot.place(of: strongest.id)), default: 0] += 1
    }
    #expect(places.count == count)
    #expect((places.values.max() ?? 0) < 60 * 3 / 4)
  }
}
