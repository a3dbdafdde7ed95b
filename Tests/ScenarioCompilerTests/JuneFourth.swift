/// The scenario of the design, as an author writes it.
enum JuneFourth {
  static let text = #"""
    {
      "$schema": "../Schema/scenario.schema.json",
      "format": "rehearse-scenario/1",
      "id": "june-fourth",
      "title": "June 4",
      "summary": "Tanya heard \"a year\". The judge first looks at six months and could stop the help then.",
      "language": "en",
      "place": { "name": "California, child under three", "source": "WIC 361.5; see the author's guide", "checked": "2026-11" },
      "reviewed": [],
      "contentNote": "Talk of losing a child.",
      "setting": "A family room at the agency, two days after the judge ordered the plan.",
      "listener": "tanya",
      "cast": {
        "tanya": { "name": "Tanya", "role": "birth-parent", "about": "24. Mia's mom. Was told \"a year\" and is planning around it." },
        "dana": { "name": "Dana", "role": "caregiver", "kind": "resource", "about": "Mia is living with her for now. Has said yes to raising her if a judge rules out home." },
        "mia": { "name": "Mia", "role": "child", "about": "20 months." }
      },
      "facts": {
        "plan-a": "{mia} comes home to {tanya}.",
        "plan-b": "If a judge decides home can't be safe in time, {mia} grows up for good with family or, if no family can, with {dana}.",
        "hearing": "June 4 at 8:30", "decides": "the judge",
        "dates": "On {hearing} {decides} can send {mia} home, give more time, or stop the help for going home.",
        "unknown": "Nobody knows yet how {decides} will rule.",
        "your-people": "{tanya}'s sister and {mia}'s father have been asked.",
        "contact-limit": "none"
      },
      "owed": { "tanya": ["dates"] },
      "state": { "trust": { "start": 2, "from": 0, "to": 5, "of": "tanya" }, "mood": { "start": "calm", "values": ["calm", "shaken"] } },
      "opening": "the-clock",
      "moments": {
        "the-clock": {
          "lines": [
            { "text": "{tanya} has the court paper folded small." },
            { "by": "tanya", "text": "They said a year. So I've got a year.", "mood": "guarded" }
          ],
          "asked": ["time"], "must": ["time"],
          "ask": "She was told a year. What do you say?",
          "discuss": "What does she need first: the date, or the reason?",
          "hint": "One date. One reason. Then stop.",
          "notes": "Most rooms soften the date first.",
          "replies": [
            {
              "id": "straight",
              "say": "We told you that badly, and I'm sorry. Because {mia} is under three, the judge first looks on June 4. She can give more time if you're making real progress. Can we open the calendar?",
              "rates": { "honesty": 3, "clarity": 3, "shared-parenting": null },
              "why": "Owns the mistake and gives one date and one reason. The plans can wait for her next breath.",
              "reaction": [{ "by": "tanya", "text": "June. I told everybody a year." }],
              "heard": "Six months. What do I do first?",
              "tells": [{ "element": "dates", "words": "the judge first looks on June 4" }],
              "effects": { "trust": "-1", "mood": "shaken" },
              "next": "both-plans"
            },
            {
              "id": "dont-worry",
              "say": "Try not to get hung up on dates. You've got your list and I can see how much you want this. Do the list and you'll have her back well before then, OK?",
              "rates": { "honesty": 1, "clarity": 2, "shared-parenting": null },
              "why": "Kindly meant. It is a promise nobody can keep, and the date stays hidden until court.",
              "reaction": [{ "by": "tanya", "text": "OK. OK, good." }],
              "heard": "She says I'm getting her back.",
              "softens": ["dates"],
              "promises": [{ "id": "back-in-time", "about": "plan-a", "words": "you'll have her back well before then" }],
              "effects": { "trust": "+1" },
              "next": "both-plans"
            }
          ]
        },
        "both-plans": {
          "lines": [
            { "by": "tanya", "text": "You said I'd have her back. So why is there a second plan?", "when": "promised(back-in-time)" },
            { "by": "tanya", "text": "And if June isn't enough?", "when": "not promised(back-in-time)" },
            { "text": "She does not look up.", "when": "trust < 2" }
          ],
          "next": [{ "when": "mood == \"shaken\"", "go": "table" }, { "go": "door" }]
        },
        "table": { "lines": [{ "text": "She turns the calendar so you can both see it." }], "ending": { "title": "At the table", "text": "She knows the date, and who to ask.", "kind": "connected" } },
        "door": { "lines": [{ "text": "She is at the door, still holding the paper." }], "ending": { "title": "Nobody told me", "text": "She will learn the date in the hallway.", "kind": "broken" } }
      }
    }
    """#
}
