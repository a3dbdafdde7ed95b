import Prose
import Synchronization

/// The cues of a rubric as they were read, and the machine they are put together into.
///
/// Putting them together takes longer than everything else about a rubric, and only what is said needs it.
/// So it is done once, when somebody asks for it: `check`, or the first words that are judged.
final class RubricCues: Sendable {
  /// One cue as it is written, and the group that it belongs to.
  struct Cue {
    let text: String
    let group: Int32
  }

  /// What is wrong with a cue, and which of all it is.
  typealias Mistake = (place: Int, error: CueError)

  private let lexicon: CueLexicon
  private let cues: [Cue]
  private let made = Mutex<(machine: CueMachine, mistakes: [Mistake])?>(nil)

  init(_ cues: [Cue], lexicon: CueLexicon) {
    self.cues = cues
    self.lexicon = lexicon
  }

  /// All cues that can be read.
  var machine: CueMachine { putTogether().machine }

  /// What is wrong with those that cannot be.
  var mistakes: [Mistake] { putTogether().mistakes }

  private func putTogether() -> (machine: CueMachine, mistakes: [Mistake]) {
    made.withLock { made in
      if let made { return made }
      var book = CueBook(lexicon: lexicon)
      var mistakes: [Mistake] = []
      for (place, cue) in cues.enumerated() {
        do throws(CueError) {
          try book.add(cue.text, group: cue.group)
        } catch {
          mistakes.append((place, error))
        }
      }
      let whole = (book.machine(), mistakes)
      made = whole
      return whole
    }
  }
}
