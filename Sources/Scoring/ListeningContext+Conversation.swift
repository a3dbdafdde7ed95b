public import ScenarioEngine

extension ListeningContext {
  /// The card of the present moment of a conversation: what the scorer may know besides the words.
  ///
  /// A child is judged as a youth and a partner as a caregiver; ``isSureOfAudience`` says so.
  public init(_ conversation: Conversation) {
    let index = conversation.state.moment
    let listener = conversation.scenario.moment(index).listener
    self.init(
      conversation.scenario,
      at: index,
      theySaid: Self.lastWords(of: listener, in: conversation)
    )
  }

  /// The card of a moment, whatever the way to it was.
  public init(_ scenario: Scenario, at index: MomentIndex, theySaid: String = "") {
    let moment = scenario.moment(index)
    let notes = scenario.notes(of: index)
    func fact(_ key: String) -> String {
      scenario.notes.facts.first { $0.key == key }?.text ?? ""
    }
    func names(_ roles: Role...) -> String {
      scenario.cast.filter { roles.contains($0.role) }.map(\.name).joined(separator: " and ")
    }
    let children = names(.child)
    let limit = fact("contact-limit")
    self.init(
      audience: Audience(scenario.person(moment.listener).role),
      facts: scenario.notes.facts.map(\.text).joined(separator: " "),
      people: People(
        child: children.isEmpty ? names(.youth) : children,
        parent: names(.birthParent),
        caregiver: names(.caregiver)
      ),
      planB: fact("plan-b"),
      hearing: fact("hearing"),
      limit: fact("limit"),
      safetyOrder: !["", "none", "no"].contains(limit.lowercased()),
      theySaid: theySaid,
      asked: Set(notes.asked),
      must: Set(notes.must)
    )
    let role = scenario.person(moment.listener).role
    isSureOfAudience = [.birthParent, .caregiver, .youth].contains(role)
    isColleague = role == .worker
  }

  private static func lastWords(of person: CastIndex, in conversation: Conversation) -> String {
    let lines = conversation.spoken.map { conversation.scenario.line($0.line) }
    let line = lines.last { $0.by == person } ?? lines.last { $0.by != nil }
    return line.map { conversation.scenario.text($0.text, in: conversation.state) } ?? ""
  }
}

extension ListeningContext.Audience {
  init(_ role: Role) {
    switch role {
    case .birthParent: self = .birthParent
    case .youth, .child: self = .youth
    case .caregiver, .partner, .worker: self = .caregiver
    }
  }
}
