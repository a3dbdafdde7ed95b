import JSONSyntax
import SourceText
import Testing

struct DocumentTests {
  private func value(_ text: String) throws -> (JSONDocument, JSONNode.ID) {
    let (document, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    let read = try #require(document)
    return (read, read.root)
  }

  @Test(arguments: [
    ("0", JSONNode.WholeNumber.value(0)), ("-0", .value(0)), ("42", .value(42)),
    ("9223372036854775807", .value(.max)), ("-9223372036854775808", .value(.min)),
    ("9223372036854775808", .tooLarge), ("-9223372036854775809", .tooLarge),
    ("99999999999999999999999", .tooLarge), ("3.0", .notWhole), ("1e2", .notWhole),
    ("\"3\"", .notANumber), ("9007199254740993", .value(9_007_199_254_740_993)),
  ])
  func wholeNumbers(_ text: String, _ expected: JSONNode.WholeNumber) throws {
    let (document, root) = try value(text)
    #expect(document.integer(of: root) == expected)
  }

  @Test(arguments: [("0.1", 0.1), ("1e-400", 0), ("-2.5e3", -2500), ("17", 17)])
  func doubles(_ text: String, _ expected: Double) throws {
    let (document, root) = try value(text)
    #expect(document.double(of: root) == expected)
  }

  @Test func membersAndPlaces() throws {
    let (document, root) = try value(#"{ "a": [1, {"x": "y"}, []], "b": {}, "note": 1 }"#)
    let members = Array(document.members(of: root))
    #expect(members.map { document.string(of: $0.key) } == ["a", "b", "note"])
    #expect(members.map { document.kind(of: $0.value) } == [.array, .object, .number])
    #expect(members.map { document.count(of: $0.value) } == [3, 0, 0])
    #expect(document.offsets(of: members[0].key) == 2..<5)
    #expect(document.offsets(of: members[0].value) == 7..<26)
    #expect(document.openingRange(of: members[0].value).offsets == 7..<8)
    #expect(document.entries(of: root).count == 2)
    let list = try #require(document.member("a", of: root))
    let kinds = document.elements(of: list).map { document.kind(of: $0) }
    #expect(kinds == [.number, .object, .array])
    #expect(document.member("c", of: root) == nil)
    #expect(document.member(named: "b", of: root) == members[1].value)
    #expect(Array(document.elements(of: root)).isEmpty)
  }

  @Test func escapedTexts() throws {
    let (document, root) = try value(#"["a\"\\\/\b\f\n\r\té\ud83d\ude00", "plain"]"#)
    let ids = Array(document.elements(of: root))
    let texts = ids.map { document.string(of: $0) }
    #expect(texts == ["a\"\\/\u{8}\u{C}\n\r\té😀", "plain"])
    #expect(document.text(of: ids[1], equals: "plain" as StaticString))
    #expect(!document.text(of: ids[1], equals: "plaid" as StaticString))
    #expect(!document.text(of: ids[1], equals: "plai" as StaticString))
  }

  @Test func partsOfTextsAreFoundInTheFile() throws {
    let (document, root) = try value(#"["ab\n\u00e9cd", "xyz"]"#)
    let ids = Array(document.elements(of: root))
    // Decoded, the first is a, b, a line end, é in two bytes, c, d.
    #expect(document.range(of: 0..<2, inString: ids[0]).offsets == 2..<4)
    #expect(document.range(of: 2..<3, inString: ids[0]).offsets == 4..<6)
    #expect(document.range(of: 3..<5, inString: ids[0]).offsets == 6..<12)
    #expect(document.range(of: 5..<7, inString: ids[0]).offsets == 12..<14)
    #expect(document.range(of: 7..<7, inString: ids[0]).offsets == 14..<14)
    #expect(document.range(of: 1..<3, inString: ids[1]).offsets == 19..<21)
  }

  @Test func writing() {
    let value: JSONValue = [
      "b": [1, -2, true, nil, "x\"\\\n\u{1}\u{202E}\u{2028}é"], "a": [:], "c": [],
      "d": .number(0.5), "e": .number(.nan),
    ]
    #expect(
      JSONWriter.compact(value)
        == #"{"b":[1,-2,true,null,"x\"\\\n\u0001\u202E\u2028é"],"a":{},"c":[],"d":0.5,"e":null}"#
    )
    #expect(
      JSONWriter.pretty(["a": [1, ["b": "c"]], "d": []])
        == """
        {
          "a": [
            1,
            {
              "b": "c"
            }
          ],
          "d": []
        }

        """
    )
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let value: JSONValue = [
      "text": "\u{0001}\u{7F}\u{85}\u{FEFF}\u{E0001}👩‍👧 “x” /", "n": .integer(.min),
      "x": .number(1e-7), "list": [[], [:], nil, false],
    ]
    for text in [JSONWriter.compact(value), JSONWriter.pretty(value)] {
      let (document, root) = try self.value(text)
      #expect(document.value(of: root) == value)
    }
  }
}
