/// How much of a list is read; the table of keys refuses longer ones.
///
/// What a refused file holds beyond these is passed over, so that no file can make reading it take
/// more than time linear in its size.
enum Limits {
  static let moments = 20_000
  static let replies = 64
  static let deeds = 22
  static let promises = 8
  static let values = 100
  static let talks = 100
  static let carried = 200
  /// The longest reply, in Unicode scalars.
  static let say = 4_000
}
