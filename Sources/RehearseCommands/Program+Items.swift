import Authoring
import JSONSyntax
import Records
import ScenarioEngine
import TerminalFront

extension Program {
  /// Says how the moments of a scenario did in the plays recorded on this computer.
  func items(_ arguments: Arguments) -> ExitStatus {
    withScenario(arguments.operands[0]) { playable in
      do throws(JournalError) {
        let report = try ItemReport(
          playable.scenario,
          attempts: AttemptStore(host: host),
          classes: ClassStore(host: host),
          onlyThisVersion: arguments.has("--this-version")
        )
        if arguments.has("--json") { printJSON(report.json) } else { console.show(report.blocks) }
        return .done
      } catch {
        console.complain(error.explanation)
        return .failed
      }
    }
  }
}

/// What the journals of this computer tell of a scenario's moments.
private struct ItemReport {
  /// Votes of classes on one moment; nobody knows whose, so they are counts and no more.
  private struct Votes {
    /// Voices in all first votes, by the id of the choice.
    var first: [String: Int] = [:]
    var second: [String: Int] = [:]
    /// How many times a room counted here.
    var rooms = 0
  }

  private let scenario: Scenario
  private let statistics: ItemStatistics
  private var votes: [MomentIndex: Votes] = [:]
  /// Finished plays that count nothing, because something was taken back.
  private var practice = 0
  /// Plays that were left before the end.
  private var unfinished = 0
  /// Plays among those counted that were of other words or facts.
  private var otherVersions = 0

  init(
    _ scenario: Scenario,
    attempts: AttemptStore,
    classes: ClassStore,
    onlyThisVersion: Bool
  ) throws(JournalError) {
    self.scenario = scenario
    let notes = scenario.notes
    var plays: [ItemStatistics.Play] = []
    // The oldest first, so that the order of equal plays is that of their days.
    for attempt in try attempts.list().attempts.reversed()
    where attempt.beginning.scenario == notes.id {
      let isOther = attempt.beginning.digest != notes.digest
      if isOther, onlyThisVersion { continue }
      if !attempt.isFinished {
        unfinished += 1
      } else if attempt.isPractice {
        practice += 1
      } else {
        if isOther { otherVersions += 1 }
        plays.append(ItemStatistics.Play(try attempts.load(attempt.attempt).moves))
      }
    }
    statistics = ItemStatistics(scenario, plays)
    for log in try classes.list().classes where log.beginning.scenario == notes.id {
      if onlyThisVersion, log.beginning.digest != notes.digest { continue }
      add(log)
    }
  }

  /// Adds what a class counted, stop by stop: a count replaces the one before it at the same stop.
  private mutating func add(_ log: ClassLog) {
    var stop: (moment: MomentIndex, first: [String: Int], second: [String: Int])?
    func flush(_ votes: inout [MomentIndex: Votes]) {
      guard let stop, !stop.first.isEmpty || !stop.second.isEmpty else { return }
      votes[stop.moment, default: Votes()].first.merge(stop.first, uniquingKeysWith: +)
      votes[stop.moment, default: Votes()].second.merge(stop.second, uniquingKeysWith: +)
      votes[stop.moment, default: Votes()].rooms += 1
    }
    for record in log.standing {
      switch record {
      case .counted(let vote, let id, let choice, let count):
        guard let moment = scenario.moment(id) else { continue }
        if stop?.moment != moment {
          flush(&votes)
          stop = (moment, [:], [:])
        }
        if vote == 1 { stop?.first[choice] = count } else { stop?.second[choice] = count }
      case .wentOn, .rewound:
        flush(&votes)
        stop = nil
      default: continue
      }
    }
    flush(&votes)
  }

  // MARK: For people

  var blocks: [Block] {
    var blocks: [Block] = [
      .title(scenario.notes.title), .text(playLine), .text(ItemStatistics.caution),
    ]
    if statistics.playCount < ItemStatistics.fewestPlays {
      blocks.append(
        .text(
          "Under \(ItemStatistics.fewestPlays) plays that were chosen to their end, nothing is "
            + "worked out."
        )
      )
    } else {
      blocks.append(
        .text(
          "Difficulty is the share of best lines among those chosen. Discrimination is that share in "
            + "the best quarter of plays less that in the worst: above 0.3 good, from 0.2 fair, below "
            + "that to be looked at again."
        )
      )
    }
    for moment in scenario.momentIndices {
      let item = statistics.items.first { $0.moment == moment }
      let votes = votes[moment]
      guard item != nil || votes != nil else { continue }
      blocks += [.gap, .section(scenario.id(of: moment))]
      if let item { blocks += lines(of: item) }
      if let votes { blocks += lines(of: votes, at: moment) }
    }
    return blocks
  }

