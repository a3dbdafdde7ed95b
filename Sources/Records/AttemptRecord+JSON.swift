import JSONSyntax

// Keys of what is absent are left out, so that old files stay readable as kinds gain keys.

extension AttemptRecord {
  /// The word a line says its kind with.
  var kind: String {
    switch self {
    case .began: "began"
    case .moved: "moved"
    case .undid: "undid"
    case .markedPractice: "marked-practice"
    case .consented: "consented"
    case .rated: "rated"
    case .ended: "ended"
    case .planned: "planned"
    case .left: "left"
    case .mended: "mended"
    }
  }

  /// What a line holds beside its kind.
  var members: [JSONValue.Member] {
    switch self {
    case .began(let attempt, let beginning):
      [.init("attempt", .string(attempt))] + beginning.members
    case .moved(let move): move.members
    case .undid, .markedPractice, .left: []
    case .consented(let keeps): [.init("keepsTypedText", .boolean(keeps))]
    case .rated(let ratings):
      [
        .init(
          "ratings",
          .array(
            ratings.map { rating in
              [
                "dimension": .string(rating.dimension),
                "level": rating.level.map { .integer($0) } ?? .null,
              ]
            }
          )
        )
      ]
    case .ended(let ending):
      [
        .init("moment", .string(ending.moment)),
        .init("title", .string(ending.title)),
        .init("verdict", .string(ending.verdict)),
        .init("levels", ending.levels),
      ]
    case .planned(let plan):
      [.init("due", .integer(Int(plan.due)))]
        + (plan.text.map { [.init("text", .string($0))] } ?? [])
    case .mended(let count): [.init("keeping", .integer(count))]
    }
  }

  /// The kinds there are.
  static let kinds: Set<String> = [
    "began", "moved", "undid", "marked-practice", "consented", "rated", "ended", "planned", "left",
    "mended",
  ]

  /// Reads a record back; nothing when it is not of this kind's form.
  init?(kind: String, _ json: JSONValue) {
    switch kind {
    case "began":
      guard let attempt = json["attempt"]?.text, let beginning = Beginning(json) else { return nil }
      self = .began(attempt: attempt, beginning)
    case "moved":
      guard let move = MoveRecord(json) else { return nil }
      self = .moved(move)
    case "undid": self = .undid
    case "marked-practice": self = .markedPractice
    case "left": self = .left
    case "consented":
      guard let keeps = json["keepsTypedText"]?.truth else { return nil }
      self = .consented(keepsTypedText: keeps)
    case "rated":
      guard let ratings = json["ratings"]?.list?.allMapped({ SelfRating($0) }) else { return nil }
      self = .rated(ratings)
    case "ended":
      guard let moment = json["moment"]?.text, let title = json["title"]?.text,
        let verdict = json["verdict"]?.text, let levels = json["levels"]
      else { return nil }
      self = .ended(EndingRecord(moment: moment, title: title, verdict: verdict, levels: levels))
    case "planned":
      guard let due = json["due"]?.whole else { return nil }
      self = .planned(PlanRecord(text: json["text"]?.text, due: Int64(due)))
    case "mended":
      guard let count = json["keeping"]?.whole, count >= 0 else { return nil }
      self = .mended(keeping: count)
    default: return nil
    }
  }
}

