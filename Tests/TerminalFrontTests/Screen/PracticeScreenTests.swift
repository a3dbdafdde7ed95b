import Terminal
import TerminalFront
import TestSupport
import Testing

/// A talk as blocks, with everything a talk can have in it.
enum Talk {
  static let opening: [Block] = [
    .title("June 4"),
    .text("Draft. Not yet read by a trainer, a parent or a former foster youth."),
    .text("Practice only. No real names, addresses or case numbers."),
    .gap,
    .narration("A family room at the agency, the Monday after the judge ordered the plan."),
    .item("You are talking with Tanya. 24. Mia's mom. Stocks shelves ten to six at night."),
    .item("Mia. 20 months. Falls asleep to a list of cereals."),
    .gap,
    .narration("Tanya has wiped the toy shelf twice. The court paper is under her phone."),
    .speech(name: "Tanya", mood: "guarded", words: "They said a year. OK. I can do a year."),
  ]
  static let question: [Block] = [
    .shown("Tanya's trust: 2 of 5"),
    .question("She was told a year. What do you say?"),
    .hint("One date. One reason. Then stop."),
    .option(
      key: "1",
      words: "Try not to get hung up on dates. You've got your list, and I can see how much you "
        + "want this. Work that list and you'll have her back well before then.",
      isOpen: true
    ),
    .option(
      key: "2",
      words: "It isn't a year. We told you that badly, and I'm sorry. Because Mia is under three, "
        + "the judge looks on Friday, June 4. She could give more time, or stop the help.",
      isOpen: true
    ),
    .option(key: "3", words: "You have nothing to take back yet.", isOpen: false),
  ]
  static let debrief: [Block] = [
    .gap, .section("What you said of it yourself"), .item("Honesty: sound"),
    .gap, .section("What they heard"), .item("Turn 1"), .you("Work that list."),
    .heard(name: "Tanya", words: "She says I'm getting her back."),
    .gap, .section("One thing to change"), .item("Turn 1"),
    .why("Kindly meant. It is a promise nobody can keep, and the date stays hidden."),
    .gap, .section("Say the turning point again"), .text("Say a better line for turn 1 aloud."),
  ]
  static let scene = Scene(title: "June 4", person: "Tanya", takesOwnWords: true, mayGoBack: true)
  static let choice = Prompt(.choice, full: "Type 1, 2 or 3, then Enter.", short: "1, 2 or 3:")
  static let words = Prompt(.words, full: "A few words, or just Enter.", short: "Your words:")
  static let turn = Prompt(.turn, full: "Type the number of a turn, or just Enter.", short: "Turn:")

  /// A screen at the first question.
  static func asked(_ manner: PracticeScreen.Manner = .inline) -> PracticeScreen {
    var screen = PracticeScreen(manner: manner)
    screen.show(opening + question)
    screen.ask(choice, scene: scene)
    return screen
  }

  /// A screen at the first question with everything before it read.
  static func ready(
    _ manner: PracticeScreen.Manner = .inline,
    _ size: TerminalSize = .usual
  ) -> PracticeScreen {
    var screen = asked(manner)
    _ = screen.paint(size: size)
    _ = screen.take(.end)
    _ = screen.paint(size: size)
    return screen
  }
}

extension PracticeScreen {
  /// Types a text, key by key.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { _ = take(.scalar(scalar)) }
  }

  /// All rows that are on the live part now.
  mutating func text(_ size: TerminalSize = .usual) -> String {
    let live = paint(size: size).live
    return live.rows.indices.map { live.text(row: $0) }.joined(separator: "\n")
  }
}

@Suite struct PracticeScreenTests {
  static let sizes = [(40, 12), (55, 16), (80, 24), (200, 60)]

  @Test(arguments: sizes)
  func framesAreAsTheyWere(_ columns: Int, _ rows: Int) throws {
    let size = TerminalSize(rows: rows, columns: columns)
    for (name, manner) in [("inline", PracticeScreen.Manner.inline), ("full", .full)] {
      var screen = Talk.asked(manner)
      var album = Album(size: size)
      album.add("the beginning", &screen)
      while screen.takesText == false {
        _ = screen.take(.pageDown)
        album.add("the next page", &screen)
      }
      _ = screen.take(.down)
      _ = screen.take(.down)
      album.add("the second reply has the focus", &screen)
      screen.type("It isn't a year, and I am sorry that we said it was.")
      _ = screen.take(.newline)
      screen.type("May I show you?")
      album.add("words are being typed", &screen)
      _ = screen.take(.enter)
      screen.show([.text("Please type 1, 2 or 3.")])
      screen.ask(Talk.choice, scene: Talk.scene)
      album.add("that was not understood", &screen)
      screen.show(Talk.debrief)
      screen.ask(Talk.turn)
      album.add("the debrief", &screen)
      _ = screen.take(.pageDown)
      album.add("its second page", &screen)
      _ = screen.take(.end)
      album.add("and its question", &screen)
      try expectGolden(album.text, "\(name)-\(columns)x\(rows).txt")
    }
  }

