import Authoring
import JSONSyntax
import ScenarioEngine

/// How long a scenario is and everything it can come to, in sentences and as JSON.
extension CheckRun.Reviewed {
  /// For a trainer.
  var sentences: [String] {
    let size = review.statistics
    let outcomes = review.outcomes
    var sentences = [
      "\(counted(size.moments, "moment")), \(counted(size.endings, "ending")) among them; "
        + "\(counted(size.replies, "reply", "replies")); \(counted(size.words, "word"))."
    ]
    if let length { sentences.append(length) }
    sentences.append(
      outcomes.isComplete
        ? "Searched \(counted(size.states, "state")): that is all there are."
        : "Searched \(counted(size.states, "state")), and more remain; what follows holds for those."
    )
    for way in outcomes.endings {
      let kind = scenario.endingKind(at: way.moment)?.rawValue ?? "ending"
      sentences.append(
        "\(scenario.id(of: way.moment)) (\(kind)) can be reached in "
          + "\(counted(way.path.count, "turn")): \(words(way.path))"
      )
    }
    for dimension in outcomes.dimensions { sentences.append(sentence(on: dimension)) }
    sentences.append(
      outcomes.notYetPath.map { "It can end \"not yet\": \(words($0))" }
        ?? "It cannot end \"not yet\"."
    )
    sentences.append(
      outcomes.soundPath.map { "It can end without any harm: \(words($0))" }
        ?? "It cannot end without harm."
    )
    if review.allowedCount > 0 {
      sentences.append("Allowed, with reasons: \(counted(review.allowedCount, "finding")).")
    }
    return sentences
  }

  private var length: String? {
    let size = review.statistics
    guard let fewest = size.fewestDecisions else { return nil }
    let turns =
      size.mostDecisions.map { $0 == fewest ? counted(fewest, "turn") : "\(fewest) to \($0) turns" }
      ?? "\(counted(fewest, "turn")) or more, since one can go round"
    guard let minutes = size.minutes else { return "A talk takes \(turns)." }
    let (least, most) = (Int(minutes.lowerBound.rounded(.up)), Int(minutes.upperBound.rounded(.up)))
    let time = least == most ? counted(least, "minute") : "\(least) to \(most) minutes"
    return "A talk takes \(turns), and \(time) to read, without the time to think and talk."
  }

  private func sentence(on dimension: Outcomes.Dimension) -> String {
    guard let best = dimension.best, let worst = dimension.worst else {
      return "\(dimension.id): never rated."
    }
    let levels =
      best == worst
      ? "the lowest level of a talk is always \(best)"
      : "the lowest level of a talk is between \(worst) and \(best)"
    return "\(dimension.id): \(levels)"
      + (dimension.canStayUnshown ? "; a talk can end without showing it." : ".")
  }

  private func words(_ path: [ReplyIndex]) -> String {
    path.map { scenario.name(of: $0) }.joined(separator: " → ")
  }

  private func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// For a program.
  var json: JSONValue {
    let size = review.statistics
    let outcomes = review.outcomes
    func path(_ replies: [ReplyIndex]?) -> JSONValue {
      replies.map { .array($0.map { .string(scenario.name(of: $0)) }) } ?? .null
    }
    func number(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
    let ways = outcomes.endings.map { way in
      JSONValue.Member(scenario.id(of: way.moment), path(way.path))
    }
    let levels = outcomes.dimensions.map { dimension in
      JSONValue.Member(
        dimension.id,
        [
          "worst": number(dimension.worst), "best": number(dimension.best),
          "canStayUnshown": .boolean(dimension.canStayUnshown),
        ]
      )
    }
    let minutes = size.minutes.map { [JSONValue.number($0.lowerBound), .number($0.upperBound)] }
    return [
      "scenario": .string(scenario.notes.id),
      "moments": .integer(size.moments),
      "endings": .integer(size.endings),
      "replies": .integer(size.replies),
      "words": .integer(size.words),
      "fewestTurns": number(size.fewestDecisions),
      "mostTurns": number(size.mostDecisions),
      "minutes": minutes.map(JSONValue.array) ?? .null,
      "states": .integer(size.states),
      "searchedAll": .boolean(outcomes.isComplete),
      "ways": .object(ways),
      "lowestLevels": .object(levels),
      "notYet": path(outcomes.notYetPath),
      "withoutHarm": path(outcomes.soundPath),
      "allowed": .integer(review.allowedCount),
    ]
  }
}
