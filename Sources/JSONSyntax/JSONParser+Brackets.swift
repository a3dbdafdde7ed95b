import SourceText

/// Brackets that do not fit, and the end of the file.
extension JSONParser {
  mutating func skipByteOrderMark(_ bytes: Bytes) {
    guard bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF else { return }
    report(
      .byteOrderMark,
      "an invisible mark (a \"byte order mark\") begins this file; save it as plain UTF-8",
      at: 0..<3,
      fix: ("take it out", "")
    )
    position = 3
    lineStart = 3
  }

  /// Closes the innermost bracket by the one at `position`, or tells why that cannot be.
  mutating func close(_ byte: UInt8, _ bytes: Bytes) {
    let isObject = byte == UInt8(ascii: "}")
    if trustsIndentation, isFirstOnLine(bytes), closesByIndentation(bracketIn: bytes) { return }
    guard let top = frames.last else { return }
    if top.isObject == isObject {
      position += 1
      pop(bytes, end: position)
      return
    }
    if let depth = depthClosedByStrangeBracket(isObject: isObject, bytes), depth < frames.count - 1
    {
      reportUnclosed(from: depth + 1, seenBefore: isObject ? "this \"}\"" : "this \"]\"")
      popUnclosed(downTo: depth + 1, bytes)
      position += 1
      pop(bytes, end: position)
      return
    }
    hasBracketFaults = true
    let (wrong, right, opening) = isObject ? ("}", "]", "[") : ("]", "}", "{")
    let start = Int(nodes[top.node].start)
    report(
      .wrongBracket,
      "\"\(wrong)\" cannot close what \"\(opening)\" opened",
      at: position..<position + 1,
      fix: ("write \"\(right)\"", right),
      notes: [Diagnostic.Note("\"\(opening)\" stands here", at: range(start..<start + 1))]
    )
    position += 1
    pop(bytes, end: position)
  }

  /// Which open bracket one of the other kind at `position` may be meant for.
  private mutating func depthClosedByStrangeBracket(isObject: Bool, _ bytes: Bytes) -> Int? {
    if isFirstOnLine(bytes) {
      let (indent, _) = currentIndent(bytes)
      return frames.lastIndex { $0.indent == indent && $0.isObject == isObject && indent > 0 }
        ?? (frames.count == 2 && frames[0].isObject == isObject && indent == 0 ? 0 : nil)
    }
    // `[{"a": 1]` and then nothing: the brackets that are left tell.
    guard frames.count == 2, frames[0].isObject == isObject else { return nil }
    var index = position + 1
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index == bytes.count ? 0 : nil
  }

  /// Closes what a bracket at the beginning of a line shows to be left open by its indentation.
  ///
  /// Returns true if the bracket itself was dealt with.
  private mutating func closesByIndentation(bracketIn bytes: Bytes) -> Bool {
    let (indent, _) = currentIndent(bytes)
    guard let top = frames.last, top.line < lineStart else { return false }
    if indent > top.indent {
      hasBracketFaults = true
      report(
        .extraBracket,
        "this bracket closes nothing",
        at: position..<position + 1,
        fix: ("take it out", "")
      )
      position += 1
      expectation = .separator
      forgivesMissingComma = true
      return true
    }
    if indent < top.indent, let depth = frames.lastIndex(where: { $0.indent <= indent }) {
      reportUnclosed(from: depth + 1, seenBefore: "this bracket")
      popUnclosed(downTo: depth + 1, bytes)
    }
    return false
  }

  /// Closes what a key at the beginning of a line shows to be left open by its indentation.
  ///
  /// Returns true if anything was closed; the key is still to be read.
  mutating func closesByIndentation(beforeStringIn bytes: Bytes) -> Bool {
    guard trustsIndentation, isFirstOnLine(bytes), let top = frames.last, top.line < lineStart
    else {
      return false
    }
    let (indent, _) = currentIndent(bytes)
    guard indent <= top.indent, let key = keyText(at: position, bytes),
      let depth = frames.lastIndex(where: { $0.isObject && $0.indent < indent })
    else { return false }
    reportUnclosed(from: depth + 1, seenBefore: "\"\(shortened(key))\"")
    popUnclosed(downTo: depth + 1, bytes)
    return true
  }

  /// Ends the frames from `depth` on without their brackets.
  mutating func popUnclosed(downTo depth: Int, _ bytes: Bytes) {
    let end = lastEnd
    while frames.count > depth { pop(bytes, end: end, isDamaged: true) }
    forgivesMissingComma = true
  }

