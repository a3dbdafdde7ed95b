import SourceText

extension DiagnosticCode {
  static let badCue = Self("bad-cue", .error, "A cue cannot be read.")
  static let unknownCode = Self(
    "unknown-code",
    .error,
    "A finding, topic, element or dimension is named that the rubric does not have."
  )
  static let missingLevel = Self("missing-level", .error, "A trigger has no level.")
  static let findingWithoutDimension = Self(
    "finding-without-dimension",
    .error,
    "A trigger or point has no dimension."
  )
  static let damagedEar = Self("damaged-ear", .error, "The weights of an ear do not fit together.")

  /// The catalogue.
  static let ofRubrics: [DiagnosticCode] = [
    badCue, unknownCode, missingLevel, findingWithoutDimension, damagedEar,
  ]
}
