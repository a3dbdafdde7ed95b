import Foundation
import ScenarioEngine
import Scoring
import SourceText

/// How fast typed words are judged, and the worst that can be typed.
struct Listening {
  let listener: Listener
  /// How long it took from the files to the first judgement.
  private let milliseconds: Double

  init() throws {
    let start = DispatchTime.now().uptimeNanoseconds
    func bytes(_ path: String) throws -> [UInt8] {
      try Array(Data(contentsOf: URL(filePath: "Scenarios/Rubrics/\(path)")))
    }
    let file = SourceFile(path: "core.json", bytes: try bytes("core.json"))
    let (rubric, diagnostics) = RubricLoader.load(file, checkingCues: false)
    guard let rubric else {
      throw Bench.Failure.doesNotCompile(DiagnosticRenderer(files: [file]).text(for: diagnostics))
    }
    listener = Listener(
      rubric,
      vocabulary: Vocabulary(lines: try bytes("words.txt")),
      ear: EarLoader.load(SourceFile(path: "ear", bytes: try bytes("core-ear.json"))).ear
    )
    _ = listener.judge("What would help you most today?", ListeningContext())
    milliseconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
  }

  func measure() throws {
    print("first judgement, files read: \(String(format: "%.1f", milliseconds)) ms")
    let lines = try Array(Data(contentsOf: URL(filePath: "Tests/Support/dev.jsonl")))
    let count = lines.count { $0 == UInt8(ascii: "\n") }
    _ = ScoreLines.judge(lines, by: listener)
    let start = DispatchTime.now().uptimeNanoseconds
    for _ in 0..<5 { _ = ScoreLines.judge(lines, by: listener) }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    print("judged: \(Int(Double(count * 5) / seconds)) utterances a second, with their cards read")
    for (name, text) in [
      ("400 x a", String(repeating: "a ", count: 400)),
      ("400 x if you", String(repeating: "if you ", count: 400)),
      ("10,000 letters", String(repeating: "I can not promise that you will get her ", count: 250)),
    ] {
      var slowest = 0.0
      for _ in 0..<20 {
        let start = DispatchTime.now().uptimeNanoseconds
        _ = listener.judge(text, ListeningContext())
        slowest = max(slowest, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
      }
      print("judged: \(name) in at most \(String(format: "%.1f", slowest)) ms")
    }
  }

  /// Judges every reply of a scenario where it stands, like words in a like place once.
  func judgeReplies(of scenario: Scenario) -> (replies: Int, judged: Int) {
    struct Saying: Hashable {
      let words: String
      let context: ListeningContext
    }
    let state = Conversation(scenario, seed: 0).state
    var judged: [Saying: Judgement] = [:]
    for reply in scenario.replyIndices {
      let saying = Saying(
        words: scenario.text(scenario.reply(reply).say, in: state),
        context: ListeningContext(scenario, at: scenario.reply(reply).moment)
      )
      if judged[saying] == nil { judged[saying] = listener.judge(saying.words, saying.context) }
    }
    return (scenario.replyCount, judged.count)
  }
}
