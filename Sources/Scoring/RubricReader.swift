import JSONSyntax
import Prose
import SourceText

/// Turns a document of the right shape into the parts of a rubric.
struct RubricReader {
  private let document: JSONDocument
  private var parts = RubricParts()
  private var cues: [RubricCues.Cue] = []
  /// Where each cue stands in the file.
  private var cueNodes: [JSONNode.ID] = []
  private var nextGroup: Int32 = 0
  private var topicPlaces: [String: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ document: JSONDocument) { self.document = document }

  /// Reads everything; the cues as texts only, unless they are to be checked.
  mutating func read(checkingCues: Bool) -> RubricParts {
    let root = document.root
    parts.id = string("id", of: root)
    parts.version = string("version", of: root)
    parts.title = string("title", of: root)
    let lexicon = readLexicon(root)
    readConcepts(root)
    readSides(lexicon)
    readFindings(root)
    readTopics(root)
    readElements(root)
    readJargon(root)
    readFrames(root)
    readExceptions(root)
    readDimensions(root)
    checkDimensionsOfFindings(root)
    parts.cues = RubricCues(cues, lexicon: lexicon)
    if checkingCues { for mistake in parts.cues.mistakes { report(mistake) } }
    return parts
  }

  // MARK: Values

  private func string(_ key: StaticString, of id: JSONNode.ID) -> String {
    document.member(key, of: id).flatMap { document.string(of: $0) } ?? ""
  }

  private func strings(_ key: StaticString, of id: JSONNode.ID) -> [String] {
    items(key, of: id).compactMap { document.string(of: $0) }
  }

  private func items(_ key: StaticString, of id: JSONNode.ID) -> [JSONNode.ID] {
    guard let list = document.member(key, of: id), document.kind(of: list) == .array else {
      return []
    }
    return Array(document.elements(of: list))
  }

  private func entries(
    _ key: StaticString,
    of id: JSONNode.ID
  ) -> [(name: String, value: JSONNode.ID)] {
    guard let map = document.member(key, of: id), document.kind(of: map) == .object else {
      return []
    }
    return document.members(of: map).compactMap { member in
      guard let name = document.string(of: member.key), name != "note" else { return nil }
      return (name, member.value)
    }
  }

  private func integer(_ key: StaticString, of id: JSONNode.ID) -> Int? {
    guard let value = document.member(key, of: id),
      case .value(let number) = document.integer(of: value)
    else { return nil }
    return number
  }

