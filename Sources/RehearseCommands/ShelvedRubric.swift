import Scoring
import SourceText
import Synchronization

/// The rubrics on the shelves, by id.
typealias Rubrics = [String: ShelvedRubric]

/// A rubric on the shelves, and the one scorer that judges by it.
struct ShelvedRubric: Sendable {
  let rubric: Rubric
  /// The scorer, with what the rubric's second ear has learned, if it has one.
  let listener: Late<Listener>

  init(_ rubric: Rubric, _ library: Library) {
    self.rubric = rubric
    listener = Late {
      let words = library.text("Rubrics/words.txt").map { Vocabulary(lines: $0) }
      let weights = library.text("Rubrics/\(rubric.id)-ear.json")
      let ear = weights.flatMap { EarLoader.load(SourceFile(path: "ear", bytes: $0)).ear }
      return Listener(rubric, vocabulary: words ?? Vocabulary(), ear: ear)
    }
  }
}

/// What takes a while to make and is not always needed: it is made once, when it is first asked for.
final class Late<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Mutex<Value?>(nil)

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
