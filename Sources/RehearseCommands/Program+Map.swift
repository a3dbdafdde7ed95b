import Authoring
import Platform
import Records
import ScenarioEngine
import Terminal
import TerminalFront

extension Program {
  // MARK: map

  /// Draws the shape of a scenario, with plays over it if that is asked for.
  func map(_ arguments: Arguments) -> ExitStatus {
    withScenario(arguments.operands[0]) { playable in
      var overlay = MapOverlay()
      if let path = arguments["--path"] {
        guard let steps = steps(along: path, in: playable.scenario) else { return .usage }
        overlay.path = steps
      }
      if let whose = arguments["--journal"] {
        let status = count(whose, in: playable.scenario, into: &overlay)
        guard status == .done else { return status }
      }
      let map = StoryMap(playable.scenario)
      let coloring = arguments["--color-by"].flatMap(MapColoring.init) ?? .both
      switch arguments["--format"] ?? "tree" {
      case "dot": printLines(map.dot(coloring: coloring, overlay: overlay))
      case "mermaid": printLines(map.mermaid(coloring: coloring, overlay: overlay))
      default:
        let columns = host.streams.facts(.output).columns ?? 80
        for line in map.treeLines(
          width: max(40, min(columns, 200)),
          style: .plain,
          overlay: overlay
        ) {
          console.output.line(line.styled(coloring))
        }
      }
      return .done
    }
  }

  /// The steps of an attempt, by its name, or of replies in a row.
  private func steps(along path: String, in scenario: Scenario) -> [MapOverlay.Step]? {
    let store = AttemptStore(host: host)
    if let log = try? store.load(path) {
      return MapOverlay.steps(of: log.replayed(in: scenario).conversation)
    }
    do throws(SpokenPath.Problem) {
      return MapOverlay.steps(of: try SpokenPath.follow(path, in: scenario))
    } catch {
      console.complain("rehearse: --path: \(error.message)")
      return nil
    }
  }

  // MARK: Plays

  /// Counts the plays of a person or of classes.
  private func count(
    _ whose: String,
    in scenario: Scenario,
    into overlay: inout MapOverlay
  ) -> ExitStatus {
    do throws(JournalError) {
      let counted =
        whose == "class"
        ? try countClasses(in: scenario, into: &overlay)
        : try countAttempts(in: scenario, into: &overlay)
      guard let counted else { return .noSuchFile }
      console.complain(counted)
      return .done
    } catch {
      console.complain(error.explanation)
      return .failed
    }
  }

  private func countAttempts(
    in scenario: Scenario,
    into overlay: inout MapOverlay
  ) throws(JournalError) -> String? {
    let store = AttemptStore(host: host)
    let id = scenario.notes.id
    var shortened = 0
    var plays = 0
    for attempt in try store.list().attempts where attempt.beginning.scenario == id {
      guard attempt.moves > 0 else { continue }
      let (conversation, isWhole) = try store.load(attempt.attempt).replayed(in: scenario)
      overlay.count(MapOverlay.steps(of: conversation))
      plays += 1
      if !isWhole { shortened += 1 }
    }
    guard plays > 0 else {
      console.complain("You have not played \(id) on this computer. rehearse play \(id)")
      return nil
    }
    let rest =
      shortened == 0
      ? "" : " \(shortened) of them could be followed only in part: the script has changed."
    return "Over the map: \(plays) of your plays.\(rest)"
  }

  private func countClasses(
    in scenario: Scenario,
    into overlay: inout MapOverlay
  ) throws(JournalError) -> String? {
    let id = scenario.notes.id
    let logs = try ClassStore(host: host).list().classes.filter { $0.beginning.scenario == id }
    var people = 0
    for log in logs {
      for (vote, count) in log.lastVotes {
        overlay.count(count, for: vote)
        people += count
      }
    }
    guard people > 0 else {
      console.complain("No class voted in \(id) on this computer. rehearse class \(id)")
      return nil
    }
    let classes = logs.count == 1 ? "a class" : "\(logs.count) classes"
    return "Over the map: \(people) votes of \(classes), the last vote at each stop."
  }
}

extension AttemptLog {
  /// The attempt in the script as it is now, and whether all of it still fits.
  fileprivate func replayed(in scenario: Scenario) -> (conversation: Conversation, isWhole: Bool) {
    let carried = beginning.talk.map { Carried(json: $0.carried) } ?? Carried()
    var conversation = Conversation(scenario, seed: beginning.seed, carried: carried)
    for move in moves {
      guard (try? conversation.perform(move.move(in: scenario))) != nil else {
        return (conversation, false)
      }
    }
    return (conversation, true)
  }
}

extension ClassLog {
  /// How many people chose which reply, by the second vote of each stop, or the first where there was
  /// no second.
  fileprivate var lastVotes: [(vote: MapOverlay.Step, count: Int)] {
    var votes: [(vote: MapOverlay.Step, count: Int)] = []
    var stop: [(number: Int, vote: MapOverlay.Step, count: Int)] = []
    func close() {
      let last = stop.map(\.number).max()
      votes += stop.filter { $0.number == last }.map { ($0.vote, $0.count) }
      stop = []
    }
    for record in standing {
      switch record {
      case .counted(let number, let moment, let choice, let count):
        let vote = MapOverlay.Step(moment: moment, reply: choice)
        stop.removeAll { $0.number == number && $0.vote == vote }
        if let count { stop.append((number, vote, count)) }
      case .wentOn, .rewound: close()
      default: continue
      }
    }
    close()
    return votes
  }
}

extension MapLine {
  /// The line with colours for what may have some.
  fileprivate func styled(_ coloring: MapColoring) -> StyledText {
    StyledText(
      spans: parts.map { part in
        .init(part.text, part.tint.flatMap { $0.style(coloring) } ?? .plain)
      }
    )
  }
}

extension MapLine.Tint {
  func style(_ coloring: MapColoring) -> Style? {
    switch self {
    case .result(let result) where coloring != .audience:
      switch result {
      case .stop: Style(bold: true, color: .red)
      case .hurts: Style(color: .red)
      case .unclear: Style(color: .magenta)
      case .fallsShort: Style(color: .yellow)
      case .sound: Style(color: .blue)
      case .strong: Style(color: .green)
      case .notRated: nil
      }
    case .ending(let kind) where coloring != .audience:
      switch kind {
      case .connected: Style(bold: true, color: .green)
      case .mixed: Style(bold: true, color: .yellow)
      case .broken: Style(bold: true, color: .red)
      }
    case .audience(let role) where coloring != .result:
      switch role {
      case .birthParent: Style(color: .blue)
      case .caregiver: Style(color: .cyan)
      case .youth, .child: Style(color: .yellow)
      case .partner: Style(color: .magenta)
      case .worker: nil
      }
    case .result, .ending, .audience: nil
    }
  }
}
