import ScenarioEngine

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
    var drawing = TreeDrawing(self, MapMarks(self, overlay), min(max(width, 40), 200), style)
    return drawing.draw()
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
  private var output = ""

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

  mutating func draw() -> String {
    line("\(map.title) (\(map.id))")
    guard !map.nodes.isEmpty else { return output }
    drawSection(map.opening, "")
    drawWaiting()
    var hasHeading = false
    for place in map.nodes.indices where !drawn[place] {
      if !hasHeading { line("\nNo way leads here from the opening:") }
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
    line("\n\(mark(marks.moments.contains(place)))\(words(for: place))\(remark)")
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
        : map.nodes[edge.to].id + (isNew ? " (goes on below)" : " (above)")
      let say = prefix + (isLast ? glyphs.last : glyphs.branch)
      drawEdge(place, edge, say, target)
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
    _ target: String
  ) {
    var words = mark(marks.path.contains(place))
    switch edge.kind {
    case .reply: words += "\(edge.reply ?? "") [\(edge.result?.words ?? "")]"
    case .next: break
    case .otherwise: words += "nothing left to say"
    }
    if edge.isConditional { words += words.isEmpty || words.hasSuffix(" ") ? "if…" : " if…" }
    if let count = marks.words(for: place) { words += " \(count)" }
    if !words.isEmpty, !words.hasSuffix(" ") { words += " " }
    words += "\(glyphs.arrow) \(target)"
    line(prefix + words, say: edge.label)
  }

  private func words(for place: Int) -> String {
    let node = map.nodes[place]
    return node.id + " (\(node.endingWords ?? node.audienceWords))"
  }

  private func mark(_ isMarked: Bool) -> String { isMarked ? "\(glyphs.mark) " : "" }

  /// Writes a line, and after it as many of the reply's words as there is room for.
  private mutating func line(_ text: String, say: String = "") {
    let breaks = text.hasPrefix("\n")
    let plain = MapWords.plain(breaks ? String(text.dropFirst()) : text)
    if breaks { output += "\n" }
    output += MapWords.cut(plain, to: width)
    let room = width - MapWords.width(plain) - 4
    if !say.isEmpty, room >= 16 { output += "  \"\(MapWords.cut(MapWords.plain(say), to: room))\"" }
    output += "\n"
  }
}
