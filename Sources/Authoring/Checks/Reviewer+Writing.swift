import JSONSyntax
import ScenarioEngine
import SourceText

/// What the people of the story are told, and in what words.
extension Reviewer {
  mutating func reviewWriting() {
    for reply in scenario.replyIndices { reviewPlainness(reply) }
    reviewFacts()
    reviewWording()
    reviewNames()
    reviewHelp()
    reviewPlace()
    reviewPeople()
    countToWrite()
  }

  private mutating func countToWrite() {
    let places = ToWrite.places(in: document)
    guard let first = places.first else { return }
    let texts = places.count == 1 ? "a text is" : "\(places.count) texts are"
    report(
      ReviewCode.stillToWrite,
      "\(texts) still to be written, marked \(ToWrite.marker)"
        + (places.count == 1 ? "" : "; this is the first"),
      at: first
    )
  }

  private var clarity: Int? { scenario.notes.dimensions.firstIndex(of: "clarity") }

  /// A reply that is rated clear has to be.
  private mutating func reviewPlainness(_ reply: ReplyIndex) {
    guard let clarity, let level = tables.replies[reply.place].rates[clarity], level >= 3,
      let node = member("say", of: reply)
    else { return }
    reviewPlainness(node, what: "this reply is rated clear")
  }

  private mutating func reviewPlainness(_ node: JSONNode.ID, what: String) {
    let scan = TextScan(map.text(node))
    if let long = scan.sentences.first(where: { $0.words > 25 }) {
      report(
        ReviewCode.longSentence,
        "\(what), and this sentence has \(long.words) words; over 25 is hard to follow aloud",
        trimmed(long.range, in: map.text(node)),
        of: node
      )
    } else if scan.words.count > 12, scan.grade > 9 {
      let grade = Int(scan.grade.rounded(.down))
      report(
        ReviewCode.hardToRead,
        "\(what), and it reads like school year \(grade); year 8 or below is for everybody",
        at: node
      )
    }
    let here = Set(scan.words.map(\.text))
    for (words, term, plain) in jargon where words.first.map(here.contains) ?? false {
      guard let place = scan.all(of: words).first, !isExplained(scan, after: place) else {
        continue
      }
      report(
        ReviewCode.jargon,
        "\(what), and \"\(term)\" is a word of the office: \(plain)",
        place,
        of: node
      )
    }
  }

  private func isExplained(_ scan: TextScan, after place: Range<Int>) -> Bool {
    let glosses: Set = ["means", "meaning", "called", "call", "is", "that's"]
    let rest = scan.words.filter { $0.range.lowerBound >= place.upperBound }.prefix(4)
    let before = scan.words.filter { $0.range.upperBound <= place.lowerBound }.suffix(4)
    return rest.contains { glosses.contains($0.text) }
      || before.contains { ["call", "called", "calls"].contains($0.text) }
  }

  private func trimmed(_ range: Range<Int>, in text: String) -> Range<Int> {
    let bytes = Array(text.utf8)
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
    return start..<range.upperBound
  }

  private mutating func reviewFacts() {
    guard let section = map.root("facts") else { return }
    for fact in document.entries(of: section) {
      reviewPlainness(fact.value, what: "families are told this fact")
    }
  }

  // MARK: Words

  /// A reply that is rated low may use the words that it is low for.
  private mutating func reviewWording() {
    var nodes: [JSONNode.ID] = []
    for key: StaticString in ["title", "summary", "setting", "contentNote"] {
      if let node = map.root(key) { nodes.append(node) }
    }
    for key: StaticString in ["objectives", "before", "after", "watchFor", "notes"] {
      nodes += map.strings(map.root(key))
    }
    if let cast = map.root("cast") {
      nodes += document.entries(of: cast).compactMap { document.member("about", of: $0.value) }
    }
    if let facts = map.root("facts") { nodes += document.entries(of: facts).map(\.value) }
    for moment in map.moments {
      for key: StaticString in ["ask", "discuss", "hint", "notes"] {
        if let node = document.member(key, of: moment) { nodes.append(node) }
      }
      if let ending = document.member("ending", of: moment) {
        nodes += map.strings(ending)
      }
    }
    for (place, line) in map.lines.enumerated() where tables.lines[place].by == nil {
      if let text = line.flatMap({ document.member("text", of: $0) }) { nodes.append(text) }
    }
    for reply in scenario.replyIndices {
      let levels = scenario.notes.dimensions.indices.compactMap {
        tables.replies[reply.place].rates[$0]
      }
      if let why = member("why", of: reply) { nodes.append(why) }
      if levels.allSatisfy({ $0 >= 3 }), let say = member("say", of: reply) { nodes.append(say) }
    }
    for node in nodes { reviewWording(node) }
  }

