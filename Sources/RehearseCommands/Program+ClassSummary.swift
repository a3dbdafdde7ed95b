import Records
import ScenarioEngine
import TerminalFront

/// What moved in a class, by its records alone, and in words where its script is still there.
struct RoomSummary {
  private struct Stop {
    var moment: String
    var first: [String: Int] = [:]
    var second: [String: Int] = [:]
    var order: [String] = []
    var people: Int?
  }

  private let log: ClassLog
  private let scenario: Scenario?
  private var stops: [Stop] = []
  private var wasSaidAloud = false
  private var ownLines = 0

  init(_ log: ClassLog, scenario: Scenario?) {
    self.log = log
    self.scenario = scenario
    var people: Int?
    for record in log.standing {
      switch record {
      case .people(let count): people = count
      case .counted(let vote, let moment, let choice, let count):
        note(vote, moment, choice, count, people)
      case .offered: ownLines += 1
      // The same stop again after a rewind is another vote.
      case .wentOn, .rewound: stops.append(Stop(moment: ""))
      case .went("threes", 2): wasSaidAloud = true
      default: break
      }
    }
    stops.removeAll { $0.first.isEmpty && $0.second.isEmpty }
  }

  private mutating func note(
    _ vote: Int,
    _ moment: String,
    _ choice: String,
    _ count: Int?,
    _ people: Int?
  ) {
    if stops.last?.moment != moment {
      if stops.last?.moment == "" { stops.removeLast() }
      stops.append(Stop(moment: moment))
    }
    let last = stops.count - 1
    if vote == 1 { stops[last].first[choice] = count } else { stops[last].second[choice] = count }
    if !stops[last].order.contains(choice) { stops[last].order.append(choice) }
    stops[last].people = people
  }

  var blocks: [Block] {
    var blocks: [Block] = [
      .title((log.beginning.talk.map { "Talk \($0.index + 1): " } ?? "") + log.beginning.title),
      .text("The class \(log.name)\(log.isClosed ? "" : ", which did not come to its close")."),
    ]
    if stops.isEmpty { blocks.append(.text("Nothing was counted.")) }
    for (place, stop) in stops.enumerated() { blocks += lines(of: stop, number: place + 1) }
    blocks.append(.gap)
    if ownLines > 0 {
      blocks.append(.text("Lines in the room's own words: \(ownLines)."))
    }
    blocks.append(
      .text(
        wasSaidAloud
          ? "A turn was said aloud in threes, and everybody swapped."
          : "No turn was said aloud in threes."
      )
    )
    return blocks
  }

  private func lines(of stop: Stop, number: Int) -> [Block] {
    var blocks: [Block] = [.gap, .question("Stop \(number). \(question(of: stop))")]
    for choice in stop.order {
      let before = stop.first.isEmpty ? nil : "\(stop.first[choice] ?? 0) before"
      let after = stop.second.isEmpty ? nil : "\(stop.second[choice] ?? 0) after"
      let counts = [before, after].compactMap { $0 }.joined(separator: ", ")
      blocks.append(.item("\(counts): \(words(of: choice, at: stop.moment))"))
    }
    if let changed = leastChanged(stop) {
      blocks.append(
        .text(changed == 0 ? "The totals show no change." : "At least \(changed) changed.")
      )
    }
    return blocks
  }

  private func leastChanged(_ stop: Stop) -> Int? {
    RoomRound(first: stop.first, second: stop.second).leastChanged(people: stop.people)
  }

  private func question(of stop: Stop) -> String {
    guard let scenario, let moment = scenario.moment(stop.moment),
      let ask = scenario.notes(of: moment).ask
    else { return stop.moment }
    return scenario.text(ask, in: Conversation(scenario, seed: 0).state)
  }

  private func words(of choice: String, at moment: String) -> String {
    if choice == RoomBallot.ours { return "our own words" }
    guard let scenario, let place = scenario.moment(moment),
      let reply = scenario.reply(choice, at: place)
    else { return choice }
    return scenario.text(scenario.reply(reply).say, in: Conversation(scenario, seed: 0).state)
  }
}
