import Foundation
import JSONSyntax
import ScenarioCompiler
import ScenarioEngine
import SourceText

/// The measurements, in the order they are printed.
struct Bench {
  enum Failure: Error {
    case commandFailed(String)
    case doesNotCompile(String)
    case differentPaths
  }

  private let neutral: [UInt8]

  init(story: String?) throws {
    if let story {
      neutral = try Array(Data(contentsOf: URL(filePath: story)))
      return
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rehearse-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.execute("/usr/bin/env", ["python3", "Tests/Support/gen.py", "10000", folder.path])
    neutral = try Array(Data(contentsOf: folder.appending(path: "neutral.json")))
  }

  /// The author's tools; in a process of their own, so that the memory is theirs.
  func search() throws {
    let searching = Searching(listening: try Listening())
    try searching.measure("story", try Story(neutral: neutral).scenarioBytes)
    try searching.measure("ladder", Searching.ladder(10_000))
  }

  func run() throws {
    print("machine: \(Machine.description)")
    try measureStart()
    let source = try Story(neutral: neutral).scenarioBytes
    try measureLoad(source)
    try measurePlay(source)
    let listening = try Listening()
    try listening.measure()
    var painting = try Painting(listening)
    painting.measure()
  }

  /// From the start of the process to the first line of a conversation.
  private func measureStart() throws {
    let binary = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "rehearse")
    guard FileManager.default.isExecutableFile(atPath: binary.path) else {
      print("start to first line: not measured, for \(binary.lastPathComponent) is not built")
      return
    }
    let home = FileManager.default.temporaryDirectory.appending(path: "rehearse-bench-home")
    defer { try? FileManager.default.removeItem(at: home) }
    var times: [Double] = []
    for _ in 0..<21 {
      let process = Process()
      let output = Pipe()
      process.executableURL = binary
      process.arguments = ["play", "june-fourth", "--seed", "1"]
      process.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin"]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      let start = DispatchTime.now().uptimeNanoseconds
      try process.run()
      _ = try output.fileHandleForReading.read(upToCount: 1)
      times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
      _ = try output.fileHandleForReading.readToEnd()
      process.waitUntilExit()
    }
    times.sort()
    print(
      "start to first line: median \(times[times.count / 2].rounded(to: 1)) ms, "
        + "slowest \(times[times.count - 1].rounded(to: 1)) ms of \(times.count)"
    )
  }

  /// Reading, checking and compiling a large scenario.
  private func measureLoad(_ source: [UInt8]) throws {
    var best = Double.infinity
    var first = 0.0
    var counts = (moments: 0, replies: 0)
    for round in 0..<5 {
      let start = DispatchTime.now().uptimeNanoseconds
      let scenario = try Self.compile(source)
      let time = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
      if round == 0 { first = time }
      best = min(best, time)
      counts = (scenario.momentCount, scenario.replyCount)
    }
    print(
      "load with every check: \(counts.moments) moments, \(counts.replies) replies, "
        + "\(source.count / 1_000_000) MB: first \(first.rounded(to: 0)) ms, "
        + "best \(best.rounded(to: 0)) ms; peak memory \(Machine.peakMegabytes) MB"
    )
  }

  /// The one JSON line by which dialogue engines are compared.
  private func measurePlay(_ source: [UInt8]) throws {
    var first = 0.0
    var best = Double.infinity
    var loaded: Scenario?
    for round in 0..<3 {
      let start = DispatchTime.now().uptimeNanoseconds
      loaded = try Self.compile(source)
      let time = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
      if round == 0 { first = time }
      best = min(best, time)
    }
    guard let scenario = loaded else { return }
    var bot = Bot(scenario)
    for _ in 0..<50 { bot.play() }
    let proof = (turns: bot.turns, letters: bot.letters)
    bot = Bot(scenario)
    let start = DispatchTime.now().uptimeNanoseconds
    var seconds = 0.0
    var plays = 0
    repeat {
      for _ in 0..<20 { bot.play() }
      plays += 20
      seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    } while seconds < 6
    let saving = try measureSaving(scenario)
    let line: [(String, String)] = [
      ("load_first_ms", "\(first.rounded(to: 1))"),
      ("load_best_ms", "\(best.rounded(to: 1))"),
      ("verify_turns", "\(proof.turns)"),
      ("verify_letters", "\(proof.letters)"),
      ("plays_per_s", "\((Double(plays) / seconds).rounded(to: 1))"),
      ("turns_per_s", "\(Int(Double(bot.turns) / seconds))"),
      ("save_us", "\(saving.save.rounded(to: 2))"),
      ("loadstate_us", "\(saving.restore.rounded(to: 2))"),
      ("save_bytes", "\(saving.bytes)"),
    ]
    print("{" + line.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}")
  }

