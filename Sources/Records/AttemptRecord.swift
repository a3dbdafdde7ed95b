public import JSONSyntax

/// One thing that happened in an attempt, as it is kept.
public enum AttemptRecord: Hashable, Sendable {
  /// The attempt began; always its first record.
  case began(attempt: String, Beginning)
  /// The worker said something.
  case moved(MoveRecord)
  /// The worker took the last move back; the attempt is practice from here on.
  case undid
  /// The attempt is practice from here on, for another reason.
  case markedPractice
  /// The trainee agreed to have typed words kept from here on, or took that back.
  case consented(keepsTypedText: Bool)
  /// The trainee rated the conversation before seeing how it was judged.
  case rated([SelfRating])
  /// The conversation came to an ending.
  case ended(EndingRecord)
  /// The trainee made a when-then plan.
  case planned(PlanRecord)
  /// The trainee left before the end, meaning to come back.
  case left
  /// Records were found missing; the attempt went on from its first `keeping` moves.
  case mended(keeping: Int)
}

/// How an attempt is played.
public enum AttemptMode: String, Hashable, Sendable, CaseIterable {
  case learn, rehearse, ready
}

/// What an attempt began with: all that is needed, beside its moves, to play it again.
public struct Beginning: Hashable, Sendable {
  /// The id of the scenario.
  public var scenario: String
  /// The title of the scenario, for lists.
  public var title: String
  /// The digest of the scenario's content.
  public var digest: String
  /// Where the scenario was read from.
  public var source: ScenarioSource
  /// What chance was decided by.
  public var seed: UInt64
  /// How the attempt is played.
  public var mode: AttemptMode
  /// The id of the rubric.
  public var rubric: String
  /// The digest of the rubric's content.
  public var rubricDigest: String
  /// The order in which replies are shown, as the scenario names it.
  public var order: String
  /// The facts that replaced declared ones, in the order given.
  public var facts: [Fact]
  /// The case this was one talk of.
  public var talk: CaseTalk?
  /// Whether the attempt was practice from its beginning.
  public var isPractice: Bool
  /// The attempt this one was rewound from.
  public var branch: Branch?
  /// Whether the trainee had agreed to have typed words kept.
  public var keepsTypedText: Bool

  /// Creates a beginning.
  public init(
    scenario: String,
    title: String,
    digest: String,
    source: ScenarioSource,
    seed: UInt64,
    mode: AttemptMode,
    rubric: String,
    rubricDigest: String,
    order: String = "seeded",
    facts: [Fact] = [],
    talk: CaseTalk? = nil,
    isPractice: Bool = false,
    branch: Branch? = nil,
    keepsTypedText: Bool = false
  ) {
    self.scenario = scenario
    self.title = title
    self.digest = digest
    self.source = source
    self.seed = seed
    self.mode = mode
    self.rubric = rubric
    self.rubricDigest = rubricDigest
    self.order = order
    self.facts = facts
    self.talk = talk
    self.isPractice = isPractice
    self.branch = branch
    self.keepsTypedText = keepsTypedText
  }

  /// Where a scenario was read from.
  public enum ScenarioSource: Hashable, Sendable {
    /// It came with the program.
    case shipped
    /// It was a file, named by its absolute path.
    case file(String)
  }

  /// A fact that replaced a declared one.
  public struct Fact: Hashable, Sendable {
    /// The key of the fact.
    public var key: String
    /// What it says.
    public var value: String

    /// Creates a fact.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// One talk of a case, and what came to it from the talks before.
  public struct CaseTalk: Hashable, Sendable {
    /// The id of the case.
    public var id: String
    /// Which of its scenarios this is, from 0.
    public var index: Int
    /// The ledger and the state carried, in the form of whoever plays cases.
    ///
    /// Words somebody said stand under a key `words`, `text`, `quote` or `quotation`: if the
    /// trainee did not agree to keep them, that is how they are found and taken out.
    public var carried: JSONValue

    /// Creates a talk.
    public init(id: String, index: Int, carried: JSONValue) {
      self.id = id
      self.index = index
      self.carried = carried
    }
  }

  /// Where an attempt was rewound to.
  public struct Branch: Hashable, Sendable {
    /// The attempt it was rewound from.
    public var attempt: String
    /// How many of that attempt's moves were kept.
    public var moves: Int

    /// Creates a branch.
    public init(attempt: String, moves: Int) {
      self.attempt = attempt
      self.moves = moves
    }
  }
}

/// What the worker said.
public enum MoveRecord: Hashable, Sendable {
  /// A reply of the scenario, by its id.
  case chose(moment: String, reply: String)
  /// The worker's own words.
  case typed(TypedRecord)
}

/// Typed words and how they were judged when they were said.
public struct TypedRecord: Hashable, Sendable {
  /// The moment they were said at.
  public var moment: String
  /// The reply whose effects, reaction and way on were taken.
  public var takenFor: String
  /// The digest of the rubric that judged.
  public var rubricDigest: String
  /// How they were judged, in the form of whoever judges.
  public var judgement: JSONValue
  /// What they put into the ledger, in the form of whoever keeps it.
  public var entries: JSONValue
  /// The words themselves.
  ///
  /// Always give them: they reach the disk only if the trainee agreed, and if not, they are what
  /// quotations in `judgement` and `entries` are found by and taken out.
  public var text: String?

  /// Creates typed words.
  public init(
    moment: String,
    takenFor: String,
    rubricDigest: String,
    judgement: JSONValue,
    entries: JSONValue,
    text: String?
  ) {
    self.moment = moment
    self.takenFor = takenFor
    self.rubricDigest = rubricDigest
    self.judgement = judgement
    self.entries = entries
    self.text = text
  }
}

/// How the trainee rated the conversation in one dimension.
public struct SelfRating: Hashable, Sendable {
  /// The dimension of the rubric.
  public var dimension: String
  /// The level from 1 to 4; nothing when the trainee could not say.
  public var level: Int?

  /// Creates a rating.
  public init(dimension: String, level: Int?) {
    self.dimension = dimension
    self.level = level
  }
}

/// How the conversation came out.
public struct EndingRecord: Hashable, Sendable {
  /// The moment it ended at.
  public var moment: String
  /// The title of the ending, for lists.
  public var title: String
  /// The verdict, as the scorer words it.
  public var verdict: String
  /// The levels, in the form of whoever judges.
  public var levels: JSONValue

  /// Creates an ending.
  public init(moment: String, title: String, verdict: String, levels: JSONValue) {
    self.moment = moment
    self.title = title
    self.verdict = verdict
    self.levels = levels
  }
}

/// A when-then plan.
public struct PlanRecord: Hashable, Sendable {
  /// The plan's own words; they reach the disk only if the trainee agreed.
  public var text: String?
  /// When it is due, in milliseconds since 1970.
  public var due: Int64

  /// Creates a plan.
  public init(text: String?, due: Int64) {
    self.text = text
    self.due = due
  }
}
