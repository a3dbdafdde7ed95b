public import ScenarioEngine

extension TypedTurn {
  /// Makes a turn of typed words as they were judged.
  ///
  /// Levels and ledger entries come only from the words; a promise of the reply enters the ledger only if
  /// the words guarantee the same thing, and then by the reply's id, so that the script remembers it.
  /// A contested finding neither lowers a level nor enters the ledger.
  public init(
    _ text: String,
    judgement: Judgement,
    rubric: Rubric,
    along reply: ReplyIndex,
    in conversation: Conversation,
    answersEarlier: Bool,
    contested: Bool
  ) {
    let scenario = conversation.scenario
    var levels = Levels()
    var held = Levels()
    for (place, dimension) in judgement.dimensions.enumerated() {
      levels[place] = dimension.level
    }
    for finding in judgement.findings where finding.isHeld {
      guard let known = rubric.finding(finding.code), let level = known.level,
        let place = rubric.dimensions.firstIndex(where: { $0.id == known.dimension })
      else { continue }
      held[place] = min(level, held[place] ?? 4)
      // What only waits has no level yet: the next turn gives it one, or lifts it.
      if levels[place] == level, !judgement.hasCause(of: level, in: known.dimension, rubric) {
        levels[place] = nil
      }
    }
    let reader = EntryReader(
      judgement,
      reply: reply,
      in: conversation,
      rubric: rubric,
      levels: levels,
      contested: contested
    )
    self.init(
      text: text,
      takenFor: scenario.id(of: reply),
      entries: reader.entries,
      levels: levels,
      held: held,
      answersEarlier: answersEarlier,
      contested: contested,
      judgement: judgement.recorded,
      rubricDigest: rubric.digest
    )
  }
}

extension Judgement {
  /// Whether something that does not wait pulls a dimension down to this level.
  fileprivate func hasCause(of level: Int, in dimension: String?, _ rubric: Rubric) -> Bool {
    findings.contains { finding in
      guard finding.counts, !finding.isHeld, let known = rubric.finding(finding.code) else {
        return false
      }
      return known.dimension == dimension && known.kind == .trigger && known.level == level
    }
  }
}

/// What typed words put into the ledger.
private struct EntryReader {
  private(set) var entries: [LedgerEntry] = []

  init(
    _ judgement: Judgement,
    reply: ReplyIndex,
    in conversation: Conversation,
    rubric: Rubric,
    levels: Levels,
    contested: Bool
  ) {
    let scenario = conversation.scenario
    let moment = scenario.reply(reply).moment
    let hearers = scenario.moment(moment).hearers
    let turn = conversation.turnCount + 1
    let origin = "\(scenario.id(of: moment))/\(scenario.id(of: reply))"
    func add(
      _ kind: LedgerEntry.Kind,
      element: Element? = nil,
      about: PromiseSubject? = nil,
      stop: StopCode? = nil,
      error: String? = nil,
      quote: String?
    ) {
      entries.append(
        LedgerEntry(
          kind: kind,
          hearers: hearers,
          element: element,
          about: about,
          stop: stop,
          error: error,
          origin: kind.isError ? origin : nil,
          words: quote.map { .spoken($0) },
          turn: turn
        )
      )
    }
    for entry in judgement.entries {
      let element = Element(rawValue: entry.about)
      switch entry.kind {
      case .told: add(.told, element: element, quote: entry.quote)
      case .softened: add(.softened, element: element, quote: entry.quote)
      case .denied where !contested:
        add(.denied, element: element, error: origin, quote: entry.quote)
      case .promised where !contested:
        let about = PromiseSubject(rawValue: entry.about) ?? .other
        let same = scenario.promiseIDs(of: reply).first { $0.about == about }
        add(.promised, about: about, error: same?.id ?? origin, quote: entry.quote)
      case .retracted:
        for error in Self.repaired(by: entry, reply: reply, in: conversation) {
          add(.repaired, error: error, quote: entry.quote)
        }
      case .denied, .promised: continue
      }
    }
    guard !contested else { return }
    let harms = rubric.dimensions.indices.contains { levels[$0] == 1 }
    if harms { add(.harmed, error: origin, quote: nil) }
    for stop in judgement.stops(in: rubric) {
      add(.stopped, stop: StopCode(rawValue: stop.code), error: origin, quote: stop.quote)
    }
  }

  /// The standing errors that words of taking back can mean: those of the reply they went along, if it
  /// is a repair; else the last standing one about the same thing.
  private static func repaired(
    by entry: Judgement.Entry,
    reply: ReplyIndex,
    in conversation: Conversation
  ) -> [String] {
    let repairs = conversation.scenario.repairs(of: reply)
    if !repairs.isEmpty { return repairs }
    let standing = conversation.ledger.standing()
    let entries = conversation.ledger.entries
    let open = entries.indices.filter { !standing[$0].isEmpty && entries[$0].error != nil }
    let same = open.last { place in
      entries[place].about?.rawValue == entry.about
        || entries[place].element?.rawValue == entry.about
    }
    return [same ?? open.last].compactMap { $0.flatMap { entries[$0].error } }
  }
}
