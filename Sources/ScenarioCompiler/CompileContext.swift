public import ScenarioEngine
public import SourceText

/// What a scenario is compiled against, besides its own file.
public struct CompileContext: Sendable {
  /// The dimension ids of each rubric, in the order of ``Levels``, by rubric id.
  public var dimensions: [String: [String]]
  /// Facts that stand in place of the scenario's own.
  public var replacedFacts: [ReplacedFact]
  /// What earlier talks of a case have made, and conditions and repairs may name.
  public var earlier: EarlierTalks
  /// Whether each replaced fact must be a fact of this scenario; in a case another talk may have it.
  var needsEveryFact = true

  /// Creates a context; without more, one for a talk of its own.
  public init(
    dimensions: [String: [String]],
    replacedFacts: [ReplacedFact] = [],
    earlier: EarlierTalks = EarlierTalks()
  ) {
    self.dimensions = dimensions
    self.replacedFacts = replacedFacts
    self.earlier = earlier
  }
}

/// A fact of a scenario as one county or class has it.
public struct ReplacedFact: Hashable, Sendable {
  /// The key of the fact it stands for.
  public let key: String
  /// What is true here; it may name people and facts as the scenario's own text does.
  public let text: String
  /// Where the key is written, if it was read from a file.
  public let range: SourceRange?

  /// Creates a fact.
  public init(key: String, text: String, range: SourceRange? = nil) {
    self.key = key
    self.text = text
    self.range = range
  }
}

/// What earlier talks of a case have made.
public struct EarlierTalks: Hashable, Sendable {
  /// Where each promise is made, by its id.
  public var promises: [String: SourceRange]
  /// The other errors that can be repaired, as `scenario/moment/reply`.
  public var errors: Set<String>

  /// Creates what earlier talks made; nothing, for a talk of its own.
  public init(promises: [String: SourceRange] = [:], errors: Set<String> = []) {
    self.promises = promises
    self.errors = errors
  }
}

/// A compiled scenario, or the reasons why there is none.
public struct CompileResult: Sendable {
  /// The scenario; absent when any finding is an error.
  public let scenario: Scenario?
  /// Everything found, in file order.
  public let diagnostics: [Diagnostic]
  /// What later talks of a case may name.
  public let made: EarlierTalks
  /// What the scenario says that earlier talks have made.
  let carried: [(id: String, range: SourceRange)]
  let factKeys: [String]

  init(
    scenario: Scenario?,
    diagnostics: [Diagnostic],
    made: EarlierTalks = EarlierTalks(),
    carried: [(id: String, range: SourceRange)] = [],
    factKeys: [String] = []
  ) {
    self.scenario = scenario
    self.diagnostics = diagnostics
    self.made = made
    self.carried = carried
    self.factKeys = factKeys
  }
}
