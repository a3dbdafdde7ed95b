import Foundation
import Platform
import Testing

@testable import RehearseCommands

@Suite struct CommandTests {
  let computer = Computer()

  @Test func theVersionIsOneLine() {
    let run = computer.run(["--version"])
    #expect(run == Run(status: 0, output: "rehearse \(Program.version)\n", errors: ""))
  }

  @Test func helpLeadsWithExamplesAndNamesTheScreenReadersFirst() {
    let run = computer.run(["help"])
    #expect(run.status == 0)
    #expect(run.lines.first?.contains("--plain") == true)
    #expect(run.shows(inOrder: ["Examples:", "Commands:", "Topics"]))
    #expect(computer.run(["--help"]).output == run.output)
    #expect(computer.run(["-h"]).output == run.output)
    for command in CommandSpec.all { #expect(run.output.contains("- \(command.name): ")) }
    for topic in HelpTopic.all { #expect(run.output.contains("- \(topic.name): ")) }
  }

  @Test(arguments: CommandSpec.all.map(\.name))
  func everyCommandExplainsItself(_ command: String) {
    let run = computer.run(["help", command])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.shows(inOrder: ["rehearse \(command)", "Examples:", "- rehearse", "Options:"]))
    #expect(computer.run([command, "--help"]) == run)
  }

  @Test(arguments: HelpTopic.all.map(\.name))
  func everyTopicIsThere(_ topic: String) {
    let run = computer.run(["help", topic])
    #expect(run.status == 0)
    #expect(!run.lines.isEmpty)
  }

  @Test func theExitCodesAreDocumented() {
    let run = computer.run(["help", "exit-codes"])
    for code in [0, 1, 2, 65, 66, 129, 130, 143] {
      #expect(run.lines.contains { $0.hasPrefix("- \(code): ") }, "\(code)")
    }
  }

  /// Every example in the help is a command line that is understood.
  @Test func theExamplesWork() throws {
    for example in CommandSpec.all.flatMap(\.examples) {
      let words = Self.words(of: example.command)
      #expect(throws: Never.self, "\(example.command)") { try Arguments(words) }
    }
  }

  /// The words a shell would hand to the program: quotation marks taken off, pipes and files left out.
  private static func words(of command: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var isOurs = false
    for character in command + " " {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == " " {
        if ["|", ">", "<"].contains(word), isOurs { return words }
        if word == "rehearse" {
          isOurs = true
        } else if isOurs, !word.isEmpty {
          words.append(word)
        }
        word = ""
      } else {
        word.append(character)
      }
    }
    return words
  }

  struct Misuse: Sendable, CustomTestStringConvertible {
    let words: [String]
    let says: [String]
    var testDescription: String { words.joined(separator: " ") }
    init(_ words: String, says: String...) {
      self.words = words.split(separator: " ").map(String.init)
      self.says = says
    }
  }

  @Test(arguments: [
    Misuse("paly june-fourth", says: "\"paly\"", "did you mean play?", "rehearse help"),
    Misuse("resme", says: "did you mean resume?"),
    Misuse("xyzzy", says: "there is no command \"xyzzy\""),
    Misuse("play", says: "play needs the name of a scenario", "rehearse help play"),
    Misuse("play a b", says: "play does not take \"b\""),
    Misuse("play a --mod learn", says: "no option --mod", "did you mean --mode?"),
    Misuse("play a --mode lern", says: "learn, rehearse, ready", "\"lern\"", "did you mean learn?"),
    Misuse("play a --mode", says: "--mode needs a mode"),
    Misuse("play a --seed seven", says: "--seed is a whole number", "\"seven\""),
    Misuse("play a --seed=-1", says: "--seed is a whole number"),
    Misuse("try a --runs 0", says: "--runs is a whole number from 1 to 1000000", "help try"),
    Misuse("check a --states none", says: "--states is a whole number from 1 to 100000000"),
    Misuse("show a --seed x", says: "--seed is a whole number, such as 7, not \"x\"", "help show"),
    Misuse("play a --plain=yes", says: "--plain takes no value"),
    Misuse("check", says: "check needs the name of a file"),
    Misuse("list extra", says: "list does not take \"extra\""),
    Misuse("forget", says: "forget needs the name of an attempt", "--all"),
    Misuse("help exit-code", says: "did you mean exit-codes?"),
    Misuse("--jsn", says: "no option --jsn"),
  ])
  func aMisuseIsExplainedAndIsTwo(_ misuse: Misuse) {
    let run = computer.run(misuse.words)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    for text in misuse.says { #expect(run.errors.contains(text), "\(run.errors)") }
  }

  @Test func whatIsNotThereIsSixtySix() {
    let near = computer.run(["play", "june-forth"])
    #expect(near.status == 66)
    #expect(near.errors.contains("Did you mean june-fourth?"))
    let far = computer.run(["play", "zzzzzzzzzzzzz"])
    #expect(far.status == 66)
    #expect(far.errors.contains("rehearse list"))
    let file = computer.run(["play", "/nowhere/x.json"])
    #expect(file.status == 66)
    #expect(file.errors.contains("There is no file /nowhere/x.json."))
    #expect(computer.run(["check", "/nowhere/x.json"]).status == 66)
    #expect(computer.run(["play", Kitchen.path, "--facts", "/nowhere/f.json"]).status == 66)
    #expect(computer.run(["resume", "20200101-000000-aaaaaa"]).status == 66)
    #expect(computer.run(["resume"]).status == 66)
    #expect(computer.run(["forget", "20200101-000000-aaaaaa"]).status == 66)
    #expect(computer.run(["forget", "../../etc/passwd"]).status == 66)
  }

  @Test func aBrokenScenarioIsSixtyFiveForPlayAndCheck() {
    computer.put("/home/person/bad.json", "{ \"format\": \"rehearse-scenario/1\" ")
    for command in ["play", "check"] {
      let run = computer.run([command, "/home/person/bad.json"])
      #expect(run.status == 65)
      #expect(run.all.contains("/home/person/bad.json:1:"), "\(run.all)")
      #expect(run.all.contains("error["))
    }
    #expect(computer.journals.isEmpty)
  }

  @Test func aScenarioThatPlaysHasOnlyWarnings() {
    let run = computer.run(["check", Kitchen.path])
    #expect(run.status == 0)
    #expect(run.output.contains("warning[person-unused]"))
    #expect(!run.output.contains("error["))
    #expect(computer.run(["check", "--strict", Kitchen.path]).status == 65)
    let json = computer.run(["check", "--json", Kitchen.path])
    #expect(json.status == 0)
    #expect((try? JSONSerialization.jsonObject(with: Data(json.output.utf8))) != nil)
  }

  @Test func whatAnAuthorAllowsIsCountedAndNotSaid() {
    let codes = ["person-unused", "missing-hint", "missing-discuss"]
    let allowed = codes.map { #"{ "code": "\#($0)", "because": "It is a kitchen for tests." }"# }
    let list = allowed.joined(separator: ", ")
    let text = Kitchen.text.replacing("\"opening\"", with: "\"allow\": [\(list)], \"opening\"")
    computer.put("/home/person/allowed.json", text)
    let run = computer.run(["check", "/home/person/allowed.json", "--report"])
    for code in codes { #expect(!run.output.contains("warning[\(code)]"), "\(run.output)") }
    #expect(run.output.contains("Allowed, with reasons: "))
  }

  @Test func aReportSaysWhatAScenarioCanComeTo() {
    let run = computer.run(["check", "--report", Kitchen.path])
    #expect(run.shows(inOrder: ["moments", "A talk takes", "that is all there are", "honesty:"]))
    let json = computer.run(["check", "--report", "--json", Kitchen.path])
    let value = try? JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((value?["findings"] as? [Any])?.isEmpty == false)
    #expect((value?["reports"] as? [[String: Any]])?.first?["searchedAll"] as? Bool == true)
  }

  @Test func whereNamesTheFoldersInOrder() {
    let run = computer.run(["where"])
    #expect(run.status == 0)
    #expect(run.shows(inOrder: ["1. /shelf (REHEARSE_SCENARIOS)", "2. inside the program"]))
    #expect(run.output.contains(Computer.attempts))
    computer.memory.setEnvironment("HOME", nil)
    #expect(computer.run(["where"]).output.contains("not kept: HOME is not set"))
  }

  @Test func listIsForPeopleAndForPrograms() throws {
    let run = computer.run(["list", "--json"])
    #expect(run.status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let entries = try #require(json as? [[String: Any]])
    let ids = entries.compactMap { $0["id"] as? String }
    #expect(Set(ids).isSuperset(of: ["june-fourth", "say-it-again", "the-same-sentence"]))
    let first = try #require(entries.first { $0["id"] as? String == "the-same-sentence" })
    #expect(first["kind"] as? String == "case")
    #expect((first["talks"] as? [String])?.count == 3)
    #expect((first["draft"] as? String)?.contains("Not yet read by") == true)
  }
}
