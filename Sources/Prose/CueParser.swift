/// What is wrong with a cue, and where in it.
public struct CueError: Error, Hashable, Sendable {
  /// One sentence for the person who wrote it.
  public let message: String
  /// The bytes of the cue it is about.
  public let range: Range<Int>
  /// Words of which one was probably meant.
  public let candidates: [String]
}

/// One step of a cue.
enum CueStep: Hashable, Sendable {
  /// A token with this symbol.
  case word(Int32)
  /// Up to so many tokens of any kind, within a clause.
  case gap(Int)
  /// The beginning of a sentence.
  case start
}

/// Reads the notation of cues and spells each out into plain sequences of steps.
///
/// `you @will ..2 <get> @child back/home (for good)?` reads: *you*, a way of saying *will*, up to
/// two words, any form of *get*, the child, one of two words, and perhaps two more.
struct CueParser {
  /// How many sequences one cue may stand for.
  static let maximumSequences = 1_200
  /// How many steps a sequence may have.
  static let maximumSteps = 14
  /// How wide a gap may be.
  static let maximumGap = 8

  private let bytes: [UInt8]
  private var offset = 0
  private var lexicon: CueLexicon
  private var depth: Int

  private init(_ text: String, depth: Int) {
    bytes = Array(text.utf8)
    lexicon = CueLexicon(lemmas: [:], classes: [:])
    self.depth = depth
  }

  /// Returns the sequences of `text`.
  static func sequences(
    of text: String,
    in lexicon: inout CueLexicon,
    depth: Int = 0
  ) throws(CueError) -> [[CueStep]] {
    var parser = CueParser(text, depth: depth)
    // Moved, not copied: a copy of the tables for every cue would cost more than all else.
    swap(&parser.lexicon, &lexicon)
    defer { swap(&parser.lexicon, &lexicon) }
    let sequences = try parser.parseChoice(until: nil)
    for sequence in sequences {
      guard sequence.contains(where: { if case .word = $0 { true } else { false } }) else {
        throw CueError(
          message: "this cue could match nothing at all",
          range: 0..<parser.bytes.count,
          candidates: []
        )
      }
      guard sequence.count <= maximumSteps else {
        throw CueError(
          message: "this cue is too long: at most \(maximumSteps) words",
          range: 0..<parser.bytes.count,
          candidates: []
        )
      }
    }
    return sequences
  }

