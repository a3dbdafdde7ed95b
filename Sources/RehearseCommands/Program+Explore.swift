import Authoring
import Platform
import ScenarioCompiler
import ScenarioEngine
import Scoring
import Terminal
import TerminalFront

extension Program {
  // MARK: explore

  /// Shows what can happen: a tree to walk in on a terminal, and text anywhere else.
  func explore(_ arguments: Arguments) -> ExitStatus {
    let depth = arguments.number("--depth") ?? 2
    return withScenario(arguments.operands[0]) { playable in
      let rubric = playable.rubric
      let explorer = Explorer(
        playable.scenario,
        file: playable.file,
        context: CompileContext(dimensions: [rubric.id: rubric.dimensions.map(\.id)])
      )
      do throws(ExplorerError) {
        let start = try start(arguments, explorer)
        let place = try explorer.place(after: arguments["--path"] ?? "", from: start)
        let goal = try arguments["--to"].map { text throws(ExplorerError) in
          try explorer.goal(text)
        }
        if arguments["--depth"] == nil, let terminal = painted {
          var screen = ExploreScreen(explorer, from: start)
          screen.open(along: explorer.way(to: place))
          if let goal { screen.go(to: goal) }
          return walk(&screen, on: terminal)
        }
        guard let goal else {
          show(explorer.lines(at: place) + [""] + tree(explorer, place, Int(depth)))
          return .done
        }
        return sayWay(explorer, to: goal, from: place)
      } catch {
        console.complain("rehearse: \(error.message)\nSee: rehearse help explore")
        return .usage
      }
    }
  }

  private func start(
    _ arguments: Arguments,
    _ explorer: Explorer
  ) throws(ExplorerError) -> Explorer.Place {
    let given = arguments["--with"]
    guard arguments["--from"] != nil || given != nil else { return explorer.root }
    let opening = explorer.scenario.id(of: explorer.root.conversation.path[0])
    return try explorer.place(at: arguments["--from"] ?? opening, with: given ?? "")
  }

  // MARK: As text

  private func tree(_ explorer: Explorer, _ place: Explorer.Place, _ depth: Int) -> [String] {
    let lines = explorer.tree(from: place, depth: depth, limit: 2_001)
    guard lines.count > 2_000 else { return lines }
    return lines.prefix(2_000) + ["… and more; choose a smaller --depth, or a place with --from"]
  }

  private func show(_ lines: [String]) {
    for line in lines { console.output.line(StyledText(line)) }
  }

  private func sayWay(
    _ explorer: Explorer,
    to goal: Explorer.Goal,
    from start: Explorer.Place
  ) -> ExitStatus {
    let (way, isComplete) = explorer.shortestWay(to: goal, from: start)
    guard let way else {
      console.say(
        isComplete
          ? "Nothing leads there."
          : "Nothing leads there among the first million states; more remain."
      )
      return .failed
    }
    var lines = ["The shortest way takes \(way.count) turn\(way.count == 1 ? "" : "s")."]
    var place = start
    for (number, reply) in way.enumerated() {
      guard let branch = explorer.branches(of: place).first(where: { $0.reply == reply }) else {
        break
      }
      lines.append("\(number + 1). \(explorer.names(of: [reply])[0]): \(branch.words)")
      if !branch.changes.isEmpty { lines.append("   \(branch.changes.joined(separator: "; "))") }
      place = branch.place
    }
    show(lines + [""] + explorer.lines(at: place))
    return .done
  }

  // MARK: On a screen

  /// The terminal, where a screen may be painted on it.
  private var painted: TerminalControl? {
    let isTerminal =
      host.streams.facts(.input).isTerminal && host.streams.facts(.output).isTerminal
    return isTerminal && !settings.plain.value && console.output.level > .plain ? terminal : nil
  }

  /// Walks in the tree until it is left; the terminal is given back whatever happens.
  private func walk(_ screen: inout ExploreScreen, on terminal: TerminalControl) -> ExitStatus {
    terminal.guardAgainstCrashes("\nrehearse has failed; that is its fault, not yours.")
    guard terminal.enter(true) else {
      console.complain("The screen cannot be had. With --depth 2 it is shown as text.")
      return .failed
    }
    defer { terminal.leave() }
    let environment = ["TERM_PROGRAM", "REHEARSE_NO_SYNC"].reduce(into: [String: String]()) {
      $0[$1] = host.environment($1)
    }
    let isSynchronized = ScreenUpdate.maySynchronize(environment)
    var reader = KeyReader()
    var shown: Frame?
    while console.isHeard {
      let facts = host.streams.facts(.output)
      let frame = screen.frame(
        TerminalSize(
          rows: facts.rows ?? TerminalSize.usual.rows,
          columns: facts.columns ?? TerminalSize.usual.columns
        )
      )
      console.output.show(
        ScreenUpdate(
          from: shown,
          to: frame,
          level: console.output.level,
          isSynchronized: isSynchronized
        )
      )
      shown = frame
      terminal.markPastes(screen.takesText)
      let keys: [Key]
      switch input.next(within: reader.isWaiting ? KeyReader.patience : nil) {
      case .bytes(let bytes): keys = reader.feed(bytes)
      case .timedOut: keys = reader.timeOut()
      case .woken: keys = []
      case .signal(.windowChanged), .signal(.continued):
        shown = nil
        keys = []
      case .signal(let signal): return .signal(signal.number)
      case .end, .failed: return .done
      }
      for key in keys where !screen.take(key) { return .done }
    }
    return .done
  }
}
