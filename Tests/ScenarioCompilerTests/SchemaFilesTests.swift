import Foundation
import ScenarioCompiler
import Testing

@Suite struct SchemaFilesTests {
  @Test(arguments: ["scenario", "case"])
  func schemasFollowTheTableOfKeys(_ kind: String) throws {
    let expected = kind == "case" ? SchemaFiles.case : SchemaFiles.scenario
    let name = "\(kind).schema.json"
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Scenarios/Schema").standardized
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["REHEARSE_RECORD"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(expected.utf8).write(to: file)
      Issue.record("recorded \(name)")
    }
    let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let isEqual = written == expected
    #expect(isEqual, "record \(name) anew with REHEARSE_RECORD=1")
    _ = try JSONSerialization.jsonObject(with: Data(written.utf8))
  }

  @Test func theGuideHasEveryKindOfObject() {
    for name in ["moment", "reply", "line", "ending", "promise", "case"] {
      #expect(SchemaFiles.keyTables.contains(name))
    }
  }
}
