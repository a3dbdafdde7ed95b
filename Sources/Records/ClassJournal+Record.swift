import JSONSyntax

/// One thing that is kept of a class: counts and steps, never a name.
public enum ClassRecord: Hashable, Sendable {
  /// A class began.
  case began(ClassBeginning)
  /// The class went to a step and one of its cards.
  case went(step: String, card: Int)
  /// A line on the ballot was counted, or its count taken away.
  case counted(vote: Int, moment: String, choice: String, count: Int?)
  /// How many are in the room.
  case people(Int?)
  /// The room put a line of its own on the ballot; its words only where the room said yes.
  case offered(words: String?, keep: String?, change: String?)
  /// The room's own line was taken off.
  case withdrew
  /// The story went on along a reply.
  case wentOn(moment: String, reply: String)
  /// The story went back to where a turn began.
  case rewound(turn: Int)
  /// The last thing was taken back.
  case undid
  /// The class came to its close.
  case closed
}

/// What a class began with.
public struct ClassBeginning: Hashable, Sendable {
  /// The scenario.
  public var scenario: String
  /// Its title then.
  public var title: String
  /// The digest of its file and facts.
  public var digest: String
  /// The path of its file; absent for one that came with the program.
  public var path: String?
  /// The seed of every draw.
  public var seed: UInt64
  /// Whether the room said yes to keeping its own line.
  public var keepsWords: Bool
  /// Which talk of a case this is, and what was carried into it.
  public var talk: Beginning.CaseTalk?
  /// The class that played the talk before, in the same case.
  public var follows: String?

  /// Creates a beginning.
  public init(
    scenario: String,
    title: String,
    digest: String,
    path: String?,
    seed: UInt64,
    keepsWords: Bool,
    talk: Beginning.CaseTalk? = nil,
    follows: String? = nil
  ) {
    self.scenario = scenario
    self.title = title
    self.digest = digest
    self.path = path
    self.seed = seed
    self.keepsWords = keepsWords
    self.talk = talk
    self.follows = follows
  }
}

/// One record of a class, and when it was made.
public struct ClassEntry: Hashable, Sendable {
  /// Its place among the records, from 0.
  public var sequence: Int
  /// The wall clock, in milliseconds since 1970.
  public var at: Int64
  /// What happened.
  public var record: ClassRecord

  static let version = 1

  var text: [UInt8] {
    let envelope: [JSONValue.Member] = [
      .init("v", .integer(Self.version)), .init("seq", .integer(sequence)),
      .init("at", .integer(Int(at))), .init("kind", .string(record.kind)),
    ]
    return Array(JSONWriter.compact(.object(envelope + record.members)).utf8)
  }
}

extension ClassRecord {
  var kind: String {
    switch self {
    case .began: "class-began"
    case .went: "went"
    case .counted: "counted"
    case .people: "people"
    case .offered: "offered"
    case .withdrew: "withdrew"
    case .wentOn: "went-on"
    case .rewound: "rewound"
    case .undid: "undid"
    case .closed: "closed"
    }
  }

  /// What a line holds beside its kind; keys of what is absent are left out.
  var members: [JSONValue.Member] {
    switch self {
    case .began(let beginning):
      [
        .init("scenario", .string(beginning.scenario)), .init("title", .string(beginning.title)),
        .init("digest", .string(beginning.digest)), .init("seed", .string(String(beginning.seed))),
        .init("keepsWords", .boolean(beginning.keepsWords)),
      ] + text("path", beginning.path)
        + (beginning.talk.map { [.init("case", $0.json)] } ?? [])
        + text("follows", beginning.follows)
    case .went(let step, let card):
      [.init("step", .string(step)), .init("card", .integer(card))]
    case .counted(let vote, let moment, let choice, let count):
      [
        .init("vote", .integer(vote)), .init("moment", .string(moment)),
        .init("choice", .string(choice)),
      ] + number("count", count)
    case .people(let count): number("count", count)
    case .offered(let words, let keep, let change):
      text("words", words) + text("keep", keep) + text("change", change)
    case .wentOn(let moment, let reply):
      [.init("moment", .string(moment)), .init("reply", .string(reply))]
    case .rewound(let turn): [.init("turn", .integer(turn))]
    case .withdrew, .undid, .closed: []
    }
  }

  private func text(_ key: String, _ value: String?) -> [JSONValue.Member] {
    value.map { [.init(key, .string($0))] } ?? []
  }

  private func number(_ key: String, _ value: Int?) -> [JSONValue.Member] {
    value.map { [.init(key, .integer($0))] } ?? []
  }

  init?(kind: String, _ json: JSONValue) {
    switch kind {
    case "class-began":
      guard let scenario = json["scenario"]?.text, let title = json["title"]?.text,
        let digest = json["digest"]?.text, let seed = json["seed"]?.text.flatMap({ UInt64($0) })
      else { return nil }
      self = .began(
        ClassBeginning(
          scenario: scenario,
          title: title,
          digest: digest,
          path: json["path"]?.text,
          seed: seed,
          keepsWords: json["keepsWords"] == .boolean(true),
          talk: json["case"].flatMap { Beginning.CaseTalk($0) },
          follows: json["follows"]?.text
        )
      )
    case "went":
      guard let step = json["step"]?.text, let card = json["card"]?.whole else { return nil }
      self = .went(step: step, card: card)
    case "counted":
      guard let vote = json["vote"]?.whole, let moment = json["moment"]?.text,
        let choice = json["choice"]?.text
      else { return nil }
      self = .counted(vote: vote, moment: moment, choice: choice, count: json["count"]?.whole)
    case "people": self = .people(json["count"]?.whole)
    case "offered":
      self = .offered(
        words: json["words"]?.text,
        keep: json["keep"]?.text,
        change: json["change"]?.text
      )
    case "withdrew": self = .withdrew
    case "went-on":
      guard let moment = json["moment"]?.text, let reply = json["reply"]?.text else { return nil }
      self = .wentOn(moment: moment, reply: reply)
    case "rewound":
      guard let turn = json["turn"]?.whole else { return nil }
      self = .rewound(turn: turn)
    case "undid": self = .undid
    case "closed": self = .closed
    default: return nil
    }
  }
}
