import Authoring
import Platform
import SourceText
import Testing

/// A file that is none of ours is recognised, and its command is named.
@Suite struct OtherFileTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    /// What the sentence must say.
    let words: [String]

    init(_ name: String, _ text: String, _ words: String...) {
      testDescription = name
      bytes = Array(text.utf8)
      self.words = words
    }
  }

  static let samples: [Sample] = [
    Sample(
      "facts",
      #"{ "hearing": "July 9", "decides": "the judge" }"#,
      "file of facts",
      "rehearse play SCENARIO --facts /home/person/x.json"
    ),
    Sample(
      "schema",
      #"{ "$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {} }"#,
      "JSON Schema"
    ),
    Sample(
      "story",
      ":: StoryTitle\nJune\n\n:: Start\n[[Go]]\n",
      "Twee story",
      "rehearse import /home/person/x.json"
    ),
    Sample(
      "story after a few words",
      "\u{FEFF}By Sam\r\n:: Start\r\n[[Go]]\r\n",
      "Twee story"
    ),
    Sample(
      "lines to score",
      "{\"id\": \"1\", \"text\": \"Hello.\"}\n{\"id\": \"2\", \"text\": \"Bye.\"}\n",
      "rehearse score < /home/person/x.json"
    ),
    Sample("letter", "Dear trainer,\nhere is my scenario.\n", "plain text", "rehearse new"),
    Sample("word", "PK\u{3}\u{4}\u{14}\u{0}", "Word", "text editor"),
    Sample("rich text", #"{\rtf1\ansi Dear trainer}"#, "RTF", "text editor"),
    Sample("pdf", "%PDF-1.7\n", "PDF"),
    Sample("web page", "<!DOCTYPE html>\n<html>", "web page", "rehearse import"),
    Sample("zeros", String(repeating: "\0", count: 600), "not a text file"),
  ]

  @Test(arguments: samples)
  func oneSentenceSaysWhatItLooksLikeAndWhatTakesIt(_ sample: Sample) {
    let computer = Computer()
    computer.memory.put("/home/person/x.json", sample.bytes)
    for command in ["check", "play"] {
      let run = computer.run([command, "/home/person/x.json"])
      #expect(run.status == 65)
      #expect(run.all.split(separator: "error[").count == 2, "\(run.all)")
      #expect(run.all.contains("/home/person/x.json:1:1: error[other-file]: "), "\(run.all)")
      for word in sample.words { #expect(run.all.contains(word), "\(run.all)") }
      #expect(Harm.found(in: run.all).isEmpty)
    }
  }

  @Test func aRecordOfPracticeIsRecognised() {
    let computer = Computer()
    #expect(computer.run(["play", Kitchen.path], typing: ["1"]).status == 0)
    let journal = computer.journals.first ?? ""
    #expect(!journal.isEmpty)
    let run = computer.run(["check", journal])
    #expect(run.all.contains("error[other-file]"), "\(run.all)")
    #expect(run.all.contains("rehearse history"))
  }

  /// What may be meant as a scenario is read as one, however little of it there is.
  @Test(arguments: [
    "", " \n", "{", "{}", "[]", #"{ "title": "June 4" }"#, #"{ "format": "rehearse-case/1" }"#,
    #"{ "opening": "hello", "moments": { "hello": {} } }"#, "title\": \"x\"", "\"title\": \"x\"",
    "// mine\n{ \"id\": \"x\" }", "\u{FEFF}{ \"id\": \"x\" }",
  ])
  func whatMayBeMeantForAScenarioIsReadAsOne(_ text: String) {
    #expect(OtherFile.finding(in: SourceFile(path: "x.json", bytes: Array(text.utf8))) == nil)
  }

  @Test func aFolderIsToldHowToCheckWhatIsInIt() {
    let computer = Computer()
    computer.memory.put("/home/person/mine", FileKind.directory)
    let run = computer.run(["check", "/home/person/mine"])
    #expect(run.errors.contains("rehearse check /home/person/mine/*.json"), "\(run.errors)")
  }

  @Test func toolsThatTakeAnotherKindNameTheRightOne() {
    let computer = Computer()
    let (story, scenario) = ("/home/person/x.twee", Kitchen.path)
    computer.put(story, ":: Start\n[[Go]]\n\n:: Go\nDone.\n")
    for command in ["format", "export"] {
      let run = computer.run([command, story])
      #expect(run.status == 65)
      #expect(run.errors.contains("rehearse import \(story)"), "\(run.errors)")
    }
    let run = computer.run(["import", scenario])
    #expect(run.status == 65)
    #expect(run.errors.contains("rehearse check \(scenario)"), "\(run.errors)")
  }

  /// What a pipe takes is the file that `--output` writes, empty lines and rare characters too.
  @Test func aPrintedFileIsTheFileByteForByte() {
    let computer = Computer()
    computer.put(Kitchen.path, Kitchen.text.replacing("A kitchen", with: "A kitchen\u{200D}\u{85}"))
    let written = computer.run(["export", Kitchen.path, "--output", "/home/person/x.twee"])
    #expect(written.status == 0, "\(written.all)")
    let printed = computer.run(["export", Kitchen.path]).output
    #expect(Array(printed.utf8) == computer.memory.bytes("/home/person/x.twee"))
    #expect(printed.contains("\n\n"))
  }
}

/// A file of ours that does not say which kind it is, or is of a newer kind.
@Suite struct DocumentFormatTests {
  private func check(_ text: String) -> Run {
    let computer = Computer()
    computer.put("/home/person/x.json", text)
    return computer.run(["check", "/home/person/x.json"])
  }

  @Test(arguments: [
    (CaseTests.supper, "rehearse-case/1", "a case"),
    (Kitchen.rubric, "rehearse-rubric/1", "a rubric"),
  ])
  func whatDoesNotSayWhatItIsGetsTheLineItLacks(text: String, format: String, kind: String) {
    let run = check(text.replacing("\"format\": \"\(format)\",", with: ""))
    #expect(run.status == 65)
    #expect(run.errors.isEmpty)
    #expect(
      run.output.contains(
        "error[missing-format]: the file looks like \(kind), but does not say what it is: "
          + "\"format\": \"\(format)\" is expected first"
      ),
      "\(run.output)"
    )
    #expect(run.output.contains("add \"format\": \"\(format)\""))
    #expect(!run.output.contains("missing-keys"))
  }

  @Test(arguments: ["rehearse-scenario", "rehearse-case", "rehearse-rubric"])
  func aNewerFormatIsOneSentence(_ format: String) {
    let run = check("{ \"format\": \"\(format)/2\", \"id\": \"mine\", \"mood\": 7 }")
    #expect(run.status == 65)
    #expect(run.output.contains("error[newer-format]: this file is written in \"\(format)/2\""))
    #expect(run.output.contains("1 error in "))
  }
}
