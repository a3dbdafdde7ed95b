import JSONSyntax
public import ScenarioEngine
import Scoring
import SourceText

/// A play that is kept in a scenario's file, and what it must come to.
public enum Walkthrough {
  /// Takes typed words for an offered reply, with what was heard in them; none if it cannot.
  public typealias Typist =
    @Sendable (Conversation, String) -> (reply: ReplyIndex, turn: TypedTurn)?
}

extension Reviewer {
  /// Plays every walkthrough and says where it does not go as it did.
  mutating func reviewWalkthroughs() {
    guard let list = map.root("walkthroughs") else { return }
    for walkthrough in document.elements(of: list) { review(walkthrough: walkthrough) }
  }

  private mutating func review(walkthrough node: JSONNode.ID) {
    guard let moves = document.member("moves", of: node) else { return }
    var conversation = Conversation(scenario, seed: 1)
    taken = []
    defer { taken = [] }
    for move in document.elements(of: moves) {
      switch play(move, in: &conversation) {
      case .played(let reply):
        guard document.kind(of: move) == .object else { continue }
        let name = scenario.name(of: reply)
        taken.append(
          .init("these words were taken for \"\(name)\"", at: document.range(of: move))
        )
      case .cannot(let why):
        return report(ReviewCode.walkthroughMove, why, at: move, notes: taken)
      case .cannotHear:
        return report(
          ReviewCode.walkthroughNotRun,
          "these words are typed, and only a run with the scorer can take them for a reply",
          at: move
        )
      }
    }
    checkEnding(node, conversation)
    let result = ConversationResult(of: conversation, critical: options.critical)
    checkResult(node, result)
    if let ledger = document.member("ledger", of: node) { check(ledger: ledger, conversation) }
  }

  // MARK: Playing

  private enum Outcome {
    case played(ReplyIndex)
    case cannot(String)
    case cannotHear
  }

  private func play(_ move: JSONNode.ID, in conversation: inout Conversation) -> Outcome {
    if conversation.ending != nil {
      return .cannot(
        "the conversation has ended at \(id(conversation.state.moment)) before this move"
      )
    }
    guard document.kind(of: move) == .object else {
      return choose(map.text(move), in: &conversation)
    }
    let words = map.text(document.member("type", of: move))
    guard let typist = options.typist else { return .cannotHear }
    guard let (reply, turn) = typist(conversation, words), conversation.isOffered(reply) else {
      let open = conversation.offers.filter(\.isOpen).map { "\"\(scenario.id(of: $0.reply))\"" }
      return .cannot(
        "these words are not near to any reply of \(id(conversation.state.moment)); what can be said "
          + "there is " + open.sorted().joined(separator: ", ")
      )
    }
    conversation.type(turn, along: reply)
    return .played(reply)
  }

  private func choose(_ name: String, in conversation: inout Conversation) -> Outcome {
    let here = conversation.state.moment
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let moment = scenario.moment(parts[0]) else {
      let nearest = nearestMatch(
        to: parts[0],
        among: scenario.momentIndices.map { scenario.id(of: $0) }
      )
      return .cannot(
        "a move is written \"moment/reply\", and there is no moment \"\(parts[0])\""
          + (nearest.map { "; is it \"\($0)\"?" } ?? "")
      )
    }
    guard let reply = scenario.reply(parts[1], at: moment) else {
      let ids = scenario.replies(of: moment).indices.map { scenario.id(of: $0) }
      let nearest = nearestMatch(to: parts[1], among: ids)
      return .cannot(
        "\(id(moment)) has no reply \"\(parts[1])\"" + (nearest.map { "; is it \"\($0)\"?" } ?? "")
      )
    }
    guard moment == here else {
      return .cannot("the conversation is at \(id(here)) now, not at \(id(moment))")
    }
    guard conversation.isOffered(reply) else {
      let open = conversation.offers.filter(\.isOpen).map { "\"\(scenario.id(of: $0.reply))\"" }
      return .cannot(
        "\"\(parts[1])\" cannot be said now; what can be is "
          + open.sorted().joined(separator: ", ")
      )
    }
    conversation.choose(reply)
    return .played(reply)
  }

