import SourceText
import Testing

struct DiagnosticRendererTests {
  private static let unknownKey = DiagnosticCode("unknown-key", .error, "An unknown key.")
  private static let odd = DiagnosticCode("odd", .warning, "Odd.")

  private func render(_ text: String, _ range: Range<Int>) -> String {
    let file = SourceFile(path: "a.json", bytes: Array(text.utf8))
    let diagnostic = Diagnostic(Self.odd, "odd", at: SourceRange(range, in: file.id))
    return DiagnosticRenderer(files: [file]).text(for: [diagnostic])
  }

  private let june = SourceFile(
    path: "june.json",
    bytes: Array("{\n  \"lisener\": \"x\"\n}".utf8)
  )

  private var findings: [Diagnostic] {
    let key = SourceRange(4..<13, in: june.id)
    let start = SourceRange(0..<1, in: june.id)
    let listener = SourceEdit(replacing: key, with: "\"listener\"")
    return [
      Diagnostic(
        Self.unknownKey,
        "there is no \"lisener\" in a moment",
        at: key,
        notes: [Diagnostic.Note("the moment begins here", at: start)],
        fixIts: [Diagnostic.FixIt("did you mean \"listener\"?", edits: [listener])]
      ),
      Diagnostic(Self.odd, "odd", at: start),
    ]
  }

  @Test func theWholeForm() {
    #expect(
      DiagnosticRenderer(files: [june]).text(for: findings) == """
        june.json:1:1: warning[odd]: odd
            1 | {
              | ^
        june.json:2:3: error[unknown-key]: there is no "lisener" in a moment
            2 |   "lisener": "x"
              |   ^~~~~~~~~
           = did you mean "listener"?
           note: june.json:1:1: the moment begins here

        """
    )
  }

  @Test func summaries() {
    let renderer = DiagnosticRenderer(files: [june])
    #expect(renderer.summary(of: findings) == "1 error, 1 warning in june.json")
    #expect(renderer.summary(of: findings + findings) == "2 errors, 2 warnings in june.json")
    #expect(renderer.summary(of: []) == "no findings in june.json")
  }

  @Test func theFormForEditors() {
    let key = #""file":"june.json","line":2,"column":3,"endLine":2,"endColumn":12,"#
    let start = #""file":"june.json","line":1,"column":1,"endLine":1,"endColumn":2,"#
    let note = #"{\#(start)"offset":0,"length":1,"message":"the moment begins here"}"#
    #expect(
      DiagnosticRenderer(files: [june]).json(for: findings) == """
        [
          {\(start)"offset":0,"length":1,"severity":"warning","code":"odd",\
        "message":"odd","suggestion":null,"notes":[]},
          {\(key)"offset":4,"length":9,"severity":"error","code":"unknown-key",\
        "message":"there is no \\"lisener\\" in a moment",\
        "suggestion":"did you mean \\"listener\\"?","notes":[\(note)]}
        ]

        """
    )
    #expect(DiagnosticRenderer(files: []).json(for: []) == "[]\n")
  }

  @Test func tabsWideLettersAndHiddenOnes() {
    #expect(render("\t\"a\"", 1..<4).hasSuffix("| \t\"a\"\n      | \t^~~\n"))
    #expect(render("漢字 x", 7..<8).hasSuffix("| 漢字 x\n      |      ^\n"))
    #expect(render("漢字", 3..<6).hasSuffix("| 漢字\n      |   ^~\n"))
    #expect(render("e\u{301}x", 3..<4).hasSuffix("      |  ^\n"))
    let hidden = render("a\u{202E}b\u{1B}c", 5..<6)
    #expect(hidden.hasSuffix("| a<U+202E>b^[c\n      |           ^~\n"))
  }

  @Test func badBytesAreShown() {
    let file = SourceFile(path: "a.json", bytes: [0x22, 0xE9, 0x22])
    let diagnostic = Diagnostic(Self.odd, "odd", at: SourceRange(1..<2, in: file.id))
    let text = DiagnosticRenderer(files: [file]).text(for: [diagnostic])
    #expect(text.hasSuffix("| \"<E9>\"\n      |  ^~~~\n"))
  }

  @Test func theEndOfALineAndOfTheFile() {
    #expect(render("ab\ncd", 2..<2).hasSuffix("    1 | ab\n      |   ^\n"))
    #expect(render("ab\r\ncd", 6..<6).hasSuffix("    2 | cd\n      |   ^\n"))
    #expect(render("ab\ncd", 1..<5).hasSuffix("    1 | ab\n      |  ^\n"))
    #expect(render("", 0..<0) == "a.json:1:1: warning[odd]: odd\n")
  }

  @Test func longLinesAreCut() {
    let long = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
    let lines = render(long, 500..<504).split(separator: "\n")
    #expect(lines[1].count <= 112 && lines[1].contains("…") && lines[1].contains("HERE"))
    let column = lines[1].prefix { $0 != "H" }.count
    #expect(lines[2] == "      | " + String(repeating: " ", count: column - 8) + "^~~~")
  }

  @Test func messagesCannotDriveATerminal() {
    let file = SourceFile(path: "a\u{1B}.json", bytes: [0x7B])
    let place = SourceRange(0..<1, in: file.id)
    let diagnostic = Diagnostic(Self.odd, "a\u{1B}[2Jb\nc", at: place)
    let text = DiagnosticRenderer(files: [file]).text(for: [diagnostic])
    #expect(text.hasPrefix("a^[.json:1:1: warning[odd]: a^[[2Jb^Jc\n"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func anUnknownFileIsNamedOnly() {
    let place = SourceRange(0..<9, in: SourceFile.ID(path: "b.json"))
    let text = DiagnosticRenderer(files: []).text(for: [Diagnostic(Self.odd, "odd", at: place)])
    #expect(text == "b.json: warning[odd]: odd\n")
  }

  @Test func theLogCountsWhatItLeavesOut() {
    let file = SourceFile.ID(path: "a.json")
    var log = DiagnosticLog(limit: 2)
    let before = log.countsWithoutKeeping()
    for offset in [5, 3, 9, 7] {
      log.report(Diagnostic(Self.unknownKey, "x", at: SourceRange(offset..<offset, in: file)))
    }
    let after = log.countsWithoutKeeping()
    #expect(!before && after)
    let finished = log.finished()
    #expect(finished.map(\.range.offsets.lowerBound) == [3, 5, 9])
    #expect(finished.last?.message == "and 3 more; mend the ones above first")
    let summary = DiagnosticRenderer(files: []).summary(of: finished)
    #expect(summary == "2 errors, and more in a.json")
  }
}
