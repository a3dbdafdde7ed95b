/// One step of the class's procedure.
public enum RoomStep: String, CaseIterable, Sendable, Comparable {
  case testCard = "test-card"
  case frame
  case scene
  case think
  case voteOne = "vote-one"
  case decide
  case discuss
  case voteTwo = "vote-two"
  case show
  case askWhy = "ask-why"
  case reveal
  case tryAgain = "try-again"
  case goOn = "go-on"
  case threes
  case debrief
  case close

  /// Whether `left` comes before `right` in the procedure.
  public static func < (left: RoomStep, right: RoomStep) -> Bool { left.place < right.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The word in the strip at the top of the screen.
  public var label: String {
    switch self {
    case .testCard: "TEST CARD"
    case .frame: "BEFORE WE BEGIN"
    case .scene: "SCENE"
    case .think: "THINK"
    case .voteOne: "VOTE 1"
    case .decide: "HOLD IT"
    case .discuss: "TALK"
    case .voteTwo: "VOTE 2"
    case .show: "HOW WE VOTED"
    case .askWhy: "WHY?"
    case .reveal: "WHAT IT DOES"
    case .tryAgain: "OUR OWN WORDS"
    case .goOn: "WHICH ROAD?"
    case .threes: "IN THREES"
    case .debrief: "LOOKING BACK"
    case .close: "CLOSE"
    }
  }

  /// Whether it belongs to one stop of the conversation, where there is something to answer.
  var needsAnswers: Bool { self > .scene && self < .threes }

  /// The steps that have choices to be counted on the screen.
  var vote: RoomVote? {
    switch self {
    case .voteOne: .first
    case .voteTwo: .second
    default: nil
    }
  }

  /// Seconds a timer starts with here.
  ///
  /// Think 1 to 2 minutes, talk 2 to 5: the usual times for voting in class.
  public var seconds: Int {
    switch self {
    case .think, .voteOne, .voteTwo: 60
    case .discuss: 180
    case .threes: 240
    default: 120
    }
  }
}

/// One of the two votes.
public enum RoomVote: Int, CaseIterable, Sendable {
  /// Before the talk.
  case first = 1
  /// After it.
  case second = 2
}
