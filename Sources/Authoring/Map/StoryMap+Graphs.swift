import ScenarioEngine

extension StoryMap {
  /// The map in the language of Graphviz.
  ///
  /// Words, shapes and line styles say what the colors say.
  public func dot(
    coloring: MapColoring = .both,
    overlay: MapOverlay = MapOverlay()
  ) -> String {
    let marks = MapMarks(self, overlay)
    var output = """
      digraph "\(Self.escapedForDOT(id))" {
        label="\(Self.escapedForDOT(title))"
        labelloc=t
        rankdir=TB
        node [fontname="Helvetica", style="filled", shape=box]
        edge [fontname="Helvetica", fontsize=10]

      """
    for (place, node) in nodes.enumerated() {
      let words = nodeWords(place, node, marks).map(Self.escapedForDOT).joined(separator: "\\n")
      output += "  n\(place) [label=\"\(words)\", shape=\(Self.shape(of: node))"
      output += ", fillcolor=\"\(MapColors.fill(node, coloring))\""
      if marks.moments.contains(place) || place == opening { output += ", penwidth=3" }
      output += "]\n"
    }
    for (place, edge) in edges.enumerated() {
      let words = edgeWords(place, edge, marks).map(Self.escapedForDOT).joined(separator: "\\n")
      output += "  n\(edge.from) -> n\(edge.to) [label=\"\(words)\""
      output += ", color=\"\(MapColors.edge(edge, coloring))\""
      output += ", style=\(Self.lineStyle(of: edge)), penwidth=\(marks.weight(of: place))"
      if !edge.label.isEmpty { output += ", tooltip=\"\(Self.escapedForDOT(edge.label))\"" }
      output += "]\n"
    }
    return output + "}\n"
  }

  /// The map in the language of Mermaid.
  public func mermaid(
    coloring: MapColoring = .both,
    overlay: MapOverlay = MapOverlay()
  ) -> String {
    let marks = MapMarks(self, overlay)
    var output = "flowchart TD\n"
    for (place, node) in nodes.enumerated() {
      let words = nodeWords(place, node, marks).map(Self.escapedForMermaid)
        .joined(separator: "<br>")
      let (open, close) = Self.mermaidShape(of: node)
      output += "  n\(place)\(open)\"\(words)\"\(close)\n"
    }
    for (place, edge) in edges.enumerated() {
      let words = edgeWords(place, edge, marks).map(Self.escapedForMermaid)
        .joined(separator: "<br>")
      let arrow = edge.isConditional ? "-.->" : "-->"
      let label = words.isEmpty ? "" : "|\"\(words)\"|"
      output += "  n\(edge.from) \(arrow)\(label) n\(edge.to)\n"
    }
    for (place, node) in nodes.enumerated() {
      let isMarked = marks.moments.contains(place) || place == opening
      output +=
        "  style n\(place) fill:\(MapColors.fill(node, coloring)),stroke:#444444,color:#000000"
      output += isMarked ? ",stroke-width:4px\n" : "\n"
    }
    for (place, edge) in edges.enumerated() {
      let color = MapColors.edge(edge, coloring)
      let weight = marks.weight(of: place)
      output += "  linkStyle \(place) stroke:\(color),stroke-width:\(weight + 1)px\n"
    }
    return output
  }

  // MARK: Words

  private func nodeWords(_ place: Int, _ node: Node, _ marks: MapMarks) -> [String] {
    var words = [node.id]
    if let ending = node.endingWords {
      words.append(ending)
    } else {
      words.append(node.audienceWords)
      if let best = node.best { words.append("best: \(best.words)") }
    }
    if place == opening { words[0] = "opening: \(words[0])" }
    if marks.moments.contains(place) { words[0] = "● \(words[0])" }
    return words.map { MapWords.cut(MapWords.plain($0), to: 60) }
  }

  private func edgeWords(_ place: Int, _ edge: Edge, _ marks: MapMarks) -> [String] {
    var words: [String] = []
    switch edge.kind {
    case .reply:
      words = [edge.reply ?? ""]
      if let result = edge.result { words.append(result.words) }
    case .next: break
    case .otherwise: words = ["nothing left to say"]
    }
    words += edge.whenWords.map { MapWords.cut($0, to: 80) }
    if let count = marks.words(for: place) { words.append(count) }
    if marks.path.contains(place) { words.insert("●", at: 0) }
    return words.map { MapWords.plain($0) }
  }

  // MARK: Shapes

  private static func shape(of node: Node) -> String {
    switch node.ending {
    case .connected: return "doubleoctagon"
    case .mixed: return "octagon"
    case .broken: return "tripleoctagon"
    case nil: break
    }
    return switch node.audience {
    case .birthParent: "box"
    case .caregiver: "hexagon"
    case .youth, .child: "ellipse"
    case .partner: "component"
    case .worker: "note"
    }
  }

  private static func mermaidShape(of node: Node) -> (String, String) {
    if node.ending != nil { return ("([", "])") }
    return switch node.audience {
    case .birthParent: ("[", "]")
    case .caregiver: ("{{", "}}")
    case .youth, .child: ("(", ")")
    case .partner: ("[[", "]]")
    case .worker: ("[/", "/]")
    }
  }

  private static func lineStyle(of edge: Edge) -> String {
    switch edge.result {
    case .stop: "\"bold,dotted\""
    case .hurts, .unclear: "dotted"
    case .fallsShort: "dashed"
    case .sound, .strong, .notRated, nil: "solid"
    }
  }

  // MARK: Escapes

  private static func escapedForDOT(_ text: String) -> String {
    var result = ""
    for scalar in MapWords.plain(text).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func escapedForMermaid(_ text: String) -> String {
    var result = ""
    for scalar in MapWords.plain(text).unicodeScalars {
      switch scalar {
      case "\"": result += "#quot;"
      case "#": result += "#35;"
      case "<": result += "#lt;"
      case ">": result += "#gt;"
      case "&": result += "#amp;"
      case "`": result += "#96;"
      case ";": result += "#59;"
      case "\\": result += "#92;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
