/// How much of a style may reach the terminal.
public enum StyleLevel: Int, Sendable, Comparable, CaseIterable {
  /// Letters only: no escape sequence of any kind.
  case plain
  /// Bold, reverse and underline, which `NO_COLOR` leaves alone.
  case attributes
  /// Colours and grounds too.
  case color

  /// What `--color` said.
  public enum Flag: String, Sendable, CaseIterable {
    /// No colours.
    case never
    /// As the environment and the terminal suggest.
    case auto
    /// Colours even into a pipe.
    case always
  }

  /// Whether `left` allows less than `right`.
  public static func < (left: StyleLevel, right: StyleLevel) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Decides the level from what was asked for, the environment, and whether anyone is watching.
  ///
  /// The order: the flag, `NO_COLOR`, `CLICOLOR_FORCE` or `FORCE_COLOR`, `TERM`, the terminal. A
  /// variable set to nothing counts as not set.
  public static func decide(
    flag: Flag,
    environment: [String: String],
    isTerminal: Bool
  ) -> StyleLevel {
    let withoutColor: StyleLevel = isTerminal && canStyle(environment) ? .attributes : .plain
    switch flag {
    case .never: return withoutColor
    case .always: return .color
    case .auto: break
    }
    if environment["NO_COLOR", default: ""] != "" { return withoutColor }
    if isForced(environment) { return .color }
    return withoutColor == .attributes ? .color : .plain
  }

  /// Whether the terminal named by `TERM` understands any sequence at all.
  public static func canStyle(_ environment: [String: String]) -> Bool {
    let term = environment["TERM", default: ""]
    return term != "" && term != "dumb"
  }

  private static func isForced(_ environment: [String: String]) -> Bool {
    ["CLICOLOR_FORCE", "FORCE_COLOR"]
      .contains { name in !["", "0", "false"].contains(environment[name, default: ""]) }
  }
}
