import Prose

/// Finds terms of the office that nobody explained.
struct JargonReading {
  private let utterance: Utterance
  private let context: ListeningContext
  private let listener: Listener

  init(utterance: Utterance, context: ListeningContext, listener: Listener) {
    self.utterance = utterance
    self.context = context
    self.listener = listener
  }

  /// Of overlapping terms the longest; of one term the first; none that is explained or was theirs.
  func unexplained(_ matches: [CueMatch]) -> [CueMatch] {
    guard !matches.isEmpty else { return [] }
    let theirs = Set(
      listener.rubric.machine.matches(in: Utterance(context.theySaid)).map(\.group)
    )
    var kept: [CueMatch] = []
    for match in matches.sorted(by: { $0.tokens.count > $1.tokens.count }) {
      guard !kept.contains(where: { $0.tokens.overlaps(match.tokens) }) else { continue }
      kept.append(match)
    }
    var seen: Set<Int32> = []
    return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.filter { match in
      !theirs.contains(match.group) && !isExplained(match.tokens)
        && seen.insert(match.group).inserted
    }
  }

  /// Plain words for it stand in the same sentence, or open the next one: "it just means …".
  private func isExplained(_ place: Range<Int>) -> Bool {
    let sentence = utterance.tokens[place.lowerBound].sentence
    for index in [sentence, sentence + 1] where index < utterance.sentences.count {
      let range = utterance.sentences[index].tokens
      let window = index == sentence ? Array(range) : Array(range.prefix(5))
      for token in window where Self.glosses.contains(utterance.tokens[token].key) { return true }
      if index == sentence {
        // "a .26 hearing is where …", "what we call …".
        let after = place.upperBound
        if after + 1 < range.upperBound, Self.isWords.contains(utterance.tokens[after].key),
          Self.definers.contains(utterance.tokens[after + 1].key)
        {
          return true
        }
        for token in range.dropLast()
        where Self.weWords.contains(utterance.tokens[token].key)
          && Self.callWords.contains(utterance.tokens[token + 1].key)
        {
          return true
        }
      }
    }
    return false
  }
  private static let glosses = WordKey.set("means meaning meant aka")
  private static let isWords = WordKey.set("is s that which")
  private static let definers = WordKey.set("where when a how the what just is means who")
  private static let weWords = WordKey.set("we they lawyers people court courts is s")
  private static let callWords = WordKey.set("call calls called")

  private static let everyday = WordKey.set(
    "tv er dna am pm na aa id us usa po dj pto ged atm dvd gps asap lol omg ps mri icu nicu ok okay ymca hs vs pj pjs suv cps bbq diy fyi wifi ac mcdonalds dmv rv llc pb j idk tbh btw imo thx fb yt ig mvp"
  )
  /// Short forms of the office, known for what they are however they are typed.
  private static let office = WordKey.set(
    """
    icwa tpr appla asfa tca tcao qew rfa thv pmc pca qpi nco ftdm saag fsp ohpp aag ppr paca eprd cdcr fta acs dcf \
    dcfs dhs cyf dss tdm cft cftm icpc afcars cfsr fgdm fgc mdt qrtp csec lcsw lmft msw yavfc chins cina poc tpc \
    nmd ffa stfc aacwa ffpsa fcs dcs dfcs dcyf odhs jdai ncp pdd
    """
  )

  /// Short forms of the office, and words in capitals that are no everyday short form, unless the whole
  /// text is in capitals.
  func acronyms(besides terms: [CueMatch], names: [WordKey: [WordKey]]) -> [Range<Int>] {
    var found: [(range: Range<Int>, isKnown: Bool)] = []
    var seen: Set<WordKey> = []
    var shouted = 0
    for (index, token) in utterance.tokens.enumerated() {
      let range = token.range
      guard (2...6).contains(range.count), token.startsWord,
        utterance.bytes[range].allSatisfy({ isLetter($0) || $0 == 0x2d })
      else { continue }
      let isKnown = Self.office.contains(token.key)
      let isShouted = utterance.bytes[range].allSatisfy { $0 < 0x61 }
      guard isKnown || isShouted else { continue }
      if isShouted { shouted += 1 }
      guard !Self.everyday.contains(token.key), names[token.key] == nil,
        !listener.vocabulary.contains(token.key), seen.insert(token.key).inserted,
        !terms.contains(where: { $0.tokens.contains(index) })
      else { continue }
      let place = index..<index + 1
      if !isExplained(place), !isTheirs(token.key) { found.append((range, isKnown)) }
    }
    let shouts = shouted * 2 > utterance.tokens.count
    return found.filter { $0.isKnown || !shouts }.map(\.range)
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte & 0xdf) }

  private func isTheirs(_ word: WordKey) -> Bool {
    Utterance(context.theySaid).tokens.contains { $0.key == word }
  }
}
