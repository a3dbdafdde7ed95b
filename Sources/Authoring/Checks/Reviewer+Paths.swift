import JSONSyntax
import ScenarioEngine
import SourceText

/// What must be possible on every way, and what must not be said on some.
extension Reviewer {
  mutating func reviewPaths() {
    reviewOwed()
    reviewErrors()
    reviewSpokenMemory()
    reviewEndings()
  }

  // MARK: What is owed

  private mutating func reviewOwed() {
    guard let section = map.root("owed") else { return }
    for member in document.members(of: section) {
      guard let person = scenario.person(map.text(member.key)) else { continue }
      for node in document.elements(of: member.value) {
        guard let element = Element(rawValue: map.text(node)) else { continue }
        reviewOwed(element, to: person, at: node)
      }
    }
  }

  private mutating func reviewOwed(_ element: Element, to person: CastIndex, at node: JSONNode.ID) {
    let telling = Set(
      scenario.replyIndices.filter { reply in
        scenario.deeds(of: reply).contains {
          $0.deed.kind == .told && $0.deed.element == element
            && $0.hearers.contains(CastSet(person))
        }
      }
    )
    guard !telling.isEmpty else {
      return report(
        ReviewCode.owedNeverTold,
        "\(name(person)) is owed \"\(element.rawValue)\", and no reply tells it",
        at: node
      )
    }
    let rows = Set(telling.map(\.raw))
    let halts = (0..<graph.stateCount).map { state in
      graph.edges(of: state).contains { rows.contains(graph.replies[$0]) }
    }
    guard let path = pathToEnding(avoiding: halts) else { return }
    report(
      ReviewCode.owedWithoutChance,
      "there is a way to an ending without any chance to tell \(name(person)) "
        + "\"\(element.rawValue)\"",
      at: node,
      along: path
    )
  }

  /// A shortest way to an ending through states that are not to be avoided.
  private func pathToEnding(avoiding halts: [Bool]) -> [ReplyIndex]? {
    // A state that is come to only through an avoided one is never taken from the queue: the walk
    // looks at edges one state at a time, so it is enough to refuse those of avoided states.
    var blocked = graph
    blocked.haltEdges(where: halts)
    return GraphWalk(blocked).shortestPath(
      along: { _ in true },
      to: { !halts[$0] && graph.ending(of: $0) != nil }
    )
  }

  // MARK: Errors

  private mutating func reviewErrors() {
    let repairs = scenario.repairsByError()
    var visits = 0
    for reply in scenario.replyIndices {
      let deeds = scenario.deeds(of: reply).map(\.deed)
      let isGrave = deeds.contains {
        $0.kind == .promised || $0.kind == .denied || $0.kind == .stopped
      }
      guard isGrave || scenario.errs(reply, critical: options.critical) else { continue }
      guard let repairing = repairs[reply] else {
        report(
          ReviewCode.errorNotRepairable,
          "what this reply does wrong is never set right: no reply has "
            + "\"\(deeds.first { $0.kind == .promised }?.error ?? scenario.name(of: reply))\" "
            + "in its \"repairs\"",
          at: nameNode(of: reply)
        )
        continue
      }
      guard visits < 30_000_000, graph.isComplete else { continue }
      visits += graph.stepCount
      reviewReach(of: Set(repairing.map(\.raw)), after: reply)
    }
  }

  private mutating func reviewReach(of repairs: Set<Int32>, after reply: ReplyIndex) {
    let reaches = GraphWalk(graph).statesThatReach { state in
      graph.edges(of: state).contains { repairs.contains(graph.replies[$0]) }
    }
    var lost: (state: Int, edge: Int)?
    for state in 0..<graph.stateCount {
      for edge in graph.edges(of: state) where graph.replies[edge] == reply.raw {
        if reaches[Int(graph.targets[edge])] { return }
        if lost == nil { lost = (state, edge) }
      }
    }
    guard let lost else { return }
    report(
      ReviewCode.errorPastRepair,
      "after this reply none of the replies that would set it right can be said any more",
      at: nameNode(of: reply),
      along: graph.path(to: lost.state) + [reply]
    )
  }

  // MARK: "You promised"

