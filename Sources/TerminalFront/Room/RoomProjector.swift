import ScenarioEngine
public import Terminal

/// A class on a projector, as a value: the class, the size of the screen, and what is only for now
/// (page, blank, timer, a line being typed).
public struct RoomProjector: Sendable {
  /// Something that lies over the class until the next key.
  enum Overlay: Hashable, Sendable {
    case keys
    case goTo
    case ledger
    case leave
  }

  /// A countdown; it never does anything but count.
  struct Countdown: Hashable, Sendable {
    var left: Int64
    /// When it was last started; absent while it stands.
    var since: Int64?

    func milliseconds(at now: Int64) -> Int64 {
      max(0, left - (since.map { now - $0 } ?? 0))
    }
  }

  /// The class.
  public private(set) var session: RoomSession
  /// The size of the screen.
  public var size: TerminalSize
  /// The ground of the screen.
  public private(set) var ground: Style.Ground
  /// Whether somebody left it.
  public private(set) var isLeft = false
  /// Whether the next talk of the case is to begin now.
  public private(set) var goesOn = false

  var page = 0
  var isBlank = false
  var hidesHints = false
  var overlay: Overlay?
  var editor: LineEditor?
  var countdown: Countdown?
  /// A sentence that stands until the next key.
  public var notice: String?

  /// Puts a class on a screen.
  public init(_ session: RoomSession, size: TerminalSize, ground: Style.Ground = .light) {
    self.session = session
    self.size = size
    self.ground = ground
  }

  // MARK: What is seen

  /// Whether free text is being typed.
  public var isTyping: Bool { editor != nil }

  /// The screen now.
  public func frame(at now: Int64) -> Frame {
    if isBlank { return RoomScreen.blank(size: size, ground: ground) }
    return RoomScreen.frame(
      picture,
      surroundings(at: now),
      page: page,
      size: size,
      ground: ground
    )
  }

  /// Milliseconds until the screen changes by itself; nothing while no countdown runs.
  public func nextChange(at now: Int64) -> Int? {
    guard let countdown, countdown.since != nil, !isBlank else { return nil }
    let left = countdown.milliseconds(at: now)
    return left == 0 ? nil : Int((left - 1) % 1_000) + 1
  }

  private var picture: RoomPicture {
    switch overlay {
    case .keys: .page(RoomKeys.page)
    case .goTo: .page(RoomKeys.goTo(session))
    case .ledger: .page(session.ledgerPage)
    case .leave:
      .page(
        RoomPage(
          label: "LEAVE?",
          head: [.heading("Leave the class? q again leaves.")],
          pieces: [.text("Everything is kept. Any other key stays.")]
        )
      )
    case nil: session.picture
    }
  }

  func surroundings(at now: Int64) -> RoomScreen.Surroundings {
    var around = RoomScreen.Surroundings()
    let stop = session.conversation.turnCount + (session.asks ? 1 : 0)
    let place = session.step > .frame && session.asks ? " \u{00B7} stop \(stop)" : ""
    around.title = session.scenario.notes.title + place
    around.timer = countdown.map { Self.clock($0.milliseconds(at: now)) }
    around.notice = notice ?? session.notice
    around.editor = editor
    if !hidesHints, editor == nil { around.hints = RoomKeys.hints(session, overlay: overlay) }
    if session.step == .testCard, overlay == nil {
      around.legibility = RoomWords.legibility(rows: size.rows, columns: size.columns)
    }
    return around
  }

