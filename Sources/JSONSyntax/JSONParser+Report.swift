import SourceText

extension JSONParser {
  /// Reports a finding with, possibly, an edit that mends it.
  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at offsets: Range<Int>,
    fix: (title: String, replacement: String)? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    if log.countsWithoutKeeping() { return }
    let place = range(offsets)
    log.report(
      Diagnostic(
        code,
        message,
        at: place,
        notes: notes,
        fixIts: fix.map {
          [
            Diagnostic.FixIt(
              $0.title,
              edits: [SourceEdit(replacing: place, with: $0.replacement)]
            )
          ]
        } ?? []
      )
    )
  }

  mutating func reportTrailingComma() {
    let bracket = frames.last?.isObject == true ? "}" : "]"
    report(
      .trailingComma,
      "no comma may follow the last value before \"\(bracket)\"",
      at: comma..<comma + 1,
      fix: ("take the comma out", "")
    )
    comma = -1
  }

  mutating func reportMissingComma() {
    defer { forgivesMissingComma = false }
    guard !forgivesMissingComma else { return }
    report(
      .missingComma,
      "a comma is missing after this value",
      at: lastEnd..<lastEnd,
      fix: ("write a comma here", ",")
    )
  }

  /// Reports that the frames from `depth` on are never closed, seen at `position`.
  mutating func reportUnclosed(from depth: Int, seenBefore what: String) {
    hasBracketFaults = true
    guard let frame = frames.last, !log.countsWithoutKeeping() else { return }
    let brackets = frames[depth...].reversed().map { $0.isObject ? "}" : "]" }.joined()
    let opening = frame.isObject ? "{" : "["
    let start = Int(nodes[frame.node].start)
    let line = file.location(of: start).line
    let name = path(to: frames.count - 1)
    let outer = frames[depth..<frames.count - 1].indices.reversed().prefix(8).map { index in
      let start = Int(nodes[frames[index].node].start)
      return Diagnostic.Note("\(path(to: index)) is open too", at: range(start..<start + 1))
    }
    // A comma that waits for another value stays outside, or goes if nothing follows.
    let offset = comma >= 0 ? comma : lastEnd
    let end = range(offset..<(comma >= 0 && depth == 0 ? offset + 1 : offset))
    let endLine = file.location(of: offset).line
    log.report(
      Diagnostic(
        .unclosed,
        "\(name), opened on line \(line) with \"\(opening)\", is never closed",
        at: range(start..<start + 1),
        notes: [Diagnostic.Note("it should be closed before \(what)", at: end)] + outer,
        fixIts: [
          Diagnostic.FixIt(
            "add \"\(brackets)\" at the end of line \(endLine)",
            edits: [SourceEdit(replacing: end, with: brackets)]
          )
        ]
      )
    )
  }

  /// Names an open object or array by the keys that lead to it: `"moments" > "the-clock"`.
  func path(to depth: Int) -> String {
    var steps: [String] = []
    for index in frames.indices.prefix(depth + 1) {
      let frame = frames[index]
      if frame.key >= 0, nodes[frame.key].extra != 0 {
        steps.append("\"\(shortened(JSONDocument.text(of: nodes[frame.key], in: file.bytes)))\"")
      } else if index > 0 && !frames[index - 1].isObject {
        steps.append("item \(frames[index - 1].count + 1)")
      }
    }
    return steps.isEmpty ? "the outermost bracket" : steps.joined(separator: " > ")
  }

  func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > 40 else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(39))) + "…"
  }

  /// Reports what is told once for the whole file.
  mutating func reportTallies() {
    if let first = curlyQuotes.first {
      report(
        .curlyQuotes,
        "curly quotation marks stand where straight ones belong\(times(curlyQuotes)); Word does"
          + " this. Type straight quotes \" instead: turn off \"smart quotes\" in Word, or use a"
          + " plain text editor",
        at: first
      )
    }
    if let first = singleQuotes.first {
      report(
        .singleQuotes,
        "keys and texts stand in double quotation marks (\"), not in single ones"
          + times(singleQuotes),
        at: first
      )
    }
    if let first = badBytes.first {
      let byte = Self.hexadecimal(file.bytes[first.lowerBound])
      report(
        .badUTF8,
        "the byte \(byte) is no character in UTF-8\(times(badBytes)); save the file as UTF-8",
        at: first
      )
    }
    if let first = oddSpaces.first {
      report(
        .oddSpace,
        "between values only ordinary spaces, tabs and line ends may stand\(times(oddSpaces));"
          + " this is another, often copied from a web page",
        at: first
      )
    }
  }

  private func times(_ tally: Tally) -> String {
    tally.count < 2 ? "" : " (\(tally.count) places in this file; this is the first)"
  }
}
