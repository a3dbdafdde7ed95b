/// What a listener is owed in full disclosure; the checklist D1–D10 of concurrent-planning practice.
///
/// Source: the full-disclosure lists of the National Resource Center for Permanency and Family
/// Connections and Minnesota Statutes 260C.223, as gathered in the author's guide.
public enum Element: String, CaseIterable, Sendable {
  /// Why the child is in care, in facts.
  case why
  /// Lawyer, hearings, family time, and to disagree or appeal.
  case rights
  /// Foster care is temporary, and waiting hurts children.
  case temporary
  /// The change that must be seen, not certificates.
  case whatMustChange = "what-must-change"
  /// The help available, and what the agency must do.
  case help
  /// The first plan: home.
  case planA = "plan-a"
  /// The second plan: another family for good.
  case planB = "plan-b"
  /// Hearings, limits, and what is decided at each.
  case dates
  /// What happens if change is not enough by then.
  case whatIf = "what-if"
  /// Who decides, what would be recommended today, what is unknown.
  case whoDecides = "who-decides"
  /// Who in the family and tribe has been asked, and whom they would want.
  case yourPeople = "your-people"

  /// The place of this element in ``allCases``, for flat tables.
  package var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What somebody is in the life of the child.
///
/// A label for data, never shown to a family.
public enum Role: String, CaseIterable, Sendable {
  /// The child's mother or father.
  case birthParent = "birth-parent"
  /// Somebody caring for the child now, or asked to.
  case caregiver
  /// A child old enough to be talked with as a listener.
  case youth
  /// A child who is talked about.
  case child
  /// A supervisor, attorney, court, agency, tribe or school.
  case partner
  /// The trainee.
  case worker

  /// The word screens use for this role.
  public var screenName: String {
    switch self {
    case .birthParent: "parent"
    case .caregiver: "resource parent"
    case .youth: "young person"
    case .child: "child"
    case .partner: "partner"
    case .worker: "worker"
    }
  }
}

/// Which caregiver somebody is.
public enum CaregiverKind: String, CaseIterable, Sendable {
  /// Family, by blood, marriage or tie.
  case relative
  /// A resource parent of the agency's.
  case resource
}

/// How it comes out.
public enum EndingKind: String, CaseIterable, Sendable {
  /// They can talk again tomorrow.
  case connected
  /// Something held and something did not.
  case mixed
  /// The thread is cut for now.
  case broken
}

/// What a promise guarantees.
public enum PromiseSubject: String, CaseIterable, Sendable {
  /// The child comes home.
  case planA = "plan-a"
  /// The other family has the child for good.
  case planB = "plan-b"
  /// Something will be decided or done by a date.
  case dates
  /// Visits, calls, or seeing each other afterwards.
  case contact
  /// Anything else the worker does not control.
  case other
}

/// A harm outside the levels: until it is repaired the conversation is "not yet".
public enum StopCode: String, CaseIterable, Sendable {
  /// Pressure: sign, decide now, trade for visits.
  case pressure = "X1"
  /// Steering somebody away from their lawyer, from objecting or appealing.
  case steersFromLawyer = "X2"
  /// Asking a child to choose between people.
  case asksToChoose = "X3"
  /// Telling one listener another person's private details.
  case leaks = "X4"
  /// Shaming the listener or their form of family.
  case shames = "X5"
  /// Brushing past stated tribe, heritage or language.
  case brushesPastHeritage = "X6"
}

/// The order in which replies are shown.
public enum ReplyOrder: String, CaseIterable, Sendable {
  /// Mixed anew for each seed, so that no place gives the best reply away.
  case seeded
  /// As the author wrote them.
  case asWritten = "as-written"
}

/// Where an entry or effect applies: some of at most 64 people of a cast.
public struct CastSet: OptionSet, Hashable, Sendable {
  /// One bit for each person, by place in the cast.
  public let rawValue: UInt64

  /// Creates a set from bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Creates the set of one person.
  public init(_ person: CastIndex) { self.init(rawValue: 1 << UInt64(person.raw)) }

  /// The people of the set, by place in the cast.
  public var people: [CastIndex] {
    (0..<64).filter { rawValue & (1 << UInt64($0)) != 0 }.map { CastIndex(Int32($0)) }
  }
}

/// A level for each dimension of a rubric, 1 to 4, or none for "not shown".
///
/// Packed, four bits a dimension, so that a bot's play copies no array.
public struct Levels: Hashable, Sendable {
  /// The most dimensions a rubric may have.
  public static let capacity = 16

  private var bits: UInt64 = 0

  /// Creates levels that are all "not shown".
  public init() {}

  /// The level of one dimension, 1 to 4; `nil` is "not shown".
  public subscript(dimension: Int) -> Int? {
    get {
      let level = Int(truncatingIfNeeded: (bits >> UInt64(dimension * 4)) & 0xF)
      return level == 0 ? nil : level
    }
    set {
      precondition((0..<Self.capacity).contains(dimension), "a rubric has at most 16 dimensions")
      precondition(newValue.map { (1...4).contains($0) } ?? true, "a level is 1 to 4")
      let shift = UInt64(dimension * 4)
      bits = (bits & ~(0xF << shift)) | (UInt64(newValue ?? 0) << shift)
    }
  }

  /// Whether any dimension is at level 1.
  public var hasLevelOne: Bool {
    (0..<Self.capacity).contains { self[$0] == 1 }
  }
}
