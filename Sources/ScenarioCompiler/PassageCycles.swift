import ScenarioEngine
import SourceText

/// A moment that can be left without a reply, and where it then goes.
struct Passage {
  let moment: MomentIndex
  let ways: [WayLink]
}

/// Finds moments that lead back to themselves without a reply between, whatever their conditions.
struct PassageCycles {
  private let ways: [[WayLink]]

  init(_ passages: [Passage], count: Int) {
    var ways: [[WayLink]] = Array(repeating: [], count: count)
    for passage in passages { ways[passage.moment.place] += passage.ways }
    self.ways = ways
  }

  /// Reports one cycle of each knot of moments, with the way round.
  func report(_ declared: Declarations, _ source: Source, _ findings: inout Findings) {
    for knot in knots() {
      let cycle = shortestCycle(in: knot)
      guard let first = cycle.first, !findings.isFull else { return }
      let ids = cycle.map { declared.moments[$0.from].id }
      let path = (ids + [ids[0]]).map { "\"\($0)\"" }
      // The path of a long cycle is shown by its ends; the notes lead along it.
      let shown = path.count <= 8 ? path : path.prefix(6) + ["…"] + path.suffix(1)
      findings.report(
        .endlessPassage,
        "the conversation can go round without end and without a reply: "
          + shown.joined(separator: " → "),
        at: source.range(of: first.link.node),
        notes: cycle.dropFirst().prefix(6).map {
          .init(
            "\"\(declared.moments[$0.from].id)\" goes on to "
              + "\"\(declared.moments[$0.link.to.place].id)\" here",
            at: source.range(of: $0.link.node)
          )
        }
      )
    }
  }

  /// The strongly connected sets with a cycle in them, each in the file's order (Tarjan 1972, with a
  /// stack of its own so that a long chain of moments cannot exhaust the program's).
  private func knots() -> [[Int]] {
    var order = Array(repeating: -1, count: ways.count)
    var low = order
    var isOpen = Array(repeating: false, count: ways.count)
    var open: [Int] = []
    var knots: [[Int]] = []
    var next = 0
    for start in ways.indices where order[start] < 0 && !ways[start].isEmpty {
      var calls: [(place: Int, way: Int)] = [(start, 0)]
      while let (place, way) = calls.last {
        if way == 0 && order[place] < 0 {
          order[place] = next
          low[place] = next
          next += 1
          open.append(place)
          isOpen[place] = true
        }
        if way < ways[place].count {
          calls[calls.count - 1].way += 1
          let target = ways[place][way].to.place
          if order[target] < 0 {
            calls.append((target, 0))
          } else if isOpen[target] {
            low[place] = min(low[place], order[target])
          }
          continue
        }
        calls.removeLast()
        if let parent = calls.last?.place { low[parent] = min(low[parent], low[place]) }
        guard low[place] == order[place] else { continue }
        var knot: [Int] = []
        while let member = open.popLast() {
          isOpen[member] = false
          knot.append(member)
          if member == place { break }
        }
        if knot.count > 1 || ways[place].contains(where: { $0.to.place == place }) {
          knots.append(knot.sorted())
        }
      }
    }
    return knots.sorted { $0[0] < $1[0] }
  }

  /// The shortest way from the first moment of a knot back to it.
  private func shortestCycle(in knot: [Int]) -> [(from: Int, link: WayLink)] {
    let members = Set(knot)
    let start = knot[0]
    var cameFrom: [Int: (from: Int, link: WayLink)] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count {
      let place = queue[head]
      head += 1
      for link in ways[place] where members.contains(link.to.place) {
        guard cameFrom[link.to.place] == nil else { continue }
        cameFrom[link.to.place] = (place, link)
        if link.to.place == start { return way(back: cameFrom, to: start) }
        queue.append(link.to.place)
      }
    }
    return []
  }

  private func way(
    back cameFrom: [Int: (from: Int, link: WayLink)],
    to start: Int
  ) -> [(from: Int, link: WayLink)] {
    var cycle: [(from: Int, link: WayLink)] = []
    var place = start
    repeat {
      guard let step = cameFrom[place] else { break }
      cycle.append(step)
      place = step.from
    } while place != start
    return cycle.reversed()
  }
}
