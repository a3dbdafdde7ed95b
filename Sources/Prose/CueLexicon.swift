/// The words a set of cues speaks of, each with the symbols it can stand for in a cue.
///
/// A cue never mentions a word as such but a symbol: the word itself, a verb in any of its forms
/// (`<get>`), a class (`@child`), or a choice written in the cue (`home/back`).
public struct CueLexicon: Sendable {
  /// What a class of words holds.
  public struct WordClass: Sendable {
    /// The single words.
    public var words: [String]
    /// Longer members, each a cue of its own.
    public var phrases: [String]
    /// Words that may stand before a single word: `the`, `your`.
    public var lead: [String]
    /// The person of the card whose names belong to the class too.
    public var cast: String?

    /// Creates a class.
    public init(words: [String], phrases: [String], lead: [String], cast: String?) {
      self.words = words
      self.phrases = phrases
      self.lead = lead
      self.cast = cast
    }
  }

  /// The token that stands for any number.
  public static let number = WordKey("\u{1}num")

  /// The token that stands for any name of a person of the card.
  public static func name(of cast: String) -> WordKey { WordKey("\u{1}cast-" + cast) }

  let lemmas: [String: [String]]
  /// The classes, by name.
  public let classes: [String: WordClass]
  private(set) var symbols: [WordKey: [Int32]] = [:]
  private var sets: [[WordKey]: Int32] = [:]
  private var count: Int32 = 0

  /// Creates a lexicon of verbs with their forms, and of classes.
  public init(lemmas: [String: [String]], classes: [String: WordClass]) {
    self.lemmas = lemmas
    self.classes = classes
  }

  /// Returns the symbol that stands for any of `words`.
  mutating func symbol(for words: [WordKey]) -> Int32 {
    let unique = Set(words).sorted { $0.value < $1.value }
    if let known = sets[unique] { return known }
    let made = count
    count += 1
    sets[unique] = made
    for word in unique { symbols[word, default: []].append(made) }
    return made
  }

  /// The single words of a class, with the stand-in for the names of its person.
  func members(of wordClass: WordClass) -> [WordKey] {
    wordClass.words.map { WordKey($0) } + (wordClass.cast.map { [Self.name(of: $0)] } ?? [])
  }
}
