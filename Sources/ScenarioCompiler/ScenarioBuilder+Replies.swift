import JSONSyntax
import ScenarioEngine
import SourceText

extension ScenarioBuilder {
  /// Enters the replies of one moment, with their promises and errors.
  mutating func declareReplies(_ list: JSONNode.ID?) {
    guard let list, source.document.kind(of: list) == .array else { return }
    let first = declared.replies.count
    var taken: [String: JSONNode.ID] = [:]
    var unnamed: [(place: Int, words: JSONNode.ID?)] = []
    for node in source.document.elements(of: list).prefix(Limits.replies) {
      replyFields.read(node, in: source)
      let id = source.string(of: replyFields[.id])
      if let idNode = replyFields[.id], !id.isEmpty {
        if let earlier = taken[id] {
          report(
            .duplicateReply,
            "another reply of this moment has the id \"\(id)\" already",
            at: idNode,
            notes: [.init("the first one is here", at: source.range(of: earlier))]
          )
        } else {
          taken[id] = idNode
        }
      } else {
        unnamed.append((declared.replies.count, replyFields[.say]))
      }
      declared.replies.append(.init(id: id, node: node, makesError: makesError))
      declarePromises()
    }
    guard !unnamed.isEmpty else { return }
    var ids = Set(declared.replies[first...].map(\.id))
    for (place, words) in unnamed {
      let id = ReplyID.made(from: words.flatMap { source.text(of: $0) } ?? [], taken: ids)
      ids.insert(id)
      let declaration = declared.replies[place]
      declared.replies[place] = .init(
        id: id,
        node: declaration.node,
        makesError: declaration.makesError
      )
    }
  }

  /// Whether the reply whose members have just been read can be repaired as `moment/reply`.
  private var makesError: Bool {
    if let stops = replyFields[.stops], source.document.count(of: stops) > 0 { return true }
    if let denies = replyFields[.denies], source.document.count(of: denies) > 0 { return true }
    guard let rates = replyFields[.rates] else { return false }
    for member in source.entries(of: rates)
    where source.document.integer(of: member.value) == .value(1) { return true }
    return false
  }

  private mutating func declarePromises() {
    guard let promises = replyFields[.promises] else { return }
    for node in source.document.elements(of: promises).prefix(Limits.promises) {
      guard let idNode = source.document.member("id", of: node) else { continue }
      let id = source.string(of: idNode)
      if let first = declared.promises[id] ?? context.earlier.promises[id] {
        report(
          .duplicatePromise,
          "another promise has the id \"\(id)\" already",
          at: idNode,
          notes: [.init("the first one is here", at: first)]
        )
      } else {
        declared.promises[id] = source.range(of: idNode)
      }
    }
  }

  /// Reads a reply; returns whether any of its lines is left to chance.
  mutating func readReply(
    _ index: ReplyIndex,
    at momentIndex: MomentIndex,
    listener: CastIndex,
    hearers: CastSet
  ) -> Bool {
    let declaration = declared.replies[index.place]
    replyFields.read(declaration.node, in: source)
    let say = template(replyFields[.say])
    let rates = rates()
    let condition = condition(replyFields[.when], at: momentIndex)
    replyHasCondition.append(replyFields[.when] != nil)
    let once = replyFields[.once].flatMap { source.document.boolean(of: $0) } ?? false
    let deeds = deeds(
      of: declaration.id,
      at: momentIndex,
      say: say,
      rates: rates,
      hearers: hearers
    )
    checkLocked(condition, hearers: hearers, deeds: deeds)
    let effects = effects()
    let (reaction, draws) = lines(
      replyFields[.reaction],
      at: momentIndex,
      place: "\(declaration.id)/reaction"
    )
    tables.replies.append(
      Reply(
        moment: momentIndex,
        say: say,
        rates: rates,
        condition: condition,
        said: once ? facts.index(of: .said(index)) : nil,
        once: once,
        locked: template(ifPresent: replyFields[.locked]),
        reaction: reaction,
        effects: effects,
        routes: ways(replyFields[.next], from: momentIndex).range,
        deeds: deeds,
        hash: Chance.hash(declaration.id)
      )
    )
    tables.replyNotes.append(
      ReplyNotes(
        id: declaration.id,
        why: template(replyFields[.why]),
        heard: template(replyFields[.heard])
      )
    )
    return draws
  }

