extension FindingPage {
  private static let plainHead =
    #""lines": [{ "by": "tanya", "text": "So, {dana}?" }],"#
    + #" "discuss": "What now?", "hint": "One thing.","#

  private static func story(_ moments: String...) -> String {
    (moments + [PageFrame.endings]).joined(separator: ",\n")
  }

  private static func hello(_ replies: String...) -> String {
    PageFrame.moment("hello", plainHead, replies)
  }

  private static func second(_ key: String = "\"later\"", _ replies: String...) -> String {
    "\(key): { \(plainHead) \"replies\": [\n\(replies.joined(separator: ",\n"))\n] }"
  }

  private static func typed(_ reply: String) -> String {
    story(
      hello(
        PageFrame.reply("plain", "There are two plans, and I work on both.", "3 3 3", next: "hub"),
        PageFrame.fair,
        PageFrame.poor
      ),
      #""hub": { "lines": [{ "text": "She waits." }], "next": "#
        + #"[{ "when": "told(tanya, why)", "go": "lost" }, { "go": "well" }] }"#,
      second(
        "\"lost\"",
        reply,
        PageFrame.reply(
          "more",
          "Tell me more about her.",
          "- 2 3",
          next: "lost",
          "\n  \"reaction\": [{ \"text\": \"She nods.\" }],"
        )
      )
    )
  }

