import Prose

/// One text on one card as the ears take it in: words, matches, and how each match was meant.
struct Hearing {
  /// A match of a finding's or topic's cue.
  struct Heard {
    var match: CueMatch
    var status: SpeechStatus
  }

  let context: ListeningContext
  let utterance: Utterance
  let rubric: Rubric
  /// The matches of findings, topics and elements.
  let heard: [Heard]
  /// The terms left unexplained, each once.
  let terms: [CueMatch]
  /// Capital letters that stand for something nobody explained.
  let acronyms: [Range<Int>]
  /// Matches of frames, needed for retractions.
  let retractions: [CueMatch]
  /// Which tokens are names of people on the card.
  let names: [WordKey: [WordKey]]
  /// The places of findings that something in the turn sets aside.
  let setAside: Set<Int>
  /// The sentences that do not repeat an earlier one: saying it twice changes nothing.
  let distinct: [Int]
  /// Whether the words are of other things, in which nothing is promised here, told or hidden.
  let isElsewhere: Bool
  /// Whether the words can be read.
  let isReadable: Bool

  init(_ bytes: [UInt8], _ context: ListeningContext, _ listener: Listener) {
    let rubric = listener.rubric
    let names = Self.names(of: context)
    let repair = SpellingRepair(listener.vocabulary.words, names: Set(names.keys)) {
      context.wordsOfTheCard
    }
    var utterance = repair.mended(Utterance(bytes))
    NegativeConcord.settle(&utterance)
    let matches = rubric.machine.matches(in: utterance, names: names)
    let frames = matches.filter { rubric.groups.frames.contains($0.group) }
    let reading = StatusReading(utterance: utterance, rubric: rubric, frames: frames)
    var seen: Set<[WordKey]> = []
    distinct = utterance.sentences.indices.filter { index in
      seen.insert(utterance.sentences[index].tokens.map { utterance.tokens[$0].key }).inserted
    }
    self.context = context
    self.utterance = utterance
    self.rubric = rubric
    self.names = names
    let isElsewhere = Elsewhere.isMeant(utterance, names: names)
    self.isElsewhere = isElsewhere
    heard =
      matches
      .filter { $0.group < rubric.groups.jargon.lowerBound }
      .filter { match in
        guard isElsewhere, match.group < Int32(rubric.findings.count) else { return true }
        let finding = rubric.findings[Int(match.group)]
        let dimension = rubric.dimensions.first { $0.id == finding.dimension }
        return finding.level != 1 || dimension?.isNeverGuessed != true
      }
      .map { Heard(match: $0, status: reading.status(of: $0)) }
    setAside = Set(matches.compactMap { rubric.groups.exceptions[$0.group] })
    let jargon = JargonReading(utterance: utterance, context: context, listener: listener)
    terms = jargon.unexplained(matches.filter { rubric.groups.jargon.contains($0.group) })
    acronyms = jargon.acronyms(besides: terms, names: names)
    retractions = reading.retractions
    isReadable = Readability.canRead(utterance, vocabulary: listener.vocabulary, names: names)
  }

  /// The words of the card's names, each with the stand-ins that cues know.
  private static func names(of context: ListeningContext) -> [WordKey: [WordKey]] {
    var names: [WordKey: [WordKey]] = [:]
    for (cast, text) in [
      ("child", context.people.child), ("parent", context.people.parent),
      ("caregiver", context.people.caregiver),
    ] {
      let utterance = Utterance(text)
      for token in utterance.tokens
      where token.isCapitalised && !plainWords.contains(token.key) {
        names[token.key, default: []].append(CueLexicon.name(of: cast))
        // "Rosas house": the apostrophe is often left out.
        let owner = WordKey(bytes: utterance.letters[token.letters] + [UInt8(ascii: "s")])
        names[owner, default: []].append(CueLexicon.name(of: cast))
      }
    }
    return names
  }

  private static let plainWords = WordKey.set(
    """
    aunt auntie uncle grandma grandmother granny nana grandpa mr mrs ms miss dr and the his her of \
    mother father in prison foster parents mom dad
    """
  )

  /// The matches of one finding.
  func matches(ofFinding place: Int) -> [Heard] { heard.filter { $0.match.group == Int32(place) } }
}
