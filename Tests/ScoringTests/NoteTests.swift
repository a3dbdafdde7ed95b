import Scoring
import Testing

/// Notes, good refusals and safety orders: shown, or left alone, as the rubric's addendum says.
@Suite struct NoteTests {
  private func codes(
    _ text: String,
    asked: Set<String> = ["outcome"],
    theySaid: String = "",
    facts: String = "",
    order: Bool = false
  ) throws -> Set<String> {
    let context = ListeningContext(
      audience: .birthParent,
      facts: facts,
      people: Core.maya,
      planB: "adoption by Ms. Ruiz",
      hearing: "March 12",
      limit: "August",
      safetyOrder: order,
      theySaid: theySaid,
      asked: asked
    )
    let judged = try Core.listener().judge(text, context)
    return Set(judged.findings.filter(\.counts).map(\.code))
  }

  @Test(arguments: [
    "You could lose your rights in August.", "They can end your rights as her mother.",
    "The judge can terminate your rights.", "Maya could be adopted by August.",
  ])
  func lossWithNoWayOnIsBleak(text: String) throws {
    #expect(try codes(text).contains("N1"))
  }

  @Test(arguments: [
    "You could lose your rights in August. I'll help you get into the program this week.",
    "The judge can terminate your rights. What happened with the visits?",
    "The judge decides on March 12.",
    "You won't lose your rights over one missed visit.",
  ])
  func aWayOnOrAQuestionIsNotBleak(text: String) throws {
    #expect(try !codes(text).contains("N1"))
  }

  @Test(arguments: [
    "Finish the parenting class and I'll recommend that she goes home.",
    "Once you get the certificate I'll recommend she goes home.",
    "If you complete the program I'll recommend home.",
  ])
  func aServiceFinishedIsNoChangeSeen(text: String) throws {
    #expect(try codes(text).contains("N2"))
  }

  @Test(arguments: [
    "If I see her safe with you at the visits, I'll recommend that she goes home.",
    "What I'll tell the judge is what I see you do with her, not the certificate.",
    "The class starts on Monday.",
  ])
  func aChangeSeenIsNoCertificate(text: String) throws {
    #expect(try !codes(text).contains("N2"))
  }

  @Test(arguments: [
    "Ms. Ruiz will be adopting her.", "When Ms. Ruiz adopts her, you'll still get photos.",
    "After the adoption you can write to her.",
  ])
  func aSettledSecondPlanIsPresumed(text: String) throws {
    #expect(try codes(text, asked: ["plans"]).contains("N3"))
  }

  @Test(arguments: [
    "Ms. Ruiz could adopt her if home isn't safe by August.",
    "If the judge chooses adoption, you could still write to her.",
    "Nobody has decided on adoption.", "The judge decides on March 12.",
  ])
  func anOpenSecondPlanIsNot(text: String) throws {
    #expect(try !codes(text, asked: ["plans"]).contains("N3"))
  }

  @Test(arguments: [
    """
    I can't tell you about her treatment, that's private. Her lawyer can tell you what the court has, \
    and I'll ask her to call you by Friday.
    """,
    "I can't give you legal advice on that. Your lawyer can, and I'll get you her number today.",
    """
    I can't share that, it's hers to share. What I can do is set up a call for the three of us on \
    Thursday.
    """,
  ])
  func aReasonedRefusalWithAWayOnIsNoDodge(text: String) throws {
    #expect(try codes(text, asked: ["outcome", "plans"]).isDisjoint(with: ["H2a", "S2d"]))
  }

  @Test(arguments: [
    "Are you safe right now? Are you thinking of hurting yourself?",
    "I'm staying on the line. Are you thinking about killing yourself?",
    "Before anything else: are you safe tonight?",
  ])
  func askingAboutSafetyIsNoDodge(text: String) throws {
    let heard = try codes(
      text,
      asked: ["outcome", "other-family"],
      theySaid: "If I lose her I don't want to be alive anymore."
    )
    #expect(heard.isDisjoint(with: ["H2a", "S2d"]))
  }

  @Test(arguments: [
    "Just call her tonight from my phone.", "You can stop by the house and see him.",
    "I'll give you Ms. Ruiz's address.", "Text Ms. Ruiz and meet her at the park.",
    "Meet Dana at the park, nobody has to supervise.",
  ])
  func whatAnOrderLimitsIsHarmWhereThereIsOne(text: String) throws {
    #expect(try codes(text, asked: ["contact"], order: true).contains("S1e"))
    #expect(try !codes(text, asked: ["contact"]).contains("S1e"))
  }

  @Test(arguments: [
    "You can't call her while the order stands.",
    "The order says no visits, so write her a letter.",
    "I can't give you the address. The judge limited that.",
    "Please don't text Ms. Ruiz, the order doesn't allow it.",
    "A letter is fine. I'll carry it to Maya on Friday.",
  ])
  func keepingToTheOrderIsNot(text: String) throws {
    #expect(try !codes(text, asked: ["contact"], order: true).contains("S1e"))
  }
}
