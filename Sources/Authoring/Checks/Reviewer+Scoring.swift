import JSONSyntax
import ScenarioEngine
import SourceText

/// Whether the choices are choices, and the levels what they say.
extension Reviewer {
  mutating func reviewScoring() {
    var bestPlaces: [Int] = []
    var firstBest: ReplyIndex?
    for moment in scenario.momentIndices {
      let replies = scenario.replies(of: moment).indices
      guard !replies.isEmpty else { continue }
      reviewLikeness(moment, replies)
      guard replies.count > 1 else {
        report(
          ReviewCode.oneReply,
          "\(id(moment)) has one reply, so there is nothing to decide",
          at: map.momentKeys[moment.place]
        )
        continue
      }
      reviewLevels(moment, replies)
      reviewConsequences(moment, replies)
      if let best = uniqueBest(replies) {
        reviewBest(best, among: replies)
        if replies.count > 2 {
          bestPlaces.append(best.place - replies[0].place)
          firstBest = firstBest ?? best
        }
      }
    }
    if bestPlaces.count >= 4, Set(bestPlaces).count == 1, tables.order == .asWritten {
      report(
        ReviewCode.bestSamePlace,
        "the best reply is number \(bestPlaces[0] + 1) at every moment; mix them, or take "
          + "\"order\": \"as-written\" out",
        at: firstBest.flatMap { nameNode(of: $0) }
      )
    }
    reviewCost()
    reviewDimensions()
    reviewHearing()
  }

  private func levels(_ reply: ReplyIndex) -> [Int?] {
    scenario.notes.dimensions.indices.map { tables.replies[reply.place].rates[$0] }
  }

  /// How good a reply is: its worst level first, then all of them.
  private func strength(_ reply: ReplyIndex) -> (lowest: Int, sum: Int) {
    let rated = levels(reply).compactMap(\.self)
    return (rated.min() ?? 0, rated.reduce(0, +))
  }

  private func uniqueBest(_ replies: [ReplyIndex]) -> ReplyIndex? {
    let rated = replies.filter { strength($0).lowest > 0 }
    guard let best = rated.max(by: { strength($0) < strength($1) }),
      rated.count(where: { strength($0) == strength(best) }) == 1, rated.count > 1
    else { return nil }
    return best
  }

  private mutating func reviewBest(_ best: ReplyIndex, among replies: [ReplyIndex]) {
    let length = said[best.place].unicodeScalars.count
    let others = replies.filter { $0 != best }
    let longest = others.map { said[$0.place].unicodeScalars.count }.max() ?? 0
    if replies.count > 2, length * 4 > longest * 5, length > 60 {
      report(
        ReviewCode.bestLongest,
        "the best reply is the longest by far (\(length) letters, the next \(longest)), "
          + "which gives it away",
        at: member("say", of: best)
      )
    }
    if replies.count > 2, hasDate(said[best.place]),
      !others.contains(where: { hasDate(said[$0.place]) })
    {
      report(
        ReviewCode.bestOnlyDate,
        "only the best reply has a day, a date or a time in it, which gives it away",
        at: member("say", of: best)
      )
    }
  }

