extension FindingPage {
  private static let later = PageFrame.moment(
    "later",
    #""lines": [{ "by": "tanya", "text": "LINE" }], "discuss": "What now?", "hint": "One thing.","#,
    [
      PageFrame.reply("true", "Yes. Let us look at it together.", "3 3 3"),
      PageFrame.reply("not-now", "Let us leave that for another day.", "2 3 2", next: "apart"),
      PageFrame.reply("shrug", "Well, you know how these things go.", "2 2 2", next: "apart"),
    ]
  )

  private static func hello(_ first: String, _ second: String, _ line: String) -> String {
    let head =
      #""lines": [{ "by": "tanya", "text": "So, {dana}?" }],"#
      + #" "discuss": "What now?", "hint": "One thing.","#
    return [
      PageFrame.moment("hello", head, [first, second, PageFrame.poor]),
      later.replacing("LINE", with: line), PageFrame.endings,
    ].joined(separator: ",\n")
  }

  private static let plain = PageFrame.reply(
    "plain",
    "There are two plans, and I work on both.",
    "3 3 3",
    next: "later"
  )
  private static let half = PageFrame.reply(
    "half",
    "There is a plan, and the rest later on.",
    "2 3 2",
    next: "later"
  )
  private static let telling = PageFrame.reply(
    "plain",
    "There are two plans, and I work on both.",
    "3 3 3",
    next: "later",
    "\n  \"tells\": [\"plan-b\"],"
  )
  private static let promising = PageFrame.reply(
    "half",
    "She will be home by summer, I am sure.",
    "2 3 2",
    next: "later",
    "\n  \"promises\": [{ \"id\": \"home\", \"about\": \"plan-a\", \"words\": \"home by summer\" }],"
  )
  private static let mending =
    #""allow": [{ "code": "error-not-repairable", "because": "An example." }]"#

  private static func harmful(_ first: String, _ second: String) -> String {
    let head = PageFrame.head.replacing("LINE", with: PageFrame.line)
    let replies = [
      PageFrame.reply("plain", "You chose this over her, and you know it.", first),
      PageFrame.reply("half", "Sign it or you will lose her.", second, next: "apart"),
    ]
    return (PageFrame.moment("hello", head, replies) + ",\n" + PageFrame.endings)
      .replacing("\"connected\"", with: "\"mixed\"")
  }

  static let ways: [FindingPage] = [
    FindingPage(
      ReviewCode.owedNeverTold,
      "The scenario says that somebody is owed this, and no reply has it in \"tells\". Everybody who "
        + "plays would be shown an omission they could not avoid.",
      .moments,
      top: #""owed": { "tanya": [▸"plan-b"] }"#,
      failing: hello(plain, half, "And now?"),
      mended: hello(telling, half.replacing("later", with: "apart"), "And now?")
        .replacing(
          "\"promised\"",
          with: "\"promised\""
        )
    ),
    FindingPage(
      ReviewCode.owedWithoutChance,
      "On this way to an ending nothing that was offered tells it, so the omission is the script's and "
        + "not the learner's.",
      .moments,
      top: #""owed": { "tanya": [▸"plan-b"] }"#,
      failing: hello(plain, half, "And now?").replacing(
        "\"What she hears in true.\",",
        with: "\"What she hears in true.\", \"tells\": [\"plan-b\"],"
      ),
      mended: hello(telling, half, "And now?")
    ),
    FindingPage(
      ReviewCode.speaksOfPromise,
      "She holds the worker to a promise, also on ways on which none was made. Whoever chose carefully "
        + "is blamed for what they did not say.",
      .moments,
      top: mending,
      failing: hello(plain, promising, "But ▸you promised me."),
      mended: hello(plain, promising, "But you promised me.")
        .replacing(
          "\"But you promised me.\"",
          with: "\"But you promised me.\", \"when\": \"promised(home)\""
        )
    ),
    FindingPage(
      ReviewCode.speaksOfTelling,
      "She speaks of what the worker told her, also on ways on which the worker told her nothing.",
      .moments,
      failing: hello(telling, half, "▸You said there are two."),
      mended: hello(telling, half, "You said there are two.")
        .replacing(
          "\"You said there are two.\"",
          with: "\"You said there are two.\", \"when\": \"told(tanya, plan-b)\""
        )
    ),
    FindingPage(
      ReviewCode.errorNotRepairable,
      "A promise, a denial, a stop or a level 1 is not the end: people mend things. Here no reply "
        + "names it in \"repairs\", so nobody can.",
      .reply,
      failing: PageFrame.reply(
        "sure",
        "She will be home by summer.",
        "2 2 2",
        next: "apart",
        "\n  \"promises\": [{ \"id\": \"home\", \"about\": \"plan-a\", \"words\": \"home by summer\" }],"
      ).replacing("\"sure\"", with: "▸\"sure\""),
      mended: PageFrame.reply("hope", "I hope that she can come home.", "2 2 2", next: "apart")
    ),
    FindingPage(
      ReviewCode.errorPastRepair,
      "There is a reply that sets it right, but once this was said nobody ever comes to it.",
      .moments,
      failing: hello(
        plain,
        promising.replacing("later", with: "apart").replacing("\"half\"", with: "▸\"half\""),
        "And now?"
      ).replacing(
        "\"What she hears in true.\",",
        with: "\"What she hears in true.\", \"repairs\": [\"home\"],"
      ),
      mended: hello(plain, promising, "And now?").replacing(
        "\"What she hears in true.\",",
        with: "\"What she hears in true.\", \"repairs\": [\"home\"],"
      )
    ),
    FindingPage(
      ReviewCode.noSoundEnding,
      "Every way through has a stop or a level 1 in it. Nobody can do right, and the room will say so.",
      .moments,
      top: mending + #", "opening": ▸"hello""#,
      failing: harmful("2 2 1", "1 3 2"),
      mended: harmful("3 3 3", "1 3 2")
    ),
    FindingPage(
      ReviewCode.endingsAlike,
      "If it always comes out the same way, nothing that is said decides anything.",
      .moments,
      failing: hello(plain, half, "And now?")
        .replacing("\"connected\"", with: "\"broken\"").replacing("\"well\":", with: "▸\"well\":"),
      mended: hello(plain, half, "And now?")
    ),
    FindingPage(
      ReviewCode.connectedNotYet,
      "A learner who did harm and never set it right is told at the end that all is well. Let the "
        + "ending ask whether it was repaired.",
      .moments,
      top: mending,
      failing: hello(
        plain,
        PageFrame.reply("half", "Sign it or you will lose her.", "1 3 2", next: "later"),
        "And now?"
      ).replacing("\"well\":", with: "▸\"well\":"),
      mended: hello(
        plain,
        PageFrame.reply("half", "Sign it or you will lose her.", "1 3 2", next: "apart"),
        "And now?"
      )
    ),
  ]
}
