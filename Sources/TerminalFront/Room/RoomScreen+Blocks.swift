extension RoomScreen {
  /// The same picture as blocks, for the line renderer: bars become counts in words.
  public static func blocks(_ picture: RoomPicture) -> [Block] {
    var blocks: [Block] = [.gap, .title(picture.label.sentenceCased)]
    switch picture {
    case .page(let page): blocks += (page.head + page.pieces).map(block)
    case .tally(let tally): blocks += tally.rows.map { .item(line($0)) }
    case .reveal(let reveal):
      blocks.append(.option(key: reveal.letter, words: reveal.words, isOpen: true))
      blocks += reveal.reaction.map(block)
      blocks.append(.heard(name: reveal.listener, words: reveal.heard))
      blocks.append(.why(reveal.why))
      blocks += reveal.levels.map { .item($0) }
    }
    if !picture.foot.isEmpty { blocks.append(.text(picture.foot)) }
    return blocks
  }

  private static func block(_ piece: RoomPiece) -> Block {
    switch piece {
    case .heading(let text): .question(text)
    case .text(let text): .text(text)
    case .narration(let text): .narration(text)
    case .speech(let name, let mood, let words): .speech(name: name, mood: mood, words: words)
    case .item(let text): .item(text)
    case .choice(let letter, let words, let isNoted):
      .option(key: letter, words: isNoted ? "\(words) (counted)" : words, isOpen: true)
    case .closed(let words): .text("Not now: \(words)")
    }
  }

  private static func line(_ row: RoomTally.Row) -> String {
    let before = row.before.map { "\($0) before" }
    let after = row.after.map { "\($0) after" }
    let counts = [before, after].compactMap { $0 }
    return "\(row.letter): \(counts.isEmpty ? "not counted" : counts.joined(separator: ", "))."
  }
}

extension String {
  /// "VOTE 1" as "Vote 1": capitals are spelled out by some screen readers.
  fileprivate var sentenceCased: String { prefix(1) + dropFirst().lowercased() }
}
