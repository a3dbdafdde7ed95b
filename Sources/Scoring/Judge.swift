import Prose

/// Turns what was heard into findings, levels and ledger entries.
struct Judge {
  let hearing: Hearing
  let listener: Listener
  var findings: [Judgement.Finding] = []
  /// The codes that count.
  var counted: Set<String> = []

  var rubric: Rubric { listener.rubric }
  private var utterance: Utterance { hearing.utterance }

  /// Whether the words stand in an order in which people say them.
  private let isSpeech: Bool

  init(_ hearing: Hearing, _ listener: Listener) {
    self.hearing = hearing
    self.listener = listener
    isSpeech = listener.ear?.order?.isSpeech(hearing.utterance) ?? true
  }

  mutating func judge() -> Judgement {
    guard hearing.isReadable else {
      return Judgement(
        dimensions: rubric.dimensions.map {
          Judgement.Dimension(id: $0.id, level: nil, state: .unreadable, isUncertain: true)
        },
        findings: [],
        entries: [],
        isCut: utterance.isCut
      )
    }
    hearCues()
    measure()
    for dimension in rubric.dimensions { hearAnswers(in: dimension) }
    var dimensions = rubric.dimensions.map { rate($0) }
    if let ear = listener.ear { listen(with: ear, &dimensions) }
    if !hearing.context.isSureOfAudience {
      for place in dimensions.indices { dimensions[place].isUncertain = true }
    }
    findings.sort {
      ($0.range.lowerBound, $0.range.upperBound, $0.code)
        < ($1.range.lowerBound, $1.range.upperBound, $1.code)
    }
    return Judgement(
      dimensions: dimensions,
      findings: findings,
      entries: LedgerReading(hearing, counted: counted).entries(),
      isCut: utterance.isCut
    )
  }

  // MARK: Findings

  /// Adds a finding; of one code one finding per place is kept.
  mutating func add(
    _ finding: Rubric.Finding,
    at range: Range<Int>,
    _ status: SpeechStatus,
    counts: Bool,
    isGuess: Bool = false
  ) {
    if counts { counted.insert(finding.code) }
    findings.append(
      Judgement.Finding(
        code: finding.code,
        range: range,
        quote: utterance.quote(range),
        status: status,
        counts: counts,
        isHeld: counts && finding.isHeld && TakingUp(hearing).takesUp(finding),
        isGuess: isGuess,
        because: finding.because,
        move: finding.move
      )
    )
  }

  private mutating func hearCues() {
    var taken: [Int32: [Range<Int>]] = [:]
    for heard in hearing.heard where heard.match.group < Int32(rubric.findings.count) {
      let finding = rubric.findings[Int(heard.match.group)]
      guard isHeard(finding), !isSetAside(finding) else { continue }
      let counts = finding.counts.contains(heard.status)
      // A point that does not count is not worth showing; a trigger that was negated is.
      guard counts || finding.kind == .trigger || finding.kind == .stop else { continue }
      if finding.kind == .point, !isSpeech || isBare(heard) { continue }
      guard
        !taken[heard.match.group, default: []].contains(where: { $0.overlaps(heard.match.tokens) })
      else { continue }
      taken[heard.match.group, default: []].append(heard.match.tokens)
      add(
        finding,
        at: utterance.byteRange(ofTokens: heard.match.tokens),
        heard.status,
        counts: counts
      )
    }
  }

  /// Whether the cues of a finding by themselves make it, on this card.
  private func isHeard(_ finding: Rubric.Finding) -> Bool {
    switch finding.rule {
    case nil, .contradicted: true
    case .safetyOrder: hearing.context.safetyOrder
    case .touched: isTouched(by: finding)
    default: false
    }
  }

  /// Whether the talk is about the dimension of a finding, besides that finding.
  private func isTouched(by finding: Rubric.Finding) -> Bool {
    guard let dimension = rubric.dimensions.first(where: { $0.id == finding.dimension }) else {
      return false
    }
    if !dimension.asked.isDisjoint(with: hearing.context.asked) { return true }
    return hearing.heard.contains { dimension.opens.contains($0.match.group) }
  }

  func isSetAside(_ finding: Rubric.Finding) -> Bool {
    rubric.place(of: finding.code).map { hearing.setAside.contains($0) } ?? false
  }

  private mutating func measure() {
    for finding in rubric.findings {
      switch finding.rule {
      case .sentenceWords(let least):
        let next = nextLimit(above: least)
        for sentence in utterance.sentences where sentence.words >= least && sentence.words < next {
          add(finding, at: sentence.range, .asserted, counts: true)
        }
      case .jargon(let least):
        if hearing.context.isColleague { continue }
        let ranges =
          hearing.terms.map { utterance.byteRange(ofTokens: $0.tokens) } + hearing.acronyms
        let more = rubric.findings.contains { other in
          if case .jargon(let count) = other.rule {
            count > least && ranges.count >= count
          } else {
            false
          }
        }
        guard ranges.count >= least, !more else { continue }
        for range in ranges { add(finding, at: range, .asserted, counts: true) }
      case .vague:
        guard let place = rubric.place(of: finding.code), !hasDefiniteTime else { continue }
        for heard in hearing.matches(ofFinding: place) where finding.counts.contains(heard.status) {
          add(
            finding,
            at: utterance.byteRange(ofTokens: heard.match.tokens),
            heard.status,
            counts: true
          )
          break
        }
      case .contradicted:
        guard !isSetAside(finding),
          let place = CardDates(hearing.context).contradicted(in: hearing)
        else { continue }
        add(finding, at: utterance.byteRange(ofTokens: place), .asserted, counts: true)
      default: continue
      }
    }
  }

