import ScenarioEngine
import Scoring

extension Rehearsal {
  /// The debrief, in its fixed order: own words and rating, what they heard, one thing to keep and one to
  /// change, the rest by dimension, the ledger, and the turning point to say again.
  var debriefBlocks: [Block] {
    let result = self.result
    let keep = result.turnToKeep(ledger: conversation.ledger)
    let change = result.turnToChange(critical: critical)
    var blocks = ownBlocks
    blocks += heardBlocks(result)
    blocks += keepAndChangeBlocks(result, keep: keep, change: change)
    blocks += dimensionBlocks(result, told: [keep?.number, change?.number].compactMap { $0 })
    blocks += ledgerBlocks(result)
    blocks += turningPointBlocks(result, change: change)
    return blocks
  }

  private var ownBlocks: [Block] {
    var blocks: [Block] = [.gap, .section("What you said of it yourself")]
    blocks.append(ownWords.isEmpty ? .text("No words of your own.") : .you(ownWords))
    for (dimension, level) in zip(rubric.dimensions, ownRating) {
      let word = level.map { dimension.name(ofLevel: $0) } ?? "not rated"
      blocks.append(.item("\(dimension.title): \(word)"))
    }
    return blocks
  }

  private func heardBlocks(_ result: ConversationResult) -> [Block] {
    var blocks: [Block] = [.gap, .section("What they heard")]
    for turn in result.turns {
      blocks.append(.item("Turn \(turn.number)"))
      blocks.append(.you(turn.said))
      blocks.append(.heard(name: scenario.person(turn.listener).name, words: turn.heard))
    }
    return blocks
  }

  private func keepAndChangeBlocks(
    _ result: ConversationResult,
    keep: ConversationResult.Turn?,
    change: ConversationResult.Turn?
  ) -> [Block] {
    var blocks: [Block] = [.gap, .section("One thing to keep")]
    if let keep {
      blocks += [.item("Turn \(keep.number)"), .you(keep.said)]
      let repairs = conversation.ledger.entries.contains {
        $0.kind == .repaired && $0.talk == nil && $0.turn == keep.number
      }
      if repairs {
        blocks.append(
          .text("You went back to your own words and set them right. That beats never slipping.")
        )
      }
      blocks.append(.why(keep.why))
    } else {
      blocks.append(.text("No turn was free of a fault. You stayed in the talk; that is a start."))
    }
    blocks += [.gap, .section("One thing to change")]
    if let change {
      blocks += [.item("Turn \(change.number)"), .you(change.said)]
      blocks += stopBlocks(result, turn: change.number)
      blocks.append(.why(change.why))
    } else if let omission = result.omissions.first, let element = omission.elements.first {
      let person = scenario.person(omission.person).name
      blocks.append(.text("\(person) was owed this and did not hear it: \(name(of: element))."))
    } else {
      blocks.append(.text("Nothing you said fell short. Next time, say it in half the words."))
    }
    return blocks
  }

  private func stopBlocks(_ result: ConversationResult, turn: Int) -> [Block] {
    result.stops.filter { $0.entry.talk == nil && $0.entry.turn == turn }
      .compactMap { $0.entry.stop }
      .map { stop in
        let reason = rubric.finding(stop.rawValue)?.because ?? ""
        return .text("A stop, whatever else goes well: \(name(of: stop)). \(reason)")
      }
  }

  /// Each dimension with the turns that stood out in it; then the turns that stood out in none.
  private func dimensionBlocks(_ result: ConversationResult, told: [Int]) -> [Block] {
    var blocks: [Block] = [.gap, .section("All of it, by dimension")]
    blocks.append(.text(verdictLine(result)))
    var explained = Set(told)
    for (place, dimension) in result.dimensions.enumerated() {
      let words = rubric.dimensions[place]
      let own = ownRating.indices.contains(place) ? ownRating[place] : nil
      blocks += [.gap, .item(summary(of: dimension, words: words, own: own))]
      for turn in result.turns {
        guard let level = turn.levels[place], level != 3 else { continue }
        let repaired = level == 1 && turn.isRepaired ? ", repaired later" : ""
        let word = words.name(ofLevel: level)
        blocks.append(.text("Turn \(turn.number), \(word)\(repaired): \(turn.said.quoted)"))
        if explained.insert(turn.number).inserted { blocks.append(.why(turn.why)) }
      }
    }
    let rest = result.turns.filter { !explained.contains($0.number) }
    if !rest.isEmpty { blocks += [.gap, .item("The other turns")] }
    for turn in rest {
      blocks += [.text("Turn \(turn.number): \(turn.said.quoted)"), .why(turn.why)]
    }
    return blocks
  }

  private func verdictLine(_ result: ConversationResult) -> String {
    switch result.verdict {
    case .notYet:
      "Not yet: something was said that would do harm, and it has not been set right. "
        + "Naming it and taking it back would mend it."
    case .repaired:
      "Repaired: something was said that would have done harm, and you set it right with everyone "
        + "who heard it."
    case .sound:
      "Sound: nothing you said would do harm in honesty or in how you spoke of the two families."
    }
  }

