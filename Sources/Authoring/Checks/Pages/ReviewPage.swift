public import SourceText

/// What there is to read about one kind of finding: why it matters, and an example that fails and the
/// same example mended.
public struct ReviewPage: Sendable {
  /// The kind of finding.
  public let code: DiagnosticCode
  /// Why it matters, in a few sentences.
  public let why: String
  /// A part of a scenario that has the finding.
  public let failing: String
  /// The same part without it.
  public let mended: String
  /// The failing part in a whole scenario file.
  public let failingFile: String
  /// The mended part in a whole scenario file.
  public let mendedFile: String
  /// Where the finding points in ``failingFile``, in bytes; absent where it points at the whole file.
  let place: Int?
  /// The most states the examples are searched for, where that is what the finding is about.
  let searchLimit: Int?

  init(
    _ code: DiagnosticCode,
    _ why: String,
    _ part: PageFrame.Part,
    top: String = "",
    failing: String,
    mended: String,
    mendedTop: String? = nil,
    searchLimit: Int? = nil
  ) {
    self.code = code
    self.why = why
    self.searchLimit = searchLimit
    let mark = "\u{25B8}"
    let marked = PageFrame.file(with: failing, as: part, top)
    place = marked.firstIndex(of: Character(mark)).map { marked[..<$0].utf8.count }
    let shown = [top, failing].filter { !$0.isEmpty }.joined(separator: ",\n")
    self.failing = shown.replacing(mark, with: "")
    let mendedTop = mendedTop ?? top.replacing(mark, with: "")
    self.mended = [mendedTop, mended].filter { !$0.isEmpty }.joined(separator: ",\n")
    failingFile = marked.replacing(mark, with: "")
    mendedFile = PageFrame.file(with: mended, as: part, mendedTop)
  }

  /// The page about a code, if it is one of the reviewer's.
  public static func about(_ code: String) -> ReviewPage? { all.first { $0.code.name == code } }

  /// All pages, in the order of the catalogue.
  public static let all: [ReviewPage] = structure + ways + choices + writing + screens + kept
}

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
}