extension Beginning {
  fileprivate var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("scenario", .string(scenario)),
      .init("title", .string(title)),
      .init("digest", .string(digest)),
    ]
    // A scenario that came with the program has no path of its own.
    if case .file(let path) = source { members.append(.init("path", .string(path))) }
    members += [
      // Many readers of JSON keep only 53 bits of a number.
      .init("seed", .string(String(seed))),
      .init("mode", .string(mode.rawValue)),
      .init("rubric", .string(rubric)),
      .init("rubricDigest", .string(rubricDigest)),
      .init("order", .string(order)),
    ]
    if !facts.isEmpty {
      let pairs = facts.map { JSONValue.array([.string($0.key), .string($0.value)]) }
      members.append(.init("facts", .array(pairs)))
    }
    if let talk { members.append(.init("case", talk.json)) }
    if let branch {
      members.append(
        .init(
          "branchOf",
          ["attempt": .string(branch.attempt), "moves": .integer(branch.moves)]
        )
      )
    }
    members.append(.init("practice", .boolean(isPractice)))
    members.append(.init("keepsTypedText", .boolean(keepsTypedText)))
    return members
  }

  fileprivate init?(_ json: JSONValue) {
    guard let scenario = json["scenario"]?.text, let title = json["title"]?.text,
      let digest = json["digest"]?.text, let seed = json["seed"]?.text.flatMap({ UInt64($0) }),
      let mode = json["mode"]?.text.flatMap({ AttemptMode(rawValue: $0) }),
      let rubric = json["rubric"]?.text, let rubricDigest = json["rubricDigest"]?.text,
      let order = json["order"]?.text, let isPractice = json["practice"]?.truth,
      let keepsTypedText = json["keepsTypedText"]?.truth
    else { return nil }
    self.init(
      scenario: scenario,
      title: title,
      digest: digest,
      source: .shipped,
      seed: seed,
      mode: mode,
      rubric: rubric,
      rubricDigest: rubricDigest,
      order: order,
      isPractice: isPractice,
      keepsTypedText: keepsTypedText
    )
    if let value = json["path"] {
      guard let path = value.text else { return nil }
      source = .file(path)
    }
    if let value = json["facts"] {
      guard let facts = value.list?.allMapped({ Fact($0) }) else { return nil }
      self.facts = facts
    }
    if let value = json["case"] {
      guard let talk = CaseTalk(value) else { return nil }
      self.talk = talk
    }
    if let value = json["branchOf"] {
      guard let attempt = value["attempt"]?.text, let moves = value["moves"]?.whole,
        moves >= 0
      else {
        return nil
      }
      branch = Branch(attempt: attempt, moves: moves)
    }
  }
}

extension Beginning.CaseTalk {
  var json: JSONValue {
    ["id": .string(id), "index": .integer(index), "carried": carried]
  }

  init?(_ json: JSONValue) {
    guard let id = json["id"]?.text, let index = json["index"]?.whole, index >= 0,
      let carried = json["carried"]
    else { return nil }
    self.init(id: id, index: index, carried: carried)
  }
}

extension Beginning.Fact {
  fileprivate init?(_ json: JSONValue) {
    guard let pair = json.list, pair.count == 2, let key = pair[0].text, let value = pair[1].text
    else { return nil }
    self.init(key, value)
  }
}

extension MoveRecord {
  fileprivate var members: [JSONValue.Member] {
    switch self {
    case .chose(let moment, let reply):
      return [.init("moment", .string(moment)), .init("chose", .string(reply))]
    case .typed(let turn):
      var members: [JSONValue.Member] = [
        .init("moment", .string(turn.moment)),
        .init("takenFor", .string(turn.takenFor)),
        .init("rubricDigest", .string(turn.rubricDigest)),
        .init("judgement", turn.judgement),
        .init("entries", turn.entries),
      ]
      if let text = turn.text { members.append(.init("text", .string(text))) }
      return members
    }
  }

  fileprivate init?(_ json: JSONValue) {
    guard let moment = json["moment"]?.text else { return nil }
    if let reply = json["chose"]?.text {
      self = .chose(moment: moment, reply: reply)
      return
    }
    guard let takenFor = json["takenFor"]?.text, let digest = json["rubricDigest"]?.text,
      let judgement = json["judgement"], let entries = json["entries"]
    else { return nil }
    self = .typed(
      TypedRecord(
        moment: moment,
        takenFor: takenFor,
        rubricDigest: digest,
        judgement: judgement,
        entries: entries,
        text: json["text"]?.text
      )
    )
  }
}

extension SelfRating {
  fileprivate init?(_ json: JSONValue) {
    guard let dimension = json["dimension"]?.text, let level = json["level"] else { return nil }
    switch level {
    case .null: self.init(dimension: dimension, level: nil)
    case .integer(let value): self.init(dimension: dimension, level: value)
    default: return nil
    }
  }
}

extension JSONValue {
  var text: String? { if case .string(let value) = self { value } else { nil } }
  var whole: Int? { if case .integer(let value) = self { value } else { nil } }
  fileprivate var truth: Bool? { if case .boolean(let value) = self { value } else { nil } }
  fileprivate var list: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
}

extension Array {
  /// The mapped elements, or nothing when one of them cannot be mapped.
  fileprivate func allMapped<Value>(_ transform: (Element) -> Value?) -> [Value]? {
    let values = compactMap(transform)
    return values.count == count ? values : nil
  }
}
