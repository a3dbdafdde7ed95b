import Prose

/// A rubric: the dimensions, the findings that decide their levels, and the cues that show them.
///
/// A rubric is data. Another set of dimensions, findings and cues needs no change of code.
public struct Rubric: Sendable {
  /// One dimension of what is judged.
  public struct Dimension: Sendable {
    /// The id, such as `shared-parenting`.
    public let id: String
    /// The title.
    public let title: String
    /// The short name for a screen.
    public let shortName: String
    /// One sentence on what it is.
    public let description: String
    /// Whether a level 1 that nobody repairs makes a conversation "not yet".
    public let isCritical: Bool
    /// The question that must be answered yes before there is a level.
    public let gate: String
    /// What the levels 1 to 4 are called on a screen, lowest first.
    public let levelNames: [String]
    /// What, if the listener asked about it, opens the gate.
    public let asked: Set<String>
    /// What a level 4 takes.
    public let strong: Strong
    let opens: [Int32]
    /// Whether, with nothing asked and no topic touched, the second ear may not guess at it.
    let isNeverGuessed: Bool

    /// What level `level` is called on a screen.
    public func name(ofLevel level: Int) -> String {
      levelNames.indices.contains(level - 1) ? levelNames[level - 1] : ""
    }
  }

  /// What a level 4 takes.
  public struct Strong: Sendable {
    /// How many of the points.
    public let atLeast: Int
    /// The points that count.
    public let points: [String]
    /// Points that must all be there if one of them is.
    public let together: [String]
    /// Points that are due when the moment says that something must be told.
    public let must: [String: [String]]
  }

  /// Something that can be heard in a worker's words.
  public struct Finding: Sendable {
    /// What a finding does.
    public enum Kind: String, Sendable {
      /// It pulls the dimension down to its level.
      case trigger
      /// It counts toward level 4.
      case point
      /// It makes the conversation "not yet", whatever the levels.
      case stop
      /// It is shown and never counted.
      case note
    }

    /// What is measured rather than matched.
    public enum Rule: Hashable, Sendable {
      /// Asked about what the dimension is about, and not answered.
      case unanswered
      /// A plan or a date that was due is missing.
      case halfTold
      /// Contact that a safety order limits.
      case safetyOrder
      /// Its cues, but only where the listener asked about the dimension, or a topic of it is touched.
      case touched
      /// Its cues, and another date for the hearing or the limit than the card has.
      case contradicted
      /// A vague time, and no definite one.
      case vague
      /// So many different terms left unexplained.
      case jargon(Int)
      /// A sentence of at least so many words.
      case sentenceWords(Int)
    }

    /// The code, such as `H1a`.
    public let code: String
    /// The dimension it belongs to; `nil` for stops and notes.
    public let dimension: String?
    /// What it does.
    public let kind: Kind
    /// The level it pulls down to.
    public let level: Int?
    /// What it is, in plain words.
    public let title: String
    /// The rubric's wording.
    public let text: String
    /// Why it matters to the listener.
    public let because: String
    /// The one move to the next level.
    public let move: String
    /// The element it tells the listener.
    public let tells: String?
    /// Whether it waits for the worker's next turn when this turn takes the subject up.
    public let isHeld: Bool
    /// What is measured besides its cues.
    public let rule: Rule?
    /// The ways of saying, besides plain assertion, in which it counts.
    public let counts: Set<SpeechStatus>

    /// Whether it says only how something was said, not that anything was.
    var isMeasure: Bool {
      switch rule {
      case .sentenceWords, .vague: true
      default: false
      }
    }
  }

  /// Something a listener is owed.
  public struct Element: Sendable {
    /// The id, such as `plan-b`.
    public let id: String
    /// What it is, in plain words.
    public let title: String
    let groups: [Int32]
  }

  /// A word only the office uses.
  public struct Term: Sendable {
    /// The term.
    public let term: String
    /// The same in plain words.
    public let plain: String
  }

  /// The id.
  public let id: String
  /// The version.
  public let version: String
  /// The title.
  public let title: String
  /// A sum of the file's bytes: two rubrics with one digest judge alike.
  public let digest: String
  /// The dimensions, in the order of the file.
  public let dimensions: [Dimension]
  /// The findings, in the order of the file.
  public let findings: [Finding]
  /// What a listener is owed, in the order of the file.
  public let elements: [Element]
  /// The terms.
  public let jargon: [Term]

  let topics: [Topic]
  let frames: [Frame]
  private let cues: RubricCues
  /// The cues, put together.
  var machine: CueMachine { cues.machine }
  /// The concepts a word can speak of.
  let concepts: [WordKey: [UInt64]]
  /// The words for either side of a child's family.
  let sides: [WordKey: ListeningContext.Audience]
  let groups: CueGroups
  private let places: [String: Int]

  /// A group of cues that opens gates.
  struct Topic: Sendable {
    var id: String
    var groups: [Int32]
  }

  /// Cues that change the status of what follows them.
  struct Frame: Sendable {
    var status: SpeechStatus?
    var reach: Int
  }

  /// Which numbers of the machine belong to what.
  struct CueGroups: Sendable {
    var topics: Range<Int32>
    var elements: Range<Int32>
    var jargon: Range<Int32>
    var frames: Range<Int32>
    /// By group: the place of the finding that it sets aside.
    var exceptions: [Int32: Int]
  }

  /// Returns the finding with this code.
  public func finding(_ code: String) -> Finding? { places[code].map { findings[$0] } }

  /// Where the finding with this code stands among `findings`.
  func place(of code: String) -> Int? { places[code] }

  init(_ parts: RubricParts, digest: String) {
    id = parts.id
    version = parts.version
    title = parts.title
    self.digest = digest
    dimensions = parts.dimensions
    findings = parts.findings
    elements = parts.elements
    jargon = parts.jargon
    topics = parts.topics
    frames = parts.frames
    cues = parts.cues
    concepts = parts.concepts
    sides = parts.sides
    groups = parts.groups
    places = Dictionary(
      findings.enumerated().map { ($1.code, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

/// In what way something is said.
public enum SpeechStatus: String, CaseIterable, Sendable {
  /// Plainly.
  case asserted
  /// "I can't promise that …".
  case negated
  /// As a question.
  case asked
  /// As what somebody else says, or in quotation marks.
  case reported
  /// As a wish, a goal or an effort.
  case wished
  /// "Whether …", "I don't know if …".
  case unknown
  /// As the condition of something else: "if she comes home, …".
  case supposed
  /// With "might", "could", "maybe".
  case hedged
  /// Said, and taken back.
  case retracted
}
