public import Platform

/// Where rehearse keeps what is this person's own, by the XDG base directory rules.
public struct RecordsPlaces: Hashable, Sendable {
  /// The folder with everything that is recorded.
  public let data: String
  /// The folder with this person's settings.
  public let settings: String

  /// Works the places out; it looks at nothing but the environment.
  public init(host: Host) throws(JournalError) {
    data = try RecordsPlaces.folder(host, variable: "XDG_DATA_HOME", underHome: ".local/share")
    settings = try RecordsPlaces.folder(host, variable: "XDG_CONFIG_HOME", underHome: ".config")
  }

  /// The folder with one journal per attempt.
  public var attempts: String { data + "/attempts" }

  /// The folder with one journal per class.
  public var classes: String { data + "/classes" }

  private static func folder(
    _ host: Host,
    variable: String,
    underHome: String
  ) throws(JournalError) -> String {
    // The rules say that a relative path here is to be ignored, not resolved.
    if let base = host.environment(variable), base.hasPrefix("/") { return base + "/rehearse" }
    guard let home = host.home else { throw .noHome }
    return "\(home)/\(underHome)/rehearse"
  }
}
