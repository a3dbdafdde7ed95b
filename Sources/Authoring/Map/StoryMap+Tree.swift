public import ScenarioEngine

extension StoryMap {
  /// The characters that a tree is drawn with.
  public enum TreeStyle: Sendable {
    /// Lines of box-drawing characters.
    case boxes
    /// Plain characters, for terminals and printers without boxes.
    case plain
  }

  /// The map as a tree in text, in lines of at most `width` columns.
  ///
  /// Each moment is drawn once, where the tree first comes to it; later it is only named. What does
  /// not fit beside its branch goes on below, at the margin.
  public func tree(
    width: Int = 80,
    style: TreeStyle = .boxes,
    overlay: MapOverlay = MapOverlay()
  ) -> String {
    treeLines(width: width, style: style, overlay: overlay).map { $0.text + "\n" }.joined()
  }

  /// The same, with what may be coloured.
  public func treeLines(
    width: Int = 80,
    style: TreeStyle = .boxes,
    overlay: MapOverlay = MapOverlay()
  ) -> [MapLine] {
    var drawing = TreeDrawing(self, MapMarks(self, overlay), min(max(width, 40), 200), style)
    return drawing.draw()
  }
}

/// A line of a map in parts, some of which a colour may stress; the words say it without.
public struct MapLine: Hashable, Sendable {
  /// What a part is about.
  public enum Tint: Hashable, Sendable {
    /// How a reply rates.
    case result(StoryMap.Result)
    /// How it comes out.
    case ending(EndingKind)
    /// Whom the worker talks to.
    case audience(Role)
  }

  /// Some words and what they are about.
  public struct Part: Hashable, Sendable {
    /// The words.
    public var text: String
    /// What they are about, if it may be coloured.
    public var tint: Tint?

    init(_ text: String, _ tint: Tint? = nil) {
      self.text = text
      self.tint = tint
    }
  }

  /// The parts in order.
  public internal(set) var parts: [Part]

  /// The words of all parts.
  public var text: String { parts.map(\.text).joined() }

  /// Cut to so many columns.
  func cut(to columns: Int) -> MapLine {
    guard MapWords.width(text) > columns else { return self }
    var room = columns
    var kept: [Part] = []
    for (place, part) in parts.enumerated() {
      // What does not fit any more leaves a column for the sign that says so.
      let rest = parts[place...].reduce(0) { $0 + MapWords.width($1.text) }
      let width = MapWords.width(part.text)
      guard rest > room, width >= room else {
        kept.append(part)
        room -= width
        continue
      }
      let text = width == room ? part.text + "…" : part.text
      kept.append(Part(MapWords.cut(text, to: room), part.tint))
      break
    }
    return MapLine(parts: kept)
  }
}

/// Draws a tree without recursion, because a story may be ten thousand moments deep.
private struct TreeDrawing {
  private struct Branch {
    var rest: Range<Int>
    var prefix: String
  }

  private let map: StoryMap
  private let marks: MapMarks
  private let width: Int
  private let glyphs: Glyphs
  private let deepest: Int
  private var drawn: [Bool]
  private var waiting: [Int] = []
  private var firstWaiting = 0
  private var output: [MapLine] = []

  private struct Glyphs {
    var branch = "├─ "
    var last = "└─ "
    var through = "│  "
    var arrow = "→"
    var mark = "●"

    static let plain = Self(branch: "|- ", last: "`- ", through: "|  ", arrow: "->", mark: "*")
  }

  init(_ map: StoryMap, _ marks: MapMarks, _ width: Int, _ style: StoryMap.TreeStyle) {
    self.map = map
    self.marks = marks
    self.width = width
    glyphs = style == .boxes ? Glyphs() : .plain
    // A branch keeps at least this much room for its words.
    deepest = (width - 28) / 3
    drawn = Array(repeating: false, count: map.nodes.count)
  }

  mutating func draw() -> [MapLine] {
    line([.init("\(map.title) (\(map.id))")])
    guard !map.nodes.isEmpty else { return output }
    drawSection(map.opening, "")
    drawWaiting()
    var hasHeading = false
    for place in map.nodes.indices where !drawn[place] {
      if !hasHeading {
        gap()
        line([.init("No way leads here from the opening:")])
      }
      hasHeading = true
      drawSection(place, "")
      drawWaiting()
    }
    return output
  }

