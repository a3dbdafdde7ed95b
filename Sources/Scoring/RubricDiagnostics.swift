import SourceText

extension DiagnosticCode {
  static let badCue = Self("bad-cue", .error, "A cue cannot be read.")
  static let unknownCode = Self(
    "unknown-code",
    .error,
    "A finding, topic, element or dimension is named that the rubric does not have."
  )
  static let missingLevel = Self("missing-level", .error, "A trigger has no level.")
  static let missingDimension = Self(
    "missing-dimension",
    .error,
    "A trigger or point has no dimension."
  )
}
