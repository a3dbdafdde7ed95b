/// A text with places for state to be named in it: a run of ``TextPiece``s.
public struct Template: Hashable, Sendable {
  /// The pieces, in order.
  package let pieces: TableRange<TextPiece>

  package init(pieces: TableRange<TextPiece>) { self.pieces = pieces }
}

/// A part of a text.
public enum TextPiece: Hashable, Sendable {
  /// Bytes of the scenario's pool of text, written as they are.
  case literal(start: Int32, count: Int32)
  /// The present value of a declared piece of state.
  case value(SlotIndex)
}

/// A person of the cast.
public struct CastMember: Hashable, Sendable {
  /// The id that replies and records use.
  public let id: String
  /// The name that screens use.
  public let name: String
  /// What this person is in the child's life.
  public let role: Role
  /// Which caregiver, for a caregiver.
  public let kind: CaregiverKind?
  /// One line about them, for the worker.
  public let about: String

  package init(id: String, name: String, role: Role, kind: CaregiverKind?, about: String) {
    self.id = id
    self.name = name
    self.role = role
    self.kind = kind
    self.about = about
  }
}

/// Something said, or narrated when nobody says it.
public struct Line: Hashable, Sendable {
  /// Who says it; nobody for narration.
  public let by: CastIndex?
  /// The words.
  public let text: Template
  /// How it is said, a word or two for the screen.
  public let mood: String?
  /// When it is said; always, if absent.
  package let condition: ConditionIndex?

  package init(by: CastIndex?, text: Template, mood: String?, condition: ConditionIndex?) {
    self.by = by
    self.text = text
    self.mood = mood
    self.condition = condition
  }
}

/// One place in a list of lines: a line, or several of which one is drawn.
package struct LineItem: Hashable, Sendable {
  package let condition: ConditionIndex?
  package let lines: TableRange<Line>
  /// The place of the draw, a hash of its name; see ``Chance``.
  package let place: UInt64

  package init(condition: ConditionIndex?, lines: TableRange<Line>, place: UInt64) {
    self.condition = condition
    self.lines = lines
    self.place = place
  }
}

/// Where to go, and when.
package struct Route: Hashable, Sendable {
  package let condition: ConditionIndex?
  package let moment: MomentIndex

  package init(condition: ConditionIndex?, moment: MomentIndex) {
    self.condition = condition
    self.moment = moment
  }
}

/// One stop on the way, as far as play needs it; its words are in ``MomentNotes``.
public struct Moment: Hashable, Sendable {
  /// What follows the lines.
  package enum Exit: Hashable, Sendable {
    case replies(TableRange<Reply>, otherwise: TableRange<Route>)
    case next(TableRange<Route>)
    case ending(EndingIndex)
  }

  /// Whom the worker is talking to.
  public let listener: CastIndex
  /// The listener and everybody present: what is told here, they all hear.
  public let hearers: CastSet
  package let lines: TableRange<LineItem>
  package let exit: Exit
  /// A hash of the id, for draws.
  package let hash: UInt64
  /// The fact that this moment was seen, when some condition reads it.
  package let seen: FactIndex?
  /// Whether any draw of this moment needs to know how often it was visited.
  package let draws: Bool

  package init(
    listener: CastIndex,
    hearers: CastSet,
    lines: TableRange<LineItem>,
    exit: Exit,
    hash: UInt64,
    seen: FactIndex?,
    draws: Bool
  ) {
    self.listener = listener
    self.hearers = hearers
    self.lines = lines
    self.exit = exit
    self.hash = hash
    self.seen = seen
    self.draws = draws
  }
}

/// What a moment says to the people around the conversation.
public struct MomentNotes: Hashable, Sendable {
  /// The id.
  public let id: String
  /// The question put to the worker.
  public let ask: Template?
  /// What a room may talk about before it decides.
  public let discuss: Template?
  /// A nudge that does not give the answer away.
  public let hint: Template?
  /// For the facilitator only.
  public let notes: Template?
  /// What the last line directly asks, in the rubric's words.
  public let asked: [String]
  /// What this turn has to contain, in the rubric's words.
  public let must: [String]

