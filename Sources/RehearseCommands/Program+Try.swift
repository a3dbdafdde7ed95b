import Authoring
import JSONSyntax
import Platform
import ScenarioEngine
import Scoring
import Terminal
import TerminalFront

extension Program {
  // MARK: try

  /// Lets bots play it, and says what they met.
  func tryOut(_ arguments: Arguments) -> ExitStatus {
    let runs = arguments.number("--runs") ?? 1_000
    let seed = arguments.number("--seed") ?? 1
    return withScenario(arguments.operands[0]) { playable in
      let plays = Tryout(playable, runs: Int(runs), seed: seed)
      if arguments.has("--json") {
        printJSON(plays.json)
      } else {
        console.show(plays.blocks)
        let columns = host.streams.facts(.output).columns ?? 80
        for line in plays.heatLines(width: columns) { console.output.line(StyledText(line)) }
        console.show(plays.closing(arguments.operands[0]))
      }
      return .done
    }
  }
}

/// What all bots made of a scenario, for people and for programs.
struct Tryout {
  let scenario: Scenario
  let reports: [BotReport]
  let missed: NeverMet
  private let runs: Int
  private let seed: UInt64
  /// Words take longer to judge than choices to make, so fewer plays are typed.
  static let typedLimit = 500

  init(_ playable: Catalog.Playable, runs: Int, seed: UInt64) {
    scenario = playable.scenario
    self.runs = runs
    self.seed = seed
    let critical = playable.rubric.criticalPlaces
    var reports = Bots.Manner.allCases.map { manner in
      Bots.run(playable.scenario, manner, runs: runs, seed: seed, critical: critical)
    }
    reports.append(
      Bots.type(
        playable.scenario,
        runs: min(runs, Self.typedLimit),
        seed: seed,
        critical: critical,
        typist: playable.typist(hearing: playable.listener())
      )
    )
    self.reports = reports
    missed = NeverMet(scenario, reports)
  }

  // MARK: For people

  var blocks: [Block] {
    var blocks: [Block] = [
      .title(scenario.notes.title),
      .text(
        "\(reports.count) bots played it, \(runs) times each, with seed \(seed)."
          + (runs > Self.typedLimit
            ? " Typing takes longer, so it is \(Self.typedLimit) times." : "")
      ),
    ]
    for report in reports { blocks += self.blocks(report) }
    return blocks + [
      .gap, .section("How often"),
      .text(
        "A moment: of all plays, and over 100% where they come back to it. A reply: of the turns at "
          + "its moment."
      ),
    ]
  }

  private func blocks(_ report: BotReport) -> [Block] {
    let turns = report.plays == 0 ? 0 : report.turns * 10 / report.plays
    var blocks: [Block] = [
      .gap, .section("\(report.name): \(report.manner(isTyping: report.isTyping))"),
      .item("\(report.plays) plays, \(turns / 10).\(turns % 10) turns each"),
      .item(
        "met: \(words(report.momentsMet, "moments")), \(words(report.repliesMet, "replies")), "
          + words(report.linesMet, "lines")
          + (report.conditionsMet.map { ", \(words($0, "conditions")) both true and false" } ?? "")
      ),
    ]
    for (moment, count) in report.endings where count > 0 {
      let share = HeatTable.percent(count, of: report.plays)
      blocks.append(.item("ends at \(scenario.id(of: moment)): \(share), \(count) plays"))
    }
    for spread in report.spreads {
      guard let median = spread.median else {
        blocks.append(.item("\(spread.id): no play showed it"))
        continue
      }
      let hurt = spread.lowests[1]
      blocks.append(
        .item(
          "\(spread.id): median \(median) of \(spread.rated) plays that showed it"
            + (hurt > 0 ? "; level 1 came up in \(hurt)" : "")
        )
      )
    }
    guard report.isTyping else { return blocks }
    let typing = report.typing
    blocks.append(
      .item(
        "of \(typing.turns) typed turns, \(typing.asMeant) were taken for the reply whose words they "
          + "were, \(typing.forNone) for none"
      )
    )
    blocks += report.mishearings.prefix(5).map { pair in
      .item(
        "\(pair.count) times the words of \(scenario.name(of: pair.meant)) were taken for "
          + scenario.id(of: pair.taken)
      )
    }
    return blocks
  }

  private func words(_ coverage: BotReport.Coverage, _ name: String) -> String {
    "\(coverage.met) of \(coverage.all) \(name)"
  }

  func heatLines(width: Int) -> [String] { HeatTable(scenario, reports).lines(width: width) }

  /// What nobody met, and what is odd; `file` is what the author calls the scenario.
  func closing(_ file: String) -> [Block] {
    var blocks: [Block] = [.gap, .section("Never met by any bot")]
    let before = blocks.count
    func list(_ kind: String, _ names: [String]) {
      for name in names.prefix(20) { blocks.append(.item("\(kind) \(name)")) }
      if names.count > 20 { blocks.append(.item("and \(names.count - 20) more; --json has them")) }
    }
    list("moment", missed.moments.map { scenario.id(of: $0) })
    list("reply", missed.replies.map { scenario.name(of: $0) })
    list("line:", missed.lines)
    list(
      "condition",
      missed.conditions.map { steady in
        let value = steady.value.map { $0 ? "was always true" : "was never true" }
        return "\(value ?? "was never asked"): \(steady.text) (\(steady.place))"
      }
    )
    if blocks.count == before { blocks.append(.text("Nothing. Everything was met.")) }
    blocks += [.gap, .section("Odd plays")]
    let odd = reports.flatMap { report in report.oddCounts.map { (report, $0.kind, $0.count) } }
    if odd.isEmpty { blocks.append(.text("None.")) }
    for (report, kind, count) in odd {
      guard let play = report.oddities.first(where: { $0.kind == kind }) else { continue }
      let plays = count == 1 ? "1 play" : "\(count) plays"
      blocks.append(.item("\(report.name), \(plays): \(kind.rawValue)"))
      blocks += again(play, of: report, file)
    }
    return blocks
  }

  /// How to have an odd play again; one that does not end is looked at by its beginning.
  private func again(
    _ play: BotReport.Oddity,
    of report: BotReport,
    _ file: String
  ) -> [Block] {
    let ids = play.replies.prefix(30).map { scenario.id(of: $0) }
    if report.isTyping {
      return [
        .text("Type it again: rehearse play \(file.forShell) --type --seed \(play.seed)"),
        .text("The words of: \(ids.joined(separator: ", "))"),
      ]
    }
    return [
      .text("Look at it: rehearse explore \(file.forShell) --path \(ids.joined(separator: ","))"),
      .text("Play it: rehearse play \(file.forShell) --seed \(play.seed), and type those ids"),
    ]
  }
}

extension Rubric {
  /// The places of the dimensions whose level 1 makes a conversation "not yet".
  var criticalPlaces: Set<Int> { Set(dimensions.indices.filter { dimensions[$0].isCritical }) }
}

extension BotReport {
  /// What this bot does, in words.
  fileprivate func manner(isTyping: Bool) -> String {
    if isTyping { return "types the words of any reply that is open" }
    return switch manner {
    case .random: "says any reply that is open"
    case .best: "says the reply with the best levels"
    case .worst: "says the reply with the worst levels"
    case .trust: "says the reply that gains most trust now"
    }
  }
}
