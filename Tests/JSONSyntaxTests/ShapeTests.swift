import JSONSyntax
import SourceText
import TestSupport
import Testing

struct ShapeTests {
  static let table = ShapeTable(
    root: .object(
      ObjectShape(
        "a scenario",
        [
          .required("format", .constant("rehearse-scenario/1"), "Says what this file is."),
          .required("title", .text(.prose), "What it is called.", example: "\"June 4\""),
          .optional("count", .integer(1...4), "How many."),
          .optional("share", .number(0...1), "How much."),
          .optional("shown", .boolean, "Whether | or not."),
          .optional("role", .choice(["birth-parent", "caregiver", "youth"]), "Who."),
          .optional("repairs", .list(.text(.path), count: 1...2), "What it mends."),
          .optional("free", .anything, "Anything."),
          .required("moments", .map(key: .identifier, .reference("moment"), limit: 3), "All."),
        ]
      )
    ),
    definitions: ["moment": moment]
  )

  private static let moment = Shape.object(
    ObjectShape(
      "a moment",
      [
        .required("lines", .list(.text(TextRule(.prose, length: 1...10)), count: 0...9), "Said."),
        .optional("next", .anyOf([.text(.identifier), .list(way, count: 1...9)]), "On."),
        .optional("ending", .object(ObjectShape("an ending", [])), "The end."),
        .optional("inner", .reference("moment"), "A moment within."),
        .optional("state", .anyOf([number, words]), "What is remembered."),
        .optional("x", .null, "Nothing."),
        .optional("y", .null, "Nothing."),
      ],
      exactlyOneOf: [["next", "ending"]],
      atMostOneOf: [["x", "y"]]
    )
  )
  private static let way = Shape.object(
    ObjectShape("a way on", [.required("go", .text(.identifier), "Where.")])
  )
  private static let number = Shape.object(
    ObjectShape(
      "a number",
      [.required("start", .integer(0...9), "First."), .required("to", .integer(0...9), "Last.")]
    )
  )
  private static let words = Shape.object(
    ObjectShape(
      "a word",
      [
        .required("start", .text(.prose), "First."),
        .required("values", .list(.text(.prose), count: 1...9), "All."),
      ]
    )
  )

