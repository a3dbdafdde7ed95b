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
      if let other = OtherFile.finding(in: file) { return refuse(file, other) }
      let result = Formatter.format(file, fixQuotes: arguments.has("--fix-quotes"))
      report(result.diagnostics, in: file)
      guard result.isFormatted else { return .badScenario }
      guard arguments.has("--write") else {
        return printFile(result.bytes)
      }
      guard result.isChanged else { return .done }
      return write(result.bytes, to: file.id.path)
    }
  }

  func importStory(_ arguments: Arguments) -> ExitStatus {
    withFile(arguments.operands[0]) { file in
      if file.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
        let path = file.id.path
        console.complain("\(path) is no Twine story. To check a scenario: rehearse check \(path)")
        return .badScenario
      }
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
        return printFile(scenario)
      }
      return write(scenario, to: path)
    }
  }

  func exportStory(_ arguments: Arguments) -> ExitStatus {
    withFile(arguments.operands[0]) { file in
      if let other = OtherFile.finding(in: file) { return refuse(file, other) }
      let result = TweeWriter.export(file)
      report(result.diagnostics, in: file)
      guard let bytes = result.bytes else { return .badScenario }
      guard let path = arguments["--output"] else {
        return printFile(bytes)
      }
      return write(bytes, to: path)
    }
  }

  // MARK: Files

  private func refuse(_ file: SourceFile, _ finding: Diagnostic) -> ExitStatus {
    report([finding], in: file)
    return .badScenario
  }

  func withFile(_ path: String, _ body: (SourceFile) -> ExitStatus) -> ExitStatus {
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

  func write(_ bytes: [UInt8], to path: String) -> ExitStatus {
    do throws(HostError) {
      try host.files.replace(path, bytes)
      return .done
    } catch {
      console.complain(error.explanation)
      return .failed
    }
  }

  func report(_ diagnostics: [Diagnostic], in file: SourceFile) {
    guard !diagnostics.isEmpty else { return }
    let renderer = DiagnosticRenderer(files: [file])
    console.complain(renderer.text(for: diagnostics))
    console.complain(renderer.summary(of: diagnostics))
  }

  func printLines(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines { console.output.line(StyledText(String(line))) }
  }

  /// Prints a file: byte for byte into a pipe or another file, and on a terminal as lines, so that nothing
  /// in it is obeyed there.
  private func printFile(_ bytes: [UInt8]) -> ExitStatus {
    guard !host.streams.facts(.output).isTerminal else {
      printLines(String(decoding: bytes, as: UTF8.self))
      return .done
    }
    // Whoever stops reading has what they wanted.
    try? host.streams.write(.output, bytes)
    return .done
  }
}
