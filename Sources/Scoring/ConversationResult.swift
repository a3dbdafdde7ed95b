public import ScenarioEngine

/// What a whole conversation came to: levels per dimension, what was left out, and a verdict in words.
///
/// The rules are those of the rubric's part on the whole conversation: a median never hides a harm, and
/// "not shown" is never counted and never averaged.
public struct ConversationResult: Sendable {
  /// The verdict, in words a person can bear.
  public enum Verdict: String, Sendable {
    /// A stop, or a level 1 in a critical dimension, that nobody has repaired.
    case notYet = "not yet"
    /// There was such an error, and every one was repaired with all who heard it.
    case repaired
    /// There was none.
    case sound
  }

  /// One turn of the worker.
  public struct Turn: Sendable {
    /// Its number, from 1.
    public let number: Int
    /// The moment.
    public let moment: MomentIndex
    /// The reply that was chosen, or that typed words went on along.
    public let reply: ReplyIndex
    /// The typed turn, if words were typed.
    public let typed: TypedTurn?
    /// The levels: the author's for a chosen reply, the scorer's for typed words.
    public let levels: Levels
    /// The words of the worker.
    public let said: String
    /// What the listener took away.
    public let heard: String
    /// What the author says about it.
    public let why: String
    /// What was heard in typed words.
    public let judgement: Judgement?
    /// Who was spoken to.
    public let listener: CastIndex
    /// Whether it did harm that was set right later.
    public let isRepaired: Bool
  }

  /// One dimension over the whole conversation.
  public struct Dimension: Sendable {
    /// The id.
    public let id: String
    /// The median of the rated turns, the lower of two middles; `nil` if no turn was rated.
    public let median: Int?
    /// The lowest level of any turn.
    public let lowest: Int?
    /// How many turns were at level 1, 2, 3 and 4.
    public let counts: [Int]
    /// How many of those at level 1 were repaired.
    public let repaired: Int
    /// How many turns did not show it.
    public let notShown: Int
  }

  /// Somebody who was owed something and was never told it.
  public struct Omission: Sendable {
    /// Who.
    public let person: CastIndex
    /// What.
    public let elements: [Element]
  }

  /// The turns, in order.
  public let turns: [Turn]
  /// The dimensions, in the rubric's order.
  public let dimensions: [Dimension]
  /// What was owed and never told, by person.
  public let omissions: [Omission]
  /// The stops that were committed, with those with whom they still stand.
  public let stops: [(entry: LedgerEntry, standing: CastSet)]
  /// The verdict.
  public let verdict: Verdict

  /// Judges a conversation by the author's `rates` and by what was heard in typed words; `critical`
  /// holds the places of the dimensions whose level 1 makes it "not yet".
  public init(of conversation: Conversation, critical: Set<Int>) {
    let standing = conversation.ledger.standing()
    let turns = Self.turns(of: conversation, standing: standing)
    let stops = conversation.ledger.entries.indices
      .filter { conversation.ledger.entries[$0].kind == .stopped }
      .map { (entry: conversation.ledger.entries[$0], standing: standing[$0]) }
    let harmful = turns.filter { turn in
      turn.typed?.contested != true && critical.contains { turn.levels[$0] == 1 }
    }
    let stopsOfThisTalk = stops.filter { $0.entry.talk == nil }
    if stopsOfThisTalk.contains(where: { !$0.standing.isEmpty })
      || harmful.contains(where: { !$0.isRepaired })
    {
      self.verdict = .notYet
    } else if !stopsOfThisTalk.isEmpty || !harmful.isEmpty {
      self.verdict = .repaired
    } else {
      self.verdict = .sound
    }
    self.turns = turns
    self.stops = stops
    self.dimensions = conversation.scenario.notes.dimensions.enumerated().map { place, id in
      Dimension(id: id, levels: turns.map { ($0.levels[place], $0.isRepaired) })
    }
    self.omissions = conversation.scenario.cast.indices.compactMap { place in
      let person = CastIndex(place)
      let missing = conversation.owed(to: person)
        .filter { !conversation.ledger.isTold(person, $0) }
      return missing.isEmpty ? nil : Omission(person: person, elements: missing)
    }
  }

  private static func turns(of conversation: Conversation, standing: [CastSet]) -> [Turn] {
    let entries = conversation.ledger.entries
    var turns: [Turn] = []
    conversation.walk { before, index, typed in
      let scenario = before.scenario
      let reply = scenario.reply(index)
      let notes = scenario.notes(of: index)
      let number = turns.count + 1
      let harms = entries.indices.filter {
        entries[$0].kind == .harmed && entries[$0].turn == number && entries[$0].talk == nil
      }
      turns.append(
        Turn(
          number: number,
          moment: reply.moment,
          reply: index,
          typed: typed,
          levels: typed.map {
            settled($0, before: conversation.turns.dropFirst(number).first, in: scenario)
          } ?? reply.rates,
          said: typed?.text ?? scenario.text(reply.say, in: before.state),
          heard: scenario.text(notes.heard, in: before.state),
          why: scenario.text(notes.why, in: before.state),
          judgement: typed.flatMap { Judgement(recorded: $0.judgement) },
          listener: scenario.moment(reply.moment).listener,
          isRepaired: !harms.isEmpty && harms.allSatisfy { standing[$0].isEmpty }
        )
      )
    }
    return turns
  }

  /// The levels of typed words, once it is known whether the next turn answered what they took up.
  ///
  /// What is held is dropped if the next turn answers, and stands if it does not or never comes.
  private static func settled(
    _ typed: TypedTurn,
    before next: (reply: ReplyIndex, typed: TypedTurn?)?,
    in scenario: Scenario
  ) -> Levels {
    if let answers = next?.typed?.answersEarlier, answers { return typed.levels }
    // A chosen reply answers by the author's own rating of it.
    let rates = next.flatMap { $0.typed == nil ? scenario.reply($0.reply).rates : nil }
    var levels = typed.levels
    for dimension in 0..<Levels.capacity {
      guard let held = typed.held[dimension], (rates?[dimension] ?? 0) < 3 else { continue }
      levels[dimension] = min(held, levels[dimension] ?? 4)
    }
    return levels
  }
}

extension ConversationResult.Dimension {
  init(id: String, levels: [(level: Int?, isRepaired: Bool)]) {
    let rated = levels.compactMap(\.level).sorted()
    self.id = id
    self.median = rated.isEmpty ? nil : rated[(rated.count - 1) / 2]
    self.lowest = rated.first
    self.counts = (1...4).map { level in rated.count { $0 == level } }
    self.repaired = levels.count { $0.level == 1 && $0.isRepaired }
    self.notShown = levels.count { $0.level == nil }
  }
}