  /// "1:30"; rounded up, so that it reads 0:00 only when the time is over.
  static func clock(_ milliseconds: Int64) -> String {
    if milliseconds == 0 { return "Time" }
    let seconds = (milliseconds + 999) / 1_000
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  private func pageCount(at now: Int64) -> Int {
    RoomScreen.pageCount(picture, surroundings(at: now), size: size)
  }

  // MARK: What is pressed

  /// Takes a key, and returns what to keep before the next frame is shown.
  public mutating func take(_ key: Key, at now: Int64) -> [RoomRecord] {
    notice = nil
    if isBlank {
      isBlank = false
      return []
    }
    if editor != nil { return type(key) }
    if let overlay { return take(key, over: overlay, at: now) }
    switch key {
    case .scalar(" "), .pageDown, .right, .enter: return forward(at: now)
    case .pageUp, .left, .scalar("<"):
      if page > 0 {
        page -= 1
        return []
      }
      return pass(.back)
    case .scalar("b"), .scalar("."):
      isBlank = true
      return []
    case .scalar("?"): return lay(.keys)
    case .scalar("g"): return lay(.goTo)
    case .scalar("l"): return lay(.ledger)
    case .scalar("q"): return session.isOver ? leave() : lay(.leave)
    case .scalar("h"): hidesHints.toggle()
    case .scalar("x"): swapGround()
    case .scalar("t"): toggleCountdown(at: now)
    case .scalar("T"): countdown = nil
    case .scalar("+"): addTime(30_000, at: now)
    case .scalar("-"): addTime(-30_000, at: now)
    case .scalar("f"):
      if session.asks, session.step.needsAnswers {
        editor = LineEditor(session.round.ours?.words ?? "")
      }
    default: return RoomKeys.command(for: key, in: session).map { pass($0) } ?? []
    }
    return []
  }

  /// Leaves at once, as when a signal asks for it.
  public mutating func leave() -> [RoomRecord] {
    isLeft = true
    return []
  }

  private mutating func lay(_ new: Overlay) -> [RoomRecord] {
    overlay = new
    page = 0
    return []
  }

  private mutating func forward(at now: Int64) -> [RoomRecord] {
    if session.counting != nil { return pass(.nextCount) }
    if page + 1 < pageCount(at: now) {
      page += 1
      return []
    }
    if session.isOver { return finish() }
    return pass(.next)
  }

  /// Leaves a class that is over, for the next talk where there is one.
  public mutating func finish() -> [RoomRecord] {
    goesOn = session.talk?.next != nil
    return leave()
  }

  /// Takes a command that was typed as a word.
  public mutating func pass(typed key: RoomKey) -> [RoomRecord] {
    notice = nil
    return pass(key)
  }

  /// The notes that go with the screen now.
  public func notes(at now: Int64, minutes: Int) -> String {
    RoomNotes.text(session, screen: frame(at: now), isBlank: isBlank, minutes: minutes)
  }

  /// Hands a command to the class, and shows the page that it leads to.
  mutating func pass(_ key: RoomKey) -> [RoomRecord] {
    let before = (session.step, session.card, session.conversation.turnCount)
    let records = session.take(key)
    if before != (session.step, session.card, session.conversation.turnCount) {
      page = 0
      if before.0 != session.step { countdown = nil }
    }
    if session.counting != nil {
      let around = surroundings(at: 0)
      page = RoomScreen.focusedPage(session.picture, around, size: size) ?? page
    }
    return records
  }

  private mutating func take(_ key: Key, over overlay: Overlay, at now: Int64) -> [RoomRecord] {
    let isForward = [.scalar(" "), .pageDown, .right].contains(key)
    if isForward, page + 1 < pageCount(at: now) {
      page += 1
      return []
    }
    self.overlay = nil
    page = 0
    switch overlay {
    case .leave: return key == .scalar("q") ? leave() : []
    case .goTo: return RoomKeys.target(of: key, in: session).map { pass($0) } ?? []
    case .keys, .ledger: return []
    }
  }

  private mutating func type(_ key: Key) -> [RoomRecord] {
    guard var editor else { return [] }
    switch key {
    case .enter:
      self.editor = nil
      return pass(editor.isEmpty ? .withdraw : .offer(editor.text))
    case .escape: self.editor = nil
    default:
      editor.handle(key)
      self.editor = editor
    }
    return []
  }

  private mutating func swapGround() {
    switch ground {
    case .light: ground = .dark
    case .dark: ground = .paper
    case .paper: ground = .light
    }
  }

  // MARK: The countdown

  private mutating func toggleCountdown(at now: Int64) {
    guard let running = countdown, running.milliseconds(at: now) > 0 else {
      countdown = Countdown(left: Int64(session.step.seconds) * 1_000, since: now)
      return
    }
    countdown = Countdown(
      left: running.milliseconds(at: now),
      since: running.since == nil ? now : nil
    )
  }

  private mutating func addTime(_ milliseconds: Int64, at now: Int64) {
    guard let running = countdown else { return }
    countdown = Countdown(
      left: max(0, running.milliseconds(at: now) + milliseconds),
      since: running.since == nil ? nil : now
    )
  }
}
