import JSONSyntax
import Prose
public import SourceText

/// Reads rubric files.
public enum RubricLoader {
  /// Reads a rubric; there is one only where nothing is wrong with the file.
  ///
  /// Most of the time goes into its cues. Where their file is known to be right, as the one is that the
  /// program was tested with, `checkingCues` may be false: they are then read with the first words judged.
  public static func load(
    _ file: SourceFile,
    checkingCues: Bool = true
  ) -> (rubric: Rubric?, diagnostics: [Diagnostic]) {
    let (document, syntax) = JSONReader.read(file)
    guard let document else { return (nil, syntax) }
    let format = FormatCheck(RubricShape.format, in: document, likely: "a rubric")
    if format.isForeign { return (nil, format.diagnostics) }
    let table = format.isMissing ? RubricShape.tableWithoutFormat : RubricShape.table
    var diagnostics = syntax + format.diagnostics + table.check(document)
    var reader = RubricReader(document)
    let parts = reader.read(checkingCues: checkingCues)
    // What a misspelt key leaves out would be missed again under other names; a bad cue is one anyway.
    let known = diagnostics.hasErrors ? [.badCue] : reader.diagnostics.map(\.code)
    diagnostics += reader.diagnostics.filter { known.contains($0.code) }
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    return (Rubric(parts, digest: Digest.of(file.bytes)), diagnostics)
  }

  /// Every code that the readers of rubrics and of their weights may report.
  public static var codes: [DiagnosticCode] { DiagnosticCode.ofRubrics }
}

/// What a rubric is made of, as it is read.
struct RubricParts {
  var id = ""
  var version = ""
  var title = ""
  var dimensions: [Rubric.Dimension] = []
  var findings: [Rubric.Finding] = []
  var elements: [Rubric.Element] = []
  var jargon: [Rubric.Term] = []
  var topics: [Rubric.Topic] = []
  var frames: [Rubric.Frame] = []
  var cues = RubricCues([], lexicon: CueLexicon(lemmas: [:], classes: [:]))
  var concepts: [WordKey: [UInt64]] = [:]
  var sides: [WordKey: ListeningContext.Audience] = [:]
  var groups = Rubric.CueGroups(
    topics: 0..<0,
    elements: 0..<0,
    jargon: 0..<0,
    frames: 0..<0,
    exceptions: [:]
  )
}
