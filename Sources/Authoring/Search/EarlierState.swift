public import ScenarioEngine

/// What earlier talks of a case may have left behind when a later talk begins.
///
/// Which of it happened is not known when a talk is looked at alone, so a search begins from many
/// states: with nothing, with each thing alone, with each two, and with everything.
public struct EarlierState: Hashable, Sendable {
  /// The state that the case carries; each may begin with any of its values.
  public var carry: [String]
  /// Whether there were earlier talks, so that the ledger may begin with something in it.
  public var hasEarlierTalks: Bool
  /// What those could promise.
  public var promises: [EarlierPromise]

  /// Creates what came earlier: the talks of a case before this one, and the state it carries.
  public init(after talks: [Scenario] = [], carry: [String] = []) {
    self.carry = carry
    hasEarlierTalks = !talks.isEmpty
    promises = talks.flatMap(\.possiblePromises)
  }

  /// The stops that a search begins from; the first is that of a talk of its own.
  func starts(of stepper: inout Stepper) -> [Stepper.Node] {
    let origin = stepper.origin
    guard hasEarlierTalks else { return [stepper.begin(from: origin)] }
    let things = stepper.earlierThings()
    var starts = [origin]
    let all = Array(things.indices)
    for thing in all { starts.append(stepper.origin(with: [things[thing]])) }
    if things.count <= 16 {
      for first in all {
        for second in all where second > first {
          starts.append(stepper.origin(with: [things[first], things[second]]))
        }
      }
    }
    if things.count > 2 { starts.append(stepper.origin(with: things)) }
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
}
