import JSONSyntax
import ScenarioEngine
public import SourceText

/// Turns scenario files into scenarios that can be played.
public enum ScenarioCompiler {
  /// Compiles a file; the scenario is absent when anything in it is an error.
  public static func compile(_ file: SourceFile, context: CompileContext) -> CompileResult {
    let (document, syntax) = JSONReader.read(file)
    guard let document else {
      return CompileResult(scenario: nil, diagnostics: syntax.inFileOrder())
    }
    let format = FormatCheck(ScenarioKeys.format, in: document)
    if format.isForeign {
      return CompileResult(scenario: nil, diagnostics: format.diagnostics)
    }
    let table = format.isMissing ? ScenarioKeys.tableWithoutFormat : ScenarioKeys.table
    let shape = table.check(document)
    var builder = ScenarioBuilder(Source(document), context)
    builder.build()
    // What has the wrong shape is reported as that and nothing else.
    let misshapen = Set(shape.map(\.range))
    let meaning = builder.findings.diagnostics.filter { !misshapen.contains($0.range) }
    let diagnostics = syntax + format.diagnostics + shape + meaning
    return CompileResult(
      scenario: diagnostics.hasErrors ? nil : builder.scenario(),
      diagnostics: builder.withoutAllowed(diagnostics).capped(),
      made: builder.made,
      carried: builder.carried,
      factKeys: builder.declared.facts.map(\.key)
    )
  }

  /// Every code that the compilers of scenarios and cases may report.
  public static var codes: [DiagnosticCode] { DiagnosticCode.ofScenarios }
}

extension [Diagnostic] {
  /// The first of them in file order, and how many more there are.
  func capped(at limit: Int = 200) -> [Diagnostic] {
    var log = DiagnosticLog(limit: limit)
    for diagnostic in inFileOrder() { log.report(diagnostic) }
    return log.finished()
  }
}
