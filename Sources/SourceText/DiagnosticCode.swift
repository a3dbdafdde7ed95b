/// The identity of one kind of finding.
public struct DiagnosticCode: Hashable, Sendable {
  /// The printed form: stable words in kebab-case, such as `missing-comma`.
  public let name: String
  /// The severity unless the author's configuration says otherwise.
  public let severity: Diagnostic.Severity
  /// One sentence for the catalogue.
  public let summary: String

  /// Creates a code; call this only in a module's catalogue.
  public init(_ name: String, _ severity: Diagnostic.Severity, _ summary: String) {
    self.name = name
    self.severity = severity
    self.summary = summary
  }
}

extension DiagnosticCode {
  /// There were more findings than are listed.
  public static let moreFindings = Self(
    "more-findings",
    .error,
    "There were more findings than are listed; mend the ones above first."
  )
}
