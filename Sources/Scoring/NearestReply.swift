import Prose
public import ScenarioEngine

/// The reply along which the script goes on when words were typed.
///
/// It is only ever a suggestion: the trainee confirms it or chooses another way on, and the judgement of
/// the words does not depend on it.
public struct NearestReply: Hashable, Sendable {
  /// The reply.
  public let reply: ReplyIndex
  /// Whether it is near enough to be proposed; if not, the trainee is asked.
  public let isNear: Bool

  /// Finds the open reply nearest to typed words; `nil` if none may be taken.
  ///
  /// Words count by how few of the replies share them; what is told and how it is rated count as well.
  /// A turn without a promise never goes to a reply that makes one.
  public init?(to text: String, _ judgement: Judgement, in conversation: Conversation) {
    let scenario = conversation.scenario
    let promised = Set(judgement.entries.filter { $0.kind == .promised }.map(\.about))
    let open = conversation.offers.filter(\.isOpen).map(\.reply).filter { reply in
      scenario.promises(of: reply).allSatisfy { promised.contains($0.rawValue) }
    }
    guard !open.isEmpty else { return nil }
    let typed = Words(text)
    let said = open.map { Words(scenario.text(scenario.reply($0).say, in: conversation.state)) }
    let told = Set(judgement.entries.filter { $0.kind == .told }.map(\.about))
    let repairs = judgement.entries.contains { $0.kind == .retracted }
    let scores = open.indices.map { place -> Double in
      let reply = open[place]
      let shared = typed.likeness(to: said[place], among: said)
      let elements = Set(scenario.elementsTold(by: reply).map(\.rawValue))
      let both = Double(elements.intersection(told).count)
      let either = Double(max(1, elements.union(told).count))
      let repair = repairs && scenario.isRepair(reply) ? 0.3 : 0
      return shared + 0.25 * both / either + repair
        + 0.35 * judgement.likeness(to: scenario.reply(reply).rates)
    }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    reply = open[best]
    let shared = typed.likeness(to: said[best], among: said)
    isNear = shared >= 0.12 || scores[best] >= 0.55
  }
}

/// The words of an utterance, each once, without those that carry little.
private struct Words {
  let keys: Set<WordKey>

  init(_ text: String) {
    keys = Set(Utterance(text).tokens.filter { $0.letters.count > 2 || $0.isNumber }.map(\.key))
  }

  /// The share of weight that two utterances have in common, 0 to 1 (weighted Dice).
  func likeness(to other: Words, among all: [Words]) -> Double {
    func weight(_ key: WordKey) -> Double {
      1 / Double(1 + all.count { $0.keys.contains(key) })
    }
    let mine = keys.reduce(0) { $0 + weight($1) }
    let theirs = other.keys.reduce(0) { $0 + weight($1) }
    let both = keys.intersection(other.keys).reduce(0) { $0 + weight($1) }
    return mine + theirs == 0 ? 0 : 2 * both / (mine + theirs)
  }
}

extension Judgement {
  /// How alike the levels are to an author's key, 0 to 1.
  fileprivate func likeness(to rates: Levels) -> Double {
    let parts = dimensions.indices.map { place -> Double in
      switch (dimensions[place].level, rates[place]) {
      case (nil, nil): 1
      case (let heard?, let rated?): 1 - Double(abs(heard - rated)) / 3
      default: 0.25
      }
    }
    return parts.isEmpty ? 0 : parts.reduce(0, +) / Double(parts.count)
  }
}