  private mutating func rates() -> Levels {
    var levels = Levels()
    guard let node = replyFields[.rates], dimensions != nil,
      source.document.kind(of: node) == .object
    else { return levels }
    // Which dimensions stand there, as bits; a misspelt one is not also a missing one.
    var present: UInt64 = 0
    for member in source.entries(of: node) {
      let hash = source.keyHash(of: member.key)
      if let dimension = dimensionHashes.firstIndex(of: hash) {
        present |= 1 << UInt64(dimension)
        if case .value(let level) = source.document.integer(of: member.value),
          (1...4).contains(level)
        {
          levels[dimension] = level
        }
      } else if let meant = reportUnknownDimension(member.key, besides: present) {
        present |= 1 << UInt64(meant)
      }
    }
    if present.nonzeroBitCount < notes.dimensions.count, !source.document.isDamaged(node) {
      let names = missing(besides: present).map { notes.dimensions[$0] }
      report(
        .missingDimension,
        "the rates of this reply leave out \(listed(names)); null says \"not shown\"",
        at: replyFields.keyNode(.rates)
      )
    }
    return levels
  }

  private func missing(besides present: UInt64) -> [Int] {
    notes.dimensions.indices.filter { present & 1 << UInt64($0) == 0 }
  }

  /// Reports a key of `rates` that is no dimension; returns which one was probably meant.
  private mutating func reportUnknownDimension(
    _ key: JSONNode.ID,
    besides present: UInt64
  ) -> Int? {
    let missing = missing(besides: present)
    guard !findings.isFull else { return missing.first }
    reportUnknown(.unknownDimension, "dimension", key, among: notes.dimensions)
    let nearest = nearestMatch(
      to: source.string(of: key),
      among: missing.map { notes.dimensions[$0] }
    )
    return nearest.flatMap { notes.dimensions.firstIndex(of: $0) }
  }

  private mutating func checkLocked(
    _ condition: ConditionIndex?,
    hearers: CastSet,
    deeds: TableRange<Deed>
  ) {
    guard let locked = replyFields.keyNode(.locked) else { return }
    guard replyFields[.when] != nil else {
      return report(
        .lockedWithoutWhen,
        "\"locked\" stands in the place of a reply while \"when\" fails, and there is no \"when\"",
        at: locked
      )
    }
    for place in deeds.places where tables.deeds[place].kind == .told {
      let deed = tables.deeds[place]
      guard let element = deed.element,
        let person = (deed.hearers ?? hearers).people.first(where: {
          owed[$0]?.contains(element) ?? false
        })
      else { continue }
      return report(
        .lockedOwed,
        "this reply tells \"\(element.rawValue)\", which \"\(declared.castIDs[person.place])\" "
          + "is owed, so it may be hidden by \"when\" but not shown as \"locked\"",
        at: locked
      )
    }
    guard let condition, let trust = declared.slotPlaces["trust"] else { return }
    for place in tables.conditions[condition.place].steps.places
    where tables.steps[place].reads(trust) {
      return report(
        .lockedForTrust,
        "\"when\" asks about trust, and a reply is never locked for want of trust",
        at: locked
      )
    }
  }

  private mutating func effects() -> TableRange<Effect> {
    guard let node = replyFields[.effects] else { return .none }
    let first = tables.effects.count
    for member in source.entries(of: node) {
      if let effect = effect(member) { tables.effects.append(effect) }
    }
    return TableRange(first, tables.effects.count)
  }
}

extension Condition.Step {
  /// Whether the step reads a piece of state.
  fileprivate func reads(_ slot: SlotIndex) -> Bool {
    switch self {
    case .value(let read, _, _), .turnsAndValue(_, let read): read == slot
    case .values(let left, _, let right): left == slot || right == slot
    case .constant, .turns, .fact, .not, .and, .or: false
    }
  }
}
