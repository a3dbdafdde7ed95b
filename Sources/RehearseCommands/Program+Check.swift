import Authoring
import JSONSyntax
import Platform
import ScenarioEngine
import SourceText
import Terminal
import TerminalFront

extension Program {
  // MARK: check

  func check(_ arguments: Arguments) -> ExitStatus {
    let states = arguments.number("--states").map { Int($0) }
    var run = CheckRun(Catalog(host: host), states: states)
    var found: [CheckRun.Checked] = []
    var status = ExitStatus.done
    for path in arguments.operands {
      do throws(HostError) {
        let checked = try check(path, in: &run)
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
    in run: inout CheckRun
  ) throws(HostError) -> CheckRun.Checked {
    do throws(HostError) {
      let file = SourceFile(path: path, bytes: try host.files.read(path, Library.sizeLimit))
      return run.check(file)
    } catch {
      guard case .tooLarge = error else { throw error }
      let file = SourceFile(path: path, bytes: [])
      let tooLarge = Diagnostic(.fileTooLarge, error.reason, at: file.end)
      return CheckRun.Checked(files: [file], diagnostics: [tooLarge])
    }
  }

  private func report(_ found: CheckRun.Checked, on path: String) {
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

  private func show(_ reviewed: CheckRun.Reviewed) {
    console.show([.gap, .section(reviewed.scenario.notes.title)])
    console.show(reviewed.sentences.map { .item($0) })
  }
}
