import Terminal

/// Somebody's practice on a screen, as a value: what was told, what is asked, what is being typed.
///
/// It shows the same blocks as the line renderer and gives back the same lines. Feed it keys, ask it to
/// paint, and do what it answers; it knows no terminal.
public struct PracticeScreen: Sendable {
  /// Where it paints.
  public enum Manner: Sendable {
    /// Below what is there already; what was told stays in the scrollback.
    case inline
    /// On a screen of its own, over which the conversation scrolls.
    case full
  }

  /// What a key led to.
  public enum Answer: Hashable, Sendable {
    /// This was answered; `atOnce` if no Enter was needed.
    case line(String, atOnce: Bool)
    /// Nothing more will come.
    case endOfInput
    /// The text is to be edited in the person's own editor, and then given to `edited`.
    case editor(String)
    /// The screen is to be painted anew.
    case repaint
  }

  enum Focus: Hashable, Sendable {
    case field
    case choice(Int)
  }

  let manner: Manner
  /// Shown since the last question and not given their place yet.
  var pending: [Block] = []
  /// Told, but not read yet.
  var unread: [Block] = []
  /// All that was told and read; only a screen of its own needs it.
  var told: [Block] = []
  var live: LiveQuestion?
  /// The question that an aside comes back to.
  var talk: LiveQuestion?
  /// Something said about the question, which goes when the next thing is done.
  var notice: [Block] = []
  var title = ""
  var moods: [String: String] = [:]

  var focus = Focus.field
  var editor = LineEditor()
  var submitted = ""
  /// What was last typed as one's own words to the person.
  var said = ""
  var isControlX = false
  /// Which page of what is being read, or of the choices.
  var page = 0
  /// How many pages there were when it was last painted.
  var pages = 1
  /// The choices that were on the page that was last painted.
  var visibleChoices = 0..<0
  var isReading = false
  /// Whether what is unread was gone through and may take its place.
  var wasRead = false
  /// Rows the question may take without pushing away what was told just before it.
  var budget: Int?
  var size: TerminalSize?
  /// Rows that the conversation is scrolled back.
  var scroll = 0
  var lastWasBlank = true

  /// Makes a screen on which nothing was told yet.
  public init(manner: Manner) { self.manner = manner }

  /// Whether anything was told that is not printed yet.
  public var isEmpty: Bool { pending.isEmpty && unread.isEmpty }

  /// Whether words are being typed, so that pastes are to be marked.
  public var takesText: Bool { live != nil && !isReading }

  /// Tells something.
  public mutating func show(_ blocks: [Block]) {
    for case .title(let text) in blocks { title = text }
    // How somebody is lasts until they speak again; of one step, the last mood that was given.
    for case .speech(let name, _, _) in blocks { moods[name] = nil }
    for case .speech(let name, let mood?, _) in blocks { moods[name] = mood }
    pending += blocks
  }

  /// Asks something; what was shown since the last question leads to it.
  ///
  /// What is half typed stays if `keepingText`, as when the question before was not answered.
  public mutating func ask(_ prompt: Prompt, scene: Scene? = nil, keepingText: Bool = false) {
    let typed = editor
    defer {
      pending = []
      submitted = ""
      if keepingText { editor = typed }
    }
    if let scene { title = scene.title }
    let saidAnew = scene?.isAside == true && !said.isEmpty && submitted == said
    if let live, live.prompt == prompt, live.scene == scene, !hasQuestion, !saidAnew {
      // The question stands; this was said about the answer, or shows its choices.
      remark(on: prompt)
    } else if scene?.isAside == true {
      askAside(prompt, scene: scene)
    } else if let talk, talk.prompt == prompt, talk.scene == scene, !hasQuestion {
      // Back from an aside: the talk is where it was.
      live = talk
      remark(on: prompt)
    } else {
      let start = LiveQuestion.start(in: pending) ?? pending.endIndex
      let question = LiveQuestion(prompt, scene: scene, blocks: pending[start...])
      talk = question
      begin(question, after: pending[..<start])
    }
  }

  /// Whether what is pending asks or tells anew, and is more than a remark.
  private var hasQuestion: Bool {
    pending.contains {
      switch $0 {
      case .question, .narration, .speech, .you, .title: true
      default: false
      }
    }
  }

  private mutating func remark(on prompt: Prompt) {
    let choices = LiveQuestion(prompt, scene: nil, blocks: pending).choices
    if !choices.isEmpty { live?.choices = choices }
    notice = pending.filter {
      if case .option = $0 { false } else { $0 != .gap }
    }
    page = 0
    if submitted.count > 20, editor.isEmpty { editor = LineEditor(submitted) }
  }

  /// Asks about words that were typed: they stand above it, and nothing of it is part of the talk.
  private mutating func askAside(_ prompt: Prompt, scene: Scene?) {
    var aside = LiveQuestion(prompt, scene: scene, blocks: pending)
    if !said.isEmpty { aside.lead.insert(.you(said), at: 0) }
    aside.shown = talk?.shown ?? []
    if prompt.kind == .way, aside.choices.isEmpty { aside.choices = talk?.choices ?? [] }
    begin(aside, after: [])
  }

  private mutating func begin(_ question: LiveQuestion, after blocks: ArraySlice<Block>) {
    live = question
    unread += blocks
    wasRead = false
    notice = []
    focus = .field
    editor = LineEditor()
    page = 0
    scroll = 0
    budget = nil
  }

  /// Takes back what came out of the person's own editor.
  public mutating func edited(_ text: String) {
    var text = text[...]
    while text.last?.isNewline == true { text.removeLast() }
    editor = LineEditor(String(text))
  }

  /// Says something about the question, such as why a key did not work.
  public mutating func remark(_ text: String) {
    notice = [.text(text)]
    page = 0
  }
}
