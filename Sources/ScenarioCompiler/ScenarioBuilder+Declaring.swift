import JSONSyntax
import ScenarioEngine
import SourceText

extension ScenarioBuilder {
  /// Enters a name into the one namespace of people, facts and state.
  private mutating func declare(_ what: String, _ name: String, _ key: JSONNode.ID) {
    if let first = declared.names[name] {
      report(
        .duplicateName,
        "\"\(name)\" is \(first.what) already; people, facts and state need different names",
        at: key,
        notes: [.init("\"\(name)\" is first declared here", at: first.range)]
      )
    } else {
      declared.names[name] = (what, source.range(of: key))
    }
  }

  private func isIncomplete(_ section: RootKey, isRequired: Bool) -> Bool {
    guard let node = rootFields[section] else {
      return isRequired || source.document.isDamaged(source.document.root)
    }
    return source.isIncomplete(node, .object)
  }

  mutating func declareCast() {
    declared.isCastIncomplete = isIncomplete(.cast, isRequired: true)
    guard let cast = rootFields[.cast] else { return }
    var fields = FieldTable<PersonKey>()
    for member in source.entries(of: cast) {
      let id = source.string(of: member.key)
      declare("a person", id, member.key)
      let index = CastIndex(tables.cast.count)
      declared.cast[id] = index
      declared.castIDs.append(id)
      fields.read(member.value, in: source)
      let name = source.string(of: fields[.name])
      if name.utf8.contains(UInt8(ascii: "{")) {
        report(.braceInName, "a name cannot have braces in it", at: fields[.name])
      }
      let role: Role? = choice(fields[.role])
      let kind: CaregiverKind? = choice(fields[.kind])
      if kind != nil, let role, role != .caregiver {
        report(
          .kindWithoutCaregiver,
          "only a caregiver has a kind, and \"\(id)\" is \"\(role.rawValue)\"",
          at: fields.keyNode(.kind)
        )
      }
      fillings[id] = .literal(append(name.utf8))
      tables.cast.append(
        CastMember(id: id, name: name, role: role ?? .partner, kind: kind, about: "")
      )
    }
    listener = self.person(rootFields[.listener])
    checkListener(listener, rootFields[.listener])
  }

  /// The trainee cannot be whom the trainee talks to.
  mutating func checkListener(_ person: CastIndex?, _ node: JSONNode.ID?) {
    guard let person, tables.cast[person.place].role == .worker else { return }
    report(
      .listenerIsWorker,
      "\"\(tables.cast[person.place].id)\" is the worker, who cannot be the listener",
      at: node
    )
  }

  mutating func declareFacts() {
    declared.areFactsIncomplete = isIncomplete(.facts, isRequired: false)
    let replaced = Dictionary(
      context.replacedFacts.map { ($0.key, $0) },
      uniquingKeysWith: { _, last in last }
    )
    if let facts = rootFields[.facts] {
      for member in source.entries(of: facts) {
        let key = source.string(of: member.key)
        declare("a fact", key, member.key)
        // Until it is read, a fact stands for nothing; naming it earlier is a mistake.
        if fillings[key] == nil { fillings[key] = .laterFact }
        if let replacement = replaced[key] {
          let range = replacement.range ?? source.range(of: member.value)
          let text = Array(replacement.text.utf8)[...]
          declared.facts.append(.init(key: key, range: range, node: nil, text: text))
        } else {
          declared.facts.append(
            .init(
              key: key,
              range: source.range(of: member.value),
              node: member.value,
              text: source.text(of: member.value) ?? []
            )
          )
        }
      }
    }
    guard !declared.areFactsIncomplete, context.needsEveryFact else { return }
    let known = declared.facts.map(\.key)
    let place = source.range(of: rootFields.keyNode(.facts) ?? source.document.root)
    for problem in ReplacedFact.unknown(in: context.replacedFacts, known: known, otherwise: place) {
      findings.report(
        problem.code,
        problem.message,
        at: problem.range,
        fixIts: problem.fixIts
      )
    }
  }

  mutating func declareState() {
    declared.isStateIncomplete = isIncomplete(.state, isRequired: false)
    guard let state = rootFields[.state] else { return }
    let reserved = ["and", "or", "not", "true", "false", "turns"] + ConditionParser.functions
    var fields = FieldTable<StateKey>()
    for member in source.entries(of: state) {
      let name = source.string(of: member.key)
      declare("a piece of state", name, member.key)
      if reserved.contains(name) {
        report(
          .reservedName,
          "\"\(name)\" is a word of conditions and cannot be the name of state",
          at: member.key
        )
      }
      fields.read(member.value, in: source)
      let slot = SlotIndex(declared.slots.count)
      declared.slotPlaces[name] = slot
      if fillings[name] == nil { fillings[name] = .state(slot) }
      declared.slots.append(self.slot(name, member, fields))
    }
  }

  mutating func declareEarlier() {
    declared.earlier = Set(context.earlier.promises.keys).union(context.earlier.errors)
    guard let carried = rootFields[.carried] else { return }
    for node in source.document.elements(of: carried) {
      declared.earlier.insert(source.string(of: node))
    }
  }

  mutating func readRubric() {
    if let id: String = rootFields[.rubric].map({ source.string(of: $0) }) { notes.rubric = id }
    dimensions = context.dimensions[notes.rubric]
    if dimensions == nil {
      if let node = rootFields[.rubric] {
        reportUnknown(.unknownRubric, "rubric", node, among: context.dimensions.keys.sorted())
      } else {
        report(
          .unknownRubric,
          "there is no rubric \"\(notes.rubric)\", which scenarios use unless they name another",
          at: source.document.root
        )
      }
    }
    notes.dimensions = Array((dimensions ?? []).prefix(Levels.capacity))
    dimensionHashes = notes.dimensions.map { foldedHash(of: $0) }
  }
}
