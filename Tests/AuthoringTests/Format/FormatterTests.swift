import Authoring
import JSONSyntax
import ScenarioCompiler
import ScenarioEngine
import SourceText
import TestSupport
import Testing

@Suite struct FormatterTests {
  private func format(_ text: String, fixQuotes: Bool = false) -> String {
    String(decoding: Formatter.format(file(text), fixQuotes: fixQuotes).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("{\"id\":\"a\",\n\n\"n\":1.50e+2}", "{\n  \"id\": \"a\",\n  \"n\": 1.50e+2\n}\n"),
    (
      "{\"a\":{\"b\":[1,2, 3],\"c\":{}},\"d\":[]}\r\n",
      "{\n  \"a\": { \"b\": [1, 2, 3], \"c\": {} },\n  \"d\": []\n}\n"
    ),
    (#"{"t":"\u0041\/\"é"}"#, "{\n  \"t\": \"\\u0041\\/\\\"é\"\n}\n"),
    ("{\"facts\":{\"a\":\"b\"}}", "{\n  \"facts\": {\n    \"a\": \"b\"\n  }\n}\n"),
    ("[]", "[]\n"),
    ("null", "null\n"),
    ("\u{FEFF}{}", "{}\n"),
  ])
  func `lays out without touching texts and numbers`(_ before: String, _ after: String) {
    #expect(format(before) == after)
  }

  @Test func `gives every key of a reply its own line`() {
    let text =
      #"{"replies":[{"say":"Hi","rates":{"a":1},"next":[{"when":"x","go":"y"},{"go":"z"}]}]}"#
    #expect(
      format(text) == """
        {
          "replies": [
            {
              "say": "Hi",
              "rates": { "a": 1 },
              "next": [{ "when": "x", "go": "y" }, { "go": "z" }]
            }
          ]
        }

        """
    )
  }

  @Test func `keeps a line of the talk on one line, however long its words`() {
    let words = String(repeating: "word ", count: 40)
    let text = #"{"lines":[{"by":"tanya","text":"\#(words)"},{"text":"x"}]}"#
    #expect(
      format(text) == """
        {
          "lines": [
            { "by": "tanya", "text": "\(words)" },
            { "text": "x" }
          ]
        }

        """
    )
  }

  @Test func `mends what can mean only one thing`() {
    let result = Formatter.format(file("{\"a\": 1\n \"b\": [1,,2,],}"))
    #expect(String(decoding: result.bytes, as: UTF8.self) == "{\n  \"a\": 1,\n  \"b\": [1, 2]\n}\n")
    #expect(result.isFormatted)
    #expect(!result.diagnostics.isEmpty)
    #expect(!result.diagnostics.hasErrors)
  }

  @Test(arguments: [
    "{\"a\": 1", "{\"a\": tru}", "// hello\n{}", "{\"a\":1,\"a\":2}", "", "{“a”: 1}", "{'a': 1}",
    "{\"a\": \"\u{1}\"}", "not json",
  ])
  func `returns what it cannot mend as it was`(_ text: String) {
    let result = Formatter.format(file(text))
    #expect(result.bytes == Array(text.utf8))
    #expect(!result.isFormatted)
    #expect(!result.isChanged)
    #expect(result.diagnostics.hasErrors)
  }

  @Test(arguments: [
    ("{“a”: “b”}", "{\n  \"a\": \"b\"\n}\n"),
    ("{“a”: “she said \"no\" twice”}", "{\n  \"a\": \"she said \\\"no\\\" twice\"\n}\n"),
    ("{\"a\": \"b”}", "{\n  \"a\": \"b\"\n}\n"),
    ("{„a”: \"“quoted”\"}", "{\n  \"a\": \"“quoted”\"\n}\n"),
  ])
  func `makes the quotes of a word processor straight on request`(_ before: String, _ after: String)
  {
    let result = Formatter.format(file(before), fixQuotes: true)
    #expect(String(decoding: result.bytes, as: UTF8.self) == after)
    #expect(!result.diagnostics.hasErrors)
  }

  @Test(arguments: Shipped.all)
  func `is stable and keeps every token of the library`(_ item: Shipped.Item) throws {
    let file = item.file
    let once = Formatter.format(file)
    #expect(once.isFormatted)
    let again = SourceFile(path: file.id.path, bytes: once.bytes)
    #expect(!Formatter.format(again).isChanged)
    #expect(try tokens(of: file) == tokens(of: again))
  }

  @Test(arguments: Shipped.scenarios)
  func `keeps what a scenario means`(_ item: Shipped.Item) throws {
    let file = item.file
    let formatted = SourceFile(path: file.id.path, bytes: Formatter.format(file).bytes)
    #expect(meaning(of: file) == meaning(of: formatted))
  }

  /// Changed bytes may not trap, and what is formatted stays as it is.
  @Test func `survives any file`() {
    for seed in 0..<400 as Range<UInt64> {
      var numbers = SeededNumbers(seed: seed)
      var bytes = Array(StoryMapTests.small.utf8)
      for _ in 0..<numbers.below(8) {
        let place = numbers.below(bytes.count)
        switch numbers.below(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8(numbers.below(256)), at: place)
        default: bytes[place] = numbers.pick([0x22, 0x2C, 0x7B, 0x5D, 0x3A])
        }
      }
      let once = Formatter.format(SourceFile(path: "x", bytes: bytes), fixQuotes: true)
      if once.isFormatted {
        let twice = Formatter.format(SourceFile(path: "x", bytes: once.bytes))
        #expect(!twice.isChanged, "seed \(seed)")
        #expect(!twice.diagnostics.hasErrors, "seed \(seed)")
      } else {
        #expect(once.bytes == bytes, "seed \(seed)")
      }
    }
  }

  @Test func `keeps what scenarios made at random mean`() throws {
    for seed in 0..<60 as Range<UInt64> {
      let original = file(RandomScenario.json(seed: seed))
      let once = Formatter.format(original)
      let formatted = SourceFile(path: original.id.path, bytes: once.bytes)
      #expect(once.isFormatted, "seed \(seed)")
      #expect(!Formatter.format(formatted).isChanged, "seed \(seed)")
      #expect(try tokens(of: original) == tokens(of: formatted), "seed \(seed)")
      let isSame = meaning(of: original) == meaning(of: formatted)
      #expect(isSame, "seed \(seed)")
    }
  }

  private func tokens(of file: SourceFile) throws -> [String] {
    let document = try #require(JSONReader.read(file).document)
    var tokens: [String] = []
    func collect(_ id: JSONNode.ID) {
      switch document.kind(of: id) {
      case .object:
        for member in document.members(of: id) {
          tokens.append(file.text(of: document.offsets(of: member.key)))
          collect(member.value)
        }
      case .array: for element in document.elements(of: id) { collect(element) }
      default: tokens.append(file.text(of: document.offsets(of: id)))
      }
    }
    collect(document.root)
    return tokens
  }

  /// What compiling finds and makes, apart from places and the digest of the bytes.
  private func meaning(of file: SourceFile) -> [String] {
    let result = ScenarioCompiler.compile(file, context: Shipped.context)
    return result.diagnostics.map { "\($0.code.name) \($0.message)" }
      + (result.scenario.map { ["\($0.tables)", "\($0.notes.facts)"] } ?? [])
  }
}
