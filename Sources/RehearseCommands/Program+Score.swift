import Platform
import Scoring
import Terminal
import TerminalFront

extension Program {
  /// Judges words given as arguments for a reader, or JSON Lines on standard input for a program.
  func score(_ arguments: Arguments) -> ExitStatus {
    let listener: Listener
    do throws(Catalog.Failure) {
      guard let core = try Catalog(host: host).rubrics()["core"] else {
        throw .notFound("core", nearest: nil)
      }
      listener = core.listener.value
    } catch {
      return explain(error)
    }
    let words = arguments.operands.joined(separator: " ")
    guard words.isEmpty else { return score(words, by: listener) }
    return scoreLines(by: listener)
  }

  private func score(_ words: String, by listener: Listener) -> ExitStatus {
    let judgement = listener.judge(words, ListeningContext())
    guard judgement.dimensions.contains(where: { $0.state != .unreadable }) else {
      console.say("I could not make sense of that, so I can't judge it. I read English only.")
      return .done
    }
    console.show([.you(words)])
    let findings = Rehearsal.findings(of: judgement, rubric: listener.rubric)
    console.show(findings)
    if judgement.findings.isEmpty {
      console.say("Nothing in it speaks of the plans, the time, or the two families.")
    }
    console.say("Judged without a card: no scenario says what is true here or what was asked.")
    return .done
  }

  /// Reads all of standard input, in the form `help scoring` shows, and answers line by line.
  private func scoreLines(by listener: Listener) -> ExitStatus {
    var input: [UInt8] = []
    while true {
      guard let bytes = try? host.streams.readInput(1 << 20), !bytes.isEmpty else { break }
      input += bytes
    }
    let result = ScoreLines.judge(input, by: listener)
    for line in result.output.split(separator: UInt8(ascii: "\n")) {
      console.output.line(StyledText(String(decoding: line, as: UTF8.self)))
    }
    return result.badLines == 0 ? .done : .failed
  }
}
