/// What is asked for now, apart from what was told before it.
struct LiveQuestion: Hashable, Sendable {
  /// One of several things that may be chosen.
  struct Choice: Hashable, Sendable {
    let key: String
    let words: String
    let isOpen: Bool
  }

  var prompt: Prompt
  var scene: Scene?
  /// Shown state, in words.
  var shown: [String] = []
  /// The question, hints and the like.
  var lead: [Block] = []
  var choices: [Choice] = []

  init(_ prompt: Prompt, scene: Scene?, blocks: some Sequence<Block> = []) {
    self.prompt = prompt
    self.scene = scene
    for block in blocks {
      switch block {
      case .shown(let text): shown.append(text)
      case .option(let key, let words, let isOpen):
        choices.append(Choice(key: key, words: words, isOpen: isOpen))
      default: lead.append(block)
      }
    }
  }

  /// Whether one key is enough to choose.
  var choosesAtOnce: Bool {
    (prompt.kind == .choice || prompt.kind == .way) && (1...9).contains(choices.count)
  }

  /// Where in some blocks the question begins that they end with; `nil` if they only tell.
  static func start(in blocks: [Block]) -> Int? {
    let lastTold = blocks.lastIndex { $0.isTold } ?? -1
    let tail = blocks[(lastTold + 1)...]
    var start =
      tail.firstIndex { if case .question = $0 { true } else { false } }
      ?? tail.firstIndex { if case .option = $0 { true } else { false } }
    while let place = start, place > blocks.startIndex, case .shown = blocks[place - 1] {
      start = place - 1
    }
    return start
  }
}

extension Block {
  /// Whether it belongs to the conversation or the debrief, and never to a question.
  fileprivate var isTold: Bool {
    switch self {
    case .title, .section, .narration, .speech, .you, .heard: true
    default: false
    }
  }
}