  /// Whatever the size, every word that is asked is on one of the pages.
  @Test(arguments: [(20, 6), (30, 8), (40, 12), (55, 16), (80, 24), (200, 60)])
  func nothingIsClippedSilently(_ columns: Int, _ rows: Int) {
    let size = TerminalSize(rows: rows, columns: columns)
    for manner in [PracticeScreen.Manner.inline, .full] {
      var screen = Talk.asked(manner)
      var seen = ""
      for _ in 0..<40 {
        let painting = screen.paint(size: size)
        #expect(painting.live.rows.count <= rows)
        for frame in [painting.finished, painting.live].compactMap({ $0 }) {
          seen += " " + frame.rows.indices.map { frame.text(row: $0) }.joined(separator: " ")
        }
        _ = screen.take(.scalar(" "))
      }
      let words = seen.split(separator: " ")
      for block in Talk.opening + Talk.question {
        for word in block.wording.split(separator: " ") {
          #expect(words.contains(word) || columns < 40, "\(word) at \(columns)x\(rows)")
        }
      }
    }
  }

  @Test func aNumberAnswersAtOnceAndALetterWithEnter() {
    var screen = Talk.ready()
    #expect(screen.take(.scalar("2")) == .line("2", atOnce: true))
    screen = Talk.ready()
    screen.type("c")
    #expect(screen.take(.enter) == .line("3", atOnce: false))
    screen = Talk.ready()
    screen.type("b")
    #expect(screen.take(.enter) == .line("b", atOnce: false), "b is the way back")
  }

  @Test func arrowsWalkOverTheRepliesAndTheField() {
    var screen = Talk.ready()
    for _ in 0..<3 { _ = screen.take(.up) }
    #expect(screen.take(.enter) == .line("1", atOnce: true))
    screen = Talk.ready()
    for _ in 0..<5 { _ = screen.take(.down) }
    #expect(screen.take(.enter) == .line("1", atOnce: true))
    screen = Talk.ready()
    #expect(screen.take(.enter) == .line("", atOnce: false), "nothing has the focus at first")
  }

