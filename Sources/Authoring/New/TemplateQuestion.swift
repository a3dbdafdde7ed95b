/// A question that a front asks before it makes a scenario.
public struct TemplateQuestion: Hashable, Sendable {
  /// What an answer must be like.
  public enum Rule: Hashable, Sendable {
    /// A name of a person.
    case name
    /// Words on one line.
    case words
    /// An id such as `june-fourth`.
    case identifier
    /// One of these words.
    case choice([String])
  }

  /// The key of the answer, and the name of its option.
  public let key: String
  /// The question.
  public let prompt: String
  /// The answer if none is given.
  public let defaultAnswer: String
  /// What an answer must be like.
  public let rule: Rule

  /// Says what is wrong with an answer; nil if nothing is.
  public func problem(with answer: String) -> String? {
    let answer = trimmed(answer)
    switch rule {
    case .name, .words:
      let limit = rule == .name ? 80 : 200
      if answer.isEmpty { return "an answer is needed, such as \"\(defaultAnswer)\"" }
      if answer.unicodeScalars.count > limit { return "at most \(limit) characters, please" }
      let (fitted, hadHidden) = PlainText.forScenario(answer)
      if hadHidden { return "there is a character in it that cannot be seen" }
      if fitted != answer || answer.contains("}") { return "braces { } cannot be used here" }
      return nil
    case .identifier:
      guard Identifiers.kebab(answer, length: 64) != answer else { return nil }
      let nearest = Identifiers.kebab(answer, length: 64) ?? defaultAnswer
      return "an id has only small letters, digits and hyphens, such as \"\(nearest)\""
    case .choice(let choices):
      if choices.contains(answer) { return nil }
      return "one of these, please: \(choices.joined(separator: ", "))"
    }
  }
}

extension ScenarioTemplate {
  /// The question that comes first: whom the worker talks to.
  public static let audienceQuestion = TemplateQuestion(
    key: "role",
    prompt: "Whom does the worker talk to?",
    defaultAnswer: Audience.birthParent.rawValue,
    rule: .choice(Audience.allCases.map(\.rawValue))
  )

  /// The question that comes second: which hour it is.
  public static let stageQuestion = TemplateQuestion(
    key: "stage",
    prompt: "Which hour of the family's way is it?",
    defaultAnswer: Stage.planOrdered.rawValue,
    rule: .choice(Stage.allCases.map(\.rawValue))
  )

  /// The questions that follow, in order, when it is known whom the worker talks to.
  public static func questions(for audience: Audience) -> [TemplateQuestion] {
    let template = ScenarioTemplate(audience)
    let words = TemplateWords.of(audience)
    func question(
      _ key: String,
      _ prompt: String,
      _ answer: String,
      _ rule: TemplateQuestion.Rule
    ) -> TemplateQuestion {
      TemplateQuestion(key: key, prompt: prompt, defaultAnswer: answer, rule: rule)
    }
    return [
      question("title", "What is it called in the menu?", template.title, .words),
      question("listener", words.prompts.listener, template.listener, .name),
      question("second", words.prompts.second, template.second, .name),
      question("other", words.prompts.other, template.other, .name),
      question("hearing", "When is the next hearing?", template.hearing, .words),
      question("id", "Which id does it have, for the file?", template.id, .identifier),
    ]
  }
}
