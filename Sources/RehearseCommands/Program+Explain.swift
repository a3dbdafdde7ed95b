import Authoring
import SourceText
import Terminal
import TerminalFront

extension Program {
  /// Says why a finding matters, with an example that has it and one that has not; or lists them all.
  func explain(_ arguments: Arguments) -> ExitStatus {
    guard let name = arguments.operands.first else { return listFindings() }
    guard let page = FindingPage.about(name), let code = FindingGroup.code(name) else {
      let names = FindingPage.all.map(\.name)
      let nearest = nearestMatch(to: name, among: names).map { "Did you mean \($0)?" }
      console.complain(
        "There is no finding called \"\(name)\". "
          + (nearest ?? "rehearse explain, without a name, lists them all.")
      )
      return .noSuchFile
    }
    console.show([
      .title("\(code.name) (\(code.severity.rawValue)): \(code.summary)"), .text(page.why), .gap,
      .section("This has the finding"),
    ])
    show(example: page.failing)
    if let finding = page.finding {
      let mend = finding.fixIts.first.map { " (\($0.title))" } ?? ""
      console.show([.gap, .section("What is said of it"), .text(finding.message + mend)])
    }
    console.show([.gap, .section("This has not")])
    show(example: page.mended)
    return .done
  }

  private func show(example: String) {
    for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
      console.output.line(StyledText(String(line)))
    }
  }

  private func listFindings() -> ExitStatus {
    for group in FindingGroup.all {
      console.show([.section(group.title)])
      console.show(
        group.codes.map { .item("\($0.name) (\($0.severity.rawValue)): \($0.summary)") } + [.gap]
      )
    }
    console.say("rehearse explain NAME says why one matters, and shows an example.")
    return .done
  }
}
