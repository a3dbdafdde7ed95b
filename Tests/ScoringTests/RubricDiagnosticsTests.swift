import Foundation
import Scoring
import SourceText
import Testing

@Suite struct RubricDiagnosticsTests {
  private static func rubric(
    findings: String = """
    "P1": { "dimension": "warmth", "kind": "point", "title": "t", "text": "t", "because": "b", \
    "cues": ["thank you"] }
    """,
    strong: String = "{ \"atLeast\": 1, \"of\": [\"P1\"] }",
    opens: String = "[\"thanks\"]",
    extra: String = ""
  ) -> String {
    """
    {
      "format": "rehearse-rubric/1", "id": "mine", "version": "1", "title": "Mine", "language": "en",
      "dimensions": { "warmth": { "title": "Warmth", "short": "Warm", "description": "d",
        "critical": false, "gate": "g", "levels": { "strong": "4", "sound": "3", "fallsShort": "2",
        "wouldHurt": "1" }, "asked": [], "opens": \(opens), "strong": \(strong) } },
      "findings": { \(findings) },
      "topics": { "thanks": { "with": ["P1"] } }\(extra)
    }
    """
  }

  private func load(_ text: String) -> (rubric: Rubric?, diagnostics: [Diagnostic]) {
    RubricLoader.load(SourceFile(path: "mine.json", bytes: Array(text.utf8)))
  }

  @Test func aRubricOfOtherDimensionsWorks() throws {
    let (rubric, diagnostics) = load(Self.rubric())
    #expect(diagnostics.isEmpty)
    let listener = Listener(try #require(rubric))
    let judgement = listener.judge("Thank you for coming.", ListeningContext())
    #expect(judgement.dimensions.map(\.id) == ["warmth"])
    #expect(judgement.level(of: "warmth") == 3)
    #expect(listener.judge("Sit down.", ListeningContext()).level(of: "warmth") == nil)
  }

  @Test(arguments: [
    (
      rubric(
        findings: """
          "P1": { "dimension": "warmth", "kind": "point", "title": "t", "text": "t", "because": "b", \
          "cues": ["thank @yuo"] }
          """
      ), "bad-cue", "@yuo"
    ),
    (rubric(strong: "{ \"atLeast\": 1, \"of\": [\"P2\"] }"), "unknown-code", "\"P2\""),
    (rubric(opens: "[\"thank\"]"), "unknown-code", "\"thank\""),
    (
      rubric(
        findings: """
          "P1": { "dimension": "warmht", "kind": "point", "title": "t", "text": "t", "because": "b" }
          """
      ), "unknown-code", "\"warmht\""
    ),
    (
      rubric(
        findings: """
          "P1": { "kind": "trigger", "level": 1, "title": "t", "text": "t", "because": "b" }
          """
      ), "finding-without-dimension", "{"
    ),
    (
      rubric(
        findings: """
          "P1": { "dimension": "warmth", "kind": "trigger", "title": "t", "text": "t", "because": "b" }
          """
      ), "missing-level", "{"
    ),
    (rubric(extra: ", \"jargn\": []"), "unknown-key", "\"jargn\""),
  ])
  func aMistakeIsShownWhereItIs(text: String, code: String, at place: String) throws {
    let (rubric, diagnostics) = load(text)
    #expect(rubric == nil)
    let found = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(found.code.name == code)
    let bytes = Array(text.utf8)[found.range.offsets]
    #expect(String(decoding: bytes, as: UTF8.self) == place)
  }

  @Test func aBadCueIsToldBesideAMisspeltKey() {
    let text = Self.rubric(
      findings: """
        "P1": { "dimension": "warmth", "kind": "point", "title": "t", "text": "t", "becuase": "b", \
        "cues": ["(thank you"] }
        """
    )
    let codes = load(text).diagnostics.map(\.code.name)
    #expect(codes.contains("bad-cue"))
    #expect(codes.contains("unknown-key"))
  }

  @Test func theSchemaIsTheTableOfKeys() throws {
    let made = RubricShape.schema
    if ProcessInfo.processInfo.environment["REHEARSE_RECORD"] != nil {
      let place = Core.folder.appending(path: "Scenarios/Schema/rubric.schema.json")
      try Data(made.utf8).write(to: place)
    }
    let kept = String(
      decoding: Core.bytes("Scenarios/Schema/rubric.schema.json"),
      as: UTF8.self
    )
    #expect(made == kept || made + "\n" == kept)
  }
}
