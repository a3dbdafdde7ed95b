import Terminal
import Testing

@Suite struct KeyReaderTests {
  private static let table: [(String, [Key])] = [
    ("a", [.scalar("a")]), ("\u{E9}\u{65E5}", [.scalar("\u{E9}"), .scalar("\u{65E5}")]),
    ("e\u{301}", [.scalar("e"), .scalar("\u{301}")]), ("\u{1F469}", [.scalar("\u{1F469}")]),
    ("\r", [.enter]), ("\n", [.newline]), ("\u{1B}\r", [.newline]), ("\u{1B}\n", [.newline]),
    ("\t", [.tab]), ("\u{1B}[Z", [.backTab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
    ("\u{1}\u{17}\u{1A}", [.control("a"), .control("w"), .control("z")]), ("\0", [.control("@")]),
    ("\u{1C}\u{1F}", [.control("\\"), .control("_")]),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
    ("\u{1B}OA\u{1B}OH\u{1B}OF", [.up, .home, .end]), ("\u{1B}[H\u{1B}[F", [.home, .end]),
    ("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end]),
    ("\u{1B}[5~\u{1B}[6~\u{1B}[3~", [.pageUp, .pageDown, .delete]),
    ("\u{1B}[1;5D\u{1B}[1;3C\u{1B}[1;2C", [.wordLeft, .wordRight, .right]),
    ("\u{1B}b\u{1B}f", [.alt("b"), .alt("f")]), ("\u{1B}\u{7F}", [.control("w")]),
    ("\u{1B}\u{1B}[A", [.escape, .up]),
    ("\u{1B}[?62;4c", []), ("\u{1B}[99;5u", []), ("\u{1B}[<0;12;7M", []), ("\u{1B}[12;40R", []),
    ("\u{1B}[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17q!", [.scalar("!")]),
    ("\u{1B}]11;rgb:ffff/ffff/ffff\u{7}x", [.scalar("x")]),
    ("\u{1B}P1$r0m\u{1B}\\x", [.scalar("x")]),
    ("\u{1B}[12\u{1}", [.control("a")]),
    ("\u{1B}[200~one\ttwo\r\nthree\u{1B}[2J\u{7}\u{1B}[201~", [.paste("one two\nthree[2J")]),
    ("\u{1B}[200~\u{1B}[201~z", [.paste(""), .scalar("z")]), ("\u{1B}[201~", []),
    ("\u{1B}[200~a~\u{9B}\u{E9}\r\u{1B}[201~", [.paste("a~\u{E9}\n")]),
  ]

  @Test(arguments: table)
  func understands(_ bytes: String, _ expected: [Key]) {
    var reader = KeyReader()
    expectKeys(reader.feed(Array(bytes.utf8)), expected)
    #expect(!reader.isWaiting)
  }

  @Test(arguments: table)
  func understandsTheSameInAnyTwoPieces(_ text: String, _ expected: [Key]) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var reader = KeyReader()
      let keys = reader.feed(Array(bytes[..<cut])) + reader.feed(Array(bytes[cut...]))
      #expect(keys == expected, "cut at \(cut)")
    }
    var reader = KeyReader()
    let keys = bytes.flatMap { reader.feed([$0]) }
    #expect(keys == expected, "byte by byte")
  }

  @Test(arguments: [
    ("\u{1B}", [Key.escape]), ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]),
    ("\u{1B}]", [.alt("]")]), ("\u{1B}[1;5", []), ("\u{1B}]11;rgb", []),
  ])
  func decidesWhenNothingMoreComes(_ bytes: String, _ expected: [Key]) {
    var reader = KeyReader()
    expectKeys(reader.feed(Array(bytes.utf8)), [])
    #expect(reader.isWaiting)
    expectKeys(reader.timeOut(), expected)
    #expect(!reader.isWaiting)
    expectKeys(reader.feed([0x61]), [.scalar("a")])
  }

  @Test func waitingForHalfALetterIsNotDecidedByTime() {
    var reader = KeyReader()
    expectKeys(reader.feed([0xC3]), [])
    #expect(!reader.isWaiting)
    expectKeys(reader.timeOut(), [])
    expectKeys(reader.feed([0xA9]), [.scalar("\u{E9}")])
  }

  @Test func lineEndsInABurstDoNotSubmit() {
    var reader = KeyReader()
    expectKeys(
      reader.feed(Array("a\r\nb\n".utf8)),
      [.scalar("a"), .pastedNewline, .scalar("b"), .pastedNewline]
    )
    expectKeys(reader.feed([0x0D]), [.enter])
    expectKeys(reader.feed(Array("\u{1B}\r".utf8)), [.newline])
  }

  @Test func brokenBytesShowAndDoNotSwallowTheNextKey() {
    var reader = KeyReader()
    expectKeys(reader.feed([0xC3, 0x61]), [.scalar("\u{FFFD}"), .scalar("a")])
    expectKeys(reader.feed([0xFF, 0x80]), [.scalar("\u{FFFD}"), .scalar("\u{FFFD}")])
    expectKeys(reader.feed([0xE6, 0x1B, 0x5B, 0x41]), [.scalar("\u{FFFD}"), .up])
  }

  @Test func hugePastesAreCutAndStillEnd() {
    var reader = KeyReader()
    let body = String(repeating: "x", count: KeyReader.pasteLimit + 5_000)
    let keys = reader.feed(Array("\u{1B}[200~\(body)\u{1B}[201~y".utf8))
    #expect(keys.last == .scalar("y"))
    guard case .paste(let text) = keys.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.count >= KeyReader.pasteLimit && text.count < KeyReader.pasteLimit + 10)
  }

  @Test func noControlComesThroughWhateverArrives() {
    var random = SplitMix(seed: 50)
    for _ in 0..<2_000 {
      var reader = KeyReader()
      let bytes = (0..<40).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : random.pick(Array("\u{1B}[O;~20015M\r".utf8))
      }
      for key in reader.feed(bytes) + reader.timeOut() {
        if case .scalar(let scalar) = key { #expect(scalar.properties.generalCategory != .control) }
      }
    }
  }

  /// `#expect` cannot look into a mutating call.
  private func expectKeys(
    _ keys: [Key],
    _ expected: [Key],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(keys == expected, sourceLocation: sourceLocation)
  }
}
