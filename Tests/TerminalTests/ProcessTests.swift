import Testing

@testable import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Handlers belong to a process, so each of these runs in a child of its own.
@Suite(.timeLimit(.minutes(1))) struct ProcessTests {
  private static let enterAlternate = "\u{1B}[?1049h"
  private static let leaveAll = "\u{1B}[0m\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l"

  @Test func endsByTheSignalItself() async {
    await #expect(processExitsWith: .signal(SIGINT)) { Signal.interrupt.endProcess() }
    await #expect(processExitsWith: .signal(SIGTERM)) { Signal.terminate.endProcess() }
    await #expect(processExitsWith: .signal(SIGHUP)) { Signal.hangup.endProcess() }
  }

  @Test func shellsSeeTheUsualNumbers() {
    #expect([Signal.interrupt, .terminate, .hangup].map(\.exitStatus) == [130, 143, 129])
  }

  @Test func signalsWakeWhoeverWaits() async {
    await #expect(processExitsWith: .success) {
      let pipe = try SignalPipe.install()
      #expect(try SignalPipe.install().descriptor == pipe.descriptor)
      var ends: [Int32] = [0, 0]
      #expect(openPipe(&ends) == 0)
      let input = LineInput(descriptor: ends[0], signals: pipe)
      raiseHere(SIGWINCH)
      raiseHere(SIGTERM)
      #expect(input.next() == .interrupted(.terminate))
      // Taken: the next one is reported again and does not end the process.
      raiseHere(SIGTERM)
      #expect(input.next() == .interrupted(.terminate))
      // One that comes while it waits.
      _ = Task.detached {
        usleep(50_000)
        kill(getpid(), SIGINT)
      }
      #expect(input.next() == .interrupted(.interrupt))
    }
  }

  @Test func aSecondCtrlCEndsAProgramThatIsStuck() async {
    await #expect(processExitsWith: .signal(SIGINT)) {
      _ = try SignalPipe.install()
      raiseHere(SIGINT)
      raiseHere(SIGINT)
    }
  }

  @Test func ignoredSignalsStayIgnored() async {
    await #expect(processExitsWith: .success) {
      signal(SIGHUP, SIG_IGN)
      let pipe = try SignalPipe.install()
      raiseHere(SIGHUP)
      #expect(pipe.take() == [])
    }
  }

  @Test func aReaderThatLeftIsNotADeath() async {
    await #expect(processExitsWith: .success) {
      _ = try SignalPipe.install()
      var ends: [Int32] = [0, 0]
      #expect(openPipe(&ends) == 0)
      close(ends[0])
      let output = TerminalOutput(level: .plain, descriptor: ends[1])
      output.line("is anybody there?")
      #expect(output.result == .readerGone)
    }
  }

  @Test func leavingGivesEverythingBack() async throws {
    let terminal = try PseudoTerminal()
    let before = terminal.settings
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      let descriptor = PseudoTerminal.open(path)
      try TerminalModes.enter(input: descriptor, output: descriptor, alternateScreen: true)
      #expect(TerminalModes.areActive)
      var raw = termios()
      tcgetattr(descriptor, &raw)
      #expect(raw.c_lflag & tcflag_t(ICANON | ECHO) == 0)
      #expect(raw.c_lflag & tcflag_t(ISIG) != 0)
      TerminalModes.markPastes(true)
      TerminalModes.markPastes(true)
      TerminalModes.leave()
      TerminalModes.leave()
      #expect(!TerminalModes.areActive)
    }
    #expect(terminal.settings == before)
    #expect(
      terminal.painted() == Self.enterAlternate + "\u{1B}[?2004h\u{1B}[?2026l" + Self.leaveAll
    )
    terminal.close()
  }

  @Test func withoutAnotherScreenNoneIsLeft() async throws {
    let terminal = try PseudoTerminal()
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      let descriptor = PseudoTerminal.open(path)
      try TerminalModes.enter(input: descriptor, output: descriptor, alternateScreen: false)
      TerminalModes.leave()
    }
    #expect(!terminal.painted().contains("1049"))
    terminal.close()
  }

  @Test func aCrashGivesEverythingBackAndSaysSo() async throws {
    let terminal = try PseudoTerminal()
    let before = terminal.settings
    let result = await #expect(
      processExitsWith: .signal(SIGILL),
      observing: [\.standardErrorContent]
    ) { [path = terminal.path as String] in
      let descriptor = PseudoTerminal.open(path)
      TerminalModes.guardAgainstCrashes(message: "Your answers\u{1B} are kept.")
      try TerminalModes.enter(input: descriptor, output: descriptor, alternateScreen: true)
      let empty: [Int] = []
      let index = Int(getpid()) % 1
      #expect(empty[index] == 0)
    }
    #expect(terminal.settings == before)
    #expect(terminal.painted().hasSuffix(Self.leaveAll))
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.hasSuffix("Your answers^[ are kept.\n"))
    terminal.close()
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGTRAP, SIGQUIT])
  func everyBadEndGivesTheTerminalBack(_ number: Int32) async throws {
    let terminal = try PseudoTerminal()
    let before = terminal.settings
    let result = await #expect(processExitsWith: .failure) {
      [path = terminal.path as String, number] in
      let descriptor = PseudoTerminal.open(path)
      TerminalModes.guardAgainstCrashes(message: "")
      try TerminalModes.enter(input: descriptor, output: descriptor, alternateScreen: true)
      raiseHere(number)
    }
    #expect(result?.exitStatus == .signal(number))
    #expect(terminal.settings == before)
    #expect(terminal.painted().hasSuffix(Self.leaveAll))
    terminal.close()
  }

  @Test func endingSignalsGiveTheTerminalBack() async throws {
    let terminal = try PseudoTerminal()
    let before = terminal.settings
    await #expect(processExitsWith: .signal(SIGTERM)) { [path = terminal.path as String] in
      let descriptor = PseudoTerminal.open(path)
      let pipe = try SignalPipe.install()
      try TerminalModes.enter(input: descriptor, output: descriptor, alternateScreen: true)
      raiseHere(SIGTERM)
      let chunk = InputSource(descriptor: descriptor, signals: pipe).next()
      #expect(chunk == .signal(.terminate))
      if case .signal(let signal) = chunk { signal.endProcess() }
    }
    #expect(terminal.settings == before)
    terminal.close()
  }

  @Test func keysArriveOneByOne() async throws {
    let terminal = try PseudoTerminal(rows: 16, columns: 55)
    terminal.type("q")
    await #expect(processExitsWith: .success) { [path = terminal.path as String] in
      let descriptor = PseudoTerminal.open(path)
      #expect(TerminalDevice.isTerminal(descriptor))
      #expect(TerminalDevice.size(descriptor) == TerminalSize(rows: 16, columns: 55))
      // Typed ahead, before the terminal was taken: it must not be thrown away.
      try TerminalModes.enter(input: descriptor, output: descriptor, alternateScreen: false)
      let source = InputSource(descriptor: descriptor)
      #expect(source.next(within: 2_000) == .bytes([0x71]))
      #expect(source.next(within: KeyReader.patience) == .timedOut)
      TerminalModes.leave()
    }
    terminal.close()
  }

  @Test func pastedLinesComeAsABurst() throws {
    let terminal = try PseudoTerminal()
    terminal.type("one\ntwo\n")
    let input = LineInput(descriptor: terminal.slave)
    #expect(input.next() == .line(InputLine(text: "one")))
    #expect(input.hasMoreBuffered)
    #expect(input.next() == .line(InputLine(text: "two")))
    #expect(!input.hasMoreBuffered)
    terminal.close()
  }

  @Test func notATerminalIsAFailureNotACrash() {
    var ends: [Int32] = [0, 0]
    #expect(openPipe(&ends) == 0)
    #expect(throws: SystemFailure(call: "tcgetattr", code: ENOTTY)) {
      try TerminalModes.enter(input: ends[0], output: ends[1], alternateScreen: true)
    }
    #expect(!TerminalDevice.isTerminal(ends[0]))
    #expect(TerminalDevice.size(ends[0]) == nil)
    close(ends[0])
    close(ends[1])
  }
}

// In a scope with a value named pipe, the function needs another name.
private func openPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }

/// The threads that run tests hold signals back; the main thread of a program does not.
private func raiseHere(_ number: Int32) {
  var mask = sigset_t()
  sigemptyset(&mask)
  sigaddset(&mask, number)
  pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  raise(number)
}
