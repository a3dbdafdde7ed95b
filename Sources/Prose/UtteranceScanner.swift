/// Splits folded characters into sentences and tokens in one pass.
struct UtteranceScanner {
  private let characters: [FoldedCharacter]
  private let limits: Utterance.Limits
  private let isCutShort: Bool
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
  private(set) var isCut = false

  init(_ bytes: [UInt8], limits: Utterance.Limits) {
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
      openAmbiguous(with: WordKey(bytes: spelled))
      append(spelled, start..<index)
    }
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
  private mutating func openAmbiguous(with next: WordKey) {
    guard let last = tokens.last, boundary == .none, tokens.count > sentenceStart else { return }
    let before = tokens.count - 2
    let atStart =
      last.boundary != .none || (before >= sentenceStart && startsClause(tokens[before]))
    guard let opened = Contractions.words(for: last.key, before: next, atStart: atStart) else {
      return
    }
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

  private static let joiners = Set(
    ["and", "but", "so", "because", "then", "that", "think", "okay", "if"].map { WordKey($0) }
  )

  private func startsClause(_ token: Token) -> Bool { Self.joiners.contains(token.key) }

  private mutating func append(_ keys: [WordKey], _ place: Range<Int>) {
    for (position, key) in keys.enumerated() {
      if position == 0 { openAmbiguous(with: key) }
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
    dropDoubledNegator(before: key)
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
    ["nobody", "nothing", "none", "no"].map { WordKey($0) }
  )
  private static let isNot = [WordKey("is"), WordKey("not")]

  /// "Ain't nobody know" is "nobody knows": of two negators side by side one speaks.
  private mutating func dropDoubledNegator(before key: WordKey) {
    guard boundary == .none, Self.negators.contains(key), tokens.count >= sentenceStart + 2,
      tokens.suffix(2).map(\.key) == Self.isNot,
      tokens[tokens.count - 2].boundary != .none
    else { return }
    boundary = tokens[tokens.count - 2].boundary
    tokens.removeLast(2)
  }

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

  /// A full stop ends the sentence unless it belongs to `Ms.`, an initial or `a.m.`.
  private mutating func readStop() {
    let previous = tokens.last
    let touches = kind(at: index - 1) == .letter
    let length = previous.map { $0.letters.count } ?? 0
    if touches, let previous, tokens.count > sentenceStart, kind(at: index + 1) != .stop {
      if Self.abbreviations.contains(previous.key) {
        index += 1
        return
      }
      if length == 1, !(previous.key == WordKey("i")) {
        var next = index + 1
        while kind(at: next) == .space { next += 1 }
        let lower = kind(at: next) == .letter && !characters[next].isCapital
        if kind(at: index + 1) == .letter || lower || previous.isCapitalised {
          index += 1
          return
        }
      }
    }
    end(isQuestion: false)
  }
}
