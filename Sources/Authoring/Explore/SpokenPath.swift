public import ScenarioEngine
import SourceText

/// A way through a conversation as an author types it: `straight,both` or `the-clock/straight dana/both`.
public enum SpokenPath {
  /// Why a way cannot be gone.
  public struct Problem: Error, Hashable, Sendable {
    /// One or two sentences.
    public let message: String
  }

  /// Says the replies one after the other, from the beginning.
  public static func follow(
    _ text: String,
    in scenario: Scenario,
    seed: UInt64 = 0
  ) throws(Problem) -> Conversation {
    var conversation = Conversation(scenario, seed: seed)
    for reply in try replies(of: text, in: conversation) { conversation.choose(reply) }
    return conversation
  }

  /// The replies of a way that begins where a conversation is.
  static func replies(
    of text: String,
    in start: Conversation
  ) throws(Problem) -> [ReplyIndex] {
    var conversation = start
    let scenario = start.scenario
    var replies: [ReplyIndex] = []
    for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace || $0 == ">" }) {
      let moment = conversation.state.moment
      let here = scenario.id(of: moment)
      guard conversation.ending == nil else {
        throw Problem(message: "it has ended at \(here) before \"\(word)\".")
      }
      let id = String(word.split(separator: "/").last ?? "")
      if let slash = word.firstIndex(of: "/"), word[..<slash] != here {
        throw Problem(message: "it is at \(here) when \"\(word)\" is to be said.")
      }
      let open = conversation.offers.filter(\.isOpen).map { scenario.id(of: $0.reply) }.sorted()
      guard let reply = scenario.reply(id, at: moment) else {
        let nearest = nearestMatch(to: id, among: open).map { " Did you mean \($0)?" } ?? ""
        throw Problem(
          message: "there is no reply \"\(id)\" at \(here).\(nearest) There is \(Self.list(open))."
        )
      }
      guard conversation.isOffered(reply) else {
        throw Problem(
          message: "\"\(id)\" cannot be said at \(here) then. What can be is \(Self.list(open))."
        )
      }
      conversation.choose(reply)
      replies.append(reply)
    }
    return replies
  }

  static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
