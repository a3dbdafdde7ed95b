public import ScenarioEngine
public import Scoring

/// A class working through one scenario, as a value: the scenario, a seed, and what happened.
///
/// It knows counts and never a name. What the room may see of it is ``picture``; what only the
/// facilitator may see is ``RoomNotes``.
public struct RoomSession: Sendable {
  /// Finds one phrase to keep and one to change in a line of the room's own; never a level.
  public typealias Ear =
    @Sendable (_ line: String, _ before: Conversation) -> (keep: String?, change: String?)

  /// A vote that is being counted.
  struct Counting: Hashable, Sendable {
    var vote: RoomVote
    /// The choice under the cursor.
    var place = 0
    /// Whether the next digit begins a new number.
    var isFresh = true
  }

  /// What is played.
  public let scenario: Scenario
  /// What its levels are in.
  public let rubric: Rubric
  /// The seed of every draw.
  public let seed: UInt64
  /// Between how many and how many of a hundred on the best line a talk is worth most.
  public let band: ClosedRange<Int>
  let ear: Ear
  /// What earlier talks of a case brought along.
  public let carried: Carried
  /// Which talk of a case this is, if it is one.
  public let talk: RoomTalk?

  /// Everything that happened and was not taken back.
  public private(set) var acts: [RoomAct] = []
  /// Where the class is.
  public private(set) var step = RoomStep.testCard
  /// Which card of the step, from 0.
  public private(set) var card = 0
  /// The story so far.
  public private(set) var conversation: Conversation
  /// How many are in the room, if anybody said.
  public private(set) var people: Int?
  /// The votes by turn, the present one last.
  public private(set) var rounds = [RoomRound()]
  /// Whether a turning point was said aloud in threes.
  public private(set) var wasSaidAloud = false
  /// Whether the last card was left.
  public private(set) var isOver = false
  /// A sentence for the facilitator about the last key; the room may read it.
  public internal(set) var notice: String?

  var counting: Counting?

  /// Begins a class.
  public init(
    _ scenario: Scenario,
    rubric: Rubric,
    seed: UInt64,
    band: ClosedRange<Int> = 30...70,
    carried: Carried = Carried(),
    talk: RoomTalk? = nil,
    ear: @escaping Ear = { _, _ in (nil, nil) }
  ) {
    self.scenario = scenario
    self.rubric = rubric
    self.seed = seed
    self.band = band
    self.ear = ear
    self.carried = carried
    self.talk = talk
    conversation = Conversation(scenario, seed: seed, carried: carried)
  }

  /// The same class with only these things done; stops at the first that cannot be done any more.
  public func replaying(_ acts: some Sequence<RoomAct>) -> RoomSession {
    var session = RoomSession(
      scenario,
      rubric: rubric,
      seed: seed,
      band: band,
      carried: carried,
      talk: talk,
      ear: ear
    )
    for act in acts {
      guard session.perform(act) else { break }
    }
    return session
  }

  /// The votes on this stop.
  public var round: RoomRound { rounds[rounds.count - 1] }

  /// What the room may choose from here.
  public var ballot: RoomBallot { RoomBallot(conversation, ours: round.ours) }

  /// Whether there is something to answer here.
  public var asks: Bool { conversation.ending == nil && !conversation.offers.isEmpty }

  /// Whether counts may be entered that the room may not see yet.
  public var hidesCounts: Bool { asks && step.needsAnswers && !round.isShown }

  // MARK: Doing

  /// Does one thing; `false`, with nothing changed, when it cannot be done here.
  mutating func perform(_ act: RoomAct) -> Bool {
    guard apply(act) else { return false }
    acts.append(act)
    return true
  }

  private mutating func apply(_ act: RoomAct) -> Bool {
    switch act {
    case .went(let step, let card): go(to: step, card: card)
    case .counted(let vote, let choice, let count):
      rounds[rounds.count - 1][vote][choice] = count
    case .people(let count): people = count
    case .offered(let line):
      rounds[rounds.count - 1].ours = line
      if line == nil {
        for vote in RoomVote.allCases { rounds[rounds.count - 1][vote][RoomBallot.ours] = nil }
      }
    case .wentOn(let id):
      guard let reply = scenario.reply(id, at: conversation.state.moment),
        conversation.isOffered(reply)
      else { return false }
      conversation.choose(reply)
      rounds.append(RoomRound())
      place(at: .scene)
    case .rewound(let turn):
      guard (0..<max(1, rounds.count)).contains(turn) else { return false }
      let isHere = turn == conversation.turnCount
      conversation = conversation.rewound(to: turn)
      rounds.removeSubrange((turn + 1)...)
      // Back at the fork: another road is one letter away, another vote one step back.
      place(at: isHere ? .scene : .goOn)
    }
    return true
  }

  private mutating func go(to step: RoomStep, card: Int) {
    place(at: step, card: card)
    isOver = step == .close && card == RoomSession.closed
    switch step {
    case .show: rounds[rounds.count - 1].isShown = true
    case .reveal: rounds[rounds.count - 1].isRevealed = true
    case .threes where card == 2: wasSaidAloud = true
    default: break
    }
  }

  private mutating func place(at step: RoomStep, card: Int = 0) {
    self.step = step
    self.card = card
    counting = nil
  }

  /// The card behind the last one: the class is over.
  static let closed = 2

  // MARK: Order

  /// The replies in the order they are looked at when the key is shown: the room's own choice, the
  /// strongest, then the others.
  var lookingOrder: [RoomBallot.Choice] {
    let choices = ballot.choices.filter { $0.id != RoomBallot.ours }
    let byStrength = choices.sorted { strength(of: $0) > strength(of: $1) }
    guard let favourite = byStrength.first(where: { $0.id == round.favourite && round.isShown })
    else { return byStrength }
    return [favourite] + byStrength.filter { $0 != favourite }
  }

  /// The strongest reply of the ballot by the author's key.
  var strongest: RoomBallot.Choice? {
    ballot.choices.filter { $0.id != RoomBallot.ours }
      .max { strength(of: $0) < strength(of: $1) }
  }

  func reply(of choice: RoomBallot.Choice) -> ReplyIndex? {
    scenario.reply(choice.id, at: conversation.state.moment)
  }

  /// A number to order replies by: the lowest level first of all, then the others.
  private func strength(of choice: RoomBallot.Choice) -> Int {
    guard let reply = reply(of: choice).map({ scenario.reply($0) }) else { return 0 }
    let levels = rubric.dimensions.indices.compactMap { reply.rates[$0] }
    return (levels.min() ?? 2) * 1_000 + levels.reduce(0) { $0 + $1 - 2 } * 10
  }
}
