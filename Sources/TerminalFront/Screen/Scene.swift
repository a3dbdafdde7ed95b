import ScenarioEngine

/// What a screen may say about a question besides its words: who is listening, and what may be done.
public struct Scene: Hashable, Sendable {
  /// The scenario's title.
  public var title: String
  /// Whom the worker is talking with; `nil` once the talk is over.
  public var person: String?
  /// Whether anything that is no command, number or reply counts as the worker's own words.
  public var takesOwnWords: Bool
  /// Whether the last line may be taken back.
  public var mayGoBack: Bool
  /// Whether this is asked about words that were just typed, before the talk goes on.
  public var isAside: Bool

  /// Makes a scene.
  public init(
    title: String,
    person: String?,
    takesOwnWords: Bool,
    mayGoBack: Bool,
    isAside: Bool = false
  ) {
    self.title = title
    self.person = person
    self.takesOwnWords = takesOwnWords
    self.mayGoBack = mayGoBack
    self.isAside = isAside
  }
}

extension Rehearsal {
  /// Where the rehearsal is, for a screen's title and hints.
  public var scene: Scene {
    let listener = scenario.person(scenario.moment(conversation.state.moment).listener)
    let isAside =
      switch phase {
      case .consenting, .confirming, .choosingWay: true
      default: false
      }
    let isReplying = phase == .replying
    return Scene(
      title: scenario.notes.title,
      person: isReplying || isAside ? listener.name : nil,
      takesOwnWords: isReplying,
      mayGoBack: isReplying && mode != .ready && conversation.turnCount > 0,
      isAside: isAside
    )
  }
}
