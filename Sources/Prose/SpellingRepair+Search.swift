/// One slip of the finger, as what it would take to undo it.
enum Slip {
  /// A letter was left out at this place of the word.
  case leftOut(Int)
  /// The letter at this place was added.
  case added(Int)
  /// The letter at this place stands for another.
  case changed(Int)
  /// The letter at this place stood after its neighbour.
  case swapped(Int)

  /// The one slip that makes `typed` of `word`, if one does.
  static func between(_ typed: [UInt8], _ word: [UInt8]) -> Slip? {
    var start = 0
    while start < typed.count, start < word.count, typed[start] == word[start] { start += 1 }
    var end = 0
    while end < typed.count - start, end < word.count - start,
      typed[typed.count - 1 - end] == word[word.count - 1 - end]
    {
      end += 1
    }
    switch (typed.count - start - end, word.count - start - end) {
    case (0, 1): return .leftOut(start)
    case (1, 0): return .added(start)
    case (1, 1): return .changed(start)
    case (2, 2) where typed[start] == word[start + 1] && typed[start + 1] == word[start]:
      return .swapped(start)
    default: return nil
    }
  }
}

extension SpellingRepair {
  /// The search for the likeliest word one slip away from what was typed.
  struct Search {
    let words: WordList
    let typed: [UInt8]
    /// Words used before in this talk.
    let theirs: Set<WordKey>
    /// How many letters a mended word has at least.
    var least = 5
    var before: WordKey?
    var after: WordKey?

    private var found: [(letters: [UInt8], slip: Slip, rank: Int32)] = []

    init(words: WordList, typed: [UInt8], theirs: Set<WordKey>) {
      self.words = words
      self.typed = typed
      self.theirs = theirs
    }

    mutating func likeliest() -> [UInt8]? {
      gather()
      guard found.count > 1 else { return found.first?.letters }
      var best: (letters: [UInt8], likelihood: Float)?
      for candidate in found {
        let likelihood =
          Self.logarithm(candidate.rank) + ease(candidate.slip, candidate.letters)
          + fit(candidate.letters)
        if likelihood > best?.likelihood ?? -.infinity { best = (candidate.letters, likelihood) }
      }
      return best?.letters
    }

    private mutating func gather() {
      for index in 0...typed.count {
        if index < typed.count {
          // Of a doubled letter either may be the added one.
          if index == 0 || typed[index] != typed[index - 1] {
            var shorter = typed
            shorter.remove(at: index)
            consider(shorter, .added(index))
          }
          var changed = typed
          for letter in Self.letters where letter != typed[index] {
            changed[index] = letter
            consider(changed, .changed(index))
          }
        }
        if index + 1 < typed.count, typed[index] != typed[index + 1] {
          var swapped = typed
          swapped.swapAt(index, index + 1)
          consider(swapped, .swapped(index))
        }
        var longer = typed
        longer.insert(0, at: index)
        for letter in Self.letters where index == 0 || letter != typed[index - 1] {
          longer[index] = letter
          consider(longer, .leftOut(index))
        }
      }
    }

    private mutating func consider(_ letters: [UInt8], _ slip: Slip) {
      guard letters.count >= least else { return }
      let key = WordKey(bytes: letters)
      let known = words.rank(of: key)
      let isTheirs = theirs.contains(key)
      guard known != nil || isTheirs, !Self.guarded.contains(key) else { return }
      let rank = known ?? WordList.middling
      found.append((letters, slip, isTheirs ? rank / 4 : rank))
    }

    // MARK: How likely

    /// How often a word of this rank is met, as a logarithm.
    private static func logarithm(_ rank: Int32) -> Float {
      let place = Float(rank + 20)
      return -0.693 * (Float(place.exponent) + place.significand - 1)
    }

    /// How easily fingers slip so: there are few ways to leave out or swap, many to hit a wrong key.
    private func ease(_ slip: Slip, _ letters: [UInt8]) -> Float {
      let sameStart: Float = typed.first == letters.first ? 0 : -0.3
      switch slip {
      case .swapped: return sameStart + 3
      case .leftOut(let place):
        let isDoubled =
          place > 0 && letters[place] == letters[place - 1]
          || place + 1 < letters.count && letters[place] == letters[place + 1]
        return sameStart + (isDoubled ? 3.7 : 3)
      case .added(let place):
        let last = typed.indices.contains(place + 1) && typed[place] == typed[place + 1]
        if last { return sameStart + 1 }
        let isBeside =
          place > 0 && Self.areNeighbours(typed[place], typed[place - 1])
          || place + 1 < typed.count && Self.areNeighbours(typed[place], typed[place + 1])
        return sameStart + (isBeside ? 0.4 : 0)
      case .changed(let place):
        return sameStart + (Self.areNeighbours(typed[place], letters[place]) ? 0.5 : 0)
      }
    }

    /// How well the word stands between its neighbours.
    private func fit(_ letters: [UInt8]) -> Float {
      let key = WordKey(bytes: letters)
      let opened = Contractions.words(for: key) ?? [key]
      guard let first = opened.first, let last = opened.last else { return 0 }
      var fit: Float = 0
      if let before, words.follows(first, before) { fit += 3 }
      if let after, words.follows(after, last) { fit += 3 }
      return fit
    }

    private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")

    private static let guarded = WordKey.set(
      """
      never cannot nobody nothing without neither would could should might until unless whether \
      hardly twelve fifteen seven eight three thirty sixty ninety eleven
      """
    )

    private static func areNeighbours(_ first: UInt8, _ second: UInt8) -> Bool {
      guard let a = places[first], let b = places[second] else { return false }
      return abs(a.row - b.row) <= 1 && abs(a.half - b.half) <= 2
    }

    /// Where a letter stands on the keyboard, across in half keys.
    private static let places: [UInt8: (row: Int, half: Int)] = {
      var places: [UInt8: (row: Int, half: Int)] = [:]
      for (row, keys) in ["qwertyuiop", "asdfghjkl", "zxcvbnm"].enumerated() {
        for (column, key) in keys.utf8.enumerated() { places[key] = (row, column * 2 + row) }
      }
      return places
    }()
  }
}
