public import ScenarioEngine

/// What there is to say about a place.
extension Explorer {
  /// The declared state as `trust 2, mood calm`; empty where none is declared.
  public func stateText(_ place: Place) -> String {
    scenario.slots.enumerated().map { row, slot in
      "\(slot.name) \(slot.text(of: place.state.values[row]))"
    }
    .joined(separator: ", ")
  }

  /// The ledger: one line for each thing that was told, promised, done or set right, said once.
  public func ledgerTexts(_ place: Place) -> [String] {
    let ledger = place.conversation.ledger
    var texts: [String] = []
    for (entry, standing) in zip(ledger.entries, ledger.standing()) {
      let text =
        text(of: entry) + (entry.kind.isError && standing.isEmpty ? ", set right" : "")
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  /// What is said on coming to a place.
  public func spokenTexts(_ place: Place) -> [String] {
    place.conversation.spoken.map { spoken in
      let line = scenario.line(spoken.line)
      let words = scenario.text(line.text, in: place.state)
      return line.by.map { "\(scenario.person($0).name): \(words)" } ?? words
    }
  }

  /// How it comes out at a place, if it does.
  public func endingText(_ place: Place) -> String? {
    ending(at: place).map { index in
      let ending = scenario.ending(index)
      return "\(scenario.text(ending.title, in: place.state)) (\(ending.kind.rawValue))"
    }
  }

  /// The replies of a way, as `moment/reply`.
  public func names(of way: [ReplyIndex]) -> [String] { way.map { scenario.name(of: $0) } }

  /// The replies that led to a place.
  public func way(to place: Place) -> [ReplyIndex] { place.conversation.turns.map(\.reply) }

  func text(of entry: LedgerEntry) -> String {
    let names = entry.hearers.people.map { scenario.person($0).name }.joined(separator: " and ")
    let element = entry.element?.rawValue ?? ""
    switch entry.kind {
    case .told: return "told \(names): \(element)"
    case .softened: return "softened for \(names): \(element)"
    case .denied: return "denied to \(names): \(element)"
    case .promised:
      let about = entry.about.map { ", \($0.rawValue)" } ?? ""
      return "promised \(names): \(entry.error ?? "")\(about)"
    case .harmed: return "level 1: \(entry.error ?? "")"
    case .stopped: return "stop \(entry.stop?.rawValue ?? ""): \(entry.error ?? "")"
    case .repaired: return "set right with \(names): \(entry.error ?? "")"
    }
  }

  // MARK: As lines

  /// A place and what can be said there, as lines of text.
  public func lines(at place: Place) -> [String] {
    var lines = ["at \(scenario.id(of: place.moment))"]
    let state = stateText(place)
    if !state.isEmpty { lines.append("state: \(state)") }
    lines += ledgerTexts(place).map { "ledger: \($0)" }
    if let ending = endingText(place) { return lines + ["ends: \(ending)"] }
    for (number, branch) in branches(of: place).enumerated() {
      lines.append("\(number + 1). \(scenario.id(of: branch.reply)): \(branch.words)")
      let changes = branch.changes.isEmpty ? "" : "; \(branch.changes.joined(separator: "; "))"
      lines.append(
        "   \(levelText(branch.levels)) → \(scenario.id(of: branch.place.moment))\(changes)"
      )
    }
    return lines
  }

  /// The tree below a place, `depth` turns deep, as at most `limit` lines of text.
  public func tree(from place: Place, depth: Int, limit: Int = .max) -> [String] {
    var lines = [scenario.id(of: place.moment)]
    grow(place, depth, "", &lines, limit)
    return lines
  }

  private func grow(
    _ place: Place,
    _ depth: Int,
    _ indent: String,
    _ lines: inout [String],
    _ limit: Int
  ) {
    guard depth > 0 else { return }
    let branches = branches(of: place)
    for (number, branch) in branches.enumerated() where lines.count < limit {
      let isLast = number == branches.count - 1
      lines.append(indent + (isLast ? "`- " : "|- ") + label(of: branch))
      grow(branch.place, depth - 1, indent + (isLast ? "   " : "|  "), &lines, limit)
    }
  }

  /// A branch in a few words: `straight [sound] → both-plans`.
  public func label(of branch: Branch) -> String {
    let ending = ending(at: branch.place).map { " (\(scenario.ending($0).kind.rawValue))" } ?? ""
    return "\(scenario.id(of: branch.reply)) [\(rating(of: branch.reply).words)] → "
      + "\(scenario.id(of: branch.place.moment))\(ending)"
  }

  /// Levels as `honesty 3, clarity -`.
  public func levelText(_ levels: Levels) -> String {
    scenario.notes.dimensions.enumerated().map { place, id in
      "\(id) \(levels[place].map(String.init) ?? "-")"
    }
    .joined(separator: ", ")
  }
}
