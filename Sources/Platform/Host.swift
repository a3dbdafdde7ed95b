/// What the program asks of the outside world.
///
/// Everything that is not a pure function of its arguments goes through one of these closures,
/// so that a test can play a whole session without a clock, a disk or a terminal.
public struct Host: Sendable {
  /// The wall clock, in milliseconds since 1970; it may jump.
  public var now: @Sendable () -> Int64
  /// A clock that never goes backwards, in milliseconds since an unspecified start.
  public var monotonic: @Sendable () -> Int64
  /// Where the person's own clock and calendar stand at a moment of the wall clock.
  public var localTime: @Sendable (_ milliseconds: Int64) -> LocalTime
  /// Unpredictable bits, for a new attempt's seed or name.
  public var seed: @Sendable () -> UInt64
  /// The value of an environment variable.
  public var environment: @Sendable (_ name: String) -> String?
  /// The words of the command line, the program's own name first.
  public var arguments: [String]
  /// The folder relative paths start from; nothing when it has been deleted.
  public var currentDirectory: @Sendable () -> String?
  /// The three standard streams.
  public var streams: StandardStreams
  /// The file system.
  public var files: FileAccess

  /// Creates a host from its parts.
  public init(
    now: @escaping @Sendable () -> Int64,
    monotonic: @escaping @Sendable () -> Int64,
    localTime: @escaping @Sendable (_ milliseconds: Int64) -> LocalTime,
    seed: @escaping @Sendable () -> UInt64,
    environment: @escaping @Sendable (_ name: String) -> String?,
    arguments: [String],
    currentDirectory: @escaping @Sendable () -> String?,
    streams: StandardStreams,
    files: FileAccess
  ) {
    self.now = now
    self.monotonic = monotonic
    self.localTime = localTime
    self.seed = seed
    self.environment = environment
    self.arguments = arguments
    self.currentDirectory = currentDirectory
    self.streams = streams
    self.files = files
  }

  /// The person's home folder: `HOME`, when it is an absolute path.
  public var home: String? {
    guard let value = environment("HOME"), value.hasPrefix("/") else { return nil }
    return value
  }
}

/// A moment as the person's own clock and calendar show it.
public struct LocalTime: Hashable, Sendable {
  /// The year, such as 2026.
  public var year: Int
  /// The month, from 1.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int
  /// The hour, 0 to 23.
  public var hour: Int
  /// The minute.
  public var minute: Int

  /// Creates a moment.
  public init(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
  }

  /// The moment `milliseconds` after 1970 in universal time.
  public static func universal(_ milliseconds: Int64) -> LocalTime {
    let minutes = milliseconds.flooredQuotient(by: 60_000)
    let days = minutes.flooredQuotient(by: 1_440)
    let minuteOfDay = Int(minutes - days * 1_440)
    // Days counted from 1 March of year 0, so that the leap day is a year's last.
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return LocalTime(
      year: Int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)),
      month: Int(month),
      day: Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1),
      hour: minuteOfDay / 60,
      minute: minuteOfDay % 60
    )
  }
}

extension Int64 {
  fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
