import JSONSyntax
import SourceText
import TestSupport
import Testing

/// Reads text as a file called `test.json`.
func read(
  _ text: String,
  limits: JSONLimits = .standard
) -> (document: JSONDocument?, diagnostics: [Diagnostic]) {
  JSONReader.read(SourceFile(path: "test.json", bytes: Array(text.utf8)), limits: limits)
}

/// The document on one line, to compare what was understood.
func compact(_ document: JSONDocument?) -> String? {
  document.map { JSONWriter.compact($0.value(of: $0.root)) }
}

/// Expects exactly these findings, each at its `1️⃣` marker, and, if given, this understanding.
func expectFindings(
  _ marked: String,
  _ expected: [(Character, String)],
  understood: String? = nil,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let sample = MarkedText(marked)
  let (document, diagnostics) = read(sample.text)
  let actual = diagnostics.map { "\($0.range.offsets.lowerBound): \($0.code.name)" }
  let wanted = expected.map { "\(sample.offsets[$0.0] ?? -1): \($0.1)" }
  #expect(actual == wanted, "\(diagnostics.map(\.message))", sourceLocation: sourceLocation)
  if let understood {
    #expect(compact(document) == understood, sourceLocation: sourceLocation)
  }
}

/// The text after the first fix-it of every finding has been applied.
func mended(_ text: String, _ diagnostics: [Diagnostic]) -> String {
  var bytes = Array(text.utf8)
  let edits = diagnostics.flatMap { $0.fixIts.first?.edits ?? [] }
  for edit in edits.sorted(by: { $0.range.offsets.lowerBound > $1.range.offsets.lowerBound }) {
    bytes.replaceSubrange(edit.range.offsets, with: Array(edit.replacement.utf8))
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// A small generator with a known sequence, so that a failure can be repeated.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