  /// Lines that speak of what the worker said are searched for on the ways on which it was not said.
  private mutating func reviewSpokenMemory() {
    var lines: [CastIndex: [(line: Int, kind: MemoryKind, words: Range<Int>)]] = [:]
    for line in tables.lines.indices {
      guard let speaker = tables.lines[line].by, let node = map.lines[line],
        let text = document.member("text", of: node),
        let memory = MemoryKind.find(in: map.text(text))
      else { continue }
      lines[speaker, default: []].append((line, memory.kind, memory.words))
    }
    for (speaker, found) in lines.sorted(by: { $0.key.raw < $1.key.raw }) {
      for kind in MemoryKind.allCases {
        let asked = found.filter { $0.kind == kind }
        guard !asked.isEmpty else { continue }
        var search = options.search
        // What an earlier talk said is not at hand here; a line about it has a condition.
        search.earlier = EarlierState()
        search.skipping = Set(
          scenario.replyIndices.filter { reply in
            scenario.deeds(of: reply).contains {
              kind.kinds.contains($0.deed.kind) && $0.hearers.contains(CastSet(speaker))
            }
          }
        )
        search.limit = min(search.limit, 200_000)
        let silent = StateSearch.run(scenario, search)
        for line in asked where silent.trace.heard[line.line].exists {
          guard let node = map.lines[line.line], let text = document.member("text", of: node) else {
            continue
          }
          report(
            kind.code,
            kind.message(name(speaker)),
            at: document.range(of: line.words, inString: text),
            along: silent.path(to: silent.trace.heard[line.line])
          )
        }
      }
    }
  }

  // MARK: Endings

  private mutating func reviewEndings() {
    guard graph.isComplete, let moments = map.root("moments") else { return }
    if outcomes.soundPath == nil, !outcomes.endings.isEmpty {
      report(
        ReviewCode.noSoundEnding,
        "every way to an ending goes through a stop or a level 1; there must be one without",
        at: map.root("opening")
      )
    }
    let kinds = Set(scenario.momentIndices.compactMap { scenario.endingKind(at: $0) })
    let count = scenario.momentIndices.count { scenario.endingKind(at: $0) != nil }
    if kinds.count == 1, let kind = kinds.first, count > 1 {
      report(
        ReviewCode.endingsAlike,
        "all \(count) endings are \"\(kind.rawValue)\", so nothing anybody says decides how it ends",
        at: map.momentKeys.first { key in
          graph.stepper.ending(at: scenario.moment(map.text(key)) ?? tables.opening) != nil
        } ?? moments
      )
    }
    let gentle = outcomes.endings.filter { scenario.endingKind(at: $0.moment) == .connected }
    let errors = CriticalErrors(graph, critical: options.critical)
    for way in gentle {
      guard let path = errors.notYetPath(to: way.moment) else { continue }
      report(
        ReviewCode.connectedNotYet,
        "\(id(way.moment)) is a \"connected\" ending, and it can be reached with a stop or level 1 "
          + "that nobody set right",
        at: map.momentKeys[way.moment.place],
        along: path
      )
    }
  }
}

/// What somebody says that the worker did before.
enum MemoryKind: CaseIterable {
  case promised
  case said

  var kinds: Set<LedgerEntry.Kind> {
    switch self {
    case .promised: [.promised]
    case .said: [.promised, .told, .softened, .denied]
    }
  }

  var code: DiagnosticCode {
    switch self {
    case .promised: ReviewCode.speaksOfPromise
    case .said: ReviewCode.speaksOfTelling
    }
  }

  func message(_ speaker: String) -> String {
    switch self {
    case .promised:
      "\(speaker) says that something was promised, also where nothing was; "
        + "a line like this needs \"when\": \"promised(…)\""
    case .said:
      "\(speaker) speaks of what you said, also where you told them nothing; "
        + "a line like this needs \"when\": \"told(…)\" or \"said(…)\""
    }
  }

  static func find(in text: String) -> (kind: MemoryKind, words: Range<Int>)? {
    let scan = TextScan(text)
    if let words = scan.first(of: WordLists.promised) { return (.promised, words) }
    if let words = scan.first(of: WordLists.saidEarlier) { return (.said, words) }
    return nil
  }
}
