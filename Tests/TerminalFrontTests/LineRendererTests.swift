import Terminal
import Testing

@testable import TerminalFront

@Suite struct LineRendererTests {
  @Test(arguments: 30...90)
  func aCommandToCopyIsNeverBroken(columns: Int) {
    let command = "rehearse resume 20261121-k7mq"
    let block = Block.command(lead: "Saved. Read the debrief with:", command)
    let column = ReadingColumn(columns: columns)
    let rows = column.rows([block]).map(\.text)
    guard column.width >= command.count else { return }
    #expect(rows.contains { $0.hasSuffix(command) }, "\(rows)")
    #expect(rows.joined(separator: " ") == "Saved. Read the debrief with: \(command)")
  }

  @Test func everyBlockIsOneLineAndTheSpeakerComesFirst() {
    let lines = LineRenderer.lines([
      .title("June 4"), .section("Looking back"), .text("A sentence."), .narration("Rain."),
      .speech(name: "Ray", mood: "low", words: "Home?"),
      .speech(name: "Ray", mood: nil, words: "No."),
      .you("I hear you."), .heard(name: "Ray", words: "Maybe."), .why("It is true."),
      .hint("One date."), .shown("trust: 2 of 5"), .question("What do you say?"),
      .option(key: "1", words: "Yes.", isOpen: true),
      .option(key: "2", words: "Later.", isOpen: false),
      .item("Turn 1"), .gap,
    ])
    #expect(
      lines.map(\.text) == [
        "June 4", "Looking back:", "A sentence.", "Rain.", "Ray (low): Home?", "Ray: No.",
        "You: I hear you.", "Ray hears: Maybe.", "Why: It is true.", "Hint: One date.",
        "(trust: 2 of 5)", "What do you say?", "1. Yes.", "2. (not now) Later.", "- Turn 1", "",
      ]
    )
  }
}

@Suite struct CommandTests {
  @Test func everyWordGivesItsCommandAndNoTwoAreTheSame() {
    let words = Command.allCases.flatMap(\.words)
    #expect(Set(words).count == words.count)
    for command in Command.allCases {
      for word in command.words {
        #expect(Command(line: word) == command)
        #expect(Command(line: "  \(word.uppercased()) ") == command)
        #expect(Command(line: "\(word) now") == nil)
      }
    }
    for line in ["", "1", "hello", "helpme", "backwards", "<<", "??"] {
      #expect(Command(line: line) == nil)
    }
  }

  /// The letters that accessible programs have in common.
  @Test func theLettersAreTheUsualOnes() {
    let letters = ["h", "?", "r", "b", "<", "w", "s", "q"].map { Command(line: $0) }
    #expect(letters == [.help, .help, .again, .back, .back, .whereAmI, .save, .quit])
  }

  @Test func choicesReadAsWords() {
    #expect(Wording.oneOf(["1"]) == "1")
    #expect(Wording.oneOf(["1", "2"]) == "1 or 2")
    #expect(Wording.oneOf(["1", "2", "4"]) == "1, 2 or 4")
    #expect(Wording.oneOf([]) == "Enter")
  }
}