  private func measureSaving(
    _ scenario: Scenario
  ) throws -> (save: Double, restore: Double, bytes: Int) {
    var conversation = Conversation(scenario, seed: 1)
    var chance = XorShift()
    for _ in 0..<15 where conversation.ending == nil {
      let open = conversation.offers.filter(\.isOpen)
      conversation.choose(open[Int(chance.next() % UInt32(open.count))].reply)
    }
    var saved: [UInt8] = []
    let start = DispatchTime.now().uptimeNanoseconds
    for _ in 0..<200 { saved = MoveText.write(conversation) ?? [] }
    let middle = DispatchTime.now().uptimeNanoseconds
    var restored = conversation
    for _ in 0..<200 {
      guard let (seed, moves) = MoveText.read(saved) else { throw Failure.differentPaths }
      restored = try Conversation(scenario, seed: seed, replaying: moves)
    }
    let end = DispatchTime.now().uptimeNanoseconds
    guard restored.state == conversation.state else { throw Failure.differentPaths }
    return (
      Double(middle - start) / 200e3, Double(end - middle) / 200e3, saved.count
    )
  }

  static func compile(_ bytes: [UInt8]) throws -> Scenario {
    let file = SourceFile(path: "story.json", bytes: bytes)
    let context = CompileContext(
      dimensions: ["core": ["honesty", "clarity", "shared-parenting"]]
    )
    let result = ScenarioCompiler.compile(file, context: context)
    guard let scenario = result.scenario else {
      let text = DiagnosticRenderer(files: [file]).text(for: Array(result.diagnostics.prefix(3)))
      throw Failure.doesNotCompile(text)
    }
    return scenario
  }

  private static func execute(_ path: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      throw Failure.commandFailed(arguments.joined(separator: " "))
    }
  }
}

/// Plays at random, with all text and every label produced, as the comparison asks.
struct Bot {
  private let scenario: Scenario
  private var chance = XorShift()
  private var text: [UInt8] = []
  private(set) var turns = 0
  private(set) var letters = 0

  init(_ scenario: Scenario) {
    self.scenario = scenario
    text.reserveCapacity(4096)
  }

  mutating func play() {
    var conversation = Conversation(scenario, seed: 1)
    while true {
      text.removeAll(keepingCapacity: true)
      for spoken in conversation.spoken {
        scenario.write(scenario.line(spoken.line).text, in: conversation.state, to: &text)
      }
      for offer in conversation.offers {
        scenario.write(scenario.reply(offer.reply).say, in: conversation.state, to: &text)
      }
      for byte in text where byte > 32 { letters += 1 }
      if conversation.ending != nil { return }
      // Every offer of the story is open: it has no locked replies.
      let count = UInt32(conversation.offers.count)
      conversation.choose(conversation.offers[Int(chance.next() % count)].reply)
      turns += 1
    }
  }
}

/// The generator that the comparison prescribes for all engines (Marsaglia 2003).
struct XorShift {
  private var bits: UInt32 = 12345

  mutating func next() -> UInt32 {
    bits ^= bits << 13
    bits ^= bits >> 17
    bits ^= bits << 5
    return bits
  }
}

extension Double {
  fileprivate func rounded(to places: Int) -> String { String(format: "%.\(places)f", self) }
}