  private mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at range: SourceRange,
    suggest: String? = nil
  ) {
    let fixIts = suggest.map {
      [
        Diagnostic.FixIt(
          "did you mean \"\($0)\"?",
          edits: [SourceEdit(replacing: range, with: "\"\($0)\"")]
        )
      ]
    }
    diagnostics.append(Diagnostic(code, message, at: range, fixIts: fixIts ?? []))
  }

  // MARK: Cues

  private mutating func readLexicon(_ root: JSONNode.ID) -> CueLexicon {
    var forms: [String: [String]] = [:]
    for (name, value) in entries("forms", of: root) where document.kind(of: value) == .array {
      let words = document.elements(of: value).compactMap { document.string(of: $0) }
      forms[name] = words
      for word in words { parts.lemmas[WordKey(word)] = WordKey(name) }
    }
    var classes: [String: CueLexicon.WordClass] = [:]
    for (name, value) in entries("classes", of: root) {
      let cast = string("cast", of: value)
      classes[name] = CueLexicon.WordClass(
        words: strings("words", of: value),
        phrases: strings("phrases", of: value),
        lead: strings("lead", of: value),
        cast: cast.isEmpty ? nil : cast
      )
    }
    return CueLexicon(lemmas: forms, classes: classes)
  }

  private mutating func readConcepts(_ root: JSONNode.ID) {
    for (name, value) in entries("concepts", of: root) where document.kind(of: value) == .array {
      for item in document.elements(of: value) {
        guard let word = document.string(of: item) else { continue }
        parts.concepts[WordKey(word), default: []].append(EarFeatures.key("concept " + name))
      }
    }
  }

  private mutating func readSides(_ lexicon: CueLexicon) {
    for known in lexicon.classes.values {
      guard let side = known.cast.flatMap({ ListeningContext.Audience.sides[$0] }) else { continue }
      for word in known.words { parts.sides[WordKey(word)] = side }
    }
  }

  /// Takes up the cues of a group.
  private mutating func addCues(_ key: StaticString = "cues", of id: JSONNode.ID) -> Int32 {
    let group = nextGroup
    nextGroup += 1
    for item in items(key, of: id) {
      guard let text = document.string(of: item) else { continue }
      cues.append(RubricCues.Cue(text: text, group: group))
      cueNodes.append(item)
    }
    return group
  }

  private mutating func report(_ mistake: RubricCues.Mistake) {
    let error = mistake.error
    let words = cues[mistake.place].text.utf8.dropFirst(error.range.lowerBound)
    let near = nearestMatch(
      to: String(words.prefix(error.range.count)) ?? "",
      among: error.candidates
    )
    report(
      .badCue,
      error.message + (near.map { "; the nearest there is: \($0)" } ?? ""),
      at: document.range(of: error.range, inString: cueNodes[mistake.place])
    )
  }

  // MARK: Parts

  private mutating func readFindings(_ root: JSONNode.ID) {
    for (code, value) in entries("findings", of: root) {
      _ = addCues(of: value)
      let kind = Rubric.Finding.Kind(rawValue: string("kind", of: value)) ?? .note
      let dimension = string("dimension", of: value)
      let tells = string("tells", of: value)
      if kind == .trigger, integer("level", of: value) == nil {
        report(
          .missingLevel,
          "the trigger \"\(code)\" needs a level, 1 or 2",
          at: document.openingRange(of: value)
        )
      }
      if kind == .trigger || kind == .point, dimension.isEmpty {
        report(
          .findingWithoutDimension,
          "\"\(code)\" needs a dimension, because only stops and notes stand outside them",
          at: document.openingRange(of: value)
        )
      }
      parts.findings.append(
        Rubric.Finding(
          code: code,
          dimension: dimension.isEmpty ? nil : dimension,
          kind: kind,
          level: integer("level", of: value),
          title: string("title", of: value),
          text: string("text", of: value),
          because: string("because", of: value),
          move: string("move", of: value),
          tells: tells.isEmpty ? nil : tells,
          isHeld: document.member("held", of: value).flatMap { document.boolean(of: $0) } ?? false,
          rule: rule(of: value),
          counts: Set(
            strings("also", of: value).compactMap { SpeechStatus(rawValue: $0) } + [.asserted]
          )
        )
      )
    }
  }

  private func rule(of value: JSONNode.ID) -> Rubric.Finding.Rule? {
    if let measure = document.member("measure", of: value) {
      let count = integer("atLeast", of: measure) ?? 1
      return string("of", of: measure) == "jargon" ? .jargon(count) : .sentenceWords(count)
    }
    return switch string("rule", of: value) {
    case "unanswered": .unanswered
    case "half-told": .halfTold
    case "safety-order": .safetyOrder
    case "touched": .touched
    case "contradicted": .contradicted
    case "vague": .vague
    default: nil
    }
  }

  /// Looks up codes of findings, reporting those that are not there.
  private mutating func codes(_ key: StaticString, of id: JSONNode.ID) -> [String] {
    let known = parts.findings.map(\.code)
    return items(key, of: id).compactMap { item in
      guard let code = document.string(of: item) else { return nil }
      if known.contains(code) { return code }
      report(
        .unknownCode,
        "there is no finding \"\(code)\" in this rubric",
        at: document.range(of: item),
        suggest: nearestMatch(to: code, among: known)
      )
      return nil
    }
  }

  private mutating func groups(of value: JSONNode.ID) -> [Int32] {
    let own = addCues(of: value)
    let used = codes("with", of: value)
    return [own]
      + parts.findings.indices.filter { used.contains(parts.findings[$0].code) }.map { Int32($0) }
  }

  private mutating func readTopics(_ root: JSONNode.ID) {
    let from = nextGroup
    for (id, value) in entries("topics", of: root) {
      topicPlaces[id] = parts.topics.count
      parts.topics.append(Rubric.Topic(id: id, groups: groups(of: value)))
    }
    parts.groups.topics = from..<nextGroup
  }

  private mutating func readElements(_ root: JSONNode.ID) {
    let from = nextGroup
    for (id, value) in entries("elements", of: root) {
      parts.elements.append(
        Rubric.Element(id: id, title: string("title", of: value), groups: groups(of: value))
      )
    }
    parts.groups.elements = from..<nextGroup
  }

  private mutating func readJargon(_ root: JSONNode.ID) {
    let from = nextGroup
    for item in items("jargon", of: root) {
      _ = addCues(of: item)
      parts.jargon.append(
        Rubric.Term(term: string("say", of: item), plain: string("plain", of: item))
      )
    }
    parts.groups.jargon = from..<nextGroup
  }

  private mutating func readFrames(_ root: JSONNode.ID) {
    let from = nextGroup
    for item in items("frames", of: root) {
      _ = addCues(of: item)
      parts.frames.append(
        Rubric.Frame(
          status: SpeechStatus(rawValue: string("status", of: item)),
          reach: integer("reach", of: item) ?? 10
        )
      )
    }
    parts.groups.frames = from..<nextGroup
  }

  private mutating func readExceptions(_ root: JSONNode.ID) {
    for (place, entry) in entries("findings", of: root).enumerated()
    where document.member("unless", of: entry.value) != nil {
      let group = addCues("unless", of: entry.value)
      parts.groups.exceptions[group] = place
    }
  }

  private mutating func readDimensions(_ root: JSONNode.ID) {
    for (id, value) in entries("dimensions", of: root) {
      var opens: [Int32] = []
      for item in items("opens", of: value) {
        guard let name = document.string(of: item) else { continue }
        if let place = topicPlaces[name] {
          opens += parts.topics[place].groups
        } else {
          report(
            .unknownCode,
            "there is no topic \"\(name)\" in this rubric",
            at: document.range(of: item),
            suggest: nearestMatch(to: name, among: topicPlaces.keys.sorted())
          )
        }
      }
      let levels = document.member("levels", of: value)
      let strong = document.member("strong", of: value)
      parts.dimensions.append(
        Rubric.Dimension(
          id: id,
          title: string("title", of: value),
          shortName: string("short", of: value),
          description: string("description", of: value),
          isCritical: document.member("critical", of: value).flatMap { document.boolean(of: $0) }
            ?? false,
          gate: string("gate", of: value),
          levelNames: levels.map { levels in
            [
              string("wouldHurt", of: levels), string("fallsShort", of: levels),
              string("sound", of: levels), string("strong", of: levels),
            ]
          } ?? [],
          asked: Set(strings("asked", of: value)),
          strong: readStrong(strong),
          opens: opens,
          isNeverGuessed: document.member("onlyWhenTouched", of: value)
            .flatMap { document.boolean(of: $0) } ?? false
        )
      )
    }
  }

  private mutating func readStrong(_ value: JSONNode.ID?) -> Rubric.Strong {
    guard let value else { return Rubric.Strong(atLeast: 0, points: [], together: [], must: [:]) }
    var must: [String: [String]] = [:]
    for item in items("must", of: value) {
      must[string("point", of: item)] = codes("needs", of: item)
    }
    return Rubric.Strong(
      atLeast: integer("atLeast", of: value) ?? 0,
      points: codes("of", of: value),
      together: codes("together", of: value),
      must: must
    )
  }

  private mutating func checkDimensionsOfFindings(_ root: JSONNode.ID) {
    let known = parts.dimensions.map(\.id)
    let elements = parts.elements.map(\.id)
    for (_, value) in entries("findings", of: root) {
      if let item = document.member("dimension", of: value), let name = document.string(of: item),
        !known.contains(name)
      {
        report(
          .unknownCode,
          "there is no dimension \"\(name)\" in this rubric",
          at: document.range(of: item),
          suggest: nearestMatch(to: name, among: known)
        )
      }
      if let item = document.member("tells", of: value), let name = document.string(of: item),
        !elements.contains(name)
      {
        report(
          .unknownCode,
          "there is no element \"\(name)\" in this rubric",
          at: document.range(of: item),
          suggest: nearestMatch(to: name, among: elements)
        )
      }
    }
  }
}
