public import ScenarioEngine

/// How much of the way leads where: each stop with its share of the plays, each reply with its share of
/// the turns there, one column for each bot.
public struct HeatTable {
  private let scenario: Scenario
  private let reports: [BotReport]
  /// The most rows that are drawn; a story of thousands of moments is for other programs to read.
  public static let limit = 400

  /// Makes the table of some bots' plays of one scenario.
  public init(_ scenario: Scenario, _ reports: [BotReport]) {
    self.scenario = scenario
    self.reports = reports
  }

  /// The table in lines of at most `width` columns, as far as the names allow.
  public func lines(width: Int) -> [String] {
    let numbers = reports.count * 7
    // Where the numbers leave no room for names, those get a line of their own.
    let isTight = width < numbers + 20
    let room = isTight ? 2 : min(48, width - numbers)
    func row(_ name: String, _ cells: [String]) -> [String] {
      let cells = cells.map { Self.padded($0, before: 7) }.joined()
      if isTight, !name.isEmpty {
        return [MapWords.cut(name, to: max(8, width)), Self.padded("", to: room) + cells]
      }
      return [Self.padded(MapWords.cut(name, to: room), to: room) + cells]
    }
    var lines = row("", reports.map(\.name))
    for moment in scenario.momentIndices {
      let isStop = scenario.replies(of: moment).count > 0 || scenario.endingKind(at: moment) != nil
      guard isStop, reports.contains(where: { $0.stops[moment.place] > 0 }) else { continue }
      guard lines.count < Self.limit else {
        return lines + ["… and more; --json has all of it"]
      }
      let stops = reports.map { $0.stops[moment.place] }
      lines += row(
        scenario.id(of: moment),
        zip(reports, stops).map { Self.percent($1, of: $0.plays) }
      )
      for reply in scenario.replies(of: moment).indices {
        lines += row(
          "  " + scenario.id(of: reply),
          zip(reports, stops).map { Self.percent($0.said[reply.place], of: $1) }
        )
      }
    }
    return lines
  }

  /// A share in hundreds; what happened is never 0 and what did not always happen never 100.
  public static func percent(_ part: Int, of all: Int) -> String {
    guard all > 0 else { return "-" }
    let rounded = (part * 100 + all / 2) / all
    if part > 0, rounded == 0 { return "<1%" }
    if part < all, rounded == 100 { return ">99%" }
    return "\(rounded)%"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - MapWords.width(text)))
  }

  private static func padded(_ text: String, before width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
