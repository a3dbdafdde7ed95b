import ScenarioEngine
import Terminal

/// Which key means what in the room, and the words for it.
enum RoomKeys {
  /// The command of a key that needs nothing but the class.
  static func command(for key: Key, in session: RoomSession) -> RoomKey? {
    switch key {
    case .tab, .down: .nextCount
    case .backTab, .up: .previousCount
    case .backspace: .erase
    case .escape: .escape
    case .scalar("="): .rest
    case .scalar("v"): .count
    case .scalar("d"): .step(.discuss)
    case .scalar("s"): .step(.show)
    case .scalar("e"), .scalar("r"): .step(.reveal)
    case .scalar("p"), .scalar("n"): .more
    case .scalar("u"): .undo
    case .scalar("w"): .rewind(max(0, session.conversation.turnCount - 1))
    case .scalar(let scalar): digit(scalar).map { .digit($0) } ?? letter(scalar).map { .choice($0) }
    default: nil
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value) - 48 : nil
  }

  /// Capital letters always name a choice; small ones are commands.
  private static func letter(_ scalar: Unicode.Scalar) -> Int? {
    ("A"..."Z").contains(scalar) ? Int(scalar.value) - 65 : nil
  }

  /// The keys that matter at a step, most needed first.
  static func hints(_ session: RoomSession, overlay: RoomProjector.Overlay?) -> [String] {
    switch overlay {
    case .goTo: return ["a letter or a number goes there", "any other key stays"]
    case .keys, .ledger: return ["any key goes on"]
    case .leave: return ["q leaves", "any other key stays"]
    case nil: break
    }
    if session.counting != nil {
      return ["digits count", "Tab next", "= rest", "Esc done", "? keys"]
    }
    let step: [String] =
      switch session.step {
      case .testCard: ["digits how many are here", "x ground"]
      case .voteOne, .voteTwo: ["v count", "t timer"]
      case .decide: ["d talk", "r reveal"]
      case .discuss: ["p prompt", "t timer"]
      case .show: ["v counts"]
      case .askWhy: ["1-9 one line"]
      case .reveal: ["n another line"]
      case .tryAgain: ["f type", "v vote again"]
      case .goOn: ["A-Z that road", "w rewind"]
      case .think, .threes: ["t timer"]
      case .frame, .scene, .debrief, .close: []
      }
    return ["Space next", "< back"] + step + ["b blank", "? keys"]
  }

  /// Every key, for the page that `?` shows.
  static let table: [(keys: String, does: String)] = [
    ("Space, PgDn", "next page, then next step"),
    ("<, PgUp", "back"),
    ("b or .", "blank the screen; any key brings it back"),
    ("v", "count a vote: digits, Tab for the next line, = for all who are left"),
    ("digits", "on the first screens, how many are here"),
    ("d s r", "talk, show the votes, reveal"),
    ("p n", "another prompt, another line"),
    ("A to Z", "a line: count it, look at it, or follow it"),
    ("f", "type a line in the room's own words"),
    ("g", "go to any step or turn"),
    ("w", "rewind to the last fork"),
    ("u", "take the last thing back, whatever it was"),
    ("l", "the ledger: who has been told what"),
    ("t T + -", "timer: start or stop, away, half a minute more or less"),
    ("h x", "hide this line; light, dark or paper ground"),
    ("q", "leave; the class is kept"),
  ]

  static let page = RoomPage(
    label: "KEYS",
    pieces: table.map { .item("\($0.keys): \($0.does)") }
  )

  // MARK: Going anywhere

  private static func steps(in session: RoomSession) -> [RoomStep] {
    RoomStep.allCases.filter { session.asks || !$0.needsAnswers }
  }

  /// The page that `g` shows: steps by letter, turns by number.
  static func goTo(_ session: RoomSession) -> RoomPage {
    var page = RoomPage(label: "GO TO", head: [.heading("Where to?")])
    page.pieces = steps(in: session).enumerated().map { place, step in
      .item("\(Character(Unicode.Scalar(UInt8(97 + place)))): \(step.label.lowercased())")
    }
    page.pieces += (0..<min(9, session.conversation.turnCount)).map {
      .item("\($0 + 1): back to stop \($0 + 1)")
    }
    return page
  }

  /// What a key on that page asks for.
  static func target(of key: Key, in session: RoomSession) -> RoomKey? {
    guard case .scalar(let scalar) = key else { return nil }
    if let digit = digit(scalar), digit > 0, digit <= session.conversation.turnCount {
      return .rewind(digit - 1)
    }
    let steps = steps(in: session)
    guard ("a"..."z").contains(scalar) else { return nil }
    let place = Int(scalar.value) - 97
    return steps.indices.contains(place) ? .step(steps[place]) : nil
  }
}
