import JSONSyntax
import ScenarioCompiler
import ScenarioEngine
import Scoring
import SourceText

/// An example of a page as a file that can be read.
struct FindingExample: Sendable {
  /// What reads an example, and so can find what the page is about.
  enum Reader: Sendable {
    /// The reviewer of scenarios, searching at most so many states.
    case review(searchLimit: Int?)
    case scenario
    /// The compiler of cases; the example is the case.
    case wholeCase
    /// The compiler of cases; the example is the second talk.
    case talk
    case json(JSONLimits)
    /// The reader of facts files, with a scenario whose facts they replace.
    case facts
    case rubric
    case weights
    /// The reader of Twee stories, of at most so many bytes.
    case story(sizeLimit: Int?)
    /// What tells files apart before they are read.
    case kind

    /// The reader of JSON, with some of its limits changed.
    static func json(_ change: (inout JSONLimits) -> Void) -> Self {
      var limits = JSONLimits.standard
      change(&limits)
      return .json(limits)
    }
  }

  /// Stands in an example before the place that the finding points at.
  static let mark: Character = "\u{25B8}"

  /// The file without its mark; U+FFFD stands for a byte that is no character in UTF-8.
  let text: String
  /// Where the finding points, in bytes; absent where nothing is marked.
  let place: Int?
  let reader: Reader
  /// Whether the file is saved in UTF-16, as some editors save "Unicode text".
  let isWide: Bool

  init(marked: String, reader: Reader, isWide: Bool = false) {
    place = marked.firstIndex(of: Self.mark).map { marked[..<$0].utf8.count }
    text = Self.unmarked(marked)
    self.reader = reader
    self.isWide = isWide
  }

  static func unmarked(_ text: String) -> String { text.replacing(String(mark), with: "") }

  /// The example as it would lie on the disk.
  var file: SourceFile {
    let bytes: [UInt8]
    if isWide {
      bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    } else {
      let parts = text.split(separator: "\u{FFFD}", omittingEmptySubsequences: false)
      bytes = Array(parts.map { Array($0.utf8) }.joined(separator: [0xE9]))
    }
    return SourceFile(path: "example", bytes: bytes)
  }

  /// Everything that is found in it.
  var findings: [Diagnostic] {
    switch reader {
    case .review(let limit): return review(limit)
    case .scenario: return ScenarioCompiler.compile(file, context: Self.context).diagnostics
    case .wholeCase: return Self.findings(inCase: file, PageFrame.talks)
    case .talk:
      let second = (id: "second-talk", file: file)
      return Self.findings(inCase: PageFrame.wholeCase, PageFrame.talks.prefix(1) + [second])
    case .json(let limits): return JSONReader.read(file, limits: limits).diagnostics
    case .facts:
      let (facts, diagnostics) = FactsFile.read(file)
      var context = Self.context
      context.replacedFacts = facts
      return diagnostics + ScenarioCompiler.compile(PageFrame.hearing, context: context).diagnostics
    case .rubric: return RubricLoader.load(file).diagnostics
    case .weights: return EarLoader.load(file).diagnostics
    case .story(let limit?): return TweeParser.parse(file, sizeLimit: limit).diagnostics
    case .story(nil): return TweeReader.read(file).diagnostics
    case .kind: return OtherFile.finding(in: file).map { [$0] } ?? []
    }
  }

  private static let context = CompileContext(
    dimensions: ["core": ["honesty", "clarity", "shared-parenting"]]
  )

  private static func findings(
    inCase file: SourceFile,
    _ talks: [(id: String, file: SourceFile)]
  ) -> [Diagnostic] {
    CaseCompiler.compile(file, known: talks.map(\.id), context: context) { id in
      talks.first { $0.id == id }?.file
    }.diagnostics
  }

  private func review(_ limit: Int?) -> [Diagnostic] {
    let file = file
    let result = ScenarioCompiler.compile(file, context: Self.context)
    guard let scenario = result.scenario, let document = JSONReader.read(file).document else {
      return result.diagnostics
    }
    var options = ReviewOptions()
    if let limit { options.search.limit = limit }
    // In place of the scorer: whoever promises something is heard to give false hope.
    options.ear = { _, _, words in
      guard words.contains("promise") else { return nil }
      var levels = Levels()
      levels[0] = 1
      return HeardReply(levels: levels, findings: [0: ["H1a \"I promise\": a guarantee"]])
    }
    return result.diagnostics + ScenarioReview.of(document, scenario, options).diagnostics
  }
}
