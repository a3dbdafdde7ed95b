import ScenarioEngine

extension RoomSession {
  /// Takes what the facilitator asked for, and returns what to keep.
  public mutating func take(_ key: RoomKey) -> [RoomRecord] {
    notice = nil
    switch key {
    case .next: return act(following)
    case .back: return goBack()
    case .step(let step): return jump(to: step)
    case .choice(let place): return choose(place)
    case .digit(let digit): return count(digit)
    case .erase: return erase()
    case .nextCount: return moveCount(by: 1)
    case .previousCount: return moveCount(by: -1)
    case .rest: return countRest()
    case .count: return beginCounting()
    case .counted(let vote, let place, let count): return set(vote, place, count)
    case .people(let count): return act(.people(count))
    case .more: return more()
    case .offer(let words): return offer(words)
    case .withdraw: return round.ours == nil ? [] : act(.offered(nil))
    case .rewind(let turn): return rewind(to: turn)
    case .undo: return undo()
    case .escape:
      counting = nil
      return []
    }
  }

  private mutating func act(_ act: RoomAct?) -> [RoomRecord] {
    guard let act, perform(act) else { return [] }
    return [.acted(act)]
  }

  private mutating func undo() -> [RoomRecord] {
    guard !acts.isEmpty else {
      notice = "There is nothing to take back."
      return []
    }
    self = replaying(acts.dropLast())
    notice = "Taken back."
    return [.undid]
  }

  // MARK: Steps

  /// How many cards a step has here.
  func cardCount(_ step: RoomStep) -> Int {
    switch step {
    case .frame: framePages.count
    case .discuss: discussPrompts.count
    case .askWhy: round.isShown ? ballot.choices.count + 1 : 1
    case .reveal: lookingOrder.count
    case .threes: 3
    case .debrief: debriefPages.count
    case .close: 2
    default: 1
    }
  }

  private var following: RoomAct? {
    let next = card + 1
    switch step {
    case .testCard: return .went(.frame, card: 0)
    case .frame where next < cardCount(.frame): return .went(.frame, card: next)
    case .frame: return .went(.scene, card: 0)
    case .scene: return .went(asks ? .think : .threes, card: 0)
    // Looking at the favourite and the strongest is enough; more are asked for.
    case .reveal where card == 0 && lookingOrder.first != strongest:
      return .went(.reveal, card: 1)
    case .goOn: return favouriteRoad
    case .threes where next < 3: return .went(.threes, card: next)
    case .threes: return .went(.debrief, card: 0)
    case .debrief where next < cardCount(.debrief): return .went(.debrief, card: next)
    case .debrief: return .went(.close, card: 0)
    case .close: return isOver ? nil : .went(.close, card: next)
    default:
      let all = RoomStep.allCases
      guard let place = all.firstIndex(of: step) else { return nil }
      return .went(all[place + 1], card: 0)
    }
  }

  private var favouriteRoad: RoomAct? {
    guard round.isShown, let id = round.favourite, id != RoomBallot.ours,
      ballot.place(of: id) != nil
    else { return nil }
    return .wentOn(reply: id)
  }

  private mutating func goBack() -> [RoomRecord] {
    if isOver { return act(.went(.close, card: 1)) }
    if card > 0, step != .askWhy, step != .discuss { return act(.went(step, card: card - 1)) }
    switch step {
    case .testCard: return []
    case .scene where conversation.turnCount > 0: return rewind(to: conversation.turnCount - 1)
    case .scene: return act(.went(.frame, card: cardCount(.frame) - 1))
    case .threes: return act(.went(.scene, card: 0))
    case .debrief: return act(.went(.threes, card: 2))
    case .close: return act(.went(.debrief, card: cardCount(.debrief) - 1))
    default:
      let all = RoomStep.allCases
      guard let place = all.firstIndex(of: step), place > 0 else { return [] }
      return act(.went(all[place - 1], card: 0))
    }
  }

  private mutating func jump(to wanted: RoomStep) -> [RoomRecord] {
    if wanted.needsAnswers, !asks {
      notice = "The story is at its end: there is nothing to answer here."
      return []
    }
    if wanted > .threes, !wasSaidAloud, step < .threes {
      notice = "First say it aloud, in threes. Ask again to leave that out."
      return act(.went(.threes, card: 0))
    }
    return act(.went(wanted, card: 0))
  }

  private mutating func rewind(to turn: Int) -> [RoomRecord] {
    guard (0...conversation.turnCount).contains(turn) else {
      notice = "There was no such turn."
      return []
    }
    return act(.rewound(turn: turn))
  }

