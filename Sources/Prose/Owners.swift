/// Puts back the apostrophe of "Mayas bag" and "your moms place".
struct Owners {
  private let utterance: Utterance
  private let words: WordList
  private let names: Set<WordKey>
  private let said: () -> [[UInt8]]
  /// The words of this text and of those before it, gathered when first asked for.
  private lazy var spoken = Set(
    utterance.typedWords.map { WordKey(bytes: $0.spelled) } + said().map { WordKey(bytes: $0) }
  )

  init(
    _ utterance: Utterance,
    words: WordList,
    names: Set<WordKey>,
    said: @escaping () -> [[UInt8]]
  ) {
    self.utterance = utterance
    self.words = words
    self.names = names
    self.said = said
  }

  /// The word with its apostrophe, if that is what was meant.
  mutating func restored(_ word: Utterance.TypedWord) -> [UInt8]? {
    let spelled = word.spelled
    guard spelled.count > 2, spelled.last == UInt8(ascii: "s"),
      !spelled.contains(UInt8(ascii: "'"))
    else { return nil }
    let base = Array(spelled.dropLast())
    let endsInS = base.last == UInt8(ascii: "s")
    if endsInS, words.rank(of: WordKey(bytes: base)) != nil { return nil }
    let whole = WordKey(bytes: spelled)
    guard Contractions.words(for: whole) == nil, !BareForms.isOne(whole) else { return nil }
    let isOwner = isOwner(WordKey(bytes: base), base, whole, word.token)
    return isOwner ? base + Array("'s".utf8) : nil
  }

  private mutating func isOwner(
    _ base: WordKey,
    _ letters: [UInt8],
    _ whole: WordKey,
    _ index: Int
  ) -> Bool {
    let before = utterance.neighbour(of: index, step: -1)
    let after = utterance.neighbour(of: index, step: 1)
    // "The Okafors" are a family.
    if names.contains(base) { return before != Self.the }
    let owns = words.follows(Self.possessive, base)
    if words.rank(of: whole) != nil {
      if Self.singular.contains(before) || base == Self.plan && Self.ordinals.contains(before) {
        return owns
      }
      // A plural, unless there is but one and what follows was seen behind an owner only.
      return owns && Self.onlyOne.contains(base) && Self.beforeOne.contains(before)
        && !Self.afterMany.contains(after)
        && words.follows(after, Self.possessive) && !words.follows(after, whole)
    }
    if words.rank(of: base) != nil, owns { return true }
    let token = utterance.tokens[index]
    let isName =
      token.isCapitalised && token.boundary < .clause && before != Self.the
      && !Self.titles.contains(before) && !Self.endInS.contains(whole)
    if isName, words.rank(of: base) != nil { return true }
    guard words.rank(of: base) == nil, before != Self.the else { return false }
    // "Lorenes", but not "Marlys".
    if isName, let last = letters.last, Self.nameEnds.contains(last) { return true }
    return letters.count > 2 && !Self.endInS.contains(whole) && spoken.contains(base)
  }

  private static let possessive = WordKey("s")
  private static let the = WordKey("the")
  private static let nameEnds = Set("aeondl".utf8)
  private static let titles = WordKey.set("ms mr mrs miss dr judge")
  /// What stands before one thing only, as in "either ones a no".
  private static let singular = WordKey.set("this a an another each every either")
  private static let plan = WordKey("plan")
  private static let ordinals = WordKey.set("first second main")
  /// Those of whom people mostly have one.
  private static let onlyOne = WordKey.set(
    "mom dad mother father mama mommy daddy grandma grandpa granny nana papa baby court tribe judge"
  )
  private static let beforeOne = WordKey.set("your my his her their our the a . ,")
  /// What stands behind several rather than behind an owner.
  private static let afterMany = WordKey.set(
    "in on at to for and or of with from by who that are were have will do can . , when if as but"
  )
  /// Names that end so by themselves.
  private static let endInS = WordKey.set(
    """
    curtis travis marcus phyllis davis charles carlos luis james thomas lucas nicholas silas dennis chris \
    alexis francis iris janis lois agnes gladys doris mavis otis lewis amos moses jesus jules hughes jones \
    brooks rhodes hayes evans williams edwards adams andrews reyes torres flores morales rosales ramos santos \
    salas rios gaines stokes holmes mills woods banks dallas kansas texas memphis christmas rogers myers peters \
    stevens roberts richards watkins hopkins collins jenkins perkins sanders saunders harris morris marquis \
    demetrius darius julius cornelius jarvis elvis louis adonis genesis nevaehs angeles vargas rojas cuevas
    """
  )
}