  private func findings(_ marked: String) throws -> [String] {
    let sample = MarkedText(marked)
    let (document, syntax) = read(sample.text)
    let found = try Self.table.check(#require(document))
    let marks = Dictionary(uniqueKeysWithValues: sample.offsets.map { ($0.value, $0.key) })
    return (syntax + found).map { diagnostic in
      let mark = marks[diagnostic.range.offsets.lowerBound].map { "\($0) " } ?? ""
      let fix = diagnostic.fixIts.first.map { " (\($0.title))" } ?? ""
      return "\(mark)\(diagnostic.message)\(fix)"
    }
  }

  /// A good file with one member added.
  private func scenario(_ member: String) -> String {
    #"{ "format": "rehearse-scenario/1", "title": "x", "moments": {}, \#(member) }"#
  }

  private func moment(_ members: String) -> String {
    #"{ "format": "rehearse-scenario/1", "title": "x", "moments": { "a": { \#(members) } } }"#
  }

  @Test(arguments: [
    #""note": 1"#, #""count": 4"#, #""share": 0.5"#, #""shown": true"#, #""role": "youth""#,
    #""repairs": ["a/b", "c"]"#,
    #""free": [{}]"#,
  ])
  func goodScenarios(_ member: String) throws {
    #expect(try findings(scenario(member)) == [])
  }

  @Test(arguments: [
    #""lines": [], "next": "b""#, #""lines": ["x"], "next": [{ "go": "b" }]"#,
    #""lines": [], "ending": {}"#, #""lines": [], "ending": {}, "note": [], "x": null"#,
    #""lines": [], "next": "b", "inner": { "lines": [], "next": "c" }"#,
    #""lines": [], "next": "b", "state": { "start": 1, "to": 3 }"#,
    #""lines": [], "next": "b", "state": { "start": "a", "values": ["a"] }"#,
  ])
  func goodMoments(_ members: String) throws {
    #expect(try findings(moment(members)) == [])
  }

  @Test(arguments: [
    (#"1️⃣"rolle": "youth""#, #"1️⃣ there is no "rolle" in a scenario (did you mean "role"?)"#),
    (#""count": 1️⃣"3""#, #"1️⃣ expected a whole number, found the text "3" (write 3)"#),
    (#""count": 1️⃣3.0"#, "1️⃣ expected a whole number such as 3, found 3.0"),
    (#""count": 1️⃣7"#, "1️⃣ expected a number from 1 to 4, found 7"),
    (#""count": 1️⃣[]"#, "1️⃣ expected a whole number, found a list [ ]"),
    (#""share": 1️⃣1.5"#, "1️⃣ expected a number from 0.0 to 1.0, found 1.5"),
    (#""shown": 1️⃣"true""#, #"1️⃣ expected true or false, found the text "true" (write true)"#),
    (
      #""role": 1️⃣"cargiver""#,
      #"1️⃣ "cargiver" is not one of "birth-parent", "caregiver" and "youth""#
        + #" (did you mean "caregiver"?)"#
    ),
    (#""repairs": 1️⃣"a/b""#, #"1️⃣ expected a list [ ], found the text "a/b" (write ["a/b"])"#),
    (#"1️⃣"repairs": []"#, "1️⃣ at least one must stand here"),
    (#"1️⃣"repairs": ["a", "b", "c"]"#, "1️⃣ at most 2 may stand here; there are 3"),
  ])
  func badScenarios(_ member: String, _ expected: String) throws {
    #expect(try findings(scenario(member)) == [expected])
  }

  @Test(arguments: [
    (#""lines": [1️⃣""], "next": "b""#, "1️⃣ a text may not be empty"),
    (
      #""lines": [1️⃣"ééééééééééé"], "next": "b""#,
      "1️⃣ this text has 11 characters; at most 10 are allowed"
    ),
    (
      #""lines": [], "next": "b", 1️⃣"ending": {}"#,
      #"1️⃣ a moment needs only one of "next" and "ending"; this one has "next" and "ending""#
    ),
    (
      #""lines": [], "next": "b", "x": null, 1️⃣"y": null"#,
      #"1️⃣ a moment may have only one of "x" and "y"; this one has "x" and "y""#
    ),
    (#""lines": [], "next": 1️⃣3"#, "1️⃣ expected an id or a list [ ], found the number 3"),
    (#""lines": [], "next": [1️⃣{}]"#, #"1️⃣ a way on needs "go""#),
    (
      #""lines": [], "next": "b", "state": { "start": 1, "to": 1️⃣"x" }"#,
      #"1️⃣ expected a whole number, found the text "x""#
    ),
    (
      #"1️⃣"linse": [], "next": "b""#,
      #"1️⃣ there is no "linse" in a moment (did you mean "lines"?)"#
    ),
  ])
  func badMoments(_ members: String, _ expected: String) throws {
    #expect(try findings(moment(members)) == [expected])
  }

  @Test func idsGetTheNearestLegalOne() throws {
    let rule =
      ": an id has only the letters a-z, digits and hyphens, begins with a letter or digit,"
      + " and has at most 64 characters"
    let moments = #"{ 1️⃣"Tanya's Clock": { "lines": [], "next": 2️⃣"B_" } }"#
    let text = #"{ "format": "rehearse-scenario/1", "title": "x", "moments": \#(moments) }"#
    #expect(
      try findings(text) == [
        #"1️⃣ "Tanya's Clock" is not an id\#(rule) (write "tanyas-clock")"#,
        #"2️⃣ "B_" is not an id\#(rule) (write "b")"#,
      ]
    )
  }

  @Test func missingKeysAreNamedTogether() throws {
    #expect(try findings("1️⃣{}") == [#"1️⃣ a scenario needs "format", "title" and "moments""#])
    #expect(
      try findings(
        #"{"format":"rehearse-scenario/1","title":"x","moments":{1️⃣"a":{"lines":[]}}}"#
      ) == [#"1️⃣ a moment needs one of "next" and "ending"; this one has none"#]
    )
    #expect(try findings("1️⃣[]") == ["1️⃣ expected a scenario { }, found a list [ ]"])
  }

  @Test func whatTheReaderReportedIsNotReportedAgain() throws {
    let cases = [
      scenario(#""count": three"#), scenario(#""count": 01"#), scenario(#""shown": True"#),
      scenario(#""count": , "share": 1"#), #"{ "format": "rehearse-scenario/1", "title": "x""#,
    ]
    for text in cases { #expect(try findings(text).count == 1, "\(text)") }
  }

  @Test func schema() throws {
    let text = Self.table.schema(id: "https://example.org/scenario.json", title: "A scenario")
    #expect(read(text).diagnostics.isEmpty)
    try expectGolden(text, "schema.json")
  }

  @Test func guide() throws { try expectGolden(Self.table.markdown(), "guide.md") }
}
