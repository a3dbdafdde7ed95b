/// Which talk of a case a class plays.
public struct RoomTalk: Hashable, Sendable {
  /// The title of the case.
  public let title: String
  /// Which talk this is, from 1.
  public let number: Int
  /// How many talks there are.
  public let count: Int
  /// The title of the talk after this one; absent for the last.
  public let next: String?

  /// Describes a talk.
  public init(title: String, number: Int, count: Int, next: String?) {
    self.title = title
    self.number = number
    self.count = count
    self.next = next
  }

  /// Which talk of what, as "Talk 2 of 3 in The same sentence".
  public var line: String { "Talk \(number) of \(count) in \(title)." }
}
