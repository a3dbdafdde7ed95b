import JSONSyntax
import SourceText

extension SkeletonBuilder {
  /// The moment of a passage: its prose as lines, its links as replies; an ending if it has none.
  mutating func moment(of passage: TweeStory.Passage) -> JSONValue {
    var reader = PassageReader(story.file.bytes, passage.text, format)
    let content = reader.read()
    for bad in content.badLinks {
      report(.tweeBadLink, "this link has no \"]]\" on its line; it is left in the text", at: bad)
    }
    var notes = headerNotes(passage)
    for (kind, range) in content.kept {
      keep(kind, passage: passage.name, range)
      // A variable still stands in its sentence.
      if kind != .variable { notes.append(noteText(kind, range)) }
    }
    var members: [JSONValue.Member] = [
      .init("lines", .array(lines(content.prose, passage, &notes)))
    ]
    let links = content.links.sorted { $0.range.lowerBound < $1.range.lowerBound }
    if links.isEmpty {
      members.append(.init("ending", ending(named: passage)))
    } else {
      members.append(.init("replies", .array(replies(links, passage, &notes))))
    }
    if !notes.isEmpty { members.append(.init("note", strings(notes))) }
    return .object(members)
  }

  private mutating func headerNotes(_ passage: TweeStory.Passage) -> [String] {
    var notes: [String] = []
    let place = passage.nameRange.offsets
    if idsByName[passage.name] == nil || Identifiers.kebab(passage.name) != passage.name {
      notes.append("passage: \(passage.name)")
    }
    if !passage.tags.isEmpty {
      keep(.tags, passage: passage.name, place)
      notes.append("tags: \(passage.tags.joined(separator: ", "))")
    }
    for other in TweeMetadata(passage.metadata).others {
      keep(.metadata, passage: passage.name, place)
      notes.append("metadata: \(other)")
    }
    for leftover in passage.leftovers {
      keep(.header, passage: passage.name, place)
      notes.append("header: \(leftover)")
    }
    return notes
  }

  private func noteText(_ kind: KeptNote.Kind, _ range: Range<Int>) -> String {
    let line = story.file.location(of: range.lowerBound).line
    return "\(kind.rawValue), line \(line): \(trimmed(story.file.text(of: range)))"
  }

  // MARK: Lines

  private mutating func lines(
    _ prose: [PassageContent.Prose],
    _ passage: TweeStory.Passage,
    _ notes: inout [String]
  ) -> [JSONValue] {
    var lines: [JSONValue] = []
    for (place, said) in prose.enumerated() {
      guard lines.count < Self.limits.lines else {
        let rest = said.range.lowerBound..<prose[prose.count - 1].range.upperBound
        report(
          .tweeTooMuch,
          "a moment has at most \(Self.limits.lines) lines; \(prose.count - place) more are kept as a note",
          at: said.range
        )
        keep(.tooMuch, passage: passage.name, rest)
        notes.append(noteText(.tooMuch, rest))
        break
      }
      lines += line(said, passage)
    }
    return Array(lines.prefix(Self.limits.lines))
  }

  /// A line of prose, in more than one if it is very long.
  private mutating func line(
    _ said: PassageContent.Prose,
    _ passage: TweeStory.Passage
  ) -> [JSONValue] {
    var by: String?
    var words = said.text
    if let split = Speaker.split(said.text), split.name.unicodeScalars.count <= 80 {
      if Speaker.narrator.contains(split.name.lowercased()) {
        words = split.words
      } else if let id = cast.speaker(split.name) {
        by = id
        words = split.words
      }
    }
    let (fitted, hadHidden) = PlainText.forScenario(words)
    if hadHidden { keep(.hiddenCharacter, passage: passage.name, said.range) }
    // Marks around a name, and a name that is nobody's, are kept as they were written.
    let lead = said.text.prefix(said.text.count - words.count)
    let isPlain = by.map { cast.isWritten($0, as: lead) } ?? lead.isEmpty
    return PlainText.pieces(fitted).filter { !$0.isEmpty }.enumerated().map { place, piece in
      var members: [JSONValue.Member] = []
      if let by { members.append(.init("by", .string(by))) }
      members.append(.init("text", .string(piece)))
      if !isPlain, place == 0 {
        members.append(.init("note", .string("speaker as written: \(trimmed(String(lead)))")))
      }
      return .object(members)
    }
  }

