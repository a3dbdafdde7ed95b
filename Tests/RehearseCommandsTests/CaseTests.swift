import Testing

/// A case of two talks; what is promised to one is remembered by the other.
@Suite struct CaseTests {
  let computer = Computer()

  static let second = #"""
    {
      "format": "rehearse-scenario/1", "id": "porch", "title": "The porch",
      "summary": "Dana has heard.", "setting": "A porch.", "order": "as-written",
      "listener": "dana",
      "cast": {
        "ray": { "name": "Ray", "role": "birth-parent" },
        "dana": { "name": "Dana", "role": "caregiver", "kind": "resource" },
        "sam": { "name": "Sam", "role": "child" }
      },
      "owed": { "dana": ["plan-a"] },
      "state": { "trust": { "start": 5, "from": 0, "to": 5, "of": "ray" } },
      "carried": ["home"],
      "opening": "step",
      "moments": {
        "step": {
          "lines": [
            { "by": "dana", "text": "Ray says you promised him.", "when": "promised(home) and not repaired(home)" },
            { "by": "dana", "text": "Ray says you took it back.", "when": "repaired(home)" },
            { "by": "dana", "text": "Ray told me the date.", "when": "told(ray, dates)" },
            { "text": "Trust is {trust}." }
          ],
          "replies": [
            {
              "id": "yours", "say": "He will stay with you for good.",
              "rates": { "honesty": 1, "clarity": 3, "shared-parenting": 1 },
              "why": "Nobody knows.", "heard": "He is mine.",
              "promises": [{ "id": "stay", "about": "plan-b", "words": "stay with you for good" }],
              "next": "end"
            },
            {
              "id": "home-first", "say": "The first plan is home, with Ray.",
              "rates": { "honesty": 3, "clarity": 3, "shared-parenting": 3 },
              "why": "The first plan, said to her.", "heard": "Home first.",
              "tells": ["plan-a"], "next": "end"
            }
          ]
        },
        "end": { "lines": [], "ending": { "title": "The step", "text": "Dusk.", "kind": "mixed" } }
      }
    }
    """#

  static let supper = #"""
    { "format": "rehearse-case/1", "id": "supper", "title": "Supper", "summary": "Two talks.",
      "scenarios": ["kitchen", "porch"], "carry": ["trust"] }
    """#

  init() {
    computer.put("/shelf/Library/kitchen.json", Kitchen.text)
    computer.put("/shelf/Library/porch.json", Self.second)
    computer.put("/shelf/Cases/supper.json", Self.supper)
  }

  @Test func theLedgerAndTheChosenStateGoAlong() {
    let run = computer.run(
      ["play", "supper"],
      typing: ["1", "2", "3"] + Kitchen.enters + ["1"] + Kitchen.enters
    )
    #expect(run.status == 0)
    #expect(
      run.shows(inOrder: [
        "Supper", "Two talks.", "The kitchen", "The ledger",
        "Next in Supper, talk 2 of 2:", "The porch", "You are talking with Dana.",
        "Dana: Ray says you promised him.", "Trust is 3.", "You: He will stay with you for good.",
        "The ledger", "an earlier talk", "Contradicted",
      ]),
      "\(run.output)"
    )
    #expect(computer.journals.count == 2)
  }

  @Test func whatWasRepairedIsRemembered() {
    let run = computer.run(
      ["play", "supper"],
      typing: ["1", "1", "3"] + Kitchen.enters + ["2"] + Kitchen.enters
    )
    #expect(run.output.contains("Dana: Ray says you took it back."))
    #expect(!run.output.contains("Ray says you promised him."))
    #expect(!run.output.contains("Contradicted"))
    let told = Self().computer.run(
      ["play", "supper"],
      typing: ["2", "2", "3"] + Kitchen.enters + ["2"]
    )
    #expect(told.output.contains("Dana: Ray told me the date."))
  }

  @Test func anInterruptedTalkGoesOnWithWhatWasCarried() {
    _ = computer.run(["play", "supper"], typing: ["1", "2", "3"] + Kitchen.enters + ["hint"])
    let second = computer.journals.first { computer.journal($0).contains("\"porch\"") } ?? ""
    let name = String(second.split(separator: "/").last?.dropLast(8) ?? "")
    // Even when the first talk has been forgotten since.
    for path in computer.journals where path != second {
      let other = String(path.split(separator: "/").last?.dropLast(8) ?? "")
      #expect(computer.run(["forget", other]).status == 0)
    }
    let run = computer.run(["resume", name], typing: ["1"] + Kitchen.enters)
    #expect(
      run.shows(inOrder: ["Dana: Ray says you promised him.", "Trust is 3.", "Contradicted"])
    )
  }

  @Test func anInterruptedFirstTalkGoesOnIntoTheSecond() {
    _ = computer.run(["play", "supper"], typing: ["1"])
    let run = computer.run(["resume"], typing: ["2", "3"] + Kitchen.enters + ["save"])
    #expect(run.shows(inOrder: ["Where you were:", "talk 2 of 2", "Ray says you promised him."]))
  }

  @Test func aTalkThatIsMissingIsAnErrorInTheCase() {
    computer.put(
      "/shelf/Cases/supper.json",
      #"""
      { "format": "rehearse-case/1", "id": "supper", "title": "Supper", "summary": "Two talks.",
        "scenarios": ["kitchen", "porhc"] }
      """#
    )
    let run = computer.run(["check", "/shelf/Cases/supper.json"])
    #expect(run.status == 65)
    #expect(run.output.contains("/shelf/Cases/supper.json:2:28"), "\(run.output)")
    #expect(run.output.contains("porch"), "it says what would work")
  }

  /// What an earlier talk may have left is part of what can happen in a later one.
  @Test func aLineAboutAnEarlierTalkIsNotCalledDead() {
    for path in ["/shelf/Library/porch.json", "/shelf/Cases/supper.json"] {
      let run = computer.run(["check", path])
      #expect(run.status == 0)
      #expect(!run.output.contains("line-never-said"), "\(run.output)")
    }
  }
}
