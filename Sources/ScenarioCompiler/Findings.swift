import SourceText

/// Collects diagnostics up to a limit, so that a hostile file cannot make reporting take long.
struct Findings {
  private(set) var diagnostics: [Diagnostic] = []
  private let limit: Int
  private var errors = 0
  private var warnings = 0

  init(limit: Int = 200) { self.limit = limit }

  /// Whether no more errors are kept.
  ///
  /// Look for suggestions, and go on reading, only while this is false. Warnings are counted apart,
  /// so that they cannot hide an error.
  var isFull: Bool { errors >= limit }

  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at range: SourceRange,
    notes: [Diagnostic.Note] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) {
    if code.severity == .error { errors += 1 } else { warnings += 1 }
    guard (code.severity == .error ? errors : warnings) <= limit else { return }
    diagnostics.append(Diagnostic(code, message, at: range, notes: notes, fixIts: fixIts))
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
