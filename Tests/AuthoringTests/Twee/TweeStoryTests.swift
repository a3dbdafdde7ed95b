import Authoring
import Foundation
import JSONSyntax
import ScenarioCompiler
import SourceText
import Testing

@Suite struct TweeStoryTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Stories"
  )
  static let names = [
    "harlowe", "sugarcube", "chapbook", "snowman", "plain", "escapes", "windows", "special",
    "deutsch", "hub", "paperthin", "trialogue", "specification",
  ]

  private func story(_ name: String) throws -> SourceFile {
    let data = try Data(contentsOf: Self.folder.appending(path: "\(name).twee"))
    return SourceFile(path: "\(name).twee", bytes: Array(data))
  }

  @Test(arguments: names)
  func `becomes a scenario that compiles`(_ name: String) throws {
    let result = TweeReader.read(try story(name))
    let bytes = try #require(result.scenario)
    #expect(result.origin == .skeleton)
    #expect(result.toWrite > 0)
    let scenario = SourceFile(path: "\(name).json", bytes: bytes)
    let compiled = ScenarioCompiler.compile(scenario, context: Shipped.context)
    #expect(compiled.diagnostics.isEmpty, "\(compiled.diagnostics.map(\.message))")
    #expect(compiled.scenario != nil)
    #expect(Formatter.format(scenario).bytes == bytes)
  }

  /// What must still be written is marked, and the review says how much it is.
  @Test(arguments: names)
  func `says how much is still to be written`(_ name: String) throws {
    let result = TweeReader.read(try story(name))
    let file = SourceFile(path: "\(name).json", bytes: try #require(result.scenario))
    let document = try #require(JSONReader.read(file).document)
    let compiled = ScenarioCompiler.compile(file, context: Shipped.context)
    var options = ReviewOptions()
    options.search.limit = 200
    let review = ScenarioReview.of(document, try #require(compiled.scenario), options)
    let found = review.diagnostics.filter { $0.code.name == "still-to-write" }
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("\(result.toWrite) texts are") == true)
  }

  /// Every word of a story is somewhere in the scenario, notes included.
  @Test(arguments: names)
  func `loses no word`(_ name: String) throws {
    let file = try story(name)
    let bytes = try #require(TweeReader.read(file).scenario)
    let document = try #require(JSONReader.read(SourceFile(path: "", bytes: bytes)).document)
    var kept: Set<Substring> = []
    func collect(_ value: JSONValue) {
      switch value {
      case .string(let text): kept.formUnion(words(text))
      case .integer(let number): kept.insert("\(abs(number))")
      case .array(let elements): elements.forEach(collect)
      case .object(let members):
        for member in members {
          collect(.string(member.key))
          collect(member.value)
        }
      case .number, .boolean, .null: break
      }
    }
    collect(document.value(of: document.root))
    // Metadata that the format has keys of its own for, and who speaks where nobody is named.
    let known: Set<Substring> = ["position", "size", "100", "Narrator"]
    let lost = words(file.text(of: 0..<file.bytes.count)).subtracting(kept).subtracting(known)
    #expect(lost.isEmpty, "\(lost.sorted())")
  }

  /// Every letter and sign of a passage is found again as often as it stands there, but for what makes a
  /// link; and words that stand side by side still do.
  @Test(arguments: names)
  func `loses no letter, and keeps words together`(_ name: String) throws {
    let story = try #require(TweeParser.parse(try self.story(name)).story)
    let bytes = try #require(TweeReader.read(try self.story(name)).scenario)
    let document = try #require(JSONReader.read(SourceFile(path: "", bytes: bytes)).document)
    let scenario = document.value(of: document.root)
    let texts = Self.texts(scenario, cast: scenario["cast"])
    var found: [Unicode.Scalar: Int] = [:]
    for scalar in texts.joined().unicodeScalars { found[scalar, default: 0] += 1 }
    var pairs: Set<[Substring]> = []
    for text in texts { pairs.formUnion(Self.pairs(text)) }
    let passages = story.passages.filter { !["StoryData"].contains($0.name) }
    var lost: [String] = []
    for passage in passages {
      for line in story.text(of: passage).split(separator: "\n") {
        for pair in Self.pairs(Self.withoutLinkSigns(String(line))) where !pairs.contains(pair) {
          lost.append("\(passage.name): \(pair)")
        }
        for scalar in Self.withoutLinkSigns(String(line)).unicodeScalars
        where !scalar.properties.isWhitespace && scalar != "\u{1}" {
          found[scalar, default: 0] -= 1
          if found[scalar, default: 0] < 0 { lost.append("\(passage.name): \(scalar)") }
        }
      }
    }
    #expect(lost.isEmpty, "\(lost)")
  }

  /// The texts of a scenario; who speaks is told as it was written, with a colon.
  private static func texts(_ value: JSONValue, cast: JSONValue?) -> [String] {
    switch value {
    case .string(let text): return [text.replacing("{{", with: "{")]
    case .array(let elements): return elements.flatMap { texts($0, cast: cast) }
    case .object(let members):
      let said = members.flatMap { texts($0.value, cast: cast) }
      guard case .string(let id)? = value["by"], case .string(let name)? = cast?[id]?["name"] else {
        return said
      }
      return said + ["\(name): "]
    case .integer, .number, .boolean, .null: return []
    }
  }

  /// A line in which everything that makes a link is no letter: its signs, a bullet before it, and the
  /// name of the passage it leads to, which is an id now and stands with that passage.
  private static func withoutLinkSigns(_ line: String) -> String {
    var parts = line.components(separatedBy: "[[")
    guard parts.count > 1 else { return line }
    parts[0] = String(parts[0].drop { "*->|#. ".contains($0) })
    for place in parts.indices.dropFirst() {
      var link = parts[place].components(separatedBy: "]]")
      var halves = link[0].components(separatedBy: "][")
      for (sign, labelIsFirst) in [("->", true), ("<-", false), ("|", true)] {
        let sides = halves[0].components(separatedBy: sign)
        guard sides.count > 1 else { continue }
        halves[0] = (labelIsFirst ? sides.dropLast() : sides.dropFirst()).joined(separator: sign)
        break
      }
      link[0] = halves.joined(separator: "\u{1}")
      parts[place] = link.joined(separator: "\u{1}")
    }
    return parts.joined(separator: "\u{1}")
  }

  /// The words that stand with nothing but a blank between them.
  private static func pairs(_ text: String) -> [[Substring]] {
    let words = text.split(separator: " ")
    return zip(words, words.dropFirst())
      .filter { ($0 + $1).allSatisfy { $0.isLetter || $0.isNumber } }
      .map { [$0, $1] }
  }

  private func words(_ text: String) -> Set<Substring> {
    Set(text.split { !$0.isLetter && !$0.isNumber })
  }

  @Test func `knows the code of Harlowe`() throws {
    let result = TweeReader.read(try story("harlowe"))
    let scenario = try value(result)
    let porch = try #require(scenario["moments"]?["the-porch"])
    #expect(scenario["opening"] == "the-porch")
    #expect(scenario["listener"] == "ray")
    #expect(scenario["layout"]?["promise"] == [300, 350])
    #expect(
      replies(porch) == [
        "Wait with him -> waiting", "A no to adoption is not a no to her. -> the-answer",
        "She stays whatever you sign. -> promise",
        "I would never let anybody move her. -> promise", "Say nothing -> silence",
      ]
    )
    #expect(
      lines(porch).prefix(2) == [
        ": Ray leans on the rail. $name has not sat down all day.",
        "ray: If I say no, do I lose her?",
      ]
    )
    let answer = try #require(scenario["moments"]?["the-answer"])
    #expect(
      lines(answer).prefix(2) == [
        "ray: Nobody told me that.", "you: I should have, on the first day.",
      ]
    )
    #expect(scenario["cast"]?["you"]?["role"] == "worker")
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
    let counts = Dictionary(uniqueKeysWithValues: result.keptCounts.map { ($0.kind, $0.count) })
    #expect(counts[.macro] == 10)
    #expect(counts[.comment] == 1)
    #expect(counts[.metadata] == 2)
    #expect(counts[.special] == 3)
  }

  @Test func `knows the code of SugarCube`() throws {
    let result = TweeReader.read(try story("sugarcube"))
    let scenario = try value(result)
    let start = try #require(scenario["moments"]?["start"])
    #expect(
      replies(start) == [
        "(to write) -> door", "I was wrong to say so. -> repair", "Did I say that? -> dodge",
        "Look at the calendar -> calendar", "Ask about the humming -> humming", "Leave -> door",
      ]
    )
    #expect(
      lines(start) == [
        "dana: You told me $childName would stay.",
        ": She pours a cup for you.She nods.She does not sit down.",
      ]
    )
    guard case .array(let all)? = start["replies"] else { throw Missing() }
    #expect(all[1]["note"] == ["setter, line 32: $trust to $trust + 1"])
    #expect(result.diagnostics.isEmpty)
  }

  @Test func `keeps a link inside a sentence where it stood`() throws {
    let scenario = try value(TweeReader.read(try story("plain")))
    let moment = try #require(scenario["moments"]?["write-it-down"])
    #expect(
      lines(moment) == [
        ": Note: this is not a speaker.", ": 10:30 is not a speaker either.",
        ": She writes it down. Later she shows it to her sister, who reads it twice.",
      ]
    )
    guard case .array(let all)? = moment["replies"] else { throw Missing() }
    #expect(
      all.first?["note"] == [
        "stood inside: She writes it down. Later she shows it to [[her sister->Sister]], who reads it twice."
      ]
    )
    let sister = try #require(scenario["moments"]?["sister"])
    #expect(sister["ending"]?["title"] == "Sister")
  }

  @Test func `undoes escapes and reads links at their right place`() throws {
    let file = try story("escapes")
    let (parsed, diagnostics) = TweeParser.parse(file)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    let names = try #require(parsed).passages.map(\.name)
    #expect(
      names == [
        "StoryTitle", "StoryData", "[Hello] {world} \\", "b", "d", "g", "h", "m", "trailing ",
        ":: colons",
      ]
    )
    #expect(parsed?.passages[2].tags == ["t1", "t]2", "t[3"])
    #expect(parsed?.passages[7].tags == ["tab", "separated"])
    let scenario = try value(TweeReader.read(file))
    let hello = try #require(scenario["moments"]?["hello-world"])
    #expect(
      replies(hello) == ["a -> b", "c| -> d", "e->f -> g", "i<-j -> h", "k|l -> m"]
    )
    #expect(lines(hello).first == ": :: Not a header")
    #expect(lines(hello)[1] == ": A line with \\ a backslash, a {{ brace } and a \"quote\".")
  }

  @Test func `reads what Windows and other languages write`() throws {
    let windows = try value(TweeReader.read(try story("windows")))
    #expect(windows["title"] == "Windows")
    #expect(lines(try #require(windows["moments"]?["next"])) == [": :: escaped", ": The end."])
    let german = try value(TweeReader.read(try story("deutsch")))
    guard case .object(let moments)? = german["moments"] else { throw Missing() }
    #expect(moments.map(\.key) == ["kuche", "arger", "strase-brucke-2", "moment"])
    #expect(german["cast"]?["jurgen"]?["name"] == "Jürgen")
  }

  private func value(_ result: TweeImport) throws -> JSONValue {
    let file = SourceFile(path: "", bytes: try #require(result.scenario))
    let document = try #require(JSONReader.read(file).document)
    return document.value(of: document.root)
  }

  private func replies(_ moment: JSONValue) -> [String] {
    guard case .array(let all)? = moment["replies"] else { return [] }
    return all.map { "\(text($0["say"])) -> \(text($0["next"]))" }
  }

  private func lines(_ moment: JSONValue) -> [String] {
    guard case .array(let all)? = moment["lines"] else { return [] }
    return all.map { "\(text($0["by"])): \(text($0["text"]))" }
  }

  private func text(_ value: JSONValue?) -> String {
    if case .string(let text)? = value { text } else { "" }
  }
}
