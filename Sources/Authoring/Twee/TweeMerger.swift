import JSONSyntax
import SourceText

/// Brings what was changed in an exported story into the scenario that it carries.
///
/// A passage that reads as it was exported gives its moment as it was. In a changed one, every line
/// and link that reads as before keeps all that belongs to it; others are read as in any story.
struct TweeMerger {
  let story: TweeStory
  let document: JSONDocument
  var log = DiagnosticLog()
  private(set) var kept: [KeptNote] = []
  private(set) var isChanged = false
  private(set) var value: JSONValue
  private let rendering: TweeRendering
  private var skeleton: SkeletonBuilder
  private let dimensions: [String]

  init(_ story: TweeStory, _ document: JSONDocument, dimensions: [String]) {
    self.story = story
    self.document = document
    self.dimensions = dimensions
    rendering = TweeRendering(document)
    value = document.value(of: document.root)
    let ids = Set(rendering.passages.map(\.name))
    skeleton = SkeletonBuilder(story, id: nil, dimensions: dimensions, taken: ids)
  }

  mutating func merge() {
    var passages: [String: TweeStory.Passage] = [:]
    for passage in story.passages where !TweeSpecial.isSpecial(passage) {
      if passages[passage.name] == nil { passages[passage.name] = passage }
    }
    for exported in rendering.passages where passages[exported.name] != nil {
      skeleton.idsByName[exported.name] = exported.name
    }
    let known = Set(rendering.passages.map(\.name))
    var seen: Set<String> = []
    for passage in story.passages where !TweeSpecial.isSpecial(passage) {
      if !known.contains(passage.name) || !seen.insert(passage.name).inserted {
        skeleton.enroll(passage)
      }
    }
    guard case .object(let carried)? = value["moments"] else { return }
    var moments: [JSONValue.Member] = []
    var moved = false
    for (exported, moment) in zip(rendering.passages, carried) {
      guard let passage = passages[exported.name] else {
        change("the moment \"\(exported.name)\" has no passage any more and is left out", nil)
        continue
      }
      if let place = TweeMetadata(passage.metadata).position, place != (exported.x, exported.y) {
        moved = true
      }
      let text = withoutBlankLines(story.text(of: passage))
      if text == withoutBlankLines(exported.text) {
        moments.append(moment)
      } else {
        change("the passage \"\(passage.name)\" was changed since the export", passage)
        moments.append(.init(moment.key, merged(moment.value, exported, passage)))
      }
    }
    for (passage, id) in skeleton.told {
      change("the passage \"\(passage.name)\" is new since the export", passage)
      moments.append(.init(id, PlainText.spellingOutNotes(skeleton.moment(of: passage))))
    }
    moments += skeleton.missing.map { .init($0.id, SkeletonBuilder.placeholder(named: $0.name)) }
    mergeTitle()
    mergeOpening()
    if isChanged { set("moments", .object(moments)) }
    if moved { mergeLayout(passages) }
    for diagnostic in skeleton.log.finished() { log.report(diagnostic) }
    kept += skeleton.result.kept
  }

  private mutating func change(_ message: String, _ passage: TweeStory.Passage?) {
    isChanged = true
    let range = passage?.nameRange ?? SourceRange(0..<0, in: story.file.id)
    log.report(Diagnostic(.tweeChangedPassage, message, at: range))
  }

  private mutating func set(_ key: String, _ new: JSONValue) {
    guard case .object(var members) = value else { return }
    if let place = members.firstIndex(where: { $0.key == key }) {
      members[place].value = new
    } else {
      let end = members.firstIndex { $0.key == "moments" } ?? members.count
      members.insert(.init(key, new), at: end)
    }
    value = .object(members)
  }

  private func withoutBlankLines(_ text: String) -> [Substring] {
    text.split(separator: "\n").map { $0 }.filter { !trimmed(String($0)).isEmpty }
  }

  // MARK: What is said of the whole

  private mutating func mergeTitle() {
    guard let passage = story.passages.first(where: { $0.name == "StoryTitle" }) else { return }
    let title = trimmed(story.text(of: passage))
    guard title != trimmed(rendering.title), !title.isEmpty else { return }
    change("the title was changed since the export", passage)
    set("title", .string(PlainText.forScenario(title).text))
  }

  private mutating func mergeOpening() {
    guard let start = story.data.start, .string(start) != value["opening"],
      let id = skeleton.idsByName[start]
    else { return }
    change("the story starts with another passage since the export", nil)
    set("opening", .string(id))
  }

