import JSONSyntax
import ScenarioEngine
import SourceText

/// Looks at one scenario from all sides and collects what it finds.
struct Reviewer {
  let document: JSONDocument
  let scenario: Scenario
  let options: ReviewOptions
  let map: SourceMap
  let graph: StateGraph
  let outcomes: Outcomes
  /// A state to fill texts in for measuring them.
  let start: State
  /// What each reply says, filled in.
  let said: [String]
  /// The terms of the office, word by word.
  let jargon: [(words: [String], term: String, plain: String)]
  private(set) var findings: [ReviewFinding] = []
  /// What the typed words of the walkthrough that is being played were taken for.
  var taken: [Diagnostic.Note] = []
  private var countByCode: [String: Int] = [:]
  /// How many findings of one kind are kept; nobody mends more at a time.
  static let limit = 40

  init(_ document: JSONDocument, _ scenario: Scenario, _ options: ReviewOptions) {
    self.document = document
    self.scenario = scenario
    self.options = options
    map = SourceMap(document, scenario)
    graph = StateSearch.run(scenario, options.search)
    outcomes = Outcomes(graph, critical: options.critical)
    let start = graph.stepper.origin.state
    self.start = start
    jargon = options.jargon.map { term, plain in
      let words = term.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" })
      return (words.map(String.init), term, plain)
    }
    said = scenario.tables.replies.map { scenario.text($0.say, in: start) }
  }

  var tables: ScenarioTables { scenario.tables }

  // MARK: Reporting

  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at node: JSONNode.ID?,
    notes: [Diagnostic.Note] = [],
    along path: [ReplyIndex]? = nil
  ) {
    report(
      code,
      message,
      at: document.range(of: node ?? document.root),
      notes: notes,
      along: path
    )
  }

  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at range: SourceRange,
    notes: [Diagnostic.Note] = [],
    along path: [ReplyIndex]? = nil
  ) {
    countByCode[code.name, default: 0] += 1
    guard countByCode[code.name, default: 0] <= Self.limit else { return }
    var notes = notes
    if let path { notes.append(note(for: path, at: range)) }
    findings.append(
      ReviewFinding(
        diagnostic: Diagnostic(code, message, at: range, notes: notes),
        path: path?.map { scenario.name(of: $0) } ?? []
      )
    )
  }

  /// Reports part of a text, given in bytes of it.
  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    _ part: Range<Int>,
    of node: JSONNode.ID
  ) {
    report(code, message, at: document.range(of: part, inString: node))
  }

  private func note(for path: [ReplyIndex], at range: SourceRange) -> Diagnostic.Note {
    guard let last = path.last else {
      return .init("it is so from the beginning", at: range)
    }
    let names = path.map { scenario.name(of: $0) }
    let shown = names.count <= 8 ? names : names.prefix(4) + ["…"] + names.suffix(3)
    let place = map.replies.indices.contains(last.place) ? map.replies[last.place] : document.root
    return .init(
      "the shortest way that shows it: " + shown.joined(separator: " → "),
      at: document.openingRange(of: place)
    )
  }

  // MARK: Naming

  func id(_ moment: MomentIndex) -> String { "\"\(scenario.id(of: moment))\"" }
  func name(_ person: CastIndex) -> String { scenario.person(person).name }

  /// Where a reply is named: its id if it has one, else its words.
  func nameNode(of reply: ReplyIndex) -> JSONNode.ID? {
    let node = map.replies[reply.place]
    return document.member("id", of: node) ?? document.member("say", of: node)
  }

  func member(_ key: StaticString, of reply: ReplyIndex) -> JSONNode.ID? {
    document.member(key, of: map.replies[reply.place])
  }

  func member(_ key: StaticString, of moment: MomentIndex) -> JSONNode.ID? {
    document.member(key, of: map.moments[moment.place])
  }

  // MARK: What the author means to keep

  /// The findings in file order without those that are allowed, and how many those were.
  mutating func finished() -> (findings: [ReviewFinding], allowed: Int) {
    var allowed: Set<String> = []
    let codes = ReviewCode.all.map(\.self) + options.otherCodes
    if let list = map.root("allow") {
      for entry in document.elements(of: list) {
        guard let node = document.member("code", of: entry) else { continue }
        let name = map.text(node)
        guard let code = codes.first(where: { $0.name == name }) else {
          let nearest = nearestMatch(to: name, among: codes.map(\.name))
          report(
            ReviewCode.allowUnknown,
            "there is no finding \"\(name)\"" + (nearest.map { "; is it \"\($0)\"?" } ?? ""),
            at: node
          )
          continue
        }
        guard code.severity != .error else {
          report(
            ReviewCode.allowError,
            "\"\(name)\" is an error, and errors cannot be allowed",
            at: node
          )
          continue
        }
        // What the scorer hears changes with the scorer, so allowing that is never idle.
        let isOurs =
          ReviewCode.all.contains { $0.name == name } && code != ReviewCode.ratesUnlikeHeard
        if isOurs, !findings.contains(where: { $0.diagnostic.code.name == name }) {
          report(
            ReviewCode.allowUnused,
            "nothing in the file is found under \"\(name)\", so it need not be allowed",
            at: node
          )
        }
        allowed.insert(name)
      }
    }
    let kept = findings.filter {
      $0.diagnostic.severity == .error || !allowed.contains($0.diagnostic.code.name)
    }
    let order = kept.sorted { left, right in
      let (a, b) = (left.diagnostic, right.diagnostic)
      return (a.range.offsets.lowerBound, a.code.name, a.message)
        < (b.range.offsets.lowerBound, b.code.name, b.message)
    }
    return (order, findings.count - kept.count)
  }
}
