public import ScenarioEngine

/// What none of some bots met.
public struct NeverMet: Sendable {
  /// A condition that always came out the same.
  public struct Steady: Hashable, Sendable {
    /// Where it stands.
    public let place: String
    /// The condition.
    public let text: String
    /// How it always came out; absent if it was never asked.
    public let value: Bool?
  }

  /// Moments nobody came to.
  public let moments: [MomentIndex]
  /// Replies nobody said, at moments that somebody came to.
  public let replies: [ReplyIndex]
  /// Where lines stand that nobody heard, at moments that somebody came to.
  public let lines: [String]
  /// Conditions that always came out the same.
  public let conditions: [Steady]

  /// Finds what no bot met.
  public init(_ scenario: Scenario, _ reports: [BotReport]) {
    let isMet = scenario.momentIndices.map { moment in
      reports.contains { $0.moments[moment.place] }
    }
    moments = scenario.momentIndices.filter { !isMet[$0.place] }
    replies = scenario.replyIndices.filter { reply in
      isMet[scenario.reply(reply).moment.place]
        && reports.allSatisfy { $0.said[reply.place] == 0 }
    }
    // What stands at a moment or reply that nobody came to is missed with it.
    let missed = Set(moments.map { scenario.id(of: $0) } + replies.map { scenario.name(of: $0) })
    func isMissedElsewhere(_ place: String) -> Bool {
      let owner = place.split(separator: ",")[0]
      return missed.contains(String(owner))
        || missed.contains(String(owner.split(separator: "/")[0]))
    }
    lines = scenario.placesOfLines.enumerated().filter { line, place in
      !isMissedElsewhere(place) && reports.allSatisfy { !$0.lines[line] }
    }
    .map(\.element)
    let seeing = reports.filter { !$0.isTyping }
    guard !seeing.isEmpty else {
      conditions = []
      return
    }
    conditions = scenario.placesOfConditions.enumerated().compactMap { row, place in
      let held = seeing.contains { $0.conditions[row].held }
      let failed = seeing.contains { $0.conditions[row].failed }
      guard !(held && failed), !place.isEmpty, !isMissedElsewhere(place) || held || failed else {
        return nil
      }
      return Steady(
        place: place,
        text: scenario.text(of: ConditionIndex(row)),
        value: held == failed ? nil : held
      )
    }
  }
}
