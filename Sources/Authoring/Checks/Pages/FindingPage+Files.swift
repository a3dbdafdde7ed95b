import JSONSyntax

/// What can be wrong with a file before a word of it is understood.
extension FindingPage {
  static let wholeFiles: [FindingPage] = [
    FindingPage(
      "file-too-large",
      "Nobody writes 64 MB, so it is probably another file: a recording, or a backup. It is not opened. "
        + "If it is really yours, split it into talks and make a case of them. This example is read as if "
        + "20 bytes were the most.",
      in: .json { $0.bytes = 20 },
      failing: #"▸{ "title": "June 4", "summary": "A date." }"#,
      mended: #"{ "title": "June" }"#
    ),
    FindingPage(
      "empty-file",
      "There is nothing to read. Often the editor has not saved yet, or it saved under another name.",
      in: .json(.standard),
      failing: "▸",
      mended: #"{ "title": "June 4" }"#
    ),
    FindingPage(
      "not-utf-8",
      "Letters can be saved as bytes in several ways, and only UTF-8 is read. Save the file again and "
        + "choose UTF-8 where the editor asks for an encoding. In the first file every letter takes two "
        + "bytes, which many editors do not show.",
      in: .json(.standard),
      failing: #"▸{ "title": "June 4" }"#,
      mended: #"{ "title": "June 4" }"#,
      isWide: true
    ),
    FindingPage(
      "not-json",
      "A scenario is a text file whose first character is {. A letter, a Word file or a Twee story is "
        + "something else. For a Twee story there is rehearse import.",
      in: .json(.standard),
      failing: "▸Dear colleagues, here is the script.",
      mended: #"{ "note": "Dear colleagues, here is the script." }"#
    ),
    FindingPage(
      "bad-utf-8",
      "Accents, dashes and curly quotes were saved in another way than UTF-8, so they would come out as "
        + "something else on a screen. Save the file as UTF-8 and look at them again.",
      .cast,
      failing: PageFrame.cast.replacing("Tanya", with: "Tany▸\u{FFFD}"),
      mended: PageFrame.cast.replacing("Tanya", with: "Tany\u{E1}")
    ),
    FindingPage(
      "byte-order-mark",
      "Some editors put a mark in front of the text that cannot be seen. The file plays, but other "
        + "programs stumble over it. Choose UTF-8 without a BOM when you save. Here the mark stands before "
        + "the first brace.",
      in: .json(.standard),
      failing: "▸\u{FEFF}{ \"title\": \"June 4\" }",
      mended: #"{ "title": "June 4" }"#
    ),
    FindingPage(
      "too-deep",
      "A scenario needs about ten brackets inside each other. With more than 64, something was pasted "
        + "into itself, and nothing further in is read.",
      .top,
      failing: "\"note\": " + String(repeating: "[", count: 63) + "▸["
        + String(repeating: "]", count: 64),
      mended: #""note": ["One bracket is enough."]"#
    ),
    FindingPage(
      "too-many-values",
      "Six million keys and values are read, far more than a scenario can need, and the rest is not "
        + "looked at. Split the file. This example is read as if three were the most.",
      in: .json { $0.values = 3 },
      failing: #"{ "title": "June 4", "summary":▸ "A date." }"#,
      mended: #"{ "title": "June 4" }"#
    ),
  ]

