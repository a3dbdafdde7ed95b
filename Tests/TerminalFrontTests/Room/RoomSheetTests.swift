import ScenarioEngine
import Testing

@testable import TerminalFront

@Suite struct RoomSheetTests {
  @Test func theSheetHasEverythingInPagesOfOneLength() throws {
    let rubric = try #require(Practising.rubric)
    let pages = RoomSheet.pages(try Porch.scenario(), rubric: rubric)
    #expect(pages.allSatisfy { $0.count == RoomSheet.pageLength })
    #expect(pages.joined().allSatisfy { $0.count <= 72 })
    let text = pages.joined().joined(separator: "\n")
    for word in ["one", "two", "three", "four", "five"] {
      #expect(text.contains("WHYWHY \(word)"))
      #expect(text.contains("HEARDHEARD \(word)"))
    }
    let others = [
      "So when is Sam home?", "TALK: What does he need first?", "HINTHINT", "FACILITATORNOTE",
      "Whose hands are still?", "At the rail", "You may pass, watch or leave", "think 1-2",
      "Say your own name", "Say one date today.",
    ]
    for other in others { #expect(text.contains(other), "\(other)") }
  }
}
