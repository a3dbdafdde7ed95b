public import ScenarioEngine
public import Scoring
import Terminal

/// A scenario on paper, for the facilitator: the backup that needs no power.
public struct RoomSheet {
  /// Lines on a page, header and foot included.
  public static let pageLength: Int = 58
  private static let width = 72

  private let scenario: Scenario
  private let rubric: Rubric
  private let state: State
  /// What is kept together on one page where it fits.
  private var parts: [[String]] = []

  /// The whole sheet, in pages of ``pageLength`` lines.
  public static func pages(_ scenario: Scenario, rubric: Rubric) -> [[String]] {
    var sheet = RoomSheet(scenario, rubric)
    sheet.addFrame()
    for place in 0..<scenario.momentCount { sheet.add(MomentIndex(place)) }
    sheet.addThrees()
    sheet.addClosing()
    return sheet.paged()
  }

  private init(_ scenario: Scenario, _ rubric: Rubric) {
    self.scenario = scenario
    self.rubric = rubric
    state = Conversation(scenario, seed: 0).state
  }

  private mutating func part(_ title: String, _ lines: [String], indent: String = "  ") {
    let wrapper = TextWrapper(
      width: Self.width,
      first: StyledText(indent),
      hanging: indent.count + 2
    )
    parts.append([title] + lines.flatMap { wrapper.lines($0) })
  }

  private func text(_ template: Template) -> String { scenario.text(template, in: state) }

  // MARK: The parts

  private mutating func addFrame() {
    let notes = scenario.notes
    var about = [notes.summary, "Where: \(notes.setting)"]
    if let content = notes.contentNote { about.append("In it: \(content)") }
    if let draft = notes.draftLine { about.append(draft) }
    if let place = notes.place {
      about.append("Law is an example of \(place.name); replace the facts with your own.")
    }
    part(notes.title.uppercased(), about)
    part(
      "TIMES (45 to 60 minutes for three or four stops)",
      [
        "Frame 2 min. Then for each stop: scene 1, think 1-2, vote 1, talk 2-5, vote 1, why 2, "
          + "what it does 3, own words 2.",
        "Threes 4 min a round, three rounds. Looking back: a third of the whole time. Close 3.",
      ]
    )
    part("SAY FIRST, WORD FOR WORD", RoomWords.groundRules + RoomWords.plan)
    part(
      "WHO IS WHO",
      scenario.cast.map { person in
        let role = person.kind == .relative ? "relative" : person.role.screenName
        return "\(person.name), \(role). \(person.about)"
      }
    )
    if !notes.objectives.isEmpty { part("WHAT ONE MAY LEARN", notes.objectives) }
    if !notes.before.isEmpty { part("BEFORE", notes.before) }
    if !notes.notes.isEmpty { part("NOTES FOR YOU", notes.notes) }
    if !notes.facts.isEmpty { part("WHAT IS TRUE", notes.facts.map { "\($0.key): \($0.text)" }) }
  }

  private mutating func add(_ moment: MomentIndex) {
    let notes = scenario.notes(of: moment)
    let exit = scenario.moment(moment).exit
    var lines = spoken(scenario.moment(moment).lines)
    switch exit {
    case .ending(let index):
      let ending = scenario.ending(index)
      lines += ["The end: \(text(ending.title))", text(ending.text)]
    case .next(let routes): lines.append("Goes on at: \(way(routes))")
    case .replies:
      lines.append("ASK: \(notes.ask.map(text) ?? "What do you say?")")
      if let discuss = notes.discuss { lines.append("TALK: \(text(discuss))") }
      if let hint = notes.hint { lines.append("Hint: \(text(hint))") }
    }
    if let own = notes.notes { lines.append("For you: \(text(own))") }
    part("STOP: \(notes.id)", lines)
    // No letters: the room's are mixed for each class, and would be others.
    for reply in scenario.replies(of: moment).indices { add(reply) }
  }

  private mutating func add(_ index: ReplyIndex) {
    let reply = scenario.reply(index)
    let notes = scenario.notes(of: index)
    let listener = scenario.person(scenario.moment(reply.moment).listener).name
    let levels = rubric.dimensions.enumerated().map { place, dimension in
      "\(dimension.title) \(reply.rates[place].map { dimension.name(ofLevel: $0) } ?? "not shown")"
    }
    var lines = ["\u{201C}\(text(reply.say))\u{201D}"]
    lines += spoken(reply.reaction)
    lines += ["\(listener) hears: \(text(notes.heard))", "Why: \(text(notes.why))"]
    lines += [levels.joined(separator: ", "), "Goes on at: \(way(reply.routes))"]
    part("  - \(notes.id)", lines, indent: "     ")
  }

  private func spoken(_ items: TableRange<LineItem>) -> [String] {
    items.places.flatMap { place -> [String] in
      let item = scenario.tables.lineItems[place]
      let words = item.lines.indices.map { index -> String in
        let line = scenario.line(index)
        let isSometimes =
          item.condition != nil || line.condition != nil || item.lines.count > 1
        let who = line.by.map { "\(scenario.person($0).name): " } ?? ""
        return (isSometimes ? "(sometimes) " : "") + who + text(line.text)
      }
      return words
    }
  }

  private func way(_ routes: TableRange<Route>) -> String {
    var names: [String] = []
    for place in routes.places {
      let name = scenario.id(of: scenario.tables.routes[place].moment)
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: " or ")
  }

  private mutating func addThrees() {
    let listener = scenario.person(scenario.notes.listener).name
    part("IN THREES: ONE TURN ALOUD, THEN SWAP", RoomWords.roles(round: 0, listener: listener))
    let cards = scenario.notes.watchFor.isEmpty ? [RoomWords.observer] : scenario.notes.watchFor
    for (place, card) in cards.enumerated() {
      part("- - - - observer's card \(place + 1), to cut out - - - -", [card, ""])
    }
  }

  private mutating func addClosing() {
    let listener = scenario.person(scenario.notes.listener).name
    part(
      "LOOKING BACK",
      [
        "Nobody here is graded. What was said in a role stays in the role.",
        "One word each: how is this for you, now?",
        "What happened, as \(listener) would tell it tonight?",
        "Which words worked? Say them again.",
        "What were we hoping this line would do? What else could \(listener) have heard in it?",
        "What would you change? Say it the new way.",
        "Who has been told what? Who still does not know?",
      ] + scenario.notes.after
    )
    part(
      "CLOSE",
      [
        "Say your own name, and one thing you are doing tonight.",
        "One line you will use within 24 hours. Write it down, with the hour.",
      ]
    )
  }

  // MARK: Pages

  private func paged() -> [[String]] {
    let room = Self.pageLength - 4
    var bodies: [[String]] = [[]]
    for part in parts {
      let space = bodies[bodies.count - 1].isEmpty ? 0 : 1
      if bodies[bodies.count - 1].count + space + part.count <= room {
        bodies[bodies.count - 1] += [String](repeating: "", count: space) + part
        continue
      }
      var rest = part[...]
      while !rest.isEmpty {
        bodies.append(Array(rest.prefix(room)))
        rest = rest.dropFirst(room)
      }
    }
    return bodies.enumerated().map { place, body in
      let filling = [String](repeating: "", count: max(0, room - body.count))
      return ["\(scenario.notes.title), for whoever leads the class", ""] + body + filling
        + ["", "Page \(place + 1) of \(bodies.count). It has the key: not for the room."]
    }
  }
}
