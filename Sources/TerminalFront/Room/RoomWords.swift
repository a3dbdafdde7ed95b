/// The sentences that a class says, whatever its scenario.
enum RoomWords {
  /// Said before anything is shown of a family.
  static let groundRules = [
    "Some of us have lived this.",
    "You may pass, watch or leave; nobody asks why.",
    "No real family is named here.",
    "No one acts out an accent or a diagnosis.",
  ]

  static let plan = [
    "We choose a line with fingers at the chest, on three.",
    "We talk in groups of two to four, and choose again.",
    "We will stop and rewind. Mistakes are the point.",
    "Nobody is graded. Your letter is yours.",
  ]

  static let testLines = [
    "A  Raise your hand if you cannot read this line.",
    "B  The judge looks on June 4 at 8:30.",
    "C  Il1| O0Q 5S 8B rn m :;.,",
    "D  \u{2591}\u{2591}\u{2591}\u{2591} before   \u{2588}\u{2588}\u{2588}\u{2588} after",
  ]

  /// How far back a screen of so many rows can be read, in heights of the picture.
  ///
  /// A capital letter is 0.626 of a row, and reads comfortably to 150 times its height.
  static func screenHeights(rows: Int) -> String {
    let tenths = 939 / max(1, rows)
    return "\(tenths / 10).\(tenths % 10)"
  }

  static func legibility(rows: Int, columns: Int) -> String {
    let far =
      "This window is \(columns) x \(rows): readable to about "
      + "\(screenHeights(rows: rows)) screen-heights."
    return rows <= 17 ? far : far + " Zoom in (Ctrl and +) to about 55 x 16 for a full classroom."
  }

  static func prompts(listener: String, discuss: String?) -> [String] {
    [
      "Say your partner's line to them as \(listener) would hear it. Then ask what they heard."
    ] + (discuss.map { [$0] } ?? []) + [
      "What might \(listener) hear in your line? What might it leave out?",
      "Which words would you keep from the line you did not choose?",
    ]
  }

  static func fingers(_ letters: [String]) -> String {
    guard letters.count <= 10 else {
      return "Hands up when your letter is called."
    }
    // No-break spaces: "3 = C" is one thing.
    let code = letters.enumerated().map { "\($0.offset + 1)\u{A0}=\u{A0}\($0.element)" }
    return "Fingers: \(code.joined(separator: ", "))"
  }

  static let observer = "Which words made the other person lean in, or pull back?"

  /// Who is who in a turn of threes, after so many swaps.
  static func roles(round: Int, listener: String) -> [String] {
    let seats = ["first", "second", "third"]
    func seat(_ place: Int) -> String { seats[(place + round) % 3] }
    return [
      "Worker, the \(seat(0)) of you: say this turn aloud, in your own words.",
      "\(listener), the \(seat(1)) of you: say what you heard, unsaid things too.",
      "Observer, the \(seat(2)) of you: read your card, watch, then say only what you saw.",
    ]
  }
}
