import JSONSyntax
import ScenarioEngine
import SourceText

/// Fills the tables of one scenario from its document, and collects what is wrong with it.
///
/// It first collects what the file declares and then reads what names it, so that the order in the
/// file does not matter. A value of the wrong shape is passed over: the table of keys reports it.
struct ScenarioBuilder {
  let source: Source
  let context: CompileContext
  var findings = Findings()
  var tables = ScenarioTables()
  var notes = ScenarioNotes()
  var declared = Declarations()
  var facts = FactTable()
  /// What conditions may name, once everything is declared.
  var scope: ConditionScope?
  /// What each name in braces stands for.
  var fillings: [String: Filling] = [:]
  /// Whether texts are filled where no talk goes on, so that state cannot be named.
  var fillsNotes = false
  /// Whether each reply read so far has a condition, even one that could not be understood.
  var replyHasCondition: [Bool] = []
  var owed: [CastIndex: Set<Element>] = [:]
  /// The moments that go on by themselves, for finding cycles.
  var passages: [Passage] = []
  var dimensions: [String]?
  var dimensionHashes: [UInt64] = []
  var listener: CastIndex?

  var rootFields = FieldTable<RootKey>()
  var momentFields = FieldTable<MomentKey>()
  var replyFields = FieldTable<ReplyKey>()
  var lineFields = FieldTable<LineKey>()
  var wayFields = FieldTable<WayKey>()
  var deedFields = FieldTable<DeedKey>()

  init(_ source: Source, _ context: CompileContext) {
    self.source = source
    self.context = context
  }

  mutating func build() {
    HiddenCharacters(source.document.file).report(to: &findings)
    rootFields.read(source.document.root, in: source)
    declareCast()
    declareFacts()
    declareState()
    readRubric()
    declareEarlier()
    declareMoments()
    scope = ConditionScope(declared)
    readFacts()
    readNotes()
    readOwed()
    readMoments()
    readOpening()
    checkLayout()
    PassageCycles(passages, count: declared.moments.count).report(declared, source, &findings)
  }

  /// The scenario; only for a file without errors.
  func scenario() -> Scenario {
    var tables = tables
    var notes = notes
    tables.slots = declared.slots
    tables.facts = facts.rows
    tables.turnsCap = facts.turnsCap
    for (row, fact) in facts.rows.enumerated() {
      switch fact {
      case .seen(let moment):
        tables.moments[moment.place] = tables.moments[moment.place].known(by: FactIndex(row))
      case .said(let reply):
        tables.replies[reply.place] = tables.replies[reply.place].known(by: FactIndex(row))
      case .told, .promised, .repaired, .contradicted: continue
      }
    }
    notes.digest = digest
    return Scenario(tables: tables, notes: notes)
  }

  /// The digest of the file and of what replaces its facts.
  private var digest: String {
    var digest = Digest()
    digest.add(source.bytes)
    for fact in context.replacedFacts {
      // A zero byte stands in no text, so that key and text cannot run together.
      for text in [fact.key, fact.text] { digest.add([0] + Array(text.utf8)) }
    }
    return digest.text
  }

  /// What later talks of a case may name.
  var made: EarlierTalks {
    let scenario = notes.id
    var errors: Set<String> = []
    for moment in declared.moments {
      for reply in declared.replies[moment.replies] where reply.makesError {
        errors.insert("\(scenario)/\(moment.id)/\(reply.id)")
      }
    }
    return EarlierTalks(promises: declared.promises, errors: errors)
  }

  /// What the scenario says that earlier talks have made.
  var carried: [(id: String, range: SourceRange)] {
    guard let node = rootFields[.carried] else { return [] }
    return source.document.elements(of: node).map { (source.string(of: $0), source.range(of: $0)) }
  }

  // MARK: Reporting

  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at node: JSONNode.ID?,
    notes: [Diagnostic.Note] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) {
    findings.report(
      code,
      message,
      at: source.range(of: node ?? source.document.root),
      notes: notes,
      fixIts: fixIts
    )
  }

  /// Reports an id that nothing declares, unless it is no id at all.
  mutating func reportUnknown(
    _ code: DiagnosticCode,
    _ what: String,
    _ node: JSONNode.ID,
    among candidates: some Sequence<String>,
    at place: String = ""
  ) {
    let word = source.string(of: node)
    guard !findings.isFull, !source.document.isGuessed(node),
      isIdentifier(word) || word.contains("/")
    else { return }
    let nearest = nearestMatch(to: word, among: candidates)
    report(
      code,
      unknownMessage(what, word, among: candidates, hasNearest: nearest != nil, at: place),
      at: node,
      fixIts: nearest.map { [didYouMean($0, for: node)] } ?? []
    )
  }

  func didYouMean(_ text: String, for node: JSONNode.ID) -> Diagnostic.FixIt {
    Diagnostic.FixIt("did you mean \"\(text)\"?", edits: [edit(node, to: text)])
  }

  /// An edit that writes a text in place of a value.
  func edit(_ node: JSONNode.ID, to text: String) -> SourceEdit {
    SourceEdit(replacing: source.range(of: node), with: "\"\(escapedForJSON(text))\"")
  }

  /// The diagnostics without the warnings that the author means to keep.
  func withoutAllowed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard let allow = rootFields[.allow] else { return diagnostics }
    var allowed: Set<String> = []
    for entry in source.document.elements(of: allow) {
      allowed.insert(source.string(of: source.document.member("code", of: entry)))
    }
    return diagnostics.filter { $0.severity == .error || !allowed.contains($0.code.name) }
  }

  // MARK: Small readings

  /// A text that is one of an enumeration's values.
  func choice<Value: RawRepresentable<String>>(_ node: JSONNode.ID?) -> Value? {
    node.flatMap { Value(rawValue: source.string(of: $0)) }
  }

  /// The person an id names; an unknown one is reported.
  mutating func person(_ node: JSONNode.ID?) -> CastIndex? {
    guard let node, source.document.kind(of: node) == .string else { return nil }
    if let person = declared.cast[source.string(of: node)] { return person }
    if !declared.isCastIncomplete {
      reportUnknown(.unknownPerson, "person", node, among: declared.castIDs)
    }
    return nil
  }

  /// The moment an id names; an unknown one is reported.
  mutating func moment(_ node: JSONNode.ID?) -> MomentIndex? {
    guard let node, source.document.kind(of: node) == .string else { return nil }
    if let moment = declared.momentPlaces[source.string(of: node)] { return moment }
    if !declared.areMomentsIncomplete {
      reportUnknown(.unknownMoment, "moment", node, among: declared.momentIDs)
    }
    return nil
  }
}

extension Moment {
  /// The same moment, with the row of the fact that it was seen.
  fileprivate func known(by fact: FactIndex) -> Moment {
    Moment(
      listener: listener,
      hearers: hearers,
      lines: lines,
      exit: exit,
      hash: hash,
      seen: fact,
      draws: draws
    )
  }
}

extension Reply {
  /// The same reply, with the row of the fact that it was said.
  fileprivate func known(by fact: FactIndex) -> Reply {
    Reply(
      moment: moment,
      say: say,
      rates: rates,
      condition: condition,
      said: fact,
      once: once,
      locked: locked,
      reaction: reaction,
      effects: effects,
      routes: routes,
      deeds: deeds,
      hash: hash
    )
  }
}
