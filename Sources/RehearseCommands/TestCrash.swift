import Platform

/// Crashes on purpose, so that a test can see the terminal given back; not in a release build.
enum TestCrash {
  /// The variable that allows it.
  static let variable = "REHEARSE_TEST_CRASH"

  /// Crashes if the line is `crash now` and the environment says how.
  static func happen(_ line: String, _ host: Host) {
    #if DEBUG
    guard line == "crash now" else { return }
    switch host.environment(variable) {
    case "trap": preconditionFailure("a crash that a test asked for")
    case "overflow": print(depth(of: 1))
    default: break
    }
    #endif
  }

  #if DEBUG
  @inline(never)
  private static func depth(of number: Int) -> Int {
    number == 0 ? 0 : 1 + depth(of: number + 1)
  }
  #endif
}
