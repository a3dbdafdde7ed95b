import ScenarioEngine

extension Scenario {
  /// Where each condition stands, in words an author can find it by; one for each row of the table.
  var placesOfConditions: [String] {
    var places = tables.conditions.map { _ in "" }
    func note(_ condition: ConditionIndex?, _ words: @autoclosure () -> String) {
      if let condition { places[condition.place] = words() }
    }
    func note(_ lines: TableRange<LineItem>, _ words: String) {
      for (number, item) in lines.places.enumerated() {
        note(tables.lineItems[item].condition, "\(words) \(number + 1)")
        for line in tables.lineItems[item].lines.places {
          note(tables.lines[line].condition, "\(words) \(number + 1)")
        }
      }
    }
    func note(_ routes: TableRange<Route>, _ words: String) {
      for route in routes.places {
        note(tables.routes[route].condition, "\(words) to \(id(of: tables.routes[route].moment))")
      }
    }
    for moment in momentIndices {
      let row = tables.moments[moment.place]
      let name = id(of: moment)
      note(row.lines, "\(name), line")
      switch row.exit {
      case .ending: continue
      case .next(let routes): note(routes, "\(name), next")
      case .replies(let replies, let otherwise):
        note(otherwise, "\(name), otherwise")
        for reply in replies.indices {
          let name = self.name(of: reply)
          note(tables.replies[reply.place].condition, "\(name), when")
          note(tables.replies[reply.place].reaction, "\(name), reaction line")
          note(tables.replies[reply.place].routes, "\(name), next")
        }
      }
    }
    return places
  }

  /// Where each line stands, in words an author can find it by.
  var placesOfLines: [String] {
    var places = tables.lines.map { _ in "" }
    func note(_ lines: TableRange<LineItem>, _ words: String) {
      for (number, item) in lines.places.enumerated() {
        for line in tables.lineItems[item].lines.places { places[line] = "\(words) \(number + 1)" }
      }
    }
    for moment in momentIndices {
      note(tables.moments[moment.place].lines, "\(id(of: moment)), line")
    }
    for reply in replyIndices {
      note(tables.replies[reply.place].reaction, "\(name(of: reply)), reaction line")
    }
    return places
  }
}
