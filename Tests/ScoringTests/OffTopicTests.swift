import Scoring
import Testing

@Suite struct OffTopicTests {
  private static let subjects = [
    "the bus", "my garden", "the printer", "our dog", "the soup", "her bike", "the radio",
    "that movie", "the weather", "a new phone",
  ]
  private static let frames = [
    "I think # needs fixing again.", "Did you see # on the news?", "# was louder than usual today.",
    "We should talk about # after lunch.", "My brother really likes #.",
    "Nobody told me # would be so expensive.", "I'm not sure what to do about #.",
    "If it rains, # will get wet.", "Let me know when # is ready.",
    "I promise I'll clean # tonight.",
    "You'll love #, trust me.", "She said # is worth it.", "I can't believe # broke.",
    "Maybe # will be better tomorrow.", "There's nothing wrong with #.",
    "I used to have trouble with #.", "Don't forget about #.", "It was only #, no big deal.",
    "Everyone at work talks about #.", "He borrowed # and never brought it back.",
  ]
  private static let endings = [
    "", " Anyway, how are you?", " It's fine.", " I was tired all day.", " What a week.",
  ]

  @Test func noHarmIsHeardInAThousandLinesOfOtherTalk() throws {
    let listener = try Core.listener()
    let context = ListeningContext(people: .init(child: "Ava", parent: "Kim", caregiver: "Rosa"))
    var lines: [String] = []
    for frame in Self.frames {
      for subject in Self.subjects {
        for ending in Self.endings {
          lines.append(frame.replacing("#", with: subject) + ending)
        }
      }
    }
    #expect(lines.count == 1_000)
    let harmful = lines.filter { listener.judge($0, context).level(of: "honesty") == 1 }
    #expect(harmful.isEmpty)
  }

  @Test func noHarmIsHeardInTwoHundredLinesThatSoundLikeIt() throws {
    let listener = try Core.listener()
    let context = ListeningContext(people: .init(child: "Ava", parent: "Kim", caregiver: "Rosa"))
    let lines = String(decoding: Core.bytes("Tests/Support/off-topic.txt"), as: UTF8.self)
      .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    #expect(lines.count >= 190)
    let harmful = lines.filter { listener.judge($0, context).level(of: "honesty") == 1 }
    // Known misses: a delivery, and a prize, sound like a return.
    let known = [
      "Your order will arrive by Friday for sure.", "The roses always come home with prizes.",
    ]
    #expect(harmful.filter { !known.contains($0) }.isEmpty, "\(harmful.joined(separator: "\n"))")
  }
}
