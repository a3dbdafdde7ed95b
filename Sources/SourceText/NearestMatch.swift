/// Returns the candidate most like `word`, or nil when none is near enough to be worth proposing.
///
/// A difference only in case, hyphens, underscores or spaces counts as none; then come slips of
/// the fingers (a letter missing, added, wrong or swapped with its neighbour), at most one in three
/// letters; then a word that begins like the other. Ties go to the candidate that comes first.
public func nearestMatch(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Spelling(word)
  guard !wanted.letters.isEmpty, wanted.letters.count <= Spelling.longest else { return nil }
  // One letter in three, but never a whole word, and never so many that the search becomes slow.
  let allowed = min(max(1, wanted.letters.count / 3), wanted.letters.count - 1, 5)
  var best: (candidate: String, cost: Int)?
  var compared = 0
  for candidate in candidates {
    guard wanted.mayResemble(candidate, allowed: allowed) else { continue }
    compared += 1
    if compared > Spelling.mostCompared { break }
    let bound = best?.cost ?? Int.max
    guard let cost = wanted.cost(of: Spelling(candidate), allowed: allowed, below: bound) else {
      continue
    }
    if cost == 0 { return candidate }
    best = (candidate, cost)
  }
  return best?.candidate
}

/// A word as it is compared: lower-case scalars, and the same without joints.
private struct Spelling {
  static let longest = 128
  /// A file can hold tens of thousands of names made to resemble each other, and hundreds of
  /// mistakes; past this many the first near one is good enough.
  static let mostCompared = 4_000

  var letters: [UInt32] = []
  /// One bit per kind of letter, to tell unlike words apart without comparing them.
  var signature: UInt64 = 0

  init(_ word: String) {
    letters.reserveCapacity(word.utf8.count)
    for scalar in word.unicodeScalars {
      if scalar.isASCII {
        let value = scalar.value
        append((65...90).contains(value) ? value + 32 : value)
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { append(lower.value) }
      }
    }
  }

  private mutating func append(_ letter: UInt32) {
    letters.append(letter)
    signature |= 1 << UInt64(letter & 63)
  }

  /// Whether it is worth spelling out `candidate`; most of a long list are told apart here.
  func mayResemble(_ candidate: String, allowed: Int) -> Bool {
    var count = 0
    var signature: UInt64 = 0
    for byte in candidate.utf8 {
      guard byte < 0x80 else { return candidate.utf8.count <= Self.longest * 4 }
      count += 1
      let isCapital = (65...90).contains(byte)
      signature |= 1 << UInt64((isCapital ? byte + 32 : byte) & 63)
    }
    guard count <= Self.longest else { return false }
    let missing = (self.signature & ~signature & ~Self.joints).nonzeroBitCount
    let added = (signature & ~self.signature & ~Self.joints).nonzeroBitCount
    // One of two that begin alike holds all the letters of the other.
    return max(missing, added) <= allowed || missing == 0 || added == 0
  }

  /// The bits of hyphen, underscore and space.
  private static let joints: UInt64 = 1 << 0x2D | 1 << (0x5F & 63) | 1 << 0x20

  /// How far `other` is, if nearer than `bound`.
  ///
  /// 0 is the same but for joints; then come the slips, and last a shared beginning.
  func cost(of other: Spelling, allowed: Int, below bound: Int) -> Int? {
    let difference = abs(letters.count - other.letters.count)
    if bound > 0, difference <= max(letters.count, other.letters.count) / 2,
      jointless == other.jointless
    {
      return 0
    }
    let limit = min(allowed, bound - 1)
    let unlike = (signature & ~other.signature).nonzeroBitCount
    let unlikeBack = (other.signature & ~signature).nonzeroBitCount
    if limit > 0, difference <= limit, max(unlike, unlikeBack) <= limit,
      let slips = slips(to: other.letters, limit: limit)
    {
      return max(slips, 1)
    }
    return beginsAlike(other) && allowed + 1 < bound ? allowed + 1 : nil
  }

  private var jointless: [UInt32] {
    letters.filter { $0 != 0x2D && $0 != 0x5F && $0 != 0x20 }
  }

  private func beginsAlike(_ other: Spelling) -> Bool {
    let (short, long) =
      letters.count < other.letters.count
      ? (letters, other.letters) : (other.letters, letters)
    return short.count >= 3 && long.count <= short.count * 3 && long.starts(with: short)
  }

  /// Optimal string alignment in a band of `limit` around the diagonal.
  private func slips(to other: [UInt32], limit: Int) -> Int? {
    let width = other.count + 1
    var before = Array(repeating: limit + 1, count: width)
    var above = Array(0..<width)
    var current = before
    for row in 1...letters.count {
      let from = max(1, row - limit)
      let to = min(other.count, row + limit)
      // Only the band is written; what lies beside it must not be read from an older row.
      current[from - 1] = from == 1 ? row : limit + 1
      if to < other.count { current[to + 1] = limit + 1 }
      var least = current[from - 1]
      if from <= to {
        for column in from...to {
          let same = letters[row - 1] == other[column - 1]
          var cost = min(
            above[column - 1] + (same ? 0 : 1),
            min(above[column], current[column - 1]) + 1
          )
          if row > 1, column > 1, letters[row - 1] == other[column - 2],
            letters[row - 2] == other[column - 1]
          {
            cost = min(cost, before[column - 2] + 1)
          }
          current[column] = cost
          least = min(least, cost)
        }
      }
      if least > limit { return nil }
      swap(&before, &above)
      swap(&above, &current)
    }
    return above[other.count] <= limit ? above[other.count] : nil
  }
}
