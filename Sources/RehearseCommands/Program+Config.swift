import Platform
import SourceText
import Terminal
import TerminalFront

extension Program {
  /// Shows the settings, and on request where each comes from.
  func config(_ arguments: Arguments) -> ExitStatus {
    let explains = arguments.has("--explain")
    if let path = settings.path {
      let state = settings.file == nil && settings.problem == nil ? " (there is none yet)" : ""
      console.say("Your settings file: \(path)\(state)")
    }
    console.show([
      .item(line("mode", settings.mode.value.rawValue, settings.mode.origin, explains)),
      .item(line("color", settings.color.value.rawValue, settings.color.origin, explains)),
      .item(line("plain", "\(settings.plain.value)", settings.plain.origin, explains)),
      .item(line("full", "\(settings.full.value)", settings.full.origin, explains)),
    ])
    if explains {
      console.show([
        .text(
          "A flag goes before the environment, that before your file, and that before what is usual."
        ),
        .text("A settings file looks like this: {\"mode\": \"learn\", \"plain\": true}"),
      ])
    }
    return sayProblemsOfSettings() ? .done : .failed
  }

  private func line(
    _ name: String,
    _ value: String,
    _ origin: Settings.Origin,
    _ explains: Bool
  ) -> String {
    guard explains else { return "\(name): \(value)" }
    let reason =
      switch origin {
      case .flag(let flag): "from the flag \(flag)"
      case .environment(let variable): "from the variable \(variable)"
      case .file: "from your settings file"
      case .usual: "as usual, nothing says otherwise"
      }
    return "\(name): \(value), \(reason)"
  }

  /// Says what is wrong with the settings file; `false` if anything is.
  @discardableResult
  func sayProblemsOfSettings() -> Bool {
    if let problem = settings.problem {
      console.complain("Your settings are not used: \(problem.explanation)")
      return false
    }
    guard let file = settings.file, !settings.diagnostics.isEmpty else { return true }
    console.complain(DiagnosticRenderer(files: [file]).text(for: settings.diagnostics))
    if settings.diagnostics.hasErrors {
      console.complain("Your settings are not used until that is mended.")
      return false
    }
    return true
  }
}
