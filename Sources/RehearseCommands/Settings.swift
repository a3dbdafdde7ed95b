import JSONSyntax
import Platform
import Records
import SourceText
import Terminal
import TerminalFront

/// What may be chosen once and for all, each with where it was chosen.
///
/// A flag goes before the environment, that before the person's file, and that before the default.
struct Settings {
  /// Where a value comes from.
  enum Origin: Hashable {
    case flag(String)
    case environment(String)
    case file
    case usual
  }

  /// A value and where it comes from.
  struct Setting<Value> {
    let value: Value
    let origin: Origin
  }

  /// The way conversations are run.
  let mode: Setting<Mode>
  /// Whether colours may be used.
  let color: Setting<StyleLevel.Flag>
  /// Whether only lines of text are shown.
  let plain: Setting<Bool>
  /// Whether practice has a screen of its own.
  let full: Setting<Bool>
  /// Where the person's file is looked for; `nil` without a home.
  let path: String?
  /// The person's file, if there is one.
  let file: SourceFile?
  /// What is to be mended in it; with an error in it, nothing of it counts.
  let diagnostics: [Diagnostic]
  /// Why the file could not be read.
  let problem: HostError?

  /// The keys of the file, the one table of them.
  static let table = ShapeTable(
    root: .object(
      ObjectShape(
        "the settings",
        [
          .optional("mode", .choice(Mode.allCases.map(\.rawValue)), "the way to practise"),
          .optional("color", .choice(StyleLevel.Flag.allCases.map(\.rawValue)), "colours"),
          .optional("plain", .boolean, "only lines of text"),
          .optional("full", .boolean, "a screen of its own for practice"),
        ]
      )
    )
  )

  /// Works the settings out; words are used where the command line could not be understood.
  init(host: Host, arguments: Arguments?, words: [String]) {
    path = (try? RecordsPlaces(host: host)).map { $0.settings + "/config.json" }
    var file: SourceFile?
    var problem: HostError?
    if let path {
      do throws(HostError) {
        file = SourceFile(path: path, bytes: try host.files.read(path, 1 << 20))
      } catch {
        if case .notFound = error {} else { problem = error }
      }
    }
    let (values, diagnostics) = file.map(Self.read) ?? (.null, [])
    self.file = file
    self.problem = problem
    self.diagnostics = diagnostics

    let flags = { (name: String) in arguments?[name] }
    mode =
      Self.setting("--mode", flags("--mode"), Mode.init)
      ?? Self.setting(environment: ["REHEARSE_MODE"], host, Mode.init)
      ?? Self.setting(file: values["mode"], Mode.init)
      ?? Setting(value: .rehearse, origin: .usual)
    color =
      Self.setting("--color", flags("--color"), StyleLevel.Flag.init)
      ?? Self.setting(environment: ["NO_COLOR"], host) { $0.isEmpty ? nil : .never }
      ?? Self.setting(environment: ["CLICOLOR_FORCE", "FORCE_COLOR"], host) {
        ["", "0", "false"].contains($0) ? nil : .always
      }
      ?? Self.setting(file: values["color"], StyleLevel.Flag.init)
      ?? Setting(value: .auto, origin: .usual)
    plain =
      (words.contains("--plain") ? Setting(value: true, origin: .flag("--plain")) : nil)
      ?? Self.setting(environment: ["ACCESSIBLE", "REHEARSE_ACCESSIBLE"], host) {
        ["", "0", "false"].contains($0) ? nil : true
      }
      ?? (StyleLevel.canStyle(["TERM": host.environment("TERM") ?? ""])
        ? nil : Setting(value: true, origin: .environment("TERM")))
      ?? Self.setting(values["plain"])
      ?? Setting(value: false, origin: .usual)
    full =
      (words.contains("--full") ? Setting(value: true, origin: .flag("--full")) : nil)
      ?? Self.setting(values["full"])
      ?? Setting(value: false, origin: .usual)
  }

  private static func read(_ file: SourceFile) -> (JSONValue, [Diagnostic]) {
    let (document, syntax) = JSONReader.read(file)
    guard let document else { return (.null, syntax) }
    let diagnostics = (syntax + table.check(document)).inFileOrder()
    return (diagnostics.hasErrors ? .null : document.value(of: document.root), diagnostics)
  }

  private static func setting<Value>(
    _ flag: String,
    _ text: String?,
    _ meaning: (String) -> Value?
  ) -> Setting<Value>? {
    text.flatMap(meaning).map { Setting(value: $0, origin: .flag(flag)) }
  }

  private static func setting<Value>(
    environment names: [String],
    _ host: Host,
    _ meaning: (String) -> Value?
  ) -> Setting<Value>? {
    for name in names {
      guard let value = host.environment(name).flatMap(meaning) else { continue }
      return Setting(value: value, origin: .environment(name))
    }
    return nil
  }

  private static func setting<Value>(
    file value: JSONValue?,
    _ meaning: (String) -> Value?
  ) -> Setting<Value>? {
    guard case .string(let text) = value, let value = meaning(text) else { return nil }
    return Setting(value: value, origin: .file)
  }

  private static func setting(_ value: JSONValue?) -> Setting<Bool>? {
    guard case .boolean(let value) = value else { return nil }
    return Setting(value: value, origin: .file)
  }

  /// How much styling may go to a stream.
  func level(_ host: Host, _ stream: StandardStream) -> StyleLevel {
    if plain.value { return .plain }
    return StyleLevel.decide(
      flag: color.value,
      environment: ["TERM": host.environment("TERM") ?? ""],
      isTerminal: host.streams.facts(stream).isTerminal
    )
  }
}
