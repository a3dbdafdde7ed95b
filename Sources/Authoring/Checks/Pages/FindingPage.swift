public import SourceText

/// What there is to read about one kind of finding: why it matters, and an example that fails and the
/// same example mended.
public struct FindingPage: Sendable {
  /// The code of the finding, such as `missing-comma`.
  public let name: String
  /// Why it matters, in a few sentences.
  public let why: String
  /// What has the finding: a part of a file, or a small file.
  public let failing: String
  /// The same without it.
  public let mended: String
  /// ``failing`` in a whole file.
  let failingExample: FindingExample
  /// ``mended`` in a whole file.
  let mendedExample: FindingExample
  /// Codes found beside this one, which cannot be without them.
  let alongside: [String]

  /// What the program says of the failing example.
  public var finding: Diagnostic? {
    failingExample.findings.first { $0.code.name == name }
  }

  /// A page on what is found in a part of a scenario.
  private init(
    _ name: String,
    _ why: String,
    _ part: PageFrame.Part,
    failing: (top: String, part: String),
    mended: (top: String, part: String),
    readers: (failing: FindingExample.Reader, mended: FindingExample.Reader)
  ) {
    func shown(_ parts: (top: String, part: String)) -> String {
      let parts = [parts.top, parts.part].filter { !$0.isEmpty }
      return Self.shown(parts.joined(separator: ",\n"))
    }
    self.name = name
    self.why = why
    self.failing = shown(failing)
    self.mended = shown(mended)
    failingExample = FindingExample(
      marked: PageFrame.file(with: failing.part, as: part, failing.top),
      reader: readers.failing
    )
    mendedExample = FindingExample(
      marked: PageFrame.file(with: mended.part, as: part, mended.top),
      reader: readers.mended
    )
    alongside = []
  }

  /// A page on what the compiler finds in a part of a scenario.
  init(
    _ name: String,
    _ why: String,
    _ part: PageFrame.Part,
    top: String = "",
    failing: String,
    mended: String,
    mendedTop: String? = nil
  ) {
    self.init(
      name,
      why,
      part,
      failing: (top, failing),
      mended: (mendedTop ?? FindingExample.unmarked(top), mended),
      readers: (.scenario, .scenario)
    )
  }

  /// A page on what the reviewer finds in a part of a scenario.
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
    self.init(
      code.name,
      why,
      part,
      failing: (top, failing),
      mended: (mendedTop ?? FindingExample.unmarked(top), mended),
      readers: (.review(searchLimit: searchLimit), .review(searchLimit: nil))
    )
  }

  /// A page whose examples are files of their own, or are put into one by `frame`.
  init(
    _ name: String,
    _ why: String,
    in reader: FindingExample.Reader,
    failing: String,
    mended: String,
    isWide: Bool = false,
    alongside: [String] = [],
    frame: (String) -> String = { $0 }
  ) {
    self.name = name
    self.why = why
    let text = Self.shown(failing)
    // As a program shows it that takes each byte for a letter.
    self.failing = isWide ? text.map { String($0) }.joined(separator: " ") : text
    self.mended = Self.shown(mended)
    failingExample = FindingExample(marked: frame(failing), reader: reader, isWide: isWide)
    mendedExample = FindingExample(marked: frame(mended), reader: reader)
    self.alongside = alongside
  }

  /// An example without its mark, and without the middle of lines that nobody would read.
  private static func shown(_ example: String) -> String {
    FindingExample.unmarked(example).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.count > 320 ? "\($0.prefix(160)) \u{2026} \($0.suffix(80))" : String($0) }
      .joined(separator: "\n")
  }

  /// The page about a code, if there is such a code.
  public static func about(_ code: String) -> FindingPage? { all.first { $0.name == code } }

  /// All pages, in the order of ``FindingGroup/all``.
  public static let all: [FindingPage] =
    wholeFiles + punctuation + brackets + quotes + keys
    + formats + names + people + texts + state + waysOn + conditions + cases
    + rubrics + stories
    + structure + ways + choices + writing + screens + kept
}