  private mutating func drawWaiting() {
    while firstWaiting < waiting.count {
      let place = waiting[firstWaiting]
      firstWaiting += 1
      drawSection(place, ", from above")
    }
  }

  private mutating func drawSection(_ place: Int, _ remark: String) {
    guard !drawn[place] else { return }
    drawn[place] = true
    gap()
    line([.init(mark(marks.moments.contains(place)))] + words(for: place) + [.init(remark)])
    var branches = [Branch(rest: map.nodes[place].edges, prefix: "")]
    while var branch = branches.popLast() {
      guard let place = branch.rest.first else { continue }
      branch.rest = branch.rest.dropFirst()
      let isLast = branch.rest.isEmpty
      let edge = map.edges[place]
      let prefix = branch.prefix
      branches.append(branch)
      let isNew = !drawn[edge.to]
      let goesOn = isNew && branches.count <= deepest
      if isNew && !goesOn { waiting.append(edge.to) }
      let target =
        goesOn
        ? words(for: edge.to)
        : [.init(map.nodes[edge.to].id + (isNew ? " (goes on below)" : " (above)"))]
      let say = prefix + (isLast ? glyphs.last : glyphs.branch)
      let hasMore = goesOn && !map.nodes[edge.to].edges.isEmpty
      let below = prefix + (isLast ? "   " : glyphs.through) + (hasMore ? glyphs.through : "   ")
      drawEdge(place, edge, say, target, below: below)
      if goesOn {
        drawn[edge.to] = true
        branches.append(
          Branch(
            rest: map.nodes[edge.to].edges,
            prefix: prefix + (isLast ? "   " : glyphs.through)
          )
        )
      }
    }
  }

  private mutating func drawEdge(
    _ place: Int,
    _ edge: StoryMap.Edge,
    _ prefix: String,
    _ target: [MapLine.Part],
    below: String
  ) {
    var words: [MapLine.Part] = [.init(prefix + mark(marks.path.contains(place)))]
    switch edge.kind {
    case .reply:
      words.append(.init("\(edge.reply ?? "") "))
      if let result = edge.result { words.append(.init("[\(result.words)] ", .result(result))) }
    case .next: break
    case .otherwise: words.append(.init("nothing left to say "))
    }
    if let count = marks.words(for: place) { words.append(.init("\(count) ")) }
    words.append(.init("\(glyphs.arrow) "))
    words += target
    let when = edge.whenWords.joined(separator: ", ")
    guard !when.isEmpty else { return line(words, say: edge.label) }
    let length = MapWords.width(words.map(\.text).joined()) + 2 + MapWords.width(when)
    if length <= width {
      line(words + [.init(", \(when)")], say: edge.label)
    } else {
      line(words)
      for row in MapWords.wrapped(when, to: width - MapWords.width(below)) {
        line([.init(below + row)])
      }
    }
  }

  private func words(for place: Int) -> [MapLine.Part] {
    let node = map.nodes[place]
    let tint = node.ending.map { MapLine.Tint.ending($0) } ?? .audience(node.audience)
    return [.init("\(node.id) "), .init("(\(node.endingWords ?? node.audienceWords))", tint)]
  }

  private func mark(_ isMarked: Bool) -> String { isMarked ? "\(glyphs.mark) " : "" }

  private mutating func gap() { output.append(MapLine(parts: [])) }

  /// Writes a line, and after it as many of the reply's words as there is room for.
  private mutating func line(_ parts: [MapLine.Part], say: String = "") {
    let plain = parts.map { MapLine.Part(MapWords.plain($0.text), $0.tint) }
    var line = MapLine(parts: plain.filter { !$0.text.isEmpty }).cut(to: width)
    let room = width - MapWords.width(line.text) - 4
    if !say.isEmpty, room >= 16 {
      line.parts.append(.init("  \"\(MapWords.cut(MapWords.plain(say), to: room))\""))
    }
    output.append(line)
  }
}
