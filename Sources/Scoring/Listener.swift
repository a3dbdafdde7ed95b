import Prose

/// Judges typed words by a rubric: the one scorer.
///
/// The same words on the same card are always judged alike; nothing is looked up anywhere.
public struct Listener: Sendable {
  /// The rubric it listens by.
  public let rubric: Rubric
  /// The second ear, which guesses where no cue decides.
  public let ear: Ear?
  let vocabulary: Vocabulary

  /// Creates a listener; without a second ear only cues decide.
  public init(_ rubric: Rubric, vocabulary: Vocabulary = Vocabulary(), ear: Ear? = nil) {
    self.rubric = rubric
    self.ear = ear
    self.vocabulary = vocabulary.adding(rubric.machine.words)
  }

  /// Judges `text` as said by the worker to the person on the card.
  public func judge(_ text: String, _ context: ListeningContext) -> Judgement {
    judge(Array(text.utf8), context)
  }

  /// Judges UTF-8 bytes; ranges count in them.
  public func judge(_ bytes: [UInt8], _ context: ListeningContext) -> Judgement {
    let hearing = Hearing(bytes, context, self)
    var judge = Judge(hearing, self)
    return judge.judge()
  }
}
