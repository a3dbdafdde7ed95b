public import JSONSyntax
public import ScenarioEngine
public import SourceText

/// A finding of the reviewer, with the way that shows it.
public struct ReviewFinding: Sendable {
  /// What is wrong, where.
  public let diagnostic: Diagnostic
  /// The replies, as `moment/reply`, of a shortest way that shows it; empty where none is needed.
  public let path: [String]
}

/// What the scorer hears in the words of a reply.
public struct HeardReply: Sendable {
  /// A level for each dimension; none for what it is not sure of.
  public var levels: Levels
  /// What decided each dimension, by its place: a code, the words and why they matter.
  public var findings: [Int: [String]]

  /// Creates what was heard.
  public init(levels: Levels, findings: [Int: [String]] = [:]) {
    self.levels = levels
    self.findings = findings
  }
}

/// What the reviewer goes by, besides the scenario.
public struct ReviewOptions: Sendable {
  /// Judges words said at a reply's moment; absent where it cannot tell at all.
  public typealias Ear = @Sendable (Scenario, ReplyIndex, String) -> HeardReply?

  /// The places of the dimensions whose level 1 makes a conversation "not yet".
  public var critical: Set<Int> = [0, 2]
  /// How the search goes about it.
  public var search = SearchOptions()
  /// The terms that only the office uses, with the same in plain words.
  public var jargon: [(term: String, plain: String)] = WordLists.jargon
  /// The scorer, if the author's levels are to be held against what it hears.
  public var ear: Ear?
  /// What takes typed words in a walkthrough for a reply, if those are to be run.
  public var typist: Walkthrough.Typist?
  /// Codes of the loader, which `allow` may name as well.
  public var otherCodes: [DiagnosticCode] = []

  /// Creates the usual options.
  public init() {}
}

/// All that an author's tools say about one scenario.
public struct ScenarioReview: Sendable {
  /// The findings that were not allowed, in file order.
  public let findings: [ReviewFinding]
  /// How many warnings the file allows, with a reason.
  public let allowedCount: Int
  /// Everything that can happen, as far as it was searched.
  public let graph: StateGraph
  /// How it can come out.
  public let outcomes: Outcomes
  /// Sizes and times.
  public let statistics: ScenarioStatistics

  /// Reviews a scenario that was compiled without errors from this document.
  public static func of(
    _ document: JSONDocument,
    _ scenario: Scenario,
    _ options: ReviewOptions = ReviewOptions()
  ) -> ScenarioReview {
    var reviewer = Reviewer(document, scenario, options)
    reviewer.reviewStructure()
    reviewer.reviewPaths()
    reviewer.reviewScoring()
    reviewer.reviewWriting()
    reviewer.reviewScreens()
    reviewer.reviewWalkthroughs()
    let (findings, allowed) = reviewer.finished()
    return ScenarioReview(
      findings: findings,
      allowedCount: allowed,
      graph: reviewer.graph,
      outcomes: reviewer.outcomes,
      statistics: ScenarioStatistics(scenario, reviewer.graph)
    )
  }

  /// The findings as diagnostics.
  public var diagnostics: [Diagnostic] { findings.map(\.diagnostic) }
}
