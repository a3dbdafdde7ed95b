public import ScenarioEngine
public import Scoring

/// A way to run a scenario.
public enum Mode: String, CaseIterable, Sendable {
  /// Hints, and the why after every reply.
  case learn
  /// The person reacts at once; the why comes at the end.
  case rehearse
  /// No hints, no way back, one pass.
  case ready
}

/// Somebody's practice of one scenario, from its first line to its last question, as a value.
///
/// This is the presentation model that every renderer shows: it takes what was typed, and gives what to
/// keep and what to show. It writes nothing itself, so a caller can keep first and show afterwards.
public struct Rehearsal: Sendable {
  /// Something to keep in the records before it is shown.
  public enum Happening: Hashable, Sendable {
    /// The worker said something.
    case moved(Move)
    /// Whether typed words may be kept from here on.
    case consented(Bool)
    /// The last move was taken back; from here on the attempt is practice.
    case undid
    /// The conversation came to its end.
    case ended
    /// One's own levels, by dimension, before the result was shown.
    case rated([Int?])
    /// A when-then plan that is to be kept.
    case planned(String)
    /// Another try from before this turn, as practice.
    case branched(beforeTurn: Int)
  }

  /// What one entry led to.
  public struct Step: Hashable, Sendable {
    /// To be kept, before anything is shown.
    public var happenings: [Happening] = []
    /// To be shown.
    public var blocks: [Block] = []

    /// Creates a step in which nothing happened.
    public init() {}
  }

  /// How it was left.
  public enum Outcome: Hashable, Sendable {
    /// Everything was said and read.
    case finished
    /// Somebody chose to leave, and may go on later.
    case left
    /// There was no more input.
    case inputEnded
    /// Another try is wanted from before this turn.
    case branch(beforeTurn: Int)
  }

  enum Phase: Hashable, Sendable {
    case replying
    case consenting(String)
    case confirming(TypedDraft)
    case choosingWay(TypedDraft, nearest: ReplyIndex?)
    case reflecting
    case rating(dimension: Int)
    case choosingTurn
    case planning
    case keepingPlan(String)
  }

  /// The conversation.
  public internal(set) var conversation: Conversation
  /// The way it is run.
  public let mode: Mode
  /// What it is judged by; its words are the ones shown.
  public let rubric: Rubric
  /// Whether words are asked for first, and lines shown only on request.
  public let asksForWords: Bool
  /// Whether typed words may be kept; nobody has been asked yet, if absent.
  public internal(set) var keepsWords: Bool?
  /// Whether the attempt counts as practice, because something was taken back.
  public internal(set) var isPractice: Bool
  /// How it was left, once it was.
  public internal(set) var outcome: Outcome?

  var phase = Phase.replying
  /// Makes the scorer when the first words are typed; whoever only chooses does not wait for it.
  let makeListener: @Sendable () -> Listener
  var listener: Listener?
  var ownWords = ""
  var ownRating: [Int?] = []
  /// The last part of the conversation that was shown, for `repeat`.
  var lastShown: [Block] = []

  /// Takes up a conversation, at its beginning or where it was left.
  public init(
    _ conversation: Conversation,
    mode: Mode,
    rubric: Rubric,
    listener: @escaping @Sendable () -> Listener,
    asksForWords: Bool = false,
    keepsWords: Bool? = nil,
    isPractice: Bool = false
  ) {
    precondition(
      rubric.dimensions.map(\.id) == conversation.scenario.notes.dimensions,
      "a scenario is judged by the rubric it was compiled against"
    )
    self.conversation = conversation
    self.mode = mode
    self.rubric = rubric
    self.makeListener = listener
    self.asksForWords = asksForWords
    self.keepsWords = keepsWords
    self.isPractice = isPractice
  }

  var scenario: Scenario { conversation.scenario }

  /// The places of the dimensions whose level 1 makes a conversation "not yet".
  public var critical: Set<Int> {
    Set(rubric.dimensions.indices.filter { rubric.dimensions[$0].isCritical })
  }

  /// The result so far.
  public var result: ConversationResult { ConversationResult(of: conversation, critical: critical) }

  /// What is asked for now.
  public var prompt: Prompt {
    switch phase {
    case .replying where asksForWords:
      return Prompt(
        .words,
        full: "Say it in your own words, then Enter. Type options to see lines. \(Self.privacy)",
        short: "Your words, or options:"
      )
    case .replying:
      let keys = Wording.oneOf(openKeys)
      return Prompt(
        .choice,
        full: "Type \(keys), or your own words, then Enter. Type ? for help.",
        short: "\(keys), or your own words:"
      )
    case .consenting:
      return .yesOrNo
    case .confirming:
      return Prompt(
        .yesOrNo,
        full: "Type yes or no, or say it again in other words.",
        short: "yes, no, or other words:"
      )
    case .choosingWay(_, let nearest):
      let keys = Wording.oneOf(openKeys)
      return nearest == nil
        ? Prompt(.way, full: "Type \(keys).", short: "\(keys):")
        : Prompt(
          .way,
          full: "Enter to go on, or type \(keys) for another way on.",
          short: "Enter, or \(keys):"
        )
    case .reflecting:
      return Prompt(
        .words,
        full: "A few words, or just Enter. They are not kept.",
        short: "Your words:"
      )
    case .rating:
      return Prompt(
        .rating,
        full: "Type 1, 2, 3 or 4, or just Enter to skip.",
        short: "1, 2, 3 or 4:"
      )
    case .choosingTurn:
      return Prompt(
        .turn,
        full: "Type the number of a turn to say it again from there, or just Enter to go on.",
        short: "A turn, or Enter:"
      )
    case .planning:
      return Prompt(
        .words,
        full: "Type one sentence, or just Enter to leave it.",
        short: "Your plan:"
      )
    case .keepingPlan:
      return .yesOrNo
    }
  }

