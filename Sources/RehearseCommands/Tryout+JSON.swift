import Authoring
import JSONSyntax
import ScenarioEngine

extension Tryout {
  /// Everything that was counted, for other programs.
  var json: JSONValue {
    .object([
      .init("scenario", .string(scenario.notes.id)),
      .init("bots", .array(reports.map(json))),
      .init(
        "neverMet",
        .object([
          .init("moments", strings(missed.moments.map { scenario.id(of: $0) })),
          .init("replies", strings(missed.replies.map { scenario.name(of: $0) })),
          .init("lines", strings(missed.lines)),
          .init(
            "conditions",
            .array(
              missed.conditions.map { steady in
                .object([
                  .init("place", .string(steady.place)),
                  .init("condition", .string(steady.text)),
                  .init("always", steady.value.map { .boolean($0) } ?? .null),
                ])
              }
            )
          ),
        ])
      ),
    ])
  }

  private func json(_ report: BotReport) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("bot", .string(report.name)),
      .init("seed", number(report.seed)),
      .init("plays", .integer(report.plays)),
      .init("turns", .integer(report.turns)),
      .init(
        "met",
        .object([
          .init("moments", json(report.momentsMet)),
          .init("replies", json(report.repliesMet)),
          .init("lines", json(report.linesMet)),
          .init("conditions", report.conditionsMet.map(json) ?? .null),
        ])
      ),
      .init(
        "endings",
        .object(
          report.endings.map { .init(scenario.id(of: $0.moment), .integer($0.count)) }
        )
      ),
      .init("dimensions", .object(report.spreads.map { .init($0.id, json($0)) })),
      .init("moments", .object(moments(report))),
      .init("odd", .array(report.oddities.map { json($0, of: report) })),
    ]
    if report.isTyping { members.append(.init("typing", typing(report))) }
    return .object(members)
  }

  private func json(_ coverage: BotReport.Coverage) -> JSONValue {
    .object([.init("met", .integer(coverage.met)), .init("all", .integer(coverage.all))])
  }

  private func json(_ spread: BotReport.Spread) -> JSONValue {
    func counts(_ plays: [Int]) -> JSONValue {
      .object(
        zip(["notShown", "1", "2", "3", "4"], plays).map { .init($0, .integer($1)) }
      )
    }
    return .object([
      .init("plays", .integer(spread.rated)),
      .init("median", spread.median.map { .integer($0) } ?? .null),
      .init("medians", counts(spread.medians)),
      .init("lowest", counts(spread.lowests)),
    ])
  }

  private func moments(_ report: BotReport) -> [JSONValue.Member] {
    scenario.momentIndices.filter { report.stops[$0.place] > 0 }.map { moment in
      let replies = scenario.replies(of: moment).indices.map {
        JSONValue.Member(scenario.id(of: $0), .integer(report.said[$0.place]))
      }
      return .init(
        scenario.id(of: moment),
        .object([
          .init("plays", .integer(report.stops[moment.place])), .init("said", .object(replies)),
        ])
      )
    }
  }

  private func json(_ oddity: BotReport.Oddity, of report: BotReport) -> JSONValue {
    .object([
      .init("why", .string(oddity.kind.rawValue)),
      .init("seed", number(oddity.seed)),
      .init("path", strings(oddity.replies.map { scenario.name(of: $0) })),
      .init(
        "plays",
        .integer(report.oddCounts.first { $0.kind == oddity.kind }?.count ?? 0)
      ),
    ])
  }

  private func typing(_ report: BotReport) -> JSONValue {
    .object([
      .init("turns", .integer(report.typing.turns)),
      .init("asMeant", .integer(report.typing.asMeant)),
      .init("forNone", .integer(report.typing.forNone)),
      .init(
        "takenForOthers",
        .array(
          report.mishearings.map { pair in
            .object([
              .init("words", .string(scenario.name(of: pair.meant))),
              .init("takenFor", .string(scenario.name(of: pair.taken))),
              .init("times", .integer(pair.count)),
            ])
          }
        )
      ),
    ])
  }

  private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// A seed as text: many programs cannot hold so large a number.
  private func number(_ seed: UInt64) -> JSONValue { .string(String(seed)) }
}
