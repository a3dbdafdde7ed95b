/// Splits folded characters into sentences and tokens in one pass.
struct UtteranceScanner {
  private let characters: [FoldedCharacter]
  private let limits: Utterance.Limits
  private let isCutShort: Bool
  /// Other letters for the words that begin at some bytes.
  private let mended: [Int: [UInt8]]
  private var index = 0
  private var boundary = Token.Boundary.sentence
  private var quoteDepth = 0
  private var singleQuote = false
  private var singleQuoteFrom = 0
  private var sentenceStart = 0
  private var words = 0
  private(set) var tokens: [Token] = []
  private(set) var sentences: [Sentence] = []
  private(set) var letters: [UInt8] = []
  private(set) var typedWords: [Utterance.TypedWord] = []
  private(set) var isCut = false

  init(_ bytes: [UInt8], limits: Utterance.Limits, mended: [Int: [UInt8]] = [:]) {
    self.mended = mended
    characters = Folding.characters(of: bytes, limit: limits.characters)
    isCutShort =
      (characters.last?.range.upperBound ?? bytes.count) < bytes.count
      && characters.count == limits.characters
    self.limits = limits
  }

  mutating func scan() {
    isCut = isCutShort
    while index < characters.count {
      if tokens.count >= limits.tokens {
        isCut = true
        break
      }
      step(characters[index])
    }
    endSentence(isQuestion: false)
    // A mark that nothing closes was an apostrophe.
    if singleQuote {
      for index in singleQuoteFrom..<tokens.count { tokens[index].isQuoted = false }
    }
  }

  private mutating func step(_ character: FoldedCharacter) {
    switch character.kind {
    case .letter: readWord()
    case .digit: readNumber()
    case .newline: end(isQuestion: false)
    case .stop: readStop()
    case .question: end(isQuestion: true)
    case .comma: pass(.comma)
    case .clause: pass(.clause)
    case .hyphen:
      // A hyphen inside a word only parts it; one between spaces is a dash.
      let spaced = kind(at: index - 1) != .letter || kind(at: index + 1) != .letter
      pass(spaced && tokens.count > sentenceStart ? .clause : .none)
    case .quote:
      quoteDepth = quoteDepth > 0 ? 0 : 1
      pass(.clause)
    case .openQuote:
      quoteDepth += 1
      pass(.clause)
    case .closeQuote:
      quoteDepth = max(0, quoteDepth - 1)
      pass(.clause)
    case .apostrophe: readApostrophe()
    case .space, .other: index += 1
    }
  }

  private func kind(at index: Int) -> FoldedCharacter.Kind? {
    characters.indices.contains(index) ? characters[index].kind : nil
  }

  private mutating func pass(_ mark: Token.Boundary) {
    boundary = max(boundary, mark)
    index += 1
  }

  private mutating func end(isQuestion: Bool) {
    var asks = isQuestion
    index += 1
    while let next = kind(at: index), next == .stop || next == .question {
      asks = asks || next == .question
      index += 1
    }
    endSentence(isQuestion: asks)
  }

  private mutating func endSentence(isQuestion: Bool) {
    defer {
      sentenceStart = tokens.count
      words = 0
      boundary = .sentence
    }
    guard tokens.count > sentenceStart else { return }
    let range =
      tokens[sentenceStart].range.lowerBound..<tokens[tokens.count - 1].range.upperBound
    sentences.append(
      Sentence(
        tokens: sentenceStart..<tokens.count,
        range: range,
        words: words,
        isQuestion: isQuestion
      )
    )
  }

  /// A quotation mark, unless it stands inside a word or before a clipped one such as `'em`.
  private mutating func readApostrophe() {
    let opens = kind(at: index - 1) != .letter && kind(at: index + 1) == .letter
    if opens, !singleQuote {
      var end = index + 1
      while kind(at: end) == .letter { end += 1 }
      let clipped = [UInt8(ascii: "'")] + characters[index + 1..<end].map(\.byte)
      if let opened = Contractions.words(for: WordKey(bytes: clipped)) {
        append(opened, index..<end)
        index = end
        return
      }
      singleQuote = true
      singleQuoteFrom = tokens.count
      quoteDepth += 1
      pass(.clause)
    } else if singleQuote {
      singleQuote = false
      quoteDepth = max(0, quoteDepth - 1)
      pass(.clause)
    } else {
      index += 1
    }
  }

