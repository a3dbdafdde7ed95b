import Foundation
import Testing

@testable import Terminal

@Suite struct StyleLevelTests {
  @Test(arguments: [
    // flag, environment, is a terminal, level
    (StyleLevel.Flag.auto, ["TERM": "xterm"], true, StyleLevel.color),
    (.auto, ["TERM": "xterm"], false, .plain),
    (.auto, ["TERM": "dumb"], true, .plain),
    (.auto, [:], true, .plain),
    (.auto, ["TERM": ""], true, .plain),
    (.auto, ["TERM": "xterm", "NO_COLOR": "yes"], true, .attributes),
    (.auto, ["TERM": "xterm", "NO_COLOR": "0"], true, .attributes),
    (.auto, ["TERM": "xterm", "NO_COLOR": ""], true, .color),
    (.auto, ["TERM": "xterm", "NO_COLOR": "1"], false, .plain),
    (.auto, ["TERM": "dumb", "NO_COLOR": "1"], true, .plain),
    (.auto, ["TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "1"], true, .attributes),
    (.auto, ["CLICOLOR_FORCE": "1"], false, .color),
    (.auto, ["FORCE_COLOR": "3", "TERM": "dumb"], false, .color),
    (.auto, ["CLICOLOR_FORCE": "0", "FORCE_COLOR": ""], false, .plain),
    (.never, ["TERM": "xterm", "FORCE_COLOR": "1"], true, .attributes),
    (.never, ["TERM": "xterm"], false, .plain),
    (.never, ["TERM": "dumb"], true, .plain),
    (.always, ["TERM": "xterm", "NO_COLOR": "1"], true, .color),
    (.always, ["TERM": "dumb"], false, .color),
  ])
  func decides(
    _ flag: StyleLevel.Flag,
    _ environment: [String: String],
    _ isTerminal: Bool,
    _ expected: StyleLevel
  ) {
    let level = StyleLevel.decide(flag: flag, environment: environment, isTerminal: isTerminal)
    #expect(level == expected)
  }
}

@Suite struct TerminalOutputTests {
  /// One of the 256 colours that themes leave alone, as red, green and blue.
  private func color(_ index: Int) -> [Double] {
    let steps = [0, 95, 135, 175, 215, 255]
    return [36, 6, 1].map { Double(steps[(index - 16) / $0 % 6]) / 255 }
  }

  private func luminance(_ color: [Double]) -> Double {
    zip([0.2126, 0.7152, 0.0722], color).reduce(0) { sum, part in
      let (weight, value) = part
      let linear =
        value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      return sum + weight * linear
    }
  }

  @Test(arguments: Style.Ground.allCases)
  func everyGroundOfARoomIsReadFromTheLastRow(ground: Style.Ground) throws {
    let sequence = Style(ground: ground).sequence(at: .color)
    let codes = sequence.split { !$0.isNumber }.compactMap { Int($0) }
    #expect(codes.count == 6 && codes[0] == 38 && codes[3] == 48)
    try #require(codes.count == 6)
    let levels = [luminance(color(codes[2])), luminance(color(codes[5]))].sorted()
    #expect((levels[1] + 0.05) / (levels[0] + 0.05) >= 7)
  }

  /// Collects what was sent, write by write.
  private final class Sink {
    var writes: [String] = []
    var answer = WriteResult.written

    func take(_ bytes: [UInt8]) -> WriteResult {
      writes.append(String(decoding: bytes, as: UTF8.self))
      return answer
    }
  }

  private func written(_ text: StyledText, at level: StyleLevel) -> String {
    let sink = Sink()
    let output = TerminalOutput(level: level, write: sink.take)
    output.write(text)
    output.flush()
    return sink.writes.joined()
  }

  @Test func textIsMadeHarmless() {
    #expect(written("a\u{1B}]0;x\u{7}b\u{202E}", at: .color) == "a^[]0;x^Gb<U+202E>")
  }

  @Test(arguments: [
    (StyleLevel.plain, "red"), (.attributes, "\u{1B}[1;7mred\u{1B}[0m"),
    (.color, "\u{1B}[1;7;31mred\u{1B}[0m"),
  ])
  func stylesFollowTheLevel(_ level: StyleLevel, _ expected: String) {
    let style = Style(bold: true, reverse: true, color: .red)
    #expect(written(StyledText("red", style), at: level) == expected)
  }

  @Test func roomGroundsUseColorsThatThemesLeaveAlone() {
    let text = StyledText("x", Style(ground: .light))
    #expect(written(text, at: .color) == "\u{1B}[38;5;16;48;5;231mx\u{1B}[0m")
    #expect(written(text, at: .attributes) == "x")
  }

  @Test func plainOutputHasNoControlsWhateverIsWritten() {
    var random = SplitMix(seed: 3)
    for _ in 0..<500 {
      let style = Style(bold: Bool.random(using: &random), color: .cyan, ground: .dark)
      let text = StyledText(random.hostileText(), style) + "tail"
      let bytes = written(text, at: .plain).utf8
      #expect(bytes.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x0A })
    }
  }

  @Test func plainOutputShowsNoScreens() {
    let sink = Sink()
    let output = TerminalOutput(level: .plain, write: sink.take)
    let frame = Frame(size: TerminalSize(rows: 2, columns: 4))
    output.show(ScreenUpdate(from: nil, to: frame, level: .plain, isSynchronized: true))
    #expect(sink.writes.isEmpty)
  }

  @Test func everyLineLeavesAtOnceAndInOnePiece() {
    let sink = Sink()
    let output = TerminalOutput(level: .color, write: sink.take)
    output.write(StyledText("Tanya: ", .bold))
    #expect(sink.writes.isEmpty)
    output.line("June.")
    #expect(sink.writes == ["\u{1B}[1mTanya: \u{1B}[0mJune.\n"])
  }

  @Test func aReaderThatLeftEndsTheOutputQuietly() {
    let sink = Sink()
    sink.answer = .readerGone
    let output = TerminalOutput(level: .plain, write: sink.take)
    output.line("one")
    output.line("two")
    #expect(output.result == .readerGone)
    #expect(sink.writes == ["one\n"])
  }

  @Test func partialAndInterruptedWritesGoOn() {
    var taken: [UInt8] = []
    var calls = 0
    let result = WriteResult.writingAll(Array("hello, world".utf8)) { rest in
      calls += 1
      if calls % 3 == 0 { return .refused(4) }
      taken += rest.prefix(2)
      return .took(min(2, rest.count))
    }
    #expect(result == .written)
    #expect(String(decoding: taken, as: UTF8.self) == "hello, world")
  }

  @Test(arguments: [
    (Int32(32), WriteResult.readerGone), (28, .failed(SystemFailure(call: "write", code: 28))),
  ])
  func failuresSayWhat(_ code: Int32, _ expected: WriteResult) {
    #expect(WriteResult.writingAll([1]) { _ in .refused(code) } == expected)
  }
}