  private mutating func reviewWording(_ node: JSONNode.ID) {
    let text = map.text(node)
    let scan = TextScan(text)
    for (phrase, instead) in WordLists.avoided
    where scan.words.contains(where: { $0.text == phrase[0] }) {
      for place in scan.all(of: phrase) where !isQuoted(place, in: text) {
        report(
          ReviewCode.avoidedWord,
          "the field asks to avoid \"\(phrase.joined(separator: " "))\"; say \(instead)",
          place,
          of: node
        )
      }
    }
    if let place = scan.first(of: WordLists.universalLaw), !isQuoted(place, in: text) {
      report(
        ReviewCode.universalLaw,
        "law differs from place to place; say whose it is, or put it into \"facts\"",
        place,
        of: node
      )
    }
  }

  /// Words in quotation marks are spoken of, not used.
  private func isQuoted(_ place: Range<Int>, in text: String) -> Bool {
    let before = Array(text.utf8)[..<place.lowerBound]
    let marks = before.count(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") })
    return marks % 2 == 1
      && before.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") })
      || text.contains("\u{201C}")
  }

  // MARK: Names

  private mutating func reviewNames() {
    let names = Set(
      tables.cast.flatMap { TextScan($0.name).words.filter(\.isCapitalised).map(\.text) }
    )
    .filter { $0.count > 3 }
    guard !names.isEmpty else { return }
    // A word that stands there twice is no slip; words are few, so each is compared once.
    var counts: [String: Int] = [:]
    var suspects: [(word: TextScan.Word, node: JSONNode.ID)] = []
    let sorted = names.sorted()
    var verdicts: [String: String?] = [:]
    for node in proseNodes() {
      for word in TextScan(map.text(node)).words {
        if let known = verdicts[word.text] {
          guard known != nil else { continue }
        } else {
          let isKnown = names.contains(word.text) || names.contains(stem(word.text))
          let near = isKnown ? nil : sorted.first { isSlip(word.text, of: $0) }
          verdicts[word.text] = .some(near)
          guard near != nil else { continue }
        }
        counts[word.text, default: 0] += 1
        if word.isCapitalised && !word.startsSentence { suspects.append((word, node)) }
      }
    }
    for (word, node) in suspects where counts[word.text, default: 0] < 2 {
      if let name = verdicts[word.text].flatMap(\.self) {
        report(
          ReviewCode.nameMisspelt,
          "nobody is called this; is it \"\(name.prefix(1).uppercased() + name.dropFirst())\"? "
            + "Write the id in braces and it is always right",
          word.range,
          of: node
        )
      }
    }
  }

  private func stem(_ word: String) -> String {
    word.hasSuffix("'s") ? String(word.dropLast(2)) : word
  }

  /// Every string that a person reads.
  private func proseNodes() -> [JSONNode.ID] {
    var nodes: [JSONNode.ID] = []
    for line in map.lines {
      if let text = line.flatMap({ document.member("text", of: $0) }) { nodes.append(text) }
    }
    for reply in map.replies {
      for key: StaticString in ["say", "why", "heard"] {
        if let node = document.member(key, of: reply) { nodes.append(node) }
      }
    }
    for moment in map.moments {
      for key: StaticString in ["ask", "discuss", "hint", "notes"] {
        if let node = document.member(key, of: moment) { nodes.append(node) }
      }
    }
    return nodes
  }

  /// One letter missing, added, wrong, or two turned round.
  private func isSlip(_ word: String, of name: String) -> Bool {
    guard word.utf8.count > 3, word.utf8.first == name.utf8.first,
      abs(word.utf8.count - name.utf8.count) <= 3
    else { return false }
    let (a, b) = (Array(stem(word).utf8), Array(name.utf8))
    guard a != b, abs(a.count - b.count) <= 1, a.first == b.first else { return false }
    if a.count == b.count {
      let wrong = a.indices.filter { a[$0] != b[$0] }
      return wrong.count == 1
        || wrong.count == 2 && wrong[1] == wrong[0] + 1 && a[wrong[0]] == b[wrong[1]]
          && a[wrong[1]] == b[wrong[0]]
    }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return long.indices.contains { skip in
      Array(long[..<skip] + long[(skip + 1)...]) == short
    }
  }

  // MARK: What goes with it

  private mutating func reviewHelp() {
    for moment in scenario.momentIndices where !scenario.replies(of: moment).isEmpty {
      let notes = scenario.notes(of: moment)
      if notes.discuss == nil {
        report(
          ReviewCode.missingDiscuss,
          "\(id(moment)) has no \"discuss\": what may a room talk about before it decides?",
          at: map.momentKeys[moment.place]
        )
      }
      if notes.hint == nil {
        report(
          ReviewCode.missingHint,
          "\(id(moment)) has no \"hint\", so whoever learns alone gets none",
          at: map.momentKeys[moment.place]
        )
      }
      if tables.moments[moment.place].lines.isEmpty {
        report(
          ReviewCode.nothingSaid,
          "nothing is said or done at \(id(moment)) before the worker has to answer",
          at: member("lines", of: moment)
        )
      }
    }
  }

  private mutating func reviewPlace() {
    guard let facts = map.root("facts") else { return }
    let dated = document.entries(of: facts).first { fact in
      ["dates", "hearing", "limit", "rights", "what-if"].contains(map.text(fact.key))
    }
    guard let dated else { return }
    guard let place = scenario.notes.place else {
      return report(
        ReviewCode.lawWithoutPlace,
        "there are dates and law in the facts, and no \"place\" says where they hold",
        at: dated.key
      )
    }
    if place.checked == nil, let node = map.root("place") {
      report(
        ReviewCode.placeUnchecked,
        "\"place\" does not say when its law was last \"checked\"",
        at: document.openingRange(of: node)
      )
    }
  }

  private mutating func reviewPeople() {
    guard let cast = map.root("cast") else { return }
    var texts = Set<String>()
    for name in namesInBraces() { texts.insert(name) }
    for (place, member) in document.entries(of: cast).enumerated() {
      guard place < tables.cast.count else { break }
      let person = CastIndex(place)
      let isHeard = tables.lines.contains { $0.by == person }
      let listens = tables.moments.contains { $0.hearers.contains(CastSet(person)) }
      let isOwner = tables.slots.contains { $0.of == person }
      if tables.cast[place].role == .worker, isHeard,
        let line = tables.lines.firstIndex(where: { $0.by == person })
      {
        report(
          ReviewCode.workerSpeaks,
          "the worker is whoever plays; words are put into their mouth here",
          at: map.lines[line].flatMap { document.member("by", of: $0) }
        )
      }
      guard !isHeard, !listens, !isOwner, !texts.contains(map.text(member.key)),
        tables.cast[place].role != .worker
      else { continue }
      report(
        ReviewCode.personUnused,
        "\(tables.cast[place].name) never speaks, hears or is named",
        at: member.key
      )
    }
  }

  private func namesInBraces() -> Set<String> {
    var names: Set<String> = []
    var nodes = proseNodes()
    if let facts = map.root("facts") { nodes += document.entries(of: facts).map(\.value) }
    for key: StaticString in ["setting", "summary", "title"] {
      if let node = map.root(key) { nodes.append(node) }
    }
    for moment in map.moments { nodes += map.strings(document.member("ending", of: moment)) }
    for node in nodes {
      for part in map.text(node).split(separator: "{").dropFirst() {
        names.insert(String(part.prefix { $0 != "}" }))
      }
    }
    return names
  }
}