  private func summary(
    of dimension: ConversationResult.Dimension,
    words: Rubric.Dimension,
    own: Int?
  ) -> String {
    guard let median = dimension.median, let lowest = dimension.lowest else {
      return "\(words.title): not shown in any turn."
    }
    let counts = (1...4).reversed().compactMap { level -> String? in
      let count = dimension.counts[level - 1]
      return count == 0 ? nil : "\(count) \(words.name(ofLevel: level))"
    }
    let owned = own.map { " You said: \(words.name(ofLevel: $0))." } ?? ""
    let most = words.name(ofLevel: median)
    return "\(words.title): mostly \(most); lowest, \(words.name(ofLevel: lowest)). "
      + "Turns: \(counts.joined(separator: ", ")), \(dimension.notShown) not shown.\(owned)"
  }

  // MARK: The ledger

  private func ledgerBlocks(_ result: ConversationResult) -> [Block] {
    var blocks: [Block] = [.gap, .section("The ledger: who has been told what")]
    let before = blocks.count
    for (place, person) in scenario.cast.enumerated() where person.role != .worker {
      let lines = ledgerLines(for: CastIndex(place))
      let omitted = result.omissions.first { $0.person == CastIndex(place) }?.elements ?? []
      guard !lines.isEmpty || !omitted.isEmpty else { continue }
      blocks.append(.item(person.name))
      blocks += lines.map { .text($0) }
      blocks += omitted.map { .text("Left out: \(name(of: $0)).") }
    }
    for contradiction in conversation.ledger.contradictions {
      blocks.append(.item("Contradicted: \(name(of: contradiction.element))."))
      blocks += versions(contradiction)
    }
    for difference in conversation.ledger.differences {
      let element = name(of: difference.element)
      blocks.append(.item("Told to one and made smaller to another: \(element)."))
      blocks += versions(difference)
    }
    if blocks.count == before {
      blocks.append(.text("Nothing was told, promised or left out."))
    }
    return blocks
  }

  /// One line for each thing this person heard; what was said more than once is told once, with every
  /// turn.
  private func ledgerLines(for person: CastIndex) -> [String] {
    let ledger = conversation.ledger
    let standing = ledger.standing()
    let heard = ledger.entries.indices.filter {
      ledger.entries[$0].kind != .harmed && ledger.entries[$0].hearers.contains(CastSet(person))
    }
    var lines: [String] = []
    var shown: Set<Int> = []
    for index in heard where !shown.contains(index) {
      let entry = ledger.entries[index]
      let same =
        entry.element == nil || entry.kind.isError
        ? [index]
        : heard.filter { other in
          ledger.entries[other].kind == entry.kind
            && ledger.entries[other].element == entry.element
        }
      shown.formUnion(same)
      let stands = !standing[index].isDisjoint(with: CastSet(person))
      lines.append(ledgerLine(same.map { ledger.entries[$0] }, stands: stands))
    }
    return lines
  }

  private func versions(_ pair: Ledger.Contradiction) -> [Block] {
    pair.entries.map { place in
      let entry = conversation.ledger.entries[place]
      let names = entry.hearers.people.map { scenario.person($0).name }
      return .text("\(names.joined(separator: " and ")). \(ledgerLine([entry], stands: true))")
    }
  }

  private func ledgerLine(_ entries: [LedgerEntry], stands: Bool) -> String {
    guard let entry = entries.first else { return "" }
    let subject: String
    switch entry.kind {
    case .told, .softened, .denied: subject = entry.element.map(name(of:)) ?? ""
    case .promised: subject = entry.about?.screenName ?? ""
    case .stopped: subject = entry.stop.map(name(of:)) ?? ""
    case .harmed, .repaired: subject = "words said before"
    }
    let spoken = entry.words.map { scenario.text($0, in: conversation.state) }
    let words = spoken.map { " \($0.quoted)" } ?? ""
    let repaired = entry.kind.isError && !stands ? " Repaired since." : ""
    return "\(entry.kind.screenName): \(subject) (\(turns(of: entries))).\(words)\(repaired)"
  }

  private func turns(of entries: [LedgerEntry]) -> String {
    var numbers: [String] = []
    for entry in entries where entry.talk == nil && numbers.last != String(entry.turn) {
      numbers.append(String(entry.turn))
    }
    let earlier = entries.contains { $0.talk != nil } ? ["an earlier talk"] : []
    guard let last = numbers.last else { return earlier.joined() }
    let list =
      numbers.count == 1
      ? "turn \(last)" : "turns \(numbers.dropLast().joined(separator: ", ")) and \(last)"
    return (earlier + [list]).joined(separator: ", ")
  }

  private func turningPointBlocks(
    _ result: ConversationResult,
    change: ConversationResult.Turn?
  ) -> [Block] {
    guard let turn = change ?? result.turns.last else { return [] }
    var blocks: [Block] = [.gap, .section("Say the turning point again")]
    blocks.append(.text("Say a better line for turn \(turn.number) aloud, to a wall or a friend."))
    if mode != .ready {
      blocks.append(
        .text("Or play it again from any turn. That is practice; this attempt stays as it is.")
      )
    }
    return blocks
  }

  // MARK: The rubric's names

  private func name(of element: Element) -> String {
    rubric.elements.first { $0.id == element.rawValue }?.title ?? element.rawValue
  }

  private func name(of stop: StopCode) -> String {
    (rubric.finding(stop.rawValue)?.title ?? stop.rawValue).lowercased()
  }
}
