extension Variations {
  private static let phrases = [
    "two plans", "plan a", "plan b", "first plan", "second plan", "guardianship", "adoption",
    "adopt",
    "home", "come home", "reunification", "same time", "backup", "March 12", "June 4", "by summer",
    "next month", "hearing", "court date", "12 months", "judge", "the judge decides", "will decide",
    "can't promise", "don't know", "nobody knows", "not decided", "I was wrong", "honest",
    "if home isn't safe", "up to the judge", "hope", "might", "could", "call tonight", "notebook",
    "bedtime", "both love her", "her mom", "the three of us", "together", "questions",
    "what questions", "explain back", "tell me in your words", "does that make sense",
  ]
  private static let starts = ["We", "You", "The judge", "I", "On", "If", "Maybe", "So", "Then"]
  private static let glue = [
    "and", "the", "to", "a", "of", "or", "with", "for", "is", "it", "that",
  ]

  /// Keywords and whole phrases heaped up in one of eight ways.
  static func heap(kind: Int, names: [String], _ generator: inout Shuffler) -> String {
    let pool = phrases + names.filter { !$0.isEmpty }
    let count = Int.random(in: 8..<28, using: &generator)
    let picked = (0..<count).compactMap { _ in pool.randomElement(using: &generator) }
    switch kind {
    case 0: return picked.joined(separator: " ")
    case 1: return picked.joined(separator: ", ") + "."
    case 2:
      return picked.map { phrase in
        Bool.random(using: &generator)
          ? phrase + " " + (glue.randomElement(using: &generator) ?? "") : phrase
      }.joined(separator: " ")
    case 3:
      return picked.flatMap { $0.split(separator: " ") }.shuffled(using: &generator)
        .joined(separator: " ")
    case 4:
      return stride(from: 0, to: count, by: 3).map { from in
        let start = starts.randomElement(using: &generator) ?? ""
        return start + " " + picked[from..<min(count, from + 3)].joined(separator: " ") + "."
      }.joined(separator: " ")
    case 5: return picked.joined(separator: ". ") + "."
    case 6: return "the " + picked.joined(separator: " and the ")
    default: return picked.sorted().joined(separator: " and ")
    }
  }
}
