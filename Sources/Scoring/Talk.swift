import Prose

/// Tells talk from a heap of keywords, by what talk has and a heap has not: little words, somebody who
/// does something, and sentences longer than a heading.
///
/// A heap may hold whole phrases in good order ("two plans, up to the judge, March 12"); it earns no
/// level 4. Every bar lies beyond what any labelled line of that level shows.
struct Talk {
  private let tokens: [Token]
  private let sentences: [Range<Int>]

  /// Reads the sentences of `utterance` that are not said twice.
  init(_ utterance: Utterance, distinct: [Int]) {
    tokens = utterance.tokens
    sentences = distinct.map { utterance.sentences[$0].tokens }
  }

  /// Whether it is talk.
  var isTalk: Bool {
    let words = sentences.reduce(0) { $0 + $1.count }
    guard words > 8 else { return true }
    let little = share(sentences.joined().count { Self.little.contains(tokens[$0].key) }, words)
    let headings = share(sentences.reduce(0) { $0 + ($1.count <= 4 ? $1.count : 0) }, words)
    let commas = share(
      sentences.joined().count { tokens[$0].boundary != .none && tokens[$0].boundary != .sentence },
      words
    )
    let idle = share(sentences.reduce(0) { $0 + (acts(in: $1).isEmpty ? $1.count : 0) }, words)
    let breath = longestBreath
    return little >= 40 && headings <= 20 && commas <= 22 && repeats(of: words) <= 10 && idle <= 65
      && longestIdleness <= 27 && !(breath > 26 && little < 50) && !(idle > 40 && little < 44)
      && !(idle > 25 && hasBrokenPair)
  }

  private func share(_ part: Int, _ whole: Int) -> Int { part * 100 / max(1, whole) }

  /// How many of a hundred chains of three words were there before.
  private func repeats(of words: Int) -> Int {
    var seen: Set<[WordKey]> = []
    var again = 0
    var chains = 0
    for sentence in sentences where sentence.count > 2 {
      for start in sentence.lowerBound...(sentence.upperBound - 3) {
        chains += 1
        if !seen.insert(tokens[start..<start + 3].map(\.key)).inserted { again += 1 }
      }
    }
    return share(again, chains)
  }

  /// The most words between two marks.
  private var longestBreath: Int {
    var longest = 0
    for sentence in sentences {
      var length = 0
      for index in sentence {
        length = tokens[index].boundary == .none ? length + 1 : 1
        longest = max(longest, length)
      }
    }
    return longest
  }

  /// The most words of one sentence in a row in which nobody does anything.
  private var longestIdleness: Int {
    sentences.map { sentence in
      let marks = [sentence.lowerBound] + acts(in: sentence) + [sentence.upperBound]
      return zip(marks, marks.dropFirst()).map { $1 - $0 }.max() ?? 0
    }.max() ?? 0
  }

  /// Where somebody does something: "you want", "the judge will", "could we", "call her".
  private func acts(in sentence: Range<Int>) -> [Int] {
    sentence.filter { index in
      let key = tokens[index].key
      if index == sentence.lowerBound, sentence.count > 2, Self.verbs.contains(key) { return true }
      guard index + 1 < sentence.upperBound else { return false }
      let next = tokens[index + 1].key
      if Self.helpers.contains(key), Self.persons.contains(next) { return true }
      guard Self.doers.contains(key) else { return false }
      if Self.verbs.contains(next) { return true }
      return Self.between.contains(next) && index + 2 < sentence.upperBound
        && Self.verbs.contains(tokens[index + 2].key)
    }
  }

  /// Two little words side by side that nobody puts side by side: "the if", "of and".
  private var hasBrokenPair: Bool {
    sentences.contains { sentence in
      sentence.dropLast().contains { index in
        let next = tokens[index + 1]
        guard next.boundary == .none else { return false }
        let key = tokens[index].key
        return Self.articles.contains(key) && Self.neverAfterArticle.contains(next.key)
          || Self.joints.contains(key) && Self.neverAfterJoint.contains(next.key)
      }
    }
  }

  private static let little = WordKey.set(
    """
    i you he she it we they me him her us them my your his its our their mine yours hers the a an this that these \
    those there here and or but so because if when while until as than then not no nor to of in on at by for with \
    from about into over after before out up off down is are was were am be been being has have had do does did \
    will would can could may might must shall should s what who how why where which all any some both each every \
    more most other just also only still even too very now never yet
    """
  )
  private static let helpers = WordKey.set(
    """
    is are was were am will would can could may might must should shall do does did have has had s
    """
  )
  private static let persons = WordKey.set(
    "i you he she it we they that this there who nobody somebody someone everyone everybody what both"
  )
  private static let doers = persons.union(WordKey.set("judge court mom dad law plan tribe"))
  private static let between = WordKey.set(
    "also always just never still only really probably all both even not do"
  )
  private static let verbs: Set<WordKey> = {
    let plain = """
      accept act add adopt agree answer appeal apply argue arrange ask be bear beat become beg begin believe bet \
      book bring build call care carry catch change chase check choose circle clean clear close come connect \
      continue cook cope count cover cross cry deal decide discuss draft draw drive drop eat email end explain \
      face fail fall feel fight figure file fill find finish fit fix fly follow forget forgive forward gather get \
      give go grab grow guess hand handle hang hate have hear help hold hope hurt include introduce invite join \
      keep kick know land lay learn leave lend let listen live look lose love mail make manage mean meet mention \
      miss move need offer open order owe pack park pass pay pick plan play pray prepare present print promise \
      protect prove pull push put raise reach read realize recommend remember remind repeat report request respond \
      review revisit ride ring run save say schedule see seek sell send set settle share show sign sing sit sleep \
      slow sort speak spend stand start stay step stop struggle study submit suggest support take talk teach tell \
      text thank think throw touch track train translate travel treat try turn understand update use visit vote \
      wait wake walk want warn watch wear win wish work worry write yell
      """
      .split(separator: " ").flatMap { [$0 + "", $0 + "s", $0 + "es", $0 + "ed", $0 + "d"] }
    let others = WordKey.set(
      """
      said says told knew thought got came went made took gave saw heard felt found kept left lost meant met ran sat \
      sent spoke stood understood wrote goes does has
      """
    )
    return Set(plain.map { WordKey(String($0)) }).union(others).union(helpers)
  }()
  private static let articles = WordKey.set("the a an my your our their")
  private static let neverAfterArticle = WordKey.set(
    """
    and or but so because if is are was were am be will would can could might may should shall of to in on at by \
    for from with not do does did have has i you we he they me him us them that this than as a an the my your our
    """
  )
  private static let joints = WordKey.set("of at by for from with and or")
  private static let neverAfterJoint = WordKey.set(
    "and or but is are was were will would can could might should of"
  )
}
