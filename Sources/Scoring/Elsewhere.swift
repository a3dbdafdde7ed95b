import Prose

/// Tells talk of other things: a promise about the weather promises nothing about a child.
enum Elsewhere {
  /// Whether the words speak of weather, sport, shops, stories and the like, and of nothing in the case.
  ///
  /// One word that this work never borrows says so, or two that it does, or three beside a word such as
  /// "home": "home by the time the snow melts" may well be about a child.
  static func isMeant(_ utterance: Utterance, names: [WordKey: [WordKey]]) -> Bool {
    if holdsSomebody(utterance.tokens) { return false }
    var signs = 0
    var isLikelyOurs = false
    // Said twice is no more of a sign.
    for key in Set(utterance.tokens.map(\.key)) {
      if names[key] != nil || ours.contains(key) { return false }
      signs += plain.contains(key) ? 3 : borrowed.contains(key) ? 1 : 0
      isLikelyOurs = isLikelyOurs || likelyOurs.contains(key)
    }
    return signs > (isLikelyOurs ? 2 : 1)
  }

  /// Of the case, beyond doubt.
  private static let ours = WordKey.set(
    """
    judge judges court courts visit visits adopt adopts adopted adopting adoption foster guardian guardianship plan \
    plans hearing hearings custody case caseworker worker lawyer attorney rights parental placement removed \
    reunification permanency sober rehab caregiver cps agency welfare report social treatment
    """
  )
  /// Likely of the case, but told of others as well.
  private static let likelyOurs = WordKey.set(
    "home kid kids child children baby son daughter mom mama mommy mother dad daddy father"
  )
  private static let losing = WordKey.set("lose loses losing keep keeps keeping")
  private static let holding = WordKey.set("get gets got getting have has in")
  private static let somebody = WordKey.set("her him them your")
  private static let held = WordKey.set("back arms")

  /// "Get her back", "lose him", "in your arms": whatever the talk is of, somebody may be lost or held.
  private static func holdsSomebody(_ tokens: [Token]) -> Bool {
    tokens.indices.dropLast().contains { index in
      guard somebody.contains(tokens[index + 1].key) else { return false }
      if losing.contains(tokens[index].key) { return true }
      return holding.contains(tokens[index].key) && index + 2 < tokens.count
        && held.contains(tokens[index + 2].key)
    }
  }

  /// Words that this work never borrows.
  private static let plain = WordKey.set(
    """
    rainy forecast election senate governor mayor candidate candidates campaign congress quarterback \
    stadium referee tournament championship touchdown catcher goalie packers bulls lakers yankees warranty mattress \
    coupon refund movie movies film films episode episodes finale wizard prince princess villain novel payroll \
    coworker sauce dough premium adjuster girlfriend dating mechanic brakes plumber butter lottery password \
    museum orphan
    """
  )
  /// Words that may stand beside a child's affairs.
  private static let borrowed = WordKey.set(
    """
    rain rains raining sun snow storm weather wind degrees sunshine vote votes voted taxes union team teams season \
    coach quarter score bowl tickets ticket league gold medal win wins injury traded play playing sale customers \
    customer deposit store chapter queen king book books actor boss promoted promotion quitting fired printer \
    soup bread cake pie turkey claim insurance date boyfriend app puppy vet fish engine train flight plane \
    playoffs oven recipe kitten hamster tomatoes concert parade landlord garden roses prizes band album \
    charger update neighbors tooth gym wedding surprise truck guaranteed beat game games husband
    """
  )
}
