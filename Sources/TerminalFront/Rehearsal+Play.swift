import ScenarioEngine
import Scoring

extension Rehearsal {
  // MARK: Beginning

  /// What stands before the first line: what this is, whom it is about, and what it keeps.
  public var openingBlocks: [Block] {
    let notes = scenario.notes
    var blocks: [Block] = [.title(notes.title)]
    if let draft = notes.draftLine { blocks.append(.text(draft)) }
    if let note = notes.contentNote {
      blocks.append(.text("Content note: \(note) You may stop at any time: type save."))
    }
    if let place = notes.place {
      let source = [place.source, place.checked.map { "checked \($0)" }].compactMap { $0 }
      let detail = source.isEmpty ? "" : " (\(source.joined(separator: "; ")))"
      blocks.append(
        .text("Dates and rules are an example: \(place.name)\(detail). Check your own county's.")
      )
    }
    blocks.append(.text(Self.privacy))
    blocks.append(.text(Wording.modeLine(mode)))
    blocks.append(.gap)
    blocks.append(.narration(notes.setting))
    for (place, person) in scenario.cast.enumerated() where person.role != .worker {
      let about = person.about.isEmpty ? "" : " \(person.about)"
      let lead =
        CastIndex(place) == notes.listener
        ? "You are talking with \(person.name)." : "\(person.name)."
      blocks.append(.item(lead + about))
    }
    return blocks
  }

  /// Begins, or takes up again where it was left.
  public mutating func begin() -> Step {
    var step = Step()
    if conversation.ending != nil {
      // Everything was said and only the debrief is left; the end is on record already.
      step.blocks = [.gap] + spokenBlocks + endingBlocks
      phase = .reflecting
      return step
    }
    if conversation.turnCount > 0, let last = conversation.turns.last {
      step.blocks = [.gap, .text("Where you were:")] + [said(by: last.reply, last.typed)]
      step.blocks += spokenBlocks + askBlocks
    } else {
      step.blocks = [.gap] + spokenBlocks + askBlocks
    }
    lastShown = spokenBlocks + askBlocks
    return step
  }

  private func said(by reply: ReplyIndex, _ typed: TypedTurn?) -> Block {
    .you(typed?.text ?? scenario.text(scenario.reply(reply).say, in: conversation.state))
  }

  // MARK: One turn

  var openKeys: [String] {
    conversation.offers.indices.filter { conversation.offers[$0].isOpen }.map { String($0 + 1) }
  }

  mutating func reply(_ words: String) -> Step {
    var step = Step()
    guard let place = offerPlace(words) else {
      if words.isEmpty || Wording.isNumber(words) {
        step.blocks = [.text(notUnderstood(words))]
        return step
      }
      return hear(words)
    }
    let offer = conversation.offers[place]
    guard offer.isOpen else {
      let locked = scenario.locked(offer.reply).map { scenario.text($0, in: conversation.state) }
      step.blocks = [.text("Not now: \(locked ?? "that cannot be said here"). \(prompt.full)")]
      return step
    }
    let state = conversation.state
    var learned: [Block] = []
    if mode == .learn {
      let notes = scenario.notes(of: offer.reply)
      let hearer = scenario.person(scenario.moment(scenario.reply(offer.reply).moment).listener)
      learned = [
        .heard(name: hearer.name, words: scenario.text(notes.heard, in: state)),
        .why(scenario.text(notes.why, in: state)),
      ]
    }
    let said = scenario.text(scenario.reply(offer.reply).say, in: state)
    return take(offer.reply, said: said, learned: learned) { $0.choose(offer.reply) }
  }

  /// Says something, and shows what came of it.
  mutating func take(
    _ reply: ReplyIndex,
    said: String,
    learned: [Block],
    _ act: (inout Conversation) -> Void
  ) -> Step {
    var step = Step()
    act(&conversation)
    if let move = conversation.moves.last { step.happenings.append(.moved(move)) }
    var blocks: [Block] = [.you(said)]
    blocks += linesBlocks(conversation.spoken.prefix(conversation.reactionCount))
    blocks += learned
    let rest = conversation.spoken.dropFirst(conversation.reactionCount)
    if !rest.isEmpty { blocks.append(.gap) }
    let onward = linesBlocks(rest)
    blocks += onward
    if conversation.ending != nil {
      step.happenings.append(.ended)
      phase = .reflecting
      blocks += endingBlocks
    } else {
      blocks += askBlocks
    }
    lastShown = onward + (conversation.ending == nil ? askBlocks : endingBlocks)
    step.blocks = blocks
    return step
  }

  func offerPlace(_ words: String) -> Int? {
    if let number = Int(words) {
      return conversation.offers.indices.contains(number - 1) ? number - 1 : nil
    }
    return conversation.offers.firstIndex { scenario.id(of: $0.reply) == words.lowercased() }
  }

