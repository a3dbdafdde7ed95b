/// Reads "I can't promise you nothing" as it is meant: of two negators in one clause the second only
/// agrees with the first.
public enum NegativeConcord {
  /// Turns the second negator of a clause into the word a textbook would have there.
  public static func settle(_ utterance: inout Utterance) {
    var first: Int?
    for index in utterance.tokens.indices {
      let token = utterance.tokens[index]
      let goesOn =
        token.key == to && index > 0 && beforeTo.contains(utterance.tokens[index - 1].key)
      if token.boundary != .none || joiners.contains(token.key) && !goesOn { first = nil }
      if token.key == not {
        first = index
      } else if let from = first, index - from > 1, index - from <= 8,
        let plain = plain(index, in: utterance)
      {
        utterance.tokens[index].key = plain
      }
    }
  }

  private static func plain(_ index: Int, in utterance: Utterance) -> WordKey? {
    let key = utterance.tokens[index].key
    if key == no {
      // "say no" is a word, "tell you no lies" agrees.
      let next = index + 1
      guard utterance.tokens.indices.contains(next), utterance.tokens[next].boundary == .none,
        !joiners.contains(utterance.tokens[next].key), utterance.tokens[next].key != matter
      else { return nil }
      return WordKey("any")
    }
    return table[key]
  }

  private static let to = WordKey("to")
  /// Before these, "to" opens no clause of its own: "not going to tell you nothing".
  private static let beforeTo = Set(
    ["going", "want", "have", "need", "able", "got", "trying"].map { WordKey($0) }
  )
  private static let not = WordKey("not")
  private static let no = WordKey("no")
  private static let matter = WordKey("matter")
  private static let table: [WordKey: WordKey] = [
    WordKey("nothing"): WordKey("anything"), WordKey("nobody"): WordKey("anybody"),
    WordKey("none"): WordKey("any"), WordKey("nowhere"): WordKey("anywhere"),
  ]
  /// Where another clause may begin, whose negator is its own.
  private static let joiners = Set(
    ["but", "because", "and", "so", "if", "that", "when", "or", "to", "judge", "she", "he", "they"]
      .map { WordKey($0) }
  )
}