  @Test func wordsAreTypedOverSeveralLinesAndAPasteIsNotSent() {
    var screen = Talk.ready()
    screen.type("We told you")
    #expect(screen.take(.newline) == nil)
    #expect(screen.take(.paste("that badly.\nI am sorry")) == nil)
    #expect(screen.take(.pastedNewline) == nil)
    screen.type("2 things")
    #expect(
      screen.take(.enter) == .line("We told you\nthat badly.\nI am sorry\n2 things", atOnce: false)
    )
  }

  @Test(arguments: ["no", "back", "<", "quit"])
  func aShortAnswerIsSentAlsoWhenItsEnterCameWithIt(line: String) {
    var screen = Talk.ready()
    screen.type(line)
    #expect(screen.take(.pastedNewline) == .line(line, atOnce: false))
  }

  @Test func aLongAnswerComesBackWhenItWasNotUnderstood() {
    var screen = Talk.ready()
    screen.type("It isn't a year, and I am sorry.")
    _ = screen.take(.enter)
    screen.show([.text("Please type 1, 2 or 3.")])
    screen.ask(Talk.choice, scene: Talk.scene)
    #expect(screen.text().contains("> It isn't a year, and I am sorry."))
    #expect(screen.text().contains("Please type 1, 2 or 3."))
    screen.type("!")
    #expect(!screen.text().contains("Please type"))
  }

  @Test func wordsStayOverAResize() {
    var screen = Talk.ready()
    screen.type("calen")
    #expect(screen.text(TerminalSize(rows: 12, columns: 40)).contains("> calen"))
    screen.type("dar")
    #expect(screen.text(TerminalSize(rows: 60, columns: 200)).contains("> calendar"))
  }

  @Test func theCursorIsOnWhatHasTheFocus() {
    var screen = Talk.ready()
    screen.type("ab")
    _ = screen.take(.left)
    var live = screen.paint(size: .usual).live
    #expect(live.text(row: live.cursor.row) == "  > ab")
    #expect(live.cursor.column == 5)
    _ = screen.take(.down)
    live = screen.paint(size: .usual).live
    #expect(live.text(row: live.cursor.row).hasPrefix("   1  Try not"))
  }

  @Test func readingGoesForthAndBackAndEndsAtTheQuestion() {
    let size = TerminalSize(rows: 12, columns: 40)
    var screen = Talk.asked()
    #expect(screen.text(size).contains("page 1 of 2"))
    #expect(screen.take(.scalar("1")) == nil, "nothing is answered while reading")
    _ = screen.take(.scalar(" "))
    #expect(screen.text(size).contains("page 2 of 2"))
    _ = screen.take(.pageUp)
    #expect(screen.text(size).contains("page 1 of 2"))
    _ = screen.take(.end)
    let painting = screen.paint(size: size)
    #expect(painting.finished?.text(row: 0) == " June 4")
    #expect(screen.takesText)
  }

  @Test func whoeverBeginsToSpeakWhileReadingLosesNoLetter() {
    let size = TerminalSize(rows: 12, columns: 40)
    var screen = Talk.asked()
    #expect(screen.text(size).contains("page 1 of 2"))
    screen.type("I can't")
    #expect(screen.text(size).contains("> I can't"), "\(screen.text(size))")
  }

  @Test func helpGoesAgainAndTheQuestionStays() {
    var screen = Talk.ready()
    #expect(screen.take(.scalar("?")) == .line("?", atOnce: true))
    screen.show((1...9).map { .item("help \($0): what it does") })
    screen.ask(Talk.choice, scene: Talk.scene)
    #expect(screen.text().contains("help 9"))
    _ = screen.take(.scalar(" "))
    #expect(!screen.text().contains("help 9"))
    #expect(screen.text().contains("What do you say?"))
    #expect(screen.finish(columns: 80) == nil, "help is no part of the transcript")
  }

  @Test func askedBackTheWordsAndTheChoicesStayInSight() {
    var screen = Talk.ready()
    screen.type("I promise she is coming home.")
    _ = screen.take(.enter)
    var aside = Talk.scene
    aside.isAside = true
    screen.show([.text("I heard: \"I promise\"."), .question("Is that what you meant?")])
    screen.ask(.yesOrNo, scene: aside)
    #expect(screen.text().contains("You  I promise she is coming home."))
    #expect(screen.text().contains("Is that what you meant?"))
    screen.type("yes")
    _ = screen.take(.enter)
    screen.show([.text("Closest line here: \"Work that list.\"")])
    let way = Prompt(.way, full: "Enter to go on, or type 1, 2 or 3 for another.", short: "Enter:")
    screen.ask(way, scene: aside)
    let text = screen.text()
    for words in [
      "You  I promise she", "Closest line here", " 2  It isn't a year", "Enter to go on",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(screen.take(.scalar("2")) == .line("2", atOnce: true))
    screen.show([.text("Say it again in other words.")])
    screen.ask(Talk.choice, scene: Talk.scene)
    #expect(screen.text().contains("What do you say?"), "back from an aside the question stands")
    #expect(screen.text().contains(" 1  Try not"))
    #expect(screen.finish(columns: 80) == nil, "nothing of an aside is part of the transcript")
  }

  @Test func linesShownOnRequestJoinTheQuestion() {
    var screen = PracticeScreen(manner: .inline)
    screen.show([.question("What do you say?")])
    screen.ask(Talk.words, scene: Talk.scene)
    screen.type("options")
    _ = screen.take(.enter)
    screen.show([.option(key: "1", words: "We told you that badly.", isOpen: true)])
    screen.ask(Talk.words, scene: Talk.scene)
    #expect(screen.text().contains("What do you say?"))
    #expect(screen.text().contains(" 1  We told you that badly."))
  }

  @Test func theMoodIsTheLastOneGivenSinceTheySpoke() {
    var screen = Talk.ready()
    #expect(screen.text().contains("Tanya, guarded"))
    screen.show([.speech(name: "Tanya", mood: nil, words: "June.")] + Talk.question)
    screen.ask(Talk.choice, scene: Talk.scene)
    #expect(!screen.text().contains("guarded"))
  }

  @Test func hostileTextPaintsNoControl() {
    var screen = PracticeScreen(manner: .full)
    screen.show([
      .title("\u{1B}[2J"), .speech(name: "\u{9B}31m", mood: "\u{7}", words: "a\u{202E}b\r\nc"),
      .question("\u{1B}]0;x\u{7}"), .option(key: "1", words: "\u{1B}[1A", isOpen: true),
    ])
    screen.ask(
      Talk.choice,
      scene: Scene(title: "\u{1B}c", person: "\u{9B}", takesOwnWords: false, mayGoBack: false)
    )
    _ = screen.take(.paste("\u{202E}"))
    let letters = screen.text().unicodeScalars
    #expect(
      letters.allSatisfy {
        $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
      }
    )
  }
}

/// Frames of one run as text, to be looked at and compared.
struct Album {
  let size: TerminalSize
  var text = ""

  init(size: TerminalSize) { self.size = size }

  mutating func add(_ name: String, _ screen: inout PracticeScreen) {
    let painting = screen.paint(size: size)
    let cursor = painting.live.cursor
    text += "== \(name); the cursor is in row \(cursor.row + 1), column \(cursor.column + 1)\n"
    if let finished = painting.finished {
      for row in finished.rows.indices { text += finished.text(row: row) + "\n" }
      text += "-- printed for good until here\n"
    }
    for row in painting.live.rows.indices { text += painting.live.text(row: row) + "\n" }
  }
}

extension Block {
  /// The words of it that must be seen.
  fileprivate var wording: String {
    switch self {
    case .title(let text), .section(let text), .text(let text), .narration(let text),
      .you(let text), .why(let text), .hint(let text), .question(let text), .item(let text):
      text
    case .shown: "2 of 5"
    case .speech(_, _, let words), .heard(_, let words): words
    case .option(_, let words, _), .command(_, let words): words
    case .gap: ""
    }
  }
}
