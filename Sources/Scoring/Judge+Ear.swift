import Prose

extension Judge {
  /// From what likelihood on a dimension counts as not shown.
  private static let notShown: Float = 0.45
  /// How much more a missed harm weighs than a false one.
  private static let harm: Float = 1.6
  /// Below this likelihood of harm the ear withdraws a cue.
  private static let withdrawal: Float = 0.06

  /// Lets the second ear decide what cues left open; what it adds is marked as a guess.
  mutating func listen(with ear: Ear, _ dimensions: inout [Judgement.Dimension]) {
    let impression = ear.impression(of: EarFeatures(hearing, counted: counted))
    for place in dimensions.indices {
      guard let odds = impression.likelihoods[dimensions[place].id], odds.count == 5 else {
        continue
      }
      decide(&dimensions[place], rubric.dimensions[place], odds, ear, impression)
    }
  }

  private mutating func decide(
    _ rated: inout Judgement.Dimension,
    _ dimension: Rubric.Dimension,
    _ odds: [Float],
    _ ear: Ear,
    _ impression: Ear.Impression
  ) {
    let own = rubric.findings.filter { $0.dimension == dimension.id && counted.contains($0.code) }
    let worst = own.compactMap { $0.kind == .trigger ? $0.level : nil }.min()
    let guess = Self.level(odds)
    let isMeasured = own.contains { $0.kind == .trigger && $0.level == worst && $0.isCertain }
    if worst != nil, isMeasured || worst == 1 && odds[1] > Self.withdrawal {
      // A cue that the ear does not contradict stands.
      rated.isUncertain = !isMeasured && odds[1] < 0.3 && worst == 1
      return
    }
    guard let guess else {
      if worst != nil { withdraw(above: 0, in: dimension) }
      rated.level = nil
      rated.state =
        dimension.asked.isDisjoint(with: hearing.context.asked) ? .notAsked : .noEvidence
      rated.isUncertain = odds[0] < 0.7
      return
    }
    if let worst, worst < guess { withdraw(above: worst, in: dimension) }
    rated.level = guess
    rated.state = .rated
    rated.isUncertain = odds[guess] < 0.55
    if guess <= 2, worst != guess { explain(guess, dimension, ear, impression) }
  }

  /// The level with the smallest expected error, or `nil` for not shown.
  static func level(_ odds: [Float]) -> Int? {
    if odds[0] > notShown { return nil }
    let weights = [odds[1] * harm, odds[2], odds[3], odds[4]]
    var best = (level: 3, cost: Float.infinity)
    for level in 1...4 {
      var cost: Float = 0
      for (index, weight) in weights.enumerated() {
        let distance = Float(level - index - 1)
        cost += weight * distance * distance
      }
      if cost < best.cost { best = (level, cost) }
    }
    return best.level
  }

  /// Takes back triggers that the level does not bear out, so that the two ears do not contradict.
  private mutating func withdraw(above level: Int, in dimension: Rubric.Dimension) {
    let codes = rubric.findings
      .filter { $0.dimension == dimension.id && $0.kind == .trigger && ($0.level ?? 0) >= level }
      .map(\.code)
    findings.removeAll { codes.contains($0.code) && $0.counts }
    counted.subtract(codes)
  }

  /// Names the sentence that carried a guess, under the likeliest code of that level.
  private mutating func explain(
    _ level: Int,
    _ dimension: Rubric.Dimension,
    _ ear: Ear,
    _ impression: Ear.Impression
  ) {
    let candidates = ear.codes.indices.filter { index in
      let finding = rubric.finding(ear.codes[index])
      return finding?.dimension == dimension.id && finding?.level == level
        && !(finding?.isCertain ?? true)
    }
    guard
      let best = candidates.max(by: { impression.best[$0].score < impression.best[$1].score }),
      let finding = rubric.finding(ear.codes[best]),
      hearing.utterance.sentences.indices.contains(impression.best[best].sentence)
    else { return }
    let isTurn = finding.rule == .unanswered
    let range =
      isTurn ? wholeRange : hearing.utterance.sentences[impression.best[best].sentence].range
    add(finding, at: range, .asserted, counts: true, isGuess: true)
  }
}

extension Rubric.Finding {
  /// Whether it is counted and not heard, so that no guess can stand against it.
  var isCertain: Bool {
    switch rule {
    case .jargon, .sentenceWords: true
    default: false
    }
  }
}
