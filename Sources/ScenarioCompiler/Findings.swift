import SourceText

/// Collects diagnostics up to a limit, so that a hostile file cannot make reporting take long.
struct Findings {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var left: Int

  init(limit: Int = 200) { left = limit }

  /// Whether nothing more is kept; look for suggestions only while this is false.
  var isFull: Bool { left <= 0 }

  mutating func report(
    _ code: DiagnosticCode,
    _ message: @autoclosure () -> String,
    at range: SourceRange,
    notes: @autoclosure () -> [Diagnostic.Note] = [],
    fixIts: @autoclosure () -> [Diagnostic.FixIt] = []
  ) {
    guard !isFull else { return }
    left -= 1
    diagnostics.append(
      Diagnostic(code, message(), at: range, notes: notes(), fixIts: fixIts())
    )
  }
}

/// Returns words in quotation marks as a list to be read: `"a", "b" and "c"`.
func listed(_ words: some Sequence<String>, _ conjunction: String = "and") -> String {
  let quoted = words.map { "\"\($0)\"" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
}

/// Returns a text as it is written inside a JSON string.
func escapedForJSON(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
