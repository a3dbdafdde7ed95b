public import ScenarioEngine

/// What the room may choose from at one stop: words and letters.
///
/// The room's screen gets this before the counts and the key are shown, so it has no place for either.
public struct RoomBallot: Hashable, Sendable {
  /// One line on the ballot.
  public struct Choice: Hashable, Sendable {
    /// The letter it is called by.
    public let letter: String
    /// The id of the reply, or `ours`.
    public let id: String
    /// The words.
    public let words: String
  }

  /// Whom the worker is talking to.
  public let listener: String
  /// The question put to the room.
  public let question: String
  /// What may be chosen, in an order that tells nothing.
  public let choices: [Choice]
  /// What stands in the place of replies that may not be said now.
  public let closed: [String]

  /// The id of the room's own line; no reply can have it, because of the star.
  public static let ours = "*ours"

  /// Reads the ballot of a stop, with the room's own line if it has one.
  public init(_ conversation: Conversation, ours line: RoomLine?) {
    let scenario = conversation.scenario
    let state = conversation.state
    listener = scenario.person(scenario.moment(state.moment).listener).name
    question =
      scenario.notes(of: state.moment).ask.map { scenario.text($0, in: state) }
      ?? "What do you say?"
    var choices: [Choice] = []
    for offer in Self.mixed(conversation) where offer.isOpen {
      choices.append(
        Choice(
          letter: Self.letter(choices.count),
          id: scenario.id(of: offer.reply),
          words: scenario.text(scenario.reply(offer.reply).say, in: state)
        )
      )
    }
    if let line {
      choices.append(
        Choice(
          letter: Self.letter(choices.count),
          id: Self.ours,
          words: line.words ?? "(our own words, said aloud)"
        )
      )
    }
    self.choices = choices
    closed = conversation.offers.filter { !$0.isOpen }
      .compactMap { scenario.locked($0.reply) }
      .map { scenario.text($0, in: state) }
  }

  /// The place of a choice.
  public func place(of id: String) -> Int? { choices.firstIndex { $0.id == id } }

  /// A to Z, then A2 and on: a moment may have 64 replies.
  static func letter(_ place: Int) -> String {
    let letter = String(Character(Unicode.Scalar(UInt8(65 + place % 26))))
    return place < 26 ? letter : "\(letter)\(place / 26 + 1)"
  }

  /// The offers mixed by the seed, also where the author asks for an order of their own: in class an
  /// order may not give the key away.
  private static func mixed(_ conversation: Conversation) -> [Conversation.Offer] {
    let scenario = conversation.scenario
    guard scenario.tables.order == .asWritten else { return conversation.offers }
    let moment = conversation.state.moment
    let visit = UInt64(conversation.path.count { $0 == moment })
    let keyed = conversation.offers.map { offer in
      let key = Chance.draw(
        seed: conversation.seed,
        moment: scenario.moment(moment).hash,
        visit: visit,
        place: scenario.reply(offer.reply).hash
      )
      return (offer: offer, key: key)
    }
    return keyed.sorted { ($0.key, $0.offer.reply.raw) < ($1.key, $1.offer.reply.raw) }
      .map(\.offer)
  }
}
