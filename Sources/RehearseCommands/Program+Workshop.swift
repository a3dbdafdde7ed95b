import Authoring
import JSONSyntax
import Platform
import ScenarioEngine
import Scoring
import SourceText
import Terminal
import TerminalFront

/// The trainer's tools that make, turn over and draw files.
extension Program {
  // MARK: format, import, export

  func format(_ arguments: Arguments) -> ExitStatus {
    withFile(arguments.operands[0]) { file in
      let result = Formatter.format(file, fixQuotes: arguments.has("--fix-quotes"))
      report(result.diagnostics, in: file)
      guard result.isFormatted else { return .badScenario }
      guard arguments.has("--write") else {
        printLines(String(decoding: result.bytes, as: UTF8.self))
        return .done
      }
      guard result.isChanged else { return .done }
      return write(result.bytes, to: file.id.path)
    }
  }

  func importStory(_ arguments: Arguments) -> ExitStatus {
    withFile(arguments.operands[0]) { file in
      let result = TweeReader.read(file, id: arguments["--id"])
      report(result.diagnostics, in: file)
      guard let scenario = result.scenario else { return .badScenario }
      for (kind, count) in result.keptCounts {
        console.complain("Kept as notes: \(count) \(kind.rawValue).")
      }
      if result.toWrite > 0 {
        console.complain("Still to write, marked \(ToWrite.marker): \(result.toWrite).")
      }
      guard let path = arguments["--output"] else {
        printLines(String(decoding: scenario, as: UTF8.self))
        return .done
      }
      return write(scenario, to: path)
    }
  }

  func exportStory(_ arguments: Arguments) -> ExitStatus {
    withFile(arguments.operands[0]) { file in
      let result = TweeWriter.export(file)
      report(result.diagnostics, in: file)
      guard let bytes = result.bytes else { return .badScenario }
      guard let path = arguments["--output"] else {
        printLines(String(decoding: bytes, as: UTF8.self))
        return .done
      }
      return write(bytes, to: path)
    }
  }

  // MARK: map, explore, try

  func map(_ arguments: Arguments) -> ExitStatus {
    withScenario(arguments.operands[0]) { playable in
      let map = StoryMap(playable.scenario)
      let coloring = arguments["--color-by"].flatMap(MapColoring.init) ?? .result
      switch arguments["--format"] ?? "tree" {
      case "dot": printLines(map.dot(coloring: coloring))
      case "mermaid": printLines(map.mermaid(coloring: coloring))
      default:
        let columns = host.streams.facts(.output).columns ?? 80
        printLines(map.tree(width: max(40, min(columns, 200)), style: .plain))
      }
      return .done
    }
  }

  func explore(_ arguments: Arguments) -> ExitStatus {
    withScenario(arguments.operands[0]) { playable in
      let explorer = Explorer(playable.scenario)
      do {
        var place = explorer.root
        if let moment = arguments["--from"] { place = try explorer.place(at: moment) }
        if let goal = arguments["--to"] {
          return sayWay(explorer, to: goal, from: place, in: playable.scenario)
        }
        let depth = arguments["--depth"].flatMap { Int($0) } ?? 2
        for line in explorer.tree(from: place, depth: max(1, min(depth, 6))) {
          console.output.line(StyledText(line))
        }
        return .done
      } catch {
        console.complain("\(error)")
        return .failed
      }
    }
  }

  private func sayWay(
    _ explorer: Explorer,
    to goal: String,
    from place: Explorer.Place,
    in scenario: Scenario
  ) -> ExitStatus {
    let target: Explorer.Goal
    if let moment = scenario.moment(goal) {
      target = .moment(moment)
    } else if let predicate = try? StatePredicate(goal, in: scenario) {
      target = .state(predicate)
    } else {
      console.complain("There is no moment \"\(goal)\", and it is no question about state.")
      return .noSuchFile
    }
    guard let way = explorer.shortestWay(to: target, from: place) else {
      console.say("Nothing leads there.")
      return .failed
    }
    console.say("The shortest way takes \(way.count) turn\(way.count == 1 ? "" : "s"):")
    for (number, reply) in way.enumerated() {
      let moment = scenario.id(of: scenario.reply(reply).moment)
      console.show([
        .option(key: "\(number + 1)", words: "\(moment)/\(scenario.id(of: reply))", isOpen: true)
      ])
    }
    return .done
  }

  func tryOut(_ arguments: Arguments) -> ExitStatus {
    let runs = arguments["--runs"].flatMap { Int($0) } ?? 1_000
    let seed = arguments["--seed"].flatMap { UInt64($0) } ?? 1
    return withScenario(arguments.operands[0]) { playable in
      let scenario = playable.scenario
      for manner in Bots.Manner.allCases {
        let report = Bots.run(scenario, manner, runs: max(1, min(runs, 100_000)), seed: seed)
        console.show([.section("\(manner.rawValue), \(report.plays) plays")])
        console.show([
          .item("moments met: \(report.moments.met) of \(report.moments.all)"),
          .item("replies said: \(report.replies.met) of \(report.replies.all)"),
          .item("lines heard: \(report.lines.met) of \(report.lines.all)"),
        ])
        for (moment, count) in report.endings {
          console.show([.item("ends at \(scenario.id(of: moment)): \(count)")])
        }
        for oddity in report.oddities.prefix(3) {
          console.show([.item("odd: \(oddity.kind.rawValue); seed \(oddity.seed)")])
        }
      }
      return .done
    }
  }

  // MARK: Files

  private func withFile(_ path: String, _ body: (SourceFile) -> ExitStatus) -> ExitStatus {
    do throws(HostError) {
      return body(SourceFile(path: path, bytes: try host.files.read(path, Library.sizeLimit)))
    } catch {
      guard case .notFound = error else {
        console.complain(error.explanation)
        return .failed
      }
      console.complain(noSuchFile(path))
      return .noSuchFile
    }
  }

  func withScenario(
    _ word: String,
    facts: String? = nil,
    _ body: (Catalog.Playable) -> ExitStatus
  ) -> ExitStatus {
    do throws(Catalog.Failure) {
      var catalog = Catalog(host: host)
      if let facts { try catalog.replaceFacts(facts) }
      switch try catalog.find(word) {
      case .scenario(let playable): return body(playable)
      case .wholeCase(let found):
        let talks = found.file.scenarios.joined(separator: ", ")
        console.complain("\(word) is a case. Name one of its talks: \(talks).")
        return .usage
      }
    } catch {
      return explain(error)
    }
  }

  private func write(_ bytes: [UInt8], to path: String) -> ExitStatus {
    do throws(HostError) {
      try host.files.replace(path, bytes)
      return .done
    } catch {
      console.complain(error.explanation)
      return .failed
    }
  }

  private func report(_ diagnostics: [Diagnostic], in file: SourceFile) {
    guard !diagnostics.isEmpty else { return }
    let renderer = DiagnosticRenderer(files: [file])
    console.complain(renderer.text(for: diagnostics))
    console.complain(renderer.summary(of: diagnostics))
  }

  private func printLines(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      console.output.line(StyledText(String(line)))
    }
  }
}
