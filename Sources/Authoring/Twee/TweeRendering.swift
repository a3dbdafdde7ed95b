import JSONSyntax

/// A scenario as passages: the one home of how a moment reads in Twine.
struct TweeRendering {
  /// A line of a passage, and what of the moment it shows.
  struct Row: Hashable {
    enum Source: Hashable {
      case line(Int)
      case reply(Int)
      /// Shows something that is not read again, such as another way on.
      case shown
    }
    var text: String
    var source: Source
  }

  struct Passage {
    var name: String
    var tags: [String]
    var x: Int
    var y: Int
    var rows: [Row]

    var text: String { rows.map(\.text).joined(separator: "\n") }
    /// The text as it stands in a file.
    var written: String {
      rows.map { TweeRendering.escapedLine($0.text) }.joined(separator: "\n")
    }
  }

  let document: JSONDocument
  private(set) var title = ""
  private(set) var passages: [Passage] = []
  private var names: [String: String] = [:]
  private(set) var people: [String: String] = [:]
  private var opening = ""
  private var id = ""

  init(_ document: JSONDocument) {
    self.document = document
    let root = document.root
    id = text("id", of: root)
    opening = text("opening", of: root)
    for person in members("cast", of: root) {
      let key = document.string(of: person.key) ?? ""
      people[key] = oneLine(text("name", of: person.value))
      names[key] = people[key]
    }
    for fact in members("facts", of: root) {
      names[document.string(of: fact.key) ?? ""] = shown(document.string(of: fact.value) ?? "")
    }
    title = shown(text("title", of: root))
    for moment in members("moments", of: root) {
      let name = document.string(of: moment.key) ?? ""
      passages.append(
        Passage(name: name, tags: tags(of: moment), x: 0, y: 0, rows: rows(of: moment.value))
      )
    }
    place()
  }

  /// Where something below all passages stands.
  var bottom: Int { (passages.map(\.y).max() ?? 0) + 150 }

  var data: JSONValue {
    [
      "ifid": .string(Self.ifid(for: id)),
      "format": "Harlowe",
      "format-version": "3.3.9",
      "start": .string(opening),
      "tag-colors": [
        "connected": "green", "mixed": "yellow", "broken": "red", "decision": "blue",
        TweeCarrier.tag: "gray",
      ],
      "zoom": 1,
    ]
  }

  /// An upper-case UUID of version 4 that always is the same for a scenario's id.
  static func ifid(for id: String) -> String {
    func hash(_ seed: UInt64) -> UInt64 {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
      for byte in "rehearse/\(id)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      // FNV leaves its upper bits alike for like words.
      hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
      return hash ^ (hash >> 32)
    }
    func digits(_ value: UInt64, _ count: Int) -> String {
      let text = String(value, radix: 16, uppercase: true)
      return String(String(repeating: "0", count: count) + text).suffix(count).description
    }
    let high = hash(1)
    let low = hash(2)
    let version = 0x4000 | (high & 0x0FFF)
    let variant = 0x8000 | (low >> 48 & 0x3FFF)
    return [
      digits(high >> 32, 8), digits(high >> 16 & 0xFFFF, 4), digits(version, 4),
      digits(variant, 4), digits(low & 0xFFFF_FFFF_FFFF, 12),
    ].joined(separator: "-")
  }

  // MARK: Passages

  private func tags(of moment: JSONNode.Member) -> [String] {
    var tags: [String] = []
    if let ending = document.member("ending", of: moment.value) {
      let kind = text("kind", of: ending)
      tags = ["ending"] + (["connected", "mixed", "broken"].contains(kind) ? [kind] : [])
    } else if document.member("replies", of: moment.value) != nil {
      tags = ["decision"]
    }
    return tags
  }

  private func rows(of moment: JSONNode.ID) -> [Row] {
    var rows: [Row] = []
    let lines = document.member("lines", of: moment)
    for (place, line) in elements(lines).enumerated() {
      rows.append(Row(text: rendered(line: line), source: .line(place)))
    }
    for (place, reply) in elements(document.member("replies", of: moment)).enumerated() {
      let condition = document.member("when", of: reply).map { "When \(plain($0)): " } ?? ""
      let ways = self.ways(document.member("next", of: reply))
      let say = label(shown(text("say", of: reply)))
      rows.append(
        Row(text: "\(condition)[[\(say)->\(ways.last?.go ?? "")]]", source: .reply(place))
      )
      rows += ways.dropLast().map { Row(text: conditional($0), source: .shown) }
    }
    rows += ways(document.member("otherwise", of: moment)).map {
      Row(text: "When nothing is left to say: [[\($0.go)]]", source: .shown)
    }
    rows += ways(document.member("next", of: moment)).map {
      Row(text: conditional($0), source: .shown)
    }
    if let ending = document.member("ending", of: moment) {
      rows += [
        Row(text: shown(text("title", of: ending)), source: .shown),
        Row(text: shown(text("text", of: ending)), source: .shown),
      ]
    }
    return rows
  }

  private func rendered(line: JSONNode.ID) -> String {
    let condition = document.member("when", of: line).map { "When \(plain($0)): " } ?? ""
    if let drawn = document.member("oneOf", of: line) {
      return condition + "One of these: "
        + elements(drawn).map { rendered(line: $0) }.joined(separator: " / ")
    }
    let speaker =
      document.member("by", of: line).flatMap { document.string(of: $0) }
      .map { "\(people[$0] ?? $0): " } ?? ""
    return condition + speaker + shown(text("text", of: line))
  }

