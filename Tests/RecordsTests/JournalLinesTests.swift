import Testing

@testable import Records

@Suite struct JournalLinesTests {
  @Test func theChecksumIsTheKnownOne() {
    // The check value every description of CRC-32 gives.
    let line = JournalLines.line(Array("123456789".utf8))
    #expect(String(decoding: line, as: UTF8.self) == "cbf43926 123456789\n")
  }

  @Test func everySingleBitFlipIsFound() {
    let texts = ["{\"v\":1}", "0", "{\"v\":1,\"seq\":2}"].map { Array($0.utf8) }
    let bytes = texts.flatMap(JournalLines.line)
    #expect(JournalLines.scan(bytes).lines == texts)
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        let scan = JournalLines.scan(flipped)
        let isFound = scan.lines.contains(nil) || scan.length < flipped.count
        #expect(isFound, "byte \(index), bit \(bit)")
        #expect(scan.lines.allSatisfy { $0 == nil || texts.contains($0 ?? []) })
      }
    }
  }

  @Test func aTailOfZerosIsALineCutShort() {
    let line = JournalLines.line(Array("{}".utf8))
    let scan = JournalLines.scan(line + [UInt8](repeating: 0, count: 512))
    #expect(scan.lines == [Array("{}".utf8)])
    #expect(scan.length == line.count)
  }

  @Test func aLineBeyondTheLimitIsNotRead() {
    let fits = JournalLines.line([UInt8](repeating: 32, count: JournalLines.limit - 10))
    #expect(fits.count == JournalLines.limit)
    #expect(JournalLines.scan(fits).lines.first.flatMap { $0 }?.count == JournalLines.limit - 10)
    let longer = JournalLines.line([UInt8](repeating: 32, count: JournalLines.limit - 9))
    #expect(JournalLines.scan(longer).lines == [nil])
  }
}
