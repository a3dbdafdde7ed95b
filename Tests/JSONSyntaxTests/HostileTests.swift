import JSONSyntax
import SourceText
import Testing

/// Nothing in a file may crash, hang or take long.
struct HostileTests {
  @Test(arguments: [
    "[", "{\"a\":", "[{\"a\":", "[\"", "{{", "]", "}", ",", ":", "\"", "'", "\\", "“", "[1 ",
    "[tru, ",
    "{\"a\":1},", "/*", "\n", "{\"a\":b\"", "a\"b\"", "[\"\n a", "{,", "[]]", "{\"k: \"v\", ",
  ])
  func tenThousandOf(_ part: String) {
    let (_, diagnostics) = read(String(repeating: part, count: 10_000))
    #expect(!diagnostics.isEmpty)
    #expect(diagnostics.count <= 201)
  }

  @Test func depthIsLimited() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(read(nested(64)).diagnostics.isEmpty)
    #expect(read(nested(65)).diagnostics.map(\.code.name) == ["too-deep"])
    let codes = read("{\"a\": \(nested(70)), \"b\" 1}").diagnostics.map(\.code.name)
    #expect(codes == ["too-deep", "missing-colon"])
  }

  @Test func aVeryLongText() {
    let (document, diagnostics) = read("[\"" + String(repeating: "a", count: 5_000_000) + "\"]")
    #expect(diagnostics.isEmpty)
    #expect(document?.file.bytes.count == 5_000_004)
  }

  @Test func sizeIsRefusedBeforeReading() {
    #expect(JSONReader.refusal(ofSize: 64 << 20, path: "a.json") == nil)
    #expect(JSONReader.refusal(ofSize: 64 << 20 + 1, path: "a.json")?.code == .fileTooLarge)
    var limits = JSONLimits.standard
    limits.bytes = 3
    #expect(read("[12]", limits: limits).diagnostics.map(\.code) == [.fileTooLarge])
    #expect(read("[1]", limits: limits).diagnostics.isEmpty)
  }

  @Test func valuesAreLimited() {
    var limits = JSONLimits.standard
    limits.values = 100
    let many = "[" + Array(repeating: "1", count: 200).joined(separator: ",") + "]"
    #expect(read(many, limits: limits).diagnostics.map(\.code) == [.tooManyValues])
  }

  @Test func findingsAreCounted() throws {
    let (_, diagnostics) = read("[" + String(repeating: "+1,", count: 300) + "1]")
    #expect(diagnostics.count == 201)
    let last = try #require(diagnostics.last)
    #expect(last.code == .moreFindings)
    #expect(last.message == "and 100 more; mend the ones above first")
  }

  /// Thousands of small changes to a good file: reading ends, and points into the file.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func mutations(seed: UInt64) {
    var random = SplitMix64(state: seed)
    for round in 0..<500 {
      let file = SourceFile(path: "test.json", bytes: Self.mutated(using: &random))
      let (document, diagnostics) = JSONReader.read(file)
      let whole = 0...file.bytes.count
      for diagnostic in diagnostics {
        let ranges =
          [diagnostic.range] + diagnostic.notes.map(\.range)
          + diagnostic.fixIts.flatMap { $0.edits.map(\.range) }
        for range in ranges.map(\.offsets) {
          let isInside = whole.contains(range.lowerBound) && whole.contains(range.upperBound)
          #expect(isInside, "seed \(seed), round \(round): \(diagnostic)")
        }
      }
      #expect(document != nil || !diagnostics.isEmpty, "seed \(seed), round \(round)")
      if let document {
        // What was understood can be written, and what is written is read without findings.
        let written = JSONWriter.compact(document.value(of: document.root))
        let again = read(written).diagnostics.map(\.message)
        #expect(again == [], "seed \(seed), round \(round)")
      }
      let text = DiagnosticRenderer(files: [file]).text(for: diagnostics)
      #expect(text.isEmpty == diagnostics.isEmpty)
    }
  }

  private static func mutated(using random: inout SplitMix64) -> [UInt8] {
    var bytes = Array(sample.utf8)
    for _ in 0...random.below(4) {
      let at = random.below(bytes.count)
      switch random.below(5) {
      case 0: bytes.remove(at: at)
      case 1: bytes[at] = UInt8(truncatingIfNeeded: random.next())
      case 2: bytes.insert(contentsOf: Array(pieces[random.below(pieces.count)].utf8), at: at)
      case 3: bytes.removeSubrange(at..<min(bytes.count, at + random.below(40)))
      default:
        let part = Array(bytes[at..<min(bytes.count, at + random.below(60))])
        bytes.insert(contentsOf: part, at: random.below(bytes.count))
      }
    }
    return bytes
  }

  private static let pieces = [
    "\"", "{", "}", "[", "]", ",", ":", "\n", "\\", "“", "”", "'", "//", "/*", "*/", "#", "\u{0}",
    "\t", "1", "-", ".", "e", "é", "a", " ", "\\u", "\\ud83d", "\r", "\u{FEFF}", "null", "😀", "=",
  ]

  private static let sample = #"""
    {
      "format": "rehearse-scenario/1",
      "title": "June 4 \u00e9 \ud83d\ude00",
      "cast": { "tanya": { "name": "Tanya", "role": "birth-parent", "age": 24 } },
      "moments": {
        "the-clock": {
          "lines": [
            { "text": "{tanya} has the court paper folded small." },
            { "by": "tanya", "text": "They said \"a year\". So I've got a year…" }
          ],
          "rates": { "honesty": 3, "clarity": -1.5e3, "shared": null, "x": true, "y": false },
          "next": [{ "when": "mood == \"shaken\"", "go": "table" }, { "go": "door" }]
        },
        "door": { "lines": [], "empty": {}, "n": 0 }
      }
    }
    """#
}
