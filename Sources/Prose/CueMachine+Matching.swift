extension CueMachine {
  /// How many steps one walk may take.
  static let walkLimit = 3_000

  /// Finds the cues in `utterance`; of one group at one place, the longest.
  ///
  /// `names` says which words of the text are names of people on the card.
  public func matches(
    in utterance: Utterance,
    names: [WordKey: [WordKey]] = [:]
  ) -> [CueMatch] {
    var walker = CueWalker(self, utterance, names)
    return walker.walk()
  }
}

private struct CueWalker {
  private let machine: CueMachine
  private let tokens: [Token]
  private var symbols: [Int32] = []
  private var symbolsOf: [Range<Int>] = []
  /// For each token a row of bits, one a symbol.
  private var bits: [UInt64]
  private let rowLength: Int
  private var stack: [(node: Int32, token: Int, end: Int, viaGap: Bool)] = []
  private var seen: Set<UInt64> = []
  private var found: [CueMatch] = []

  init(_ machine: CueMachine, _ utterance: Utterance, _ names: [WordKey: [WordKey]]) {
    self.machine = machine
    tokens = utterance.tokens
    rowLength = (machine.symbolCount + 63) / 64
    bits = Array(repeating: 0, count: rowLength * utterance.tokens.count)
    symbolsOf.reserveCapacity(tokens.count)
    let possessive = WordKey("s")
    let isKey = WordKey("is")
    for token in tokens {
      let from = symbols.count
      append(token.key)
      // "mom's coming" is "mom is coming" as often as not.
      if token.key == possessive { append(isKey) }
      if token.isNumber { append(CueLexicon.number) }
      for stand in names[token.key] ?? [] { append(stand) }
      let row = symbolsOf.count * rowLength
      for symbol in symbols[from...] {
        bits[row + Int(symbol) / 64] |= 1 << UInt64(symbol % 64)
      }
      symbolsOf.append(from..<symbols.count)
    }
  }

  private mutating func append(_ key: WordKey) {
    guard let range = machine.symbolStarts[key] else { return }
    for index in range { symbols.append(machine.symbolList[Int(index)]) }
  }

  mutating func walk() -> [CueMatch] {
    for start in tokens.indices where !symbolsOf[start].isEmpty {
      let before = found.count
      walk(from: start)
      keepLongest(from: before)
    }
    return found
  }

  private mutating func walk(from start: Int) {
    stack.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    stack.append((0, start, start, false))
    if tokens[start].boundary >= .clause { stack.append((machine.startRoot, start, start, false)) }
    var steps = 0
    while let (node, token, end, viaGap) = stack.popLast() {
      steps += 1
      if steps > CueMachine.walkLimit { return }
      let entry = machine.nodes[Int(node)]
      if end > start {
        for index in entry.outputs {
          let output = machine.outputs[Int(index)]
          found.append(CueMatch(group: output.group, cue: output.cue, tokens: start..<end))
        }
      }
      guard token < tokens.count, token == start || tokens[token].boundary < .clause else {
        continue
      }
      follow(node, entry, token, viaGap)
      for index in entry.gaps {
        let gap = machine.gaps[Int(index)]
        push(gap.node, token, end, viaGap: true)
        var reach = token
        // A gap stays inside its clause.
        while reach < token + Int(gap.width), reach < tokens.count,
          tokens[reach].boundary == .none
        {
          // Nor does it pass over a word that turns the sentence round.
          if Self.turning.contains(tokens[reach].key) { break }
          reach += 1
          push(gap.node, reach, end, viaGap: true)
        }
      }
    }
  }

  private static let turning = Set(
    ["not", "never", "no", "nobody", "nothing", "cannot", "without"].map { WordKey($0) }
  )

  /// Takes the steps that `token` allows, along the shorter of two lists.
  private mutating func follow(
    _ node: Int32,
    _ entry: CueMachine.Node,
    _ token: Int,
    _ viaGap: Bool
  ) {
    if entry.edges.count <= symbolsOf[token].count {
      let row = token * rowLength
      for index in entry.edges {
        let edge = machine.edgeList[Int(index)]
        if bits[row + Int(edge.symbol) / 64] & (1 << UInt64(edge.symbol % 64)) != 0 {
          push(edge.node, token + 1, token + 1, viaGap: viaGap)
        }
      }
    } else {
      for index in symbolsOf[token] {
        if let next = machine.edges.target(of: EdgeTable.key(node, symbols[index])) {
          push(next, token + 1, token + 1, viaGap: viaGap)
        }
      }
    }
  }

  /// Only behind a gap can one place be reached in two ways.
  private mutating func push(_ node: Int32, _ token: Int, _ end: Int, viaGap: Bool) {
    if viaGap {
      let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(token) << 16 | UInt64(end & 0xffff)
      guard seen.insert(key).inserted else { return }
    }
    stack.append((node, token, end, viaGap))
  }

  /// Of the matches of one group from one start, only the longest is of interest.
  private mutating func keepLongest(from before: Int) {
    guard found.count - before > 1 else { return }
    var best: [CueMatch] = []
    for match in found[before...] {
      if let index = best.firstIndex(where: { $0.group == match.group }) {
        if best[index].tokens.upperBound < match.tokens.upperBound { best[index] = match }
      } else {
        best.append(match)
      }
    }
    found.replaceSubrange(before..., with: best)
  }
}
