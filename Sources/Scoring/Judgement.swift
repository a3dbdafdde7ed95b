/// What was heard in one thing that somebody typed.
public struct Judgement: Hashable, Sendable {
  /// What came of one dimension.
  public enum State: String, Sendable {
    /// It has a level.
    case rated
    /// Nothing was asked about it and nothing said.
    case notAsked
    /// It was asked about, and no answer was found; perhaps there was one.
    case noEvidence
    /// The words could not be read at all.
    case unreadable
  }

  /// One dimension.
  public struct Dimension: Hashable, Sendable {
    /// The id.
    public let id: String
    /// The level, 1 to 4, or `nil` for not shown.
    public var level: Int?
    /// How it came to that.
    public var state: State
    /// Whether another level was nearly as likely.
    public var isUncertain: Bool
  }

  /// Something found in the words.
  public struct Finding: Hashable, Sendable {
    /// The code, such as `H1a`.
    public let code: String
    /// Where, in bytes of what was typed.
    public let range: Range<Int>
    /// The words, exactly.
    public let quote: String
    /// How they were said.
    public let status: SpeechStatus
    /// Whether it counts, said that way.
    public let counts: Bool
    /// Whether it waits for the next turn.
    public let isHeld: Bool
    /// Whether it is a statistical guess and not a cue.
    public let isGuess: Bool
    /// Why it matters to the listener.
    public let because: String
    /// The one move to the next level.
    public let move: String
  }

  /// Something that enters the ledger.
  public struct Entry: Hashable, Sendable {
    /// What happened to it.
    public enum Kind: String, Sendable {
      case told, softened, denied, promised, retracted
    }

    /// What happened.
    public let kind: Kind
    /// The element, or what a promise or a retraction is about (`plan-a`, `dates`, `other`).
    public let about: String
    /// Where, in bytes of what was typed.
    public let range: Range<Int>
    /// The words, exactly.
    public let quote: String
  }

  /// The dimensions, in the rubric's order.
  public var dimensions: [Dimension]
  /// What was found, in the order of the words; also what was said in a way that does not count.
  public var findings: [Finding]
  /// What enters the ledger.
  public var entries: [Entry]
  /// Whether the text was too long to be read to its end.
  public var isCut: Bool

  /// Returns the level of a dimension.
  public func level(of dimension: String) -> Int? {
    dimensions.first { $0.id == dimension }?.level
  }

  /// The stops that count.
  public func stops(in rubric: Rubric) -> [Finding] { counted(.stop, in: rubric) }

  /// The notes that count.
  public func notes(in rubric: Rubric) -> [Finding] { counted(.note, in: rubric) }

  private func counted(_ kind: Rubric.Finding.Kind, in rubric: Rubric) -> [Finding] {
    findings.filter { $0.counts && rubric.finding($0.code)?.kind == kind }
  }
}
