import JSONSyntax
import ScenarioCompiler
import ScenarioEngine
import SourceText

/// A condition that an author asks about, in the language of `when`.
///
/// It is compiled where conditions always are: as the `when` of one more line at the opening. So the
/// scenario with the question in it remembers what the question asks about.
public struct ExplorerQuestion: Sendable {
  let scenario: Scenario
  private let condition: ConditionIndex

  init(
    _ text: String,
    in file: SourceFile,
    _ context: CompileContext
  ) throws(ExplorerError) {
    guard let document = JSONReader.read(file).document,
      let opening = document.member("opening", of: document.root),
      let name = document.string(of: opening),
      let moments = document.member("moments", of: document.root),
      let moment = document.entries(of: moments).first(where: { entry in
        document.string(of: entry.key) == name
      }),
      let lines = document.member("lines", of: moment.value)
    else { throw ExplorerError("the file has no opening to begin at.") }
    let end = document.range(of: lines).offsets.upperBound - 1
    let comma = document.elements(of: lines).first { _ in true } == nil ? "" : ", "
    let before = comma + #"{ "text": "-", "when": "#
    let question = JSONWriter.compact(.string(text))
    var bytes = file.bytes
    bytes.insert(contentsOf: (before + question + " }").utf8, at: end)
    let asked = SourceFile(path: file.id.path, bytes: bytes)
    let result = ScenarioCompiler.compile(asked, context: context)
    let place = end + before.utf8.count
    guard let scenario = result.scenario else {
      let finding = result.diagnostics.first {
        $0.severity == .error && $0.range.offsets.lowerBound >= place
          && $0.range.offsets.upperBound <= place + question.utf8.count
      }
      throw Self.error(finding, text, place)
    }
    self.scenario = scenario
    let items = scenario.tables.moments[scenario.tables.opening.place].lines
    let item = scenario.tables.lineItems[items.places.upperBound - 1]
    let line = item.lines.places.first.flatMap { scenario.tables.lines[$0].condition }
    guard let condition = item.condition ?? line else {
      throw ExplorerError("\"\(text)\" asks nothing.")
    }
    self.condition = condition
  }

  func holds(in state: State) -> Bool { scenario.tables.evaluate(condition, in: state) }

  /// What is wrong with it, and at which letter.
  private static func error(_ finding: Diagnostic?, _ text: String, _ place: Int) -> ExplorerError {
    guard let finding else { return ExplorerError("\"\(text)\" is no moment and no condition.") }
    // The text stands in the file as JSON, where a quotation mark takes two letters.
    var offset = place + 1
    var column = 1
    for scalar in text.unicodeScalars {
      guard offset < finding.range.offsets.lowerBound else { break }
      offset += JSONWriter.compact(.string(String(scalar))).utf8.count - 2
      column += 1
    }
    let fix = finding.fixIts.first.map { " (\($0.title))" } ?? ""
    return ExplorerError("in \"\(text)\", at letter \(column): \(finding.message)\(fix).")
  }
}
