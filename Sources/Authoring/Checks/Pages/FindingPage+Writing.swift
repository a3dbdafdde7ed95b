extension FindingPage {
  private static func say(_ words: String, _ levels: String = "2 3 2") -> String {
    PageFrame.reply("other", words, levels, next: "apart")
  }

  static let writing: [FindingPage] = [
    FindingPage(
      ReviewCode.longSentence,
      "Spoken aloud, a sentence of more than 25 words is lost before it ends. Two sentences are kinder.",
      .reply,
      failing: say(
        "▸We will look at the plan and at the list of what has to change and at the days when you can "
          + "see her and then we talk again."
      ),
      mended: say("We will look at the plan. Then we look at the list. Then we talk again.")
    ),
    FindingPage(
      ReviewCode.hardToRead,
      "It is rated clear, but has the long words of a paper. Say it as you would across a kitchen "
        + "table.",
      .reply,
      failing: say(
        "Participation in individualized rehabilitative interventions demonstrates considerable "
          + "responsibility regarding supervision expectations generally, every single week."
      ).replacing("\"Participation", with: "▸\"Participation"),
      mended: say("When you go to the class each week, the judge can see that you mean it.")
    ),
    FindingPage(
      ReviewCode.jargon,
      "It is rated clear, and uses a word that only the office uses. Say it in plain words, or say what "
        + "it means.",
      .reply,
      failing: say("The first goal is ▸reunification with you."),
      mended: say("The first goal is that she goes home to you.")
    ),
    FindingPage(
      ReviewCode.avoidedWord,
      "The field asks to say parent, resource parent and the person's name. A reply that is rated low "
        + "may use the old words; the script's own voice may not.",
      .moment,
      failing:
        #""lines": [LINE], "discuss": "What does the ▸birth mother need?", "hint": "One thing.","#,
      mended: #""lines": [LINE], "discuss": "What does {tanya} need?", "hint": "One thing.","#
    ),
    FindingPage(
      ReviewCode.universalLaw,
      "Law and dates differ from place to place, and scripts travel. Say whose law it is, or name a "
        + "fact that each county can replace.",
      .moment,
      failing: #""lines": [LINE], "discuss": "What must she hear? ▸The law says a year.", "#
        + #""hint": "One thing.","#,
      mended:
        #""lines": [LINE], "discuss": "What must she hear in your county?", "hint": "One thing.","#
    ),
    FindingPage(
      ReviewCode.lawWithoutPlace,
      "The facts have dates or rights in them. \"place\" says where they hold, so that a trainer "
        + "elsewhere knows to replace them.",
      .top,
      failing: #""facts": { ▸"hearing": "June 4 at 8:30" }"#,
      mended:
        #""facts": { "hearing": "June 4 at 8:30" }, "place": { "name": "Elm County", "checked": "2026-11" }"#
    ),
    FindingPage(
      ReviewCode.placeUnchecked,
      "Law changes. The month in which somebody last looked tells a trainer whether to look again.",
      .top,
      failing: #""facts": { "hearing": "June 4 at 8:30" }, "place": ▸{ "name": "Elm County" }"#,
      mended:
        #""facts": { "hearing": "June 4 at 8:30" }, "place": { "name": "Elm County", "checked": "2026-11" }"#
    ),
    FindingPage(
      ReviewCode.nameMisspelt,
      "A name that is almost right stays in people's minds longer than the line. The id in braces is "
        + "always right, and can be changed in one place.",
      .line,
      failing: #"{ "by": "tanya", "text": "And what about {dana}? I am ▸Tanja." }"#,
      mended: #"{ "by": "tanya", "text": "And what about {dana}? I am {tanya}." }"#
    ),
    FindingPage(
      ReviewCode.missingDiscuss,
      "A room votes, talks and votes again. \"discuss\" is what it talks about.",
      .moments,
      failing: PageFrame.moment(
        "hello",
        #""lines": [{ "by": "tanya", "text": "So, {dana}?" }], "hint": "One thing.","#,
        [PageFrame.good, PageFrame.fair, PageFrame.poor]
      ).replacing("\"hello\":", with: "▸\"hello\":") + ",\n" + PageFrame.endings,
      mended: PageFrame.moment(
        "hello",
        PageFrame.head.replacing("LINE", with: PageFrame.line),
        [PageFrame.good, PageFrame.fair, PageFrame.poor]
      ) + ",\n" + PageFrame.endings
    ),
    FindingPage(
      ReviewCode.missingHint,
      "Whoever learns alone may ask for a hint: one nudge that does not give the answer away.",
      .moments,
      failing: PageFrame.moment(
        "hello",
        #""lines": [{ "by": "tanya", "text": "So, {dana}?" }], "discuss": "What now?","#,
        [PageFrame.good, PageFrame.fair, PageFrame.poor]
      ).replacing("\"hello\":", with: "▸\"hello\":") + ",\n" + PageFrame.endings,
      mended: PageFrame.moment(
        "hello",
        PageFrame.head.replacing("LINE", with: PageFrame.line),
        [PageFrame.good, PageFrame.fair, PageFrame.poor]
      ) + ",\n" + PageFrame.endings
    ),
    FindingPage(
      ReviewCode.stillToWrite,
      "A story that comes from Twine has no levels, no whys, and nobody who is listed. What must still be "
        + "written is marked \(ToWrite.marker); how many such texts there are is said once.",
      .line,
      failing: #"{ "by": "tanya", "text": ▸"(to write) Ask {dana}." }"#,
      mended: PageFrame.line
    ),
    FindingPage(
      ReviewCode.nothingSaid,
      "The worker is asked to answer, and nobody has said anything yet.",
      .moment,
      failing: #""lines": ▸[], "ask": "What do you say about {dana}?", "discuss": "And you?", "#
        + #""hint": "One thing.","#,
      mended: #""lines": [LINE], "ask": "What do you say about {dana}?", "discuss": "And you?", "#
        + #""hint": "One thing.","#
    ),
    FindingPage(
      ReviewCode.workerSpeaks,
      "The worker is whoever plays. What they say are the replies; a line of theirs puts words into "
        + "their mouth.",
      .line,
      failing: #"{ "by": ▸"sam", "text": "I said that to {dana}." }"#,
      mended: PageFrame.line
    ),
    FindingPage(
      ReviewCode.personUnused,
      "Somebody in the cast never speaks, never hears anything and is never named.",
      .cast,
      failing: PageFrame.cast + #", ▸"mia": { "name": "Mia", "role": "child" }"#,
      mended: PageFrame.cast
    ),
  ]

  private static let long = Array(repeating: "and so it goes on", count: 14).joined(separator: " ")
  private static let endless = Array(repeating: "and so it goes on and on.", count: 24)
    .joined(separator: " ")

  static let screens: [FindingPage] = [
    FindingPage(
      ReviewCode.replyTooLongForRoom,
      "Four replies share a room's screen of 55 by 16. Each has four rows of 50 letters.",
      .reply,
      failing: PageFrame.reply("other", long, "2 2 2", next: "apart")
        .replacing("\"and so", with: "▸\"and so"),
      mended: PageFrame.poor
    ),
    FindingPage(
      ReviewCode.lineTooLongForRoom,
      "On a room's screen of 55 by 16 a line has eleven rows. Cut it into two lines.",
      .line,
      failing: #"{ "by": "dana", "text": ▸""# + endless + #"" }"#,
      mended: PageFrame.line
    ),
    FindingPage(
      ReviewCode.tooManyReplies,
      "A room's screen shows four replies at a time, and nobody compares more than that.",
      .moments,
      failing: PageFrame.moment(
        "hello",
        PageFrame.head.replacing("LINE", with: PageFrame.line),
        [
          PageFrame.good, PageFrame.fair, PageFrame.poor,
          PageFrame.reply("wait", "Let me come back to that tomorrow.", "2 2 2", next: "apart"),
          PageFrame.reply("home", "What would you like to hear from me?", "2 3 2", next: "apart"),
        ]
      ).replacing("\"hello\":", with: "▸\"hello\":") + ",\n" + PageFrame.endings,
      mended: PageFrame.moment(
        "hello",
        PageFrame.head.replacing("LINE", with: PageFrame.line),
        [PageFrame.good, PageFrame.fair, PageFrame.poor]
      ) + ",\n" + PageFrame.endings
    ),
    FindingPage(
      ReviewCode.screenCharacter,
      "Pictures, joined signs and some scripts are laid out differently by every terminal, and by some "
        + "not at all.",
      .line,
      failing: "{ \"by\": \"tanya\", \"text\": \"Where is {dana}? ▸\u{1F600}\" }",
      mended: PageFrame.line
    ),
  ]

  private static func kept(_ members: String) -> String {
    "\"walkthroughs\": [{ \"name\": \"plainly\", \(members) }]"
  }

  static let kept: [FindingPage] = [
    FindingPage(
      ReviewCode.walkthroughMove,
      "A kept play names a reply that is gone or cannot be said there now. Either the script broke "
        + "something, or the play has to be written anew.",
      .top,
      failing: kept(#""moves": [▸"hello/plan"]"#),
      mended: kept(#""moves": ["hello/plain"]"#)
    ),
    FindingPage(
      ReviewCode.walkthroughEnding,
      "A kept play comes to another ending than it did when it was written.",
      .top,
      failing: kept(#""moves": ["hello/plain"], "ending": ▸"apart""#),
      mended: kept(#""moves": ["hello/plain"], "ending": "well""#)
    ),
    FindingPage(
      ReviewCode.walkthroughVerdict,
      "A kept play comes to another verdict than it did when it was written.",
      .top,
      failing: kept(#""moves": ["hello/plain"], "verdict": ▸"not yet""#),
      mended: kept(#""moves": ["hello/plain"], "verdict": "sound""#)
    ),
    FindingPage(
      ReviewCode.walkthroughLevel,
      "The lowest level of a kept play in one dimension is not what it was.",
      .top,
      failing: kept(#""moves": ["hello/half"], "levels": { "honesty": ▸3 }"#),
      mended: kept(#""moves": ["hello/half"], "levels": { "honesty": 2 }"#)
    ),
    FindingPage(
      ReviewCode.walkthroughLedger,
      "At the end of a kept play something is not in the ledger that was.",
      .top,
      failing: kept(#""moves": ["hello/half"], "ledger": { "told": { "tanya": [▸"dates"] } }"#),
      mended: kept(#""moves": ["hello/half"]"#)
    ),
    FindingPage(
      ReviewCode.walkthroughName,
      "A kept play names an ending, a person or a dimension that does not exist.",
      .top,
      failing: kept(#""moves": ["hello/plain"], "ending": ▸"wel""#),
      mended: kept(#""moves": ["hello/plain"], "ending": "well""#)
    ),
    FindingPage(
      ReviewCode.walkthroughNotRun,
      "The words of this move are typed, so it can only be played where the scorer listens.",
      .top,
      failing: kept(#""moves": [▸{ "type": "There are two plans." }]"#),
      mended: kept(#""moves": ["hello/plain"]"#)
    ),
    FindingPage(
      ReviewCode.allowUnknown,
      "A code is allowed that no finding has. It may be misspelt, or belong to another version.",
      .top,
      failing: #""allow": [{ "code": ▸"jargn", "because": "They know the word." }]"#,
      mended: #""note": "Nothing is allowed.""#
    ),
    FindingPage(
      ReviewCode.allowError,
      "Warnings can be kept with a reason. An error stays an error: the script would fail somebody.",
      .top,
      failing: #""allow": [{ "code": ▸"no-way-out", "because": "It is meant." }]"#,
      mended: #""note": "Nothing is allowed.""#
    ),
    FindingPage(
      ReviewCode.allowUnused,
      "A warning is allowed that nothing in the file has any more. Take it out, so that it cannot hide "
        + "a new one.",
      .top,
      failing: #""allow": [{ "code": ▸"jargon", "because": "They know the word." }]"#,
      mended: #""note": "Nothing is allowed.""#
    ),
  ]
}
