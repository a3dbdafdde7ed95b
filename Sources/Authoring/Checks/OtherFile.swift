import JSONSyntax
public import SourceText

/// Recognises files that people give to `check` and `play` by mistake, and says what takes them.
public enum OtherFile {
  /// The finding that a file is of another kind; nil for whatever may be meant as one of ours.
  public static func finding(in file: SourceFile) -> Diagnostic? {
    guard let sentence = sentence(on: file) else { return nil }
    let end = file.bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? file.bytes.count
    return Diagnostic(.otherFile, sentence, at: SourceRange(0..<min(end, 80), in: file.id))
  }

  private static func sentence(on file: SourceFile) -> String? {
    let bytes = file.bytes
    let path = file.id.path
    if let kind = kinds.first(where: { bytes.starts(with: $0.beginning) }) { return kind.sentence }
    let head = bytes.prefix(512)
    let first = head.first { $0 > 0x20 } ?? 0
    guard first != UInt8(ascii: "{") else { return sentence(onObjectIn: file) }
    if head.contains(0) {
      // UTF-16 has a zero in every other byte, and a finding of its own.
      let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
      return isWide || head.prefix(4).contains { $0 > 0x20 } ? nil : notText
    }
    if hasPassage(bytes) { return "this looks like a Twee story: rehearse import \(path)" }
    if isRecord(head) {
      return "this looks like a record of practice: rehearse history lists them"
    }
    let isLetter = (first | 0x20) &- UInt8(ascii: "a") < 26
    guard isLetter, !bytes.contains(UInt8(ascii: "{")), !bytes.contains("\":".utf8) else {
      return nil
    }
    return "this looks like plain text; a scenario begins with {, and rehearse new makes one"
  }

  private static let notText =
    "this is not a text file; a scenario is one, and rehearse new makes one"
  private static let asText =
    "copy the words into a plain text editor and save them there as UTF-8"

  /// What files of other programs begin with.
  private static let kinds: [(beginning: [UInt8], sentence: String)] = [
    (Array("PK\u{3}\u{4}".utf8), "this looks like a Word or zip file; \(asText)"),
    ([0xD0, 0xCF, 0x11, 0xE0], "this looks like an old Word file; \(asText)"),
    (Array(#"{\rtf"#.utf8), "this looks like a rich text file (RTF); \(asText)"),
    (Array("%PDF".utf8), "this looks like a PDF; \(asText)"),
    ([0x89, 0x50, 0x4E, 0x47], "this looks like a picture; a scenario is a text file"),
    ([0xFF, 0xD8, 0xFF], "this looks like a picture; a scenario is a text file"),
    ([0x7F, 0x45, 0x4C, 0x46], "this looks like a program; a scenario is a text file"),
    ([0x1F, 0x8B], "this looks like a packed file; unpack it first"),
    (
      Array("<".utf8),
      "this looks like a web page; of a Twine story, export the Twee and give it to rehearse import"
    ),
  ]

  /// Whether a line near the beginning opens a passage.
  private static func hasPassage(_ bytes: [UInt8]) -> Bool {
    let mark = Array("::".utf8)
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.prefix(10_000).split(separator: 0x0A).contains { $0.starts(with: mark) }
  }

  /// Whether a file begins as the journals do: a checksum of eight digits and an object.
  private static func isRecord(_ head: ArraySlice<UInt8>) -> Bool {
    let sum = head.prefix(8)
    return sum.count == 8
      && sum.allSatisfy { $0 &- UInt8(ascii: "0") < 10 || $0 &- UInt8(ascii: "a") < 6 }
      && head.dropFirst(8).starts(with: " {".utf8)
  }

  // MARK: JSON

  /// Files of one JSON object that are not in one of our formats; large ones are ours if any are.
  private static func sentence(onObjectIn file: SourceFile) -> String? {
    guard file.bytes.count <= 1 << 20, let document = JSONReader.read(file).document,
      document.kind(of: document.root) == .object,
      document.member("format", of: document.root) == nil
    else { return nil }
    let root = document.root
    if let schema = document.member("$schema", of: root).flatMap({ document.string(of: $0) }),
      schema.contains("json-schema.org")
    {
      return "this looks like a JSON Schema, which editors read; there is nothing in it to check"
    }
    let lines = file.bytes.split(separator: 0x0A)
    if document.member("text", of: root) != nil, lines.count > 1,
      lines[1].first == UInt8(ascii: "{")
    {
      return "this looks like lines to be judged: rehearse score < \(file.id.path)"
    }
    let members = document.members(of: root)
    let names = members.map { document.string(of: $0.key) ?? "" }
    let isFacts = members.allSatisfy { document.kind(of: $0.value) == .string }
    guard isFacts, !names.isEmpty, !names.contains(where: { ours.contains($0) }) else { return nil }
    return "this looks like a file of facts: rehearse play SCENARIO --facts \(file.id.path)"
  }

  /// Keys that a scenario or a case that is only begun would have.
  private static let ours: Set<String> = [
    "id", "title", "summary", "setting", "listener", "opening",
  ]
}

extension DiagnosticCode {
  /// The file is none of those that are checked.
  public static let otherFile = Self(
    "other-file",
    .error,
    "The file looks like one of another kind."
  )
}
