import JSONSyntax
public import ScenarioEngine
public import SourceText

/// A compiled case with its scenarios, or the reasons why there is none.
public struct CaseResult: Sendable {
  /// The case; absent when any finding in its file or its scenarios is an error.
  public let `case`: Case?
  /// Its scenarios in order; none when any finding is an error.
  public let scenarios: [Scenario]
  /// Everything found, by file and in file order.
  public let diagnostics: [Diagnostic]
}

/// Turns case files into cases that can be played.
public enum CaseCompiler {
  /// Compiles a case and, in order, its talks, each with what the earlier ones make.
  ///
  /// - Parameters:
  ///   - file: The case file.
  ///   - known: The ids of the scenarios there are, for suggestions.
  ///   - context: The rubrics, and the facts that are replaced in every talk.
  ///   - scenario: Gives the file of the scenario with an id.
  /// - Returns: The case and its scenarios, or the findings that say why there is none.
  public static func compile(
    _ file: SourceFile,
    known: [String],
    context: CompileContext,
    scenario: (String) -> SourceFile?
  ) -> CaseResult {
    let (document, syntax) = JSONReader.read(file)
    guard let document else {
      return CaseResult(case: nil, scenarios: [], diagnostics: syntax.inFileOrder())
    }
    let format = FormatCheck(CaseKeys.format, in: document, likely: "a case")
    if format.isForeign {
      return CaseResult(case: nil, scenarios: [], diagnostics: format.diagnostics)
    }
    let table = format.isMissing ? CaseKeys.tableWithoutFormat : CaseKeys.table
    let shape = table.check(document)
    var builder = CaseBuilder(Source(document), known, context)
    builder.build(scenario)
    let misshapen = Set(shape.map(\.range))
    let meaning = builder.findings.diagnostics.filter { !misshapen.contains($0.range) }
    let own = (syntax + format.diagnostics + shape + meaning).capped()
    let diagnostics = (own + builder.found).inFileOrder()
    guard !diagnostics.hasErrors else {
      return CaseResult(case: nil, scenarios: [], diagnostics: diagnostics)
    }
    return CaseResult(
      case: builder.case,
      scenarios: builder.talks.compactMap(\.scenario),
      diagnostics: diagnostics
    )
  }
}

/// Compiles the talks of one case and checks what goes from one to the next.
private struct CaseBuilder {
  let source: Source
  let known: [String]
  let context: CompileContext
  var findings = Findings()
  /// What was found in the files of the talks.
  var found: [Diagnostic] = []
  var talks: [CompileResult] = []
  private var fields = FieldTable<CaseKey>()
  private var ids: [String] = []
  private var carry: [String] = []
  /// Whether every talk so far could be read, so that what is not there is really missing.
  private var isWhole = true

  init(_ source: Source, _ known: [String], _ context: CompileContext) {
    self.source = source
    self.known = known
    self.context = context
  }

  var `case`: Case {
    Case(
      id: source.string(of: fields[.id]),
      title: source.string(of: fields[.title]),
      summary: source.string(of: fields[.summary]),
      scenarios: ids,
      carry: carry
    )
  }

  mutating func build(_ scenario: (String) -> SourceFile?) {
    HiddenCharacters(source.document.file).report(to: &findings)
    fields.read(source.document.root, in: source)
    var context = context
    context.needsEveryFact = false
    if let list = fields[.scenarios] {
      isWhole = !source.isIncomplete(list, .array)
      var first: [String: JSONNode.ID] = [:]
      for node in source.document.elements(of: list).prefix(Limits.talks)
      where source.document.kind(of: node) == .string {
        addTalk(node, &first, &context, scenario)
      }
    } else {
      isWhole = false
    }
    checkFacts()
    checkCarry()
  }

  private mutating func addTalk(
    _ node: JSONNode.ID,
    _ first: inout [String: JSONNode.ID],
    _ context: inout CompileContext,
    _ scenario: (String) -> SourceFile?
  ) {
    let id = source.string(of: node)
    if let earlier = first[id] {
      findings.report(
        .duplicateScenario,
        "the scenario \"\(id)\" stands in this case already",
        at: source.range(of: node),
        notes: [.init("it stands here first", at: source.range(of: earlier))]
      )
      return
    }
    first[id] = node
    guard let file = scenario(id) else { return reportUnknown(id, node) }
    let talk = ScenarioCompiler.compile(file, context: context)
    found += talk.diagnostics
    ids.append(id)
    if isWhole { checkCarried(talk, context.earlier) }
    isWhole = isWhole && talk.scenario != nil
    talks.append(talk)
    context.earlier.promises.merge(talk.made.promises) { first, _ in first }
    context.earlier.errors.formUnion(talk.made.errors)
  }

