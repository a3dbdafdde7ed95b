extension FindingPage {
  private static func hello(_ replies: String...) -> String {
    PageFrame.moment("hello", PageFrame.head.replacing("LINE", with: PageFrame.line), replies)
      + ",\n" + PageFrame.endings
  }

  /// Four moments in a row; `change` is what the best reply of each does.
  private static func row(_ order: [Int], _ change: String) -> String {
    var moments: [String] = []
    for (place, id) in ["hello", "second", "third", "fourth"].enumerated() {
      let next = ["second", "third", "fourth", "well"][place]
      let replies = [
        PageFrame.reply(
          "plain",
          "There are two plans, and I work on both.",
          "3 3 3",
          next: next,
          change
        ),
        PageFrame.reply("half", "There is a plan, and the rest later on.", "2 3 2", next: "apart"),
        PageFrame.reply("vague", "It is complicated, and it depends.", "2 2 2", next: "apart"),
      ]
      let turned = order[place]
      moments.append(
        PageFrame.moment(
          id,
          PageFrame.head.replacing("LINE", with: PageFrame.line),
          Array(replies[turned...] + replies[..<turned])
        )
      )
    }
    return (moments + [PageFrame.endings]).joined(separator: ",\n")
  }

  private static let trust =
    #""state": { ▸"trust": { "start": 2, "from": 0, "to": 5, "shown": true } }"#

  static let choices: [FindingPage] = [
    FindingPage(
      ReviewCode.oneReply,
      "With one reply there is nothing to decide. Write what somebody else would say there, or let the "
        + "moment go on by itself with \"next\".",
      .moments,
      failing: [
        PageFrame.moment(
          "hello",
          PageFrame.head.replacing("LINE", with: PageFrame.line),
          [
            PageFrame.reply(
              "plain",
              "There are two plans, and I work on both.",
              "3 3 3",
              next: "more"
            ),
            PageFrame.fair, PageFrame.poor,
          ]
        ),
        PageFrame.moment(
          "more",
          PageFrame.head.replacing("LINE", with: PageFrame.line),
          [PageFrame.good]
        ).replacing("\"more\":", with: "▸\"more\":"), PageFrame.endings,
      ].joined(separator: ",\n"),
      mended: hello(PageFrame.good, PageFrame.fair, PageFrame.poor)
    ),
    FindingPage(
      ReviewCode.bestLongest,
      "When the longest reply is the right one, people choose by length. Say it shorter, or make "
        + "another one as long.",
      .moments,
      failing: hello(
        PageFrame.reply(
          "plain",
          "There are two plans. I work on both, I will tell you all I know, and I ask your lawyer.",
          "3 3 3"
        ).replacing("\"There are two plans. I work", with: "▸\"There are two plans. I work"),
        PageFrame.fair,
        PageFrame.poor
      ),
      mended: hello(PageFrame.good, PageFrame.fair, PageFrame.poor)
    ),
    FindingPage(
      ReviewCode.bestOnlyDate,
      "When only the right reply names a day, people choose by that. A wrong one can name a day, too.",
      .moments,
      failing: hello(
        PageFrame.reply("plain", "The judge looks at both plans on Friday.", "3 3 3")
          .replacing("\"The judge", with: "▸\"The judge"),
        PageFrame.fair,
        PageFrame.poor
      ),
      mended: hello(
        PageFrame.reply("plain", "The judge looks at both plans on Friday.", "3 3 3"),
        PageFrame.reply(
          "half",
          "We can talk about the rest of it on Monday.",
          "2 3 2",
          next: "apart"
        ),
        PageFrame.poor
      )
    ),
    FindingPage(
      ReviewCode.bestSamePlace,
      "As written, the right reply is always at the same number, and a room finds that out quickly.",
      .moments,
      top: #""order": "as-written""#,
      failing: row([0, 0, 0, 0], "").replacing(
        "\"id\": \"plain\"",
        with: "\"id\": ▸\"plain\"",
        maxReplacements: 1
      ),
      mended: row([0, 1, 2, 0], "")
    ),
    FindingPage(
      ReviewCode.bestNeverCosts,
      "If the best thing to say always raises trust, the script teaches that honesty is free. "
        + "Sometimes it costs, and the talk goes on.",
      .moments,
      top: trust,
      failing: row([0, 1, 2, 0], "\n  \"effects\": { \"trust\": \"+1\" },"),
      mended: row([0, 1, 2, 0], "\n  \"effects\": { \"trust\": \"-1\" },")
    ),
    FindingPage(
      ReviewCode.repliesAllGood,
      "Where everything is right nothing is practised. Leave it out, or add what people really say.",
      .moments,
      failing: hello(
        PageFrame.good,
        PageFrame.fair.replacing("\"honesty\": 2", with: "\"honesty\": 3"),
        PageFrame.poor.replacing(": 2", with: ": 4")
      ).replacing("\"hello\":", with: "▸\"hello\":")
        .replacing("\"shared-parenting\": 2", with: "\"shared-parenting\": 4"),
      mended: hello(PageFrame.good, PageFrame.fair, PageFrame.poor)
    ),
    FindingPage(
      ReviewCode.repliesAllBad,
      "Where everything hurts nobody can do right, and people stop trusting the script.",
      .moments,
      top: #""allow": [{ "code": "error-not-repairable", "because": "An example." },"#
        + #" { "code": "no-sound-ending", "because": "An example." }]"#,
      failing: hello(
        PageFrame.good.replacing(": 3, \"clarity", with: ": 1, \"clarity"),
        PageFrame.fair.replacing(": 2, \"clarity", with: ": 1, \"clarity"),
        PageFrame.poor.replacing("parenting\": 2", with: "parenting\": 1")
      ).replacing("\"hello\":", with: "▸\"hello\":")
        .replacing("\"connected\"", with: "\"mixed\"")
        .replacing("\"honesty\": 1, \"clarity\": 3", with: "\"honesty\": 1, \"clarity\": 2"),
      mended: hello(PageFrame.good, PageFrame.fair, PageFrame.poor),
      mendedTop: ""
    ),
    FindingPage(
      ReviewCode.repliesOneWordApart,
      "A room reads two such replies as the same one and argues about a word.",
      .reply,
      failing: PageFrame.reply(
        "other",
        "There are two plans, and I work on all of them.",
        "2 2 2",
        next: "apart"
      ).replacing("\"There", with: "▸\"There"),
      mended: PageFrame.poor
    ),
    FindingPage(
      ReviewCode.replyRepeated,
      "Two replies of a moment say the same words, so it is chance which one somebody takes.",
      .reply,
      failing: PageFrame.reply(
        "other",
        "There are two plans, and I work on both of them.",
        "2 2 2",
        next: "apart"
      ).replacing("\"There", with: "▸\"There"),
      mended: PageFrame.poor
    ),
    FindingPage(
      ReviewCode.whyRepeated,
      "The why is what people learn from. The same sentence twice teaches nothing about the difference.",
      .reply,
      failing: PageFrame.reply(
        "vague",
        "It is complicated, and it depends.",
        "2 2 2",
        next: "apart"
      )
      .replacing("\"What vague does to her.\"", with: "▸\"What plain does to her.\""),
      mended: PageFrame.poor
    ),
    FindingPage(
      ReviewCode.heardIsSaid,
      "What somebody takes away is never just what was said. Write it in their words.",
      .reply,
      failing: PageFrame.reply(
        "vague",
        "It is complicated, and it depends.",
        "2 2 2",
        next: "apart"
      )
      .replacing("\"What she hears in vague.\"", with: "▸\"It is complicated, and it depends.\""),
      mended: PageFrame.poor
    ),
    FindingPage(
      ReviewCode.choiceWithoutConsequence,
      "Whatever is said, the person answers the same and the talk goes the same way. Give at least "
        + "one reply a reaction, an effect or another way on.",
      .moments,
      failing: [
        PageFrame.moment(
          "hello",
          PageFrame.head.replacing("LINE", with: PageFrame.line),
          [PageFrame.good, PageFrame.fair, PageFrame.poor].map {
            $0.replacing("\"next\": \"well\"", with: "\"next\": \"more\"")
              .replacing("\"next\": \"apart\"", with: "\"next\": \"more\"")
          }
        ).replacing("\"hello\":", with: "▸\"hello\":"),
        PageFrame.moment(
          "more",
          PageFrame.head.replacing("LINE", with: PageFrame.line),
          [PageFrame.good, PageFrame.fair, PageFrame.poor]
        ), PageFrame.endings,
      ].joined(separator: ",\n"),
      mended: hello(PageFrame.good, PageFrame.fair, PageFrame.poor)
    ),
    FindingPage(
      ReviewCode.dimensionNeverMoves,
      "Every reply that shows this has the same level, so nobody can do better or worse in it.",
      .moments,
      failing: hello(
        PageFrame.good,
        PageFrame.fair.replacing("parenting\": 2", with: "parenting\": 3"),
        PageFrame.poor.replacing("parenting\": 2", with: "parenting\": null")
      ).replacing("\"rates\": {", with: "\"rates\": ▸{", maxReplacements: 1),
      mended: hello(PageFrame.good, PageFrame.fair, PageFrame.poor)
    ),
    FindingPage(
      ReviewCode.ratesUnlikeHeard,
      "Whoever types these words is judged by the scorer, and it hears them quite otherwise. Often it is "
        + "the scorer that misses something (rehearse help scoring says how often); now and then it is "
        + "the level. What it heard is quoted, so that you can tell.",
      .reply,
      failing: PageFrame.reply("vague", "I promise you it will be fine.", "3 2 2", next: "apart")
        .replacing("\"honesty\": 3", with: "\"honesty\": ▸3"),
      mended: PageFrame.poor
    ),
  ]
}
