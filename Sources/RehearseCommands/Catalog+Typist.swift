import Authoring
import ScenarioEngine
import Scoring
import Synchronization

extension Catalog.Playable {
  /// Types as a person at the prompt does: the scorer judges the words, and the script goes on along the
  /// nearest reply; none where a person would be asked which comes nearest.
  func typist(hearing listener: Listener) -> Walkthrough.Typist {
    let rubric = rubric
    let judge = JudgedOnce(listener)
    return { conversation, words in
      let judgement = judge(words, ListeningContext(conversation))
      guard let nearest = NearestReply(to: words, judgement, in: conversation), nearest.isNear
      else {
        return nil
      }
      let turn = TypedTurn(
        words,
        judgement: judgement,
        rubric: rubric,
        along: nearest.reply,
        in: conversation,
        answersEarlier: judgement.answersEarlier(in: conversation),
        contested: false
      )
      return (nearest.reply, turn)
    }
  }
}

/// A scorer that judges the same words in the same place once, for those who say them thousands of times.
private final class JudgedOnce: Sendable {
  private struct Saying: Hashable {
    let words: String
    let context: ListeningContext
  }

  private let listener: Listener
  private let judged = Mutex<[Saying: Judgement]>([:])

  init(_ listener: Listener) { self.listener = listener }

  func callAsFunction(_ words: String, _ context: ListeningContext) -> Judgement {
    let saying = Saying(words: words, context: context)
    if let known = judged.withLock({ $0[saying] }) { return known }
    let judgement = listener.judge(words, context)
    judged.withLock { $0[saying] = judgement }
    return judgement
  }
}
