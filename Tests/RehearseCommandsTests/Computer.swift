import Platform
import RehearseCommands
import Terminal

/// What one run of the program came to.
struct Run: Hashable {
  let status: Int32
  let output: String
  let errors: String

  /// Everything that was shown, on either stream.
  var all: String { output + errors }
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// Whether the texts stand in the output in this order.
  func shows(inOrder texts: [String]) -> Bool {
    var rest = output[...]
    for text in texts {
      guard let found = rest.firstRange(of: text) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}

/// A computer in memory with somebody at its keyboard.
struct Computer {
  let memory: MemoryHost
  /// The machine as the program sees it; a test may change what it likes.
  var host: Host

  /// Sets up a computer with the kitchen on it; the whole rubric takes ten times as long to read.
  init(now: Int64 = 1_795_298_400_000, seed: UInt64 = 1, wholeRubric: Bool = false) {
    memory = MemoryHost(now: now, seed: seed)
    host = memory.host
    put(Kitchen.path, Kitchen.text)
    if !wholeRubric {
      put("/shelf/Rubrics/core.json", Kitchen.rubric)
      memory.setEnvironment("REHEARSE_SCENARIOS", "/shelf")
    }
  }

  /// Puts a text file in place.
  func put(_ path: String, _ text: String) { memory.put(path, Array(text.utf8)) }

  static let attempts = "/home/person/.local/share/rehearse/attempts"

  /// The paths of the journals there are.
  var journals: [String] { memory.paths.filter { $0.hasSuffix(".journal") } }

  /// The name of the only attempt, or of the last by time and chance.
  var attempt: String {
    let name = journals.last?.split(separator: "/").last.map(String.init) ?? ""
    return String(name.dropLast(".journal".count))
  }

  /// A journal's text.
  func journal(_ path: String) -> String {
    String(decoding: memory.bytes(path) ?? [], as: UTF8.self)
  }

  /// The ids of the replies in the order they were chosen, by the only or last journal.
  var chosen: [String] {
    journal(journals.last ?? "").split(separator: "\n").compactMap { line in
      guard line.contains("\"kind\":\"moved\"") else { return nil }
      return line.split(separator: "\"chose\":\"").last?.split(separator: "\"").first.map(
        String.init
      )
    }
  }

  /// Runs the program; what is typed comes in one line after the other, then `last` for ever.
  ///
  /// With an echo it is seen, as at a terminal.
  func run(
    _ words: [String],
    typing typed: [String] = [],
    then last: InputChunk = .end,
    echoes: Bool = false
  ) -> Run {
    run(words, chunks: typed.map { .bytes(Array("\($0)\n".utf8)) } + [last], echoes: echoes)
  }

  /// Runs the program with exactly these chunks of input, the last one for ever.
  ///
  /// With a terminal, practice is painted where the streams are terminals.
  func run(
    _ words: [String],
    chunks: [InputChunk],
    terminal: TerminalControl? = nil,
    echoes: Bool = false
  ) -> Run {
    var machine = host
    machine.arguments = ["rehearse"] + words
    let (out, err) = (memory.written(to: .output), memory.written(to: .error))
    var rest = chunks[...]
    let input = InputSource { _ in
      let chunk = rest.count > 1 ? rest.removeFirst() : rest.first ?? .end
      if echoes, case .bytes(let bytes) = chunk { try? machine.streams.write(.output, bytes) }
      return chunk
    }
    let status = Program.run(host: machine, input: input, terminal: terminal)
    return Run(
      status: status,
      output: String(memory.written(to: .output).dropFirst(out.count)),
      errors: String(memory.written(to: .error).dropFirst(err.count))
    )
  }

  /// Plays the kitchen.
  func play(_ typed: [String], _ options: [String] = []) -> Run {
    run(["play", Kitchen.path] + options, typing: typed)
  }
}