  private var playLine: String {
    var line = "\(count(statistics.playCount, "play")) on this computer"
    if otherVersions > 0 {
      line += ", \(otherVersions) of them with other words or facts than now"
    }
    let left = [
      practice > 0 ? "\(practice) because something was taken back" : nil,
      unfinished > 0 ? "\(unfinished) because \(unfinished == 1 ? "it" : "they") did not end" : nil,
    ]
    .compactMap { $0 }
    return line + (left.isEmpty ? "." : ". Left out: \(left.joined(separator: ", ")).")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private func lines(of item: ItemStatistics.Item) -> [Block] {
    var facts = ["\(count(item.reached, "play")) came here"]
    if let difficulty = item.difficulty { facts.append("difficulty \(decimal(difficulty))") }
    if let discrimination = item.discrimination {
      let judgement = item.judgement.map { " (\($0.words))" } ?? ""
      facts.append("discrimination \(decimal(discrimination))\(judgement)")
    }
    var blocks: [Block] = [.text("\(facts.joined(separator: "; ")).")]
    blocks += item.taken.map { reply, count in
      let isBest = item.best.contains(reply) && item.best.count < item.taken.count
      return .item("\(count): \(scenario.id(of: reply))\(isBest ? " (best by its levels)" : "")")
    }
    if item.ownWords > 0 { blocks.append(.item("\(item.ownWords): in their own words")) }
    return blocks
  }

  private func lines(of votes: Votes, at moment: MomentIndex) -> [Block] {
    let choices = scenario.replies(of: moment).indices.map { scenario.id(of: $0) }
    let others = Set(votes.first.keys).union(votes.second.keys).subtracting(choices).sorted()
    let rooms = votes.rooms == 1 ? "one class" : "\(votes.rooms) classes"
    return [.text("Votes of \(rooms), before and after the talk:")]
      + (choices + others).map { id in
        let name = id == RoomBallot.ours ? "the room's own line" : id
        return .item("\(votes.first[id] ?? 0), then \(votes.second[id] ?? 0): \(name)")
      }
  }

  /// Two digits after the point.
  private func decimal(_ number: Double) -> String {
    let hundredths = Int(abs(number) * 100 + 0.5)
    let rest = hundredths % 100
    let sign = number < 0 && hundredths > 0 ? "-" : ""
    return "\(sign)\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  // MARK: For programs

  var json: JSONValue {
    [
      "scenario": .string(scenario.notes.id),
      "experimental": true,
      "caution": .string(ItemStatistics.caution),
      "plays": .integer(statistics.playCount),
      "ofOtherVersions": .integer(otherVersions),
      "leftOut": ["practice": .integer(practice), "unfinished": .integer(unfinished)],
      "fewestPlays": .integer(ItemStatistics.fewestPlays),
      "moments": .array(statistics.items.map { json(of: $0) }),
      "classes": .array(
        scenario.momentIndices.compactMap { moment in votes[moment].map { json(of: $0, moment) } }
      ),
    ]
  }

  private func json(of item: ItemStatistics.Item) -> JSONValue {
    func number(_ value: Double?) -> JSONValue {
      value.map { .number($0) } ?? .null
    }
    return [
      "moment": .string(scenario.id(of: item.moment)),
      "reached": .integer(item.reached),
      "replies": .array(
        item.taken.map { reply, count in
          [
            "reply": .string(scenario.id(of: reply)), "taken": .integer(count),
            "best": .boolean(item.best.contains(reply)),
          ]
        }
      ),
      "ownWords": .integer(item.ownWords),
      "difficulty": number(item.difficulty),
      "discrimination": number(item.discrimination),
      "judgement": item.judgement.map { .string($0.rawValue) } ?? .null,
    ]
  }

  private func json(of votes: Votes, _ moment: MomentIndex) -> JSONValue {
    func counts(_ votes: [String: Int]) -> JSONValue {
      .object(votes.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })
    }
    return [
      "moment": .string(scenario.id(of: moment)), "rooms": .integer(votes.rooms),
      "first": counts(votes.first), "second": counts(votes.second),
    ]
  }
}

extension ItemStatistics.Discrimination {
  fileprivate var words: String {
    switch self {
    case .good: "good"
    case .fair: "fair"
    case .revise: "look at it again"
    case .tooHigh: "too high to be more than a few plays"
    }
  }
}

extension ItemStatistics.Play {
  fileprivate init(_ moves: [MoveRecord]) {
    self.init(
      moves.map { move in
        switch move {
        case .chose(let moment, let reply): Choice(moment: moment, reply: reply)
        case .typed(let typed):
          Choice(moment: typed.moment, reply: typed.takenFor, isTyped: true)
        }
      }
    )
  }
}
