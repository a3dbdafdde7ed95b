public import ScenarioEngine

/// A question about declared state, as an author types it: `trust < 2 and mood == shaken`.
public struct StatePredicate: Hashable, Sendable {
  private enum Relation: String {
    case less = "<"
    case lessOrEqual = "<="
    case equal = "=="
    case notEqual = "!="
    case greaterOrEqual = ">="
    case greater = ">"
  }

  private struct Part: Hashable {
    let slot: Int
    let relation: Relation
    let value: Int32
  }

  private let parts: [Part]

  /// Reads a question.
  ///
  /// - Throws: ``ExplorerError`` if it is not one about this scenario's state.
  public init(_ text: String, in scenario: Scenario) throws(ExplorerError) {
    var parts: [Part] = []
    var words: [String] = []
    for word in Self.tokens(text) + ["and"] {
      guard word == "and" else {
        words.append(word)
        continue
      }
      parts.append(try Self.part(words, text, scenario))
      words = []
    }
    self.parts = parts
  }

  /// Whether it holds in a state.
  public func holds(in state: State) -> Bool {
    parts.allSatisfy { part in
      let value = state.values[part.slot]
      return switch part.relation {
      case .less: value < part.value
      case .lessOrEqual: value <= part.value
      case .equal: value == part.value
      case .notEqual: value != part.value
      case .greaterOrEqual: value >= part.value
      case .greater: value > part.value
      }
    }
  }

  private static func part(
    _ words: [String],
    _ text: String,
    _ scenario: Scenario
  ) throws(ExplorerError) -> Part {
    guard words.count == 3 || words.count == 1, let name = words.first else {
      throw .notAQuestion(text)
    }
    guard let slot = scenario.slots.firstIndex(where: { $0.name == name }) else {
      throw .noSuchState(name)
    }
    let (sign, word) = words.count == 3 ? (words[1], words[2]) : ("==", "true")
    guard let relation = Relation(rawValue: sign == "=" ? "==" : sign) else {
      throw .notAQuestion(text)
    }
    // A number outside the range is still a fair question: it is just never so.
    if case .number = scenario.slots[slot].kind, let number = Int32(word) {
      return Part(slot: slot, relation: relation, value: number)
    }
    guard let value = raw(word, of: scenario.slots[slot]) else {
      throw .noSuchValue(word, of: name)
    }
    return Part(slot: slot, relation: relation, value: value)
  }

  /// The raw value of a word, if the state can have it.
  static func raw(_ word: String, of slot: Slot) -> Int32? {
    switch slot.kind {
    case .number(let range): Int32(word).flatMap { range.contains($0) ? $0 : nil }
    case .text(let values): values.firstIndex(of: word).map { Int32($0) }
    case .flag: word == "true" ? 1 : word == "false" ? 0 : nil
    }
  }

  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    var isSign = false
    func isSignLetter(_ letter: Character) -> Bool { "<>=!".contains(letter) }
    for letter in text {
      if letter == " " || letter == "\"" || (!word.isEmpty && isSignLetter(letter) != isSign) {
        if !word.isEmpty { tokens.append(word) }
        word = ""
        if letter == " " || letter == "\"" { continue }
      }
      isSign = isSignLetter(letter)
      word.append(letter)
    }
    if !word.isEmpty { tokens.append(word) }
    return tokens
  }
}
