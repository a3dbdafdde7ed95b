import Foundation
import Scoring
import Testing

@Suite struct EarExamplesTests {
  private static let files = [
    "Tests/Support/dev.jsonl", "Tests/Support/dev-more.jsonl",
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

  /// Writes the input of the training script to the file that the environment names.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REHEARSE_EAR_FEATURES"] != nil))
  func writeTheInputOfTheTraining() throws {
    let path = try #require(ProcessInfo.processInfo.environment["REHEARSE_EAR_FEATURES"])
    let input = Self.files.flatMap { Core.bytes($0) }
    let listener = try Core.listener()
    try Data(EarExamples.lines(input, by: listener)).write(to: URL(filePath: path))
  }
}
