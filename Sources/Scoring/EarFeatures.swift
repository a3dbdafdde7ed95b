import Prose

/// What the second ear pays attention to, as numbers.
///
/// This is the one place that says so: the training script reads these numbers as they are.
struct EarFeatures {
  /// For each sentence, what is in it.
  private(set) var sentences: [[UInt32]] = []
  /// What is in the whole turn, together with the card.
  private(set) var turn: [UInt32] = []
  /// For each dimension, whether the listener asked about it.
  let asked: [Bool]

  private let hearing: Hearing
  private let counted: Set<String>
  private var fresh: [Int] { hearing.distinct }

  init(_ hearing: Hearing, counted: Set<String>) {
    self.hearing = hearing
    self.counted = counted
    asked = hearing.rubric.dimensions.map { !$0.asked.isDisjoint(with: hearing.context.asked) }
    let words = wordsBySentence()
    let reading = ConceptReading(hearing)
    let plainWords = PlainWords(hearing)
    var ideas: Set<UInt64> = []
    let cues = cuesBySentence()
    for index in hearing.utterance.sentences.indices {
      let heard = reading.features(of: hearing.utterance.sentences[index])
      let plain = plainWords.features(of: hearing.utterance.sentences[index])
      ideas.formUnion(heard.alone)
      ideas.formUnion(plain.alone)
      let found = cues[index].union(heard.alone).union(heard.chained)
        .union(plain.alone).union(plain.gapped)
      sentences.append(sentence(index, words[index], found))
    }
    turn = wholeTurn(words, ideas)
  }

  // MARK: Keys

  static func key(_ name: String) -> UInt64 { WordKey(name).value }

