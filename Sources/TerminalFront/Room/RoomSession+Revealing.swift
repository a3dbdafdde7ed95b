import ScenarioEngine
import Scoring

// What the room sees only after it was shown.

extension RoomSession {
  var tally: RoomTally {
    let round = self.round
    let rows = ballot.choices.map { choice in
      RoomTally.Row(
        letter: choice.letter,
        before: round.first.isEmpty ? nil : round.first[choice.id] ?? 0,
        after: round.second.isEmpty ? nil : round.second[choice.id] ?? 0
      )
    }
    let isCounted = counting.map { step.vote == $0.vote || step >= .show } ?? false
    return RoomTally(
      label: step.label,
      rows: rows,
      foot: tallyLine(round),
      focus: isCounted ? counting?.place : nil
    )
  }

  private func tallyLine(_ round: RoomRound) -> String {
    let (first, second) = (round.total(.first), round.total(.second))
    if round.first.isEmpty, round.second.isEmpty { return "Nobody has counted yet." }
    let voted: String
    if round.second.isEmpty {
      voted = "\(first) voted once."
    } else if round.first.isEmpty || first == second {
      voted = "\(second) voted."
    } else {
      voted = "\(first) voted before, \(second) after."
    }
    guard let changed = round.leastChanged(people: people) else { return voted }
    return changed == 0
      ? "\(voted) The totals show no change." : "\(voted) At least \(changed) changed."
  }

  var reveal: RoomReveal? {
    let order = lookingOrder
    guard order.indices.contains(card), let reply = reply(of: order[card]) else { return nil }
    let choice = order[card]
    var next = conversation
    next.choose(reply)
    let notes = scenario.notes(of: reply)
    let levels = rubric.dimensions.enumerated().map { place, dimension in
      let level = scenario.reply(reply).rates[place].map { dimension.name(ofLevel: $0) }
      return "\(dimension.title): \(level ?? "not shown")"
    }
    return RoomReveal(
      label: step.label,
      letter: choice.letter,
      words: choice.words,
      reaction: next.pieces(of: next.spoken.prefix(next.reactionCount)),
      listener: ballot.listener,
      heard: scenario.text(notes.heard, in: next.state),
      why: scenario.text(notes.why, in: next.state),
      levels: levels,
      foot: "Levels are for discussion."
    )
  }
}

extension Conversation {
  fileprivate func pieces(of spoken: some Sequence<Spoken>) -> [RoomPiece] {
    spoken.map { item in
      let line = scenario.line(item.line)
      let words = scenario.text(line.text, in: state)
      guard let by = line.by else { return .narration(words) }
      return .speech(name: scenario.person(by).name, mood: line.mood, words: words)
    }
  }
}
