import Prose

/// The dates of a card, and where the words put the hearing or the limit on another one.
struct CardDates {
  private var months: Set<Int> = []
  private var days: Set<[Int]> = []

  init(_ context: ListeningContext) {
    for text in [context.facts, context.hearing, context.limit, context.planB, context.theySaid] {
      let utterance = Utterance(text)
      for index in utterance.tokens.indices {
        guard let month = Self.months[utterance.tokens[index].key] else { continue }
        months.insert(month)
        if let day = Self.day(after: index, in: utterance) { days.insert([month, day.number]) }
      }
    }
  }

  /// Where "court is on May 3" stands though the card has another day.
  func contradicted(in hearing: Hearing) -> Range<Int>? {
    guard !months.isEmpty else { return nil }
    let utterance = hearing.utterance
    for index in utterance.tokens.indices {
      guard let month = Self.months[utterance.tokens[index].key],
        let subject = Self.subject(before: index, in: utterance),
        hearing.heard.contains(where: {
          $0.match.tokens.contains(index) && $0.status == .asserted
        })
      else { continue }
      if let day = Self.day(after: index, in: utterance) {
        if !days.contains([month, day.number]) { return subject..<day.place + 1 }
      } else if !months.contains(month), !Self.verbs.contains(utterance.tokens[index].key) {
        return subject..<index + 1
      }
    }
    return nil
  }

  /// The number of a day right after its month.
  private static func day(after index: Int, in utterance: Utterance) -> (number: Int, place: Int)? {
    for place in index + 1..<min(index + 3, utterance.tokens.count) {
      let token = utterance.tokens[place]
      guard token.boundary == .none else { return nil }
      guard token.isNumber else { continue }
      let digits = utterance.letters[token.letters].prefix { (0x30...0x39).contains($0) }
      let number = digits.reduce(0) { min($0, 999) * 10 + Int($1) - 0x30 }
      return (1...31).contains(number) ? (number, place) : nil
    }
    return nil
  }

  /// Where the hearing or the limit is named that the month belongs to.
  private static func subject(before index: Int, in utterance: Utterance) -> Int? {
    var place = index
    var isEnd = false
    while place > max(0, index - 5), utterance.tokens[place].boundary == .none {
      place -= 1
      let key = utterance.tokens[place].key
      guard !links.contains(key) else {
        isEnd = isEnd || ends.contains(key)
        continue
      }
      if isEnd, have.contains(key) { return place }
      guard subjects.contains(key) else { return nil }
      // Of several hearings the card names only the next.
      let isOneOfMany = place > 0 && articles.contains(utterance.tokens[place - 1].key)
      return isOneOfMany ? nil : place
    }
    return nil
  }

  private static let subjects = WordKey.set("court hearing review trial deadline limit cutoff")
  private static let links = WordKey.set(
    "is s be will on in at date day next now set for to until till the"
  )
  /// "You have until …" is a limit by another name.
  private static let ends = WordKey.set("until till")
  private static let have = WordKey.set("have got")
  private static let articles = WordKey.set("a an another each every first last after")
  /// Months that are other words as well.
  private static let verbs = WordKey.set("may march mar")
  private static let months: [WordKey: Int] = {
    let names = """
      january february march april may june july august september october november december
      """
    var months: [WordKey: Int] = [WordKey("sept"): 9]
    for (index, name) in names.split(separator: " ").enumerated() {
      months[WordKey(String(name))] = index + 1
      months[WordKey(String(name.prefix(3)))] = index + 1
    }
    return months
  }()
}
