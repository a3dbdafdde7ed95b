import JSONSyntax
import ScenarioEngine
import SourceText

/// Everything a scenario declares, found before anything that names it is read.
struct Declarations {
  struct DeclaredMoment {
    let id: String
    let key: JSONNode.ID
    let node: JSONNode.ID
    /// The places of its replies among all replies.
    var replies: Range<Int> = 0..<0
    /// Whether replies may be missing because of a mistake that has been reported.
    var isIncomplete = false
  }

  struct DeclaredReply {
    let id: String
    let node: JSONNode.ID
    /// Whether it makes an error that is repaired by the name `moment/reply`.
    let makesError: Bool
  }

  struct Fact {
    let key: String
    let range: SourceRange
    let node: JSONNode.ID?
    let text: ArraySlice<UInt8>
  }

  var cast: [String: CastIndex] = [:]
  var castIDs: [String] = []
  var slotPlaces: [String: SlotIndex] = [:]
  var slots: [Slot] = []
  /// State whose declaration has been reported, so that nothing that uses it is.
  var damagedSlots: Set<SlotIndex> = []
  var facts: [Fact] = []
  /// Where each name of a person, fact or piece of state is declared.
  var names: [String: (what: String, range: SourceRange)] = [:]
  var momentPlaces: [String: MomentIndex] = [:]
  var moments: [DeclaredMoment] = []
  var replies: [DeclaredReply] = []
  var promises: [String: SourceRange] = [:]
  /// The promises and errors of earlier talks that may be named.
  var earlier: Set<String> = []

  // A section that could not be read whole must not make those who name its members fail.
  var isCastIncomplete = false
  var isStateIncomplete = false
  var areFactsIncomplete = false
  var areMomentsIncomplete = false

  var momentIDs: some Sequence<String> { moments.lazy.map(\.id) }

  /// The replies of a moment.
  func replies(of moment: MomentIndex) -> ArraySlice<DeclaredReply> {
    replies[moments[moment.place].replies]
  }

  /// The place of a reply among all replies.
  func reply(_ id: String, of moment: MomentIndex) -> ReplyIndex? {
    moments[moment.place].replies.first { replies[$0].id == id }.map { ReplyIndex($0) }
  }

  /// What an id names that stands for something that can be repaired.
  enum ErrorName {
    case known
    case noError(moment: String, reply: String)
    case unknownMoment(String)
    case unknownReply(String, moment: MomentIndex)
    case unknownPromise
  }

  func errorName(_ id: String) -> ErrorName {
    if promises[id] != nil || earlier.contains(id) { return .known }
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return .unknownPromise }
    guard let moment = momentPlaces[parts[0]] else {
      return areMomentsIncomplete ? .known : .unknownMoment(parts[0])
    }
    guard let reply = reply(parts[1], of: moment) else {
      return moments[moment.place].isIncomplete ? .known : .unknownReply(parts[1], moment: moment)
    }
    guard replies[reply.place].makesError else {
      return .noError(moment: parts[0], reply: parts[1])
    }
    return .known
  }
}

/// The history facts that conditions read, each with its row.
struct FactTable {
  private(set) var rows: [Fact] = []
  private var places: [Fact: FactIndex] = [:]
  /// One above the largest number that `turns` is compared with.
  private(set) var turnsCap: Int32 = 0

  mutating func index(of fact: Fact) -> FactIndex {
    if let index = places[fact] { return index }
    let index = FactIndex(rows.count)
    places[fact] = index
    rows.append(fact)
    return index
  }

  /// The row of a fact that has one.
  func existing(_ fact: Fact) -> FactIndex? { places[fact] }

  mutating func turnsAreCompared(with number: Int32) { turnsCap = max(turnsCap, number + 1) }
}
