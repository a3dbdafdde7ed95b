import JSONSyntax

/// What a new scenario is made from.
public struct ScenarioTemplate: Hashable, Sendable {
  /// Whom the worker talks to.
  public enum Audience: String, CaseIterable, Sendable {
    case birthParent = "birth-parent"
    case caregiver, relative, youth, partner

    /// The word a person reads.
    public var words: String {
      switch self {
      case .birthParent: "parent"
      case .caregiver: "resource parent"
      case .relative: "relative"
      case .youth: "young person"
      case .partner: "supervisor or other partner"
      }
    }
  }

  /// Which hour of the family's way it is.
  public enum Stage: String, CaseIterable, Sendable {
    case firstDays = "first-days"
    case planOrdered = "plan-ordered"
    case firstReview = "first-review"
    case beforeTwelveMonths = "before-twelve-months"
    case lastingPlan = "lasting-plan"

    /// The words a person reads.
    public var words: String {
      switch self {
      case .firstDays: "The first days"
      case .planOrdered: "The plan has been ordered"
      case .firstReview: "Before the first review"
      case .beforeTwelveMonths: "Before the twelve-month hearing"
      case .lastingPlan: "Before the hearing on a lasting plan"
      }
    }

    /// What the judge does at the next hearing.
    var nextLook: String {
      switch self {
      case .firstDays: "takes a first look at why this began"
      case .planOrdered: "checks how the plan is going"
      case .firstReview: "checks what has changed"
      case .beforeTwelveMonths: "chooses home, more time, or a lasting home elsewhere"
      case .lastingPlan: "decides on the lasting plan"
      }
    }
  }

  /// Whom the worker talks to.
  public var audience: Audience
  /// Which hour of the family's way it is.
  public var stage: Stage
  /// The scenario's id.
  public var id: String
  /// What the menu calls it.
  public var title: String
  /// The listener's name.
  public var listener: String
  /// The name of the child; for a young person, of the parent.
  public var second: String
  /// The name of whoever stands on the other side.
  public var other: String
  /// The day of the next hearing, in words.
  public var hearing: String

  /// Creates a template in which only whom and when are chosen.
  public init(_ audience: Audience, _ stage: Stage = .planOrdered) {
    self.audience = audience
    self.stage = stage
    let words = TemplateWords.of(audience)
    title = words.title
    id = Identifiers.kebab(words.title) ?? "new-scenario"
    listener = words.names.listener
    second = words.names.second
    other = words.names.other
    hearing = "Tuesday, March 9 at 9:00"
  }

  /// Creates a template from answers to ``questions(for:)``, by their keys; others keep the default.
  public init(_ audience: Audience, _ stage: Stage, answers: [String: String]) {
    self.init(audience, stage)
    if let title = answers["title"] {
      self.title = title
      id = Identifiers.kebab(title) ?? id
    }
    if let id = answers["id"] { self.id = id }
    if let listener = answers["listener"] { self.listener = listener }
    if let second = answers["second"] { self.second = second }
    if let other = answers["other"] { self.other = other }
    if let hearing = answers["hearing"] { self.hearing = hearing }
  }

  /// Makes the scenario file: it compiles without findings and can be played at once.
  ///
  /// What no scenario may hold is taken out of the names, and an id that is none is made into one.
  public func make() -> [UInt8] {
    Formatter.bytes(of: TemplateBuilder(self).scenario)
  }
}
