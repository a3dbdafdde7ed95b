import Foundation
import Platform
import Testing

/// What the author's guide shows of a command is what the command says.
///
/// Every block of the guide that begins with `$ rehearse` is run, line by line, and compared. Comments
/// before it say what lies in the folder: `<!-- file: step-1.json as red-truck.json -->`, one for each
/// file of `Guide/Examples`, and `<!-- typed: 1, 2 -->` what is typed; with `<!-- terminal -->` it is typed
/// at a terminal, where it is seen. A line `…` stands for lines that are left out. With `REHEARSE_RECORD=1` a block without `…` is written anew, and the test fails once.
@Suite(.serialized) struct GuideCommandsTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios")

  static let pages =
    ["README.md"]
    + ((try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "Guide").path
    )) ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "Guide/\($0)" }

  /// A command that the guide shows, and what it says comes of it.
  struct Shown {
    var line = 0
    var words: [String] = []
    var output: [String] = []
    var files: [(example: String, name: String)] = []
    var typed: [String] = []
    var isTerminal = false
  }

  @Test(arguments: pages) func aCommandDoesWhatTheGuideShows(page: String) throws {
    let url = Self.folder.appending(path: page)
    var lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    var isRecorded = false
    for shown in Self.commands(in: lines).reversed() {
      let computer = Computer(wholeRubric: true)
      computer.memory.setEnvironment("REHEARSE_SCENARIOS", nil)
      for file in shown.files {
        let example = Self.folder.appending(path: "Guide/Examples/\(file.example)")
        computer.put(file.name, try String(contentsOf: example, encoding: .utf8))
      }
      if shown.isTerminal {
        let facts = StreamFacts(isTerminal: true, columns: 80, rows: 24)
        computer.memory.set(.input, facts)
        computer.memory.set(.output, facts)
      } else {
        computer.memory.setEnvironment("TERM", "xterm")
      }
      let run = computer.run(shown.words, typing: shown.typed, echoes: shown.isTerminal)
      var said = run.all.components(separatedBy: "\n")
      if said.last == "" { said.removeLast() }
      let command = shown.words.joined(separator: " ")
      guard !Self.matches(said[...], shown.output[...]) else { continue }
      guard ProcessInfo.processInfo.environment["REHEARSE_RECORD"] != nil,
        !shown.output.contains("…")
      else {
        Issue.record("\(page):\(shown.line): \(command) now says:\n\(said.joined(separator: "\n"))")
        continue
      }
      lines.replaceSubrange(shown.line..<shown.line + shown.output.count, with: said)
      isRecorded = true
      Issue.record("recorded \(page):\(shown.line): \(command)")
    }
    guard isRecorded else { return }
    try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
  }

  @Test func theGuideShowsCommands() throws {
    let shown = try Self.pages.flatMap { page in
      let text = try String(contentsOf: Self.folder.appending(path: page), encoding: .utf8)
      return Self.commands(in: text.components(separatedBy: "\n"))
    }
    #expect(shown.count >= 5)
  }

  /// The commands of a page; `line` counts from 1 and is the command's own.
  static func commands(in lines: [String]) -> [Shown] {
    var found: [Shown] = []
    var next = Shown()
    var isInside = false
    for (place, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isInside = line == "```text"
        if !isInside { next = Shown() }
      } else if line == "<!-- terminal -->" {
        next.isTerminal = true
      } else if let words = comment("file", line) {
        let names = words.components(separatedBy: " as ")
        next.files.append((names[0], names[names.count - 1]))
      } else if let words = comment("typed", line) {
        next.typed = words.components(separatedBy: ", ")
      } else if isInside, line.hasPrefix("$ rehearse ") {
        var shown = next
        shown.line = place + 1
        shown.words = line.dropFirst("$ rehearse ".count).split(separator: " ").map(String.init)
        found.append(shown)
      } else if isInside, !found.isEmpty, found[found.count - 1].line > 0 {
        let last = found.count - 1
        guard found[last].line + found[last].output.count == place else { continue }
        found[last].output.append(line)
      }
    }
    return found
  }

  private static func comment(_ name: String, _ line: String) -> String? {
    guard line.hasPrefix("<!-- \(name): "), line.hasSuffix(" -->") else { return nil }
    return String(line.dropFirst("<!-- \(name): ".count).dropLast(" -->".count))
  }

  /// Whether the lines said are those shown, where `…` stands for any number of lines.
  private static func matches(_ said: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return said.isEmpty }
    if first == "…" {
      return (said.startIndex...said.endIndex).contains {
        matches(said[$0...], shown.dropFirst())
      }
    }
    // Behind a prompt stands a space, which no editor keeps.
    let isSame =
      said.first?.trimmingCharacters(in: .whitespaces) == first.trimmingCharacters(in: .whitespaces)
    return isSame && matches(said.dropFirst(), shown.dropFirst())
  }
}
