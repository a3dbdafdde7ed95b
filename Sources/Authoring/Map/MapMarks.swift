import ScenarioEngine

/// What an overlay says about each edge of a map, found once.
struct MapMarks {
  /// The edges that the path takes.
  private(set) var path: Set<Int> = []
  /// The moments that the path passes.
  private(set) var moments: Set<Int> = []
  /// How many times each edge was taken.
  private(set) var counts: [Int: Int] = [:]
  /// How many plays are counted.
  let plays: Int

  init(_ map: StoryMap, _ overlay: MapOverlay) {
    plays = overlay.plays
    guard !overlay.isEmpty else { return }
    var places: [MapOverlay.Way: Int] = [:]
    var firstWays: [MapOverlay.Step: Int] = [:]
    var momentPlaces: [String: Int] = [:]
    for (place, node) in map.nodes.enumerated() { momentPlaces[node.id] = place }
    for (place, edge) in map.edges.enumerated() {
      let way = MapOverlay.Way(
        from: map.nodes[edge.from].id,
        reply: edge.reply,
        to: map.nodes[edge.to].id
      )
      // Two ways with the same ends look the same; the first stands for both.
      if places[way] == nil { places[way] = place }
      // A vote says which reply, not where it would have led: its first way stands for it.
      let step = MapOverlay.Step(moment: map.nodes[edge.from].id, reply: edge.reply)
      if edge.reply != nil, firstWays[step] == nil { firstWays[step] = place }
    }
    moments = Set(overlay.path.compactMap { momentPlaces[$0.moment] })
    path = Set(MapOverlay.ways(of: overlay.path).compactMap { places[$0] })
    // What the scenario of today does not have is not drawn.
    for (way, count) in overlay.counts { if let place = places[way] { counts[place] = count } }
    for (vote, count) in overlay.votes {
      if let place = firstWays[vote] { counts[place, default: 0] += count }
    }
  }

  /// The count of an edge in words, if plays are counted.
  func words(for edge: Int) -> String? { plays > 0 ? "\(counts[edge] ?? 0)×" : nil }

  /// How thick an edge is drawn, from 1 to 7.
  func weight(of edge: Int) -> Int {
    if path.contains(edge) { return 4 }
    guard plays > 0, let most = counts.values.max(), most > 0 else { return 1 }
    return 1 + (counts[edge] ?? 0) * 6 / most
  }
}

/// Which question the colors of a map answer; shapes and words answer both.
public enum MapColoring: String, CaseIterable, Sendable {
  /// Ways and endings by how it comes out, other moments by whom the worker talks to.
  case both
  /// How replies rate and how it comes out.
  case result
  /// Whom the worker talks to.
  case audience
}

/// Colors that most people can tell apart, after Okabe and Ito.
enum MapColors {
  static func edge(_ edge: StoryMap.Edge, _ coloring: MapColoring) -> String {
    guard coloring != .audience else { return "#444444" }
    return switch edge.result {
    case .stop: "#000000"
    case .hurts: "#D55E00"
    case .unclear: "#CC79A7"
    case .fallsShort: "#E69F00"
    case .sound: "#0072B2"
    case .strong: "#009E73"
    case .notRated, nil: "#666666"
    }
  }

  static func fill(_ node: StoryMap.Node, _ coloring: MapColoring) -> String {
    switch coloring {
    case .result: fill(node.ending)
    case .audience: fill(node.audience)
    case .both: node.ending == nil ? fill(node.audience) : fill(node.ending)
    }
  }

  private static func fill(_ ending: EndingKind?) -> String {
    switch ending {
    case .connected: "#CDEBDF"
    case .mixed: "#FBE9C4"
    case .broken: "#F6D3BE"
    case nil: "#FFFFFF"
    }
  }

  private static func fill(_ audience: Role) -> String {
    switch audience {
    case .birthParent: "#CFE4F3"
    case .caregiver: "#DFF0D0"
    case .youth, .child: "#FFF7D6"
    case .partner: "#EFDCE9"
    case .worker: "#FFFFFF"
    }
  }
}

/// Words cut to fit, for maps.
enum MapWords {
  /// A text on one line without what a screen would obey.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: result += " "
      case .format where scalar != "\u{200C}" && scalar != "\u{200D}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// How many columns a text takes.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// A text cut to so many columns, with an ellipsis if something is left out.
  static func cut(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    guard columns > 0 else { return "" }
    var result = ""
    var used = 1
    for character in text {
      let width = width(String(character))
      guard used + width <= columns else { break }
      result.append(character)
      used += width
    }
    return result + "…"
  }

  /// A text broken at blanks into lines of at most so many columns; a longer word has a line of its own.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, width(last) + 1 + width(String(word)) <= columns {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