  private mutating func choose(_ place: Int) -> [RoomRecord] {
    let choices = ballot.choices
    guard step.needsAnswers, choices.indices.contains(place) else { return [] }
    let choice = choices[place]
    switch step {
    case .goOn:
      if choice.id == RoomBallot.ours {
        notice = "The story follows a written line: which one is nearest to ours?"
        return []
      }
      return act(.wentOn(reply: choice.id))
    case .askWhy where round.isShown:
      return act(.went(.askWhy, card: card == place + 1 ? 0 : place + 1))
    case .reveal:
      guard let card = lookingOrder.firstIndex(of: choice) else { return [] }
      return act(.went(.reveal, card: card))
    case .voteOne, .voteTwo:
      if counting == nil { _ = beginCounting() }
      counting?.place = place
      counting?.isFresh = true
      return []
    default: return []
    }
  }

  private mutating func more() -> [RoomRecord] {
    guard step == .discuss || step == .reveal else { return [] }
    let count = max(1, cardCount(step))
    return act(.went(step, card: (card + 1) % count))
  }

  private mutating func offer(_ words: String) -> [RoomRecord] {
    let line = words.trimmed
    guard asks, step.needsAnswers, !line.isEmpty else { return [] }
    let heard = ear(line, conversation)
    return act(.offered(RoomLine(words: line, keep: heard.keep, change: heard.change)))
  }

  // MARK: Counting

  private mutating func beginCounting() -> [RoomRecord] {
    guard asks, step.needsAnswers else { return [] }
    if let vote = counting?.vote {
      counting = Counting(vote: vote == .first ? .second : .first)
    } else if let vote = step.vote {
      counting = Counting(vote: vote)
      return []
    } else if step == .show || (step == .askWhy && round.isShown && card == 0) {
      counting = Counting(vote: .second)
    } else {
      return act(.went(step < .discuss ? .voteOne : .voteTwo, card: 0))
    }
    if let vote = counting?.vote.rawValue {
      notice = "Counting vote \(vote). v changes to the other."
    }
    return []
  }

  private mutating func count(_ digit: Int) -> [RoomRecord] {
    if step <= .frame { return act(.people(grown(people, by: digit))) }
    if counting == nil {
      // In the talk about why, 1 to 4 makes a choice large.
      guard step.vote != nil else { return choose(digit - 1) }
      _ = beginCounting()
    }
    guard let now = counting, let id = countedID else { return [] }
    let old = now.isFresh ? nil : round[now.vote][id]
    counting?.isFresh = false
    return act(keeping: .counted(now.vote, choice: id, count: grown(old, by: digit)))
  }

  private func grown(_ number: Int?, by digit: Int) -> Int {
    let grown = (number ?? 0) * 10 + digit
    return grown > 999 ? digit : grown
  }

  private mutating func erase() -> [RoomRecord] {
    if step <= .frame, let people {
      return act(.people(people < 10 ? nil : people / 10))
    }
    guard let now = counting, let id = countedID else { return goBack() }
    guard let old = round[now.vote][id] else { return [] }
    counting?.isFresh = false
    return act(keeping: .counted(now.vote, choice: id, count: old < 10 ? nil : old / 10))
  }

  private mutating func countRest() -> [RoomRecord] {
    guard let now = counting, let id = countedID else { return [] }
    guard let people else {
      notice = "First say how many are here: # and the number."
      return []
    }
    let others = round[now.vote].reduce(0) { $1.key == id ? $0 : $0 + $1.value }
    return act(keeping: .counted(now.vote, choice: id, count: max(0, people - others)))
  }

  private mutating func set(_ vote: RoomVote, _ place: Int, _ count: Int?) -> [RoomRecord] {
    guard asks, ballot.choices.indices.contains(place) else { return [] }
    let number = count.map { min(999, max(0, $0)) }
    return act(.counted(vote, choice: ballot.choices[place].id, count: number))
  }

  private mutating func moveCount(by distance: Int) -> [RoomRecord] {
    guard let now = counting else { return beginCounting() }
    let count = ballot.choices.count
    let place = now.place + distance
    guard place < count else {
      counting = nil
      return []
    }
    counting?.place = max(0, place)
    counting?.isFresh = true
    return []
  }

  private var countedID: String? {
    guard let place = counting?.place, ballot.choices.indices.contains(place) else { return nil }
    return ballot.choices[place].id
  }

  /// Acts without ending the counting.
  private mutating func act(keeping act: RoomAct) -> [RoomRecord] {
    let now = counting
    let records = self.act(act)
    counting = now
    return records
  }
}
