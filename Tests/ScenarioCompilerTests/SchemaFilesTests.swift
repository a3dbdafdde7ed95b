import Foundation
import ScenarioCompiler
import Testing

@Suite struct SchemaFilesTests {
  @Test(
    arguments: [
      ("scenario.schema.json", SchemaFiles.scenario), ("case.schema.json", SchemaFiles.case),
    ]
  )
  func schemasFollowTheTableOfKeys(_ name: String, _ expected: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Scenarios/Schema").standardized
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["REHEARSE_RECORD"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(expected.utf8).write(to: file)
      Issue.record("recorded \(name)")
    }
    let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(written == expected, "record anew with REHEARSE_RECORD=1")
    _ = try JSONSerialization.jsonObject(with: Data(written.utf8))
  }

  @Test func theGuideHasEveryKindOfObject() {
    for name in ["moment", "reply", "line", "ending", "promise", "case"] {
      #expect(SchemaFiles.keyTables.contains(name))
    }
  }
}
