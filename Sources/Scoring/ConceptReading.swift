import Prose

/// What the words of a sentence speak of, as the second ear hears it.
///
/// Going home, secrecy, "you", the other side: new words for an old idea are then no new idea.
struct ConceptReading {
  private let hearing: Hearing

  init(_ hearing: Hearing) { self.hearing = hearing }

  /// The concepts of a sentence, and how two or three of them follow one another within a clause.
  ///
  /// What follows what is also kept with whom it is said to: "you're her mom" is one thing to her
  /// mother and another to the foster mother.
  func features(of sentence: Sentence) -> (alone: Set<UInt64>, chained: Set<UInt64>) {
    var alone: Set<UInt64> = []
    var chained: Set<UInt64> = []
    let listener = EarFeatures.key("to " + hearing.context.audience.rawValue)
    var last: [UInt64] = []
    var before: [UInt64] = []
    var clause: Set<UInt64> = []
    for index in sentence.tokens {
      let token = hearing.utterance.tokens[index]
      if token.boundary >= .clause {
        last = []
        before = []
        chained.formUnion(Self.moods(of: clause))
        clause = []
      }
      let concepts = concepts(of: token)
      guard !concepts.isEmpty else { continue }
      for concept in concepts {
        alone.insert(EarFeatures.mix(concept, Self.aloneSalt))
        chained.insert(EarFeatures.mix(concept, listener))
        for previous in last {
          let pair = EarFeatures.mix(previous, concept)
          alone.insert(EarFeatures.mix(pair, Self.pairSalt))
          chained.insert(EarFeatures.mix(pair, listener))
          for first in before {
            chained.insert(EarFeatures.mix(EarFeatures.mix(first, pair), Self.chainSalt))
          }
        }
        for first in before {
          chained.insert(EarFeatures.mix(EarFeatures.mix(first, concept), Self.skipSalt))
        }
      }
      before = last
      last = concepts
      clause.formUnion(concepts)
    }
    chained.formUnion(Self.moods(of: clause))
    return (alone, chained)
  }

  /// Each concept of a clause with those that say how it is meant and of whom, wherever they stand.
  private static func moods(of clause: Set<UInt64>) -> Set<UInt64> {
    var found: Set<UInt64> = []
    for mood in clause.intersection(moods) {
      for concept in clause where concept != mood {
        found.insert(EarFeatures.mix(EarFeatures.mix(concept, mood), moodSalt))
      }
    }
    return found
  }

  private func concepts(of token: Token) -> [UInt64] {
    if token.isNumber { return [Self.number] }
    var concepts = hearing.rubric.concepts[token.key] ?? []
    if let name = hearing.names[token.key]?.first {
      concepts.append(name.value)
      if let side = Self.sides[name] { concepts.append(relation(to: side)) }
    } else if let side = hearing.rubric.sides[token.key] {
      concepts.append(relation(to: side))
    }
    return concepts
  }

  /// Whether a side is the listener's own or the other one; a youth belongs to both.
  private func relation(to side: ListeningContext.Audience) -> UInt64 {
    switch hearing.context.audience {
    case .youth: Self.otherSide
    case side: Self.ownSide
    default: Self.otherSide
    }
  }

  private static let sides = Dictionary(
    uniqueKeysWithValues: ListeningContext.Audience.sides.map { (CueLexicon.name(of: $0), $1) }
  )
  private static let moods = Set(
    ["not", "will", "would", "if", "must", "you", "i", "they", "third"]
      .map { EarFeatures.key("concept " + $0) }
  )
  private static let moodSalt: UInt64 = 36
  private static let number = EarFeatures.key("a number")
  private static let ownSide = EarFeatures.key("own side")
  private static let otherSide = EarFeatures.key("other side")
  private static let aloneSalt: UInt64 = 32
  private static let pairSalt: UInt64 = 33
  private static let chainSalt: UInt64 = 34
  private static let skipSalt: UInt64 = 35
}