  // MARK: What it must come to

  private mutating func checkEnding(_ node: JSONNode.ID, _ conversation: Conversation) {
    guard let expected = document.member("ending", of: node) else { return }
    let name = map.text(expected)
    guard let moment = scenario.moment(name), scenario.endingKind(at: moment) != nil else {
      let endings = scenario.momentIndices.filter { scenario.endingKind(at: $0) != nil }
      let nearest = nearestMatch(to: name, among: endings.map { scenario.id(of: $0) })
      return report(
        ReviewCode.walkthroughName,
        "no ending is called \"\(name)\"" + (nearest.map { "; is it \"\($0)\"?" } ?? ""),
        at: expected
      )
    }
    let here = conversation.state.moment
    guard here != moment else { return }
    let place = conversation.ending == nil ? "is still at \(id(here))" : "ends at \(id(here))"
    report(ReviewCode.walkthroughEnding, "this play \(place)", at: expected, notes: taken)
  }

  private mutating func checkResult(_ node: JSONNode.ID, _ result: ConversationResult) {
    if let expected = document.member("verdict", of: node),
      map.text(expected) != result.verdict.rawValue
    {
      report(
        ReviewCode.walkthroughVerdict,
        "this play comes to \"\(result.verdict.rawValue)\"",
        at: expected,
        notes: taken
      )
    }
    guard let levels = document.member("levels", of: node) else { return }
    for member in document.entries(of: levels) {
      let id = map.text(member.key)
      guard let dimension = result.dimensions.first(where: { $0.id == id }) else {
        let nearest = nearestMatch(to: id, among: result.dimensions.map(\.id))
        report(
          ReviewCode.walkthroughName,
          "no dimension is called \"\(id)\"" + (nearest.map { "; is it \"\($0)\"?" } ?? ""),
          at: member.key
        )
        continue
      }
      var expected: Int?
      if case .value(let level) = document.integer(of: member.value) { expected = level }
      guard expected != dimension.lowest else { continue }
      let lowest = dimension.lowest.map(String.init) ?? "not shown"
      report(
        ReviewCode.walkthroughLevel,
        "the lowest level of \"\(id)\" in this play is \(lowest)",
        at: member.value,
        notes: taken
      )
    }
  }

  private mutating func check(ledger node: JSONNode.ID, _ conversation: Conversation) {
    let ledger = conversation.ledger
    if let told = document.member("told", of: node) {
      for member in document.entries(of: told) {
        guard let person = scenario.person(map.text(member.key)) else {
          report(
            ReviewCode.walkthroughName,
            "nobody in the cast has the id \"\(map.text(member.key))\"",
            at: member.key
          )
          continue
        }
        for element in document.elements(of: member.value) {
          guard let row = Element(rawValue: map.text(element)), !ledger.isTold(person, row) else {
            continue
          }
          report(
            ReviewCode.walkthroughLedger,
            "\(name(person)) is not told \"\(row.rawValue)\" in this play",
            at: element,
            notes: taken
          )
        }
      }
    }
    if let promised = document.member("promised", of: node) {
      for id in document.elements(of: promised) where !ledger.isPromised(map.text(id)) {
        report(
          ReviewCode.walkthroughLedger,
          "nothing called \"\(map.text(id))\" is promised in this play",
          at: id,
          notes: taken
        )
      }
    }
    if let repaired = document.member("repaired", of: node) {
      for id in document.elements(of: repaired) where !ledger.isRepaired(map.text(id)) {
        report(
          ReviewCode.walkthroughLedger,
          "\"\(map.text(id))\" is not set right with everybody in this play",
          at: id,
          notes: taken
        )
      }
    }
  }
}
