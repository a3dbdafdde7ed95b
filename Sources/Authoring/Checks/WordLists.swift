/// The words and phrases that the checks look for; each list says where it comes from.
enum WordLists {
  private static func phrases(_ text: String) -> [[String]] {
    text.split(separator: "/").map { $0.split(separator: " ").map(String.init) }
  }

  /// A person holds the worker to a promise.
  static let promised = phrases(
    "you promised/you gave me your word/you gave your word/you swore/you guaranteed/"
      + "your promise/you did promise/you had promised"
  )

  /// A person speaks of what the worker told them.
  static let saidEarlier = phrases(
    "you said/you told me/you told us/like you said/you already told/you just told/what you said"
  )

  /// What the field asks to avoid, and what to say instead.
  ///
  /// Source: the Children's Bureau's request of 2019 and parent advocates since; the child's and the
  /// parents' names come first.
  static let avoided: [(phrase: [String], instead: String)] = [
    (["birth", "parent"], "\"parent\", or the name"),
    (["birth", "parents"], "\"parents\", or the names"),
    (["birth", "mother"], "\"mother\", or the name"),
    (["birth", "mom"], "\"mom\", or the name"),
    (["birth", "father"], "\"father\", or the name"),
    (["bio", "mom"], "\"mom\", or the name"),
    (["bio", "dad"], "\"dad\", or the name"),
    (["bio", "parent"], "\"parent\", or the name"),
    (["bio", "parents"], "\"parents\", or the names"),
    (["biological", "mother"], "\"mother\", or the name"),
    (["biological", "parents"], "\"parents\", or the names"),
    (["foster", "child"], "the name, or \"a child in foster care\""),
    (["foster", "children"], "the names, or \"children in foster care\""),
    (["foster", "kid"], "the name, or \"a child in foster care\""),
    (["foster", "kids"], "the names, or \"children in foster care\""),
    (["foster", "parent"], "\"resource parent\", or the name"),
    (["foster", "parents"], "\"resource parents\", or the names"),
    (["foster", "mom"], "the name"),
    (["foster", "mother"], "the name"),
    (["real", "mom"], "the name"),
    (["real", "mother"], "the name"),
    (["real", "parents"], "the names"),
    (["natural", "mother"], "the name"),
    (["natural", "parents"], "the names"),
    (["broken", "home"], "what happened"),
    (["drug", "addict"], "what the person lives with"),
    (["fost", "adopt"], "what it means in plain words"),
  ]

  /// Law said as if it were the same everywhere.
  static let universalLaw = phrases(
    "the law says/the law requires/by law/under the law/it's the law/federal law/state law/"
      + "legally required/in every state/in all states/every state/the law is clear/the law always"
  )

  /// Words of a time that can be put on a calendar.
  static let months: Set<String> = [
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",
  ]

  /// Terms that only the office uses, with the same in plain words.
  static let jargon: [(term: String, plain: String)] = [
    ("concurrent planning", "working on two plans at the same time"),
    ("concurrent plan", "the second plan"),
    ("permanency", "a family that is meant to last"),
    ("reunification", "going home"), ("reunify", "go home"),
    ("dependency", "the court watching over the child"),
    ("detention hearing", "the first court date"), ("shelter hearing", "the first court date"),
    ("petition", "the paper that says why we went to court"),
    ("adjudication", "the judge decides if it is true"),
    ("jurisdictional", "the judge decides if it is true"),
    ("disposition", "the judge decides where she lives and what must change"),
    ("status review", "the court's six-month check"),
    ("termination of parental rights", "the court ends the rights as a parent"),
    ("tpr", "the court ends the rights as a parent"),
    ("relinquishment", "choosing to give up the rights as a parent"),
    ("placement", "where the child is living"), ("kinship care", "living with relatives"),
    ("fictive kin", "close like family"), ("icwa", "the law that protects Native children"),
    ("asfa", "the federal law with the time limits"), ("icpc", "the rules for another state"),
    ("gal", "the child's lawyer or speaker"), ("casa", "a volunteer of the court"),
    ("reasonable efforts", "the help we must give"), ("compliance", "doing what is in the plan"),
    ("detriment", "serious harm"), ("out-of-home care", "living away from home"),
    ("collateral", "somebody else we talk to"), ("continuance", "a moved court date"),
    ("adjudicated", "decided by the judge"), ("sustained", "found to be true by the judge"),
    ("case plan", "the list of what changes and who helps"),
    ("family maintenance", "the child at home while we still check in"),
  ]
}
