/// Collects diagnostics up to a limit and counts the rest.
public struct DiagnosticLog: Sendable {
  /// What has been kept, in the order of reporting.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many were reported in all.
  public private(set) var count = 0
  private let limit: Int
  private var firstLeftOut: SourceRange?

  /// Creates a log that keeps `limit` diagnostics.
  public init(limit: Int = 200) { self.limit = limit }

  /// Adds a diagnostic; past the limit it is only counted.
  public mutating func report(_ diagnostic: Diagnostic) {
    count += 1
    if diagnostics.count < limit {
      diagnostics.append(diagnostic)
    } else if firstLeftOut == nil {
      firstLeftOut = diagnostic.range
    }
  }

  /// Whether there is no use in composing another diagnostic; if so, it has been counted.
  ///
  /// Where an author's file can have millions of mistakes, ask this before building a message.
  public mutating func countsWithoutKeeping() -> Bool {
    guard firstLeftOut != nil else { return false }
    count += 1
    return true
  }

  /// Returns what was kept in file order, and last "and N more" if some were left out.
  public func finished() -> [Diagnostic] {
    let kept = diagnostics.inFileOrder()
    guard let firstLeftOut else { return kept }
    let more = Diagnostic(
      .moreFindings,
      "and \(count - diagnostics.count) more; mend the ones above first",
      at: firstLeftOut
    )
    return kept + [more]
  }
}
