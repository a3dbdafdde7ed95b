import SourceText
import Testing

struct SourceFileTests {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "a.json", bytes: Array(text.utf8))
  }

  @Test func linesAndColumnsCountScalars() {
    let file = file("ab\né😀x\r\n\nlast")
    #expect(file.lineCount == 4)
    #expect((1...4).map { file.text(ofLine: $0) } == ["ab", "é😀x", "", "last"])
    #expect(file.location(of: 0) == (1, 1))
    #expect(file.location(of: 2) == (1, 3))
    #expect(file.location(of: 3) == (2, 1))
    #expect(file.location(of: 5) == (2, 2))
    #expect(file.location(of: 9) == (2, 3))
    #expect(file.location(of: 16) == (4, 4))
    #expect(file.location(of: file.bytes.count) == (4, 5))
  }

  @Test func aByteOrderMarkIsNoColumn() {
    let file = file("\u{FEFF}{}")
    #expect(file.location(of: 3) == (1, 1))
    #expect(file.location(of: 4) == (1, 2))
    #expect(file.text(ofLine: 1) == "{}")
  }

  @Test func anEmptyFileHasOneLine() {
    #expect(file("").lineCount == 1)
    #expect(file("").location(of: 0) == (1, 1))
    #expect(file("").text(ofLine: 1) == "")
  }

  /// Lines of changing length with two-byte letters, over more than one block of the index.
  @Test(arguments: [4095, 4096, 4097, 8192, 10_000])
  func theIndexAgreesWithCounting(size: Int) {
    var bytes: [UInt8] = []
    var lines = 1
    while bytes.count < size {
      let letter = lines % 3 == 0 ? "é" : "a"
      bytes += Array(String(repeating: letter, count: lines * 7 % 300).utf8) + [0x0A]
      lines += 1
    }
    bytes.removeLast(bytes.count - size)
    let file = SourceFile(path: "a.json", bytes: bytes)
    var expected = (line: 1, column: 1)
    for offset in file.bytes.indices where file.bytes[offset] & 0xC0 != 0x80 {
      // Every place near a border between blocks, and some of the others.
      let isNearBorder = (4090...4100).contains(offset % 4096) || offset % 4096 < 6
      if isNearBorder || offset % 41 == 0 {
        #expect(file.location(of: offset) == expected)
      }
      if file.bytes[offset] == 0x0A {
        expected = (expected.line + 1, 1)
      } else {
        expected.column += 1
      }
    }
    #expect(file.lineCount == expected.line)
    #expect(file.offsets(ofLine: file.lineCount).upperBound == size)
  }
}
