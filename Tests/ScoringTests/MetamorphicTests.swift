import Prose
import Testing

@testable import Scoring

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

/// The same over all worked examples, all traps and a sample of the labelled lines.
@Suite struct MetamorphicSampleTests {
  /// A line with its own card.
  struct Line: Sendable {
    var text: String
    var context: ListeningContext
  }

  static let lines: [Line] = {
    let examples = ["worked_examples", "negation_traps"].flatMap {
      (try? LabelledLine.read("Tests/Support/\($0).jsonl")) ?? []
    }
    let sample = [
      "Tests/Support/dev", "Tests/Support/dev-more", "Sources/Scoring/Training/writers",
    ]
    .flatMap { (try? LabelledLine.read("\($0).jsonl")) ?? [] }
    .enumerated().filter { $0.offset % 12 == 5 }.map(\.element)
    return (examples + sample).map {
      Line(text: $0.text, context: $0.context(people: Core.maya))
    }
  }()

  private func levels(_ text: String, _ line: Line) throws -> [Int?] {
    try Core.listener().judge(text, line.context).dimensions.map(\.level)
  }

  private func changes(_ vary: (String) -> [String]) throws -> (tried: Int, wrong: [String]) {
    var tried = 0
    var wrong: [String] = []
    for line in Self.lines {
      let expected = try levels(line.text, line)
      for varied in vary(line.text) where varied != line.text {
        tried += 1
        let found = try levels(varied, line)
        if found != expected { wrong.append("\(varied)\n  \(found) for \(expected)") }
      }
    }
    return (tried, wrong)
  }

  @Test func theSurfaceChangesNothing() throws {
    let (tried, wrong) = try changes { Variations.surfaces(of: $0) }
    #expect(tried > 2_000)
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test func missingApostrophesChangeNothing() throws {
    let (tried, wrong) = try changes { [Variations.withoutApostrophes($0)] }
    #expect(tried > 150)
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test func sayingItTwiceChangesNothing() throws {
    let (tried, wrong) = try changes { [Variations.twice($0)] }
    #expect(tried > 250)
    #expect(wrong.isEmpty)
  }

  /// Every place and letter is drawn afresh for each line.
  @Test func oneSlipInAnyLongWordIsReadAsTheWordAndChangesNothing() throws {
    var words = WordList(lines: Core.bytes("Scenarios/Rubrics/words.txt"))
    words.favour(try Core.rubric().machine.words)
    func read(_ text: String, _ line: Line) -> [WordKey] {
      let names = Utterance(
        [line.context.people.child, line.context.people.parent, line.context.people.caregiver]
          .joined(separator: " ")
      )
      return SpellingRepair(words, names: Set(names.tokens.map(\.key)))
        .mended(Utterance(text)).tokens.map(\.key)
    }
    var tried = 0
    var misread: Set<String> = []
    var wrong: [String] = []
    for (number, line) in Self.lines.enumerated() {
      let meant = read(line.text, line)
      let expected = try levels(line.text, line)
      for slip in Variations.slips(
        in: line.text,
        known: { Core.knows($0) },
        seed: 11 + UInt64(number)
      ) {
        tried += 1
        if read(slip.text, line) != meant { misread.insert(slip.name) }
        let found = try levels(slip.text, line)
        if found != expected, !Self.undecidable.contains(slip.name) {
          wrong.append("\(slip.name) \(slip.text)\n  \(found) for \(expected)")
        }
      }
    }
    #expect(tried > 1_000)
    #expect(misread.subtracting(Self.undecidable).sorted() == [])
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  /// Slips that lie as near to another word that fits as well, or better; what they say is anybody's
  /// guess.
  private static let undecidable: Set<String> = ["theres>threes"]

  @Test func shuffledWordsEarnNoFourAndGainNoPoint() throws {
    let listener = try Core.listener()
    let points = Set(try Core.rubric().findings.filter { $0.kind == .point }.map(\.code))
    var wrong: [String] = []
    for line in Self.lines {
      func earned(_ text: String) -> (levels: [Int?], points: Set<String>) {
        let judged = listener.judge(text, line.context)
        let codes = judged.findings.filter { $0.counts && points.contains($0.code) }.map(\.code)
        return (judged.dimensions.map(\.level), Set(codes))
      }
      let plain = earned(line.text)
      for text in [
        Variations.shuffle(line.text, seed: 3), Variations.shuffle(line.text, seed: 17),
        Variations.shuffleWithinSentences(line.text, seed: 5),
      ] {
        let shuffled = earned(text)
        #expect(!shuffled.levels.contains(4), "\(text)")
        if !shuffled.points.isSubset(of: plain.points) { wrong.append(text) }
      }
    }
    // Of a handful of words almost any order is one that somebody says.
    let left = wrong.filter { !Self.sayable.contains($0) }
    #expect(left.isEmpty, "\(left.joined(separator: "\n"))")
  }

  /// Shuffled lines that happen to say something.
  private static let sayable: Set<String> = [
    "I'm really so That sounds hard. sorry.", "both Ruiz and You Ms. matter to Maya.",
    "Ms. that the plan is Then Ruiz new her mom. becomes", "sure him u ill get make back",
    "real You're her mom now.", "you It's not against her.",
    "program, If you finish the you'll get back. her",
    "don't You both. bed the bike and I've Buy never from back come seen it. the cooking,",
  ]

  @Test func heapsOfKeywordsEarnNoFour() throws {
    let listener = try Core.listener()
    var generator = Shuffler(seed: 29)
    var fours: [String] = []
    for (number, line) in Self.lines.enumerated() {
      for kind in 0..<8 {
        let people = [line.context.people.child, line.context.people.caregiver]
        let heap = Variations.heap(kind: kind, names: people, &generator)
        if listener.judge(heap, line.context).dimensions.map(\.level).contains(4) {
          fours.append("\(number) \(kind) \(heap)")
        }
      }
    }
    // Whole phrases in a row, with little words between them, may pass for hurried talk.
    #expect(fours.count * 50 <= Self.lines.count * 8, "\(fours.joined(separator: "\n"))")
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
