public import ScenarioEngine

extension Judgement {
  /// Whether these words answer what the turn before took up and left open.
  public func answersEarlier(in conversation: Conversation) -> Bool {
    guard let before = conversation.turns.last?.typed,
      conversation.scenario.notes.dimensions.indices.contains(where: { before.held[$0] != nil })
    else { return false }
    return !findings.contains { $0.isHeld && $0.counts }
      && dimensions.contains { ($0.level ?? 0) >= 3 }
  }
}