  private func hasDate(_ text: String) -> Bool {
    TextScan(text).words.contains {
      WordLists.months.contains($0.text) && $0.isCapitalised
        || $0.text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }

  private mutating func reviewLevels(_ moment: MomentIndex, _ replies: [ReplyIndex]) {
    let lowest = replies.map { strength($0).lowest }.filter { $0 > 0 }
    guard lowest.count == replies.count, replies.count > 2 else { return }
    if lowest.allSatisfy({ $0 >= 3 }) {
      report(
        ReviewCode.repliesAllGood,
        "every reply of \(id(moment)) is sound, so nothing can go wrong here",
        at: map.momentKeys[moment.place]
      )
    } else if lowest.allSatisfy({ $0 <= 1 }) {
      report(
        ReviewCode.repliesAllBad,
        "every reply of \(id(moment)) would hurt, so nobody can do right here",
        at: map.momentKeys[moment.place]
      )
    }
  }

  private mutating func reviewLikeness(_ moment: MomentIndex, _ replies: [ReplyIndex]) {
    let words = replies.map { TextScan(said[$0.place]).words.map(\.text) }
    for place in replies.indices {
      for earlier in 0..<place {
        if words[place] == words[earlier] {
          report(
            ReviewCode.replyRepeated,
            "this reply says the same as \"\(scenario.id(of: replies[earlier]))\"",
            at: member("say", of: replies[place])
          )
        } else if differInOneWord(words[place], words[earlier]) {
          report(
            ReviewCode.repliesOneWordApart,
            "this reply differs from \"\(scenario.id(of: replies[earlier]))\" in one word, "
              + "which a room reads past",
            at: member("say", of: replies[place])
          )
        }
        let whys = [place, earlier].map { map.text(member("why", of: replies[$0])) }
        if whys[0] == whys[1], whys[0].count > 20 {
          report(
            ReviewCode.whyRepeated,
            "\"\(scenario.id(of: replies[earlier]))\" has the same why",
            at: member("why", of: replies[place])
          )
        }
      }
      let reply = replies[place]
      let heard = member("heard", of: reply)
      if map.text(heard) == map.text(member("say", of: reply)) {
        report(
          ReviewCode.heardIsSaid,
          "\"heard\" is what they take away, and here it only repeats what was said",
          at: heard
        )
      }
    }
  }

  private func differInOneWord(_ left: [String], _ right: [String]) -> Bool {
    guard left.count == right.count, left.count > 3 else { return false }
    return zip(left, right).count(where: { $0 != $1 }) == 1
  }

  private mutating func reviewConsequences(_ moment: MomentIndex, _ replies: [ReplyIndex]) {
    let targets = replies.map { reply in
      tables.replies[reply.place].routes.places.map { tables.routes[$0].moment }
    }
    guard Set(targets).count == 1, targets[0].count == 1 else { return }
    let isMute = replies.allSatisfy { reply in
      let row = tables.replies[reply.place]
      return row.effects.isEmpty && row.deeds.isEmpty && row.reaction.isEmpty && row.said == nil
    }
    guard isMute else { return }
    report(
      ReviewCode.choiceWithoutConsequence,
      "whatever is said at \(id(moment)), the same follows: no reaction, no effect, one way on",
      at: map.momentKeys[moment.place]
    )
  }

  /// The best thing to say sometimes costs trust now.
  private mutating func reviewCost() {
    guard
      let trust = tables.slots.firstIndex(where: {
        $0.name == "trust" || $0.name.hasSuffix("-trust")
      }),
      let section = map.root("state"), document.entries(of: section).indices.contains(trust)
    else { return }
    func change(_ reply: ReplyIndex) -> Int32 {
      tables.replies[reply.place].effects.places.reduce(0) { sum, place in
        guard case .add(let slot, let amount) = tables.effects[place],
          tables.slots[slot.place].name.hasSuffix("trust")
        else { return sum }
        return sum + amount
      }
    }
    var count = 0
    for moment in scenario.momentIndices {
      let replies = scenario.replies(of: moment).indices
      guard let best = uniqueBest(replies) else { continue }
      count += 1
      if change(best) < 0 { return }
    }
    guard count > 2 else { return }
    report(
      ReviewCode.bestNeverCosts,
      "the best reply never costs trust; in life it sometimes does, and people learn from that",
      at: document.entries(of: section)[trust].key
    )
  }

  private mutating func reviewDimensions() {
    guard scenario.replyCount > 2 else { return }
    for (place, dimension) in scenario.notes.dimensions.enumerated() {
      let levels = Set(tables.replies.compactMap { $0.rates[place] })
      guard levels.count < 2 else { continue }
      let what = levels.first.map { "is \($0) wherever it is rated" } ?? "is never rated"
      report(
        ReviewCode.dimensionNeverMoves,
        "\"\(dimension)\" \(what), so the debrief can say nothing about it",
        at: map.root("moments").flatMap { _ in map.replies.first }
          .flatMap { document.member("rates", of: $0) }
      )
    }
  }

  /// The author's levels against what the scorer hears; the same words in the same place once.
  private mutating func reviewHearing() {
    guard let ear = options.ear else { return }
    var heard: [String: HeardReply?] = [:]
    for reply in scenario.replyIndices {
      let row = tables.replies[reply.place]
      let key = "\(row.moment.raw)\u{0}\(said[reply.place])"
      let judged = heard[key] ?? ear(scenario, reply, said[reply.place])
      heard[key] = judged
      guard let judged else { continue }
      for (place, dimension) in scenario.notes.dimensions.enumerated() {
        guard let own = row.rates[place], let other = judged.levels[place], abs(own - other) > 1
        else {
          continue
        }
        let words = document.range(of: member("say", of: reply) ?? document.root)
        let findings = judged.findings[place] ?? []
        let notes = findings.isEmpty ? ["nothing was heard in the words that decides it"] : findings
        report(
          ReviewCode.ratesUnlikeHeard,
          "you rate \"\(dimension)\" \(own), and typed words like these would be heard as \(other)",
          at: member("rates", of: reply).flatMap { document.member(named: dimension, of: $0) },
          notes: notes.map { .init($0, at: words) }
        )
      }
    }
  }
}