  private func nextLimit(above least: Int) -> Int {
    rubric.findings.compactMap { other in
      if case .sentenceWords(let count) = other.rule, count > least { count } else { nil }
    }.min() ?? .max
  }

  /// Whether a date, a day or a number of weeks is named anywhere.
  private var hasDefiniteTime: Bool {
    guard let place = rubric.findings.firstIndex(where: { $0.tells == "dates" }) else {
      return false
    }
    return hearing.heard.contains { $0.match.group == Int32(place) }
  }

  // MARK: Answers

  private mutating func hearAnswers(in dimension: Rubric.Dimension) {
    for finding in rubric.findings where finding.dimension == dimension.id {
      switch finding.rule {
      case .halfTold: hearHalf(finding, dimension)
      case .unanswered: hearDodge(finding, dimension)
      default: continue
      }
    }
  }

  private mutating func hearHalf(_ finding: Rubric.Finding, _ dimension: Rubric.Dimension) {
    let plans = dimension.strong.must["plans"] ?? []
    let named = plans.filter { counted.contains($0) }
    if hearing.context.must.contains("plans"), !named.isEmpty, named.count < plans.count {
      add(finding, at: wholeRange, .asserted, counts: true)
    }
    let timeIsDue =
      hearing.context.asked.contains("time") || hearing.context.must.contains("time")
    let known = !hearing.context.hearing.isEmpty || !hearing.context.limit.isEmpty
    guard timeIsDue, known, !hasDefiniteTime,
      let vague = rubric.findings.first(where: { $0.rule == .vague })
    else { return }
    if let heard = findings.first(where: { $0.code == vague.code }) {
      add(finding, at: heard.range, .asserted, counts: true)
    }
  }

  private mutating func hearDodge(_ finding: Rubric.Finding, _ dimension: Rubric.Dimension) {
    guard !dimension.asked.isDisjoint(with: hearing.context.asked), !isAnswered(dimension),
      !isSetAside(finding)
    else { return }
    for place in rubric.findings.indices where rubric.findings[place].rule == .unanswered {
      guard let heard = hearing.matches(ofFinding: place).first else { continue }
      add(
        finding,
        at: utterance.byteRange(ofTokens: heard.match.tokens),
        heard.status,
        counts: true
      )
      return
    }
    let words = hearing.distinct.reduce(0) { $0 + utterance.sentences[$1].words }
    if words <= 6 {
      add(finding, at: wholeRange, .asserted, counts: true)
    }
  }

  /// Whether something of the dimension was said at all.
  func isAnswered(_ dimension: Rubric.Dimension) -> Bool {
    rubric.findings.contains { finding in
      finding.dimension == dimension.id && counted.contains(finding.code)
        && finding.rule != .unanswered && finding.rule != .halfTold
    }
  }

  var wholeRange: Range<Int> {
    guard let first = utterance.sentences.first, let last = utterance.sentences.last else {
      return 0..<0
    }
    return first.range.lowerBound..<last.range.upperBound
  }

  // MARK: Levels

  private func rate(_ dimension: Rubric.Dimension) -> Judgement.Dimension {
    let own = rubric.findings.filter { $0.dimension == dimension.id && counted.contains($0.code) }
    let isAsked = !dimension.asked.isDisjoint(with: hearing.context.asked)
    let worst = own.compactMap { $0.kind == .trigger ? $0.level : nil }.min()
    let isOpen =
      isAsked || own.contains { $0.kind == .trigger && !$0.isMeasure }
      || hearing.heard.contains {
        dimension.opens.contains($0.match.group) && $0.status != .asked && !isBare($0)
      }
    var rated = Judgement.Dimension(
      id: dimension.id,
      level: nil,
      state: .notAsked,
      isUncertain: false
    )
    guard isOpen else { return rated }
    if let worst {
      rated.level = worst
    } else if isAsked, own.isEmpty {
      rated.state = .noEvidence
      rated.isUncertain = true
      return rated
    } else {
      rated.level = isStrong(dimension) ? 4 : 3
    }
    rated.state = .rated
    return rated
  }

  /// "I don't know." and no more: it opens nothing and answers nothing.
  private func isBare(_ heard: Hearing.Heard) -> Bool {
    let words = hearing.distinct.reduce(0) { $0 + utterance.sentences[$1].tokens.count }
    return heard.match.tokens.count + 1 >= words && words <= 6
      && utterance.tokens[heard.match.tokens.lowerBound].key == WordKey("i")
  }

  /// Whether the points suffice for level 4.
  func isStrong(_ dimension: Rubric.Dimension) -> Bool {
    let strong = dimension.strong
    let points = strong.points.filter { counted.contains($0) }
    guard isSpeech, strong.atLeast > 0, points.count >= strong.atLeast,
      Talk(utterance, distinct: hearing.distinct).isTalk
    else { return false }
    // Words shaken out of a bag keep their keywords but no phrases.
    let phrased = points.filter { point in
      rubric.place(of: point).map { place in
        hearing.matches(ofFinding: place).contains { $0.match.tokens.count >= 3 }
      } ?? false
    }
    guard phrased.count >= max(1, strong.atLeast - 2) else { return false }
    for due in hearing.context.must {
      for point in strong.must[due] ?? [] where !counted.contains(point) { return false }
    }
    // A child is owed the other plan only where the moment says so.
    if hearing.context.audience == .youth, !hearing.context.must.contains("plans") { return true }
    let together = strong.together.filter { counted.contains($0) }.count
    return together == 0 || together == strong.together.count
  }
}