  private func ways(_ node: JSONNode.ID?) -> [(condition: String?, go: String)] {
    guard let node else { return [] }
    if let moment = document.string(of: node) { return [(nil, moment)] }
    return document.elements(of: node).map { way in
      (document.member("when", of: way).map { plain($0) }, text("go", of: way))
    }
  }

  private func conditional(_ way: (condition: String?, go: String)) -> String {
    way.condition.map { "When \($0): [[\(way.go)]]" } ?? "[[\(way.go)]]"
  }

  // MARK: Texts

  private func text(_ key: StaticString, of id: JSONNode.ID) -> String {
    document.member(key, of: id).flatMap { document.string(of: $0) } ?? ""
  }

  private func members(_ key: StaticString, of id: JSONNode.ID) -> [JSONNode.Member] {
    document.member(key, of: id).map { Array(document.members(of: $0)) } ?? []
  }

  private func elements(_ id: JSONNode.ID?) -> [JSONNode.ID] {
    id.map { Array(document.elements(of: $0)) } ?? []
  }

  /// A text with people and facts named, on one line, with nothing that Twine takes for a link.
  private func shown(_ text: String) -> String { withoutLinks(oneLine(filled(text))) }

  private func plain(_ id: JSONNode.ID) -> String {
    withoutLinks(oneLine(document.string(of: id) ?? ""))
  }

  private func filled(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
      result += rest[..<brace]
      let inside = rest[(brace + 1)...]
      if inside.first == UInt8(ascii: "{") {
        result.append(UInt8(ascii: "{"))
        rest = inside.dropFirst()
      } else if let end = inside.firstIndex(of: UInt8(ascii: "}")),
        let name = names[String(decoding: inside[..<end], as: UTF8.self)]
      {
        result += name.utf8
        rest = inside[(end + 1)...]
      } else {
        result.append(UInt8(ascii: "{"))
        rest = inside
      }
    }
    return String(decoding: result + rest, as: UTF8.self)
  }

  private func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
      )
    )
  }

  private func withoutLinks(_ text: String) -> String {
    Self.replacing(Self.replacing(text, "[[", by: "[ ["), "]]", by: "] ]")
  }

  /// What a link shows: marks that would end or turn it are written otherwise.
  private func label(_ text: String) -> String {
    var text = text
    for (mark, other) in [("->", "\u{2192}"), ("<-", "\u{2190}"), ("|", "\u{00A6}"), ("][", "] [")]
    {
      text = Self.replacing(text, mark, by: other)
    }
    // A bracket at the end would run into the link's own.
    return text.hasSuffix("]") ? text + " " : text
  }

  private static func replacing(_ text: String, _ mark: String, by other: String) -> String {
    let wanted = Array(mark.utf8)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == wanted[0], bytes[position...].starts(with: wanted) {
        result += other.utf8
        position += wanted.count
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A line that Twine would take for the header of a passage is escaped.
  static func escapedLine(_ text: String) -> String {
    text.hasPrefix("::") ? "\\" + text : text
  }

  // MARK: Layout

  /// Gives every passage a place: the author's, or else in layers by its distance from the opening.
  private mutating func place() {
    var places: [String: (x: Int, y: Int)] = [:]
    if let layout = document.member("layout", of: document.root) {
      for member in document.members(of: layout) {
        let numbers = document.elements(of: member.value).compactMap { id -> Int? in
          if case .value(let number) = document.integer(of: id) { return number }
          return nil
        }
        if numbers.count == 2 {
          places[document.string(of: member.key) ?? ""] = (numbers[0], numbers[1])
        }
      }
    }
    let layers = Layers(edges: edges, opening: passages.firstIndex { $0.name == opening } ?? 0)
    let below = (places.values.map(\.y).max() ?? -150) + 150
    for index in passages.indices {
      if let place = places[passages[index].name] {
        (passages[index].x, passages[index].y) = place
      } else {
        let slot = layers.slots[index]
        passages[index].x = slot.column * 150
        passages[index].y = (places.isEmpty ? 0 : below) + slot.row * 150
      }
    }
  }

  private var edges: [[Int]] {
    var places: [String: Int] = [:]
    for (index, passage) in passages.enumerated() where places[passage.name] == nil {
      places[passage.name] = index
    }
    return members("moments", of: document.root).map { moment in
      var targets: [String] = []
      for reply in elements(document.member("replies", of: moment.value)) {
        targets += ways(document.member("next", of: reply)).map(\.go)
      }
      targets += ways(document.member("otherwise", of: moment.value)).map(\.go)
      targets += ways(document.member("next", of: moment.value)).map(\.go)
      return targets.compactMap { places[$0] }
    }
  }
}

/// A layered layout: each node as many rows down as it is steps from the opening.
struct Layers {
  /// The place of each node in the grid.
  private(set) var slots: [(column: Int, row: Int)]
  /// More nodes of a layer than this begin another row.
  private static let width = 12

  init(edges: [[Int]], opening: Int) {
    slots = Array(repeating: (0, 0), count: edges.count)
    guard edges.indices.contains(opening) else { return }
    var depth = [Int?](repeating: nil, count: edges.count)
    var layers: [[Int]] = [[opening]]
    depth[opening] = 0
    while let layer = layers.last, !layer.isEmpty {
      var next: [Int] = []
      for node in layer {
        for target in edges[node] where depth[target] == nil {
          depth[target] = layers.count
          next.append(target)
        }
      }
      layers.append(next)
    }
    // What cannot be reached stands below.
    layers[layers.count - 1] = edges.indices.filter { depth[$0] == nil }
    var row = 0
    for layer in layers {
      for (place, node) in layer.enumerated() {
        slots[node] = (place % Self.width, row + place / Self.width)
      }
      row += (layer.count + Self.width - 1) / Self.width
    }
  }
}
