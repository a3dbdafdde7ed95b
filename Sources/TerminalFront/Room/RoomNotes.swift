import ScenarioEngine
import Scoring
public import Terminal

/// What only the facilitator sees: the room's screen in small, notes, counts and advice.
public enum RoomNotes {
  /// The page, for a file that another screen follows.
  public static func text(
    _ session: RoomSession,
    screen: Frame,
    isBlank: Bool,
    minutes: Int
  ) -> String {
    var lines: [String] = []
    lines.append("THE ROOM SEES" + (isBlank ? " A BLANK SCREEN" : ""))
    lines.append("+" + String(repeating: "-", count: screen.size.columns) + "+")
    var rows = screen.rows.indices.map { screen.text(row: $0) }
    while rows.last?.isEmpty == true { rows.removeLast() }
    lines += rows.map { row in
      let space = max(0, screen.size.columns - DisplayWidth.of(row))
      return "|" + row + String(repeating: " ", count: space) + "|"
    }
    lines.append("+" + String(repeating: "-", count: screen.size.columns) + "+")
    let turns = session.conversation.turnCount
    let behind = RoomSession.stops(turns)
    lines.append("\(session.step.label), behind us \(behind), \(minutes) min so far")
    lines += section("DO", doing(session))
    if session.asks, session.step.needsAnswers || session.step == .scene {
      lines += section("COUNTS (only here until you show them)", counts(session))
      lines += section("ADVICE", advice(session))
      lines += section("NOTES", notes(session))
      lines += section("THE LINES", key(session))
    }
    if session.step <= .frame || session.step >= .debrief {
      lines += section("NOTES", session.scenario.notes.notes)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ title: String, _ lines: [String]) -> [String] {
    guard !lines.isEmpty else { return [] }
    let wrapper = TextWrapper(width: 76, first: "  ", hanging: 4)
    return ["", title] + lines.flatMap { wrapper.lines($0) }
  }

  /// What the facilitator does at a step.
  static func doing(_ session: RoomSession) -> [String] {
    let name = session.ballot.listener
    switch session.step {
    case .testCard: return ["Zoom until the last row reads every line. Type how many are here."]
    case .frame:
      return [
        "Read it aloud. Say who reads whom. Say how to step out: just go, nobody asks why.",
        "Someone here may have lived this. Say the ground rules before the story.",
      ]
    case .scene: return ["Read \(name)'s lines in role, or ask a volunteer. No accents."]
    case .think: return ["Silence. One to two minutes (t). Everyone writes a letter down."]
    case .voteOne:
      return ["On three, fingers at the chest. v, then count one line at a time. Nothing shows."]
    case .decide: return ["d talk, r reveal, Space talk, b blank."]
    case .discuss:
      return [
        "Two to five minutes (t). Walk and listen. p shows the next prompt.",
        "To open a group: \"I saw ... I think ... because ... I wonder ...\"",
      ]
    case .voteTwo: return ["The same fingers, the same count. Then Space shows both."]
    case .show: return ["Let them read it. Do not explain yet."]
    case .askWhy:
      return ["One voice for each line, the least popular first. Ask; do not judge."]
    case .reveal:
      return ["First what our line does, then the strongest. n or a letter shows another."]
    case .tryAgain:
      return ["Pairs say it aloud. f types one line; v puts it to the vote."]
    case .goOn: return ["Space follows the room. A letter follows that line. w rewinds."]
    case .threes: return ["Three rounds, so that all sit in each seat. Watch the clock (t)."]
    case .debrief:
      return ["A third of the time. One question, then wait. \"I saw ... I wonder ...\""]
    case .close: return ["Every role ends here: own names. Then the one line for 24 hours."]
    }
  }

  private static func counts(_ session: RoomSession) -> [String] {
    let round = session.round
    var lines = session.ballot.choices.map { choice in
      let before = round.first[choice.id].map(String.init) ?? "-"
      let after = round.second[choice.id].map(String.init) ?? "-"
      return "\(choice.letter): \(before) before, \(after) after"
    }
    for vote in RoomVote.allCases where !round[vote].isEmpty {
      let total = round.total(vote)
      let silent = session.people.map { ", \(max(0, $0 - total)) did not vote" } ?? ""
      lines.append("Vote \(vote.rawValue): \(total) voted\(silent)")
    }
    if let counting = session.counting, session.ballot.choices.indices.contains(counting.place) {
      let letter = session.ballot.choices[counting.place].letter
      lines.append("Now counting \(letter), vote \(counting.vote.rawValue)")
    }
    if let changed = round.leastChanged(people: session.people) {
      lines.append("At least \(changed) changed")
    }
    return lines
  }

  /// Whether to talk, by how many chose the strongest line the first time.
  static func advice(_ session: RoomSession) -> [String] {
    let first = session.round.first
    let total = session.round.total(.first)
    guard total > 0, let strongest = session.strongest else { return [] }
    let best = first[strongest.id] ?? 0
    let percent = (best * 200 + total) / (total * 2)
    let share = "\(best) of \(total) (\(percent)%) chose \(strongest.letter), the strongest."
    if percent < session.band.lowerBound {
      return [share, "Fewer than \(session.band.lowerBound)%: explain a little, then vote again."]
    }
    if percent > session.band.upperBound {
      return [share, "More than \(session.band.upperBound)%: a short talk, or show and go on."]
    }
    return [share, "Between \(session.band.lowerBound) and \(session.band.upperBound)%: talk."]
  }

  private static func notes(_ session: RoomSession) -> [String] {
    let state = session.conversation.state
    let notes = session.scenario.notes(of: state.moment)
    return [notes.notes, notes.discuss].compactMap { $0 }.map {
      session.scenario.text($0, in: state)
    } + [notes.hint.map { "Hint: \(session.scenario.text($0, in: state))" }].compactMap { $0 }
  }

  private static func key(_ session: RoomSession) -> [String] {
    session.ballot.choices.compactMap { choice in
      guard let reply = session.reply(of: choice) else { return nil }
      let why = session.scenario.text(
        session.scenario.notes(of: reply).why,
        in: session.conversation.state
      )
      let levels = session.levelWords(of: reply).joined(separator: ", ")
      return "\(choice.letter): \(levels). \(why)"
    }
  }
}

extension RoomSession {
  /// The author's levels of a reply, in words.
  func levelWords(of reply: ReplyIndex) -> [String] {
    rubric.dimensions.enumerated().map { place, dimension in
      let level = scenario.reply(reply).rates[place].map { dimension.name(ofLevel: $0) }
      return "\(dimension.title) \(level ?? "not shown")"
    }
  }
}
