import SourceText

/// The small scenario that the examples of pages stand in.
enum PageFrame {
  /// Which part of it an example replaces.
  enum Part {
    case moments
    /// One of three replies.
    case reply
    /// What the listener says before them.
    case line
    case cast
    /// Members of the whole file.
    case top
    /// The keys of the first moment before its replies.
    case moment
  }

  static let cast = """
    "tanya": { "name": "Tanya", "role": "birth-parent", "about": "Mia's mom." },
    "dana": { "name": "Dana", "role": "caregiver", "kind": "resource", "about": "Mia is with her." },
    "sam": { "name": "Sam", "role": "worker" }
    """

  static let line = #"{ "by": "tanya", "text": "So what happens now? Ask {dana}, maybe." }"#

  static let head =
    #""lines": [LINE], "discuss": "What does she need first?", "hint": "One thing.","#

  /// A reply as a line of JSON; levels in the order of the core rubric, `-` for not shown.
  static func reply(
    _ id: String,
    _ say: String,
    _ levels: String,
    next: String = "well",
    _ more: String = ""
  ) -> String {
    let parts = levels.split(separator: " ").map { $0 == "-" ? "null" : String($0) }
    return """
      { "id": "\(id)", "say": "\(say)",
        "rates": { "honesty": \(parts[0]), "clarity": \(parts[1]), "shared-parenting": \(parts[2]) },
        "why": "What \(id) does to her.", "heard": "What she hears in \(id).",\(more)
        "next": "\(next)" }
      """
  }

  static let good = reply("plain", "There are two plans, and I work on both of them.", "3 3 3")
  static let fair = reply(
    "half",
    "There is a plan, and we will talk about the rest of it.",
    "2 4 2",
    next: "apart"
  )
  static let poor = reply(
    "vague",
    "It is complicated, and it depends on so many things.",
    "2 2 2",
    next: "apart"
  )

  static let endings = """
    "well": { "lines": [], "ending": { "title": "Well", "text": "She knows.", "kind": "connected" } },
    "apart": { "lines": [], "ending": { "title": "Apart", "text": "She left.", "kind": "broken" } }
    """

  /// A moment with three replies that has nothing wrong with it.
  static func moment(_ id: String, _ head: String, _ replies: [String]) -> String {
    "\"\(id)\": { \(head) \"replies\": [\n\(replies.joined(separator: ",\n"))\n] }"
  }

  /// The first moment, with these replies.
  static func hello(_ replies: String...) -> String {
    moment("hello", head.replacing("LINE", with: line), replies)
  }

  /// The file with nothing wrong in it, but for one place that reads otherwise.
  static func file(_ words: String, reading other: String) -> String {
    file(with: poor, as: .reply).replacing(words, with: other)
  }

  static func file(with example: String, as part: Part, _ more: String = "") -> String {
    var (line, third, cast, head) = (line, poor, cast, head)
    var top = more.isEmpty ? "" : more + ",\n"
    var moments: String?
    switch part {
    case .moments: moments = example
    case .reply: third = example
    case .line: line = example
    case .cast: cast = example
    case .top: top += example + ",\n"
    case .moment: head = example
    }
    head = head.replacing("LINE", with: line)
    let all = moments ?? (moment("hello", head, [good, fair, third]) + ",\n" + endings)
    return """
      {
      "format": "rehearse-scenario/1", "id": "example", "title": "Example",
      "summary": "An example.", "setting": "A room.", "listener": "tanya",
      "cast": {
      \(cast)
      },
      \(top)\(top.contains("\"opening\"") ? "" : "\"opening\": \"hello\",")
      "moments": {
      \(all)
      } }

      """
  }

  // MARK: Cases

  static let trust = #"{ "start": 2, "from": 0, "to": 5 }"#

  /// A talk of a case, with trust declared so.
  static func talk(_ id: String, trust: String, _ more: String = "", reply: String = poor) -> String
  {
    file(with: reply, as: .reply, more + "\"state\": { \"trust\": \(trust) }")
      .replacing("\"id\": \"example\"", with: "\"id\": \"\(id)\"")
  }

  /// The talks that examples of cases may name; the first makes the promise "home".
  static let talks: [(id: String, file: SourceFile)] = [
    (
      "first-talk",
      talk(
        "first-talk",
        trust: trust,
        reply: Self.reply(
          "sure",
          "She will be home by summer.",
          "2 2 2",
          next: "apart",
          #" "promises": [{ "id": "home", "about": "plan-a", "words": "home by summer" }],"#
        )
      )
    ), ("second-talk", talk("second-talk", trust: trust)),
    ("third-talk", talk("third-talk", trust: #"{ "start": "low", "values": ["low", "high"] }"#)),
  ].map { ($0.0, SourceFile(path: $0.0, bytes: Array($0.1.utf8))) }

  static let wholeCase = SourceFile(
    path: "case",
    bytes: Array(
      #"""
      { "format": "rehearse-case/1", "id": "family", "title": "A family", "summary": "Talks.",
        "scenarios": ["first-talk", "second-talk"] }
      """#.utf8
    )
  )

  /// A scenario with the fact "hearing".
  static let hearing = SourceFile(
    path: "scenario",
    bytes: Array(file(with: #""facts": { "hearing": "June 4 at 8:30" }"#, as: .top).utf8)
  )
}
