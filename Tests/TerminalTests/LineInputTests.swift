import Testing

@testable import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct LineInputTests {
  /// An input that gives these chunks one by one and then ends.
  private func input(_ chunks: [InputChunk]) -> LineInput {
    var rest = chunks[...]
    return LineInput(source: InputSource { _ in rest.popFirst() ?? .end })
  }

  private func lines(_ bytes: [UInt8], splitEvery size: Int) -> [LineEvent] {
    let chunks = stride(from: 0, to: bytes.count, by: size)
      .map { InputChunk.bytes(Array(bytes[$0..<min($0 + size, bytes.count)])) }
    let input = input(chunks)
    var events: [LineEvent] = []
    while events.last != .endOfInput { events.append(input.next()) }
    return events
  }

  private func typed(_ lines: String...) -> [LineEvent] {
    lines.map { .line(InputLine(text: $0)) } + [.endOfInput]
  }

  @Test(arguments: 1...9)
  func linesSurviveAnySplit(_ size: Int) {
    let bytes = Array(
      "caf\u{E9}\r\n\u{65E5}\u{672C}\n\na\rb\0c\r\n\u{1F469}\u{200D}\u{1F467}\nlast".utf8
    )
    #expect(
      lines(bytes, splitEvery: size)
        == typed(
          "caf\u{E9}",
          "\u{65E5}\u{672C}",
          "",
          "a",
          "b\0c",
          "\u{1F469}\u{200D}\u{1F467}",
          "last"
        )
    )
  }

  @Test func invalidBytesAreShownNotLost() {
    #expect(
      lines([0x61, 0xFF, 0x62, 0x0A, 0xC3], splitEvery: 2) == typed("a\u{FFFD}b", "\u{FFFD}")
    )
  }

  @Test func byteOrderMarkIsNotTyped() {
    #expect(lines(Array("\u{FEFF}1\n\u{FEFF}2".utf8), splitEvery: 4) == typed("1", "\u{FEFF}2"))
  }

  @Test func endlessLinesAreCutBetweenCharacters() {
    let bytes = Array((String(repeating: "x", count: 65_535) + "\u{E9}\u{E9}\nnext\n").utf8)
    let cut = InputLine(text: String(repeating: "x", count: 65_535), isTruncated: true)
    let expected: [LineEvent] = [.line(cut), .line(InputLine(text: "next")), .endOfInput]
    #expect(lines(bytes, splitEvery: 4_096) == expected)
  }

  @Test func emptyInputIsTheEndAndStaysTheEnd() {
    let input = input([])
    #expect(input.next() == .endOfInput)
    #expect(input.next() == .endOfInput)
  }

  @Test func signalsInterruptAndTheHalfLineIsKept() {
    let input = input([
      .bytes(Array("ha".utf8)), .signal(.windowChanged), .signal(.interrupt),
      .bytes(Array("lf\n".utf8)),
    ])
    #expect(input.next() == .interrupted(.interrupt))
    #expect(input.next() == .line(InputLine(text: "half")))
  }

  @Test func burstsCanBeJoined() {
    let input = input([
      .bytes(Array("one\n".utf8)), .bytes(Array("two\nthr".utf8)), .timedOut,
      .bytes(Array("ee\n".utf8)),
    ])
    #expect(input.next() == .line(InputLine(text: "one")))
    #expect(input.hasMoreBuffered)
    #expect(input.next() == .line(InputLine(text: "two")))
    #expect(!input.hasMoreBuffered)
    #expect(input.next() == .line(InputLine(text: "three")))
  }

  @Test func lookingAheadLosesNoSignal() {
    let input = input([.bytes(Array("one\n".utf8)), .signal(.hangup), .bytes(Array("two\n".utf8))])
    #expect(input.next() == .line(InputLine(text: "one")))
    #expect(!input.hasMoreBuffered)
    #expect(input.next() == .interrupted(.hangup))
  }

  @Test func readsRealPipes() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let sent = WriteResult.writing(Array("one\ntw".utf8), to: ends[1])
    #expect(sent == .written)
    let input = LineInput(descriptor: ends[0])
    #expect(input.next() == .line(InputLine(text: "one")))
    #expect(!input.hasMoreBuffered)
    #expect(WriteResult.writing(Array("o".utf8), to: ends[1]) == .written)
    close(ends[1])
    #expect(input.next() == .line(InputLine(text: "two")))
    #expect(input.next() == .endOfInput)
    close(ends[0])
  }

  @Test func unreadableDescriptorsSayWhy() {
    let source = InputSource(descriptor: -1)
    #expect(source.next(within: 10) == .timedOut)
    let directory = open("/", O_RDONLY)
    #expect(
      LineInput(descriptor: directory).next() == .failed(SystemFailure(call: "read", code: EISDIR))
    )
    close(directory)
    let closed = LineInput(descriptor: 999).next()
    #expect(closed == .failed(SystemFailure(call: "read", code: EBADF)))
  }
}
