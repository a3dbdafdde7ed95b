import ScenarioCompiler
import ScenarioEngine
import SourceText

/// The dimensions that the tests compile against.
let core = CompileContext(dimensions: ["core": ["honesty", "clarity", "shared-parenting"]])

func compile(_ text: String, _ context: CompileContext = core) -> CompileResult {
  ScenarioCompiler.compile(SourceFile(path: "test.json", bytes: Array(text.utf8)), context: context)
}

/// The findings as an author sees them.
func rendered(_ result: CompileResult, of text: String) -> String {
  let file = SourceFile(path: "test.json", bytes: Array(text.utf8))
  return DiagnosticRenderer(files: [file]).text(for: result.diagnostics)
}
