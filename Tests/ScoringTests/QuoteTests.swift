import Scoring
import Testing

@Suite struct QuoteTests {
  @Test func everyQuotationIsExactlyWhatWasTyped() throws {
    let listener = try Core.listener()
    let files = [
      "Tests/Support/dev", "Tests/Support/dev-more", "Sources/Scoring/Training/writers",
      "Tests/Support/unseen",
    ]
    for line in try files.flatMap({ try LabelledLine.read("\($0).jsonl") }) {
      let bytes = Array(line.text.utf8)
      let judgement = listener.judge(bytes, line.context())
      for finding in judgement.findings {
        #expect(bytes.indices.contains(finding.range.lowerBound))
        #expect(finding.range.upperBound <= bytes.count)
        #expect(String(decoding: bytes[finding.range], as: UTF8.self) == finding.quote)
        #expect(line.text.contains(finding.quote))
      }
      for entry in judgement.entries { #expect(line.text.contains(entry.quote)) }
    }
  }

  @Test func offsetsCountTheBytesThatWereTyped() throws {
    let text = "“Ma ñina” — I promise you’ll get her back."
    let judgement = try Core.listener().judge(text, ListeningContext(people: Core.maya))
    let finding = try #require(judgement.findings.first { $0.code == "H1a" })
    #expect(finding.quote.hasSuffix("get her back"))
    #expect(Array(text.utf8)[finding.range].elementsEqual(finding.quote.utf8))
  }

  @Test func entriesComeOnlyFromTheWords() throws {
    let listener = try Core.listener()
    let context = ListeningContext(people: Core.maya, asked: ["plans"])
    let promised = listener.judge("I promise you'll get her back.", context).entries
    #expect(promised.contains { $0.kind == .promised && $0.about == "plan-a" })
    let refused = listener.judge("I can't promise you'll get her back.", context).entries
    #expect(!refused.contains { $0.kind == .promised })
    let repaired = listener.judge(
      "I was wrong to say she's coming home. The judge decides.",
      context
    ).entries
    #expect(repaired.contains { $0.kind == .retracted })
    #expect(!repaired.contains { $0.kind == .promised })
    let told = listener.judge("The judge decides on June 4.", context).entries
    #expect(told.contains { $0.kind == .told && $0.about == "who-decides" })
    #expect(told.contains { $0.kind == .told && $0.about == "dates" })
  }
}
