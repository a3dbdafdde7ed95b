import JSONSyntax
import SourceText
import TestSupport
import Testing

/// Mistakes people make: one finding each, at the right place, and reading goes on.
struct RecoveryTests {
  @Test func missingCommaIsToldAtTheEndOfTheLineAbove() {
    expectFindings(
      """
      {
        "format": "x"1️⃣
        "id": "y"
      }
      """,
      [("1️⃣", "missing-comma")],
      understood: #"{"format":"x","id":"y"}"#
    )
  }

  @Test func commentsAreSkippedOneByOne() {
    expectFindings(
      """
      {
        1️⃣// a title
        "a": 1, 2️⃣/* more
        than one line */
        3️⃣# and this
        "b": 2
      }
      """,
      [("1️⃣", "comment"), ("2️⃣", "comment"), ("3️⃣", "comment")],
      understood: #"{"a":1,"b":2}"#
    )
  }

  @Test func curlyQuotesAreToldOnceWithTheirNumber() {
    expectFindings(
      """
      {
        1️⃣“a”: “He said “no” to me, and left”,
        "b": "curly “inside” is fine",
        “c": "d”
      }
      """,
      [("1️⃣", "curly-quotes")],
      understood: #"{"a":"He said “no” to me, and left","b":"curly “inside” is fine","c":"d"}"#
    )
    #expect(read("{“a”: “b”}").diagnostics.first?.message.contains("(2 places") == true)
  }

  @Test func singleQuotesMayHoldApostrophes() {
    expectFindings(
      "{1️⃣'a': 'don't, please', 'b': 1}",
      [("1️⃣", "single-quotes")],
      understood: #"{"a":"don't, please","b":1}"#
    )
  }

  @Test func quotationMarksInsideAText() {
    expectFindings(
      #"{ "say": "She said 1️⃣"a year", then left", "b": 1 }"#,
      [("1️⃣", "inner-quote")],
      understood: #"{"say":"She said \"a year\", then left","b":1}"#
    )
  }

  @Test func missingQuotationMarks() {
    expectFindings(
      """
      {
        "title1️⃣: "June 4",
        2️⃣id": "x",
        "a": 3️⃣June 4",
        "b": 4️⃣"not closed,
        "c": { "name": 5️⃣"California, "source": "WIC" },
        "d": { "e": 6️⃣"Hello {tanya} }
      }
      """,
      ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣"].map { ($0, "missing-quote") },
      understood: #"{"title":"June 4","id":"x","a":"June 4","b":"not closed","#
        + #""c":{"name":"California","source":"WIC"},"d":{"e":"Hello {tanya}"}}"#
    )
  }

  @Test func aTextOverSeveralLines() {
    expectFindings(
      """
      { "a": 1️⃣"one line
         goes on here, and
         ends.", "b": 1 }
      """,
      [("1️⃣", "line-break-in-text")],
      understood: #"{"a":"one line\n   goes on here, and\n   ends.","b":1}"#
    )
  }

  @Test func bareWords() {
    expectFindings(
      #"{ 1️⃣dana: 2️⃣True, "b": 3️⃣hello there, friend, "c": 4️⃣tanya }"#,
      [
        ("1️⃣", "unquoted-key"), ("2️⃣", "unknown-word"), ("3️⃣", "unquoted-text"),
        ("4️⃣", "unquoted-text"),
      ],
      understood: #"{"dana":null,"b":"hello there, friend","c":"tanya"}"#
    )
  }

  @Test func anOpenBraceIsFoundByIndentation() {
    let text = """
      {
        "moments": {
          "the-clock": 1️⃣{
            "lines": [],
            "next": "both"
          "both": {
            "lines": []
          }
        }
      }
      """
    expectFindings(
      text,
      [("1️⃣", "unclosed")],
      understood: #"{"moments":{"the-clock":{"lines":[],"next":"both"},"both":{"lines":[]}}}"#
    )
    let message = read(MarkedText(text).text).diagnostics.first?.message
    #expect(message == #""moments" > "the-clock", opened on line 3 with "{", is never closed"#)
  }

