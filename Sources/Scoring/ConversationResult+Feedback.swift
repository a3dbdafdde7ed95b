public import ScenarioEngine

extension ConversationResult {
  /// The turn to keep: one that owned and repaired an error, else the strongest one without a fault.
  ///
  /// An owned and repaired error beats a polished evasion, so a repair comes first.
  public func turnToKeep(ledger: Ledger) -> Turn? {
    let repairs = ledger.entries.filter { $0.kind == .repaired && $0.talk == nil }.map(\.turn)
    if let repair = turns.last(where: { repairs.contains($0.number) }) { return repair }
    let faultless = turns.filter { turn in
      let levels = dimensions.indices.compactMap { turn.levels[$0] }
      return !levels.isEmpty && levels.allSatisfy { $0 >= 3 } && !stopTurns.contains(turn.number)
    }
    return faultless.max { strength(of: $0) < strength(of: $1) }
  }

  /// The turn to change: an unrepaired stop, then an unrepaired level 1, critical dimensions first,
  /// then the turn that fell short in most ways; `nil` if none did.
  public func turnToChange(critical: Set<Int>) -> Turn? {
    if let stop = stops.first(where: { $0.entry.talk == nil && !$0.standing.isEmpty }) {
      return turns.first { $0.number == stop.entry.turn }
    }
    let open = turns.filter { !$0.isRepaired }
    let worst = open.max { fault(of: $0, critical: critical) < fault(of: $1, critical: critical) }
    return worst.flatMap { fault(of: $0, critical: critical) > 0 ? $0 : nil }
  }

  private var stopTurns: [Int] { stops.filter { $0.entry.talk == nil }.map(\.entry.turn) }

  private func strength(of turn: Turn) -> Int {
    dimensions.indices.reduce(0) { $0 + (turn.levels[$1].map { $0 == 4 ? 10 : 1 } ?? 0) }
  }

  private func fault(of turn: Turn, critical: Set<Int>) -> Int {
    dimensions.indices.reduce(0) { sum, place in
      switch turn.levels[place] {
      case 1: sum + (critical.contains(place) ? 100 : 10)
      case 2: sum + 1
      default: sum
      }
    }
  }
}
