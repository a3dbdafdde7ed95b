import JSONSyntax
import ScenarioEngine
import SourceText

extension ScenarioBuilder {
  /// Enters every moment, reply, promise and error, so that whatever is read next may name them.
  mutating func declareMoments() {
    let section = rootFields[.moments]
    declared.areMomentsIncomplete =
      section.map { source.isIncomplete($0, .object) || source.document.count(of: $0) == 0 } ?? true
    guard let section else { return }
    let isTooLong = source.document.count(of: section) > Limits.moments
    declared.areMomentsIncomplete = declared.areMomentsIncomplete || isTooLong
    for member in source.entries(of: section).prefix(Limits.moments) {
      let id = source.string(of: member.key)
      let index = MomentIndex(declared.moments.count)
      declared.momentPlaces[id] = index
      momentFields.read(member.value, in: source)
      let list = momentFields[.replies]
      let first = declared.replies.count
      declareReplies(list)
      declared.moments.append(
        .init(
          id: id,
          key: member.key,
          node: member.value,
          replies: first..<declared.replies.count,
          isIncomplete: source.isIncomplete(member.value, .object)
            || list.map {
              source.isIncomplete($0, .array) || source.document.count(of: $0) > Limits.replies
            } ?? false
        )
      )
    }
  }

  /// Reads every moment in the file's order.
  mutating func readMoments() {
    tables.moments.reserveCapacity(declared.moments.count)
    tables.momentNotes.reserveCapacity(declared.moments.count)
    tables.replies.reserveCapacity(declared.replies.count)
    tables.replyNotes.reserveCapacity(declared.replies.count)
    for place in declared.moments.indices where !findings.isFull {
      readMoment(MomentIndex(place))
    }
  }

  private mutating func readMoment(_ index: MomentIndex) {
    let declaration = declared.moments[index.place]
    momentFields.read(declaration.node, in: source)
    let ownListener = person(momentFields[.listener])
    checkListener(ownListener, momentFields[.listener])
    let listener = ownListener ?? self.listener ?? CastIndex(0)
    let hearers = hearers(listener)
    let (lines, hasDraws) = lines(momentFields[.lines], at: index, place: "lines")
    let replies = declaration.replies
    var replyDraws = false
    for place in replies {
      let draws = readReply(ReplyIndex(place), at: index, listener: listener, hearers: hearers)
      replyDraws = replyDraws || draws
    }
    let exit = exit(index, replies)
    let isMixed = tables.order == .seeded && replies.count > 1
    tables.moments.append(
      Moment(
        listener: listener,
        hearers: hearers,
        lines: lines,
        exit: exit,
        hash: Chance.hash(declaration.id),
        seen: nil,
        draws: hasDraws || replyDraws || isMixed
      )
    )
    tables.momentNotes.append(
      MomentNotes(
        id: declaration.id,
        ask: template(ifPresent: momentFields[.ask]),
        discuss: template(ifPresent: momentFields[.discuss]),
        hint: template(ifPresent: momentFields[.hint]),
        notes: template(ifPresent: momentFields[.notes]),
        asked: strings(momentFields[.asked]),
        must: strings(momentFields[.must])
      )
    )
  }

  private func strings(_ node: JSONNode.ID?) -> [String] {
    guard let node else { return [] }
    return source.document.elements(of: node).map { source.string(of: $0) }
  }

  private mutating func hearers(_ listener: CastIndex) -> CastSet {
    var hearers = CastSet(listener)
    guard let present = momentFields[.present] else { return hearers }
    for node in source.document.elements(of: present) {
      if let person = person(node) { hearers.formUnion(CastSet(person)) }
    }
    return hearers
  }

  private mutating func exit(_ index: MomentIndex, _ replies: Range<Int>) -> Moment.Exit {
    if let list = momentFields[.replies] {
      return .replies(
        TableRange(replies.lowerBound, replies.upperBound),
        otherwise: otherwise(index, list, replies)
      )
    }
    if let next = momentFields[.next] {
      let routes = ways(next, from: index)
      passages.append(Passage(moment: index, ways: routes.links))
      return .next(routes.range)
    }
    guard let node = momentFields[.ending] else { return .next(.none) }
    var fields = FieldTable<EndingKey>()
    fields.read(node, in: source)
    tables.endings.append(
      Ending(
        title: template(fields[.title]),
        text: template(fields[.text]),
        kind: choice(fields[.kind]) ?? .mixed
      )
    )
    return .ending(EndingIndex(tables.endings.count - 1))
  }

  /// Reads where it goes when nothing can be said, and checks that it is there when it is needed.
  private mutating func otherwise(
    _ index: MomentIndex,
    _ list: JSONNode.ID,
    _ replies: Range<Int>
  ) -> TableRange<Route> {
    let mayRunOut = replies.allSatisfy { place in
      tables.replies[place].once || replyHasCondition[place]
    }
    let otherwise = momentFields[.otherwise]
    let isWhole = !declared.moments[index.place].isIncomplete && !replies.isEmpty
    if let otherwise {
      let routes = ways(otherwise, from: index)
      passages.append(Passage(moment: index, ways: routes.links))
      if isWhole && !mayRunOut {
        report(
          .needlessOtherwise,
          "\"otherwise\" is never used: a reply without \"when\" and \"once\" can always be said",
          at: momentFields.keyNode(.otherwise)
        )
      }
      return routes.range
    }
    if isWhole && mayRunOut {
      report(
        .missingOtherwise,
        "every reply of \"\(declared.moments[index.place].id)\" has \"when\" or \"once\", "
          + "so it needs \"otherwise\": where to go when none can be said",
        at: declared.moments[index.place].key
      )
    }
    return .none
  }
}
