import Authoring
import JSONSyntax
import ScenarioCompiler
import SourceText
import TestSupport
import Testing

@Suite struct TweeParserTests {
  /// One story with what is found in it, as `line:column code`.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var found: [String]
    var names: [String]

    init(_ name: String, _ text: String, _ found: [String], _ names: [String]) {
      testDescription = name
      self.text = text
      self.found = found
      self.names = names
    }
  }

  static let cases: [Case] = [
    Case(
      "metadata without quotes",
      ":: Start {position:1}\nx\n",
      ["1:10 twee-bad-metadata"],
      ["Start"]
    ),
    Case(
      "metadata without end",
      ":: Start {\"position\":\"1,2\"\nx\n",
      ["1:10 twee-bad-metadata"],
      ["Start"]
    ),
    Case(
      "StoryData with a trailing comma",
      ":: StoryData\n{ \"ifid\": \"x\", }\n\n:: Start\nhi\n",
      ["2:1 twee-bad-story-data", "2:1 twee-bad-story-data"],
      ["StoryData", "Start"]
    ),
    Case(
      "a brace in a tag",
      ":: Start [bad {tag] {\"position\":\"1,2\"}\nx\n",
      ["1:15 twee-bad-header"],
      ["Start"]
    ),
    Case(
      "a mark and CR LF",
      "\u{FEFF}:: Start\r\nhi [[X]]\r\n\r\n:: X\r\nbye\r\n",
      [],
      ["Start", "X"]
    ),
    Case("two of a name", ":: A\nx\n:: A\ny\n", ["3:4 twee-duplicate-passage"], ["A", "A"]),
    Case("words after the tags", ":: A [t] junk {\"a\":1}\nx\n", ["1:10 twee-bad-header"], ["A"]),
    Case("no name", "::\nnoname\n", ["1:1 twee-no-name"], ["untitled"]),
    Case(
      "tags after the metadata",
      ":: A {\"position\":\"1,2\"} [tag]\nx\n",
      ["1:25 twee-bad-header"],
      ["A"]
    ),
    Case(
      "text before the first passage",
      "prolog text\n:: Start\nhi\n",
      ["1:1 twee-prolog"],
      ["Start"]
    ),
    Case("tags without end", ":: A [t\nx\n", ["1:6 twee-bad-header"], ["A"]),
    Case("two sets of tags", ":: A [t] [u]\nx\n", ["1:10 twee-bad-header"], ["A"]),
    Case("nothing", "", ["1:1 twee-no-passage"], []),
    Case("no passage", "hello\n", ["1:1 twee-no-passage"], []),
    Case("bad UTF-8 is read as what it can be", ":: A\n\u{FFFD}\n", [], ["A"]),
    Case("a header that is escaped", ":: A\n\\:: b\n", [], ["A"]),
    Case("an indented header is text", ":: A\n :: b\n", [], ["A"]),
  ]

  @Test(arguments: cases)
  func `meets what real files have`(_ story: Case) {
    let source = file(story.text, path: "s.twee")
    let (parsed, diagnostics) = TweeParser.parse(source)
    let found = diagnostics.map { diagnostic in
      let place = source.location(of: diagnostic.range.offsets.lowerBound)
      return "\(place.line):\(place.column) \(diagnostic.code.name)"
    }
    #expect(found == story.found)
    #expect((parsed?.passages.map(\.name) ?? []) == story.names)
  }

  @Test func `keeps tags and metadata that are in the wrong order`() throws {
    let story = try #require(TweeParser.parse(file(":: A {\"position\":\"1,2\"} [tag]\nx\n")).story)
    #expect(story.passages[0].tags == ["tag"])
    #expect(story.passages[0].metadata == "{\"position\":\"1,2\"}")
  }

  @Test func `keeps a brace in a tag, and what follows the tags`() throws {
    let odd = try #require(
      TweeParser.parse(file(":: S [bad {tag] {\"position\":\"1,2\"}\nx")).story
    )
    #expect(odd.passages[0].tags == ["bad", "{tag"])
    #expect(odd.passages[0].metadata == "{\"position\":\"1,2\"}")
    let junk = TweeReader.read(file(":: A [t] junk {\"a\":1}\nx\n"))
    let text = String(decoding: junk.scenario ?? [], as: UTF8.self)
    #expect(text.contains("header: junk"))
    #expect(text.contains("metadata: a: 1"))
  }

  @Test(arguments: [[0xFF, 0xFE, 0x3A, 0x00], [0x3A, 0x00, 0x3A, 0x00]] as [[UInt8]])
  func `refuses other encodings`(_ bytes: [UInt8]) {
    let result = TweeReader.read(SourceFile(path: "s.twee", bytes: bytes))
    #expect(result.scenario == nil)
    #expect(result.diagnostics.map(\.code) == [.tweeNotUTF8])
  }

  @Test func `says where bytes are no character`() {
    let bytes = Array(":: A\nab".utf8) + [0xFF] + Array("c\n".utf8)
    let (story, diagnostics) = TweeParser.parse(SourceFile(path: "s", bytes: bytes))
    #expect(diagnostics.map(\.code) == [.tweeBadUTF8])
    #expect(diagnostics.first?.range.offsets == 7..<8)
    #expect(story.map { $0.text(of: $0.passages[0]) } == "ab\u{FFFD}c")
  }

  @Test func `says which passage a link may have meant, and makes an ending to write`() {
    let result = TweeReader.read(file(":: Start\n[[Go->Kitchin]]\n[[x\n:: Kitchen\ny"))
    #expect(result.diagnostics.map(\.code) == [.tweeMissingPassage, .tweeBadLink])
    #expect(result.diagnostics[0].message.contains("did you mean \"Kitchen\"?"))
    #expect(result.moments == 3)
    #expect(result.endings == 2)
    #expect(result.replies == 1)
  }

  @Test func `keeps what is too much for a scenario`() throws {
    let links = (0..<70).map { "[[go \($0)->a]]" }.joined(separator: "\n")
    let lines = (0..<510).map { "line \($0)" }.joined(separator: "\n")
    let result = TweeReader.read(file(":: a\n\(lines)\n\(links)\n"))
    #expect(result.diagnostics.map(\.code) == [.tweeTooMuch, .tweeTooMuch])
    #expect(result.replies == 64)
    let text = String(decoding: result.scenario ?? [], as: UTF8.self)
    #expect(text.contains("line 509"))
    #expect(text.contains("go 69"))
  }

  @Test func `counts what is to write`() throws {
    let text = #"{"a": "(to write)", "b": ["x (to write) y", "z"], "note": "(to write)"}"#
    let document = try #require(JSONReader.read(file(text)).document)
    #expect(ToWrite.places(in: document).count == 2)
    let result = TweeReader.read(file(":: A\n[[B]]\n:: B\nend"))
    // Summary, setting, the listener's name and about, a title, why, heard, and the ending's text.
    #expect(result.toWrite == 8)
  }

  /// Nothing that can be written makes the reader trap or take long.
  @Test func `survives any story`() {
    let marks = [
      "::", "[[", "]]", "[", "]", "{", "}", "<<", ">>", "<%", "%>", "(if:", "(set: \"", ")", "->",
      "<-",
      "|", "\"", "'", "\\", "\n", "\r\n", " ", "<a href='", ">", "/*", "*/", "<!--", "-->", "![x](",
      "$x",
      "--", "Tanya: ", "é", "\u{202E}", "\u{200D}", "img[", "<<link \"a\" \"b\">>", ":: A",
      ":: StoryData", "a",
    ]
    for seed in 1...300 as ClosedRange<UInt64> {
      var numbers = SeededNumbers(seed: seed)
      var text = seed % 3 == 0 ? "" : ":: Start\n"
      for _ in 0...numbers.below(120) {
        text += numbers.pick(marks)
      }
      let result = TweeReader.read(file(text, path: "s.twee"))
      for diagnostic in result.diagnostics {
        #expect(diagnostic.range.offsets.upperBound <= text.utf8.count, "seed \(seed)")
      }
      if let bytes = result.scenario {
        let scenario = SourceFile(path: "s", bytes: bytes)
        let compiled = ScenarioCompiler.compile(scenario, context: Shipped.context)
        let messages = compiled.diagnostics.map(\.message)
        #expect(messages.isEmpty, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    "(a:", "[[", "<<if ", "<a ", "(if: x)[", "/*", "{", "<!--", "![x", "$", "Tanya: (",
  ])
  func `takes no long time over what never ends`(_ mark: String) {
    let text = ":: Start\n" + String(repeating: mark, count: 20_000)
    let start = ContinuousClock.now
    let result = TweeReader.read(file(text))
    #expect(result.scenario != nil)
    // A hundred times what it takes; a search that starts over each time takes thousands.
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
