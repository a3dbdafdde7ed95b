import JSONSyntax

/// What can be wrong with brackets and quotation marks.
extension FindingPage {
  static let brackets: [FindingPage] = [
    FindingPage(
      "unclosed",
      "Each bracket that is opened is closed again. The line it points at is where the open one stands; "
        + "the message says before what it should close.",
      in: .json(.standard),
      failing: """
        {
          "cast": ▸{
            "tanya": { "name": "Tanya" }
        }
        """,
      mended: """
        {
          "cast": {
            "tanya": { "name": "Tanya" }
          }
        }
        """
    ),
    FindingPage(
      "extra-bracket",
      "All brackets that were opened are closed already. Take this one out, or find where the one is "
        + "missing that should have opened it.",
      in: .json(.standard),
      failing: #"{ "cast": { "tanya": { "name": "Tanya" } } }▸}"#,
      mended: #"{ "cast": { "tanya": { "name": "Tanya" } } }"#
    ),
    FindingPage(
      "wrong-bracket",
      "What { opens, } closes; what [ opens, ] closes. Braces hold things with names, square brackets "
        + "hold a list.",
      .top,
      failing: #""objectives": ["Give the date.", "Give one reason."▸}"#,
      mended: #""objectives": ["Give the date.", "Give one reason."]"#
    ),
  ]

  static let quotes: [FindingPage] = [
    FindingPage(
      "missing-quote",
      "A text begins and ends with a quotation mark. Without the second one the program cannot tell "
        + "where your words end.",
      .top,
      failing: """
        "notes": ▸"Most rooms soften the date first.,
        "order": "as-written"
        """,
      mended: """
        "notes": "Most rooms soften the date first.",
        "order": "as-written"
        """
    ),
    FindingPage(
      "inner-quote",
      "A straight quotation mark ends the text. For one inside, write a backslash before it, or use "
        + "curly ones.",
      .top,
      failing: #""notes": "She heard ▸"a year", and nothing else.""#,
      mended: #""notes": "She heard \"a year\", and nothing else.""#
    ),
    FindingPage(
      "curly-quotes",
      "Word turns straight quotation marks into curly ones, and curly ones are letters like any other. "
        + "Use a plain text editor, or rehearse format with --fix-quotes.",
      .top,
      failing: "▸\u{201C}order\u{201D}: \u{201C}as-written\u{201D}",
      mended: #""order": "as-written""#
    ),
    FindingPage(
      "single-quotes",
      "Keys and texts stand in double quotation marks. The single one is an apostrophe, which your words "
        + "need.",
      .top,
      failing: "▸'order': 'as-written'",
      mended: #""order": "as-written""#
    ),
    FindingPage(
      "line-break-in-text",
      "A text stays on one line, however long; the screen breaks it where it fits. Write \\n where a new "
        + "line must begin.",
      .top,
      failing: """
        "notes": ▸"Most rooms soften the date first.
          Wait for it."
        """,
      mended: #""notes": "Most rooms soften the date first. Wait for it.""#
    ),
    FindingPage(
      "control-character",
      "A key such as Tab leaves a character that is no letter. Inside a text delete it, or write \\t.",
      .top,
      failing: "\"notes\": \"Date:▸\tJune 4\"",
      mended: #""notes": "Date: June 4""#
    ),
    FindingPage(
      "bad-escape",
      "A backslash gives the next letter another meaning: \\\" is a quotation mark, \\n a new line. For "
        + "a backslash itself write two.",
      .top,
      failing: #""notes": "The form is in I:▸\intake""#,
      mended: #""notes": "The form is in I:\\intake""#
    ),
    FindingPage(
      "lone-surrogate",
      "A letter was written as a code of two halves, and one half is missing. Type the character itself.",
      .top,
      failing: #""notes": "Well done ▸\ud83d""#,
      mended: #""notes": "Well done \ud83d\ude42""#
    ),
    FindingPage(
      "zero-character",
      "The character number zero cannot be shown and ends texts in many programs. Take it out.",
      .top,
      failing: #""notes": "June 4▸\u0000""#,
      mended: #""notes": "June 4""#
    ),
    FindingPage(
      "duplicate-key",
      "Of two things with the same name only one can be meant, and the program will not guess which. "
        + "Keep one, or give the other its right name.",
      .top,
      failing: """
        "notes": "Most rooms soften the date first.",
        ▸"notes": "Wait for it."
        """,
      mended: """
        "notes": ["Most rooms soften the date first.", "Wait for it."]
        """
    ),
    FindingPage(
      "more-findings",
      "After 200 findings the rest are only counted. Mend the first ones and check again: often many "
        + "have one cause. This example is checked as if two were the most.",
      in: .json { $0.diagnostics = 2 },
      failing: #"{ "a": True, "b": True, "c": ▸True }"#,
      mended: #"{ "a": true, "b": true, "c": true }"#,
      alongside: ["unknown-word"]
    ),
    FindingPage(
      "other-file",
      "Scenarios, cases and rubrics can be checked. This looks like something else, and the message says "
        + "which command takes it.",
      in: .kind,
      failing: """
        ▸:: Start
        They said a year. [[Tell her the date->Date]]
        """,
      mended: #"{ "format": "rehearse-scenario/1", "title": "June 4" }"#
    ),
  ]
}