  // MARK: Replies

  private mutating func replies(
    _ links: [PassageContent.Link],
    _ passage: TweeStory.Passage,
    _ notes: inout [String]
  ) -> [JSONValue] {
    var ids = Identifiers()
    if links.count > Self.limits.replies {
      let first = links[Self.limits.replies].range
      let rest = first.lowerBound..<links[links.count - 1].range.upperBound
      report(
        .tweeTooMuch,
        "a moment has at most \(Self.limits.replies) replies; the links from here on are kept as a note",
        at: first
      )
      keep(.tooMuch, passage: passage.name, rest)
      notes.append(noteText(.tooMuch, rest))
    }
    return links.prefix(Self.limits.replies).map { reply($0, passage, &ids) }
  }

  mutating func reply(
    _ link: PassageContent.Link,
    _ passage: TweeStory.Passage,
    _ ids: inout Identifiers
  ) -> JSONValue {
    let say = fit(link.label, in: passage)
    let missing = JSONValue.string(ToWrite.marker)
    var members: [JSONValue.Member] = [
      .init("id", .string(ids.unique(say, or: "reply", length: 32))),
      .init("say", say.isEmpty ? missing : .string(say)),
      .init("rates", .object(dimensions.map { .init($0, .null) })),
      .init("why", missing),
      .init("heard", missing),
      .init("next", .string(target(of: link, from: passage))),
    ]
    var notes: [String] = []
    if let setter = link.setter {
      let line = story.file.location(of: link.range.lowerBound).line
      keep(.setter, passage: passage.name, link.range)
      notes.append("setter, line \(line): \(setter)")
    }
    if let sentence = link.sentence {
      keep(.inlineLink, passage: passage.name, link.range)
      notes.append("stood inside: \(sentence)")
    }
    notes += link.within.map { "stood within: \($0)" }
    if !notes.isEmpty { members.append(.init("note", strings(notes))) }
    return .object(members)
  }

  /// The moment a link leads to; one that nobody wrote becomes an ending to be written.
  private mutating func target(
    of link: PassageContent.Link,
    from passage: TweeStory.Passage
  ) -> String {
    if let id = idsByName[link.target] { return id }
    guard told.count + missing.count < Self.limits.moments else {
      report(
        .tweeTooMuch,
        "there is no passage \"\(link.target)\", and no room for another moment; the reply leads to the first",
        at: link.range
      )
      return told[0].id
    }
    // Looking for what was meant takes long; past the limit of findings nobody would read it.
    if !log.countsWithoutKeeping() {
      let nearest = nearestMatch(to: link.target, among: told.lazy.map(\.passage.name))
      report(
        .tweeMissingPassage,
        "there is no passage \"\(link.target)\"; an ending still to write stands in for it"
          + (nearest.map { " (did you mean \"\($0)\"?)" } ?? ""),
        at: link.range
      )
    }
    let id = momentIDs.unique(link.target, or: "moment")
    idsByName[link.target] = id
    missing.append((link.target, id))
    return id
  }

  // MARK: Endings

  private mutating func ending(named passage: TweeStory.Passage) -> JSONValue {
    let title = fit(passage.name, in: passage)
    return Self.ending(title)
  }

  static func placeholder(named name: String) -> JSONValue {
    [
      "lines": [],
      "ending": ending(PlainText.pieces(PlainText.forScenario(name).text).first ?? ""),
      "note": .array([.string("there was no passage of this name: \(name)")]),
    ]
  }

  private static func ending(_ title: String) -> JSONValue {
    [
      "title": .string(title.isEmpty ? ToWrite.marker : title),
      "text": .string(ToWrite.marker),
      "kind": "mixed",
    ]
  }
}
