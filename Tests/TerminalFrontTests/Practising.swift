import Foundation
import ScenarioCompiler
import ScenarioEngine
import Scoring
import SourceText
import TestSupport
import Testing

@testable import TerminalFront

/// Rehearsals to test with.
enum Practising {
  private static let rubricFile = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Scenarios/Rubrics/core.json")

  /// The rubric that ships.
  static let rubric: Rubric? = {
    guard let data = try? Data(contentsOf: rubricFile) else { return nil }
    return RubricLoader.load(SourceFile(path: "core.json", bytes: Array(data))).rubric
  }()

  /// A scenario made at random.
  static func scenario(_ seed: UInt64) throws -> Scenario {
    let rubric = try #require(rubric)
    let file = SourceFile(path: "random.json", bytes: Array(RandomScenario.json(seed: seed).utf8))
    let context = CompileContext(dimensions: [rubric.id: rubric.dimensions.map(\.id)])
    let result = ScenarioCompiler.compile(file, context: context)
    return try #require(result.scenario, "seed \(seed): \(result.diagnostics)")
  }

  static func rehearsal(_ seed: UInt64, mode: Mode = .rehearse) throws -> Rehearsal {
    let conversation = Conversation(try scenario(seed), seed: seed)
    let rubric = try #require(rubric)
    return Rehearsal(conversation, mode: mode, rubric: rubric, listener: { Listener(rubric) })
  }

  /// Goes from the beginning to the end of the debrief, or for so many entries, and hands over each
  /// rehearsal with the entry that comes next.
  static func walk(
    _ seed: UInt64,
    mode: Mode = .rehearse,
    withCommands: Bool = true,
    limit: Int = 60,
    _ visit: (Rehearsal, String, Rehearsal.Step) throws -> Void
  ) throws -> Rehearsal {
    var numbers = SeededNumbers(seed: seed)
    var rehearsal = try rehearsal(seed, mode: mode)
    _ = rehearsal.begin()
    var count = 0
    while rehearsal.outcome == nil, count < limit {
      count += 1
      let entry = entry(for: rehearsal, withCommands: withCommands, &numbers)
      let before = rehearsal
      try visit(before, entry, rehearsal.take(.line(entry)))
    }
    return rehearsal
  }

  private static func entry(
    for rehearsal: Rehearsal,
    withCommands: Bool,
    _ numbers: inout SeededNumbers
  ) -> String {
    switch rehearsal.phase {
    case .replying:
      if withCommands, numbers.once(in: 4) {
        return numbers.pick([
          "?", "where", "hint", "back", "99", "", "no such words", "-1", "options",
          "The judge decides on June 4.", "I promise you'll get her back.",
        ])
      }
      return numbers.pick(rehearsal.openKeys)
    case .consenting: return numbers.pick(["yes", "no", "perhaps"])
    case .confirming: return numbers.pick(["yes", "no", "", "I don't know yet."])
    case .choosingWay: return numbers.pick(rehearsal.openKeys + [""])
    case .reflecting: return numbers.pick(["", "It was hard.", "where", "back"])
    case .rating: return numbers.pick(["", "1", "2", "3", "4"])
    case .choosingTurn: return numbers.pick(["", "", "", "x", "0"])
    case .planning: return numbers.pick(["", "When it rings, I say one date."])
    case .keepingPlan: return numbers.pick(["yes", "no", "what"])
    }
  }
}
