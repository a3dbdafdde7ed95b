public import ScenarioEngine

/// What earlier talks of a case may have left behind when a later talk begins.
///
/// Which of it happened is not known when a talk is looked at alone, so a search begins from many
/// states: with nothing, and with every choice of those things, as far as those are not too many.
public struct EarlierState: Hashable, Sendable {
  /// The state that the case carries; each may begin with any of its values.
  public var carry: [String]
  /// Whether there were earlier talks, so that the ledger may begin with something in it.
  public var hasEarlierTalks: Bool
  /// What those could promise and deny.
  public var errors: [EarlierError]

  /// Creates what came earlier: the talks of a case before this one, and the state it carries.
  public init(after talks: [Scenario] = [], carry: [String] = []) {
    self.carry = carry
    hasEarlierTalks = !talks.isEmpty
    errors = talks.flatMap(\.possibleErrors)
  }

  /// The stops that a search begins from; the first is that of a talk of its own.
  func starts(of stepper: inout Stepper) -> [Stepper.Node] {
    let origin = stepper.origin
    guard hasEarlierTalks else { return [stepper.begin(from: origin)] }
    let things = stepper.earlierThings()
    var starts = [origin]
    for subset in Self.subsets(of: things.count) {
      starts.append(stepper.origin(with: subset.map { things[$0] }))
    }
    let bases = [origin, starts[starts.count - 1]]
    for (place, slot) in stepper.scenario.slots.enumerated() where carry.contains(slot.name) {
      for value in slot.range.prefix(50) where value != slot.start {
        for base in bases {
          var changed = base
          changed.set(SlotIndex(place), to: value)
          starts.append(changed)
        }
      }
    }
    return starts.map { stepper.begin(from: $0) }
  }

  /// Every choice of some of `count` things; where there are too many, each alone, each two, and a hundred
  /// others, always the same ones; last, all of them.
  private static func subsets(of count: Int) -> [[Int]] {
    guard count > 0 else { return [] }
    let all = Array(0..<count)
    guard count > 11 else {
      return (1..<(1 << count)).map { bits in all.filter { bits & (1 << $0) != 0 } }
    }
    var subsets = all.map { [$0] }
    for first in all.prefix(64) {
      for second in all.prefix(64) where second > first { subsets.append([first, second]) }
    }
    for draw in 0..<120 {
      subsets.append(
        all.filter {
          Chance.draw(seed: 0, moment: 0, visit: UInt64(draw), place: UInt64($0)) & 1 == 1
        }
      )
    }
    return subsets + [all]
  }
}
