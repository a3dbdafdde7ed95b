import Authoring
import Foundation
import ScenarioCompiler
import ScenarioEngine
import SourceText
import Testing

@Suite struct StoryMapTests {
  static let small = #"""
    { "format": "rehearse-scenario/1", "id": "small", "title": "A \"small\" one", "summary": "s",
      "setting": "s", "listener": "tanya", "opening": "first",
      "cast": { "tanya": { "name": "Tanya", "role": "birth-parent" },
        "dana": { "name": "Dana", "role": "caregiver", "kind": "relative" } },
      "state": { "trust": { "start": 2, "from": 0, "to": 5 } },
      "moments": {
        "first": { "lines": [], "replies": [
          { "id": "true", "say": "Say \"it\" <plainly> #1; now\\then.", "why": "w", "heard": "h",
            "rates": { "honesty": 3, "clarity": 4, "shared-parenting": null },
            "next": [{ "when": "trust > 3", "go": "good" }, { "go": "second" }] },
          { "id": "kind", "say": "She will be home.", "why": "w", "heard": "h", "once": true,
            "rates": { "honesty": 1, "clarity": null, "shared-parenting": null }, "next": "second" }] },
        "second": { "listener": "dana", "lines": [], "replies": [
          { "id": "sign", "say": "Sign today.", "why": "w", "heard": "h", "once": true, "stops": ["X1"],
            "rates": { "honesty": 3, "clarity": 3, "shared-parenting": null }, "next": "first" },
          { "id": "nothing", "say": "Mm.", "why": "w", "heard": "h", "once": true,
            "rates": { "honesty": null, "clarity": 1, "shared-parenting": null }, "next": "pass" }],
          "otherwise": "bad" },
        "pass": { "lines": [], "next": "bad" },
        "good": { "lines": [], "ending": { "title": "Good", "text": "t", "kind": "connected" } },
        "bad": { "lines": [], "ending": { "title": "Bad", "text": "t", "kind": "broken" } },
        "lost": { "lines": [], "ending": { "title": "Lost", "text": "t", "kind": "mixed" } } } }
    """#

  private func scenario(_ text: String = Self.small) throws -> Scenario {
    let result = ScenarioCompiler.compile(file(text), context: Shipped.context)
    return try #require(result.scenario, "\(result.diagnostics.map(\.message))")
  }

  @Test func `has every way with its kind and result`() throws {
    let map = StoryMap(try scenario())
    #expect(map.nodes.map(\.id) == ["first", "second", "pass", "good", "bad", "lost"])
    let edges = map.edges.map {
      "\(map.nodes[$0.from].id)/\($0.reply ?? "") \($0.kind) \(map.nodes[$0.to].id)"
        + " \($0.result?.words ?? "-")\($0.isConditional ? " if" : "")"
    }
    #expect(
      edges == [
        "first/true reply good sound if", "first/true reply second sound",
        "first/kind reply second would hurt", "second/sign reply first stop",
        "second/nothing reply pass would not be understood", "second/ otherwise bad -",
        "pass/ next bad -",
      ]
    )
    #expect(map.nodes.map(\.best) == [.sound, .unclear, nil, nil, nil, nil])
    #expect(map.nodes.map(\.ending) == [nil, nil, nil, .connected, .broken, .mixed])
  }

  @Test func `draws a tree`() throws {
    let tree = StoryMap(try scenario()).tree(width: 60)
    #expect(
      tree == """
        A "small" one (small)

