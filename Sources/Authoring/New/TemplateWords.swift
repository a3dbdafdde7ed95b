/// The words of a template for one audience.
///
/// `@L` stands for the listener, `@S` for the child (or the young person's parent), `@O` for the
/// other side; each becomes the name of the cast.
struct TemplateWords {
  /// A reply in words; the builder knows what it does.
  struct Reply {
    var say: String
    var heard: String
    var reaction: String
  }

  var title: String
  var summary: String
  var setting: String
  var names: (listener: String, second: String, other: String)
  var prompts: (listener: String, second: String, other: String)
  var about: (listener: String, second: String, other: String)
  var planA: String
  var planB: String

  /// What is asked first, and the replies to it.
  var question: String
  var straight: Reply
  var promise: Reply
  /// The words of the promise, exactly as they stand in it.
  var promised: String
  var promiseAbout: String
  var putOff: Reply

  /// What is asked next, after a promise and without one.
  var reminder: String
  var challenge: String
  var takeBack: Reply
  var bothPlans: Reply
  /// The words that tell the two plans, in the reply that takes back and in the other.
  var takeBackTells: (planA: String, planB: String)
  var bothPlansTells: (planA: String, planB: String)
  var justPaper: Reply
  /// Which plan is made small there.
  var softened = "plan-b"
  var standard: Reply
  var standardRates: (honesty: Int, clarity: Int) = (2, 1)

  /// What is said about the other side.
  var otherSide: String
  var together: Reply
  var oneTeam: Reply
  var throughMe: Reply

  var goodEnding: (line: String, title: String, text: String)
  var badEnding: (line: String, title: String, text: String)

  static func of(_ audience: ScenarioTemplate.Audience) -> TemplateWords {
    switch audience {
    case .birthParent: .birthParent
    case .caregiver: .caregiver
    case .relative: .relative
    case .youth: .youth
    case .partner: .partner
    }
  }
}
