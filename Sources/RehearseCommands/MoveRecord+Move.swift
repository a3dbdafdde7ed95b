import JSONSyntax
import Records
import ScenarioEngine
import SourceText

extension MoveRecord {
  /// A move as records keep it: people by id, levels by dimension.
  init(_ move: Move, in scenario: Scenario) {
    switch move {
    case .chose(let moment, let reply):
      self = .chose(moment: moment, reply: reply)
    case .typed(let moment, let turn):
      self = .typed(
        TypedRecord(
          moment: moment,
          takenFor: turn.takenFor,
          rubricDigest: turn.rubricDigest,
          judgement: .object([
            JSONValue.Member("levels", turn.levels.json(scenario)),
            JSONValue.Member("held", turn.held.json(scenario)),
            JSONValue.Member("answersEarlier", .boolean(turn.answersEarlier)),
            JSONValue.Member("contested", .boolean(turn.contested)),
            JSONValue.Member("heard", JSONValue(parsing: turn.judgement)),
          ]),
          entries: .array(turn.entries.map { Carried.Entry($0, in: scenario).json }),
          text: turn.text
        )
      )
    }
  }

  /// The move, for play in a scenario.
  func move(in scenario: Scenario) -> Move {
    switch self {
    case .chose(let moment, let reply): return .chose(moment: moment, reply: reply)
    case .typed(let record):
      let judgement = record.judgement
      let entries: [JSONValue]
      if case .array(let list) = record.entries { entries = list } else { entries = [] }
      return .typed(
        moment: record.moment,
        TypedTurn(
          text: record.text,
          takenFor: record.takenFor,
          entries: entries.compactMap { Carried.Entry(json: $0)?.entry(in: scenario) },
          levels: Levels(judgement["levels"], scenario),
          held: Levels(judgement["held"], scenario),
          answersEarlier: judgement["answersEarlier"] == .boolean(true),
          contested: judgement["contested"] == .boolean(true),
          judgement: judgement["heard"].map(JSONWriter.compact) ?? "",
          rubricDigest: record.rubricDigest
        )
      )
    }
  }
}

extension Levels {
  fileprivate func json(_ scenario: Scenario) -> JSONValue {
    .object(
      scenario.notes.dimensions.enumerated().map { place, id in
        JSONValue.Member(id, self[place].map { .integer($0) } ?? .null)
      }
    )
  }

  fileprivate init(_ json: JSONValue?, _ scenario: Scenario) {
    self.init()
    for (place, id) in scenario.notes.dimensions.enumerated() {
      if case .integer(let level)? = json?[id], (1...4).contains(level) { self[place] = level }
    }
  }
}

extension JSONValue {
  /// Reads a text that this program wrote; null if it is not JSON after all.
  fileprivate init(parsing text: String) {
    let file = SourceFile(path: "judgement", bytes: Array(text.utf8))
    let document = JSONReader.read(file).document
    self = document.map { $0.value(of: $0.root) } ?? .null
  }
}
