extension Sequence<Diagnostic> {
  /// Returns the diagnostics by path, then offset, then code, then message; a note that more were
  /// left out stays last in its file.
  public func inFileOrder() -> [Diagnostic] {
    sorted { left, right in
      if left.range.file.path != right.range.file.path {
        return left.range.file.path < right.range.file.path
      }
      if (left.code == .moreFindings) != (right.code == .moreFindings) {
        return right.code == .moreFindings
      }
      if left.range.offsets.lowerBound != right.range.offsets.lowerBound {
        return left.range.offsets.lowerBound < right.range.offsets.lowerBound
      }
      if left.code.name != right.code.name { return left.code.name < right.code.name }
      return left.message < right.message
    }
  }

  /// Whether any of the diagnostics is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