  /// The text at `offset` if it is one in quotation marks with a colon after it.
  func keyText(at offset: Int, _ bytes: Bytes) -> String? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return nil }
    var index = offset + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == 0x0A { return nil }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < bytes.count else { return nil }
    let end = index
    index += 1
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
    return file.text(of: offset + 1..<end)
  }

  /// Deals with what follows the end of the outermost value.
  mutating func readAfterEnd(_ byte: UInt8, _ bytes: Bytes) {
    if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
      hasBracketFaults = true
      let start = position
      while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == byte {
        position += 1
      }
      report(
        .extraBracket,
        "this bracket closes nothing: all that were opened are closed above",
        at: start..<start + 1,
        fix: ("take it out", "")
      )
      lineStart = lineBeginning(before: position, bytes)
      return
    }
    if reopensRoot(byte, bytes) { return }
    isStopped = true
    if byte == UInt8(ascii: ":"), nodes.first?.kind == .string {
      report(
        .missingKey,
        "a key needs an object around it: the file should begin with \"{\" and end with \"}\"",
        at: position..<position + 1
      )
      nodes[0].kind = .unreadable
      return
    }
    var end = position
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    report(
      .textAfterEnd,
      "nothing may follow the end of the outermost value",
      at: position..<end,
      notes: [Diagnostic.Note("it ends here", at: range(lastEnd - 1..<lastEnd))]
    )
  }

  /// Goes on inside the outermost object if one bracket too many closed it.
  private mutating func reopensRoot(_ byte: UInt8, _ bytes: Bytes) -> Bool {
    // Each time costs a look at all keys: a file with many such brackets is no JSON at all.
    guard let frame = lastFrame, frame.isObject, reopenings < 10 else { return false }
    var next = position
    if byte == UInt8(ascii: ",") {
      next += 1
      while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    }
    guard keyText(at: next, bytes) != nil else { return false }
    hasBracketFaults = true
    report(
      .extraBracket,
      "this bracket is one too many: the outermost value goes on after it",
      at: lastEnd - 1..<lastEnd,
      fix: ("take it out", "")
    )
    lastFrame = nil
    reopenings += 1
    nodes[frame.node].extra = 0
    frames.append(frame)
    expectation = .separator
    forgivesMissingComma = true
    return true
  }

  /// Steps over a value that is nested too deep.
  mutating func skipTooDeep(_ bytes: Bytes) {
    report(
      .tooDeep,
      "brackets may be nested \(limits.depth) deep; what this one opens is not read",
      at: position..<position + 1
    )
    let start = position
    var depth = 0
    var isInText = false
    while position < bytes.count {
      let byte = bytes[position]
      if isInText {
        if byte == UInt8(ascii: "\\") { position += 1 }
        if byte == UInt8(ascii: "\"") || byte == 0x0A { isInText = false }
      } else if byte == UInt8(ascii: "\"") {
        isInText = true
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        depth -= 1
      }
      position += 1
      if depth == 0 { break }
    }
    position = min(position, bytes.count)
    // Left open or not, what is not read is not judged.
    if depth > 0 { endedInText = true }
    lineStart = lineBeginning(before: position, bytes)
    append(.unreadable, start..<position)
    finishValue(end: position)
  }

  mutating func stopForSize() {
    report(
      .tooManyValues,
      "this file holds more than \(limits.values) keys and values; the rest is not read",
      at: min(position, file.bytes.count)..<min(position, file.bytes.count)
    )
    isStopped = true
    endedInText = true
  }

  /// Gives up on a file that is nothing but mistakes.
  mutating func stopForMistakes() {
    isStopped = true
    endedInText = true
  }

  /// Completes the tree, and reports what the file leaves open.
  mutating func finish(_ bytes: Bytes) {
    lastEnd = max(lastEnd, min(3, position))
    if !frames.isEmpty {
      if expectation == .value, frames.last?.isObject == true {
        append(.unreadable, lastEnd..<lastEnd)
      }
      if !endedInText { reportUnclosed(from: 0, seenBefore: "the end of the file") }
      popUnclosed(downTo: 0, bytes)
    }
    reportTallies()
  }

  func lineBeginning(before offset: Int, _ bytes: Bytes) -> Int {
    var start = min(offset, bytes.count)
    // Never further back than where a line was last seen to begin.
    while start > lineStart, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }
}
