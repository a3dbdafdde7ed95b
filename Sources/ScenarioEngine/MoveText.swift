/// Chosen moves as text: a seed, then one `moment/reply` a line.
///
/// This is how a path is handed from one person to another, or to a test: short, readable, and free of
/// positions, so that it still fits when a moment is added elsewhere. Typed words have no place in it.
public enum MoveText {
  /// Writes the seed and the moves of a conversation as UTF-8; `nil` if any of them was typed.
  public static func write(_ conversation: Conversation) -> [UInt8]? {
    let scenario = conversation.scenario
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24 + conversation.turnCount * 24)
    bytes.append(contentsOf: String(conversation.seed).utf8)
    bytes.append(UInt8(ascii: "\n"))
    var typed = false
    conversation.forEachMove { reply, isTyped in
      typed = typed || isTyped
      bytes.append(contentsOf: scenario.id(of: scenario.reply(reply).moment).utf8)
      bytes.append(UInt8(ascii: "/"))
      bytes.append(contentsOf: scenario.id(of: reply).utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return typed ? nil : bytes
  }

  /// Reads a seed and moves; `nil` if the text is not of this form.
  public static func read(_ bytes: [UInt8]) -> (seed: UInt64, moves: [Move])? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, let seed = UInt64(String(decoding: first, as: UTF8.self)) else {
      return nil
    }
    var moves: [Move] = []
    moves.reserveCapacity(lines.count - 1)
    for line in lines.dropFirst() {
      guard let slash = line.firstIndex(of: UInt8(ascii: "/")) else { return nil }
      moves.append(
        .chose(
          moment: String(decoding: line[..<slash], as: UTF8.self),
          reply: String(decoding: line[(slash + 1)...], as: UTF8.self)
        )
      )
    }
    return (seed, moves)
  }
}

extension Conversation {
  func forEachMove(_ body: (_ reply: ReplyIndex, _ isTyped: Bool) -> Void) {
    for move in played { body(move.reply, move.typed >= 0) }
  }
}
