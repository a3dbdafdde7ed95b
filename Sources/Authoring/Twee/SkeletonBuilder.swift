import JSONSyntax
import SourceText

/// Makes the skeleton of a scenario from the passages of a story.
struct SkeletonBuilder {
  let story: TweeStory
  let dimensions: [String]
  let format: StoryFormat
  var result = TweeImport()
  var log = DiagnosticLog()
  /// Passages that are told, with their moments' ids.
  var told: [(passage: TweeStory.Passage, id: String)] = []
  var idsByName: [String: String] = [:]
  var momentIDs: Identifiers
  /// Names of passages that links lead to and nobody wrote, in order.
  var missing: [(name: String, id: String)] = []
  var cast = SkeletonCast()
  private let requestedID: String?

  /// The most moments, replies and lines that a scenario may have.
  static let limits = (moments: 20_000, replies: 64, lines: 500)

  init(_ story: TweeStory, id: String?, dimensions: [String], taken: Set<String> = []) {
    self.story = story
    self.dimensions = dimensions
    requestedID = id
    format = StoryFormat(story.data.format)
    momentIDs = Identifiers(taken: taken)
  }

  /// Builds the scenario.
  consuming func build() -> TweeImport {
    keep(.prolog, passage: "", story.prolog)
    var special: [TweeStory.Passage] = []
    for passage in story.passages {
      if TweeSpecial.isSpecial(passage) || told.count >= Self.limits.moments {
        special.append(passage)
      } else {
        enroll(passage)
      }
    }
    if told.count == Self.limits.moments {
      report(
        .tweeTooMuch,
        "a scenario has at most 20,000 moments; other passages are kept as notes"
      )
    }
    guard !told.isEmpty else {
      report(.tweeNoPassage, "all passages of this story are special ones; there is none to tell")
      result.diagnostics = log.finished()
      return result
    }
    let opening = openingID()
    var moments: [JSONValue.Member] = []
    for (passage, id) in told { moments.append(.init(id, moment(of: passage))) }
    moments += missing.map { .init($0.id, Self.placeholder(named: $0.name)) }
    var members = heading()
    cast.finish()
    members += [
      .init("listener", .string(cast.listener)),
      .init("cast", cast.value),
      .init("opening", .string(opening)),
    ]
    if let layout = layout() { members.append(.init("layout", layout)) }
    members.append(.init("note", note(special)))
    members.append(.init("moments", .object(moments)))
    result.scenario = Formatter.bytes(of: PlainText.spellingOutNotes(.object(members)))
    result.diagnostics = log.finished()
    result.kept.sort { $0.range.offsets.lowerBound < $1.range.offsets.lowerBound }
    return result
  }

  mutating func enroll(_ passage: TweeStory.Passage) {
    let id = momentIDs.unique(passage.name, or: "moment")
    told.append((passage, id))
    // Links lead to the first passage of a name.
    if idsByName[passage.name] == nil { idsByName[passage.name] = id }
  }

  // MARK: The scenario

  private mutating func heading() -> [JSONValue.Member] {
    let titlePassage = story.passages.first { $0.name == "StoryTitle" }
    let title = titlePassage.map { fit(trimmed(story.text(of: $0)), in: $0) } ?? ""
    let id = requestedID ?? Identifiers.kebab(title) ?? "imported-story"
    let missing = JSONValue.string(ToWrite.marker)
    return [
      .init("$schema", "../Schema/scenario.schema.json"),
      .init("format", "rehearse-scenario/1"),
      .init("id", .string(id)),
      .init("title", title.isEmpty ? missing : .string(title)),
      .init("summary", missing),
      .init("reviewed", []),
      .init("setting", missing),
    ]
  }

  private mutating func openingID() -> String {
    let wanted = story.data.start
    if let wanted, let id = idsByName[wanted] { return id }
    let fallback = idsByName["Start"] ?? told[0].id
    if let wanted, let data = story.passages.first(where: { $0.name == "StoryData" }) {
      report(
        .tweeMissingStart,
        "the story should start with \"\(wanted)\", which is no passage; it starts with \"\(fallback)\"",
        at: data.nameRange.offsets
      )
    }
    return fallback
  }

  /// The places of the passages on the map.
  private func layout() -> JSONValue? {
    var places: [JSONValue.Member] = []
    for (passage, id) in told {
      guard let place = TweeMetadata(passage.metadata).position else { continue }
      places.append(.init(id, .array([.integer(place.x), .integer(place.y)])))
    }
    return places.isEmpty ? nil : .object(places)
  }

  /// What the story says about itself, and passages that are not told.
  private mutating func note(_ special: [TweeStory.Passage]) -> JSONValue {
    var members: [JSONValue.Member] = [.init("importedFrom", "Twee 3")]
    func add(_ key: String, _ text: String?) {
      if let text { members.append(.init(key, .string(text))) }
    }
    add("ifid", story.data.ifid)
    add("storyFormat", story.data.format)
    add("storyFormatVersion", story.data.formatVersion)
    add("start", story.data.start)
    if !story.prolog.isEmpty {
      add("beforeTheFirstPassage", story.file.text(of: story.prolog))
    }
    var passages: [JSONValue] = []
    for passage in special {
      keep(.special, passage: passage.name, passage.text, or: passage.nameRange)
      var entry: [JSONValue.Member] = [.init("passage", .string(passage.name))]
      if !passage.tags.isEmpty { entry.append(.init("tags", strings(passage.tags))) }
      if let metadata = passage.metadata { entry.append(.init("metadata", .string(metadata))) }
      if !passage.leftovers.isEmpty { entry.append(.init("header", strings(passage.leftovers))) }
      entry.append(.init("text", .string(story.text(of: passage))))
      passages.append(.object(entry))
    }
    if !passages.isEmpty { members.append(.init("specialPassages", .array(passages))) }
    return .object(members)
  }

