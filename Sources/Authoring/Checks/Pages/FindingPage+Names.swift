/// What can be wrong with what a file says it is, and with names.
extension FindingPage {
  private static let heading = #"{\#n"format": "rehearse-scenario/1", "id": "example","#

  private static func headed(_ heading: String) -> String {
    PageFrame.file(Self.heading, reading: heading)
  }

  static func listening(_ listener: String) -> String {
    PageFrame.file(#""listener": "tanya""#, reading: listener)
  }

  /// The third reply with something more in it.
  static func reply(_ more: String, say: String = "It is complicated, and it depends.") -> String {
    PageFrame.reply("vague", say, "2 2 2", next: "apart", more.isEmpty ? "" : "\n  \(more),")
  }

  static let formats: [FindingPage] = [
    FindingPage(
      "missing-format",
      "The first line says what kind of file this is and for which version of the program it was "
        + "written, so that it can still be read in years to come.",
      in: .scenario,
      failing: #"▸{ "id": "example","#,
      mended: #"{ "format": "rehearse-scenario/1", "id": "example","#,
      frame: headed
    ),
    FindingPage(
      "unknown-format",
      "The file says that it is of another kind. Check how the line is written, or whether you took the "
        + "file you meant.",
      in: .scenario,
      failing: #"{ "format": ▸"rehearse-scenarios/1", "id": "example","#,
      mended: #"{ "format": "rehearse-scenario/1", "id": "example","#,
      frame: headed
    ),
    FindingPage(
      "newer-format",
      "Whoever wrote this had a newer version of the program, which may understand what this one does "
        + "not. Get the newer one, or ask for the file in the older format.",
      in: .scenario,
      failing: #"{ "format": ▸"rehearse-scenario/2", "id": "example","#,
      mended: #"{ "format": "rehearse-scenario/1", "id": "example","#,
      frame: headed
    ),
    FindingPage(
      "turned-direction",
      "A character that cannot be seen makes the words after it run from right to left, so that they read "
        + "as something else. It comes in by copying. Delete the line and type it again.",
      .line,
      failing: #"{ "by": "tanya", "text": "So what ▸\u202Ehappens now?" }"#,
      mended: #"{ "by": "tanya", "text": "So what happens now?" }"#
    ),
    FindingPage(
      "hidden-character",
      "A character that cannot be seen stands in your words, where it breaks searching and the layout of "
        + "lines. It comes in by copying from a web page. Delete the word and type it again.",
      .line,
      failing: #"{ "by": "tanya", "text": "So what ▸\u200Bhappens now?" }"#,
      mended: #"{ "by": "tanya", "text": "So what happens now?" }"#
    ),
  ]

  static let names: [FindingPage] = [
    FindingPage(
      "unknown-moment",
      "The talk should go on at a moment that is not there, so it would stop in the middle of a class. "
        + "Each place that names it has its own finding.",
      .reply,
      failing: PageFrame.poor.replacing("\"apart\"", with: "▸\"appart\""),
      mended: PageFrame.poor
    ),
    FindingPage(
      "unknown-person",
      "Nobody in \"cast\" has this id. Ids have small letters, also where the name has a capital.",
      in: .scenario,
      failing: #""listener": ▸"tania""#,
      mended: #""listener": "tanya""#,
      frame: listening
    ),
    FindingPage(
      "unknown-reply",
      "The moment is there, and none of its replies has this id. If the reply has no \"id\" of its own, "
        + "give it one.",
      .reply,
      failing: reply(#""repairs": [▸"hello/hlaf"]"#),
      mended: reply("")
    ),
    FindingPage(
      "unknown-promise",
      "A promise that nobody makes cannot be kept, broken or repaired. Mark it in the reply that makes "
        + "it, or, if an earlier talk of the case makes it, name it in \"carried\".",
      .reply,
      failing: reply(#""repairs": [▸"home-by-may"]"#),
      mended: reply(#""repairs": ["home-by-may"]"#),
      mendedTop: #""carried": ["home-by-may"]"#
    ),
    FindingPage(
      "unknown-state",
      "What the script remembers is declared once, under \"state\", so that a slip does not make a "
        + "second, separate trust.",
      .reply,
      top: #""state": { "trust": { "start": 2, "from": 0, "to": 5 } }"#,
      failing: reply(#""effects": { ▸"trsut": "-1" }"#),
      mended: reply(#""effects": { "trust": "-1" }"#)
    ),
    FindingPage(
      "unknown-name",
      "A name in braces stands for a person, a fact or state. This is none of them, so people would read "
        + "the braces. For a brace itself write {{.",
      .line,
      failing: #"{ "by": "tanya", "text": "Is {▸dona} here?" }"#,
      mended: #"{ "by": "tanya", "text": "Is {dana} here?" }"#
    ),
    FindingPage(
      "unknown-fact",
      "A facts file gives a county's own dates and places to a script. It can replace only facts that the "
        + "script has, and this is none of them.",
      in: .facts,
      failing: #"{ ▸"haering": "July 9 at 9:00" }"#,
      mended: #"{ "hearing": "July 9 at 9:00" }"#
    ),
    FindingPage(
      "unknown-element",
      "There are eleven things that people are owed, such as dates and plan-b; the message lists them. "
        + "Only these can be asked for.",
      .line,
      failing: #"{ "by": "tanya", "text": "June, then?", "when": "told(tanya, ▸date)" }"#,
      mended: #"{ "by": "tanya", "text": "June, then?", "when": "told(tanya, dates)" }"#
    ),
    FindingPage(
      "unknown-rubric",
      "There is no rubric of this name, so nobody could say what the levels mean. Without this line the "
        + "rubric is \"core\".",
      .top,
      failing: #""rubric": ▸"cor""#,
      mended: #""rubric": "core""#
    ),
    FindingPage(
      "unknown-dimension",
      "The rubric does not judge this, so the level would count nowhere.",
      .reply,
      failing: PageFrame.poor.replacing("\"clarity\"", with: "▸\"clarty\""),
      mended: PageFrame.poor
    ),
    FindingPage(
      "missing-dimension",
      "Each reply says a level for everything the rubric judges, so that none is forgotten. Write null "
        + "where it does not come up.",
      .reply,
      failing: PageFrame.poor.replacing("\"rates\"", with: "▸\"rates\"")
        .replacing(", \"shared-parenting\": 2", with: ""),
      mended: PageFrame.poor.replacing("parenting\": 2", with: "parenting\": null")
    ),
    FindingPage(
      "unknown-layout",
      "The map has a place for a moment that is not there. It was probably renamed.",
      .top,
      failing: #""layout": { ▸"helo": [0, 0] }"#,
      mended: #""layout": { "hello": [0, 0] }"#
    ),
    FindingPage(
      "duplicate-name",
      "People, facts and state share their names, because texts write all of them in braces: {dana} can "
        + "mean only one.",
      .top,
      failing: #""facts": { ▸"dana": "a resource parent" }"#,
      mended: #""facts": { "home": "a resource parent" }"#
    ),
    FindingPage(
      "duplicate-reply",
      "Conditions, repairs and kept plays name a reply by its id, so each reply of a moment has its own.",
      .reply,
      failing: PageFrame.poor.replacing("\"vague\"", with: "▸\"half\""),
      mended: PageFrame.poor
    ),
    FindingPage(
      "duplicate-promise",
      "A promise is remembered by its id. With two of the same id nobody could tell which was broken or "
        + "repaired.",
      .reply,
      failing: reply(
        """
        "promises": [{ "id": "home", "about": "plan-a", "words": "it depends" },
            { "id": ▸"home", "about": "dates", "words": "It is" }]
        """
      ),
      mended: reply(
        """
        "promises": [{ "id": "home", "about": "plan-a", "words": "it depends" },
            { "id": "by-may", "about": "dates", "words": "It is" }]
        """
      )
    ),
    FindingPage(
      "reserved-name",
      "Conditions use this word themselves, so it cannot be the name of something you remember.",
      .top,
      failing: #""state": { ▸"turns": { "start": false } }"#,
      mended: #""state": { "her-turn": { "start": false } }"#
    ),
  ]

  static let people: [FindingPage] = [
    FindingPage(
      "brace-in-name",
      "A person's name is what texts put in for {tanya}, so it cannot itself name others.",
      .cast,
      failing: PageFrame.cast.replacing("\"Tanya\"", with: "▸\"{sam}'s Tanya\""),
      mended: PageFrame.cast
    ),
    FindingPage(
      "kind-without-caregiver",
      "The kind says whether a caregiver is family or a resource parent. Nobody else has one.",
      .cast,
      failing: PageFrame.cast.replacing(
        "\"birth-parent\"",
        with: "\"birth-parent\", ▸\"kind\": \"relative\""
      ),
      mended: PageFrame.cast
    ),
    FindingPage(
      "listener-is-worker",
      "The worker is whoever plays. The listener is the person they talk to.",
      in: .scenario,
      failing: #""listener": ▸"sam""#,
      mended: #""listener": "tanya""#,
      frame: listening
    ),
    FindingPage(
      "hearer-absent",
      "Only people in the room can be told something or promised something. Name them in the moment's "
        + "\"present\", or take them out here.",
      .reply,
      failing: reply(#""tells": [{ "element": "why", "to": ["tanya", ▸"dana"] }]"#),
      mended: reply(#""tells": [{ "element": "why", "to": ["tanya"] }]"#)
    ),
  ]

  static let texts: [FindingPage] = [
    FindingPage(
      "unclosed-brace",
      "A brace begins a name, and the name never ends. For a brace that people should read write {{.",
      .line,
      failing: #"{ "by": "tanya", "text": "Is ▸{dana here?" }"#,
      mended: #"{ "by": "tanya", "text": "Is {dana} here?" }"#
    ),
    FindingPage(
      "state-in-notes",
      "What the script remembers changes during a talk. A title or a note is the same before and after, "
        + "so it cannot show it.",
      .top,
      failing:
        #""state": { "trust": { "start": 2, "from": 0, "to": 5 } }, "notes": "Trust: {▸trust}.""#,
      mended: #""state": { "trust": { "start": 2, "from": 0, "to": 5 } }, "notes": "Watch trust.""#
    ),
    FindingPage(
      "later-fact",
      "Facts are put together from top to bottom, so one can name only those above it.",
      .top,
      failing: """
        "facts": {
          "dates": "On June 4 {▸decides} can send her home.",
          "decides": "the judge" }
        """,
      mended: """
        "facts": {
          "decides": "the judge",
          "dates": "On June 4 {decides} can send her home." }
        """
    ),
    FindingPage(
      "filled-text-too-long",
      "With the facts put in, this text is longer than anybody could read. (The fact in this example "
        + "is made of dots, to be long enough.)",
      .line,
      top: "\"facts\": { \"all\": \"" + String(repeating: ".", count: 9_990) + "\" }",
      failing: #"{ "text": "▸\#(String(repeating: "{all}", count: 11))" }"#,
      mended: #"{ "text": "{all}" }"#
    ),
    FindingPage(
      "words-not-said",
      "The record quotes what was said, letter for letter. Copy the words out of \"say\".",
      .reply,
      failing: reply(#""tells": [{ "element": "dates", "words": ▸"the judge looks" }]"#),
      mended: reply(#""tells": [{ "element": "dates", "words": "it depends" }]"#)
    ),
  ]
}