  private mutating func reportUnknown(_ id: String, _ node: JSONNode.ID) {
    isWhole = false
    guard isIdentifier(id), !findings.isFull else { return }
    let nearest = nearestMatch(to: id, among: known)
    let range = source.range(of: node)
    findings.report(
      .unknownScenario,
      unknownMessage("scenario", id, among: known, hasNearest: nearest != nil),
      at: range,
      fixIts: nearest.map {
        [
          .init(
            "did you mean \"\($0)\"?",
            edits: [SourceEdit(replacing: range, with: "\"\($0)\"")]
          )
        ]
      } ?? []
    )
  }

  /// A talk may rely only on what an earlier one makes.
  private mutating func checkCarried(_ talk: CompileResult, _ earlier: EarlierTalks) {
    let made = earlier.promises.keys.sorted() + earlier.errors.sorted()
    for carried in talk.carried where !made.contains(carried.id) && !findings.isFull {
      let nearest = nearestMatch(to: carried.id, among: made)
      findings.report(
        .carriedNotMade,
        "no earlier talk of this case makes \"\(carried.id)\"",
        at: carried.range,
        fixIts: nearest.map {
          [
            .init(
              "did you mean \"\($0)\"?",
              edits: [SourceEdit(replacing: carried.range, with: "\"\($0)\"")]
            )
          ]
        } ?? []
      )
    }
  }

  private mutating func checkFacts() {
    guard isWhole else { return }
    let keys = talks.flatMap(\.factKeys)
    for problem in ReplacedFact.unknown(
      in: context.replacedFacts,
      known: keys,
      otherwise: source.range(of: fields[.scenarios] ?? source.document.root)
    ) {
      findings.report(problem.code, problem.message, at: problem.range, fixIts: problem.fixIts)
    }
  }

  private mutating func checkCarry() {
    guard let list = fields[.carry] else { return }
    for node in source.document.elements(of: list).prefix(Limits.carried)
    where source.document.kind(of: node) == .string {
      let name = source.string(of: node)
      carry.append(name)
      let slots = zip(ids, talks).compactMap { id, talk in
        talk.scenario?.slots.first { $0.name == name }.map { (talk: id, slot: $0) }
      }
      if let first = slots.first {
        checkTypes(name, node, first, slots.dropFirst())
      } else if isWhole, !findings.isFull, isIdentifier(name) {
        let names = talks.flatMap { $0.scenario?.slots.map(\.name) ?? [] }
        let nearest = nearestMatch(to: name, among: names)
        let range = source.range(of: node)
        findings.report(
          .unknownCarry,
          "no talk of this case declares the state \"\(name)\"",
          at: range,
          fixIts: nearest.map {
            [
              .init(
                "did you mean \"\($0)\"?",
                edits: [SourceEdit(replacing: range, with: "\"\($0)\"")]
              )
            ]
          } ?? []
        )
      }
    }
  }

  private mutating func checkTypes(
    _ name: String,
    _ node: JSONNode.ID,
    _ first: (talk: String, slot: Slot),
    _ others: some Sequence<(talk: String, slot: Slot)>
  ) {
    guard let other = others.first(where: { !$0.slot.kind.carriesInto(first.slot.kind) }) else {
      return
    }
    findings.report(
      .carryTypes,
      "\"\(name)\" is \(first.slot.kind.phrase) in \"\(first.talk)\" "
        + "and \(other.slot.kind.phrase) in \"\(other.talk)\", so it cannot be carried",
      at: source.range(of: node)
    )
  }
}

extension Slot.Kind {
  /// Whether every value of this kind has its like in the other; numbers are clamped.
  fileprivate func carriesInto(_ other: Slot.Kind) -> Bool {
    switch (self, other) {
    case (.number, .number), (.flag, .flag): true
    case (.text(let values), .text(let others)): Set(values) == Set(others)
    default: false
    }
  }

  fileprivate var phrase: String {
    switch self {
    case .number: "a number"
    case .text(let values): "one of \(listed(values.prefix(8), "or"))"
    case .flag: "true or false"
    }
  }
}