  package init(
    id: String,
    ask: Template?,
    discuss: Template?,
    hint: Template?,
    notes: Template?,
    asked: [String],
    must: [String]
  ) {
    self.id = id
    self.ask = ask
    self.discuss = discuss
    self.hint = hint
    self.notes = notes
    self.asked = asked
    self.must = must
  }
}

/// One thing the worker could say, as far as play needs it; its words are in ``ReplyNotes``.
public struct Reply: Hashable, Sendable {
  /// The moment it answers.
  public let moment: MomentIndex
  /// The words.
  public let say: Template
  /// The author's key.
  public let rates: Levels
  package let condition: ConditionIndex?
  /// The fact that this was said, when a condition or `once` reads it.
  package let said: FactIndex?
  package let once: Bool
  /// What stands greyed in its place while its condition fails.
  package let locked: Template?
  package let reaction: TableRange<LineItem>
  package let effects: TableRange<Effect>
  package let routes: TableRange<Route>
  package let deeds: TableRange<Deed>
  /// A hash of the id, for the order in which replies are shown.
  package let hash: UInt64

  package init(
    moment: MomentIndex,
    say: Template,
    rates: Levels,
    condition: ConditionIndex?,
    said: FactIndex?,
    once: Bool,
    locked: Template?,
    reaction: TableRange<LineItem>,
    effects: TableRange<Effect>,
    routes: TableRange<Route>,
    deeds: TableRange<Deed>,
    hash: UInt64
  ) {
    self.moment = moment
    self.say = say
    self.rates = rates
    self.condition = condition
    self.said = said
    self.once = once
    self.locked = locked
    self.reaction = reaction
    self.effects = effects
    self.routes = routes
    self.deeds = deeds
    self.hash = hash
  }
}

/// What an author says about a reply.
public struct ReplyNotes: Hashable, Sendable {
  /// The id, unique within its moment.
  public let id: String
  /// What it does to this person and the plan, for the trainee.
  public let why: Template
  /// What the listener takes away, unsaid.
  public let heard: Template

  package init(id: String, why: Template, heard: Template) {
    self.id = id
    self.why = why
    self.heard = heard
  }
}

/// A change of state that a reply makes.
package enum Effect: Hashable, Sendable {
  case add(SlotIndex, Int32)
  case set(SlotIndex, Int32)
}

/// A declared piece of state.
public struct Slot: Hashable, Sendable {
  /// What a piece of state may hold.
  public enum Kind: Hashable, Sendable {
    /// A whole number, clamped to the range.
    case number(ClosedRange<Int32>)
    /// One of the declared texts.
    case text([String])
    /// True or false.
    case flag
  }

  /// The name.
  public let name: String
  /// What it may hold.
  public let kind: Kind
  /// The value at the start: the number, the place of the text, or 0 and 1.
  public let start: Int32
  /// Whose it is, such as whose trust.
  public let of: CastIndex?
  /// Whether a trainee may see it.
  public let shown: Bool

  package init(name: String, kind: Kind, start: Int32, of: CastIndex?, shown: Bool) {
    self.name = name
    self.kind = kind
    self.start = start
    self.of = of
    self.shown = shown
  }

  /// The range of raw values.
  public var range: ClosedRange<Int32> {
    switch kind {
    case .number(let range): range
    case .text(let values): 0...Int32(values.count - 1)
    case .flag: 0...1
    }
  }

  /// How a raw value reads.
  public func text(of value: Int32) -> String {
    switch kind {
    case .number: String(value)
    case .text(let values): values[Int(value)]
    case .flag: value == 0 ? "false" : "true"
    }
  }
}

/// How it comes out.
public struct Ending: Hashable, Sendable {
  /// A few words.
  public let title: Template
  /// What the worker is left with.
  public let text: Template
  /// Which way it went.
  public let kind: EndingKind

  package init(title: Template, text: Template, kind: EndingKind) {
    self.title = title
    self.text = text
    self.kind = kind
  }
}