  private func notUnderstood(_ words: String) -> String {
    let keys = Wording.oneOf(openKeys)
    if words.isEmpty { return "Please type \(keys). Nothing is chosen for you." }
    if Wording.isNumber(words) { return "There is no \(words) here. Please type \(keys)." }
    return "Please type \(keys), or your own words."
  }

  mutating func goBack() -> Step {
    var step = Step()
    guard mode != .ready else {
      step.blocks = [.text("Ready is one pass: there is no way back. \(prompt.full)")]
      return step
    }
    guard conversation.turnCount > 0 else {
      step.blocks = [.text("This is the beginning. \(prompt.full)")]
      return step
    }
    guard phase == .replying || phase == .choosingTurn else {
      step.blocks = [.text("You can say a turn again after the debrief. \(prompt.full)")]
      return step
    }
    if phase == .choosingTurn {
      outcome = .branch(beforeTurn: conversation.turnCount)
      step.happenings = [.branched(beforeTurn: conversation.turnCount)]
      return step
    }
    conversation = conversation.rewound(to: conversation.turnCount - 1)
    step.happenings = [.undid]
    var blocks: [Block] = [.text("Your last line is taken back.")]
    if !isPractice { blocks.append(.text("From here on this attempt counts as practice.")) }
    isPractice = true
    lastShown = spokenBlocks + askBlocks
    step.blocks = blocks + lastShown
    return step
  }

  // MARK: Blocks

  private var spokenBlocks: [Block] { linesBlocks(conversation.spoken[...]) }

  private func linesBlocks(_ spoken: some Sequence<Conversation.Spoken>) -> [Block] {
    spoken.map { item in
      let line = scenario.line(item.line)
      let words = scenario.text(line.text, in: conversation.state)
      guard let by = line.by else { return .narration(words) }
      return .speech(name: scenario.person(by).name, mood: line.mood, words: words)
    }
  }

  private var askBlocks: [Block] {
    let notes = scenario.notes(of: conversation.state.moment)
    var blocks: [Block] = mode == .ready ? [] : shownBlocks
    let question = notes.ask.map { scenario.text($0, in: conversation.state) }
    blocks.append(.question(question ?? "What do you say?"))
    if mode == .learn, notes.hint != nil { blocks.append(hintBlock) }
    return asksForWords ? blocks : blocks + optionBlocks
  }

  /// The lines to choose from, in the order they are shown.
  var optionBlocks: [Block] {
    guard conversation.ending == nil else { return [.text("There is nothing to choose here.")] }
    var blocks: [Block] = []
    for (place, offer) in conversation.offers.enumerated() {
      let template =
        offer.isOpen ? scenario.reply(offer.reply).say : scenario.locked(offer.reply)
      blocks.append(
        .option(
          key: String(place + 1),
          words: template.map { scenario.text($0, in: conversation.state) } ?? "",
          isOpen: offer.isOpen
        )
      )
    }
    return blocks
  }

  private var shownBlocks: [Block] {
    scenario.slots.enumerated().filter(\.element.shown).map { place, slot in
      let value = slot.text(of: conversation.state.values[place])
      let name = slot.name.replacing("-", with: " ")
      let owner = slot.of.map { "\(scenario.person($0).name)'s " } ?? ""
      if case .number(let range) = slot.kind {
        return .shown("\(owner)\(name): \(value) of \(range.upperBound)")
      }
      return .shown("\(owner)\(name): \(value)")
    }
  }

  var hintBlock: Block {
    if mode == .ready { return .text("Ready has no hints.") }
    guard phase == .replying, let hint = scenario.notes(of: conversation.state.moment).hint else {
      return .text("There is no hint here.")
    }
    return .hint(scenario.text(hint, in: conversation.state))
  }

  var whereBlocks: [Block] {
    let listener = scenario.person(scenario.moment(conversation.state.moment).listener)
    let turns = conversation.turnCount
    let spoken =
      turns == 0
      ? "You have not spoken yet." : "You have spoken \(turns) time\(turns == 1 ? "" : "s")."
    return [
      .text("\(scenario.notes.title). \(spoken)"),
      .text(scenario.notes.setting),
      .text("You are talking with \(listener.name). \(listener.about)".trimmed),
    ]
  }

  private var endingBlocks: [Block] {
    guard let index = conversation.ending else { return [] }
    let ending = scenario.ending(index)
    return [
      .gap,
      .title(scenario.text(ending.title, in: conversation.state)),
      .narration(scenario.text(ending.text, in: conversation.state)),
      .gap,
      .section("Looking back"),
      .text("Take a breath. Nobody was hurt; this was practice."),
      .question("Before you read on: in your own words, how did that go?"),
    ]
  }

  func ratingQuestion(_ dimension: Int) -> [Block] {
    let rated = rubric.dimensions[dimension]
    let scale = rated.levelNames.enumerated().map { "\($0.offset + 1) \($0.element)" }
    return [
      .question("\(rated.title), by your own measure: \(scale.joined(separator: ", ")).")
    ]
  }

  var afterBlocks: [Block] {
    scenario.notes.after.map { .text($0) }
  }
}
