import Scoring
import Testing

/// Who listens changes what counts.
@Suite struct AudienceTests {
  private func judge(
    _ text: String,
    _ change: (inout ListeningContext) -> Void
  ) throws -> Judgement {
    var context = ListeningContext(people: Core.maya, hearing: "March 12", asked: ["plans"])
    change(&context)
    return try Core.listener().judge(text, context)
  }

  @Test func termsOfTheOfficeArePlainWordsToAColleague() throws {
    let text = "The permanency hearing looks at reunification and TPR on March 12."
    let codes = ["C1a", "C2a"]
    let parent = try judge(text) { _ in }
    #expect(parent.findings.contains { codes.contains($0.code) })
    let colleague = try judge(text) { $0.isColleague = true }
    #expect(!colleague.findings.contains { codes.contains($0.code) && !$0.isGuess })
  }

  @Test func nothingIsSureBeforeAListenerTheRubricWasNotMadeFor() throws {
    let text = "The judge decides on March 12."
    let sure = try judge(text) { _ in }
    #expect(sure.dimensions.contains { !$0.isUncertain })
    let unsure = try judge(text) { $0.isSureOfAudience = false }
    let isAny = unsure.dimensions.contains { !$0.isUncertain }
    #expect(!isAny)
  }
}
