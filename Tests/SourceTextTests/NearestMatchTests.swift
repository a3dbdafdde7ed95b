import SourceText
import Testing

struct NearestMatchTests {
  private static let keys = [
    "lines", "replies", "next", "ending", "listener", "present", "shared-parenting", "plan-a",
    "plan-b", "contentNote", "say", "id", "walkthroughs",
  ]

  @Test(arguments: [
    ("lisener", "listener"), ("Listener", "listener"), ("listner", "listener"), ("reply", nil),
    ("repleis", "replies"), ("shared_parenting", "shared-parenting"),
    ("sharedParenting", "shared-parenting"), ("content-note", "contentNote"),
    ("plana", "plan-a"), ("plan-c", "plan-a"), ("walk", "walkthroughs"), ("wal", nil),
    ("end", "ending"), ("xyz", nil), ("x", nil), ("i", nil), ("di", "id"), ("", nil),
    ("sya", "say"), ("zebra", nil), ("NEXT", "next"), ("nxet", "next"), ("presenter", "present"),
  ])
  func table(_ word: String, _ expected: String?) {
    #expect(nearestMatch(to: word, among: Self.keys) == expected)
  }

  @Test func theNearerWinsAndTiesGoToTheFirst() {
    #expect(nearestMatch(to: "clock", among: ["clocks", "clocky", "block"]) == "clocks")
    #expect(nearestMatch(to: "abcd", among: ["abxy", "abcx"]) == "abcx")
    #expect(nearestMatch(to: "the-clokc", among: ["the-clok", "the-clock"]) == "the-clok")
    #expect(nearestMatch(to: "the-clock", among: ["theclocks", "TheClock"]) == "TheClock")
  }

  @Test func manyLongCandidatesStayQuick() {
    let stem = String(repeating: "long-name-", count: 6)
    let candidates = (0..<4_000).map { "\(stem)\($0)" }
    let time = ContinuousClock().measure {
      #expect(nearestMatch(to: stem + "3x999", among: candidates) == stem + "3999")
      #expect(nearestMatch(to: String(repeating: "q", count: 100_000), among: candidates) == nil)
    }
    // A debug build on a busy machine needs a fraction of this; a quadratic search much more.
    #expect(time < .seconds(30))
  }
}
