import ScenarioCompiler
import ScenarioEngine
import Scoring
import SourceText
import Testing

@testable import TerminalFront

/// Two stops on a porch; the strongest line is written first, which the room must not be able to tell.
enum Porch {
  static let text = #"""
    {
      "format": "rehearse-scenario/1", "id": "porch", "title": "The porch",
      "summary": "Ray asks when.", "setting": "A porch, after rain.", "order": "as-written",
      "contentNote": "Talk of losing a child.", "listener": "ray",
      "cast": {
        "ray": { "name": "Ray", "role": "birth-parent", "about": "Wants his boy home." },
        "sam": { "name": "Sam", "role": "child", "about": "Four." }
      },
      "watchFor": ["Whose hands are still?"], "after": ["Say one date today."],
      "notes": ["FACILITATORNOTE of the whole."],
      "opening": "step",
      "moments": {
        "step": {
          "lines": [{ "by": "ray", "text": "So when is {sam} home?", "mood": "tired" }],
          "ask": "He wants a date. What do you say?",
          "discuss": "What does he need first?", "hint": "HINTHINT", "notes": "FACILITATORNOTE here.",
          "replies": [
            { "id": "date", "say": "The judge looks on May 2. Nobody knows yet how it ends.",
              "rates": { "honesty": 4, "clarity": 4, "shared-parenting": null },
              "why": "WHYWHY one.", "heard": "HEARDHEARD one.",
              "reaction": [{ "by": "ray", "text": "REACTION one." }],
              "tells": [{ "element": "dates", "words": "The judge looks on May 2" }], "next": "rail" },
            { "id": "promise", "say": "Do the classes and {sam} will be home by May.",
              "rates": { "honesty": 1, "clarity": 3, "shared-parenting": null },
              "why": "WHYWHY two.", "heard": "HEARDHEARD two.",
              "promises": [{ "id": "home", "about": "plan-a", "words": "will be home by May" }],
              "next": "rail" },
            { "id": "wait", "say": "Let us not talk about dates tonight.",
              "rates": { "honesty": 2, "clarity": 2, "shared-parenting": null },
              "why": "WHYWHY three.", "heard": "HEARDHEARD three.", "next": "rail" }
          ]
        },
        "rail": {
          "lines": [{ "by": "ray", "text": "And if it is no?" }],
          "replies": [
            { "id": "both", "say": "There are two plans, and I work on both.",
              "rates": { "honesty": 3, "clarity": 3, "shared-parenting": null },
              "why": "WHYWHY four.", "heard": "HEARDHEARD four.", "next": "end" },
            { "id": "push", "say": "If you push, the visits stop.",
              "rates": { "honesty": 1, "clarity": 3, "shared-parenting": 1 },
              "why": "WHYWHY five.", "heard": "HEARDHEARD five.", "next": "end" }
          ]
        },
        "end": {
          "lines": [{ "text": "He nods." }],
          "ending": { "title": "At the rail", "text": "He knows more.", "kind": "connected" }
        }
      }
    }
    """#

  static func scenario() throws -> Scenario { try compile(text) }

  static func compile(_ text: String) throws -> Scenario {
    let rubric = try #require(Practising.rubric)
    let result = ScenarioCompiler.compile(
      SourceFile(path: "porch.json", bytes: Array(text.utf8)),
      context: CompileContext(dimensions: [rubric.id: rubric.dimensions.map(\.id)])
    )
    return try #require(result.scenario, "\(result.diagnostics)")
  }

  static func session(seed: UInt64 = 3) throws -> RoomSession {
    let rubric = try #require(Practising.rubric)
    return RoomSession(try scenario(), rubric: rubric, seed: seed) { line, _ in
      (keep: "KEEP \(line)", change: "CHANGE \(line)")
    }
  }

  /// A class that stands at a step of the first stop.
  static func session(at step: RoomStep) throws -> RoomSession {
    var session = try session()
    _ = session.take(.step(step))
    return session
  }
}

extension RoomSession {
  /// Takes several commands.
  mutating func take(_ keys: [RoomKey]) { for key in keys { _ = take(key) } }

  /// The same after one more command.
  func with(_ key: RoomKey) -> RoomSession {
    var next = self
    _ = next.take(key)
    return next
  }

  /// The place on the ballot of a reply.
  func place(_ id: String) throws -> Int { try #require(ballot.place(of: id)) }
}

extension RoomPicture {
  /// Every word of it, as a screen reader would say it.
  var words: String {
    LineRenderer.lines(RoomScreen.blocks(self)).map(\.text).joined(separator: "\n")
  }
}
