/// What can be wrong with Twee stories.
extension FindingPage {
  private static let start = """
    :: Start
    Tanya: They said a year.
    [[Tell her the date->Date]]
    """
  private static let date = """
    :: Date
    She looks up.
    """
  private static let ifid = "D674C58C-DEFA-4F70-B7A2-27742230C0FC"

  private static func page(
    _ name: String,
    _ why: String,
    _ failing: [String],
    _ mended: [String] = [start, date],
    in reader: FindingExample.Reader = .story(sizeLimit: nil),
    isWide: Bool = false
  ) -> FindingPage {
    FindingPage(
      name,
      why,
      in: reader,
      failing: failing.joined(separator: "\n\n"),
      mended: mended.joined(separator: "\n\n"),
      isWide: isWide
    )
  }

  private static func exported(_ line: String, _ mark: String = "") -> String {
    """
    :: \(mark)hello
    \(line)
    Out
    She goes.

    :: Rehearse scenario [rehearse]
    { "title": "June 4", "opening": "hello", "moments": { "hello": {
      "lines": [ { "text": "She waits." } ],
      "ending": { "title": "Out", "text": "She goes.", "kind": "mixed" } } } }
    """
  }

  static let stories: [FindingPage] = [
    page(
      "twee-too-large",
      "Nobody writes 64 MB, so it is probably another file. It is not opened. This example is read as if "
        + "40 bytes were the most.",
      ["▸" + start, date],
      [":: Start\nThey said a year."],
      in: .story(sizeLimit: 40)
    ),
    page(
      "twee-not-utf-8",
      "Letters can be saved as bytes in several ways, and only UTF-8 is read. Save the story again as "
        + "UTF-8. In the first file every letter takes two bytes, which many editors do not show.",
      ["▸" + start, date],
      isWide: true
    ),
    page(
      "twee-no-passage",
      "A story is made of passages, each of which begins with a line such as :: Start. There is none "
        + "here, so this is probably another file.",
      ["▸Tanya: They said a year."]
    ),
    page(
      "twee-bad-utf-8",
      "Accents, dashes and curly quotes were saved in another way than UTF-8. They come in as \u{FFFD}; "
        + "save the story as UTF-8 and import it again, or write them anew.",
      [":: Start\nJos▸\u{FFFD} waits."],
      [":: Start\nJos\u{E9} waits."]
    ),
    page(
      "twee-prolog",
      "What stands before the first passage belongs to none. It is kept as a note, so nothing is lost.",
      ["▸Written in June.", start, date]
    ),
    page(
      "twee-no-name",
      "Links lead to a passage by its name, so nothing can lead to this one. It is called \"untitled\".",
      [start, date, "▸::\nShe leaves."],
      [start, date, ":: Door\nShe leaves."]
    ),
    page(
      "twee-bad-header",
      "After the name come tags in [ ], then metadata in { }. What is neither is kept as a note.",
      [start, ":: Date [court] ▸by Sam\nShe looks up."],
      [start, ":: Date [court]\nShe looks up."]
    ),
    page(
      "twee-bad-metadata",
      "The metadata says where Twine shows the passage. It must be JSON, with quotation marks; otherwise "
        + "it is kept as a note and the place on the map is lost.",
      [start, ":: Date ▸{position:100,200}\nShe looks up."],
      [start, ":: Date {\"position\":\"100,200\"}\nShe looks up."]
    ),
    page(
      "twee-bad-story-data",
      "Twine writes into StoryData which story this is. The scenario is made all the same; it matters "
        + "only if you give the story back to Twine.",
      [":: StoryData\n▸{ \"ifid\": \"1\" }", start, date],
      [":: StoryData\n{ \"ifid\": \"\(ifid)\" }", start, date]
    ),
    page(
      "twee-duplicate-passage",
      "Both passages become moments, but all links lead to the first, so nothing leads to the second.",
      [start, date, ":: ▸Date\nShe looks away."],
      [start, date, ":: Away\nShe looks away."]
    ),
    page(
      "twee-missing-passage",
      "The link leads nowhere. An ending that is still to write stands in for the passage.",
      [":: Start\nTanya: They said a year.\n▸[[Tell her the date->Dates]]", date]
    ),
    page(
      "twee-missing-start",
      "StoryData names the passage that the story begins with, and there is none of that name. Look at "
        + "\"opening\" in the scenario.",
      [":: ▸StoryData\n{ \"ifid\": \"\(ifid)\", \"start\": \"Begin\" }", start, date],
      [":: StoryData\n{ \"ifid\": \"\(ifid)\", \"start\": \"Start\" }", start, date]
    ),
    page(
      "twee-bad-link",
      "A link begins with [[ and ends with ]] on the same line. This one has no end, so it stays in the "
        + "text and leads nowhere.",
      [":: Start\nTanya: They said a year.\n▸[[Tell her the date->Date", date]
    ),
    page(
      "twee-too-much",
      "A moment has at most 64 replies and 500 lines. The rest is kept as a note. Divide the passage.",
      [
        ":: Start\n" + (1...64).map { "[[\($0)->Date]]" }.joined(separator: " ")
          + "\n▸[[65->Date]]", date,
      ]
    ),
    page(
      "twee-bad-carrier",
      "A story that came out of rehearse export carries its scenario in a passage, with levels and "
        + "reasons. That passage was changed and cannot be read; the other passages are read as any story.",
      [start, date, ":: ▸Rehearse scenario [rehearse]\n{ \"moments\": "]
    ),
    page(
      "twee-changed-passage",
      "The passage no longer reads as the scenario that the story carries. Your words stand; look whether "
        + "levels, whys and what is heard still fit them.",
      [exported("She waits by the window.", "▸")],
      [exported("She waits.")]
    ),
  ]
}