  static let structure: [FindingPage] = [
    FindingPage(
      ReviewCode.unreachableMoment,
      "Nobody who plays ever sees this moment. Often a reply lost its way to it when something was "
        + "moved; otherwise it can go.",
      .moments,
      failing: story(
        hello(PageFrame.good, PageFrame.fair, PageFrame.poor),
        #"▸"later": { "lines": [{ "text": "Later." }], "next": "well" }"#
      ),
      mended: story(
        hello(
          PageFrame.reply(
            "plain",
            "There are two plans, and I work on both.",
            "3 3 3",
            next: "later"
          ),
          PageFrame.fair,
          PageFrame.poor
        ),
        #""later": { "lines": [{ "text": "Later." }], "next": "well" }"#
      )
    ),
    FindingPage(
      ReviewCode.endingNeverReached,
      "An ending that cannot be reached is work nobody sees, and perhaps the one the learner was "
        + "meant to earn.",
      .moments,
      failing: story(
        hello(PageFrame.good, PageFrame.fair, PageFrame.poor),
        #"▸"torn": { "lines": [], "ending": "#
          + #"{ "title": "Torn", "text": "So it is.", "kind": "mixed" } }"#
      ),
      mended: story(
        hello(
          PageFrame.good,
          PageFrame.fair,
          PageFrame.reply("vague", "It is complicated, and it depends.", "2 2 2", next: "torn")
        ),
        #""torn": { "lines": [], "ending": "#
          + #"{ "title": "Torn", "text": "So it is.", "kind": "mixed" } }"#
      )
    ),
    FindingPage(
      ReviewCode.replyNeverOffered,
      "The condition of this reply fails in every state in which the conversation can be here, so "
        + "nobody can ever choose it.",
      .reply,
      failing: PageFrame.reply(
        "again",
        "As I said before, there are two plans.",
        "2 2 2",
        next: "apart",
        "\n  \"when\": ▸\"seen(hello)\","
      ),
      mended: PageFrame.reply(
        "again",
        "As they wrote to you, there are two plans.",
        "2 2 2",
        next: "apart"
      )
    ),
    FindingPage(
      ReviewCode.lineNeverSaid,
      "The condition of this line fails whenever the conversation is here, so nobody reads it.",
      .line,
      failing: #"{ "by": "tanya", "text": "Back again. Is {dana} here?", "when": ▸"seen(hello)" }"#,
      mended: #"{ "by": "tanya", "text": "Is {dana} here?" }"#
    ),
    FindingPage(
      ReviewCode.wayNeverTaken,
      "Whenever the conversation comes to choose between these ways, this condition fails.",
      .moments,
      failing: story(
        hello(
          PageFrame.reply(
            "plain",
            "There are two plans, and I work on both.",
            "3 3 3",
            next: "later"
          ),
          PageFrame.fair,
          PageFrame.poor
        ),
        #""later": { "lines": [{ "text": "Later." }], "next": "#
          + #"[{ "when": ▸"said(hello/half)", "go": "apart" }, { "go": "well" }] }"#
      ),
      mended: story(
        hello(
          PageFrame.reply(
            "plain",
            "There are two plans, and I work on both.",
            "3 3 3",
            next: "later"
          ),
          PageFrame.reply(
            "half",
            "There is a plan, and the rest later on.",
            "2 3 2",
            next: "later"
          ),
          PageFrame.poor
        ),
        #""later": { "lines": [{ "text": "Later." }], "next": "#
          + #"[{ "when": "said(hello/half)", "go": "apart" }, { "go": "well" }] }"#
      )
    ),
    FindingPage(
      ReviewCode.wayShadowed,
      "Ways are tried from the top. Here the ones above catch everything, so this one is never "
        + "reached. Put the narrower condition first.",
      .moments,
      failing: story(
        hello(
          PageFrame.reply(
            "plain",
            "There are two plans, and I work on both.",
            "3 3 3",
            next: "later"
          ),
          PageFrame.reply(
            "half",
            "There is a plan, and the rest later on.",
            "2 3 2",
            next: "later"
          ),
          PageFrame.poor
        ),
        #""later": { "lines": [{ "text": "Later." }], "next": "#
          + #"[{ "when": "said(hello/half)", "go": "apart" },"#
          + #" { "when": "said(hello/plain)", "go": "well" }, { "go": ▸"apart" }] }"#
      ).replacing("\"said(hello/plain)\"", with: "\"said(hello/plain) or seen(later)\""),
      mended: story(
        hello(
          PageFrame.reply(
            "plain",
            "There are two plans, and I work on both.",
            "3 3 3",
            next: "later"
          ),
          PageFrame.reply(
            "half",
            "There is a plan, and the rest later on.",
            "2 3 2",
            next: "later"
          ),
          PageFrame.poor
        ),
        #""later": { "lines": [{ "text": "Later." }], "next": "#
          + #"[{ "when": "said(hello/half)", "go": "apart" }, { "go": "well" }] }"#
      )
    ),
    FindingPage(
      ReviewCode.conditionAlwaysTrue,
      "A condition that always holds hides nothing. Either it can go, or it does not say what you "
        + "meant.",
      .line,
      failing: #"{ "by": "tanya", "text": "Is {dana} here?", "when": ▸"not seen(hello)" }"#,
      mended: #"{ "by": "tanya", "text": "Is {dana} here?" }"#
    ),
    FindingPage(
      ReviewCode.noWayOut,
      "There is a state in which the conversation can never end: somebody in class would sit in it. "
        + "The way that leads there is shown.",
      .moments,
      top: #""state": { "open": { "start": false } }"#,
      failing: story(
        hello(
          PageFrame.reply(
            "plain",
            "There are two plans, and I work on both.",
            "3 3 3",
            next: "hub",
            "\n  \"effects\": { \"open\": true },"
          ),
          PageFrame.reply("half", "There is a plan, and the rest later on.", "2 3 2", next: "hub"),
          PageFrame.poor
        ),
        second(
          "▸\"hub\"",
          PageFrame.reply("wait", "Take your time, I am here.", "- 3 -", next: "hub"),
          PageFrame.reply(
            "leave",
            "Then let us call her together.",
            "3 3 3",
            next: "well",
            "\n  \"when\": \"open\","
          )
        )
      ),
      mended: story(
        hello(
          PageFrame.reply(
            "plain",
            "There are two plans, and I work on both.",
            "3 3 3",
            next: "hub",
            "\n  \"effects\": { \"open\": true },"
          ),
          PageFrame.reply("half", "There is a plan, and the rest later on.", "2 3 2", next: "hub"),
          PageFrame.poor
        ),
        second(
          "\"hub\"",
          PageFrame.reply(
            "wait",
            "Take your time, I am here.",
            "- 3 -",
            next: "hub",
            "\n  \"effects\": { \"open\": true },"
          ),
          PageFrame.reply(
            "leave",
            "Then let us call her together.",
            "3 3 3",
            next: "well",
            "\n  \"when\": \"open\","
          )
        )
      )
    ),
    FindingPage(
      ReviewCode.onceStrands,
      "A reply with \"once\" is gone when it was said. If it held the only way out, whoever comes back "
        + "is caught.",
      .moments,
      failing: story(
        hello(
          PageFrame.reply(
            "plain",
            "There are two plans, and I work on both.",
            "3 3 3",
            next: "hub"
          ),
          PageFrame.fair,
          PageFrame.poor
        ),
        second(
          "▸\"hub\"",
          PageFrame.reply(
            "call",
            "Shall we call her together?",
            "3 3 3",
            next: "ring",
            "\n  \"once\": true,"
          ),
          PageFrame.reply("wait", "Take your time, I am here.", "- 3 -", next: "hub")
        ),
        #""ring": { "lines": [{ "text": "It rings." }], "next": "#
          + #"[{ "when": "said(hub/wait)", "go": "hub" }, { "go": "well" }] }"#
      ),
      mended: story(
        hello(
          PageFrame.reply(
            "plain",
            "There are two plans, and I work on both.",
            "3 3 3",
            next: "hub"
          ),
          PageFrame.fair,
          PageFrame.poor
        ),
        second(
          "\"hub\"",
          PageFrame.reply("call", "Shall we call her together?", "3 3 3", next: "ring"),
          PageFrame.reply("wait", "Take your time, I am here.", "- 3 -", next: "hub")
        ),
        #""ring": { "lines": [{ "text": "It rings." }], "next": "well" }"#
      )
    ),
    FindingPage(
      ReviewCode.endlessLoop,
      "These moments lead only to each other. Whatever is said, the conversation never ends.",
      .moments,
      failing: story(
        hello(
          PageFrame.reply(
            "plain",
            "There are two plans, and I work on both.",
            "3 3 3",
            next: "hub"
          ),
          PageFrame.reply("half", "There is a plan, and the rest later on.", "2 3 2"),
          PageFrame.poor
        ),
        second(
          "▸\"hub\"",
          PageFrame.reply("wait", "Take your time, I am here.", "- 3 -", next: "hub"),
          PageFrame.reply(
            "more",
            "Tell me more about her.",
            "- 2 3",
            next: "hub",
            "\n  \"reaction\": [{ \"text\": \"She nods.\" }],"
          )
        )
      ).replacing("\"connected\"", with: "\"mixed\""),
      mended: story(
        hello(
          PageFrame.reply(
            "plain",
            "There are two plans, and I work on both.",
            "3 3 3",
            next: "hub"
          ),
          PageFrame.reply("half", "There is a plan, and the rest later on.", "2 3 2"),
          PageFrame.poor
        ),
        second(
          "\"hub\"",
          PageFrame.reply("wait", "Take your time, I am here.", "- 3 -", next: "hub"),
          PageFrame.reply("more", "Tell me more about her.", "- 2 3")
        )
      ).replacing("\"connected\"", with: "\"mixed\"")
    ),
    FindingPage(
      ReviewCode.typedNoWayOut,
      "Whoever types may tell something that no reply tells, and so come to moments that nobody comes "
        + "to by choosing. They must have a way out as well.",
      .moments,
      top:
        #""allow": [{ "code": "unreachable-moment", "because": "Only typed words lead there." },"#
        + #" { "code": "way-never-taken", "because": "Only typed words lead there." }]"#,
      failing: typed(PageFrame.reply("wait", "Take your time, I am here.", "- 3 -", next: "lost"))
        .replacing("\"lost\":", with: "▸\"lost\":"),
      mended: typed(PageFrame.reply("wait", "Take your time, I am here.", "- 3 -", next: "apart"))
    ),
    FindingPage(
      ReviewCode.stateNeverRead,
      "Replies may change this, but no condition and no text asks for it. Perhaps a line was meant "
        + "to answer to it.",
      .top,
      failing: #""state": { ▸"mood": { "start": "calm", "values": ["calm", "shaken"] } }"#,
      mended: #""note": "Nothing to remember here.""#
    ),
    FindingPage(
      ReviewCode.stateNeverSet,
      "A text or a condition asks for this, and no reply ever changes it, so the answer is always the "
        + "same.",
      .line,
      top: #""state": { ▸"mood": { "start": "calm", "values": ["calm", "shaken"] } }"#,
      failing: #"{ "by": "tanya", "text": "I am {mood}. Ask {dana}." }"#,
      mended: #"{ "by": "tanya", "text": "I am calm. Ask {dana}." }"#,
      mendedTop: ""
    ),
    FindingPage(
      ReviewCode.searchIncomplete,
      "So much can be remembered that not every state could be looked at. What was found is right; "
        + "what was not found may still be there. Fewer or smaller numbers in \"state\" make it "
        + "searchable.",
      .top,
      failing: #""note": "Searched with room for two states.", "opening": ▸"hello""#,
      mended: #""note": "Searched with enough room.", "opening": "hello""#,
      searchLimit: 2
    ),
  ]
}
