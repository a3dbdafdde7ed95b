import Foundation
import ScenarioCompiler
import ScenarioEngine
import SourceText
import Testing

/// The scenarios in the library folder, as files.
enum Shipped {
  /// A file that is called by its path where tests are listed.
  struct Item: CustomTestStringConvertible, Sendable {
    let file: SourceFile
    var testDescription: String { file.id.path }
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let scenarios: [Item] = files("Scenarios/Library")
  static let all: [Item] =
    scenarios + files("Scenarios/Cases") + files("Scenarios/Rubrics")

  /// The talks of cases name what earlier talks made; alone they compile only with it declared.
  static let context = CompileContext(
    dimensions: ["core": ["honesty", "clarity", "shared-parenting"]]
  )

  /// A shipped scenario; a talk of a case names what the others made.
  static func compiled(_ item: Item) throws -> Scenario {
    var context = Self.context
    for earlier in scenarios where earlier.file.id.path != item.file.id.path {
      let made = ScenarioCompiler.compile(earlier.file, context: Self.context).made
      context.earlier.promises.merge(made.promises) { first, _ in first }
      context.earlier.errors.formUnion(made.errors)
    }
    let result = ScenarioCompiler.compile(item.file, context: Self.context)
    let again =
      result.scenario ?? ScenarioCompiler.compile(item.file, context: context).scenario
    return try #require(again, "\(item.file.id.path): \(result.diagnostics.map(\.message))")
  }

  private static func files(_ folder: String) -> [Item] {
    let url = root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".json") }.compactMap { name in
      let data = try? Data(contentsOf: url.appending(path: name))
      return data.map { Item(file: SourceFile(path: "\(folder)/\(name)", bytes: Array($0))) }
    }
  }
}

/// A file with these words in it.
func file(_ text: String, path: String = "story.json") -> SourceFile {
  SourceFile(path: path, bytes: Array(text.utf8))
}