  private mutating func mergeLayout(_ passages: [String: TweeStory.Passage]) {
    isChanged = true
    let told =
      rendering.passages.map { ($0.name, passages[$0.name]) }
      + skeleton.told.map { ($0.id, $0.passage) }
    let places = told.compactMap { id, passage -> JSONValue.Member? in
      guard let place = TweeMetadata(passage?.metadata).position else { return nil }
      return .init(id, .array([.integer(place.x), .integer(place.y)]))
    }
    set("layout", .object(places))
  }

  // MARK: One moment

  private mutating func merged(
    _ moment: JSONValue,
    _ exported: TweeRendering.Passage,
    _ passage: TweeStory.Passage
  ) -> JSONValue {
    guard case .object(var members) = moment else { return moment }
    let oldLines = Self.elements(moment["lines"])
    let oldReplies = Self.elements(moment["replies"])
    var rows: [String: [TweeRendering.Row.Source]] = [:]
    for row in exported.rows.reversed() { rows[row.text, default: []].append(row.source) }
    var lines: [JSONValue] = []
    var replies: [(value: JSONValue, link: PassageContent.Link?)] = []
    var used: Set<Int> = []
    var ids = Identifiers(
      taken: Set(oldReplies.compactMap { if case .string(let id)? = $0["id"] { id } else { nil } })
    )
    for range in lineRanges(passage.text) {
      var text = story.file.text(of: range)
      if text.utf8.last == 0x0D { text = String(Substring(text.utf8.dropLast())) }
      if text.hasPrefix("\\::") { text.removeFirst() }
      if trimmed(text).isEmpty { continue }
      if let source = rows[text]?.popLast() {
        switch source {
        case .line(let place): lines.append(oldLines[place])
        case .reply(let place):
          used.insert(place)
          replies.append((oldReplies[place], nil))
        case .shown: break
        }
        continue
      }
      var reader = PassageReader(story.file.bytes, range, .unknown)
      let content = reader.read()
      for (kind, range) in content.kept { skeleton.keep(kind, passage: passage.name, range) }
      lines += content.prose.map { line(said: $0.text) }
      for link in content.links {
        replies.append((PlainText.spellingOutNotes(skeleton.reply(link, passage, &ids)), link))
      }
    }
    adopt(oldReplies.indices.filter { !used.contains($0) }.map { oldReplies[$0] }, into: &replies)
    Self.set("lines", .array(lines), in: &members)
    if !replies.isEmpty, oldReplies.isEmpty {
      members.removeAll { $0.key == "next" || $0.key == "ending" }
    }
    if !replies.isEmpty { Self.set("replies", .array(replies.map(\.value)), in: &members) }
    return .object(members)
  }

  /// As many new links as there are replies missing are those replies in other words.
  private func adopt(
    _ lost: [JSONValue],
    into replies: inout [(value: JSONValue, link: PassageContent.Link?)]
  ) {
    let new = replies.indices.filter { replies[$0].link != nil }
    guard new.count == lost.count else { return }
    for (place, old) in zip(new, lost) {
      guard case .object(var members) = old else { continue }
      let written = replies[place].value
      let oldGo: String? = if case .string(let go)? = old["next"] { go } else { nil }
      if let say = written["say"] { Self.set("say", say, in: &members) }
      if oldGo != nil, let next = written["next"] { Self.set("next", next, in: &members) }
      replies[place].value = .object(members)
    }
  }

  /// A new line; who says it is known by the names of the cast.
  private func line(said text: String) -> JSONValue {
    if let split = Speaker.split(text),
      let person = rendering.people.filter({ $0.value == split.name }).keys.min()
    {
      return ["by": .string(person), "text": .string(PlainText.forScenario(split.words).text)]
    }
    return ["text": .string(PlainText.forScenario(text).text)]
  }

  private func lineRanges(_ text: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = text.lowerBound
    while start < text.upperBound {
      var end = start
      while end < text.upperBound, story.file.bytes[end] != UInt8(ascii: "\n") { end += 1 }
      ranges.append(start..<end)
      start = end + 1
    }
    return ranges
  }

  private static func elements(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let elements)? = value { elements } else { [] }
  }

  private static func set(
    _ key: String,
    _ value: JSONValue,
    in members: inout [JSONValue.Member]
  ) {
    if let place = members.firstIndex(where: { $0.key == key }) {
      members[place].value = value
    } else {
      members.append(.init(key, value))
    }
  }
}
