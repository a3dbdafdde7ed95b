/// What can be wrong with keys and with the kind of a value.
extension FindingPage {
  static let keys: [FindingPage] = [
    FindingPage(
      "unknown-key",
      "The program knows a fixed set of keys, so that a slip is found and not passed over in silence: "
        + "a misspelt \"hint\" would be a hint that nobody sees.",
      .top,
      failing: #"▸"titel": "June 4""#,
      mended: #""note": "June 4""#
    ),
    FindingPage(
      "missing-keys",
      "Something is not there without which this part cannot be used.",
      .top,
      failing: #"▸"place": { "source": "WIC 361.5" }"#,
      mended: #""place": { "name": "California", "source": "WIC 361.5" }"#
    ),
    FindingPage(
      "wrong-kind",
      "Here belongs another kind of thing: words in quotation marks, a number without them, a list in "
        + "[ ], or named things in { }. The message says which.",
      .top,
      failing: #""state": { "trust": { "start": 2, "from": ▸"0", "to": 5 } }"#,
      mended: #""state": { "trust": { "start": 2, "from": 0, "to": 5 } }"#
    ),
    FindingPage(
      "not-whole",
      "Only whole numbers are used: a level of 2.5 is no level.",
      .reply,
      failing: PageFrame.poor.replacing("\"clarity\": 2", with: "\"clarity\": ▸2.5"),
      mended: PageFrame.poor
    ),
    FindingPage(
      "out-of-range",
      "The number is outside of what it can be. A level goes from 1 to 4.",
      .reply,
      failing: PageFrame.poor.replacing("\"clarity\": 2", with: "\"clarity\": ▸5"),
      mended: PageFrame.poor
    ),
    FindingPage(
      "bad-id",
      "An id is what other places of the file, and old records, call this thing by. So it has only small "
        + "letters, digits and hyphens. What people read stands elsewhere and is free.",
      .reply,
      failing: PageFrame.poor.replacing("\"vague\"", with: "▸\"It depends!\""),
      mended: PageFrame.poor.replacing("\"vague\"", with: "\"it-depends\"")
    ),
    FindingPage(
      "unknown-choice",
      "Only certain words can stand here, and this is none of them. The message lists them.",
      .top,
      failing: #""order": ▸"as-writen""#,
      mended: #""order": "as-written""#
    ),
    FindingPage(
      "empty-text",
      "Something should be said here, and there are no words. Write them, or take the key out.",
      .top,
      failing: #""notes": ▸"""#,
      mended: #""notes": "Most rooms soften the date first.""#
    ),
    FindingPage(
      "text-too-long",
      "Nobody can read so much in one piece. A name has at most 80 characters.",
      .cast,
      failing: PageFrame.cast.replacing(
        "\"Tanya\"",
        with:
          "▸\"Tanya, who is 24, and whom everybody in the family, her sister too, has called Tani "
          + "for years\""
      ),
      mended: PageFrame.cast
    ),
    FindingPage(
      "too-few",
      "At least one thing must stand here; an empty list says nothing.",
      .reply,
      failing: PageFrame.poor.replacing("\"why\"", with: "▸\"tells\": [], \"why\""),
      mended: PageFrame.poor.replacing("\"why\"", with: "\"tells\": [\"why\"], \"why\"")
    ),
    FindingPage(
      "too-many",
      "There are more than can be used.",
      .top,
      failing: #""layout": { ▸"hello": [0, 0, 0] }"#,
      mended: #""layout": { "hello": [0, 0] }"#
    ),
    FindingPage(
      "one-of",
      "A moment lets the worker answer, or goes on, or ends. With two of these nobody could tell what "
        + "happens; with none the talk would stop.",
      .moments,
      failing: [
        PageFrame.hello(PageFrame.good, PageFrame.fair, PageFrame.poor),
        #""pause": { "lines": [], "next": "well", ▸"ending": "#
          + #"{ "title": "Out", "text": "She goes.", "kind": "mixed" } }"#,
        PageFrame.endings,
      ].joined(separator: ",\n"),
      mended: [
        PageFrame.hello(PageFrame.good, PageFrame.fair, PageFrame.poor),
        #""pause": { "lines": [], "next": "well" }"#, PageFrame.endings,
      ].joined(separator: ",\n")
    ),
  ]
}