        first (Tanya, parent)
        ├─ true [sound] → good (ending, connected: Good)
        │     if trust > 3
        ├─ true [sound] → second (Dana, relative), else
        │  ├─ sign [stop] → first (above), once  "Sign today."
        │  ├─ nothing [would not be understood] → pass (Tanya, pare…
        │  │  │  once
        │  │  └─ → bad (ending, broken: Bad)
        │  └─ nothing left to say → bad (above)
        └─ kind [would hurt] → second (above), once

        No way leads here from the opening:

        lost (ending, mixed: Lost)

        """,
      "\(tree)"
    )
  }

  @Test(arguments: [0, 40, 60, 80, 200, 1000])
  func `keeps a tree within its width`(_ width: Int) throws {
    for scenario in try Shipped.scenarios.map(Shipped.compiled) {
      let map = StoryMap(scenario)
      let lines = map.tree(width: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.unicodeScalars.count <= min(max(width, 40), 200) })
      for node in map.nodes {
        #expect(lines.contains { $0.contains(node.id) || width < 80 })
      }
    }
  }

  @Test func `draws a story thousands of moments deep`() throws {
    var moments = ""
    for place in 0..<4_000 {
      moments += "\"m\(place)\": { \"lines\": [], \"next\": \"m\(place + 1)\" },"
    }
    let text = """
      { "format": "rehearse-scenario/1", "id": "deep", "title": "Deep", "summary": "s",
        "setting": "s", "listener": "t", "opening": "m0",
        "cast": { "t": { "name": "T", "role": "youth" } },
        "moments": { \(moments)
          "m4000": { "lines": [], "ending": { "title": "E", "text": "t", "kind": "mixed" } } } }
      """
    let tree = StoryMap(try scenario(text)).tree()
    #expect(tree.contains("m4000 (ending, mixed: E)"))
    #expect(!tree.contains("No way leads"))
  }

  @Test func `draws plays over the map`() throws {
    let scenario = try scenario()
    var overlay = MapOverlay()
    overlay.count([
      .init(moment: "first", reply: "kind"), .init(moment: "second", reply: "gone"),
      .init(moment: "elsewhere"),
    ])
    overlay.count([.init(moment: "first", reply: "kind"), .init(moment: "second")])
    overlay.path = [.init(moment: "first", reply: "true"), .init(moment: "second")]
    let tree = StoryMap(scenario).tree(width: 100, style: .plain, overlay: overlay)
    #expect(
      tree.contains("* true [sound] 0× -> * second") || tree.contains("* true [sound] 0× -> second")
    )
    #expect(tree.contains("kind [would hurt] 2× -> second"))
    #expect(tree.contains("\n* first"))
    let dot = StoryMap(scenario).dot(overlay: overlay)
    #expect(dot.contains("penwidth=7"))
    #expect(dot.contains("●"))
  }

  @Test func `finds the steps of a conversation`() throws {
    let scenario = try scenario()
    var talk = Conversation(scenario, seed: 1)
    for id in ["kind", "nothing"] {
      let moment = talk.state.moment
      talk.choose(try #require(scenario.reply(id, at: moment)))
    }
    let steps = MapOverlay.steps(of: talk)
    #expect(
      steps.map { "\($0.moment)/\($0.reply ?? "")" } == [
        "first/kind", "second/nothing", "pass/", "bad/",
      ]
    )
    var overlay = MapOverlay()
    overlay.count(steps)
    #expect(overlay.counts.count == 3)
  }

  private static let dot = ["/usr/bin/dot", "/usr/local/bin/dot", "/opt/homebrew/bin/dot"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    .enabled(if: dot != nil, "Graphviz is not installed; .ci/run installs it and draws them all"),
    arguments: MapColoring.allCases
  )
  func `Graphviz draws every shipped map`(_ coloring: MapColoring) throws {
    let dot = try #require(Self.dot)
    for scenario in try Shipped.scenarios.map(Shipped.compiled) + [scenario()] {
      let text = StoryMap(scenario).dot(coloring: coloring)
      let output = try run(dot, ["-Tsvg"], input: text)
      #expect(output.contains("</svg>"), "\(scenario.notes.id)")
      let drawn = output.components(separatedBy: "class=\"edge\"").count - 1
      #expect(drawn == StoryMap(scenario).edges.count)
    }
  }

  @Test func `escapes what Graphviz and Mermaid would obey`() throws {
    let map = StoryMap(try scenario())
    #expect(map.dot().contains(#"tooltip="Say \"it\" <plainly> #1; now\\then.""#))
    #expect(map.dot().contains(#"label="A \"small\" one""#))
    let mermaid = map.mermaid()
    #expect(mermaid.contains(#"n3(["good<br>ending, connected: Good"])"#))
    #expect(mermaid.contains(#"n0 -.->|"true<br>sound<br>if trust #gt; 3"| n3"#))
    let quotes = mermaid.split(separator: "\n").map { $0.count { $0 == "\"" } }
    #expect(quotes.allSatisfy { $0 % 2 == 0 && $0 <= 2 })
    #expect(mermaid.hasPrefix("flowchart TD\n"))
  }

  private func run(_ tool: String, _ arguments: [String], input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "map.dot")
    try Data(input.utf8).write(to: source)
    process.arguments = arguments + [source.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
