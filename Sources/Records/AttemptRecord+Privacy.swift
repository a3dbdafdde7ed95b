import JSONSyntax

extension AttemptRecord {
  /// The record without the words the trainee typed.
  ///
  /// Judgements and ledger entries quote; every text in them that repeats the typed words is
  /// emptied, so that what the trainee did not agree to keep cannot come in by another door.
  var withoutTypedText: AttemptRecord {
    switch self {
    case .began(let attempt, var beginning):
      // A ledger carried from an earlier talk quotes what was typed there.
      if let talk = beginning.talk {
        beginning.talk?.carried = TypedWords("").removed(from: talk.carried)
      }
      return .began(attempt: attempt, beginning)
    case .moved(.typed(var turn)):
      let typed = TypedWords(turn.text ?? "")
      turn.judgement = typed.removed(from: turn.judgement)
      turn.entries = typed.removed(from: turn.entries)
      turn.text = nil
      return .moved(.typed(turn))
    case .planned(var plan):
      plan.text = nil
      return .planned(plan)
    default: return self
    }
  }
}

private struct TypedWords {
  let words: [Substring]
  let runs: Set<[Substring]>

  /// This many of the trainee's words in a row are taken for a quotation.
  static let run = 3
  /// Under these keys there are only words that somebody said.
  static let quotingKeys: Set<String> = ["quotation", "quote", "text", "words"]

  init(_ text: String) {
    words = TypedWords.split(text.lowercased())
    runs = TypedWords.runs(of: words)
  }

  func removed(from value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): .string(repeats(text) ? "" : text)
    case .array(let values): .array(values.map(removed(from:)))
    case .object(let members):
      .object(
        members.map { member in
          if TypedWords.quotingKeys.contains(member.key), member.value.text != nil {
            return .init(member.key, .string(""))
          }
          return .init(member.key, removed(from: member.value))
        }
      )
    case .null, .boolean, .integer, .number: value
    }
  }

  private func repeats(_ text: String) -> Bool {
    guard !TypedWords.isName(text) else { return false }
    let others = TypedWords.split(text.lowercased())
    if others.count >= TypedWords.run { return !TypedWords.runs(of: others).isDisjoint(with: runs) }
    guard let first = others.first else { return false }
    return words.indices.contains { start in
      words[start] == first && words[start...].starts(with: others)
    }
  }

  /// Whether a text is an id or a code of ours; it stays, also when the trainee used that word.
  private static func isName(_ text: String) -> Bool {
    let isID = text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    return isID || text.utf8.count <= 4 && text.utf8.contains { $0 < UInt8(ascii: "A") }
  }

  private static func split(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }

  private static func runs(of words: [Substring]) -> Set<[Substring]> {
    guard words.count >= run else { return [] }
    return Set((0...(words.count - run)).map { Array(words[$0..<($0 + run)]) })
  }
}
