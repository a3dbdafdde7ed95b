import Prose

/// What the scorer may know besides the words: the card.
///
/// These are the only fields it reads; the key of an author is not among them.
public struct ListeningContext: Hashable, Sendable {
  /// Whom the worker is talking to.
  public enum Audience: String, Sendable {
    case birthParent = "birth-parent"
    case caregiver
    case youth

    /// The people of the card who stand on this side of the child's family; a youth belongs to both.
    var cast: String? {
      switch self {
      case .birthParent: "parent"
      case .caregiver: "caregiver"
      case .youth: nil
      }
    }

    /// The sides, by the people who stand on them.
    static let sides: [String: Self] = Dictionary(
      uniqueKeysWithValues: [birthParent, caregiver].compactMap { side in
        side.cast.map { ($0, side) }
      }
    )
  }

  /// The people's names, as the card writes them.
  public struct People: Hashable, Sendable {
    /// The child, or the children.
    public var child: String
    /// The parent.
    public var parent: String
    /// The caregiver, or both.
    public var caregiver: String

    /// Creates the names; any may be empty.
    public init(child: String = "", parent: String = "", caregiver: String = "") {
      self.child = child
      self.parent = parent
      self.caregiver = caregiver
    }
  }

  /// Whom the worker is talking to.
  public var audience: Audience
  /// Whether the rubric was made for such a listener; if not, every level is uncertain.
  public var isSureOfAudience: Bool = true
  /// Whether the listener is a colleague, to whom terms of the office are plain words.
  public var isColleague: Bool = false
  /// What is true, in the author's words.
  public var facts: String
  /// The names.
  public var people: People
  /// The second plan.
  public var planB: String
  /// The next hearing.
  public var hearing: String
  /// The time limit.
  public var limit: String
  /// Whether a court has limited contact.
  public var safetyOrder: Bool
  /// What the other person just said.
  public var theySaid: String
  /// What that asks about: outcome, plans, time, why, contact, other-family.
  public var asked: Set<String>
  /// What this turn has to contain: plans, time, uncertainty.
  public var must: Set<String>

  /// Creates a card.
  public init(
    audience: Audience = .birthParent,
    facts: String = "",
    people: People = People(),
    planB: String = "",
    hearing: String = "",
    limit: String = "",
    safetyOrder: Bool = false,
    theySaid: String = "",
    asked: Set<String> = [],
    must: Set<String> = []
  ) {
    self.audience = audience
    self.facts = facts
    self.people = people
    self.planB = planB
    self.hearing = hearing
    self.limit = limit
    self.safetyOrder = safetyOrder
    self.theySaid = theySaid
    self.asked = asked
    self.must = must
  }

  /// The longer words of the card and of what was just said: known here, and likely to be said again.
  var wordsOfTheCard: [[UInt8]] {
    [facts, planB, hearing, limit, theySaid].flatMap { text in
      let utterance = Utterance(text)
      return utterance.tokens.filter { $0.letters.count > 4 && !$0.isCapitalised }
        .map { Array(utterance.letters[$0.letters]) }
    }
  }
}
