/// How a run of the program ended; `rehearse help exit-codes` prints this table.
public struct ExitStatus: Hashable, Sendable {
  /// The number the shell sees.
  public let code: Int32

  /// Everything was done.
  static let done = Self(code: 0)
  /// It could not be done, or a graded run was not finished.
  static let failed = Self(code: 1)
  /// The command line could not be understood.
  static let usage = Self(code: 2)
  /// A scenario, case or rubric file has errors.
  static let badScenario = Self(code: 65)
  /// There is no such file, scenario or attempt.
  static let noSuchFile = Self(code: 66)

  /// Ended by a signal, as shells count it: 130 for an interrupt, 143 for a request to end.
  static func signal(_ number: Int32) -> Self { Self(code: 128 + number) }

  /// What each means.
  static let table: [(code: Int32, meaning: String)] = [
    (0, "done"),
    (1, "failed, or a run in ready mode that was not finished"),
    (2, "the command line could not be understood"),
    (65, "a scenario, case, rubric or facts file has errors"),
    (66, "there is no such file, scenario, case or attempt"),
    (129, "the terminal was closed"),
    (130, "interrupted, as by Ctrl-C; everything said was saved first"),
    (143, "asked to end; everything said was saved first"),
  ]
}
