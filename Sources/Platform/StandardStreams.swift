/// One of the three streams every process starts with.
public enum StandardStream: Int32, Hashable, Sendable, CaseIterable {
  case input = 0
  case output = 1
  case error = 2
}

/// What is known about one stream.
public struct StreamFacts: Hashable, Sendable {
  /// Whether a person sits at the other end.
  public var isTerminal: Bool
  /// The width of the terminal, when there is one and it says.
  public var columns: Int?
  /// The height of the terminal, when there is one and it says.
  public var rows: Int?

  /// Creates facts.
  public init(isTerminal: Bool, columns: Int? = nil, rows: Int? = nil) {
    self.isTerminal = isTerminal
    self.columns = columns
    self.rows = rows
  }
}

/// What the program asks of its standard streams.
public struct StandardStreams: Sendable {
  /// Looks at a stream; a terminal's size may have changed since the last look.
  public var facts: @Sendable (_ stream: StandardStream) -> StreamFacts
  /// Writes all the bytes, at once and unbuffered.
  public var write: @Sendable (_ stream: StandardStream, _ bytes: [UInt8]) throws(HostError) -> Void
  /// Waits for input and returns at most `limit` bytes of it; none at its end.
  public var readInput: @Sendable (_ limit: Int) throws(HostError) -> [UInt8]

  /// Creates streams from their parts.
  public init(
    facts: @escaping @Sendable (_ stream: StandardStream) -> StreamFacts,
    write:
      @escaping @Sendable (_ stream: StandardStream, _ bytes: [UInt8]) throws(HostError) ->
      Void,
    readInput: @escaping @Sendable (_ limit: Int) throws(HostError) -> [UInt8]
  ) {
    self.facts = facts
    self.write = write
    self.readInput = readInput
  }
}
