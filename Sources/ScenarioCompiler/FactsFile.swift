import JSONSyntax
public import SourceText

/// A file of facts that stand in place of a scenario's own: one object of keys and texts.
public enum FactsFile {
  /// The table of its keys.
  static let table = ShapeTable(
    root: .map(key: .identifier, .text(.prose), limit: 1_000)
  )

  /// Reads a file of facts; there are none if anything in it is an error.
  public static func read(_ file: SourceFile) -> (facts: [ReplacedFact], diagnostics: [Diagnostic])
  {
    let (document, syntax) = JSONReader.read(file)
    guard let document else { return ([], syntax.inFileOrder()) }
    var findings = Findings()
    HiddenCharacters(file).report(to: &findings)
    let diagnostics = (syntax + table.check(document) + findings.diagnostics).capped()
    guard !diagnostics.hasErrors else { return ([], diagnostics) }
    let source = Source(document)
    let facts = source.entries(of: document.root).map { member in
      ReplacedFact(
        key: source.string(of: member.key),
        text: source.string(of: member.value),
        range: source.range(of: member.key)
      )
    }
    return (facts, diagnostics)
  }
}
