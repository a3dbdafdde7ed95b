/// Turns diagnostics into text for people and into JSON for editors.
public struct DiagnosticRenderer: Sendable {
  /// Creates a renderer that can quote the lines of `files`.
  public init(files: [SourceFile]) {}

  /// Returns the diagnostics in order, each with its line quoted and underlined.
  public func text(for diagnostics: [Diagnostic]) -> String { "" }

  /// Returns one line that counts the findings, such as `2 errors, 1 warning in june-fourth.json`.
  public func summary(of diagnostics: [Diagnostic]) -> String { "" }

  /// Returns the diagnostics in order as a JSON array.
  public func json(for diagnostics: [Diagnostic]) -> String { "" }
}
