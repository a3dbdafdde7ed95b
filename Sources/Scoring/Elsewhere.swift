import Prose

/// Tells talk of other things: a promise about the weather promises nothing about a child.
enum Elsewhere {
  /// Whether the words speak of weather, sport, shops, stories and the like, and of nothing in the case.
  ///
  /// One word that this work never borrows says so, or two that it does: "by the time the snow melts"
  /// may well be about a child.
  static func isMeant(_ utterance: Utterance, names: [WordKey: [WordKey]]) -> Bool {
    var signs = 0
    // Said twice is no more of a sign.
    for key in Set(utterance.tokens.map(\.key)) {
      if names[key] != nil || ours.contains(key) { return false }
      signs += plain.contains(key) ? 2 : borrowed.contains(key) ? 1 : 0
    }
    return signs > 1
  }

  private static func keys(_ words: String) -> Set<WordKey> {
    Set(words.split(separator: " ").map { WordKey(String($0)) })
  }

  /// Of the case, beyond doubt.
  private static let ours = keys(
    """
    judge judges court courts visit visits adopt adopts adopted adopting adoption foster guardian guardianship plan \
    plans hearing hearings custody case caseworker worker lawyer attorney rights parental placement removed \
    reunification permanency sober rehab caregiver cps agency welfare report social treatment
    """
  )
  private static let plain = keys(
    """
    rainy forecast election senate governor mayor candidate candidates campaign congress quarterback playoffs \
    stadium referee tournament championship touchdown catcher goalie packers bulls lakers yankees warranty mattress \
    coupon refund movie movies film films episode episodes finale wizard prince princess villain novel payroll \
    coworker oven recipe sauce dough premium adjuster girlfriend dating kitten hamster mechanic brakes plumber \
    tomatoes butter concert parade lottery password museum orphan
    """
  )
  private static let borrowed = keys(
    """
    rain rains raining sun snow storm weather wind degrees sunshine vote votes voted taxes union team teams season \
    coach quarter score bowl tickets ticket league gold medal win wins injury traded play playing sale customers \
    customer deposit store chapter queen king book books actor boss promoted promotion quitting fired printer \
    soup bread cake pie turkey claim insurance date boyfriend app puppy vet fish engine train flight plane \
    landlord garden roses prizes band album charger update neighbors tooth gym wedding surprise truck guaranteed \
    beat game games husband
    """
  )
}
