import Prose

/// Tells a sentence from words shaken out of a bag, by which little words stand side by side.
///
/// Keywords in no order say nothing, so they earn no point.
struct WordOrder: Sendable {
  /// The words common enough to count one by one.
  var common: Set<UInt32>
  /// How much likelier a pair is in talk than in shuffled talk, in eighths of a unit.
  var pairs: [UInt32: Int8]

  /// Whether what is heard stands in an order in which people say it, what is repeated left aside.
  func isSpeech(_ hearing: Hearing) -> Bool {
    let utterance = hearing.utterance
    let kinds = hearing.distinct.flatMap { utterance.sentences[$0].tokens }
      .map { kind(of: utterance.tokens[$0], in: utterance) }
    guard kinds.count > 4, kinds.count < 400 else { return true }
    var sum = 0
    var last = Self.edge
    for kind in kinds + [Self.edge] {
      sum += Int(pairs[Self.pair(last, kind)] ?? Self.unseen)
      last = kind
    }
    return sum >= Self.least(for: kinds.count) * (kinds.count + 1)
  }

  /// What a word is to its neighbours: itself if it is common, else the kind of word it looks like.
  func kind(of token: Token, in utterance: Utterance) -> UInt32 {
    if token.isNumber { return Self.number }
    let word = EarFeatures.narrow(token.key.value)
    return common.contains(word) ? word : Self.look(of: token, in: utterance)
  }

  static func look(of token: Token, in utterance: Utterance) -> UInt32 {
    if token.isNumber { return number }
    let letters = utterance.letters[token.letters]
    guard letters.count > 4 else { return rare }
    return EarFeatures.narrow(WordKey(bytes: letters.suffix(2)).value)
  }

  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    EarFeatures.narrow(EarFeatures.mix(UInt64(first), UInt64(second)))
  }

  /// In eighths: the fewer words, the less their order can tell.
  private static func least(for count: Int) -> Int {
    count > 20 ? 1 : count > 12 ? 0 : -1
  }

  static let edge: UInt32 = 1
  private static let number: UInt32 = 2
  private static let rare: UInt32 = 3
  /// A pair that nobody says and that chance does not make either.
  private static let unseen: Int8 = -4
}
