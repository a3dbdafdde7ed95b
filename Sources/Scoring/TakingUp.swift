import Prose

/// Tells whether a turn that does not answer at least takes the subject up, so that judgement waits.
struct TakingUp {
  private let hearing: Hearing

  init(_ hearing: Hearing) { self.hearing = hearing }

  /// Whether the words ask about, or name, what the finding's dimension is about.
  func takesUp(_ finding: Rubric.Finding) -> Bool {
    guard let dimension = hearing.rubric.dimensions.first(where: { $0.id == finding.dimension })
    else { return false }
    let touches = hearing.heard.contains { dimension.opens.contains($0.match.group) }
    let asks = hearing.utterance.sentences.contains { $0.isQuestion }
    return asks && (touches || repeatsTheirWords)
  }

  /// Whether a longer word of what they said comes back.
  private var repeatsTheirWords: Bool {
    let theirs = Set(
      Utterance(hearing.context.theySaid).tokens.filter { $0.letters.count > 4 }.map(\.key)
    )
    return hearing.utterance.tokens.contains { theirs.contains($0.key) }
  }
}
