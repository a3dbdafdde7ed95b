public import ScenarioEngine
public import Scoring

extension Rehearsal {
  /// Takes up the same practice in other words, as when its author has saved the script.
  ///
  /// Looking back goes on where it was if the conversation is still at an end; what was half asked about
  /// typed words is forgotten, because it was about the words before. The conversation is the one in the
  /// new words, as far as it could be replayed.
  ///
  /// - Returns: What stands before the person now.
  public mutating func takeUp(
    _ conversation: Conversation,
    rubric: Rubric,
    listener: @escaping @Sendable () -> Listener
  ) -> [Block] {
    let before = self
    self = Rehearsal(
      conversation,
      mode: mode,
      rubric: rubric,
      listener: listener,
      asksForWords: asksForWords,
      keepsWords: keepsWords,
      isPractice: isPractice
    )
    let begun = begin().blocks
    guard conversation.ending != nil, rubric.dimensions.count == before.rubric.dimensions.count
    else {
      return begun
    }
    (phase, ownWords, ownRating) = (before.phase, before.ownWords, before.ownRating)
    switch before.phase {
    case .rating(let dimension): return ratingQuestion(dimension)
    case .choosingTurn:
      lastShown = debriefBlocks
      return lastShown
    case .planning, .keepingPlan:
      phase = .planning
      return Wording.planQuestion
    case .replying, .consenting, .confirming, .choosingWay, .reflecting:
      phase = .reflecting
      return begun
    }
  }
}