  static func narrow(_ value: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: value ^ value >> 32)
  }

  static func mix(_ value: UInt64, _ salt: UInt64) -> UInt64 {
    (value ^ salt &* 0x9e37_79b9_7f4a_7c15) &* 0xff51_afd7_ed55_8ccd
  }

  private static let sentenceStart = WordKey("^")
  private static let cueSalt: UInt64 = 3
  private static let secondSalt: UInt64 = 4
  private static let thirdSalt: UInt64 = 5
  private static let countedSalt: UInt64 = 6
  private static let plainStatus = key("any")
  private static let statusKeys: [SpeechStatus: UInt64] = Dictionary(
    uniqueKeysWithValues: SpeechStatus.allCases.map { ($0, key($0.rawValue)) }
  )

  /// The words of each sentence, with names and numbers masked.
  private func wordsBySentence() -> [[WordKey]] {
    hearing.utterance.sentences.map { sentence in
      [Self.sentenceStart]
        + sentence.tokens.map { index in
          let token = hearing.utterance.tokens[index]
          if token.isNumber { return CueLexicon.number }
          return hearing.names[token.key]?.first ?? token.key
        }
    }
  }

  private func name(of group: Int32) -> UInt64 {
    let rubric = hearing.rubric
    if group < Int32(rubric.findings.count) {
      return Self.key(rubric.findings[Int(group)].code)
    }
    if rubric.groups.topics.contains(group) {
      return Self.key("+" + rubric.topics[Int(group - rubric.groups.topics.lowerBound)].id)
    }
    return Self.key("=" + rubric.elements[Int(group - rubric.groups.elements.lowerBound)].id)
  }

  private func cuesBySentence() -> [Set<UInt64>] {
    var cues = [Set<UInt64>](repeating: [], count: hearing.utterance.sentences.count)
    for heard in hearing.heard {
      let sentence = hearing.utterance.tokens[heard.match.tokens.lowerBound].sentence
      let group = Self.mix(name(of: heard.match.group), Self.cueSalt)
      cues[sentence].insert(Self.mix(group, Self.plainStatus))
      cues[sentence].insert(Self.mix(group, Self.statusKeys[heard.status] ?? 0))
    }
    return cues
  }

  private func sentence(_ index: Int, _ words: [WordKey], _ known: Set<UInt64>) -> [UInt32] {
    var found: Set<UInt64> = known
    for word in words.dropFirst() { found.insert(word.value) }
    let sentence = hearing.utterance.sentences[index]
    if sentence.isQuestion { found.insert(Self.key("?")) }
    found.insert(Self.key("audience " + hearing.context.audience.rawValue))
    for length in [3, 6, 12, 20] where sentence.words > length {
      found.insert(Self.key("words >\(length)"))
    }
    return found.map(Self.narrow).sorted()
  }

  private func wholeTurn(_ words: [[WordKey]], _ ideas: Set<UInt64>) -> [UInt32] {
    var found: Set<UInt64> = ideas
    for sentence in words {
      for word in sentence { found.insert(word.value) }
    }
    let signs = signs()
    found.formUnion(signs)
    for (place, isAsked) in asked.enumerated() where !hearing.rubric.dimensions[place].asked.isEmpty
    {
      let salt = UInt64(16 + place * 2 + (isAsked ? 1 : 0))
      for sign in signs { found.insert(Self.mix(sign, salt)) }
      found.insert(Self.key("asked \(place) \(isAsked)"))
    }
    for asked in hearing.context.asked { found.insert(Self.key("asked " + asked)) }
    for must in hearing.context.must { found.insert(Self.key("must " + must)) }
    if hearing.context.asked.isEmpty { found.insert(Self.key("asked nothing")) }
    if hearing.context.safetyOrder { found.insert(Self.key("safety order")) }
    found.insert(Self.key("audience " + hearing.context.audience.rawValue))
    return found.map(Self.narrow).sorted()
  }

  /// What there is besides words: cues, lengths, questions, terms, names.
  private func signs() -> Set<UInt64> {
    var found: Set<UInt64> = []
    var counts: [Int32: Int] = [:]
    for heard in hearing.heard
    where fresh.contains(hearing.utterance.tokens[heard.match.tokens.lowerBound].sentence) {
      counts[heard.match.group, default: 0] += 1
      let group = Self.mix(name(of: heard.match.group), Self.cueSalt)
      found.insert(Self.mix(group, Self.plainStatus))
      found.insert(Self.mix(group, Self.statusKeys[heard.status] ?? 0))
    }
    for (group, count) in counts {
      if count > 1 { found.insert(Self.mix(name(of: group), Self.secondSalt)) }
      if count > 2 { found.insert(Self.mix(name(of: group), Self.thirdSalt)) }
    }
    for code in counted { found.insert(Self.mix(Self.key(code), Self.countedSalt)) }
    for dimension in hearing.rubric.dimensions {
      let points = dimension.strong.points.filter { counted.contains($0) }.count
      for count in 0..<points { found.insert(Self.key("points \(dimension.id) >\(count)")) }
    }
    let terms = hearing.terms.count + hearing.acronyms.count
    for count in 0..<min(terms, 2) { found.insert(Self.key("terms >\(count)")) }
    let sentences = fresh.map { hearing.utterance.sentences[$0] }
    let longest = sentences.map(\.words).max() ?? 0
    for length in [25, 40] where longest > length { found.insert(Self.key("longest >\(length)")) }
    let words = sentences.reduce(0) { $0 + $1.words }
    for length in [3, 6, 10, 15, 21, 29, 39, 59] where words > length {
      found.insert(Self.key("all words >\(length)"))
    }
    if sentences.contains(where: \.isQuestion) { found.insert(Self.key("asks")) }
    if sentences.allSatisfy(\.isQuestion) { found.insert(Self.key("only asks")) }
    if sentences.last?.isQuestion == true { found.insert(Self.key("ends asking")) }
    found.insert(Self.key("sentences \(min(5, sentences.count))"))
    if hearing.utterance.tokens.contains(where: \.isNumber) { found.insert(Self.key("number")) }
    for cast in ["child", "parent", "caregiver"] {
      let name = CueLexicon.name(of: cast)
      if hearing.utterance.tokens.contains(where: { hearing.names[$0.key]?.first == name }) {
        found.insert(Self.key("names " + cast))
      }
    }
    return found
  }
}
