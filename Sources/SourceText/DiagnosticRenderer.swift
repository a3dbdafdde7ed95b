/// Turns diagnostics into text for people and into JSON for editors.
public struct DiagnosticRenderer: Sendable {
  let files: [SourceFile.ID: SourceFile]

  /// Creates a renderer that can quote the lines of `files`.
  public init(files: [SourceFile]) {
    self.files = Dictionary(files.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the diagnostics in order, each with its line quoted and underlined.
  public func text(for diagnostics: [Diagnostic]) -> String {
    diagnostics.inFileOrder().map(text(for:)).joined()
  }

  /// Returns one line that counts the findings, such as `2 errors, 1 warning in june-fourth.json`.
  public func summary(of diagnostics: [Diagnostic]) -> String {
    let counts: [(Diagnostic.Severity, String)] = [
      (.error, "error"), (.warning, "warning"), (.note, "note"),
    ]
    // The last line of a capped list is not a finding of its own.
    let findings = diagnostics.filter { $0.code != .moreFindings }
    let parts = counts.compactMap { severity, word -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    let paths = Set(
      diagnostics.isEmpty ? files.keys.map(\.path) : diagnostics.map(\.range.file.path)
    )
    let place =
      if paths.count == 1, let path = paths.first {
        " in \(VisibleText.oneLine(path))"
      } else if paths.isEmpty {
        ""
      } else {
        " in \(paths.count) files"
      }
    let more = findings.count < diagnostics.count ? ", and more" : ""
    return (parts.isEmpty ? "no findings" : parts.joined(separator: ", ")) + more + place
  }

  private func text(for diagnostic: Diagnostic) -> String {
    let heading = "\(diagnostic.severity.rawValue)[\(diagnostic.code.name)]"
    var result = "\(place(of: diagnostic.range)): \(heading): "
    result += VisibleText.oneLine(diagnostic.message) + "\n"
    result += quotation(of: diagnostic.range)
    for fixIt in diagnostic.fixIts { result += "   = \(VisibleText.oneLine(fixIt.title))\n" }
    for note in diagnostic.notes {
      result += "   note: \(place(of: note.range)): \(VisibleText.oneLine(note.text))\n"
    }
    return result
  }

  private func place(of range: SourceRange) -> String {
    let path = VisibleText.oneLine(range.file.path)
    guard let file = files[range.file] else { return path }
    let offset = min(range.offsets.lowerBound, file.bytes.count)
    let (line, column) = file.location(of: offset)
    return "\(path):\(line):\(column)"
  }

  private func quotation(of range: SourceRange) -> String {
    guard let file = files[range.file], range.offsets.upperBound <= file.bytes.count,
      !file.bytes.isEmpty
    else { return "" }
    let number = String(file.location(of: range.offsets.lowerBound).line)
    let quoted = QuotedLine(range.offsets, in: file)
    let width = max(5, number.utf8.count)
    let gutter = String(repeating: " ", count: width)
    return """
      \(String(repeating: " ", count: width - number.utf8.count))\(number) | \(quoted.text)
      \(gutter) | \(quoted.underline)

      """
  }
}
