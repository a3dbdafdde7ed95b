import JSONSyntax
import Platform
import Records
import ScenarioCompiler
import Scoring
import SourceText
import Terminal
import TerminalFront

extension Program {
  // MARK: list

  func list(_ arguments: Arguments) -> ExitStatus {
    let shelf: Shelf
    do throws(Catalog.Failure) {
      shelf = try Shelf(Catalog(host: host))
    } catch {
      return explain(error)
    }
    if arguments.has("--json") {
      printJSON(.array(shelf.entries.map(\.json)))
      return .done
    }
    for entry in shelf.entries {
      var people: [String] = []
      for name in entry.people where !people.contains(name) { people.append(name) }
      console.show([
        .item("\(entry.id): \(entry.title), with \(people.joined(separator: " and "))."),
        .text(entry.summary),
      ])
    }
    sayBroken(shelf)
    return .done
  }

  // MARK: where

  func whereCommand(_ arguments: Arguments) -> ExitStatus {
    let library = Library(host: host)
    let store = AttemptStore(host: host)
    if arguments.has("--json") {
      printJSON(
        .object([
          JSONValue.Member(
            "scenarios",
            .array(library.shelves.map { .string($0.explanation) })
          ),
          JSONValue.Member("attempts", store.folder.map { .string($0) } ?? .null),
        ])
      )
      return .done
    }
    console.say("Scenarios, cases and rubrics are taken from the first of these that has them:")
    for (place, shelf) in library.shelves.enumerated() {
      console.show([.option(key: "\(place + 1)", words: shelf.explanation, isOpen: true)])
    }
    console.say(
      "Looked at in this order, where there is such a folder: the one that REHEARSE_SCENARIOS "
        + "names, Scenarios in the folder you are in, your data folder, the program itself."
    )
    console.say(
      store.folder.map { "Your attempts are kept in \($0)" }
        ?? "Your attempts are not kept: HOME is not set."
    )
    if let places = try? RecordsPlaces(host: host) {
      console.say("The counts of classes you led are kept in \(places.classes)")
    }
    return .done
  }

  // MARK: check

  func check(_ arguments: Arguments) -> ExitStatus {
    let catalog = Catalog(host: host)
    var diagnostics: [Diagnostic] = []
    var files: [SourceFile] = []
    var status = ExitStatus.done
    for path in arguments.operands {
      do throws(HostError) {
        let file = SourceFile(path: path, bytes: try host.files.read(path, Library.sizeLimit))
        let found = catalog.check(file, reviews: arguments.has("--review"))
        files += found.files
        diagnostics += found.diagnostics
        if !arguments.has("--json") { report(found, on: path) }
        if found.diagnostics.hasErrors { status = .badScenario }
      } catch {
        if case .tooLarge = error {
          console.complain("\(path): error[too-large]: \(error.explanation)")
          status = .badScenario
          continue
        }
        if case .notFound = error {
          console.complain(noSuchFile(path))
          if status == .done { status = .noSuchFile }
        } else {
          console.complain(error.explanation)
          if status == .done { status = .failed }
        }
      }
    }
    if arguments.has("--json") {
      printJSON(text: DiagnosticRenderer(files: files).json(for: diagnostics.inFileOrder()))
    }
    return status
  }

  private func report(_ found: Catalog.Checked, on path: String) {
    let renderer = DiagnosticRenderer(files: found.files)
    guard !found.diagnostics.isEmpty else {
      console.say("\(path): nothing to mend.")
      return
    }
    for line in renderer.text(for: found.diagnostics)
      .split(separator: "\n", omittingEmptySubsequences: false)
    {
      console.output.line("\(String(line))")
    }
    console.say(renderer.summary(of: found.diagnostics))
  }
}

extension Catalog {
  /// What was found in a file.
  struct Checked {
    let files: [SourceFile]
    let diagnostics: [Diagnostic]
  }

  /// Reads a scenario, case or rubric, and says everything that is to be mended.
  ///
  /// A review also says what a careful colleague would, of a scenario that has no errors.
  func check(_ file: SourceFile, reviews: Bool = false) -> Checked {
    if DocumentFormat(of: file) == .rubric {
      return Checked(files: [file], diagnostics: RubricLoader.load(file).diagnostics)
    }
    do throws(Failure) {
      if DocumentFormat(of: file) == .wholeCase {
        _ = try wholeCase(file)
        return Checked(files: [file], diagnostics: [])
      }
      let playable = try scenario(file, path: nil)
      let review = reviews ? self.review(file, playable) : []
      return Checked(files: [file], diagnostics: (playable.remarks + review).inFileOrder())
    } catch {
      guard case .invalid(let files, let diagnostics) = error else {
        return Checked(files: [file], diagnostics: [])
      }
      return Checked(files: files, diagnostics: diagnostics)
    }
  }
}

extension Shelf.Entry {
  fileprivate var json: JSONValue {
    .object([
      JSONValue.Member("id", .string(id)),
      JSONValue.Member("kind", .string(talks.isEmpty ? "scenario" : "case")),
      JSONValue.Member("title", .string(title)),
      JSONValue.Member("summary", .string(summary)),
      JSONValue.Member("people", .array(people.map { .string($0) })),
      JSONValue.Member("talks", .array(talks.map { .string($0) })),
      JSONValue.Member("path", .string(path)),
      JSONValue.Member("draft", draft.map { .string($0) } ?? .null),
    ])
  }
}
