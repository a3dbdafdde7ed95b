import Foundation
import Platform
import Terminal
import TerminalFront
import Testing

@testable import RehearseCommands

/// Text that would steer a terminal or hide from a reader, everywhere text can come from.
@Suite struct HostileTextTests {
  private static func escaped(_ text: String, limit: Int = .max) -> String {
    text.unicodeScalars.prefix(limit).map { scalar in
      if (0x20...0x7E).contains(scalar.value), scalar != "\"", scalar != "\\" { return "\(scalar)" }
      return utf16Units(scalar).map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }.joined()
  }

  private static func utf16Units(_ scalar: Unicode.Scalar) -> [UInt16] {
    Array(String(scalar).utf16)
  }

  /// A scenario with the payload in every string that a reader of the screen may meet.
  private static func scenario(_ payload: String) -> String {
    let p = escaped(payload, limit: 2_000)
    let name = escaped(payload, limit: 60)
    return #"""
      {
        "format": "rehearse-scenario/1", "id": "hostile", "order": "as-written",
        "title": "T \#(p)", "summary": "S \#(p)", "language": "en",
        "place": { "name": "P \#(p)", "source": "P \#(p)", "checked": "C \#(p)" },
        "reviewed": [{ "by": "B \#(p)", "date": "D \#(p)" }],
        "contentNote": "N \#(p)", "setting": "S \#(p)", "stage": "S \#(p)",
        "objectives": ["O \#(p)"], "before": ["B \#(p)"], "after": ["A \#(p)"],
        "watchFor": ["W \#(p)"], "notes": ["N \#(p)"], "sources": ["S \#(p)"],
        "allow": [{ "code": "a\#(p)", "because": "B \#(p)" }], "note": "N \#(p)",
        "listener": "ray",
        "cast": {
          "ray": { "name": "R \#(name)", "role": "birth-parent", "about": "A \#(p)" },
          "dana": { "name": "D \#(name)", "role": "caregiver", "about": "A \#(p)" }
        },
        "facts": { "fact": "F \#(p)" },
        "owed": { "ray": ["why"] },
        "state": { "mood": { "start": "M \#(p)", "values": ["M \#(p)", "x"], "shown": true } },
        "opening": "one",
        "moments": {
          "one": {
            "lines": [
              { "text": "L {fact} {mood} \#(p)" }, { "by": "ray", "text": "L \#(p)", "mood": "M \#(p)" },
              { "oneOf": [{ "text": "O \#(p)" }, { "text": "Q \#(p)" }] }
            ],
            "ask": "A \#(p)", "discuss": "D \#(p)", "hint": "H \#(p)", "notes": "N \#(p)",
            "asked": ["A \#(p)"], "must": ["M \#(p)"],
            "replies": [
              {
                "id": "a", "say": "Say W \#(p)W", "why": "W \#(p)", "heard": "H \#(p)",
                "rates": { "honesty": 1, "clarity": 2, "shared-parenting": 4 },
                "tells": [{ "element": "why", "words": "W \#(p)W" }],
                "promises": [{ "id": "p", "about": "plan-a", "words": "W \#(p)W" }],
                "softens": ["dates"], "stops": ["X1"],
                "reaction": [{ "by": "dana", "text": "R \#(p)" }],
                "next": "end"
              },
              {
                "id": "b", "say": "B \#(p)", "why": "W \#(p)", "heard": "H \#(p)",
                "when": "mood == \"x\"", "locked": "L \#(p)",
                "rates": { "honesty": null, "clarity": null, "shared-parenting": null },
                "next": "end"
              }
            ]
          },
          "end": {
            "lines": [],
            "ending": { "title": "E \#(p)", "text": "E \#(p)", "kind": "broken" }
          }
        }
      }
      """#
  }

  @Test(arguments: Harm.payloads)
  func noStringOfAScenarioReachesTheScreenRaw(_ payload: Harm.Payload) {
    let computer = Computer()
    let path = "/home/person/hostile.json"
    computer.put(path, Self.scenario(payload.text))
    let typed = ["?", "w", "r", "hint", "2", "back", "1", "", "", "", "", "", "", ""]
    for mode in ["learn", "rehearse"] {
      let run = computer.run(["play", path, "--mode", mode], typing: typed)
      #expect(Harm.found(in: run.all).isEmpty, "\(mode)")
      #expect((run.status == 65) == Harm.isRefused(payload.text), "\(run.errors.prefix(400))")
    }
    let enters = Array(repeating: ["", "a"], count: 40).flatMap(\.self)
    let led = enters + ["ledger", "ours \(payload.text)", "rewind 1", "goto try-again"]
    let room = computer.run(["class", path, "--notes", "/home/person/n.txt"], typing: led)
    #expect(Harm.found(in: room.all + computer.journal("/home/person/n.txt")).isEmpty)
    for command in [
      ["check", path], ["check", "--json", path], ["history"], ["resume"], ["sheet", path],
      ["class", "--summary"],
    ] {
      #expect(Harm.found(in: computer.run(command).all).isEmpty, "\(command)")
    }
  }

  /// Black on white, which the room paints for itself.
  private static let groundCodes = "38;5;16;48;5;231"

  /// The screen sends sequences of its own, all of them of these kinds; without them it is a text like
  /// the lines.
  private static func withoutOwnSequences(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}", rest.first == "[" else {
        if scalar != "\r" { result.append(scalar) }
        continue
      }
      let body = rest.dropFirst().prefix { !("@"..."~").contains($0) }
      let final = rest.dropFirst(1 + body.count).first
      let parameters = String(body)
      let isOwn =
        switch final {
        case "H", "A", "B", "C": parameters.allSatisfy { $0.isNumber || $0 == ";" }
        case "J", "K": parameters.isEmpty
        case "m":
          parameters.replacing(groundCodes, with: "")
            .split(separator: ";").allSatisfy { ["0", "1", "4", "7"].contains($0) }
        case "h", "l": parameters == "?2026"
        default: false
        }
      if isOwn { rest = rest.dropFirst(2 + body.count) } else { result.append(scalar) }
    }
    return String(result)
  }

  @Test(arguments: Harm.payloads)
  func noStringIsPaintedRaw(_ payload: Harm.Payload) {
    for options in [[], ["--full"], ["--mode", "learn"]] {
      let computer = Computer()
      let path = "/home/person/hostile.json"
      computer.put(path, Self.scenario(payload.text))
      let facts = StreamFacts(isTerminal: true, columns: 60, rows: 20)
      computer.memory.setEnvironment("TERM", "xterm")
      computer.memory.set(.input, facts)
      computer.memory.set(.output, facts)
      let keys = ["\u{1B}[F", "?", " ", " ", "\u{1B}[F", "\u{1B}[200~\(payload.text)\u{1B}[201~"]
      let chunks = (keys + ["\u{15}", "1", "\u{1B}[F"]).map { InputChunk.bytes(Array($0.utf8)) }
      let run = computer.run(
        ["play", path] + options,
        chunks: chunks + [.end],
        terminal: TerminalLog().control
      )
      #expect(Harm.found(in: Self.withoutOwnSequences(run.all)).isEmpty, "\(options)")
    }
  }

  /// A class on a projector and its notes on another screen, byte for byte.
  @Test(arguments: Harm.payloads.filter { !Harm.isRefused($0.text) })
  func noStringIsPaintedRawInARoom(_ payload: Harm.Payload) throws {
    let computer = Computer()
    let path = "/home/person/hostile.json"
    computer.put(path, Self.scenario(payload.text))
    let course = try RoomCourse(path, facts: nil, host: computer.host)
    let setup = try RoomSetup(
      try Arguments(["class", path]),
      host: computer.host,
      settings: Settings(host: computer.host, arguments: nil, words: [])
    )
    let session = course.session(0, setup)
    var projector = RoomProjector(session, size: TerminalSize(rows: 16, columns: 55))
    var shown = ""
    var notes = ""
    func look() {
      let update = ScreenUpdate(
        from: nil,
        to: projector.frame(at: 0),
        level: .color,
        isSynchronized: true
      )
      shown += String(decoding: update.bytes, as: UTF8.self)
    }
    func go(_ step: RoomStep) {
      _ = projector.pass(typed: .step(step))
      look()
      notes += projector.notes(at: 0, minutes: 1)
      _ = projector.take(.pageDown, at: 0)
      look()
    }
    for step in RoomStep.allCases where step <= .reveal { go(step) }
    for key in [Key.scalar("f"), .paste(payload.text)] { _ = projector.take(key, at: 0) }
    look()
    _ = projector.take(.enter, at: 0)
    go(.tryAgain)
    _ = projector.pass(typed: .step(.goOn))
    for key in [Key.scalar("A"), .scalar("l"), .escape, .scalar("?"), .escape, .scalar("g")] {
      _ = projector.take(key, at: 0)
      look()
    }
    _ = projector.take(.escape, at: 0)
    for step in [RoomStep.threes, .debrief, .close] { go(step) }
    #expect(shown.contains(" LOOKING BACK ") && notes.contains("THE LINES"), "nothing is cut off")
    #expect(Harm.found(in: Self.withoutOwnSequences(shown)).isEmpty)
    // The notes are a file; whoever follows them paints them through the same sink.
    let safe = notes.split(separator: "\n").map { Neutralizer.visible(String($0)) }
    #expect(Harm.found(in: safe.joined(separator: "\n")).isEmpty)
  }

  @Test(arguments: Harm.payloads)
  func noTypedWordsAndNoArgumentsReachTheScreenRaw(_ payload: Harm.Payload) {
    let text = String(payload.text.unicodeScalars.prefix(2_000).map(Character.init))
    let computer = Computer()
    let typed = [text, "2", text, "2", "3", text, text, "", "", "", text, text, "yes"]
    let play = computer.play(typed + [text, "yes", text, "yes"])
    #expect(Harm.found(in: play.all).isEmpty)
    let path = "/home/person/\(text.replacing("/", with: "_")).json"
    computer.put(path, "{ \"\(text)\" ")
    for words in [
      ["history"], ["play", text], ["play", path], ["check", path], ["check", "--json", path],
      ["check", "/nowhere/\(text)"], [text], ["--\(text)"], ["play", Kitchen.path, "--mode", text],
      ["play", Kitchen.path, "--seed", text], ["play", Kitchen.path, "--facts", path],
      ["help", text], ["resume", text], ["forget", text], ["list", text],
    ] {
      let run = computer.run(words)
      #expect(Harm.found(in: run.all).isEmpty, "\(words)")
    }
    computer.memory.setEnvironment("HOME", "/home/\(text)")
    computer.memory.setEnvironment("REHEARSE_SCENARIOS", "/shelf")
    #expect(Harm.found(in: computer.run(["where"]).all).isEmpty)
    let saved = computer.play(["1"])
    #expect(Harm.found(in: saved.all).isEmpty)
    computer.put(
      "/home/\(text)/.local/share/rehearse/attempts/\(text.replacing("/", with: "_")).journal",
      text
    )
    #expect(Harm.found(in: computer.run(["history"]).all).isEmpty)
  }

  /// What is for programs keeps what it says: escaped, so that nothing is raw and nothing is changed.
  @Test(arguments: Harm.payloads)
  func jsonSaysTheSameTextWithoutARawByte(_ payload: Harm.Payload) throws {
    guard !Harm.isRefused(payload.text) else { return }
    let computer = Computer()
    let path = "/home/person/hostile.json"
    computer.put(path, Self.scenario(payload.text))
    _ = computer.run(["play", path], typing: [])
    let run = computer.run(["history", "--json"])
    #expect(Harm.found(in: run.all).isEmpty)
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let title = (json as? [[String: Any]])?.first?["title"] as? String
    let expected =
      "T " + String(String.UnicodeScalarView(payload.text.unicodeScalars.prefix(2_000)))
    #expect(title.map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
  }

  @Test func theShelfShowsNoTitleRaw() {
    let computer = Computer()
    let all = Harm.payloads.map(\.text).filter { !Harm.isRefused($0) }.joined(separator: " ")
    computer.put("/shelf/Library/a-hostile.json", Self.scenario(all))
    computer.put("/shelf/Library/a\u{1B}[2J\u{202E}.json", "{")
    computer.memory.setEnvironment("REHEARSE_SCENARIOS", "/shelf")
    for words in [["list"], []] {
      let run = computer.run(words, typing: ["q"])
      #expect(Harm.found(in: run.all).isEmpty)
      #expect(run.output.contains("T ^[[2J"))
    }
  }

  /// The judge of all these tests sees what it is there to see.
  @Test func theOracleSeesHarm() {
    let seen = Harm.payloads.filter { !Harm.found(in: $0.text).isEmpty }
    #expect(seen.count >= 60)
    for harmless in ["Tanya: héllo “x” — שלום 你好 👩 नमस्ते", "a\nb"] {
      #expect(Harm.found(in: harmless).isEmpty)
    }
  }
}
