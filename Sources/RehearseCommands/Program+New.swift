import Authoring
import Platform
import Terminal
import TerminalFront

extension Program {
  /// Makes a scenario to begin from, by answers to a few questions.
  func newScenario(_ arguments: Arguments) -> ExitStatus {
    var form = NewScenarioForm(arguments)
    let asks = form.isAsking && isAtTerminal
    if form.isAsking, !asks, let missing = form.missing {
      console.complain(
        "rehearse: on a terminal, new asks what it needs to know; here it needs \(missing), or "
          + "--defaults for whatever is not told.\n"
          + "For example: rehearse new my-own.json --with youth --defaults\nSee: rehearse help new"
      )
      return .usage
    }
    // What was told on the command line is looked at before anything is asked.
    for question in form.questions {
      guard let problem = form.problem(with: question, in: host) else { continue }
      console.complain("rehearse: \(form.name(of: question)): \(problem)")
      return .usage
    }
    while let question = form.next {
      if form.has(question) {
        form.accept(question)
      } else if !asks {
        form.takeDefault(of: question)
      } else if let ended = ask(question, &form) {
        return ended
      }
    }
    return make(form.template, at: form.path)
  }

  /// Whether a person sits there.
  private var isAtTerminal: Bool {
    host.streams.facts(.input).isTerminal && host.streams.facts(.output).isTerminal
  }

  /// Asks until there is an answer that will do; gives the status to end with if there is none.
  private func ask(_ question: TemplateQuestion, _ form: inout NewScenarioForm) -> ExitStatus? {
    var blocks: [Block] = [.question(question.prompt)]
    if case .choice = question.rule {
      blocks += question.choices.enumerated().map {
        .option(key: "\($0.offset + 1)", words: $0.element.words, isOpen: true)
      }
    }
    console.show(blocks)
    let usual = form.usualAnswer(to: question)
    let prompt = Prompt(
      .words,
      full: "Type it, then Enter. Just Enter takes what stands in brackets. [\(usual)]",
      short: "[\(usual)]"
    )
    while true {
      switch console.ask(prompt) {
      case .line(let line):
        form.answer(question, line.text)
        guard let problem = form.problem(with: question, in: host) else {
          form.accept(question)
          return nil
        }
        console.say(problem.capitalizedFirst + (problem.hasSuffix("?") ? "" : "."))
      case .woken: continue
      case .endOfInput, .failed:
        console.say("Nothing was made.")
        return .failed
      case .interrupted(let signal):
        console.say("Nothing was made.")
        return .signal(signal.number)
      }
    }
  }

  private func make(_ template: ScenarioTemplate, at path: String) -> ExitStatus {
    do throws(HostError) {
      // A new file, never one in place of another, also when two are made at once.
      let file = try host.files.openJournal(path, .new)
      defer { file.close() }
      do throws(HostError) {
        try file.append(template.make())
        try file.sync()
      } catch {
        try? host.files.remove(path)
        throw error
      }
    } catch {
      console.complain(error.explanation)
      return .failed
    }
    console.show([
      .text("Made \(path): a whole small scenario. Open it in a text editor, and make it yours."),
      .item("rehearse preview \(path): plays it, and follows as you write"),
      .item("rehearse check \(path): says what to mend"),
      .item("rehearse show \(path): shows how a room will see it"),
    ])
    return .done
  }
}

/// The answers that a new scenario is made from.
struct NewScenarioForm {
  private var answers: [String: String] = [:]
  private var accepted: Set<String> = []
  private let takesDefaults: Bool

  init(_ arguments: Arguments) {
    takesDefaults = arguments.has("--defaults")
    let keys = ScenarioTemplate.questions(for: .birthParent).map(\.key)
    for key in [ScenarioTemplate.audienceQuestion.key, ScenarioTemplate.stageQuestion.key] + keys {
      answers[key] = arguments["--\(key)"]
    }
    answers[Self.fileKey] = arguments.operands.first
    // Whoever names the file has named the scenario: they are one word.
    if answers["id"] == nil { accepted.insert("id") }
  }

  private static let fileKey = "file"

  private var audience: ScenarioTemplate.Audience {
    answers[ScenarioTemplate.audienceQuestion.key]
      .flatMap(ScenarioTemplate.Audience.init) ?? .birthParent
  }

  private var stage: ScenarioTemplate.Stage {
    answers[ScenarioTemplate.stageQuestion.key].flatMap(ScenarioTemplate.Stage.init) ?? .planOrdered
  }

  /// Every question, in the order they are asked.
  var questions: [TemplateQuestion] {
    let untold = ScenarioTemplate(audience, stage, answers: answers)
    return [ScenarioTemplate.audienceQuestion, ScenarioTemplate.stageQuestion]
      + ScenarioTemplate.questions(for: audience) + [ScenarioTemplate.fileQuestion(untold)]
  }

  /// The next question that has no answer.
  var next: TemplateQuestion? { questions.first { !accepted.contains($0.key) } }

  /// Whether questions are to be asked where somebody can answer them.
  var isAsking: Bool { !takesDefaults }

  /// What has not been told, as words of a command line; absent if nothing is missing.
  var missing: String? {
    let names = questions.filter { !has($0) && !accepted.contains($0.key) }.map { name(of: $0) }
    guard let last = names.last else { return nil }
    return names.count == 1 ? last : "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// What the answer is called on a command line.
  func name(of question: TemplateQuestion) -> String {
    question.key == Self.fileKey ? "the name of a file" : "--\(question.key)"
  }

  func has(_ question: TemplateQuestion) -> Bool { answers[question.key] != nil }

  /// What is wrong with the answer there is; nil if nothing is, or there is none.
  func problem(with question: TemplateQuestion, in host: Host) -> String? {
    guard let answer = answers[question.key] else { return nil }
    if let problem = question.problem(with: answer) { return problem }
    guard question.key == Self.fileKey else { return nil }
    if host.files.kind(answer) != nil {
      return "\(answer) is there already, and nothing is overwritten; choose another name"
    }
    let folder = answer.lastIndex(of: "/").map { String(answer[..<$0]) } ?? ""
    if !folder.isEmpty, host.files.kind(folder) != .directory {
      return "there is no folder \(folder)"
    }
    return nil
  }

  /// What just Enter answers.
  func usualAnswer(to question: TemplateQuestion) -> String {
    question.choices.first { $0.id == question.defaultAnswer }?.words ?? question.defaultAnswer
  }

  mutating func answer(_ question: TemplateQuestion, _ line: String) {
    answers[question.key] = question.reading(line)
  }

  mutating func takeDefault(of question: TemplateQuestion) {
    answers[question.key] = question.defaultAnswer
  }

  mutating func accept(_ question: TemplateQuestion) { accepted.insert(question.key) }

  /// Where the scenario is to be written.
  var path: String { answers[Self.fileKey] ?? "" }

  var template: ScenarioTemplate {
    var told = answers
    if told["id"] == nil { told["id"] = ScenarioTemplate.id(forFile: path) }
    return ScenarioTemplate(audience, stage, answers: told)
  }
}
