/// What can be wrong with what a script remembers, and where it goes on.
extension FindingPage {
  private static let trust = #""state": { "trust": { "start": 2, "from": 0, "to": 5 } }"#
  private static let mood =
    #""state": { "mood": { "start": "calm", "values": ["calm", "shaken"] } }"#

  /// The first moment, a second one, and the endings.
  private static func story(_ second: String, next: String = "later") -> String {
    [
      PageFrame.hello(
        PageFrame.reply("plain", "There are two plans, and I work on both.", "3 3 3", next: next),
        PageFrame.fair,
        PageFrame.poor
      ), second, PageFrame.endings,
    ].joined(separator: ",\n")
  }

  /// A second moment whose first reply has something more in it.
  private static func later(_ more: String, _ key: String = #""later""#, end: String = "") -> String
  {
    let reply = PageFrame.reply("true", "Yes. Let us look.", "3 3 3", "\n  \(more),")
    let lines = #""lines": [{ "text": "She waits." }],"#
    return "\(key): { \(lines) \"replies\": [\n\(reply) ]\(end) }"
  }

  static let state: [FindingPage] = [
    FindingPage(
      "state-mixed",
      "A number has \"from\" and \"to\", a text has \"values\", and true or false has none of them.",
      .top,
      failing: #""state": { "mood": { "start": "calm", ▸"from": 0 } }"#,
      mended: mood
    ),
    FindingPage(
      "state-needs-range",
      "A number stays between two others, so that every state of a talk can be searched before it meets "
        + "a class.",
      .top,
      failing: #""state": { ▸"trust": { "start": 2, "from": 0 } }"#,
      mended: trust
    ),
    FindingPage(
      "state-needs-values",
      "A text has a list of all it may be, so that a slip is found and every state can be searched.",
      .top,
      failing: #""state": { ▸"mood": { "start": "calm" } }"#,
      mended: mood
    ),
    FindingPage(
      "state-range-turned",
      "The least value is above the greatest, so there is none in between.",
      .top,
      failing: #""state": { "trust": { "start": 2, "from": ▸5, "to": 0 } }"#,
      mended: trust
    ),
    FindingPage(
      "state-start-outside",
      "The talk would begin with a value that cannot be.",
      .top,
      failing: #""state": { "trust": { "start": ▸7, "from": 0, "to": 5 } }"#,
      mended: trust
    ),
    FindingPage(
      "duplicate-value",
      "The list names everything once. Was another word meant?",
      .top,
      failing: #""state": { "mood": { "start": "calm", "values": ["calm", ▸"calm"] } }"#,
      mended: mood
    ),
    FindingPage(
      "effect-type",
      "A number is changed by \"+1\" or set to 3, a text is set to one of its values, and true or false "
        + "stands without quotation marks.",
      .reply,
      top: trust,
      failing: reply(#""effects": { "trust": ▸"low" }"#),
      mended: reply(#""effects": { "trust": "-1" }"#)
    ),
    FindingPage(
      "effect-outside",
      "This cannot become what the effect says. Use a value that it may have, or widen its range.",
      .reply,
      top: trust,
      failing: reply(#""effects": { "trust": ▸6 }"#),
      mended: reply(#""effects": { "trust": 5 }"#)
    ),
    FindingPage(
      "effect-without-change",
      "Adding nothing changes nothing. Was +1 or -1 meant?",
      .reply,
      top: trust,
      failing: reply(#""effects": { "trust": ▸"+0" }"#),
      mended: reply(#""effects": { "trust": "-1" }"#)
    ),
  ]

  static let waysOn: [FindingPage] = [
    FindingPage(
      "last-way-has-condition",
      "Ways on are tried from the top. If none fits, the talk would stop in the middle, so the last one "
        + "has no condition.",
      .moments,
      top: trust,
      failing: story(
        #""later": { "lines": [], "next": [{ "when": "trust > 2", "go": "well" }, "#
          + #"{ ▸"when": "trust < 3", "go": "apart" }] }"#
      ),
      mended: story(
        #""later": { "lines": [], "next": [{ "when": "trust > 2", "go": "well" }, "#
          + #"{ "go": "apart" }] }"#
      )
    ),
    FindingPage(
      "ways-never-taken",
      "A way without a condition is always taken, so nothing after it is ever looked at. Put it last.",
      .moments,
      top: trust,
      failing: story(
        #""later": { "lines": [], "next": [{ "go": ▸"apart" }, { "when": "trust > 2", "go": "well" }, "#
          + #"{ "go": "apart" }] }"#
      ),
      mended: story(
        #""later": { "lines": [], "next": [{ "when": "trust > 2", "go": "well" }, { "go": "apart" }] }"#
      )
    ),
    FindingPage(
      "missing-otherwise",
      "Every reply here can be gone or not fit, and then nobody could say anything. \"otherwise\" says "
        + "where the talk goes then.",
      .moments,
      failing: story(later(#""once": true"#, #"▸"later""#)),
      mended: story(later(#""once": true"#, end: #", "otherwise": "apart""#))
    ),
    FindingPage(
      "needless-otherwise",
      "One reply can always be said, so this is never used. It does no harm, but whoever reads it will "
        + "look for the case it is meant for.",
      .moment,
      failing: PageFrame.head + #" ▸"otherwise": "apart","#,
      mended: PageFrame.head
    ),
    FindingPage(
      "locked-without-when",
      "\"locked\" holds the words that are shown while a reply cannot be said. Without \"when\" it always "
        + "can.",
      .reply,
      failing: reply(#"▸"locked": "She has just asked something else.""#),
      mended: reply(#""locked": "She has just asked something else.", "when": "turns > 0""#)
    ),
    FindingPage(
      "locked-owed",
      "What somebody is owed may be told at any time. Showing it as locked would teach that it has to be "
        + "earned.",
      .reply,
      top: #""owed": { "tanya": ["dates"] }"#,
      failing: reply(#""tells": ["dates"], "when": "turns > 0", ▸"locked": "Not yet.""#),
      mended: reply(#""tells": ["dates"], "when": "turns > 0""#)
    ),
    FindingPage(
      "locked-for-trust",
      "People are owed the truth whether they trust the worker or not, so nothing is locked for want of "
        + "trust. It may be left out, but not shown as a prize.",
      .reply,
      top: trust,
      failing: reply(#""when": "trust > 2", ▸"locked": "She does not trust you enough.""#),
      mended: reply(#""when": "trust > 2""#)
    ),
    FindingPage(
      "endless-passage",
      "These moments lead round and round, and nobody is ever asked anything. The program would never "
        + "stop, so it does not begin.",
      .moments,
      failing: story(#""later": { "lines": [{ "text": "She waits." }], "next": ▸"later" }"#),
      mended: story(#""later": { "lines": [{ "text": "She waits." }], "next": "hello" }"#)
    ),
    FindingPage(
      "nothing-to-repair",
      "Only an error can be repaired: a promise, a denial, a stop, or a reply of level 1. The reply named "
        + "here has none. Is it another one, or is its error not marked?",
      .reply,
      failing: reply(#""repairs": [▸"hello/half"]"#),
      mended: reply("")
    ),
  ]

  private static func line(_ condition: String) -> String {
    #"{ "by": "tanya", "text": "And now?", "when": "\#(condition)" }"#
  }

  private static func page(
    _ name: String,
    _ why: String,
    _ failing: String,
    _ mended: String
  ) -> FindingPage {
    let both =
      trust.dropLast() + #", "mood": { "start": "calm", "values": ["calm", "shaken"] } }"#
    return FindingPage(
      name,
      why,
      .line,
      top: String(both),
      failing: line(failing),
      mended: line(mended)
    )
  }

  static let conditions: [FindingPage] = [
    page(
      "condition-writing",
      "Conditions are written in a small language: names, numbers, == != < <= > >=, and, or, not, and "
        + "brackets. The guide has a table of them.",
      "trust ▸= 2",
      "trust == 2"
    ),
    page(
      "condition-too-deep",
      "More than 32 brackets inside each other are not read, and nobody could. Remember a part of it as "
        + "state.",
      String(repeating: "(", count: 32) + "▸(true" + String(repeating: ")", count: 33),
      "trust == 2"
    ),
    page(
      "condition-type",
      "A number can be compared only with a number, and a text with a text; alone, a condition must be "
        + "true or false.",
      #"trust > ▸\"two\""#,
      "trust > 2"
    ),
    page(
      "condition-impossible",
      "This compares with something that can never be, so it always comes out the same. Look at \"from\", "
        + "\"to\" and \"values\".",
      "trust > ▸5",
      "trust > 4"
    ),
    page(
      "condition-unquoted",
      "A word without quotation marks is the name of something. If a value is meant, write \\\" before and "
        + "after it.",
      "mood == ▸shaken",
      #"mood == \"shaken\""#
    ),
    page(
      "unknown-question",
      "The questions that a condition can ask are seen, said, told, promised, repaired and contradicted.",
      "▸sen(hello)",
      "trust == 2"
    ),
  ]
}
