import ScenarioEngine
public import Scoring

/// What is heard in a line of the room's own: one phrase to keep and one to change, and never a level.
public enum RoomEar {
  /// Listens with the scorer, which is made when it is first needed.
  public static func listening(
    with listener: @escaping @Sendable () -> Listener
  ) -> RoomSession.Ear {
    { line, conversation in
      let listener = listener()
      let judgement = listener.judge(line, ListeningContext(conversation))
      let counted = judgement.findings.filter { $0.counts && !$0.isHeld && !$0.quote.isEmpty }
      func all(_ kinds: [Rubric.Finding.Kind], level: Int? = nil) -> [Judgement.Finding] {
        counted.filter { finding in
          guard let known = listener.rubric.finding(finding.code) else { return false }
          return kinds.contains(known.kind) && (level == nil || known.level == level)
        }
      }
      let faults = all([.stop]) + all([.trigger], level: 1) + all([.trigger]) + all([.note])
      let change = faults.first
      // Nobody can keep half of what they are to change.
      let keep = all([.point]).first { point in
        !faults.contains { $0.range.overlaps(point.range) }
      }
      return (
        keep: keep.map { "\u{201C}\($0.quote)\u{201D} \($0.because)" },
        change: change.map { "\u{201C}\($0.quote)\u{201D} \($0.move)" }
      )
    }
  }
}