  private mutating func readWord() {
    let start = index
    var spelled: [UInt8] = []
    var apostrophe: Int?
    while index < characters.count {
      let character = characters[index]
      if character.kind == .letter {
        spelled.append(character.byte)
      } else if character.kind == .apostrophe, kind(at: index + 1) == .letter, apostrophe == nil {
        apostrophe = spelled.count
        spelled.append(UInt8(ascii: "'"))
      } else {
        break
      }
      index += 1
    }
    let offset = characters[start].range.lowerBound
    if let letters = mended[offset] {
      spelled = letters
      apostrophe = letters.firstIndex(of: UInt8(ascii: "'"))
    }
    defer { noteTyped(spelled, offset) }
    if apostrophe == nil, let opened = openedWithDigit(spelled) {
      append(opened, start..<index)
    } else if apostrophe == nil, let opened = Contractions.words(for: WordKey(bytes: spelled)) {
      append(opened, start..<index)
    } else if let apostrophe {
      let opened =
        Contractions.words(for: WordKey(bytes: spelled))
        ?? Contractions.words(
          base: spelled[..<apostrophe],
          ending: spelled[(apostrophe + 1)...]
        )
      if let opened {
        append(opened, start..<index)
      } else {
        spelled.remove(at: apostrophe)
        append(spelled, start..<index)
      }
    } else {
      // "goin'" is "going".
      if kind(at: index) == .apostrophe, !singleQuote, spelled.count > 3,
        spelled.suffix(2) == [0x69, 0x6e]
      {
        spelled.append(UInt8(ascii: "g"))
        index += 1
      }
      openBareForm(before: WordKey(bytes: spelled), spelled: spelled)
      spelled = plainOrder(spelled)
      append(spelled, start..<index)
    }
  }

  /// "Don't be telling her" is "don't tell her".
  private mutating func plainOrder(_ spelled: [UInt8]) -> [UInt8] {
    guard spelled.count > 5, spelled.suffix(3) == [0x69, 0x6e, 0x67], boundary == .none,
      tokens.count >= sentenceStart + 3,
      tokens.suffix(3).map(\.key) == Self.doNotBe, tokens[tokens.count - 3].boundary != .none
    else { return spelled }
    for stem in [Array(spelled.dropLast(3)), spelled.dropLast(3) + [UInt8(ascii: "e")]]
    where BareForms.isAct(WordKey(bytes: stem)) {
      tokens.removeLast()
      return stem
    }
    return spelled
  }

  private static let doNotBe = ["do", "not", "be"].map { WordKey($0) }

  /// Keeps the letters as they were typed; the last token begins or ends the word.
  private mutating func noteTyped(_ spelled: [UInt8], _ offset: Int) {
    guard var first = tokens.indices.last, spelled.count > 2 else { return }
    while first > sentenceStart, tokens[first - 1].range == tokens[first].range { first -= 1 }
    typedWords.append(Utterance.TypedWord(offset: offset, spelled: spelled, token: first))
  }

  /// Forms such as `b4`.
  private mutating func openedWithDigit(_ spelled: [UInt8]) -> [WordKey]? {
    guard kind(at: index) == .digit, kind(at: index + 1) != .digit else { return nil }
    let form = spelled + [characters[index].byte]
    guard let opened = Contractions.words(for: WordKey(bytes: form)) else { return nil }
    index += 1
    return opened
  }

