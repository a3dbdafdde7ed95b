import ScenarioEngine

/// What a typed line means in a class that is run by lines: the same steps, by words.
public enum RoomTyped: Hashable, Sendable {
  /// Commands of the class, in order.
  case commands([RoomKey])
  /// The words there are.
  case help
  /// The screen again.
  case again
  /// Who has been told what.
  case ledger
  /// A timer of so many seconds; none takes it away.
  case timer(Int?)
  /// To leave.
  case quit
  /// Nothing that is known here, with a sentence that says what would be.
  case unknown(String)

  /// The words, and what each does.
  public static let words: [(word: String, does: String)] = [
    ("next, or just Enter", "goes on"),
    ("back", "goes back a step"),
    ("vote 8 9 3, or just 8 9 3", "counts the vote of this step: A, then B, then C"),
    ("vote1 8 9 3, vote2 15 3 2", "mends either vote, at any time"),
    ("people 20", "how many are here; then vote 8 9 = gives the rest to C"),
    ("talk, show, reveal, why, own, go", "goes to that step"),
    ("goto STEP", "goes to any step: \(RoomStep.allCases.map(\.rawValue).joined(separator: ", "))"),
    ("B", "that line: looks at it, or follows it where a road is chosen"),
    ("ours WORDS", "puts the room's own words on the ballot; ours alone takes them off"),
    ("prompt, more", "another prompt for the talk, another line at the reveal"),
    ("rewind 2", "back to stop 2; rewind alone, to the last fork"),
    ("undo", "takes the last thing back, whatever it was"),
    ("ledger", "who has been told what"),
    ("timer 2", "two minutes, said at one minute, half a minute and the end"),
    ("repeat, help, quit", "says this part again, shows these words, leaves"),
  ]

  /// Understands a line.
  public init(_ line: String, in session: RoomSession) {
    let trimmed = line.trimmed
    let words = trimmed.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first?.lowercased() else {
      self = .commands([.next])
      return
    }
    let rest = Array(words.dropFirst())
    if let plain = Self.plain[first], rest.isEmpty {
      self = plain
      return
    }
    switch first {
    case "vote", "votes", "v": self = Self.vote(nil, rest, session)
    case "vote1", "v1": self = Self.vote(.first, rest, session)
    case "vote2", "v2": self = Self.vote(.second, rest, session)
    case "people":
      let count = rest.first.flatMap { Int($0) }.map { min(999, max(0, $0)) }
      self =
        count.map { .commands([.people($0)]) }
        ?? .unknown("people needs a number, as: people 20")
    case "ours", "say":
      let said = String(trimmed.dropFirst(first.count)).trimmed
      self = .commands([said.isEmpty ? .withdraw : .offer(said)])
    case "goto", "g": self = Self.step(rest.joined(separator: "-").lowercased())
    case "rewind", "w":
      let turn = rest.first.flatMap { Int($0) }.map { $0 - 1 }
      self = .commands([.rewind(turn ?? max(0, session.conversation.turnCount - 1))])
    case "timer", "t":
      let minutes = rest.first.flatMap { Int($0) }.map { min(60, max(0, $0)) * 60 }
      self = rest.first == "off" ? .timer(nil) : .timer(minutes ?? session.step.seconds)
    case _ where Int(first) != nil && session.step.vote != nil:
      self = Self.vote(nil, words, session)
    default:
      let place = session.ballot.choices.firstIndex { $0.letter.lowercased() == first }
      if let place, rest.isEmpty, session.asks {
        self = .commands([.choice(place)])
      } else {
        // What may be a count is not said back.
        self = .unknown(
          session.hidesCounts
            ? "That is no word here. help shows the words; counts go as: vote 8 9 3"
            : "There is no word \"\(words[0])\" here. help shows the words."
        )
      }
    }
  }

  private static let plain: [String: RoomTyped] = [
    "next": .commands([.next]), "n": .commands([.next]),
    "back": .commands([.back]), "<": .commands([.back]),
    "talk": .commands([.step(.discuss)]), "discuss": .commands([.step(.discuss)]),
    "show": .commands([.step(.show)]), "reveal": .commands([.step(.reveal)]),
    "why": .commands([.step(.askWhy)]), "own": .commands([.step(.tryAgain)]),
    "go": .commands([.step(.goOn)]), "prompt": .commands([.more]), "more": .commands([.more]),
    "undo": .commands([.undo]), "ledger": .ledger, "repeat": .again, "r": .again,
    "help": .help, "?": .help, "h": .help, "quit": .quit, "q": .quit, "exit": .quit,
  ]

  private static func step(_ word: String) -> RoomTyped {
    guard let step = RoomStep(rawValue: word) else {
      let all = RoomStep.allCases.map(\.rawValue).joined(separator: ", ")
      return .unknown("There is no step \"\(word)\". The steps are: \(all).")
    }
    return .commands([.step(step)])
  }

  private static func vote(
    _ vote: RoomVote?,
    _ words: [String],
    _ session: RoomSession
  ) -> RoomTyped {
    let choices = session.ballot.choices
    guard session.asks, session.step.needsAnswers else {
      return .unknown("There is nothing to vote on here.")
    }
    guard let vote = vote ?? session.step.vote else {
      return .unknown("Which vote? Type vote1 or vote2 and the counts.")
    }
    guard !words.isEmpty, words.count <= choices.count else {
      return .unknown("vote needs up to \(choices.count) counts, one for each line, as: vote 8 9 3")
    }
    var keys: [RoomKey] = []
    var sum = 0
    for (place, word) in words.enumerated() {
      if let count = Int(word), (0...999).contains(count) {
        sum += count
        keys.append(.counted(vote, place, count))
      } else if word == "=", let people = session.people, place == words.count - 1 {
        keys.append(.counted(vote, place, max(0, people - sum)))
      } else {
        return .unknown(
          word == "="
            ? "= gives the rest to the last line; say first how many are here, as: people 20"
            : "A count is a whole number, as in: vote 8 9 3"
        )
      }
    }
    return .commands(keys)
  }
}
