import ScenarioEngine
import Scoring
import Testing

@testable import TerminalFront

@Suite struct RoomEarTests {
  private func hear(_ line: String) throws -> (keep: String?, change: String?) {
    let rubric = try #require(Practising.rubric)
    let ear = RoomEar.listening { Listener(rubric) }
    return ear(line, Conversation(try Porch.scenario(), seed: 1))
  }

  @Test func aPhraseIsNeverToKeepAndToChange() throws {
    let heard = try hear("You will have him back by summer. The judge looks on May 2.")
    #expect(heard.change?.contains("You will have him back") == true)
    #expect(heard.keep?.contains("have him back") != true)
  }

  @Test func nothingHeardLeavesItToTheRoom() throws {
    let heard = try hear("Mm.")
    #expect(heard.keep == nil)
    #expect(heard.change == nil)
  }

  @Test func noLevelIsNamed() throws {
    let rubric = try #require(Practising.rubric)
    let heard = try hear("If you don't sign today, the visits stop. The judge looks on May 2.")
    let words = [heard.keep, heard.change].compactMap { $0 }.joined()
    #expect(!words.isEmpty)
    for dimension in rubric.dimensions {
      #expect(!words.contains("\(dimension.title):"))
    }
  }
}
