import ScenarioEngine

extension Element {
  /// What this element is, for somebody who was or was not told it.
  var screenName: String {
    switch self {
    case .why: "why the child is in care"
    case .rights: "rights, and the lawyer"
    case .temporary: "that this is for now, and waiting is hard on a child"
    case .whatMustChange: "what has to change"
    case .help: "the help there is"
    case .planA: "the first plan, home"
    case .planB: "the second plan"
    case .dates: "the dates"
    case .whatIf: "what happens if it is not enough in time"
    case .whoDecides: "who decides, and what is not known"
    case .yourPeople: "who in the family and tribe has been asked"
    }
  }
}

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

extension StopCode {
  /// What was done.
  var screenName: String {
    switch self {
    case .pressure: "pressure to sign, agree or decide"
    case .steersFromLawyer: "steering somebody away from their lawyer or from objecting"
    case .asksToChoose: "asking a child to choose between people"
    case .leaks: "telling one person another's private matters"
    case .shames: "shaming somebody or their family"
    case .brushesPastHeritage: "brushing past tribe, heritage or language"
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
