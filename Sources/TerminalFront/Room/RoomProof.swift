public import ScenarioEngine
public import Scoring
public import Terminal

/// One stop of a scenario as a room would see it, for its author: the class's own screens, without a class.
public struct RoomProof: Sendable {
  /// One screen of the stop.
  public struct Screen: Sendable {
    /// The step it belongs to.
    public let step: RoomStep
    /// The reply it is about, where the key is shown.
    public let reply: ReplyIndex?
    /// What the room sees, page after page.
    public let pages: [Frame]
    /// The rows it takes without air between, and those that one page has.
    public let rows: (needed: Int, free: Int)
  }

  /// What would bring a ballot onto one page.
  public struct Fit: Sendable {
    /// About how many letters a line may have; absent where so many lines never fit.
    public let letters: Int?
    /// The line that takes the most rows.
    public let longest: (reply: ReplyIndex, rows: Int)
  }

  private let session: RoomSession
  private let size: TerminalSize

  /// Goes to the stop that a way of replies leads to.
  ///
  /// - Precondition: each reply of the way is offered when it is its turn.
  public init(
    _ scenario: Scenario,
    rubric: Rubric,
    seed: UInt64,
    along way: [ReplyIndex],
    size: TerminalSize
  ) {
    self.size = size
    let acts: [RoomAct] = way.map { .wentOn(reply: scenario.id(of: $0)) }
    session = RoomSession(scenario, rubric: rubric, seed: seed).replaying(acts)
    precondition(session.acts.count == way.count, "a way of replies that are offered")
  }

  /// The scene, and where there is something to answer, the ballot: what a room reads to choose.
  public var screens: [Screen] {
    session.asks ? [screen(.scene), screen(.think)] : [screen(.scene)]
  }

  /// What else the room sees at this stop: the vote, the talk, and what each line does.
  public var laterScreens: [Screen] {
    guard session.asks else { return [] }
    return [screen(.voteOne), screen(.discuss)]
      + session.lookingOrder.indices.map { screen(.reveal, card: $0) }
  }

  /// What would bring the ballot onto one page; absent where there is none, or it is on one.
  public var ballotFit: Fit? {
    guard session.asks else { return nil }
    let session = session(at: .think, card: 0)
    let around = RoomProjector(session, size: size).surroundings(at: 0)
    let layout = RoomLayout(session.picture, around, size: size, isClose: true)
    let setter = RoomSetter(session.picture, trailing: [], width: layout.width, isClose: true)
    let lines = zip(session.ballot.choices.compactMap { session.reply(of: $0) }, setter.groupRows)
      .map { (reply: $0, rows: $1) }
    guard layout.pages.count > 1, let longest = lines.max(by: { $0.rows < $1.rows }) else {
      return nil
    }
    // What is no line on the ballot, such as the question, takes its rows first.
    let others = layout.rows.needed - lines.reduce(0) { $0 + $1.rows }
    let each = (layout.rows.free - others) / lines.count
    // A letter stands before the words and quotation marks around them; and few rows are full.
    let letters = each * (layout.width - 4 - 6) - 2
    return Fit(letters: each < 1 || letters < 20 ? nil : letters / 10 * 10, longest: longest)
  }

  private func session(at step: RoomStep, card: Int) -> RoomSession {
    var session = session
    _ = session.perform(.went(step, card: card))
    return session
  }

  private func screen(_ step: RoomStep, card: Int = 0) -> Screen {
    let session = session(at: step, card: card)
    let around = RoomProjector(session, size: size).surroundings(at: 0)
    let layout = RoomLayout(session.picture, around, size: size)
    return Screen(
      step: step,
      reply: step == .reveal ? session.reply(of: session.lookingOrder[card]) : nil,
      pages: layout.pages.indices.map {
        RoomScreen.frame(session.picture, around, page: $0, size: size, ground: .light)
      },
      rows: layout.rows
    )
  }
}