  @Test func anOpenListAndAnOpenItem() {
    expectFindings(
      """
      {
        "a": {
          "lines": 1️⃣[
            { "text": "x" },
          "replies": [
            2️⃣{ "id": "a",
              "why": "x"
            { "id": "b" }
          ]
        }
      }
      """,
      [("1️⃣", "unclosed"), ("2️⃣", "unclosed")],
      understood: #"{"a":{"lines":[{"text":"x"}],"replies":[{"id":"a","why":"x"},{"id":"b"}]}}"#
    )
  }

  @Test func aFileCutOffIsOneMistake() {
    expectFindings(
      """
      {
        "a": {
          "b": 1️⃣[
            1,
      """,
      [("1️⃣", "unclosed")],
      understood: #"{"a":{"b":[1]}}"#
    )
    #expect(read("{\n  \"a\": \"cut of").diagnostics.map(\.code.name) == ["missing-quote"])
    #expect(read("{\n  \"a\":").diagnostics.map(\.code.name) == ["unclosed"])
  }

  @Test func bracketsThatDoNotFit() {
    expectFindings(
      #"{ "a": [1, 2 1️⃣}, "b": { "c": 1 2️⃣] }"#,
      [("1️⃣", "wrong-bracket"), ("2️⃣", "wrong-bracket")],
      understood: #"{"a":[1,2],"b":{"c":1}}"#
    )
    expectFindings(
      #"{ "a": { "b": 1 }1️⃣}, "c": 2 }"#,
      [("1️⃣", "extra-bracket")],
      understood: #"{"a":{"b":1},"c":2}"#
    )
  }

  @Test func theFirstOfTwoKeysStands() {
    let (document, diagnostics) = read(#"{"a": 1, "b": 2, "a": 3}"#)
    #expect(compact(document) == #"{"a":1,"b":2}"#)
    #expect(document.map { $0.count(of: $0.root) } == 2)
    #expect(diagnostics.first?.range.offsets == 17..<20)
    #expect(diagnostics.first?.notes.first?.range.offsets == 1..<4)
  }

  @Test func duplicatesAmongManyKeys() {
    let keys = (0..<1000).map { "\"key-\($0)\": \($0)" } + ["\"key-500\": 1"]
    let (_, diagnostics) = read("{" + keys.joined(separator: ",") + "}")
    #expect(diagnostics.map(\.code.name) == ["duplicate-key"])
  }

  @Test func tenMistakesTenFindings() {
    let marked = """
      {
        "format": "x"1️⃣
        2️⃣// a comment
        "title3️⃣: "June 4",
        4️⃣“summary”: “A year.”,
        "cast": { 5️⃣tanya: { "role": 6️⃣True 7️⃣, } },
        "lines": [ { "text": "She said 8️⃣"a year"." } ],
        "number": 9️⃣01,
        "format": "again"
      }
      """
    let sample = MarkedText(marked)
    let (_, diagnostics) = read(sample.text)
    #expect(
      diagnostics.map(\.code.name) == [
        "missing-comma", "comment", "missing-quote", "curly-quotes", "unquoted-key",
        "unknown-word", "trailing-comma", "inner-quote", "bad-number", "duplicate-key",
      ]
    )
    let marks = sample.offsets.values.sorted()
    #expect(diagnostics.prefix(9).map(\.range.offsets.lowerBound) == marks)
  }

  @Test(arguments: [
    "{\"a\": 1 \"b\": 2}", "[1, 2,]", "[1,, 2]", "{\"a\" 1}", "{\"a\" = 1}", "{a: 1}", "[True]",
    "[+1]", "[007]", "[.5]", "[\"a\tb\"]", "[\"C:\\dir\"]", "[1, [2, 3]", "{\"title: \"x\"}",
    "[1]]", "\u{FEFF}[1]", "{\n \"a\": {\n  \"b\": 1,\n \"c\": 2\n}", "[June 4\"]", "[1}",
    "[\n 1,\n 2,\n", "{title\": \"x\"}", "[2026-11-03]", "[1; 2]", "{\"a\":: 1}",
  ])
  func suggestionsMendTheFile(_ text: String) {
    let (document, diagnostics) = read(text)
    let repaired = mended(text, diagnostics)
    let (again, left) = read(repaired)
    #expect(left.map(\.message) == [], "\(repaired)")
    #expect(document != nil && again != nil && !diagnostics.isEmpty)
  }
}
