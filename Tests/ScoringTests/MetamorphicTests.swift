import Scoring
import Testing

/// What must not change when only the surface of the words does.
@Suite struct MetamorphicTests {
  static let texts = [
    "I can't promise that. The judge decides on March 12.",
    "You'll get her back, don't worry about the other plan.",
    "We're working on two plans: Maya coming home to you, and Ms. Ruiz adopting her if home isn't safe.",
    "You're her mom, and Ms. Ruiz does bedtime for now. Could the three of us call tonight?",
    "Don't tell Dana. She had her chance.",
    "If you finish the program, I'll recommend that she goes home. The judge still decides.",
    "It's just paperwork, nobody reads it.",
  ]

  private func levels(_ text: String, asked: Set<String> = ["outcome"]) throws -> [Int?] {
    let context = ListeningContext(
      audience: .birthParent,
      people: Core.maya,
      hearing: "March 12",
      asked: asked
    )
    return try Core.listener().judge(text, context).dimensions.map(\.level)
  }

  @Test(arguments: texts)
  func curlyQuotesChangeNothing(text: String) throws {
    let curly = String(text.map { $0 == "'" ? "’" : $0 })
    #expect(try levels(curly) == levels(text))
  }

  @Test(arguments: texts)
  func missingApostrophesChangeNothing(text: String) throws {
    let bare = text.filter { $0 != "'" }
    #expect(try levels(bare) == levels(text))
  }

  @Test(arguments: texts)
  func capitalLettersChangeNothing(text: String) throws {
    #expect(try levels(text.lowercased()) == levels(text))
    #expect(try levels(text.uppercased()) == levels(text))
  }

  @Test(arguments: [
    ("promise", "promse"), ("decides", "decieds"), ("working", "workng"), ("finish", "finsih"),
    ("paperwork", "papperwork"), ("bedtime", "bedtme"), ("chance", "chamce"),
    ("adopting", "adoptng"),
  ])
  func oneSlipOfTheFingerChangesNothing(word: String, slip: String) throws {
    for text in Self.texts where text.contains(word) {
      #expect(try levels(text.replacing(word, with: slip)) == levels(text), "\(text)")
    }
  }

  @Test(arguments: texts)
  func sayingItTwiceKeepsItsLevel(text: String) throws {
    #expect(try levels(text + " " + text) == levels(text))
  }

  @Test(arguments: texts)
  func shuffledWordsNeverEarnFour(text: String) throws {
    var generator = Shuffler(seed: 7)
    for _ in 0..<20 {
      let words = text.split(separator: " ").shuffled(using: &generator).joined(separator: " ")
      let shuffled = try levels(words)
      #expect(!shuffled.contains(4), "\(words)")
    }
  }

  @Test(arguments: [
    "two plans judge March 12 home adopt", "home guardian judge June 4 decides plan",
    "adopt home March 12 judge know questions both call notebook mom dad Ms. Ruiz",
  ])
  func aSaladOfKeywordsNeverEarnsFour(text: String) throws {
    #expect(try !levels(text).contains(4))
  }

  @Test(arguments: [
    ("I can't promise you'll get her back.", "I can't promise you nothing about getting her back."),
    ("I'm going to tell the judge what I saw.", "I'm finna tell the judge what I saw."),
    ("He is with Ms. Ruiz until the judge decides.", "He with Ms. Ruiz until the judge decides."),
    ("Nobody knows how the judge will rule.", "Ain't nobody know how the judge will rule."),
    ("On March 12 the judge decides.", "March 12 the judge decide it."),
  ])
  func dialectChangesNoLevel(plain: String, spoken: String) throws {
    #expect(try levels(spoken) == levels(plain))
  }

  @Test(arguments: [
    "La juez decide el 12 de marzo y no puedo prometer que su hija regrese a casa.",
    "Hay dos planes para Maya, uno es con usted y el otro con la señora Ruiz.",
    "We have dos planes para su hija y la juez decide el martes, ok?",
  ])
  func anotherLanguageGetsNoLevel(text: String) throws {
    let judgement = try Core.listener().judge(text, ListeningContext(people: Core.maya))
    #expect(judgement.dimensions.allSatisfy { $0.state == .unreadable && $0.level == nil })
  }

  @Test(arguments: ["asdf jkl qwer zxcv uiop", "!!!!", "xx yy zz qq", "123 456"])
  func noiseIsNotUnderstood(text: String) throws {
    let judgement = try Core.listener().judge(text, ListeningContext(people: Core.maya))
    #expect(judgement.dimensions.allSatisfy { $0.level == nil })
  }

  @Test func sloppyTypingIsUnderstood() throws {
    let judged = try levels("i cant promise that, judge decides marhc 12")
    #expect(judged == [3, 3, nil])
  }
}

/// A generator that shuffles alike everywhere.
struct Shuffler: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
