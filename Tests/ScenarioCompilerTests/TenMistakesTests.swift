import ScenarioCompiler
import ScenarioEngine
import SourceText
import Testing

@Suite struct TenMistakesTests {
  @Test func tenMistakesAreTenFindingsAtTheirPlaces() {
    let text = #"""
      {
        "format": "rehearse-scenario/1", "id": "ten", "title": "Ten", "summary": "Ten mistakes.",
        "setting": "A room.", "listener": "tania",
        "cast": { "tanya": { "name": "Tanya", "role": "birth-parent" } },
        "state": { "trust": { "start": 9, "from": 0, "to": 5 } },
        "opening": "start",
        "moments": {
          "start": {
            "lines": [{ "text": "{tania} waits." }, { "text": "So.", "when": "trust => 2" }],
            "replies": [
              {
                "say": "We talked about dates.", "why": "So.", "heard": "So.",
                "rates": { "honesty": 3, "clarity": 5, "shared-parenting": null },
                "tells": [{ "element": "dates", "words": "we talked" }],
                "effects": { "trsut": "+1" },
                "nxet": "door"
              }
            ]
          },
          "door": { "lines": [], "next": [{ "go": "end" }, { "go": "end" }] },
          "end": { "lines": [], "ending": { "title": "Out", "text": "She goes.", "kind": "happy" } }
        }
      }
      """#
    let result = compile(text)
    let file = SourceFile(path: "ten.json", bytes: Array(text.utf8))
    let found = result.diagnostics.map { diagnostic in
      let place = file.location(of: diagnostic.range.offsets.lowerBound)
      return "\(place.line):\(place.column) \(diagnostic.code.name)"
    }
    let expected = [
      "3:37 unknown-person", "5:34 state-start-outside", "9:29 unknown-name",
      "9:79 condition-writing", "13:47 out-of-range", "14:52 words-not-said",
      "15:24 unknown-state", "16:11 unknown-key", "20:45 ways-never-taken", "21:84 unknown-choice",
    ]
    #expect(found == expected, "\(rendered(result, of: text))")
  }

  @Test func oneWrongNameMakesNothingElseWrong() {
    // A section under a misspelt key, a moment of the wrong kind, a person without a role.
    for (script, code) in [
      (Script().text.replacing(#""state": {"#, with: #""sate": {"#), "unknown-key"),
      (Script().text.replacing(#""cast": {"#, with: #""casts": {"#), "unknown-key"),
      (Script().text.replacing(#""moments": {"#, with: #""moment": {"#), "unknown-key"),
      (Script().text.replacing(#""opening":"#, with: #""openning":"#), "unknown-key"),
      (
        Script { $0.moments = #", "odd": 3"# }.text.replacing(
          #""go": "end""#,
          with: #""go": "odd""#
        ),
        "wrong-kind"
      ),
    ] {
      let result = compile(script)
      #expect(result.diagnostics.map(\.code.name) == [code], "\(rendered(result, of: script))")
    }
  }

  @Test func aNoteMayStandInEveryObject() {
    let text = Script { $0.reply = #", "effects": { "trust": 1 }"# }.text
      .replacing("{ ", with: #"{ "note": { "any": [1] }, "#)
      .replacing("{\n", with: #"{ "note": "of mine","# + "\n")
    let result = compile(text)
    #expect(result.scenario?.momentCount == 3, "\(rendered(result, of: text))")
  }

  @Test func tooManyRepliesAreOneFinding() {
    let more = String(repeating: Mistake.another(""), count: 3_000)
    let text = Script {
      $0.replies = more
      $0.when = "said(start/next-2999)"
    }.text
    #expect(compile(text).diagnostics.map(\.code.name) == ["too-many"])
  }

  @Test func aMissingFormatIsOneFinding() {
    let text = Script().text.replacing(#""format": "rehearse-scenario/1","#, with: "")
    #expect(compile(text).diagnostics.map(\.code.name) == ["missing-format"])
  }
}
