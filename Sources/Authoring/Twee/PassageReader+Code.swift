extension PassageReader {
  // MARK: Whole lines

  /// The variables that begin a passage of Chapbook, up to a line of two hyphens.
  mutating func readVariables() -> Int {
    guard format == .chapbook || format == .unknown else { return range.lowerBound }
    var start = range.lowerBound
    while start < range.upperBound {
      let end = lineEnd(start)
      let text = trimmed(text(start..<end))
      if text == "--" {
        keep(.variables, range.lowerBound..<end)
        lineHadCode = false
        return min(end + 1, range.upperBound)
      }
      guard text.isEmpty || text.utf8.contains(UInt8(ascii: ":")),
        !text.utf8.starts(with: "[[".utf8)
      else { break }
      start = end + 1
    }
    return range.lowerBound
  }

  private func lineEnd(_ start: Int) -> Int {
    var end = start
    while end < range.upperBound, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// A modifier of Chapbook, `[if x]` on a line of its own, or code below one.
  mutating func readWholeLine(at start: Int) -> Int? {
    guard format == .chapbook else { return nil }
    let end = lineEnd(start)
    let line = trimmed(text(start..<end))
    let isModifier =
      line.utf8.first == UInt8(ascii: "[") && line.utf8.last == UInt8(ascii: "]")
      && !line.utf8.starts(with: "[[".utf8)
    guard isModifier || isCodeSection else { return nil }
    if isModifier {
      let name = line.utf8.dropFirst().dropLast()
      let word = String(Substring(name)).lowercased()
      isCodeSection =
        word == "javascript" || word == "css" || word.hasPrefix("note")
        || word == "todo" || word == "fixme" || word == "n.b."
      within.removeAll()
      if word.hasPrefix("if") || word.hasPrefix("unless") || word.hasPrefix("else") {
        within = [(name: "if", text: line, end: nil)]
      }
    }
    if !line.isEmpty { keep(isModifier ? .modifier : .code, start..<end) }
    lineHadCode = false
    lineStart = min(end + 1, range.upperBound)
    return lineStart
  }

  // MARK: Angle brackets

  mutating func readAngle(at start: Int) -> Int? {
    if has("<<", at: start), format != .harlowe { return readSugarCubeMacro(at: start) }
    if has("<%", at: start) {
      guard let end = end(after: "%>", from: start + 2) else { return nil }
      keep(.code, start..<end)
      if has("<%=", at: start) || has("<%-", at: start) { leaveHole() }
      return end
    }
    if has("<!--", at: start) {
      guard let end = end(after: "-->", from: start + 4) else { return nil }
      keep(.comment, start..<end)
      return end
    }
    return readTag(at: start)
  }

  private mutating func readTag(at start: Int) -> Int? {
    var position = start + 1
    if position < range.upperBound, bytes[position] == UInt8(ascii: "/") { position += 1 }
    let nameStart = position
    while position < range.upperBound, Self.isNameByte(bytes[position]) { position += 1 }
    guard position > nameStart, Self.isLetter(bytes[nameStart]) else { return nil }
    let name = text(nameStart..<position).lowercased()
    guard let end = endOfTag(from: position) else { return nil }
    let isOpening = nameStart == start + 1
    if isOpening, name == "script" || name == "style" {
      let close =
        name == "script"
        ? self.end(after: "</script>", from: end)
        : self.end(after: "</style>", from: end)
      keep(.code, start..<(close ?? end))
      return close ?? end
    }
    keep(
      name == "img" || name == "image" || name == "video" || name == "audio" ? .image : .html,
      start..<end
    )
    if name == "br" || name == "p" || name == "div" || name == "li" { line.append(0x20) }
    if isOpening, let target = attribute("data-passage", in: start..<end) {
      addCodedLink(label: ToWrite.marker, target: target, start..<end)
    }
    return end
  }

  private mutating func endOfTag(from start: Int) -> Int? {
    var position = start
    var quote: UInt8?
    let limit = min(range.upperBound, start + min(4_000, patience))
    defer { patience -= position - start }
    while position < limit {
      let byte = bytes[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return position + 1
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
      position += 1
    }
    return nil
  }

  private func attribute(_ name: String, in range: Range<Int>) -> String? {
    let wanted = Array("\(name)=".utf8)
    var position = range.lowerBound
    while position + wanted.count < range.upperBound {
      if bytes[position..<position + wanted.count].elementsEqual(wanted) {
        return literals(in: position..<range.upperBound).first
      }
      position += 1
    }
    return nil
  }

  // MARK: Macros

  private mutating func readSugarCubeMacro(at start: Int) -> Int? {
    guard let end = endOfMacro(from: start + 2) else { return nil }
    var position = start + 2
    let isClosing = bytes[position] == UInt8(ascii: "/")
    if isClosing { position += 1 }
    let nameStart = position
    while position < end - 2, Self.isNameByte(bytes[position]) || bytes[position] == 0x3D {
      position += 1
    }
    let name = text(nameStart..<position).lowercased()
    if isClosing {
      if let open = within.lastIndex(where: { $0.name == name && $0.end == nil }) {
        within.removeSubrange(open...)
      }
      keep(.macro, start..<end)
      return end
    }
    if name == "script" || name == "style" || name == "widget" {
      let close =
        name == "script"
        ? self.end(after: "<</script>>", from: end)
        : name == "style"
          ? self.end(after: "<</style>>", from: end)
          : self.end(after: "<</widget>>", from: end)
      keep(.code, start..<(close ?? end))
      return close ?? end
    }
    keep(.macro, start..<end)
    if StoryCode.shows.contains(name), name != "if" { leaveHole() }
    if StoryCode.leads.contains(name) {
      let inner = wholeLink(in: position..<end - 2)
      if let inner {
        addLink(inner, position..<end)
      } else {
        addCodedLink(literals(in: position..<end - 2), isGoto: name == "goto", start..<end)
      }
    }
    if StoryCode.containers.contains(name) {
      within.append((name: name, text: brief(start..<end), end: nil))
    } else if name == "else" || name == "elseif", let last = within.indices.last {
      within[last].text = brief(start..<end)
    }
    return end
  }

  /// The end of `<<…>>`, past any `>>` within quotes.
  private mutating func endOfMacro(from start: Int) -> Int? {
    guard !exhausted.contains(">>") else { return nil }
    var position = start
    let limit = min(range.upperBound, start + min(20_000, patience))
    defer { patience -= position - start }
    var isQuoted = false
    while position < limit {
      if bytes[position] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, has(">>", at: position) { return position + 2 }
      position += 1
    }
    // A quotation mark that stands alone: the first `>>` is the end.
    return end(after: ">>", from: start)
  }

  mutating func readHarloweMacro(at start: Int) -> Int? {
    guard format == .harlowe || format == .unknown else { return nil }
    var position = start + 1
    while position < range.upperBound, Self.isNameByte(bytes[position]) { position += 1 }
    guard position > start + 1, position < range.upperBound,
      bytes[position] == UInt8(ascii: ":")
    else { return nil }
    let name = text(start + 1..<position).lowercased()
    guard format == .harlowe || StoryCode.harlowe.contains(name),
      let end = endOfBrackets(from: start, open: UInt8(ascii: "("), close: UInt8(ascii: ")"))
    else { return nil }
    keep(.macro, start..<end)
    if StoryCode.shows.contains(name), name != "if" { leaveHole() }
    if StoryCode.leads.contains(name), name != "link" {
      addCodedLink(
        literals(in: position..<end),
        isGoto: name == "goto" || name == "go-to",
        start..<end
      )
    }
    guard end < range.upperBound, bytes[end] == UInt8(ascii: "["), !has("[[", at: end),
      let hook = endOfBrackets(from: end, open: UInt8(ascii: "["), close: UInt8(ascii: "]"))
    else { return end }
    within.append((name: name, text: brief(start..<end), end: hook - 1))
    return end + 1
  }

  /// The end of a bracket and what is in it, at most 20,000 bytes on.
  private mutating func endOfBrackets(from start: Int, open: UInt8, close: UInt8) -> Int? {
    var depth = 0
    var isQuoted = false
    var position = start
    let limit = min(range.upperBound, start + min(20_000, patience))
    defer { patience -= position - start }
    while position < limit {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\""), open == UInt8(ascii: "(") { isQuoted.toggle() }
      if !isQuoted {
        if byte == open { depth += 1 }
        if byte == close {
          depth -= 1
          if depth == 0 { return position + 1 }
        }
      }
      position += 1
    }
    return nil
  }

  func closesHook(at position: Int) -> Bool { within.last?.end == position }

  mutating func closeHooks(at position: Int) {
    while let end = within.last?.end, end < position { within.removeLast() }
  }

  mutating func readInsert(at start: Int) -> Int? {
    guard format == .chapbook, let end = endOnLine(after: "}", from: start + 1) else { return nil }
    keep(.insert, start..<end)
    let words = text(start + 1..<end - 1).lowercased()
    if words.hasPrefix("embed image") || words.hasPrefix("embed flickr")
      || words.hasPrefix("embed unsplash")
    {
      return end
    }
    leaveHole()
    if words.contains("passage:") || words.contains("passage named"),
      let target = literals(in: start..<end).last
    {
      addCodedLink(label: ToWrite.marker, target: target, start..<end)
    }
    return end
  }

  mutating func keepVariable(at start: Int) {
    var end = start + 1
    guard end < range.upperBound, Self.isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "_")
    else { return }
    while end < range.upperBound, Self.isNameByte(bytes[end]) && bytes[end] != UInt8(ascii: "-") {
      end += 1
    }
    // It stays in the sentence, where the author will see it; the note only counts it.
    content.kept.append((.variable, start..<end))
  }

  mutating func readComment(at start: Int) -> Int? {
    let end: Int?
    if has("/*", at: start) {
      end = self.end(after: "*/", from: start + 2)
    } else if has("/%", at: start) {
      end = self.end(after: "%/", from: start + 2)
    } else {
      return nil
    }
    guard let end else { return nil }
    keep(.comment, start..<end)
    return end
  }

  /// The beginning of some code, for a note that says where a link stood.
  func brief(_ range: Range<Int>) -> String {
    range.count <= 200 ? text(range) : text(range.prefix(200)) + "…"
  }

  /// The texts in quotation marks of some code.
  func literals(in range: Range<Int>) -> [String] {
    var found: [String] = []
    var start: Int?
    var quote: UInt8 = 0
    for position in range {
      let byte = bytes[position]
      if let from = start {
        if byte == quote {
          found.append(text(from..<position))
          start = nil
        }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        start = position + 1
      }
    }
    return found
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
