import Foundation
import Scoring
import SourceText
import Testing

/// The shipped rubric and the files around it, as tests read them.
enum Core {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) -> [UInt8] {
    ((try? Data(contentsOf: folder.appending(path: path))).map { Array($0) }) ?? []
  }

  static func lines(_ path: String) -> [[UInt8]] {
    bytes(path).split(separator: UInt8(ascii: "\n")).map { Array($0) }
  }

  static let loaded = RubricLoader.load(
    SourceFile(path: "core.json", bytes: bytes("Scenarios/Rubrics/core.json"))
  )

  static func rubric() throws -> Rubric { try #require(loaded.rubric) }
}
