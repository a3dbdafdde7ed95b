import ScenarioEngine

extension PromiseSubject {
  /// What was guaranteed.
  var screenName: String {
    switch self {
    case .planA: "that the child comes home"
    case .planB: "that the other family keeps the child"
    case .dates: "that it will happen by a date"
    case .contact: "visits or contact"
    case .other: "something nobody can promise"
    }
  }
}

extension LedgerEntry.Kind {
  var screenName: String {
    switch self {
    case .told: "Told"
    case .softened: "Made smaller"
    case .denied: "Denied"
    case .promised: "Promised"
    case .harmed: "Harmed"
    case .stopped: "Stop"
    case .repaired: "Repaired"
    }
  }
}
