import Prose

extension Judge {
  /// The likelihoods at which the ear's word counts; chosen on writers it had not met.
  private enum Bar {
    /// Below these the ear withdraws a cue of harm, or of falling short.
    static let harmCue: Float = 0.15
    static let fallingShortCue: Float = 0.2
    /// A guess of harm takes at least this.
    static let harm: Float = 0.3
    /// A guess of harm is sure from here on; any other level is unsure where harm is this likely.
    static let sureOfHarm: Float = 0.7
    static let maybeHarm: Float = 0.25
    /// A dodge beside a point that was made takes at least this.
    static let dodge: Float = 0.8
    /// How much more a missed harm weighs than a false one.
    static let harmWeight: Float = 1.8
    /// Enough points make level 4 unless a fault is at least this likely.
    static let fault: Float = 0.2
    /// And only if the ear hears at least this much of level 4 in how it is put.
    static let strong: Float = 0.22
  }

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
    let isMeasured = own.contains { $0.kind == .trigger && $0.level == worst && $0.isCertain }
    if let worst, stands(worst, isMeasured, odds) {
      rated.isUncertain = !isMeasured && odds[worst] < 0.4
      return
    }
    var guess = level(for: dimension, cues: rated, worst: worst, odds, ear, impression)
    if guess == 2, worst != 2, mayNotBeDodged(dimension) { guess = nil }
    // "You did not answer" beside a point that was made would contradict itself.
    if guess == 2, worst == nil, rated.level == 3, odds[2] < Bar.dodge,
      isAnswered(dimension), let code = likeliest(2, dimension, ear, impression),
      rubric.finding(ear.codes[code])?.rule == .unanswered
    {
      guess = 3
    }
    withdraw(below: guess ?? 5, in: dimension)
    rated.level = guess
    if let guess {
      rated.state = .rated
      rated.isUncertain =
        guess == 1 ? odds[1] < Bar.sureOfHarm : odds[guess] < 0.55 || odds[1] > Bar.maybeHarm
      if guess <= 2, worst != guess { explain(guess, dimension, ear, impression) }
    } else {
      let isAsked = !dimension.asked.isDisjoint(with: hearing.context.asked)
      rated.state = isAsked ? .noEvidence : .notAsked
      rated.isUncertain = odds[0] < 0.7
    }
  }

  /// Whether something in the turn says that leaving a question unanswered is no fault in it.
  private func mayNotBeDodged(_ dimension: Rubric.Dimension) -> Bool {
    rubric.findings.contains {
      $0.dimension == dimension.id && $0.rule == .unanswered && isSetAside($0)
    }
  }

  /// Whether what a cue says stands beside what the ear makes of the turn.
  private func stands(_ level: Int, _ isMeasured: Bool, _ odds: [Float]) -> Bool {
    if isMeasured { return true }
    if level == 1 { return odds[1] > Bar.harmCue }
    return odds[2] > Bar.fallingShortCue && odds[1] < 0.5
  }

  private func level(
    for dimension: Rubric.Dimension,
    cues: Judgement.Dimension,
    worst: Int?,
    _ odds: [Float],
    _ ear: Ear,
    _ impression: Ear.Impression
  ) -> Int? {
    if odds[0] > ear.notShownBar(of: dimension.id) { return nil }
    // Where nothing was asked and no cue touched a topic, talk of other things is never harm.
    if cues.level == nil, cues.state == .notAsked, dimension.isNeverGuessed { return nil }
    var odds = odds
    // A cue that was heard and denied ("I can't promise …") settles its sentence: the ear may not
    // hear harm in it.
    let harmful = likeliest(1, dimension, ear, impression)
    let isDenied = findings.contains { finding in
      !finding.counts && rubric.finding(finding.code)?.dimension == dimension.id
        && rubric.finding(finding.code)?.level == 1
        && harmful.map { sentenceRange($0, impression).overlaps(finding.range) } ?? true
    }
    if isDenied || isDisclaimed(harmful, impression)
      || hearing.isElsewhere && dimension.isNeverGuessed
      || odds[1] < Bar.harm
    {
      odds[1] = 0
    }
    if worst == nil, cues.level == 4, odds[1] + odds[2] < Bar.fault, odds[4] > Bar.strong {
      return 4
    }
    let guess = Self.level(odds)
    return guess == 4 && cues.level != 4 ? 3 : guess
  }

  /// Whether the sentence in which the ear hears harm says that it promises nothing.
  private func isDisclaimed(_ code: Int?, _ impression: Ear.Impression) -> Bool {
    guard let code else { return false }
    let index = impression.best[code].sentence
    let utterance = hearing.utterance
    return utterance.sentences.indices.contains(index)
      && StatusReading.disclaims(utterance.sentences[index], in: utterance)
  }

  /// The level with the smallest expected error.
  static func level(_ odds: [Float]) -> Int {
    let weights = [odds[1] * Bar.harmWeight, odds[2], odds[3], odds[4]]
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
  private mutating func withdraw(below level: Int, in dimension: Rubric.Dimension) {
    let codes = rubric.findings
      .filter {
        $0.dimension == dimension.id && $0.kind == .trigger && ($0.level ?? 0) < level
          && !$0.isCertain
      }
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
    guard let best = likeliest(level, dimension, ear, impression),
      let finding = rubric.finding(ear.codes[best])
    else { return }
    let isTurn = finding.rule == .unanswered
    let range = isTurn ? wholeRange : sentenceRange(best, impression)
    add(finding, at: range, .asserted, counts: true, isGuess: true)
  }

  /// Which of the ear's codes of this level it hears most.
  private func likeliest(
    _ level: Int,
    _ dimension: Rubric.Dimension,
    _ ear: Ear,
    _ impression: Ear.Impression
  ) -> Int? {
    let candidates = ear.codes.indices.filter { index in
      guard let finding = rubric.finding(ear.codes[index]) else { return false }
      return finding.dimension == dimension.id && finding.level == level && !finding.isCertain
    }
    return candidates.max { impression.best[$0].score < impression.best[$1].score }
  }

  private func sentenceRange(_ code: Int, _ impression: Ear.Impression) -> Range<Int> {
    let index = impression.best[code].sentence
    return hearing.utterance.sentences.indices.contains(index)
      ? hearing.utterance.sentences[index].range : wholeRange
  }
}

extension Rubric.Finding {
  /// Whether it is measured and not heard, so that no guess can stand against it.
  var isCertain: Bool {
    switch rule {
    case .jargon, .sentenceWords, .safetyOrder: true
    default: false
    }
  }
}