  /// Opens the word before, now that what follows it is known.
  private mutating func openBareForm(before next: WordKey, spelled: [UInt8] = []) {
    guard let last = tokens.last, boundary == .none, tokens.count > sentenceStart,
      BareForms.isOne(last.key)
    else { return }
    let before = tokens.count - 2
    let previous =
      last.boundary == .none && before >= sentenceStart ? tokens[before].key : nil
    let place = BareForms.Place(
      previous: previous,
      startsClause: previous.map { Self.joiners.contains($0) } ?? true,
      next: next,
      nextIsGoingOn: spelled.count > 4 && spelled.suffix(3) == [0x69, 0x6e, 0x67]
    )
    guard let opened = BareForms.words(for: last.key, at: place) else { return }
    tokens.removeLast()
    for (position, key) in opened.enumerated() {
      tokens.append(
        Token(
          key: key,
          range: last.range,
          letters: 0..<0,
          boundary: position == 0 ? last.boundary : .none,
          sentence: last.sentence,
          isNumber: false,
          isQuoted: last.isQuoted,
          isCapitalised: false,
          startsWord: position == 0
        )
      )
    }
  }

  private static let joiners = WordKey.set(
    """
    and but so because then that think okay if what when where why how until while who since \
    which as plan one thing today know say like
    """
  )

  private mutating func append(_ opened: [WordKey], _ place: Range<Int>) {
    var keys = opened
    // "I ain't" is "I am not".
    if opened == Self.isNot, boundary == .none, tokens.count > sentenceStart,
      let last = tokens.last, let form = Self.beFor[last.key]
    {
      keys[0] = form
    }
    for (position, key) in keys.enumerated() {
      if position == 0 { openBareForm(before: key) }
      add(key, place, letters: 0..<0, isNumber: false, startsWord: position == 0)
    }
  }

  private mutating func append(_ spelled: [UInt8], _ place: Range<Int>, isNumber: Bool = false) {
    let from = letters.count
    letters.append(contentsOf: spelled)
    add(
      WordKey(bytes: spelled),
      place,
      letters: from..<letters.count,
      isNumber: isNumber,
      startsWord: true
    )
  }

  private mutating func add(
    _ key: WordKey,
    _ place: Range<Int>,
    letters: Range<Int>,
    isNumber: Bool,
    startsWord: Bool
  ) {
    let first = characters[place.lowerBound]
    // Parts joined by a hyphen or a digit are one word to a reader.
    let previous = kind(at: place.lowerBound - 1)
    let joined = previous == .hyphen || previous == .digit || previous == .letter
    dropAgreeing(before: key)
    let begins = startsWord && !(joined && tokens.count > sentenceStart && boundary == .none)
    if begins { words += 1 }
    tokens.append(
      Token(
        key: key,
        range: first.range.lowerBound..<characters[place.upperBound - 1].range.upperBound,
        letters: letters,
        boundary: boundary,
        sentence: sentences.count,
        isNumber: isNumber,
        isQuoted: quoteDepth > 0,
        isCapitalised: first.isCapital,
        startsWord: begins
      )
    )
    boundary = .none
  }

  private static let negators = Set(
    ["nobody", "nothing", "none", "no", "never"].map { WordKey($0) }
  )
  private static let not = WordKey("not")
  private static let isNot = [WordKey("is"), WordKey("not")]
  private static let beFor = [
    WordKey("i"): WordKey("am"), WordKey("you"): WordKey("are"), WordKey("we"): WordKey("are"),
    WordKey("they"): WordKey("are"),
  ]
  private static let doers = Set(
    ["is", "are", "am", "do", "does", "did", "will", "can"].map { WordKey($0) }
  )
  private static let done = WordKey("done")
  private static let persons = Set(
    ["i", "you", "he", "she", "it", "we", "they"].map { WordKey($0) }
  )
  private static let pasts = WordKey.set(
    """
    told had said seen went came got gave lost took made gone heard called asked
    """
  )

