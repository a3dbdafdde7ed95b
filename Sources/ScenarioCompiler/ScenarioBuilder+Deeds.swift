import JSONSyntax
import ScenarioEngine
import SourceText

extension ScenarioBuilder {
  /// Writes what the reply whose members have just been read does to the ledger.
  ///
  /// The order is told, softened, denied, promised, harmed, stopped, repaired: an error must stand in
  /// the ledger before the same reply can repair another.
  mutating func deeds(
    of reply: String,
    at moment: MomentIndex,
    say: Template,
    rates: Levels,
    hearers: CastSet
  ) -> TableRange<Deed> {
    let first = tables.deeds.count
    func error() -> String { "\(declared.moments[moment.place].id)/\(reply)" }
    elementDeeds(.told, replyFields[.tells], nil, say, hearers)
    elementDeeds(.softened, replyFields[.softens], nil, say, hearers)
    if let denies = replyFields[.denies] {
      elementDeeds(.denied, denies, error(), say, hearers)
    }
    promiseDeeds(say, hearers)
    if rates.hasLevelOne {
      tables.deeds.append(Deed(kind: .harmed, error: error(), words: say))
    }
    if let stops = replyFields[.stops] {
      let id = error()
      for node in source.document.elements(of: stops) {
        guard let stop: StopCode = choice(node) else { continue }
        tables.deeds.append(Deed(kind: .stopped, stop: stop, error: id, words: say))
      }
    }
    if let repairs = replyFields[.repairs] {
      for node in source.document.elements(of: repairs) where isRepairable(node) {
        tables.deeds.append(Deed(kind: .repaired, error: source.string(of: node), words: say))
      }
    }
    return TableRange(first, tables.deeds.count)
  }

  private mutating func elementDeeds(
    _ kind: LedgerEntry.Kind,
    _ list: JSONNode.ID?,
    _ error: String?,
    _ say: Template,
    _ hearers: CastSet
  ) {
    guard let list else { return }
    for node in source.document.elements(of: list).prefix(Limits.deeds) {
      if source.document.kind(of: node) == .string {
        guard let element: Element = choice(node) else { continue }
        tables.deeds.append(Deed(kind: kind, element: element, error: error, words: say))
      } else {
        deedFields.read(node, in: source)
        let words = words(deedFields[.words]) ?? say
        let to = hearersOfDeed(hearers)
        guard let element: Element = choice(deedFields[.element]) else { continue }
        tables.deeds.append(
          Deed(kind: kind, element: element, error: error, words: words, hearers: to)
        )
      }
    }
  }

  private mutating func promiseDeeds(_ say: Template, _ hearers: CastSet) {
    guard let list = replyFields[.promises] else { return }
    for node in source.document.elements(of: list).prefix(Limits.promises) {
      deedFields.read(node, in: source)
      let words = words(deedFields[.words]) ?? say
      let to = hearersOfDeed(hearers)
      guard let about: PromiseSubject = choice(deedFields[.about]) else { continue }
      tables.deeds.append(
        Deed(
          kind: .promised,
          about: about,
          error: source.string(of: deedFields[.id]),
          words: words,
          hearers: to
        )
      )
    }
  }

  /// The people a deed is done to, when it names them.
  private mutating func hearersOfDeed(_ hearers: CastSet) -> CastSet? {
    guard let list = deedFields[.to] else { return nil }
    var to: CastSet = []
    for node in source.document.elements(of: list) {
      guard let person = person(node) else { continue }
      if !hearers.contains(CastSet(person)), !declared.isCastIncomplete {
        report(
          .hearerAbsent,
          "\"\(source.string(of: node))\" is not here and cannot hear this; "
            + "who hears a moment is its listener and those \"present\"",
          at: node
        )
      }
      to.formUnion(CastSet(person))
    }
    return to
  }

  private mutating func isRepairable(_ node: JSONNode.ID) -> Bool {
    guard source.document.kind(of: node) == .string else { return false }
    switch declared.errorName(source.string(of: node)) {
    case .known:
      return true
    case .noError(let moment, let reply):
      report(
        .nothingToRepair,
        "the reply \"\(moment)/\(reply)\" makes no error: "
          + "it denies nothing, has no level 1 and no stop",
        at: node
      )
    case .unknownMoment(let moment):
      let nearest = findings.isFull ? nil : nearestMatch(to: moment, among: declared.momentIDs)
      report(
        .unknownMoment,
        unknownMessage(
          "moment",
          moment,
          among: declared.momentIDs,
          hasNearest: nearest != nil
        ),
        at: node,
        fixIts: nearest.map { [didYouMean($0 + rest(of: node, after: moment), for: node)] } ?? []
      )
    case .unknownReply(let reply, let moment):
      let ids = declared.replies(of: moment).map(\.id)
      let id = declared.moments[moment.place].id
      let nearest = findings.isFull ? nil : nearestMatch(to: reply, among: ids)
      report(
        .unknownReply,
        unknownMessage(
          "reply",
          reply,
          among: ids,
          hasNearest: nearest != nil,
          at: " at the moment \"\(id)\""
        ),
        at: node,
        fixIts: nearest.map { [didYouMean("\(id)/\($0)", for: node)] } ?? []
      )
    case .unknownPromise where !declared.areMomentsIncomplete:
      reportUnknown(.unknownPromise, "promise", node, among: declared.promises.keys.sorted())
    case .unknownPromise:
      break
    }
    return false
  }

  private func rest(of node: JSONNode.ID, after moment: String) -> String {
    String(source.string(of: node).dropFirst(moment.count))
  }

  /// The exact words of the reply; words that are not said are reported.
  private mutating func words(_ node: JSONNode.ID?) -> Template? {
    guard let node, let words = source.text(of: node) else { return nil }
    if let sayNode = replyFields[.say], let say = source.text(of: sayNode),
      say.count <= 4 * Limits.say,
      !say.containsRun(of: words), !source.document.isDamaged(sayNode)
    {
      let nearest = findings.isFull ? nil : SaidWords(in: say).nearest(to: words)
      report(
        .wordsNotSaid,
        "these words do not stand exactly so in \"say\"",
        at: node,
        notes: [.init("this is what is said", at: source.range(of: sayNode))],
        fixIts: nearest.map {
          [.init("did you mean \"\($0)\"?", edits: [edit(node, to: $0)])]
        } ?? []
      )
      return nil
    }
    return template(node)
  }
}
