import Scoring
import Testing

/// Putting a negation in, or taking it out, turns a promise into none and back.
@Suite struct NegationTests {
  private static let outcomes = [
    "she'll come home", "you'll get her back", "Maya will come home", "you will get Maya back",
    "the judge will send her home", "she'll be home by summer", "you get your daughter back",
    "they'll give her back to you", "the judge will say yes", "you'll win",
  ]
  private static let promises = [
    "I promise #.", "I can promise #.", "I guarantee #.", "I'm telling you, #.", "Trust me, #.",
    "I swear #.",
  ]
  private static let disclaimers = [
    "I can't promise #.", "I cannot promise that #.", "I won't promise #.", "I'm not promising #.",
    "I never promised #.", "No one can promise #.", "Nobody can promise that #.",
    "Nobody's promising #.", "I couldn't guarantee #.", "I can't guarantee #.", "I'm not saying #.",
    "I am not saying that #.", "It isn't true that #.", "It's not true that #.",
    "I don't know if #.", "I don't know whether #.", "I ain't promising #.", "We can't say #.",
    "I can hardly promise #.", "It's far from certain that #.", "There's no guarantee #.",
    "I would be lying if I said #.", "I can't tell you #.", "It's not certain #.",
    "I'm not able to promise #.", "Without a ruling nobody can say #.", "Never would I promise #.",
    "I don't promise #.",
  ]

  private func isPromise(_ text: String) throws -> Bool {
    try Core.listener().judge(text, ListeningContext(people: Core.maya, hearing: "March 12"))
      .findings.contains { $0.counts && $0.code == "H1a" }
  }

  @Test(arguments: promises)
  func whatIsPromisedIsHeard(frame: String) throws {
    for outcome in Self.outcomes {
      let text = frame.replacing("#", with: outcome)
      #expect(try isPromise(text), "\(text)")
    }
  }

  @Test(arguments: disclaimers)
  func whatIsNotPromisedIsNot(frame: String) throws {
    for outcome in Self.outcomes {
      let text = frame.replacing("#", with: outcome)
      #expect(try !isPromise(text), "\(text)")
    }
  }

  @Test(arguments: [
    "You won't lose her.", "There's no way the judge says no.",
    "She will not be adopted by anyone but you.", "There is no doubt you'll get her back.",
  ])
  func twoNegationsArePromises(text: String) throws { #expect(try isPromise(text)) }
}
