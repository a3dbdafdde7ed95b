/// A place in one of a scenario's tables; the type says which table.
///
/// Indices never leave the program: records and screens name moments and replies by id.
@frozen public struct TableIndex<Row>: Hashable, Sendable {
  /// The place, from zero.
  public let raw: Int32

  /// Creates an index.
  @inlinable public init(_ raw: Int32) { self.raw = raw }

  /// Creates an index from a count or an array's place.
  @inlinable public init(_ place: Int) { self.raw = Int32(truncatingIfNeeded: place) }

  /// The place as an array subscript.
  @inlinable public var place: Int { Int(raw) }
}

/// A person of the cast.
public typealias CastIndex = TableIndex<CastMember>
/// One stop on the way.
public typealias MomentIndex = TableIndex<Moment>
/// One thing the worker could say.
public typealias ReplyIndex = TableIndex<Reply>
/// Something said or narrated.
public typealias LineIndex = TableIndex<Line>
/// How it comes out.
public typealias EndingIndex = TableIndex<Ending>
/// A declared piece of state.
public typealias SlotIndex = TableIndex<Slot>
/// A compiled condition.
public typealias ConditionIndex = TableIndex<Condition>
/// A history fact that some condition reads.
public typealias FactIndex = TableIndex<Fact>

/// A run of consecutive rows in one table.
@frozen public struct TableRange<Row>: Hashable, Sendable {
  /// The first row.
  public let start: Int32
  /// One past the last row.
  public let end: Int32

  /// Creates a run of rows.
  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// No rows.
  @inlinable public static var none: Self { Self(0, 0) }

  /// How many rows there are.
  @inlinable public var count: Int { Int(end - start) }
  /// Whether there are no rows.
  @inlinable public var isEmpty: Bool { start == end }
  /// The places of the rows.
  @inlinable public var places: Range<Int> { Int(start)..<Int(end) }

  /// The indices of the rows; convenient, not for hot loops.
  @inlinable public var indices: [TableIndex<Row>] { places.map { TableIndex($0) } }
}
