extension DiagnosticRenderer {
  /// Returns the diagnostics in order as a JSON array, one to a line.
  ///
  /// Lines and columns are one-based, columns in Unicode scalars; `offset` and `length` are bytes.
  public func json(for diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    let lines = diagnostics.inFileOrder().map { "  {\(fields(of: $0))}" }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  private func fields(of diagnostic: Diagnostic) -> String {
    var fields = place(diagnostic.range)
    fields += [
      ("severity", JSONText.quoted(diagnostic.severity.rawValue)),
      ("code", JSONText.quoted(diagnostic.code.name)),
      ("message", JSONText.quoted(diagnostic.message)),
      ("suggestion", diagnostic.fixIts.first.map { JSONText.quoted($0.title) } ?? "null"),
    ]
    let notes = diagnostic.notes.map { note in
      "{\(Self.joined(place(note.range) + [("message", JSONText.quoted(note.text))]))}"
    }
    fields.append(("notes", "[\(notes.joined(separator: ","))]"))
    return Self.joined(fields)
  }

  private func place(_ range: SourceRange) -> [(String, String)] {
    var fields = [("file", JSONText.quoted(range.file.path))]
    if let file = files[range.file], range.offsets.upperBound <= file.bytes.count {
      let start = file.location(of: range.offsets.lowerBound)
      let end = file.location(of: range.offsets.upperBound)
      fields += [
        ("line", String(start.line)), ("column", String(start.column)),
        ("endLine", String(end.line)), ("endColumn", String(end.column)),
      ]
    }
    return fields + [
      ("offset", String(range.offsets.lowerBound)), ("length", String(range.offsets.count)),
    ]
  }

  private static func joined(_ fields: [(String, String)]) -> String {
    fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
  }
}
