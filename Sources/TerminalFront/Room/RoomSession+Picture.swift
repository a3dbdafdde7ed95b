import ScenarioEngine

extension RoomSession {
  /// What the room may see now.
  public var picture: RoomPicture {
    switch step {
    case .show: .tally(tally)
    case .askWhy where round.isShown && card == 0: .tally(tally)
    case .reveal: reveal.map { .reveal($0) } ?? .page(page(""))
    default: .page(wordsPage)
    }
  }

  private var wordsPage: RoomPage {
    switch step {
    case .testCard: testCard
    case .frame: card < framePages.count ? framePages[card] : page("")
    case .scene: scenePage
    case .think: ballotPage(foot: "Write your letter. No talking yet.")
    case .voteOne: votePage(.first)
    case .decide:
      page(ballot.question, [.text("Hold on to your letter.")])
    case .discuss: talkPage
    case .voteTwo: votePage(.second)
    case .askWhy: whyPage
    case .tryAgain: ownWordsPage
    case .goOn: roadPage
    case .threes: threesPage
    case .debrief: card < debriefPages.count ? debriefPages[card] : page("")
    case .close: closePage
    case .show, .reveal: page("")
    }
  }

  func page(_ heading: String, _ pieces: [RoomPiece] = [], foot: String = "") -> RoomPage {
    RoomPage(
      label: step.label,
      head: heading.isEmpty ? [] : [.heading(heading)],
      pieces: pieces,
      foot: foot
    )
  }

  // MARK: Before the story

  private var testCard: RoomPage {
    page("Can the last row read this?", RoomWords.testLines.map { .text($0) }, foot: peopleLine)
  }

  private var peopleLine: String {
    people.map { "\($0) in the room." } ?? "How many are here?"
  }

  /// Title, what it is, the ground rules, who is who, what earlier talks left, and how it goes.
  var framePages: [RoomPage] {
    let notes = scenario.notes
    var title: [RoomPiece] = talk.map { [.text($0.line)] } ?? []
    title.append(.text(notes.summary))
    if let content = notes.contentNote { title.append(.text("In it: \(content)")) }
    if let draft = notes.draftLine { title.append(.text(draft)) }
    let people = scenario.cast.filter { $0.role != .worker }
    var pages = [
      page(notes.title, title, foot: peopleLine),
      page("For everyone in this room", RoomWords.groundRules.map { .item($0) }),
      page("How this goes", RoomWords.plan.map { .item($0) }),
      page(
        notes.setting,
        people.map { .item($0.about.isEmpty ? $0.name : "\($0.name). \($0.about)") }
      ),
    ]
    if !carried.entries.isEmpty {
      // What the room said in earlier talks is theirs to remember before this one begins.
      pages.append(page("What has been said before", ledgerPieces))
    }
    if !notes.before.isEmpty {
      pages.append(page("First, with your neighbour", notes.before.map { .item($0) }))
    }
    return pages
  }

  // MARK: The story

  private var scenePage: RoomPage {
    var page = page("", pieces(conversation.spoken[...]))
    if let index = conversation.ending {
      let ending = scenario.ending(index)
      page.pieces.append(.heading(scenario.text(ending.title, in: conversation.state)))
      page.pieces.append(.narration(scenario.text(ending.text, in: conversation.state)))
    } else {
      page.pieces.append(.heading(ballot.question))
    }
    return page
  }

  func pieces(_ spoken: some Sequence<Conversation.Spoken>) -> [RoomPiece] {
    spoken.map { item in
      let line = scenario.line(item.line)
      let words = scenario.text(line.text, in: conversation.state)
      guard let by = line.by else { return .narration(words) }
      return .speech(name: scenario.person(by).name, mood: line.mood, words: words)
    }
  }

  // MARK: The ballot, without a number anywhere

  func ballotPage(heading: String? = nil, noted: Set<String> = [], foot: String) -> RoomPage {
    let ballot = self.ballot
    let choices = ballot.choices.map { choice -> RoomPiece in
      .choice(
        letter: choice.letter,
        words: choice.words,
        isNoted: noted.contains(choice.id)
      )
    }
    return page(heading ?? ballot.question, choices + ballot.closed.map { .closed($0) }, foot: foot)
  }

  private func votePage(_ vote: RoomVote) -> RoomPage {
    var page = ballotPage(
      noted: counting == nil ? [] : Set(round[vote].keys),
      foot: RoomWords.fingers(ballot.choices.map(\.letter))
    )
    page.focus = counting?.place
    return page
  }

  /// What is said to get the talk going, one at a time.
  var discussPrompts: [String] {
    let discuss = scenario.notes(of: conversation.state.moment).discuss
    return RoomWords.prompts(
      listener: ballot.listener,
      discuss: discuss.map { scenario.text($0, in: conversation.state) }
    )
  }

  private var talkPage: RoomPage {
    let prompts = discussPrompts
    return ballotPage(
      heading: prompts[min(card, prompts.count - 1)],
      foot: "Find someone who chose differently."
    )
  }

  private var whyPage: RoomPage {
    let choices = ballot.choices
    guard round.isShown, card > 0, card <= choices.count else {
      return page(ballot.question, [.text("One voice for each line. Why might someone say it?")])
    }
    let choice = choices[card - 1]
    let pieces: [RoomPiece] = [
      .choice(letter: choice.letter, words: choice.words, isNoted: false)
    ]
    return page(
      "Why might someone choose \(choice.letter)?",
      pieces,
      foot: "If you changed: what was said?"
    )
  }

  private var ownWordsPage: RoomPage {
    guard let line = round.ours else {
      return page(
        "Say it in your own words.",
        [
          .text("To your neighbour first. Then one group offers its line to the room."),
          .text("It gets one phrase to keep and one to change, and no level."),
        ]
      )
    }
    let letter = ballot.choices.last?.letter ?? "E"
    var pieces: [RoomPiece] = [
      .choice(letter: letter, words: line.words ?? "(our own words, said aloud)", isNoted: false)
    ]
    // Before the reveal even these could hint at the key, so the room looks for them itself.
    let (keep, change) = round.isRevealed ? (line.keep, line.change) : (nil, nil)
    pieces.append(.text(keep.map { "Keep: \($0)" } ?? "One phrase to keep: which is it?"))
    pieces.append(.text(change.map { "Change: \($0)" } ?? "One phrase to change: which is it?"))
    return page("Ours", pieces, foot: "It is on the ballot as \(letter).")
  }

  private var roadPage: RoomPage {
    var page = ballotPage(heading: "Which road do we take?", foot: pathLine)
    if round.isShown, let id = round.favourite, id != RoomBallot.ours,
      let place = ballot.place(of: id)
    {
      page.focus = place
      page.foot = "Most of you: \(ballot.choices[place].letter). \(pathLine)".trimmed
    }
    return page
  }

  private var pathLine: String {
    conversation.turnCount == 0 ? "" : "Behind us: \(Self.stops(conversation.turnCount))."
  }

  /// "1 stop", "2 stops".
  public static func stops(_ count: Int) -> String { count == 1 ? "1 stop" : "\(count) stops" }
}
