import Authoring
import JSONSyntax
import Platform
import ScenarioCompiler
import ScenarioEngine
import Scoring
import SourceText
import Terminal
import TerminalFront

extension Program {
  // MARK: check

  func check(_ arguments: Arguments) -> ExitStatus {
    var states: Int?
    if let words = arguments["--states"] {
      guard let number = Int(words), number > 0 else {
        console.complain("rehearse: --states takes a number above 0, such as 1000000.")
        return .usage
      }
      states = min(number, 100_000_000)
    }
    let catalog = Catalog(host: host)
    var found: [Catalog.Checked] = []
    var status = ExitStatus.done
    for path in arguments.operands {
      do throws(HostError) {
        let checked = try check(path, in: catalog, states: states)
        found.append(checked)
        if !arguments.has("--json") {
          report(checked, on: path)
          if arguments.has("--report") { checked.reviews.forEach(show) }
        }
        if checked.fails(strictly: arguments.has("--strict")) { status = .badScenario }
      } catch {
        if case .notFound = error {
          console.complain(noSuchFile(path))
          if status == .done { status = .noSuchFile }
        } else {
          console.complain(error.explanation)
          if case .wrongKind(_, .directory, _) = error {
            console.complain("To check what is in it: rehearse check \(path)/*.json")
          }
          if status == .done { status = .failed }
        }
      }
    }
    if arguments.has("--json") {
      let findings = DiagnosticRenderer(files: found.flatMap(\.files))
        .json(for: found.flatMap(\.diagnostics).inFileOrder())
      guard arguments.has("--report") else {
        printJSON(text: findings)
        return status
      }
      let reports = JSONWriter.pretty(.array(found.flatMap(\.reviews).map(\.json)))
      printJSON(text: "{\"findings\": \(findings),\n\"reports\": \(reports)}\n")
    }
    return status
  }

  private func check(
    _ path: String,
    in catalog: Catalog,
    states: Int?
  ) throws(HostError) -> Catalog.Checked {
    do throws(HostError) {
      let file = SourceFile(path: path, bytes: try host.files.read(path, Library.sizeLimit))
      return catalog.check(file, states: states)
    } catch {
      guard case .tooLarge = error else { throw error }
      let file = SourceFile(path: path, bytes: [])
      let tooLarge = Diagnostic(.fileTooLarge, error.reason, at: file.end)
      return Catalog.Checked(files: [file], diagnostics: [tooLarge])
    }
  }

  private func report(_ found: Catalog.Checked, on path: String) {
    let renderer = DiagnosticRenderer(files: found.files)
    guard !found.diagnostics.isEmpty else {
      let allowed = found.reviews.reduce(0) { $0 + $1.review.allowedCount }
      console.say(
        "\(path): nothing to mend."
          + (allowed > 0 ? " Allowed, with reasons: \(allowed)." : "")
      )
      return
    }
    for line in renderer.text(for: found.diagnostics)
      .split(separator: "\n", omittingEmptySubsequences: false)
    {
      console.output.line("\(String(line))")
    }
    console.say(renderer.summary(of: found.diagnostics))
  }

  private func show(_ reviewed: Catalog.Reviewed) {
    console.show([.gap, .section(reviewed.scenario.notes.title)])
    console.show(reviewed.sentences.map { .item($0) })
  }
}

extension Catalog {
  /// What was found in a file.
  struct Checked {
    let files: [SourceFile]
    let diagnostics: [Diagnostic]
    /// The scenarios of the file that have no errors, reviewed.
    var reviews: [Reviewed] = []

    /// Whether the file is not good enough; strictly, a warning is as bad as an error.
    func fails(strictly: Bool) -> Bool {
      diagnostics.contains { $0.severity == .error || (strictly && $0.severity == .warning) }
    }
  }

  /// A scenario, and everything the reviewer says of it.
  struct Reviewed {
    let scenario: Scenario
    let review: ScenarioReview
  }

  /// Reads a scenario, case or rubric, and says everything that is to be mended; of a scenario without
  /// errors also what a careful colleague would say.
  func check(_ file: SourceFile, states: Int? = nil) -> Checked {
    if let other = OtherFile.finding(in: file) {
      return Checked(files: [file], diagnostics: [other])
    }
    switch DocumentFormat(of: file) {
    case .rubric: return Checked(files: [file], diagnostics: RubricLoader.load(file).diagnostics)
    case .weights: return Checked(files: [file], diagnostics: EarLoader.load(file).diagnostics)
    case .scenario, .wholeCase: break
    }
    do throws(Failure) {
      if DocumentFormat(of: file) == .wholeCase {
        let found = try wholeCase(file)
        var checked: [Checked] = []
        for (place, talk) in found.talks.enumerated() {
          let earlier = found.talks.prefix(place).map(\.scenario)
          let state = EarlierState(after: earlier, carry: found.file.carry)
          checked.append(reviewed(talk, after: state, states))
        }
        return Checked(
          files: [file] + checked.flatMap(\.files),
          diagnostics: checked.flatMap(\.diagnostics).inFileOrder(),
          reviews: checked.flatMap(\.reviews)
        )
      }
      let playable = try scenario(file, path: nil)
      return reviewed(playable, after: earlierState(for: playable.scenario, in: file), states)
    } catch {
      guard case .invalid(let files, let diagnostics) = error else {
        return Checked(files: [file], diagnostics: [])
      }
      return Checked(files: files, diagnostics: diagnostics)
    }
  }

  private func reviewed(
    _ playable: Playable,
    after earlier: EarlierState,
    _ states: Int?
  ) -> Checked {
    let review = review(playable, after: earlier, states: states)
    return Checked(
      files: [playable.file],
      diagnostics: (playable.remarks + (review?.diagnostics ?? [])).inFileOrder(),
      reviews: review.map { [Reviewed(scenario: playable.scenario, review: $0)] } ?? []
    )
  }
}
