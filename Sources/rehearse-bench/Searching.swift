import Authoring
import Foundation
import JSONSyntax
import ScenarioCompiler
import ScenarioEngine
import Scoring
import SourceText

/// How fast an author's tools are on very large scenarios; processor time, for the machine may be shared.
struct Searching {
  let listening: Listening

  /// Structure and search, then the scorer's pass, then the bots, on one scenario.
  func measure(_ name: String, _ source: [UInt8]) throws {
    let file = SourceFile(path: "\(name).json", bytes: source)
    let scenario = try Bench.compile(source)
    let size = "\(scenario.momentCount) moments, \(scenario.replyCount) replies"
    let start = Machine.processorSeconds
    let graph = StateSearch.run(scenario)
    let outcomes = Outcomes(graph)
    let time = Machine.processorSeconds - start
    print(
      "search of \(name), \(size): \(Self.text(time)) s, \(graph.stateCount) states, "
        + "\(graph.isComplete ? "complete" : "stopped at the cap, more remain"), "
        + "\(outcomes.endings.count) endings; peak memory \(Machine.peakMegabytes) MB"
    )
    guard let document = JSONReader.read(file).document else {
      throw Bench.Failure.doesNotCompile(name)
    }
    let searched = Machine.processorSeconds
    let review = ScenarioReview.of(document, scenario)
    let reviewed = Machine.processorSeconds
    print(
      "everything check does but the scorer: \(Self.text(reviewed - searched)) s, "
        + "\(review.findings.count) findings; peak memory \(Machine.peakMegabytes) MB"
    )
    let (count, judged) = listening.judgeReplies(of: scenario)
    print(
      "the scorer's pass: \(Self.text(Machine.processorSeconds - reviewed)) s for \(count) replies, "
        + "\(judged) of them unlike in words or place"
    )
    for manner in Bots.Manner.allCases {
      let start = Machine.processorSeconds
      var turns = 0
      var seed: UInt64 = 0
      repeat {
        seed += 1
        turns += Bots.run(scenario, manner, runs: 2_000, seed: seed).turns
      } while Machine.processorSeconds - start < 1
      let speed = Double(turns) / (Machine.processorSeconds - start)
      print("try, the \(manner.rawValue) bot: \(Int(speed)) turns a second")
    }
  }

  private static func text(_ seconds: Double) -> String { String(format: "%.2f", seconds) }

  /// A scenario whose states are many and can all be looked at: trust and two flags over a long way.
  static func ladder(_ count: Int) -> [UInt8] {
    var text = """
      { "format": "rehearse-scenario/1", "id": "ladder", "title": "Ladder", "summary": "A long way.",
        "setting": "Nowhere.", "listener": "mother", "order": "as-written", "opening": "m0",
        "cast": { "mother": { "name": "Mother", "role": "birth-parent", "about": "Somebody." } },
        "state": { "trust": { "start": 2, "from": 0, "to": 5 }, "asked": { "start": false },
          "owned": { "start": false } },
        "moments": {

      """
    let effects = [
      #""trust": "+1""#, #""trust": "-1", "asked": true"#, #""owned": true"#, #""asked": false"#,
    ]
    for place in 0..<count {
      let replies = (0..<4).map { reply in
        let target = place + 1 + (reply * reply * 3) % 7
        let when = reply == 3 && place % 5 == 0 ? #""when": "trust > 2 and not asked", "# : ""
        return
          #"{ "id": "r\#(reply)", \#(when)"say": "Reply \#(reply) of \#(place) says this much.", "#
          + #""rates": { "honesty": \#(1 + reply), "clarity": 3, "shared-parenting": null }, "#
          + #""why": "Because.", "heard": "Something.", "effects": { \#(effects[reply]) }, "#
          + #""next": "\#(target < count ? "m\(target)" : place % 2 == 0 ? "good" : "bad")" }"#
      }
      let line = #"{ "text": "She waits.", "when": "owned or trust < \#(1 + place % 4)" }"#
      text +=
        #""m\#(place)": { "lines": [\#(line)], "replies": [\#(replies.joined(separator: ",\n"))] },"#
      text += "\n"
    }
    text += """
      "good": { "lines": [], "ending": { "title": "Good", "text": "So.", "kind": "connected" } },
      "bad": { "lines": [], "ending": { "title": "Bad", "text": "So.", "kind": "broken" } } } }

      """
    return Array(text.utf8)
  }
}
