/// What can be wrong with cases.
extension FindingPage {
  private static func wholeCase(_ members: String) -> String {
    """
    { "format": "rehearse-case/1", "id": "family", "title": "A family", "summary": "Talks.",
      \(members) }

    """
  }

  private static func talk(_ member: String) -> String {
    PageFrame.talk("second-talk", trust: PageFrame.trust, member + ",\n")
  }

  static let cases: [FindingPage] = [
    FindingPage(
      "unknown-scenario",
      "A case names its talks by id, and there is none of this id. The file must lie in Library, beside "
        + "the folder of the case, with the id as its name.",
      in: .wholeCase,
      failing: #""scenarios": ["first-talk", ▸"secnd-talk"]"#,
      mended: #""scenarios": ["first-talk", "second-talk"]"#,
      frame: wholeCase
    ),
    FindingPage(
      "duplicate-scenario",
      "A case goes forward in time, so a talk happens once in it.",
      in: .wholeCase,
      failing: #""scenarios": ["first-talk", ▸"first-talk"]"#,
      mended: #""scenarios": ["first-talk", "second-talk"]"#,
      frame: wholeCase
    ),
    FindingPage(
      "unknown-carry",
      "What is carried from talk to talk must be declared as \"state\" in them. None of these talks has "
        + "this one.",
      in: .wholeCase,
      failing: #""scenarios": ["first-talk", "second-talk"], "carry": [▸"turst"]"#,
      mended: #""scenarios": ["first-talk", "second-talk"], "carry": ["trust"]"#,
      frame: wholeCase
    ),
    FindingPage(
      "carry-types",
      "The next talk could not take it over: in one talk it is a number, in another a word. Declare it the "
        + "same way in each. In this example the third talk has trust as \"low\" or \"high\".",
      in: .wholeCase,
      failing: #""scenarios": ["first-talk", "third-talk"], "carry": [▸"trust"]"#,
      mended: #""scenarios": ["first-talk", "second-talk"], "carry": ["trust"]"#,
      frame: wholeCase
    ),
    FindingPage(
      "carried-not-made",
      "This talk speaks of a promise that no earlier talk of the case makes, so it can never be true. "
        + "Correct the id, or put the talk that makes it first. Here an earlier talk makes \"home\".",
      in: .talk,
      failing: #""carried": [▸"home-by-may"]"#,
      mended: #""carried": ["home"]"#,
      frame: talk
    ),
  ]
}
