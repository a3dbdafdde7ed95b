import Testing

/// A file as a trainer writes it on the first evening, with ten different mistakes.
@Suite struct TenMistakesTests {
  static let path = "/home/person/first-try.json"
  static let text = #"""
    {
      // my first scenario
      "format": "rehearse-scenario/1",
      "id": "first-try",
      "title": "First try"
      "summary": “A short one.”,
      "seting": "A hallway.",
      "setting": "A hallway.",
      "listener": "tanya",
      "cast": {
        "tanya": { "name": "Tanya", "role": "birth-parent" },
        "mia": { "name": "Mia", "role": "child" }
      },
      "state": { "trust": { "start": 2, "from": 0, "to": 5 } },
      "opening": "hello",
      "moments": {
        "hello": {
          "lines": [
            { "by": "tanya", "text": "When is {mya} home?" },
            { "text": "She waits.", "when": "trust > 1 and turst < 3" },
          ],
          "replies": [
            {
              "say": "Soon.",
              "rates": { "honesty": 5, "clarity": 3, "shared-parenting": null },
              "why": "It dodges.",
              "why": "It is a dodge.",
              "heard": "Never.",
              "next": "goodby"
            }
          ]
        },
        "goodbye": {
          "lines": [],
          "ending": { "title": "Over", "text": "She goes.", "kind": "mixed" }
        }
      }
    }
    """#

  /// Where each mistake is, counted by hand, and the words that say what would be right.
  static let findings: [(place: String, code: String, help: String)] = [
    ("2:3", "comment", "write a \"note\" key instead"),
    ("5:23", "missing-comma", "write a comma here"),
    ("6:14", "curly-quotes", "turn off \"smart quotes\" in Word"),
    ("7:3", "unknown-key", "did you mean \"setting\"?"),
    ("19:44", "unknown-name", "did you mean {mia}?"),
    ("20:56", "unknown-state", "did you mean \"trust\"?"),
    ("20:68", "trailing-comma", "take the comma out"),
    ("25:33", "out-of-range", "a number from 1 to 4, found 5"),
    ("27:11", "duplicate-key", "the first \"why\" is here"),
    ("29:19", "unknown-moment", "did you mean \"goodbye\"?"),
  ]

  @Test(arguments: ["check", "play"])
  func eachIsReportedOnceWithItsPlaceAndWhatToDo(_ command: String) {
    let computer = Computer()
    computer.put(Self.path, Self.text)
    let run = computer.run([command, Self.path])
    #expect(run.status == 65)
    let lines = run.all.split(separator: "\n").map(String.init)
    let heads = lines.indices.filter {
      lines[$0].contains("error[") || lines[$0].contains("warning[")
    }
    let found = heads.map { lines[$0].prefix { $0 != "]" } }
    #expect(found == Self.findings.map { "\(Self.path):\($0.place): error[\($0.code)" })
    for (index, finding) in Self.findings.enumerated() where index < heads.count {
      let end = index + 1 < heads.count ? heads[index + 1] : lines.count
      let words = lines[heads[index]..<end].joined(separator: "\n")
      #expect(words.contains(finding.help), "\(words)")
      #expect(words.contains("^"), "the place is underlined")
    }
    #expect(run.all.contains("10 errors in \(Self.path)"))
  }

  /// With the ten mended there is nothing left to find.
  @Test func mendedItPlays() {
    let mended = [
      ("  // my first scenario\n", ""), ("\"First try\"", "\"First try\","),
      ("“A short one.”", "\"A short one.\""), ("  \"seting\": \"A hallway.\",\n", ""),
      ("{mya}", "{mia}"), ("turst", "trust"), ("< 3\" },", "< 3\" }"),
      ("\"honesty\": 5", "\"honesty\": 2"),
      ("          \"why\": \"It dodges.\",\n", ""), ("\"goodby\"", "\"goodbye\""),
    ]
    .reduce(Self.text) { $0.replacing($1.0, with: $1.1) }
    let computer = Computer()
    computer.put(Self.path, mended)
    let run = computer.run(["check", Self.path])
    #expect(run.status == 0)
    #expect(!run.output.contains("error["), "\(run.output)")
    #expect(computer.run(["play", Self.path], typing: ["1"]).output.contains("She goes."))
  }

  @Test func forProgramsThereIsJSON() {
    let computer = Computer()
    computer.put(Self.path, Self.text)
    let run = computer.run(["check", "--json", Self.path])
    #expect(run.status == 65)
    #expect(run.output.split(separator: "\"code\"").count == 11, "\(run.output)")
    for finding in Self.findings { #expect(run.output.contains("\"\(finding.code)\"")) }
  }
}
