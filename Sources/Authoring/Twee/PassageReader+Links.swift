extension PassageReader {
  /// `[[link]]`, with what it may set, or `[img[…]]`.
  mutating func readBracket(at start: Int) -> Int? {
    if has("[img[", at: start) || has("[<img[", at: start) || has("[>img[", at: start) {
      return readImage(at: start)
    }
    guard has("[[", at: start) else { return nil }
    guard let end = endOnLine(after: "]]", from: start + 2) else {
      content.badLinks.append(start..<start + 2)
      return nil
    }
    guard let link = link(in: start..<end) else { return nil }
    addLink(link, start..<end)
    return end
  }

  /// A link that stands in the words of a macro, such as `<<link [[label|target]]>>`.
  mutating func wholeLink(in range: Range<Int>) -> PassageContent.Link? {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == 0x20 { start += 1 }
    guard has("[[", at: start), let end = endOnLine(after: "]]", from: start + 2),
      end <= range.upperBound
    else { return nil }
    return link(in: start..<end)
  }

  /// Reads the four ways to write a link.
  private func link(in range: Range<Int>) -> PassageContent.Link? {
    var inside = range.lowerBound + 2..<range.upperBound - 2
    var setter: String?
    if let middle = first("][", in: inside) {
      setter = trimmed(text(middle + 2..<inside.upperBound))
      inside = inside.lowerBound..<middle
    }
    var label = text(inside)
    var target = label
    if let arrow = last("->", in: inside) {
      label = text(inside.lowerBound..<arrow)
      target = text(arrow + 2..<inside.upperBound)
    } else if let arrow = first("<-", in: inside) {
      target = text(inside.lowerBound..<arrow)
      label = text(arrow + 2..<inside.upperBound)
    } else if let bar = last("|", in: inside) {
      label = text(inside.lowerBound..<bar)
      target = text(bar + 1..<inside.upperBound)
    }
    target = trimmed(target)
    label = trimmed(label)
    guard !target.isEmpty || !label.isEmpty else { return nil }
    return PassageContent.Link(
      label: label.isEmpty ? target : label,
      target: target,
      setter: setter,
      sentence: nil,
      within: within.suffix(4).map(\.text),
      range: range
    )
  }

  mutating func addLink(_ link: PassageContent.Link, _ range: Range<Int>) {
    // The label stays in the sentence, so that it can still be read.
    line += link.label.utf8
    if Self.contains("://", Array(link.target.utf8)) || link.target.hasPrefix("mailto:") {
      keep(.externalLink, range)
      return
    }
    var link = link
    link.range = range
    lineLinks.append(link)
  }

  mutating func addCodedLink(_ literals: [String], isGoto: Bool, _ range: Range<Int>) {
    guard let target = literals.last else {
      content.kept.append((.codedLink, range))
      return
    }
    let label = literals.count > 1 && !isGoto ? literals[0] : ToWrite.marker
    addCodedLink(label: label, target: target, range)
  }

  /// A link whose passage is named in code; which words lead there may not be known.
  mutating func addCodedLink(label: String, target: String, _ range: Range<Int>) {
    content.kept.append((.codedLink, range))
    content.links.append(
      PassageContent.Link(
        label: trimmed(label).isEmpty ? ToWrite.marker : trimmed(label),
        target: trimmed(target),
        setter: nil,
        sentence: nil,
        within: within.suffix(4).map(\.text) + [brief(range)],
        range: range
      )
    )
  }

  private mutating func readImage(at start: Int) -> Int? {
    guard let end = endOnLine(after: "]]", from: start + 5) else { return nil }
    keep(.image, start..<end)
    // [img[source][passage]] leads there.
    var parts: [Range<Int>] = []
    var from = start + 5
    while let middle = first("][", in: from..<end - 2) {
      parts.append(from..<middle)
      from = middle + 2
    }
    guard !parts.isEmpty else { return end }
    let target = trimmed(text(parts.count > 1 ? parts[1] : from..<end - 2))
    if !target.isEmpty { addCodedLink(label: ToWrite.marker, target: target, start..<end) }
    return end
  }

  mutating func readMarkdownImage(at start: Int) -> Int? {
    guard let middle = endOnLine(after: "](", from: start + 2),
      let end = endOnLine(after: ")", from: middle)
    else { return nil }
    keep(.image, start..<end)
    return end
  }

  // MARK: Marks

  private func first(_ mark: StaticString, in range: Range<Int>) -> Int? {
    var position = range.lowerBound
    while position + mark.utf8CodeUnitCount <= range.upperBound {
      if has(mark, at: position) { return position }
      position += 1
    }
    return nil
  }

  private func last(_ mark: StaticString, in range: Range<Int>) -> Int? {
    var position = range.upperBound - mark.utf8CodeUnitCount
    while position >= range.lowerBound {
      if has(mark, at: position) { return position }
      position -= 1
    }
    return nil
  }

  private static func contains(_ mark: String, _ text: [UInt8]) -> Bool {
    let wanted = Array(mark.utf8)
    guard text.count >= wanted.count else { return false }
    return (0...text.count - wanted.count).contains {
      text[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
