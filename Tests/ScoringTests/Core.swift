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
  static let vocabulary = Vocabulary(lines: bytes("Scenarios/Rubrics/words.txt"))
  static let loadedEar = EarLoader.load(
    SourceFile(path: "core-ear.json", bytes: bytes("Scenarios/Rubrics/core-ear.json"))
  )
  /// As shipped: cues and the second ear.
  static let shipped = loaded.rubric.map {
    Listener($0, vocabulary: vocabulary, ear: loadedEar.ear)
  }
  /// Cues alone.
  static let cuesOnly = loaded.rubric.map { Listener($0, vocabulary: vocabulary) }

  /// Whether a word is one that the scorer knows.
  static func knows(_ word: String) -> Bool { words.contains(word) }
  private static let words = Set(
    String(decoding: bytes("Scenarios/Rubrics/words.txt"), as: UTF8.self)
      .split(separator: "\n").map { String($0.prefix { $0 != " " }) }
  )

  static func rubric() throws -> Rubric { try #require(loaded.rubric) }
  static func listener() throws -> Listener { try #require(shipped) }

  static let maya = ListeningContext.People(child: "Maya", parent: "Dana", caregiver: "Ms. Ruiz")
  static let jordan = ListeningContext.People(
    child: "Jordan",
    parent: "Marcus",
    caregiver: "Aunt Tina"
  )
}
