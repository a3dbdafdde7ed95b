import Foundation
import Scoring
import Testing

@Suite struct ScoreLinesTests {
  private func score(_ text: String) throws -> (lines: [[String: Any]], bad: Int) {
    let result = ScoreLines.judge(Array(text.utf8), by: try Core.listener())
    let lines = try result.output.split(separator: UInt8(ascii: "\n")).map {
      try #require(JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
    return (lines, result.badLines)
  }

  @Test func oneLineGivesOneLine() throws {
    let (lines, bad) = try score(
      """
      {"id": "a", "text": "I promise you'll get her back.", "asked": ["outcome"]}

      {"id": 7, "text": "The judge decides on June 4.", "asked": ["outcome"]}
      """
    )
    #expect(bad == 0)
    #expect(lines.count == 2)
    #expect(lines[0]["id"] as? String == "a")
    #expect(lines[0]["honesty"] as? Int == 1)
    #expect(lines[1]["id"] as? Int == 7)
    #expect(lines[1]["shared-parenting"] is NSNull)
    let findings = try #require(lines[0]["findings"] as? [[String: Any]])
    let first = try #require(findings.first { $0["code"] as? String == "H1a" })
    #expect(first["from"] as? Int == 0)
    #expect(first["status"] as? String == "asserted")
  }

  @Test func aBadLineSaysSoAndTheRestGoOn() throws {
    let (lines, bad) = try score("{\"id\": \"a\"}\nnot json\n[1]\n{\"text\": \"Court is Friday.\"}")
    #expect(bad == 3)
    #expect(lines.count == 4)
    #expect(lines[0]["error"] != nil && lines[1]["error"] != nil && lines[2]["error"] != nil)
    #expect(lines[1]["line"] as? Int == 2)
    #expect(lines[3]["error"] == nil)
  }

  @Test(arguments: [
    "{\"id\": \"a\"}", "{\"text\": 5}", "{\"text\": null}", "[]", "5", "\"x\"", "null", "{",
    "{\"text\": \"abc", "{\"text\": \"a \\ud800 b\"}", "{\"text\": \"a\\u0000b\"}",
    "{\"text\": \"a\u{0}b\"}", "{\"id\": 1e400, \"text\": \"a\"}",
    "{\"text\": \"a\", \"text\": \"b\"}",
    "{\"x\": " + String(repeating: "[", count: 5_000) + "}",
  ])
  func anyBadLineIsNamedAndTheNextIsJudged(line: String) throws {
    let (lines, bad) = try score(line + "\n{\"id\": \"z\", \"text\": \"Court is Friday.\"}")
    #expect(bad == 1)
    #expect(lines.count == 2)
    #expect(lines.first?["error"] is String)
    #expect(lines.first?["line"] as? Int == 1)
    #expect(lines.last?["id"] as? String == "z")
    #expect(lines.last?["honesty"] as? Int == 3)
  }

  @Test func bytesThatAreNoTextAreABadLine() throws {
    let input = Array("{\"text\": \"a".utf8) + [0xff, 0xfe] + Array("\"}\n{\"text\": \"b\"}".utf8)
    let result = ScoreLines.judge(input, by: try Core.listener())
    #expect(result.badLines == 1)
    #expect(result.output.count { $0 == UInt8(ascii: "\n") } == 2)
  }

  @Test func aCardOfOddTypesIsReadAsFarAsItGoes() throws {
    let (lines, bad) = try score(
      """
      {"id": {"a": 1}, "text": "Court is Friday.", "asked": "time", "people": [1], "must": 7, \
      "safetyOrder": "yes", "facts": {}, "audience": 3, "hearing": null}\r
      {"id": {"a": 1}, "text": "Court is Friday."}
      """
    )
    #expect(bad == 0)
    #expect(lines.count == 2)
    #expect(lines.first?["honesty"] as? Int == lines.last?["honesty"] as? Int)
  }

  @Test func placesCountTheBytesOfTheText() throws {
    let text = "Ñaña 🙂 — “you’ll get her back”, you’ll get her back."
    let (lines, _) = try score("{\"text\": \"\(text)\"}\n\n   \n")
    #expect(lines.count == 1)
    let findings = try #require(lines.first?["findings"] as? [[String: Any]])
    #expect(!findings.isEmpty)
    for finding in findings {
      let from = try #require(finding["from"] as? Int)
      let to = try #require(finding["to"] as? Int)
      let bytes = Array(text.utf8)[from..<to]
      #expect(String(decoding: bytes, as: UTF8.self) == finding["quote"] as? String)
    }
  }

  @Test func labelsAreNeverRead() throws {
    let allowed = [
      "id", "audience", "facts", "people", "planB", "hearing", "limit", "safetyOrder", "theySaid",
      "asked", "must", "text",
    ]
    let listener = try Core.listener()
    for line in Core.lines("Tests/Support/dev.jsonl").prefix(60) {
      let object = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      var without = object.filter { allowed.contains($0.key) }
      let clean = try JSONSerialization.data(withJSONObject: without)
      for (key, value) in object where !allowed.contains(key) {
        without[key] = value is NSNumber ? 1 : "S1a H1a false"
      }
      without["honesty"] = 1
      without["codes"] = ["X1"]
      let falsified = try JSONSerialization.data(withJSONObject: without)
      let judged = ScoreLines.judge(line, by: listener).output
      #expect(ScoreLines.judge(Array(clean), by: listener).output == judged)
      #expect(ScoreLines.judge(Array(falsified), by: listener).output == judged)
    }
  }
}