  /// Of words that only agree with their neighbours one speaks: "ain't nobody know" is "nobody know",
  /// "nobody don't know" too, "not never" is "never", and "I done told you" is "I told you".
  private mutating func dropAgreeing(before key: WordKey) {
    let count = tokens.count - sentenceStart
    guard boundary == .none, count >= 2 else { return }
    let last = tokens[tokens.count - 1]
    let before = tokens[tokens.count - 2]
    if last.key == Self.not, last.boundary == .none {
      if key == Self.never, before.boundary == .none || Self.doers.contains(before.key) {
        tokens.removeLast()
      } else if Self.negators.contains(key), Self.doers.contains(before.key),
        before.boundary != .none
      {
        boundary = before.boundary
        tokens.removeLast(2)
      } else if count >= 3, Self.doers.contains(before.key), before.boundary == .none,
        Self.nobodies.contains(tokens[tokens.count - 3].key)
      {
        tokens.removeLast(2)
      }
    } else if last.key == Self.done, last.boundary == .none, Self.persons.contains(before.key),
      Self.pasts.contains(key)
    {
      tokens.removeLast()
    }
  }

  private static let never = WordKey("never")
  private static let nobodies = Set(["nobody", "nothing"].map { WordKey($0) })

  private mutating func readNumber() {
    let start = index
    var spelled: [UInt8] = []
    while index < characters.count {
      let character = characters[index]
      if character.kind == .digit {
        spelled.append(character.byte)
      } else if character.kind == .stop || character.kind == .clause || character.kind == .comma,
        kind(at: index + 1) == .digit
      {
        spelled.append(UInt8(ascii: "."))
      } else {
        break
      }
      index += 1
    }
    var end = index
    while kind(at: end) == .letter { end += 1 }
    let suffix = characters[index..<end].map(\.byte)
    if ["st", "nd", "rd", "th"].contains(String(decoding: suffix, as: UTF8.self)) { index = end }
    let form = spelled + (kind(at: index) == .letter ? suffix : [])
    if let opened = Contractions.words(for: WordKey(bytes: form)) {
      index = end
      append(opened, start..<index)
    } else {
      append(spelled, start..<index, isNumber: true)
    }
  }

  private static let abbreviations = Set(
    ["mr", "mrs", "ms", "dr", "st", "jr", "sr", "vs"].map { WordKey($0) }
  )
  /// What goes on after "3 p.m.", whatever its first letter looks like.
  private static let afterHour = Set(
    """
    on in at and or to until till for with but so if tomorrow today tonight sharp every each monday
    tuesday wednesday thursday friday saturday sunday because when unless before after at from
    """
    .split(whereSeparator: { $0 == " " || $0 == "\n" }).map { WordKey(String($0)) }
  )
  /// What a letter that is no initial stands behind, as in "plan B".
  private static let lettered = Set(
    ["plan", "option", "grade", "is", "or", "and", "track", "step", "part"].map { WordKey($0) }
  )

  /// A full stop ends the sentence unless it belongs to `Ms.`, an initial or `a.m.`.
  private mutating func readStop() {
    if let previous = tokens.last, kind(at: index - 1) == .letter, !previous.isNumber,
      tokens.count > sentenceStart, kind(at: index + 1) != .stop,
      Self.abbreviations.contains(previous.key) || isInitial(previous)
    {
      index += 1
    } else {
      end(isQuestion: false)
    }
  }

  /// Whether the letter before this stop is an initial or half of "a.m.", by the words alone: a text
  /// in capitals, or without any, has the same sentences.
  private func isInitial(_ letter: Token) -> Bool {
    guard letter.letters.count == 1, letter.key != WordKey("i") else { return false }
    if kind(at: index + 1) == .letter { return true }
    if characters[index - 1].byte == UInt8(ascii: "m"), kind(at: index - 2) == .stop {
      return Self.afterHour.contains(wordAhead())
    }
    let before = tokens.count - 2
    return before < sentenceStart || letter.boundary != .none
      || !Self.lettered.contains(tokens[before].key)
  }

  /// The next word, unread.
  private func wordAhead() -> WordKey {
    var next = index + 1
    while kind(at: next) == .space { next += 1 }
    var end = next
    while kind(at: end) == .letter { end += 1 }
    return WordKey(bytes: characters[min(next, end)..<end].map(\.byte))
  }
}
