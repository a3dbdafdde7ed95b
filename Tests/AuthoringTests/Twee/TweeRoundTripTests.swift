import Authoring
import Foundation
import JSONSyntax
import ScenarioCompiler
import SourceText
import TestSupport
import Testing

@Suite struct TweeRoundTripTests {
  @Test(arguments: Shipped.scenarios)
  func `an export gives the same scenario again`(_ item: Shipped.Item) throws {
    let scenario = item.file
    let story = try #require(TweeWriter.export(scenario).bytes)
    let back = TweeReader.read(SourceFile(path: "story.twee", bytes: story))
    #expect(back.origin == .carried)
    #expect(back.diagnostics.isEmpty)
    #expect(back.kept.isEmpty)
    #expect(back.scenario == Formatter.format(scenario).bytes)
    #expect(try value(back.scenario) == value(scenario.bytes))
  }

  @Test func `an export of any scenario gives it again, and compiles to the same`() throws {
    for seed in 0..<60 as Range<UInt64> {
      let scenario = file(RandomScenario.json(seed: seed))
      let story = try #require(TweeWriter.export(scenario).bytes)
      let back = TweeReader.read(SourceFile(path: "story.twee", bytes: story))
      #expect(back.origin == .carried, "seed \(seed)")
      #expect(back.diagnostics.isEmpty, "seed \(seed)")
      #expect(back.scenario == Formatter.format(scenario).bytes, "seed \(seed)")
    }
  }

  @Test(arguments: Shipped.scenarios)
  func `an export goes through CR LF unchanged`(_ item: Shipped.Item) throws {
    let scenario = item.file
    let story = try #require(TweeWriter.export(scenario).bytes)
    let windows = story.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let back = TweeReader.read(SourceFile(path: "story.twee", bytes: windows))
    #expect(back.scenario == Formatter.format(scenario).bytes)
  }

  @Test func `links and headers in the words do no harm`() throws {
    let scenario = #"""
      { "format": "rehearse-scenario/1", "id": "odd", "title": ":: [[x]]",
        "walkthroughs": [{ "a": [[1, [2]]] }], "opening": "a",
        "moments": { "a": { "lines": [{ "text": "::not a header [[b]] \\[\u005b {{x" }],
          "replies": [{ "say": "a -> b | c ]] <- [[d]", "next": [{ "when": "x", "go": "b" }, { "go": "a" }] }] },
          "b": { "lines": [{ "oneOf": [{ "text": "one" }, { "text": "two" }] }], "next": "a" } } }
      """#
    let story = try #require(TweeWriter.export(file(scenario)).bytes)
    let parsed = TweeParser.parse(SourceFile(path: "x", bytes: story))
    #expect(parsed.diagnostics.isEmpty)
    #expect(parsed.story?.passages.count == 5)
    let back = TweeReader.read(SourceFile(path: "story.twee", bytes: story))
    #expect(back.origin == .carried)
    #expect(back.diagnostics.isEmpty)
    #expect(try value(back.scenario) == value(Array(scenario.utf8)))
  }

  @Test func `what was changed in Twine comes back, and nothing else changes`() throws {
    let scenario = #"""
      { "format": "rehearse-scenario/1", "id": "small", "title": "Small", "opening": "a",
        "cast": { "tanya": { "name": "Tanya", "role": "birth-parent" } },
        "moments": {
          "a": { "lines": [{ "by": "tanya", "text": "So?", "mood": "low" }, { "text": "Rain." }], "hint": "wait",
            "replies": [
              { "id": "yes", "say": "Yes.", "why": "w", "heard": "h", "next": "b" },
              { "id": "no", "say": "No.", "why": "w", "heard": "h", "next": "c" }] },
          "b": { "lines": [], "ending": { "title": "B", "text": "t", "kind": "mixed" } },
          "c": { "lines": [], "ending": { "title": "C", "text": "t", "kind": "mixed" } } } }
      """#
    let bytes = try #require(TweeWriter.export(file(scenario)).bytes)
    let whole = String(decoding: bytes, as: UTF8.self)
    let carrier = try #require(whole.range(of: ":: Rehearse scenario"))
    var story = String(whole[..<carrier.lowerBound])
    story = story.replacing("Rain.", with: "Snow.\nTanya: Well?")
    story = story.replacing("[[No.->c]]", with: "[[Not now.->d]]")
    story = story.replacing(":: c [", with: ":: d {\"position\":\"7,8\"}\n[[Again->a]]\n\n:: c [")
    story += whole[carrier.lowerBound...]
    let back = TweeReader.read(file(story, path: "story.twee"))
    #expect(back.origin == .merged)
    #expect(Set(back.diagnostics.map(\.code)) == [.tweeChangedPassage])
    let merged = try value(back.scenario)
    let a = try #require(merged["moments"]?["a"])
    #expect(
      a["lines"] == [
        ["by": "tanya", "text": "So?", "mood": "low"], ["text": "Snow."],
        ["by": "tanya", "text": "Well?"],
      ]
    )
    #expect(a["hint"] == "wait")
    guard case .array(let replies)? = a["replies"] else { throw Missing() }
    #expect(replies.count == 2)
    #expect(replies.first?["id"] == "yes")
    #expect(
      replies.last == ["id": "no", "say": "Not now.", "why": "w", "heard": "h", "next": "d"]
    )
    #expect(merged["moments"]?["d"]?["replies"] != nil)
    #expect(merged["moments"]?["c"] == (try value(Array(scenario.utf8)))["moments"]?["c"])
  }

  @Test func `a carried scenario that is broken is read from its passages`() {
    let story = """
      :: Start
      [[b]]

      :: b
      end

      :: Rehearse scenario [rehearse]
      { "format":
      """
    let back = TweeReader.read(file(story))
    #expect(back.origin == .skeleton)
    #expect(back.diagnostics.contains { $0.code == .tweeBadCarrier })
    #expect(back.moments == 2)
  }

  @Test(arguments: Shipped.scenarios)
  func `an export is what Twine opens`(_ item: Shipped.Item) throws {
    let scenario = item.file
    let bytes = try #require(TweeWriter.export(scenario).bytes)
    let (story, diagnostics) = TweeParser.parse(SourceFile(path: "x", bytes: bytes))
    #expect(diagnostics.isEmpty)
    let parsed = try #require(story)
    let names = Set(parsed.passages.map(\.name))
    #expect(names.contains(parsed.data.start ?? ""))
    #expect(parsed.data.ifid?.count == 36)
    #expect(Array(parsed.data.ifid ?? "").dropFirst(14).first == "4")
    let told = parsed.passages.filter { !["StoryTitle", "StoryData"].contains($0.name) }
    // No two passages lie on each other.
    let positions = told.compactMap(\.metadata)
    #expect(positions.count == told.count)
    #expect(Set(positions).count == told.count)
    let again = try #require(TweeWriter.export(scenario).bytes)
    #expect(again == bytes)
  }

  private func value(_ bytes: [UInt8]?) throws -> JSONValue {
    let document = try #require(
      JSONReader.read(SourceFile(path: "x", bytes: bytes ?? [])).document
    )
    return document.value(of: document.root)
  }
}

struct Missing: Error {}