  static let punctuation: [FindingPage] = [
    FindingPage(
      "missing-comma",
      "Between two things stands a comma, also at the end of a line. It is the most common slip, and "
        + "easily made when a line is added at the end.",
      .top,
      failing: """
        "place": { "name": "California"▸
          "source": "WIC 361.5" }
        """,
      mended: """
        "place": { "name": "California",
          "source": "WIC 361.5" }
        """
    ),
    FindingPage(
      "trailing-comma",
      "A comma promises that something follows. Before } or ] nothing does, so take it out; this "
        + "happens when the last line is deleted or moved.",
      .top,
      failing: #""objectives": ["Give the date.", "Give one reason."▸, ]"#,
      mended: #""objectives": ["Give the date.", "Give one reason."]"#
    ),
    FindingPage(
      "extra-comma",
      "Two commas in a row leave a gap. Was something deleted between them?",
      .top,
      failing: #""objectives": ["Give the date.", ▸, "Give one reason."]"#,
      mended: #""objectives": ["Give the date.", "Give one reason."]"#
    ),
    FindingPage(
      "missing-colon",
      "Between a key and what belongs to it stands a colon.",
      .top,
      failing: #""notes"▸ "Most rooms soften the date first.""#,
      mended: #""notes": "Most rooms soften the date first.""#
    ),
    FindingPage(
      "extra-colon",
      "A colon stands only between a key and what belongs to it, and only once.",
      .top,
      failing: #""notes": ▸: "Most rooms soften the date first.""#,
      mended: #""notes": "Most rooms soften the date first.""#
    ),
    FindingPage(
      "missing-value",
      "The key is there, and what it should say is not. Write it, or take the key out.",
      .top,
      failing: #"▸"notes": , "order": "as-written""#,
      mended: #""notes": "Read it twice.", "order": "as-written""#
    ),
    FindingPage(
      "missing-key",
      "Inside { } everything has a name before it, so that the program knows what it is for.",
      .top,
      failing: #""note": { ▸: "Ask Dana." }"#,
      mended: #""note": { "later": "Ask Dana." }"#
    ),
    FindingPage(
      "key-in-list",
      "In a list, between [ and ], things stand one after the other without names. To give them names, "
        + "put { } around them.",
      .top,
      failing: #""notes": ["first"▸: "Most rooms soften the date first."]"#,
      mended: #""notes": ["Most rooms soften the date first."]"#
    ),
    FindingPage(
      "unquoted-key",
      "Keys stand in straight quotation marks, like all words in the file.",
      .top,
      failing: #"▸notes: "Most rooms soften the date first.""#,
      mended: #""notes": "Most rooms soften the date first.""#
    ),
    FindingPage(
      "unquoted-text",
      "Words stand in straight quotation marks; without them nobody can tell where they end.",
      .top,
      failing: #""notes": ▸Most rooms soften the date"#,
      mended: #""notes": "Most rooms soften the date""#
    ),
    FindingPage(
      "unknown-word",
      "Only three words stand without quotation marks: true, false and null, in small letters.",
      .top,
      failing: #""state": { "asked": { "start": ▸False } }"#,
      mended: #""state": { "asked": { "start": false } }"#
    ),
    FindingPage(
      "bad-number",
      "A number is written with digits alone, and without zeros before it.",
      .top,
      failing: #""state": { "trust": { "start": ▸02, "from": 0, "to": 5 } }"#,
      mended: #""state": { "trust": { "start": 2, "from": 0, "to": 5 } }"#
    ),
    FindingPage(
      "number-out-of-range",
      "So large a number cannot be kept. It is probably a slip; trust from 0 to 5 is plenty.",
      .top,
      failing: #""state": { "trust": { "start": 2, "from": 0, "to": ▸1e400 } }"#,
      mended: #""state": { "trust": { "start": 2, "from": 0, "to": 5 } }"#
    ),
    FindingPage(
      "comment",
      "JSON has no sign for remarks. Write yours under the key \"note\", which is allowed anywhere and "
        + "which nobody who plays sees.",
      .top,
      failing: """
        ▸// Ask Dana about the year.
        "order": "as-written"
        """,
      mended: """
        "note": "Ask Dana about the year.",
        "order": "as-written"
        """
    ),
    FindingPage(
      "stray-character",
      "Something stands between two things where only a comma belongs. It was probably typed by chance.",
      .top,
      failing: #""state": { "asked": { "start": true ▸! } }"#,
      mended: #""state": { "asked": { "start": true } }"#
    ),
    FindingPage(
      "odd-space",
      "Web pages use spaces that look like others and are not. Between things only the ordinary one may "
        + "stand: delete it and press the space bar.",
      .top,
      failing: "\"order\":▸\u{A0}\"as-written\"",
      mended: #""order": "as-written""#
    ),
    FindingPage(
      "text-after-end",
      "The bracket that the file begins with is closed, so the scenario is over. What follows was pasted "
        + "there by chance, or a bracket above closes too early.",
      in: .json(.standard),
      failing: """
        { "title": "June 4" }
        ▸See you on Monday!
        """,
      mended: """
        { "title": "June 4",
          "note": "See you on Monday!" }
        """
    ),
  ]
}
