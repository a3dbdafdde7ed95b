import JSONSyntax
import SourceText

extension TweeScanner {
  /// Reads `:: name [tags] {metadata}`, of which only the name must be there.
  mutating func readHeader(_ line: Range<Int>) {
    var position = line.lowerBound + 2
    let nameStart = position
    position = unescaped(from: position, to: line.upperBound) { $0 == .openTags || $0 == .openData }
    var passage = TweeStory.Passage(
      name: unescapedText(nameStart..<position),
      tags: [],
      metadata: nil,
      leftovers: [],
      text: line.upperBound..<line.upperBound,
      nameRange: SourceRange(trimmed(nameStart..<position), in: file.id)
    )
    if passage.name.isEmpty {
      passage.name = "untitled"
      passage.nameRange = SourceRange(line, in: file.id)
      report(
        .tweeNoName,
        "this passage has no name; it is called \"untitled\"",
        at: line
      )
    }
    readBlocks(position..<line.upperBound, into: &passage)
    story.passages.append(passage)
  }

  /// Reads tags and metadata, in whatever order, and keeps what is neither.
  private mutating func readBlocks(_ rest: Range<Int>, into passage: inout TweeStory.Passage) {
    var position = rest.lowerBound
    var hasTags = false
    var hasMetadata = false
    while position < rest.upperBound {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        position += 1
      case UInt8(ascii: "[") where !hasTags:
        hasTags = true
        if hasMetadata {
          report(
            .tweeBadHeader,
            "tags belong before the metadata; they are read all the same",
            at: position..<position + 1
          )
        }
        position = readTags(position..<rest.upperBound, into: &passage)
      case UInt8(ascii: "{") where !hasMetadata:
        hasMetadata = true
        position = readMetadata(position..<rest.upperBound, into: &passage)
      default:
        // A second block of a kind begins like the first; only what follows it can end this.
        let start = position
        position = unescaped(from: position + 1, to: rest.upperBound) {
          ($0 == .openTags && !hasTags) || ($0 == .openData && !hasMetadata)
        }
        let range = trimmed(start..<position)
        passage.leftovers.append(file.text(of: range))
        report(
          .tweeBadHeader,
          "after the name come tags in [ ] and metadata in { }; this is neither and is kept as a note",
          at: range
        )
      }
    }
  }

  private mutating func readTags(_ rest: Range<Int>, into passage: inout TweeStory.Passage) -> Int {
    let content = rest.lowerBound + 1
    let end = unescaped(from: content, to: rest.upperBound) { $0 == .closeTags }
    if end == rest.upperBound {
      report(.tweeBadHeader, "the bracket of these tags is never closed", at: rest)
    }
    var start = content
    while start < end {
      while start < end, Self.isBlank(bytes[start]) { start += 1 }
      var tagEnd = start
      while tagEnd < end, !Self.isBlank(bytes[tagEnd]) {
        tagEnd += bytes[tagEnd] == UInt8(ascii: "\\") && tagEnd + 1 < end ? 2 : 1
      }
      if start < tagEnd {
        let tag = start..<tagEnd
        let odd = unescaped(from: start, to: tagEnd) { $0 != .closeTags }
        if odd < tagEnd {
          report(
            .tweeBadHeader,
            "in a tag this bracket is written with a backslash before it",
            at: odd..<odd + 1
          )
        }
        passage.tags.append(unescapedText(tag))
      }
      start = tagEnd
    }
    return min(end + 1, rest.upperBound)
  }

  private mutating func readMetadata(
    _ rest: Range<Int>,
    into passage: inout TweeStory.Passage
  ) -> Int {
    let end = endOfObject(rest) ?? rest.upperBound
    let range = trimmed(rest.lowerBound..<end)
    let text = file.text(of: range)
    let (document, problems) = JSONReader.read(SourceFile(path: "", bytes: Array(text.utf8)))
    if let document, problems.isEmpty, document.kind(of: document.root) == .object {
      passage.metadata = text
    } else {
      let reason = problems.first.map { ": \($0.message)" } ?? ""
      passage.leftovers.append(text)
      report(
        .tweeBadMetadata,
        "the metadata of this passage is not JSON and is kept as a note\(reason)",
        at: range
      )
    }
    return end
  }

  /// Where the object that begins here ends; nil if it does not.
  private func endOfObject(_ rest: Range<Int>) -> Int? {
    var depth = 0
    var isText = false
    var position = rest.lowerBound
    while position < rest.upperBound {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "{") where !isText: depth += 1
      case UInt8(ascii: "}") where !isText:
        depth -= 1
        if depth == 0 { return position + 1 }
      default: break
      }
      position += 1
    }
    return nil
  }

  // MARK: Escapes

  enum Bracket { case openTags, closeTags, openData, closeData }

  /// The place of the first bracket wanted that has no backslash before it, or the end.
  private func unescaped(from start: Int, to end: Int, _ isWanted: (Bracket) -> Bool) -> Int {
    var position = start
    while position < end {
      let bracket: Bracket? =
        switch bytes[position] {
        case UInt8(ascii: "["): .openTags
        case UInt8(ascii: "]"): .closeTags
        case UInt8(ascii: "{"): .openData
        case UInt8(ascii: "}"): .closeData
        default: nil
        }
      if let bracket, isWanted(bracket) { return position }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return end
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = min(range.upperBound, bytes.count)
    while start < end, Self.isBlank(bytes[start]) { start += 1 }
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The text of a range without its escapes; a blank that is escaped is not trimmed.
  private func unescapedText(_ range: Range<Int>) -> String {
    var range = trimmed(range)
    // Twine writes a blank at the end of a name as a backslash and the blank.
    if range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: " "),
      range.upperBound > range.lowerBound, bytes[range.upperBound - 1] == UInt8(ascii: "\\"),
      !isEscaped(range.upperBound - 1, from: range.lowerBound)
    {
      range = range.lowerBound..<range.upperBound + 1
    }
    var text: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < range.upperBound { position += 1 }
      text.append(bytes[position])
      position += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func isEscaped(_ offset: Int, from start: Int) -> Bool {
    var count = 0
    var position = offset - 1
    while position >= start, bytes[position] == UInt8(ascii: "\\") {
      count += 1
      position -= 1
    }
    return count % 2 == 1
  }

  // MARK: StoryData

  mutating func readStoryData() {
    guard let passage = story.passages.first(where: { $0.name == "StoryData" }) else { return }
    let text = story.text(of: passage)
    let (document, problems) = JSONReader.read(SourceFile(path: "", bytes: Array(text.utf8)))
    let place = passage.text.isEmpty ? passage.nameRange.offsets : passage.text
    let line = place.lowerBound..<lineEnd(from: place.lowerBound, limit: place.upperBound)
    if let problem = problems.first(where: { $0.severity == .error }) {
      report(.tweeBadStoryData, "StoryData is not JSON: \(problem.message)", at: line)
    }
    guard let document, document.kind(of: document.root) == .object else { return }
    func value(_ key: StaticString) -> String? {
      document.member(key, of: document.root).flatMap { document.string(of: $0) }
    }
    story.data = TweeStory.Data(
      ifid: value("ifid"),
      format: value("format"),
      formatVersion: value("format-version") ?? value("formatVersion"),
      start: value("start")
    )
    if let ifid = story.data.ifid, Self.isUUID(ifid) { return }
    report(
      .tweeBadStoryData,
      story.data.ifid.map { "\"\($0)\" is no IFID, which is an upper-case UUID" }
        ?? "StoryData has no \"ifid\"",
      at: line
    )
  }

  /// Whether a text is an upper-case UUID.
  static func isUUID(_ text: String) -> Bool {
    let digits = Set("0123456789ABCDEF".utf8)
    return text.utf8.count == 36
      && text.utf8.enumerated().allSatisfy { place, byte in
        [8, 13, 18, 23].contains(place) ? byte == UInt8(ascii: "-") : digits.contains(byte)
      }
  }
}
