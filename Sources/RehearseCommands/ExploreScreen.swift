import Authoring
import ScenarioEngine
import Terminal

/// Somebody walking in the tree of what can happen, as a value: keys in, a frame out.
struct ExploreScreen {
  /// A place of the tree that was looked at.
  struct Node {
    let place: Explorer.Place
    /// The reply that leads to it; absent for the first.
    let branch: Explorer.Branch?
    let parent: Int?
    let depth: Int
    /// What follows it, once it was opened.
    var children: [Int]?
    var isOpen = false
  }

  enum Mode {
    case walking
    /// All there is to say about a place, scrolled down by so many rows.
    case reading(Int)
    case finding(LineEditor)
    case helping
  }

  let explorer: Explorer
  private(set) var nodes: [Node]
  private(set) var selected = 0
  private(set) var mode = Mode.walking
  /// Something to say about what was done last.
  private(set) var notice = ""
  /// The first row of the tree that is shown.
  var top = 0
  /// How many rows of the tree were shown when it was last painted.
  var page = 10
  /// The shortest way to each moment, from the first place.
  private let ways: [[ReplyIndex]?]
  /// How many states are looked at for shortest ways before the first frame.
  static let limit = 100_000

  init(_ explorer: Explorer, from start: Explorer.Place) {
    self.explorer = explorer
    nodes = [Node(place: start, branch: nil, parent: nil, depth: 0)]
    ways = explorer.shortestWays(from: start, limit: Self.limit)
    open(0)
  }

  /// Whether words are being typed.
  var takesText: Bool {
    if case .finding = mode { true } else { false }
  }

  /// The nodes that are to be seen, from top to bottom.
  var visible: [Int] {
    var visible: [Int] = []
    var waiting = [0]
    while let node = waiting.popLast() {
      visible.append(node)
      if nodes[node].isOpen { waiting += (nodes[node].children ?? []).reversed() }
    }
    return visible
  }

  /// The shortest way to the moment of a node, where one was found.
  func shortestWay(to node: Int) -> [ReplyIndex]? { ways[nodes[node].place.moment.place] }

  // MARK: The tree

  private mutating func open(_ node: Int) {
    if nodes[node].children == nil {
      var children: [Int] = []
      for branch in explorer.branches(of: nodes[node].place) {
        children.append(nodes.count)
        nodes.append(
          Node(place: branch.place, branch: branch, parent: node, depth: nodes[node].depth + 1)
        )
      }
      nodes[node].children = children
    }
    nodes[node].isOpen = true
  }

  /// Opens the tree along replies said one after the other, and goes to where they lead.
  mutating func open(along way: [ReplyIndex]) {
    selected = 0
    for reply in way {
      open(selected)
      guard
        let next = nodes[selected].children?.first(where: { nodes[$0].branch?.reply == reply })
      else { return }
      selected = next
    }
  }

  /// Goes to where a shortest way leads, and says how long it is.
  mutating func go(to goal: Explorer.Goal) {
    let (way, isComplete) = explorer.shortestWay(to: goal, from: nodes[0].place)
    guard let way else {
      notice =
        isComplete
        ? "Nothing leads there."
        : "Nothing leads there among the first million states; more remain."
      return
    }
    open(along: way)
    notice = "Found. The shortest way takes \(way.count) turn\(way.count == 1 ? "" : "s")."
  }

  // MARK: Keys

  /// Does what a key asks for; `false` when it asks to leave.
  mutating func take(_ key: Key) -> Bool {
    if key == .control("c") { return false }
    switch mode {
    case .walking: return walk(key)
    case .finding(let editor): find(key, editor)
    case .reading(let scroll): read(key, scroll)
    case .helping: mode = .walking
    }
    return true
  }

  private mutating func walk(_ key: Key) -> Bool {
    notice = ""
    switch key {
    case .scalar("q"), .control("d"): return false
    case .up, .scalar("k"): move(by: -1)
    case .down, .scalar("j"): move(by: 1)
    case .pageUp: move(by: -page)
    case .pageDown, .scalar(" "): move(by: page)
    case .home: selected = 0
    case .end: selected = visible.last ?? 0
    case .right, .scalar("l"):
      if nodes[selected].isOpen { selected = nodes[selected].children?.first ?? selected }
      open(selected)
    case .left, .scalar("h"):
      if nodes[selected].isOpen, nodes[selected].children?.isEmpty == false {
        nodes[selected].isOpen = false
      } else {
        selected = nodes[selected].parent ?? 0
      }
    case .enter, .pastedNewline:
      if nodes[selected].isOpen { nodes[selected].isOpen = false } else { open(selected) }
    case .tab: mode = .reading(0)
    case .scalar("/"): mode = .finding(LineEditor())
    case .scalar("?"): mode = .helping
    default: break
    }
    return true
  }

  private mutating func move(by rows: Int) {
    let visible = visible
    guard let row = visible.firstIndex(of: selected) else { return }
    selected = visible[min(max(0, row + rows), visible.count - 1)]
  }

  private mutating func read(_ key: Key, _ scroll: Int) {
    switch key {
    case .down, .scalar("j"): mode = .reading(scroll + 1)
    case .up, .scalar("k"): mode = .reading(max(0, scroll - 1))
    case .pageDown, .scalar(" "): mode = .reading(scroll + page)
    case .pageUp: mode = .reading(max(0, scroll - page))
    default: mode = .walking
    }
  }

  private mutating func find(_ key: Key, _ editor: LineEditor) {
    var editor = editor
    switch key {
    case .escape:
      mode = .walking
      return
    case .enter, .pastedNewline:
      mode = .walking
      let text = String(editor.text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      guard !text.isEmpty else { return }
      do throws(ExplorerError) {
        go(to: try explorer.goal(text))
      } catch {
        notice = error.message
      }
      return
    case .backspace where editor.isEmpty:
      mode = .walking
      return
    default: editor.handle(key)
    }
    mode = .finding(editor)
  }

  /// Keeps what is read from being scrolled past its end.
  mutating func limitScroll(to last: Int) {
    if case .reading(let scroll) = mode, scroll > last { mode = .reading(max(0, last)) }
  }
}