  private mutating func parseChoice(until end: UInt8?) throws(CueError) -> [[CueStep]] {
    let from = offset
    var branches: [[[CueStep]]] = []
    var singles: [WordKey] = []
    while true {
      let start = offset
      if let keys = trySingles(until: end) {
        singles += keys
      } else {
        offset = start
        branches.append(try parseSequence(until: end))
      }
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "|") else { break }
      offset += 1
    }
    if let end {
      guard offset < bytes.count, bytes[offset] == end else {
        throw CueError(
          message: "this bracket is never closed",
          range: from - 1..<from,
          candidates: []
        )
      }
      offset += 1
    } else if offset < bytes.count {
      throw CueError(
        message: "this bracket was never opened",
        range: offset..<offset + 1,
        candidates: []
      )
    }
    var sequences = branches.flatMap { $0 }
    if !singles.isEmpty { sequences.insert([.word(lexicon.symbol(for: singles))], at: 0) }
    return try checked(sequences, from: from)
  }

  private func checked(_ sequences: [[CueStep]], from: Int) throws(CueError) -> [[CueStep]] {
    guard sequences.count <= Self.maximumSequences else {
      throw CueError(
        message: "this cue stands for too many phrases; split it in two",
        range: from..<bytes.count,
        candidates: []
      )
    }
    return sequences
  }

  /// A branch that is one token, so that it can share a symbol with its neighbours.
  private mutating func trySingles(until end: UInt8?) -> [WordKey]? {
    skipSpaces()
    guard let text = readItem(), let keys = singleKeys(of: text) else { return nil }
    skipSpaces()
    guard offset == bytes.count || bytes[offset] == UInt8(ascii: "|") || bytes[offset] == end else {
      return nil
    }
    return keys
  }

  private func singleKeys(of text: String) -> [WordKey]? {
    var keys: [WordKey] = []
    for part in text.split(separator: "/") {
      if part.hasPrefix("<"), part.hasSuffix(">") {
        guard let forms = lexicon.lemmas[String(part.dropFirst().dropLast())] else { return nil }
        keys += forms.map { WordKey($0) }
      } else if part.hasPrefix("@") {
        let name = String(part.dropFirst())
        if name == "num" {
          keys.append(CueLexicon.number)
        } else if name.hasPrefix("cast-") {
          keys.append(CueLexicon.name(of: String(name.dropFirst(5))))
        } else if let known = lexicon.classes[name], known.phrases.isEmpty, known.lead.isEmpty {
          keys += lexicon.members(of: known)
        } else {
          return nil
        }
      } else if isPlain(part) {
        keys.append(folded(part))
      } else {
        return nil
      }
    }
    return keys.isEmpty ? nil : keys
  }

  /// A word as the scanner would give it, so that `ok` in a cue finds `okay`.
  private func folded(_ part: Substring) -> WordKey {
    let key = WordKey(String(part))
    guard let opened = Contractions.words(for: key), opened.count == 1 else { return key }
    return opened[0]
  }

  private func isPlain(_ part: Substring) -> Bool {
    !part.isEmpty
      && part.utf8.allSatisfy {
        (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".")
      } && part.utf8.first != UInt8(ascii: ".")
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
  }

  /// Reads up to a space, a bracket, a bar or a question mark.
  private mutating func readItem() -> String? {
    let from = offset
    while offset < bytes.count, !" ()|?".utf8.contains(bytes[offset]) { offset += 1 }
    return offset > from ? String(decoding: bytes[from..<offset], as: UTF8.self) : nil
  }

  private mutating func parseSequence(until end: UInt8?) throws(CueError) -> [[CueStep]] {
    var sequences: [[CueStep]] = [[]]
    let from = offset
    while true {
      skipSpaces()
      guard offset < bytes.count, bytes[offset] != UInt8(ascii: "|"), bytes[offset] != end else {
        break
      }
      var options: [[CueStep]]
      if bytes[offset] == UInt8(ascii: "(") {
        offset += 1
        options = try parseChoice(until: UInt8(ascii: ")"))
      } else if bytes[offset] == UInt8(ascii: ")") {
        break
      } else {
        options = try parseItem()
      }
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "?") {
        offset += 1
        options.append([])
      }
      guard sequences.count * options.count <= Self.maximumSequences else {
        throw CueError(
          message: "this cue stands for too many phrases; split it in two",
          range: from..<bytes.count,
          candidates: []
        )
      }
      sequences = sequences.flatMap { start in options.map { start + $0 } }
    }
    return sequences
  }

  private mutating func parseItem() throws(CueError) -> [[CueStep]] {
    let from = offset
    guard let text = readItem() else {
      throw CueError(
        message: "a word was expected here",
        range: from..<min(from + 1, bytes.count),
        candidates: []
      )
    }
    if text == "^" { return [[.start]] }
    if text.hasPrefix("..") {
      guard let width = Int(text.dropFirst(2)), (1...Self.maximumGap).contains(width) else {
        throw CueError(
          message: "a gap is written ..1 to ..\(Self.maximumGap)",
          range: from..<offset,
          candidates: []
        )
      }
      return [[.gap(width)]]
    }
    if let keys = singleKeys(of: text) { return [[.word(lexicon.symbol(for: keys))]] }
    var options: [[CueStep]] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      options += try parsePart(String(part), at: from..<offset)
    }
    return options
  }

  private mutating func parsePart(
    _ part: String,
    at range: Range<Int>
  ) throws(CueError) -> [[CueStep]] {
    if let keys = singleKeys(of: part) { return [[.word(lexicon.symbol(for: keys))]] }
    if part.hasPrefix("<") {
      throw CueError(
        message: "no forms are listed for \(part)",
        range: range,
        candidates: lexicon.lemmas.keys.sorted()
      )
    }
    guard part.hasPrefix("@") else {
      throw CueError(
        message:
          "\"\(part)\" cannot stand in a cue: write small letters, without apostrophes (can not)",
        range: range,
        candidates: []
      )
    }
    guard let known = lexicon.classes[String(part.dropFirst())], depth < 3 else {
      throw CueError(
        message: "there is no class \(part)",
        range: range,
        candidates: lexicon.classes.keys.sorted()
      )
    }
    var options: [[CueStep]] = []
    let members = lexicon.members(of: known)
    if !members.isEmpty {
      let word = CueStep.word(lexicon.symbol(for: members))
      options.append([word])
      if !known.lead.isEmpty {
        options.append([.word(lexicon.symbol(for: known.lead.map { WordKey($0) })), word])
      }
    }
    for phrase in known.phrases {
      options += try Self.sequences(of: phrase, in: &lexicon, depth: depth + 1)
    }
    return options
  }
}