  func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  // MARK: Reporting

  mutating func report(_ code: DiagnosticCode, _ message: String, at offsets: Range<Int> = 0..<0) {
    log.report(Diagnostic(code, message, at: SourceRange(offsets, in: story.file.id)))
  }

  mutating func keep(
    _ kind: KeptNote.Kind,
    passage: String,
    _ offsets: Range<Int>,
    or range: SourceRange? = nil
  ) {
    guard !offsets.isEmpty || range != nil else { return }
    result.kept.append(
      KeptNote(
        kind: kind,
        passage: passage,
        text: story.file.text(of: offsets),
        range: offsets.isEmpty ? range ?? story.file.end : SourceRange(offsets, in: story.file.id)
      )
    )
  }

  /// A text fit for the scenario; what had to be taken out of it is reported.
  mutating func fit(_ text: String, in passage: TweeStory.Passage) -> String {
    let (fitted, hadHidden) = PlainText.forScenario(text)
    if hadHidden { keep(.hiddenCharacter, passage: passage.name, passage.nameRange.offsets) }
    return PlainText.pieces(fitted).first ?? ""
  }
}

/// The people found in a story.
struct SkeletonCast {
  private var ids = Identifiers()
  private var people: [(id: String, name: String, isWorker: Bool, lines: Int)] = []
  private var places: [String: Int] = [:]
  private(set) var listener = ""

  /// The id of a speaker; nil when the cast is full.
  mutating func speaker(_ name: String) -> String? {
    let key = name.lowercased()
    if let place = places[key] {
      people[place].lines += 1
      return people[place].id
    }
    guard people.count < 63 else { return nil }
    places[key] = people.count
    people.append((ids.unique(name, or: "person"), name, Speaker.worker.contains(key), 1))
    return people.last?.id
  }

  /// Whether a line began with nothing but the name that this person has in the cast.
  func isWritten(_ id: String, as lead: Substring) -> Bool {
    people.contains { $0.id == id && trimmed(String(lead)) == "\($0.name):" }
  }

  /// Chooses the listener: who says most.
  mutating func finish() {
    let others = people.filter { !$0.isWorker }
    // The first of several who say as much.
    if let most = others.map(\.lines).max(), let person = others.first(where: { $0.lines == most })
    {
      listener = person.id
    } else {
      listener = ids.unique("listener", or: "listener")
      people.append((listener, ToWrite.marker, false, 0))
    }
  }

  var value: JSONValue {
    .object(
      people.map { person in
        let role = person.isWorker ? "worker" : person.id == listener ? "birth-parent" : "partner"
        return .init(
          person.id,
          [
            "name": .string(person.name), "role": .string(role),
            "about": .string("\(ToWrite.marker) Say who this is, and check the role."),
          ]
        )
      }
    )
  }
}

/// Passages that are not part of what is told.
enum TweeSpecial {
  private static let names: Set<String> = [
    "StoryTitle", "StoryData", "StoryInit", "StoryAuthor", "StorySubtitle", "StoryCaption",
    "StoryMenu", "StoryInterface", "StoryBanner", "StoryShare", "StorySettings", "StoryIncludes",
    "StoryDisplayTitle", "StoryLoader", "StoryScript", "StoryStylesheet", "PassageHeader",
    "PassageFooter", "PassageReady", "PassageDone",
  ]
  private static let tags: Set<String> = [
    "script", "stylesheet", "startup", "header", "footer", "debug-startup", "debug-header",
    "debug-footer", "widget", "init", "annotation", "haml", "Twine.private", "Twine.image",
    "Twine.audio", "Twine.video", "Twine.vtt", TweeCarrier.tag,
  ]

  static func isSpecial(_ passage: TweeStory.Passage) -> Bool {
    names.contains(passage.name) || passage.tags.contains(where: tags.contains)
  }
}

/// The metadata of a passage that an import understands.
struct TweeMetadata {
  var position: (x: Int, y: Int)?
  /// Metadata of other kinds, as `key: value`.
  var others: [String] = []

  init(_ text: String?) {
    guard let text,
      let document = JSONReader.read(SourceFile(path: "", bytes: Array(text.utf8))).document
    else { return }
    for member in document.members(of: document.root) {
      let key = document.string(of: member.key) ?? ""
      let value = document.value(of: member.value)
      if key == "position", case .string(let text) = value, let place = Self.pair(text) {
        position = place
      } else if key != "size" || value != "100,100" {
        others.append("\(key): \(JSONWriter.compact(value))")
      }
    }
  }

  private static func pair(_ text: String) -> (x: Int, y: Int)? {
    let numbers = text.split(separator: ",").compactMap { part in
      Double(trimmed(String(part)))
    }
    guard numbers.count == 2, numbers.allSatisfy({ abs($0) <= 1_000_000 }) else { return nil }
    return (Int(numbers[0]), Int(numbers[1]))
  }
}
