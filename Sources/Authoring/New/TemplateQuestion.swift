import SourceText

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
    /// The name of a file for a scenario.
    case file
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
      let nearest = nearestMatch(to: answer, among: choices + self.choices.map(\.words))
      return nearest.map { "there is no \"\(answer)\" here; did you mean \($0)?" }
        ?? "a number from 1 to \(choices.count), please, or a word: \(choices.joined(separator: ", "))"
    case .file:
      if answer.hasSuffix(".json"), ScenarioTemplate.id(forFile: answer) != nil { return nil }
      let stem = answer.lastIndex(of: ".").map { answer[..<$0] } ?? answer[...]
      let near = ScenarioTemplate.id(forFile: String(stem)).map { "\($0).json" }
      return "the name of the file ends in .json, such as \(near ?? defaultAnswer)"
    }
  }

  /// The answers of a choice, each with the words that a person reads.
  public var choices: [(id: String, words: String)] {
    guard case .choice(let ids) = rule else { return [] }
    return ids.map { id in
      let words =
        ScenarioTemplate.Audience(rawValue: id)?.words
        ?? ScenarioTemplate.Stage(rawValue: id)?.words
      return (id, words ?? id)
    }
  }

  /// What was typed, as an answer: nothing is the default, and of a choice its number or words will do.
  public func reading(_ typed: String) -> String {
    let typed = trimmed(typed)
    if typed.isEmpty { return defaultAnswer }
    let choices = self.choices
    if let number = Int(typed), choices.indices.contains(number - 1) {
      return choices[number - 1].id
    }
    let named = choices.first { $0.words.lowercased() == typed.lowercased() || $0.id == typed }
    return named?.id ?? typed
  }
}

extension ScenarioTemplate {
  /// The question that comes first: whom the worker talks to.
  public static let audienceQuestion = TemplateQuestion(
    key: "with",
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

  /// The question that comes last: where the scenario is to be written.
  public static func fileQuestion(_ template: ScenarioTemplate) -> TemplateQuestion {
    TemplateQuestion(
      key: "file",
      prompt: "Which file is it written to?",
      defaultAnswer: "\(template.id).json",
      rule: .file
    )
  }

  /// The id of a scenario in a file of this name; absent if nothing of the name can stand in one.
  public static func id(forFile path: String) -> String? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init)
    let stem = name.map { $0.hasSuffix(".json") ? String($0.dropLast(5)) : $0 }
    return stem.flatMap { Identifiers.kebab($0, length: 64) }
  }

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