  /// The words about practice that stand before anything is typed in one's own words.
  public static let privacy =
    "Practice only. No real names, addresses or case numbers. This stays on this computer."

  /// Takes one entry.
  public mutating func take(_ entry: Entry) -> Step {
    guard outcome == nil else { return Step() }
    guard case .line(let line) = entry else {
      outcome = .inputEnded
      return Step()
    }
    let words = line.trimmed
    if let command = Command(line: words), allows(command) { return obey(command) }
    switch phase {
    case .replying: return reply(words)
    case .consenting(let typed): return consent(typed, words)
    case .confirming(let draft): return confirm(draft, words)
    case .choosingWay(let draft, let nearest): return chooseWay(draft, nearest: nearest, words)
    case .reflecting: return reflect(words)
    case .rating(let dimension): return rate(words, dimension: dimension)
    case .choosingTurn: return chooseTurn(words)
    case .planning: return plan(words)
    case .keepingPlan(let plan): return keepPlan(plan, words)
    }
  }

  /// In free text only the commands that lead out are commands, so that nobody's words are swallowed.
  private func allows(_ command: Command) -> Bool {
    switch phase {
    case .replying, .choosingTurn, .rating: true
    case .choosingWay, .confirming: command != .back
    case .consenting, .reflecting, .planning, .keepingPlan:
      [.help, .save, .quit].contains(command)
    }
  }

  private mutating func obey(_ command: Command) -> Step {
    var step = Step()
    switch command {
    case .help:
      step.blocks = Wording.help(mode: mode)
    case .again:
      step.blocks = lastShown
    case .whereAmI:
      step.blocks = whereBlocks
    case .hint:
      step.blocks = [hintBlock]
    case .options:
      step.blocks = optionBlocks
    case .back:
      return goBack()
    case .save, .quit:
      outcome = .left
    }
    return step
  }

  // MARK: The way through the debrief

  private mutating func reflect(_ words: String) -> Step {
    ownWords = words
    phase = .rating(dimension: 0)
    var step = Step()
    step.blocks = ratingQuestion(0)
    return step
  }

  private mutating func rate(_ words: String, dimension: Int) -> Step {
    var step = Step()
    if words.isEmpty {
      ownRating.append(nil)
    } else if let level = Int(words), (1...4).contains(level) {
      ownRating.append(level)
    } else {
      step.blocks = [.text("Please type 1, 2, 3 or 4, or just Enter to skip.")]
      return step
    }
    if dimension + 1 < rubric.dimensions.count {
      phase = .rating(dimension: dimension + 1)
      step.blocks = ratingQuestion(dimension + 1)
      return step
    }
    step.happenings = [.rated(ownRating)]
    phase = .choosingTurn
    lastShown = debriefBlocks
    step.blocks = lastShown
    return step
  }

  private mutating func chooseTurn(_ words: String) -> Step {
    var step = Step()
    if words.isEmpty {
      phase = .planning
      step.blocks = Wording.planQuestion
    } else if mode == .ready {
      step.blocks = [.text("Ready is one pass. Just Enter goes on; play it again another day.")]
    } else if let turn = Int(words), (1...max(1, conversation.turnCount)).contains(turn) {
      outcome = .branch(beforeTurn: turn)
      step.happenings = [.branched(beforeTurn: turn)]
    } else {
      let range = conversation.turnCount == 1 ? "1" : "a number from 1 to \(conversation.turnCount)"
      step.blocks = [.text("Please type \(range), or just Enter to go on.")]
    }
    return step
  }

  private mutating func plan(_ words: String) -> Step {
    var step = Step()
    guard !words.isEmpty else {
      outcome = .finished
      step.blocks = afterBlocks
      return step
    }
    phase = .keepingPlan(words)
    step.blocks = [.question("Keep this sentence on this computer, to read it tomorrow?")]
    return step
  }

  private mutating func keepPlan(_ plan: String, _ words: String) -> Step {
    var step = Step()
    switch words.lowercased() {
    case "yes", "y": step.happenings = [.planned(plan)]
    case "no", "n", "": break
    default:
      step.blocks = [.text("Please type yes or no.")]
      return step
    }
    outcome = .finished
    step.blocks = afterBlocks
    return step
  }
}
