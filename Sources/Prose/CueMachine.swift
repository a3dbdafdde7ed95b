/// A place where a cue was found.
public struct CueMatch: Hashable, Sendable {
  /// The group the cue belongs to.
  public let group: Int32
  /// Which cue of all, in the order they were added.
  public let cue: Int32
  /// The tokens, from its first word to its last.
  public let tokens: Range<Int>
}

/// Gathers cues before they are put together into a machine.
public struct CueBook: Sendable {
  private var lexicon: CueLexicon
  private var paths: [(steps: [CueStep], group: Int32, cue: Int32)] = []
  private var cues: Int32 = 0

  /// Creates an empty book.
  public init(lexicon: CueLexicon) { self.lexicon = lexicon }

  /// Adds a cue to a group and returns its number.
  @discardableResult
  public mutating func add(_ text: String, group: Int32) throws(CueError) -> Int32 {
    let sequences = try CueParser.sequences(of: text, in: &lexicon)
    let cue = cues
    cues += 1
    for steps in sequences { paths.append((steps, group, cue)) }
    return cue
  }

  /// Puts the cues together.
  public func machine() -> CueMachine { CueMachine(paths, symbols: lexicon.symbols) }
}

/// All cues as one tree of steps, walked once from every token.
///
/// Walking is linear: a walk visits a node at a token only once, and stops after a set number of
/// visits, so that no cue an author writes can take long.
public struct CueMachine: Sendable {
  struct Node {
    var outputs: Range<Int32> = 0..<0
    var gaps: Range<Int32> = 0..<0
    var edges: Range<Int32> = 0..<0
  }

  let nodes: [Node]
  let outputs: [(group: Int32, cue: Int32)]
  let gaps: [(width: Int32, node: Int32)]
  let edges: EdgeTable
  let edgeList: [(symbol: Int32, node: Int32)]
  let symbolCount: Int
  let startRoot: Int32
  let symbolStarts: [WordKey: Range<Int32>]
  let symbolList: [Int32]

  /// The words that some cue speaks of.
  public var words: some Sequence<WordKey> { symbolStarts.keys }

  init(_ paths: [(steps: [CueStep], group: Int32, cue: Int32)], symbols: [WordKey: [Int32]]) {
    var tree = CueTree()
    let startRoot = tree.makeNode()
    for path in paths { tree.add(path.steps, group: path.group, cue: path.cue, startRoot) }
    self.startRoot = startRoot
    var nodes: [Node]
    (nodes, outputs, gaps) = tree.flattened()
    edges = EdgeTable(tree.edges)
    var edgeList: [(symbol: Int32, node: Int32)] = []
    edgeList.reserveCapacity(tree.edges.count)
    for key in tree.edges.keys.sorted() {
      let from = Int(key >> 32)
      let place = Int32(edgeList.count)
      if nodes[from].edges.isEmpty { nodes[from].edges = place..<place }
      nodes[from].edges = nodes[from].edges.lowerBound..<place + 1
      edgeList.append((Int32(truncatingIfNeeded: key & 0xffff_ffff), tree.edges[key] ?? 0))
    }
    self.nodes = nodes
    self.edgeList = edgeList
    symbolCount = Int(symbols.values.joined().max() ?? -1) + 1
    var list: [Int32] = []
    var starts: [WordKey: Range<Int32>] = [:]
    starts.reserveCapacity(symbols.count)
    for (word, ids) in symbols {
      let from = Int32(list.count)
      list += ids
      starts[word] = from..<Int32(list.count)
    }
    symbolList = list
    symbolStarts = starts
  }
}

/// The tree while it grows.
private struct CueTree {
  var edges: [UInt64: Int32] = [:]
  private var gapNodes: [UInt64: Int32] = [:]
  private var gapsOf: [[(width: Int32, node: Int32)]] = [[]]
  private var outputsOf: [[(group: Int32, cue: Int32)]] = [[]]

  mutating func makeNode() -> Int32 {
    gapsOf.append([])
    outputsOf.append([])
    return Int32(gapsOf.count - 1)
  }

  mutating func add(_ steps: [CueStep], group: Int32, cue: Int32, _ startRoot: Int32) {
    var node: Int32 = 0
    for (position, step) in steps.enumerated() {
      switch step {
      case .start: node = position == 0 ? startRoot : node
      case .word(let symbol):
        let key = EdgeTable.key(node, symbol)
        if let next = edges[key] {
          node = next
        } else {
          let next = makeNode()
          edges[key] = next
          node = next
        }
      case .gap(let width):
        // A gap at either end says nothing.
        guard position > 0, position < steps.count - 1 else { continue }
        let key = EdgeTable.key(node, Int32(width))
        if let next = gapNodes[key] {
          node = next
        } else {
          let next = makeNode()
          gapNodes[key] = next
          gapsOf[Int(node)].append((Int32(width), next))
          node = next
        }
      }
    }
    if !outputsOf[Int(node)].contains(where: { $0.group == group }) {
      outputsOf[Int(node)].append((group, cue))
    }
  }

  func flattened() -> (
    [CueMachine.Node], [(group: Int32, cue: Int32)], [(width: Int32, node: Int32)]
  ) {
    var nodes: [CueMachine.Node] = []
    var outputs: [(group: Int32, cue: Int32)] = []
    var gaps: [(width: Int32, node: Int32)] = []
    for index in gapsOf.indices {
      let from = (Int32(outputs.count), Int32(gaps.count))
      outputs += outputsOf[index]
      gaps += gapsOf[index]
      nodes.append(
        CueMachine.Node(outputs: from.0..<Int32(outputs.count), gaps: from.1..<Int32(gaps.count))
      )
    }
    return (nodes, outputs, gaps)
  }
}

/// The edges of all nodes in one open table.
struct EdgeTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private let mask: Int

  static func key(_ node: Int32, _ symbol: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
  }

  init(_ edges: [UInt64: Int32]) {
    var capacity = 16
    while capacity < edges.count * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = Array(repeating: .max, count: capacity)
    values = Array(repeating: 0, count: capacity)
    for (key, value) in edges {
      var slot = Self.slot(key) & mask
      while keys[slot] != .max { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = value
    }
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32)
  }

  func target(of key: UInt64) -> Int32? {
    var slot = Self.slot(key) & mask
    while keys[slot] != .max {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
