import ScenarioEngine
import Scoring

extension RoomSession {
  // MARK: In threes

  /// The turn that moved the room most, or else the last that was answered, from 0.
  var turningPoint: Int? {
    let answered = min(rounds.count, conversation.turnCount + (asks ? 1 : 0))
    guard answered > 0 else { return nil }
    let moved = (0..<answered).max { left, right in
      (rounds[left].leastChanged(people: people) ?? 0, left)
        < (rounds[right].leastChanged(people: people) ?? 0, right)
    }
    return moved
  }

  var threesPage: RoomPage {
    guard let turn = turningPoint else { return page("Say one line aloud.") }
    let then = conversation.rewound(to: turn)
    let moment = RoomBallot(then, ours: nil)
    let said = then.spoken.last { scenario.line($0.line).by != nil } ?? then.spoken.last
    var pieces: [RoomPiece] = []
    if let said {
      let line = scenario.line(said.line)
      let words = scenario.text(line.text, in: then.state)
      pieces.append(
        line.by.map { .speech(name: scenario.person($0).name, mood: nil, words: words) }
          ?? .narration(words)
      )
    }
    pieces += RoomWords.roles(round: card, listener: moment.listener).map { .item($0) }
    let cards = scenario.notes.watchFor
    let card = cards.isEmpty ? RoomWords.observer : cards[self.card % cards.count]
    pieces.append(.text("Observer's card: \(card)"))
    return page(
      "Say this turn aloud.",
      pieces,
      foot: self.card < 2 ? "Then swap. Round \(self.card + 1) of 3." : "Round 3 of 3."
    )
  }

  // MARK: Looking back

  /// Reactions, what happened, why, what next: one question at a time.
  var debriefPages: [RoomPage] {
    let listener = scenario.person(scenario.notes.listener).name
    var pages = [
      page(
        "We look back now.",
        [
          .text("Nobody here is graded. What was said in a role stays in the role."),
          .text("You may pass."),
        ]
      ),
      page("One word each: how is this for you, now?"),
      page("What happened, as \(listener) would tell it tonight?"),
      page("Which words worked? Say them again."),
    ]
    pages += turnPages
    pages.append(page("What would you change? Say it the new way."))
    pages.append(ledgerPage)
    pages.append(
      page("What goes with you?", scenario.notes.after.map { .item($0) })
    )
    return pages
  }

  /// A question about the line that the room went on with at the turning point.
  private var turnPages: [RoomPage] {
    guard let turn = turningPoint, turn < conversation.turnCount else { return [] }
    let then = conversation.rewound(to: turn)
    let reply = conversation.turns[turn].reply
    let words = scenario.text(scenario.reply(reply).say, in: then.state)
    let listener = RoomBallot(then, ours: nil).listener
    return [
      page(
        "What were we hoping this line would do?",
        [
          .text("\u{201C}\(words)\u{201D}"),
          .text("What else could \(listener) have heard in it?"),
        ]
      )
    ]
  }

  /// Who has been told what: the room's shared memory.
  ///
  /// Words that were said and what they were about; never that they were harmful, which is the key's
  /// to say.
  public var ledgerPage: RoomPage {
    let pieces = ledgerPieces
    var page = page(
      "Who has been told what?",
      pieces.isEmpty ? [.text("Nothing has been told or promised yet.")] : pieces
    )
    page.label = "THE LEDGER"
    return page
  }

  var ledgerPieces: [RoomPiece] {
    var pieces: [RoomPiece] = []
    let entries = conversation.ledger.entries
    for (place, person) in scenario.cast.enumerated() where person.role != .worker {
      let heard = entries.filter {
        $0.kind != .harmed && $0.kind != .stopped
          && $0.hearers.contains(CastSet(CastIndex(place)))
      }
      guard !heard.isEmpty else { continue }
      pieces.append(.heading(person.name))
      pieces += heard.map { .item(line(of: $0)) }
    }
    return pieces
  }

  private func line(of entry: LedgerEntry) -> String {
    let about =
      entry.element.map { element in
        rubric.elements.first { $0.id == element.rawValue }?.title ?? element.rawValue
      } ?? entry.about.map(\.screenName)
    let subject = about.map { " \($0)" } ?? ""
    let words = entry.words.map { ": \(scenario.text($0, in: conversation.state).quoted)" } ?? ""
    return "\(entry.kind.screenName)\(subject)\(words)"
  }

  // MARK: The end

  var closePage: RoomPage {
    if card == 0 {
      return page(
        "Leave your role.",
        [
          .text("Say your own name, and one thing you are doing tonight."),
          .text("If this came close to home, stay a minute. You need not say why."),
        ]
      )
    }
    if isOver {
      guard let talk, let next = talk.next else { return page("Thank you.") }
      return page(
        "Thank you.",
        [
          .text("Next, talk \(talk.number + 1) of \(talk.count): \(next)"),
          .text("What was said goes along. Space goes on to it; q leaves, and it waits."),
        ]
      )
    }
    return page(
      "One line you will use within 24 hours.",
      [
        .text("Write it down, with the hour."),
        .text("To practise alone: rehearse play \(scenario.notes.id)"),
      ]
    )
  }
}
