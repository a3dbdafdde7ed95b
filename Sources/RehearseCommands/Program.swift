public import Platform
import SourceText
public import Terminal

/// The whole program: a command line in, an exit status out.
public struct Program {
  let host: Host
  let console: Console
  let input: InputSource
  let alarm: Alarm
  let lookout: Lookout
  let settings: Settings
  let terminal: TerminalControl?

  /// Runs the program and returns the number for the shell.
  ///
  /// Without a terminal to control, only lines are shown.
  public static func run(
    host: Host,
    input: InputSource,
    terminal: TerminalControl? = nil
  ) -> Int32 {
    let words = Array(host.arguments.dropFirst())
    let arguments = try? Arguments(words)
    let settings = Settings(host: host, arguments: arguments, words: words)
    let asks = arguments.map { $0.has("--help") || $0.has("--version") ? false : $0.isPractice }
    let alarm = Alarm()
    let lookout = Lookout()
    let console = Console(
      host: host,
      input: lookout.waking(alarm.waking(input, host)),
      settings: settings,
      terminal: asks == true ? terminal : nil
    )
    alarm.console = console
    let program = Program(
      host: host,
      console: console,
      input: input,
      alarm: alarm,
      lookout: lookout,
      settings: settings,
      terminal: terminal
    )
    // Whatever is done: a crash must not leave a terminal to the runtime, which would hold it.
    if host.streams.facts(.input).isTerminal { terminal?.guardAgainstCrashes("\n\(Self.failure)") }
    let status = program.run(words)
    console.finish()
    return status.code
  }

  func run(_ words: [String]) -> ExitStatus {
    let arguments: Arguments
    do throws(Arguments.Misuse) {
      arguments = try Arguments(words)
    } catch {
      let topic = error.command.map { "rehearse help \($0)" } ?? "rehearse help"
      let stop = error.message.hasSuffix("?") || error.command != nil ? "" : "."
      console.complain("rehearse: \(error.message)\(stop)\nSee: \(topic)")
      return .usage
    }
    if arguments.has("--version") {
      console.say("rehearse \(Self.version)")
      return .done
    }
    if arguments.has("--help") { return help(arguments.command) }
    if arguments.command != "config" { sayProblemsOfSettings() }
    switch arguments.command {
    case nil: return menu()
    case "play": return play(arguments)
    case "list": return list(arguments)
    case "resume": return resume(arguments)
    case "history": return history(arguments)
    case "forget": return forget(arguments)
    case "where": return whereCommand(arguments)
    case "check": return check(arguments)
    case "score": return score(arguments)
    case "explain": return explain(arguments)
    case "format": return format(arguments)
    case "import": return importStory(arguments)
    case "export": return exportStory(arguments)
    case "new": return newScenario(arguments)
    case "items": return items(arguments)
    case "preview": return preview(arguments)
    case "show": return show(arguments)
    case "map": return map(arguments)
    case "explore": return explore(arguments)
    case "try": return tryOut(arguments)
    case "class": return classCommand(arguments)
    case "notes": return notes(arguments)
    case "sheet": return sheet(arguments)
    case "config": return config(arguments)
    case "completions": return completions(arguments)
    case "man": return man()
    case "help": return help(arguments.operands.first)
    case let other?:
      preconditionFailure("the table of commands has \(other), and nothing runs it")
    }
  }

  /// What is said if the program itself fails, after the terminal was given back.
  static let failure = "rehearse has failed; that is its fault, not yours."

  /// The version, as `--version` prints it.
  static let version = "0.1.0"
  /// The day of that version, for the manual page.
  static let versionDate = "2026-11-22"

  /// Says why something could not be had, and what would work.
  func explain(_ failure: Catalog.Failure) -> ExitStatus {
    switch failure {
    case .notFound(let word, let nearest):
      let hint = nearest.map { " Did you mean \($0)?" } ?? " rehearse list shows what there is."
      let isPath = word.contains("/") || word.hasSuffix(".json")
      console.complain(
        isPath
          ? noSuchFile(word)
          : "There is no scenario or case called \"\(word)\".\(nearFile(word) ?? hint)"
      )
      return .noSuchFile
    case .unreadable(let error):
      console.complain(error.explanation)
      return .failed
    case .invalid(let files, let diagnostics):
      let renderer = DiagnosticRenderer(files: files)
      console.complain(renderer.text(for: diagnostics))
      console.complain(renderer.summary(of: diagnostics))
      return .badScenario
    }
  }

  /// Says that a file is not there, and names the one beside it that was probably meant.
  func noSuchFile(_ path: String) -> String { "There is no file \(path).\(nearFile(path) ?? "")" }

  private func nearFile(_ path: String) -> String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard let names = try? host.files.list(folder.isEmpty ? "." : folder) else { return nil }
    let files = names.filter { $0.contains(".json") }
    guard
      let near = files.first(where: { $0.hasPrefix("\(name).") })
        ?? nearestMatch(to: name, among: files)
    else { return nil }
    return near.hasSuffix(".json")
      ? " Did you mean \(folder)\(near)?"
      : " There is \(folder)\(near): its name must end in .json."
  }
}

extension Arguments {
  /// Whether this is practice, which may have a screen.
  fileprivate var isPractice: Bool {
    [nil, "play", "resume", "preview"].contains(command)
  }
}
