import Foundation
import ScenarioCompiler
import ScenarioEngine
import Scoring
import SourceText
import Terminal
import TerminalFront

/// From a key to the bytes of its paint, on the screen and in the room.
struct Painting {
  private let scenario: Scenario
  private let rubric: Rubric
  private let listener: Listener
  /// Milliseconds by the clock, and of the processor alone: a busy machine lengthens only the first.
  private var times: [Double] = []
  private var work: [Double] = []

  init(_ listening: Listening) throws {
    let path = "Scenarios/Library/june-fourth.json"
    let bytes = try Array(Data(contentsOf: URL(filePath: path)))
    let file = SourceFile(path: path, bytes: bytes)
    rubric = listening.listener.rubric
    listener = listening.listener
    let context = CompileContext(dimensions: [rubric.id: rubric.dimensions.map(\.id)])
    let result = ScenarioCompiler.compile(file, context: context)
    guard let scenario = result.scenario else {
      throw Bench.Failure.doesNotCompile(
        DiagnosticRenderer(files: [file]).text(for: result.diagnostics)
      )
    }
    self.scenario = scenario
  }

  mutating func measure() {
    for size in [TerminalSize(rows: 24, columns: 80), TerminalSize(rows: 60, columns: 200)] {
      for manner in [PracticeScreen.Manner.inline, .full] { play(manner, size) }
      lead(size)
    }
    print("key to paint: \(Self.line(times)) of \(times.count) keys")
    print("key to paint, of the processor's time: \(Self.line(work))")
  }

  private static func line(_ times: [Double]) -> String {
    let sorted = times.sorted()
    let places = [("median", sorted.count / 2), ("slowest", sorted.count - 1)]
    return places.map { "\($0) \(String(format: "%.2f", sorted[$1])) ms" }.joined(separator: ", ")
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  private mutating func timed(_ act: () -> Void) {
    let workStart = Self.processorTime()
    let start = DispatchTime.now().uptimeNanoseconds
    act()
    times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
    work.append(Self.processorTime() - workStart)
  }

  /// A talk to the end of its debrief: arrows, a line typed and judged, choices, pages.
  private mutating func play(_ manner: PracticeScreen.Manner, _ size: TerminalSize) {
    let listener = listener
    var rehearsal = Rehearsal(
      Conversation(scenario, seed: 7),
      mode: .learn,
      rubric: rubric,
      listener: { listener },
      keepsWords: false
    )
    var screen = PracticeScreen(manner: manner)
    screen.show(rehearsal.openingBlocks)
    screen.show(rehearsal.begin().blocks)
    screen.ask(rehearsal.prompt, scene: rehearsal.scene)
    var shown: Frame?
    func press(_ key: Key) {
      if case .line(let line, _) = screen.take(key) {
        screen.show(rehearsal.take(.line(line)).blocks)
        screen.ask(rehearsal.prompt, scene: rehearsal.scene)
      }
      let painting = screen.paint(size: size)
      let update =
        manner == .full
        ? ScreenUpdate(from: shown, to: painting.live, level: .color, isSynchronized: true)
        : ScreenUpdate(
          below: shown,
          printing: painting.finished,
          to: painting.live,
          level: .color,
          isSynchronized: true
        )
      shown = painting.live
      precondition(update.bytes.count < 1 << 20, "a screen is never so large")
    }
    let words = "On June 4 the judge looks. I do not know yet how it ends."
    let typed = words.unicodeScalars.map { Key.scalar($0) } + [.enter, .enter]
    let turn: [Key] = [.end, .down, .down, .up, .scalar("?"), .end, .escape, .scalar("1")]
    for key in [.end] + typed + Array(repeating: turn, count: 12).flatMap(\.self)
    where rehearsal.outcome == nil {
      timed { press(key) }
    }
    for _ in 0..<40 where rehearsal.outcome == nil { timed { press(.enter) } }
  }

  /// A class to its close, by Space and counts.
  private mutating func lead(_ size: TerminalSize) {
    let session = RoomSession(scenario, rubric: rubric, seed: 7)
    var projector = RoomProjector(session, size: size)
    var shown: Frame?
    for number in 0..<200 where !projector.isLeft {
      let key: Key = number % 11 == 10 ? .scalar("A") : .scalar(" ")
      timed {
        _ = projector.take(key, at: 0)
        let frame = projector.frame(at: 0)
        let update = ScreenUpdate(from: shown, to: frame, level: .color, isSynchronized: true)
        shown = frame
        precondition(update.bytes.count < 1 << 20, "a screen is never so large")
      }
    }
  }
}
