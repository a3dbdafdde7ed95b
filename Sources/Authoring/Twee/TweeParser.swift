import JSONSyntax
public import SourceText

/// Reads Twee 3 notation, as its specification says and as real files have it.
public enum TweeParser {
  /// The largest file that is read, in bytes.
  public static let sizeLimit = 64 << 20

  /// Reads a file; the story is absent when the file is no text or has no passage.
  ///
  /// A byte order mark, CR LF, text before the first passage and odd headers are all met in the
  /// wild: they are reported where something could be meant by them, and reading goes on.
  public static func parse(
    _ file: SourceFile,
    sizeLimit: Int = sizeLimit
  ) -> (story: TweeStory?, diagnostics: [Diagnostic]) {
    var scanner = TweeScanner(file)
    guard scanner.accepts(sizeLimit: sizeLimit) else { return (nil, scanner.log.finished()) }
    scanner.scan()
    let story = scanner.story
    return (story.passages.isEmpty ? nil : story, scanner.log.finished())
  }
}

/// One pass over the lines of a Twee file.
struct TweeScanner {
  let file: SourceFile
  var story: TweeStory
  var log = DiagnosticLog()
  let bytes: [UInt8]

  init(_ file: SourceFile) {
    self.file = file
    self.bytes = file.bytes
    story = TweeStory(file: file)
  }

  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at offsets: Range<Int>,
    notes: [Diagnostic.Note] = []
  ) {
    log.report(Diagnostic(code, message, at: SourceRange(offsets, in: file.id), notes: notes))
  }

  mutating func accepts(sizeLimit: Int) -> Bool {
    if bytes.count > sizeLimit {
      report(
        .tweeTooLarge,
        "this file has \(bytes.count) bytes; at most \(sizeLimit >> 20) MB are read",
        at: 0..<0
      )
      return false
    }
    let isWide =
      bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.prefix(4).contains(0)
    if isWide {
      report(
        .tweeNotUTF8,
        "this file is saved as UTF-16 (\"Unicode text\"); save it again as UTF-8",
        at: 0..<min(4, bytes.count)
      )
      return false
    }
    return true
  }

  mutating func scan() {
    reportBadCharacters()
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let beginning = start
    var bodyStart: Int?
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      if bytes[start..<end].starts(with: "::".utf8) {
        close(bodyStart, at: start, from: beginning)
        let trimmed = bytes[start..<end].last == UInt8(ascii: "\r") ? end - 1 : end
        readHeader(start..<trimmed)
        bodyStart = min(end + 1, bytes.count)
      }
      start = end + 1
    }
    close(bodyStart, at: bytes.count, from: beginning)
    if story.passages.isEmpty {
      report(
        .tweeNoPassage,
        "there is no passage here; a passage begins with a line such as \":: Start\"",
        at: 0..<0
      )
    }
    reportDuplicates()
    readStoryData()
  }

  /// Ends the text of the passage read last, or what stands before the first one.
  private mutating func close(_ bodyStart: Int?, at end: Int, from beginning: Int) {
    let text = withoutTrailingBlanks((bodyStart ?? beginning)..<end)
    guard bodyStart != nil else {
      story.prolog = text
      guard text.contains(where: { !Self.isBlank(bytes[$0]) }), end < bytes.count else { return }
      report(
        .tweeProlog,
        "this text stands before the first passage; it is kept as a note",
        at: text.lowerBound..<lineEnd(from: text.lowerBound, limit: text.upperBound)
      )
      return
    }
    story.passages[story.passages.count - 1].text = text
  }

  private func withoutTrailingBlanks(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, Self.isBlank(bytes[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  func lineEnd(from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func reportBadCharacters() {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    // The place: the first byte at which a valid beginning ends.
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: break decoding
      }
    }
    report(
      .tweeBadUTF8,
      "these bytes are no character in UTF-8; such bytes are read as \u{FFFD}",
      at: offset..<min(offset + 1, bytes.count)
    )
  }

  private mutating func reportDuplicates() {
    var first: [String: SourceRange] = [:]
    for passage in story.passages {
      guard let earlier = first[passage.name] else {
        first[passage.name] = passage.nameRange
        continue
      }
      report(
        .tweeDuplicate,
        "there is a passage \"\(passage.name)\" already; both are kept, and links lead to the first",
        at: passage.nameRange.offsets,
        notes: [Diagnostic.Note("the first is here", at: earlier)]
      )
    }
  }
}
