import Foundation
import Scoring
import SourceText
import Testing

@Suite struct EarExamplesTests {
  private static let files = [
    "Tests/Support/dev.jsonl", "Tests/Support/dev-more.jsonl",
    "Sources/Scoring/Training/writers.jsonl", "Sources/Scoring/Training/more-writers.jsonl",
    "Sources/Scoring/Training/lines.jsonl",
  ]

  @Test func labelsLeaveNoTraceInWhatTheEarHears() throws {
    let listener = try Core.listener()
    let line = try #require(Core.lines(Self.files[0]).first)
    let object = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    var changed = object
    for key in ["honesty", "clarity", "shared-parenting", "codes", "family"] { changed[key] = nil }
    let without = try JSONSerialization.data(withJSONObject: changed)
    let heard = EarExamples.lines(line, by: listener)
    #expect(heard.count > 100)
    #expect(EarExamples.lines(Array(without), by: listener) == heard)
  }

  /// Judges every labelled line by an ear that never met its writer, as the figures in the README were
  /// made; the environment names the folder that the training script filled with `--folds`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REHEARSE_EAR_FOLDS"] != nil))
  func judgeEachWriterByAnEarThatNeverMetThem() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["REHEARSE_EAR_FOLDS"])
    var ears: [String: Listener] = [:]
    var judged: [UInt8] = []
    for line in Self.files.dropLast().flatMap({ Core.lines($0) }) {
      let text = String(decoding: line, as: UTF8.self)
      let writer = String(
        try #require(text.firstRange(of: "\"id\": \"").map { text[$0.upperBound...] }).prefix(2)
      )
      if ears[writer] == nil {
        let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(writer).json")))
        let file = SourceFile(path: "\(writer).json", bytes: bytes)
        let ear = try #require(EarLoader.load(file).ear)
        ears[writer] = Listener(try Core.rubric(), vocabulary: Core.vocabulary, ear: ear)
      }
      judged += ScoreLines.judge(line, by: try #require(ears[writer])).output
    }
    try Data(judged).write(to: URL(filePath: "\(folder)/judged.jsonl"))
    let cues = try #require(Core.cuesOnly)
    let alone = Self.files.dropLast().flatMap { Core.lines($0) }
      .flatMap { ScoreLines.judge($0, by: cues).output }
    try Data(alone).write(to: URL(filePath: "\(folder)/cues.jsonl"))
  }

  /// Writes the input of the training script to the file that the environment names.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REHEARSE_EAR_FEATURES"] != nil))
  func writeTheInputOfTheTraining() throws {
    let path = try #require(ProcessInfo.processInfo.environment["REHEARSE_EAR_FEATURES"])
    let input = Self.files.flatMap { Core.bytes($0) }
    let listener = try Core.listener()
    try Data(EarExamples.lines(input, by: listener)).write(to: URL(filePath: path))
  }
}
