/// The votes on one stop of the conversation.
public struct RoomRound: Hashable, Sendable {
  /// The counts of the first vote, by the id of the choice.
  public internal(set) var first: [String: Int] = [:]
  /// The counts of the second.
  public internal(set) var second: [String: Int] = [:]
  /// The room's own line.
  public internal(set) var ours: RoomLine?
  /// Whether the counts may be seen.
  public internal(set) var isShown = false
  /// Whether the key may be seen.
  public internal(set) var isRevealed = false

  init() {}

  /// Creates the votes of a stop from their counts.
  public init(first: [String: Int], second: [String: Int]) {
    self.first = first
    self.second = second
  }

  /// The counts of one vote.
  public subscript(vote: RoomVote) -> [String: Int] {
    get { vote == .first ? first : second }
    set { if vote == .first { first = newValue } else { second = newValue } }
  }

  /// How many voted.
  public func total(_ vote: RoomVote) -> Int { self[vote].values.reduce(0, +) }

  /// How many at least must have answered otherwise the second time; totals can prove no more.
  ///
  /// Not answering counts as one of the answers. Nothing if either vote was not taken.
  public func leastChanged(people: Int?) -> Int? {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let all = max(people ?? 0, total(.first), total(.second))
    let silence = max(0, (all - total(.second)) - (all - total(.first)))
    return Set(first.keys).union(second.keys).reduce(silence) { sum, id in
      sum + max(0, (second[id] ?? 0) - (first[id] ?? 0))
    }
  }

  /// The choice with most voices in the last vote that was taken; nothing for a tie.
  public var favourite: String? {
    let votes = second.isEmpty ? first : second
    guard let most = votes.values.max(), most > 0 else { return nil }
    let leading = votes.filter { $0.value == most }
    return leading.count == 1 ? leading.first?.key : nil
  }
}
