extension TemplateWords {
  static let youth = TemplateWords(
    title: "Just say it",
    summary: "@L has seen papers nobody explained, and asks you in the car.",
    setting: "Your car, outside the school. Rain on the roof.",
    names: ("Jordan", "Marcus", "Tina"),
    prompts: (
      "What is the young person's name?", "What is the parent's name?",
      "Who is caring for the young person now?"
    ),
    about: (
      "15. Wants it said plainly.", "@L's parent.", "Family. @L is living in this home for now."
    ),
    planA: "@L goes home to @S.",
    planB:
      "If a judge says home isn't safe in time, @O becomes @L's guardian, if @L and @O want that.",
    question: "Am I going home or not? Just say it.",
    straight: Reply(
      say:
        "I don't know, and I won't act like I do. On {hearing} {decides} {next-look}. You get to speak in that room.",
      heard: "Nobody knows. I get to talk, though.",
      reaction: "At least that's a day."
    ),
    promise: Reply(
      say:
        "You're going home. @S is doing everything right, I see it every single week, and I've got a really good feeling about {hearing}. Start packing.",
      heard: "I'm going home.",
      reaction: "For real? For real."
    ),
    promised: "You're going home",
    promiseAbout: "plan-a",
    putOff: Reply(
      say:
        "That's grown-up stuff, and you shouldn't have to carry it. You think about school for now, and we'll tell you as soon as there's anything to tell.",
      heard: "Everybody knows but me.",
      reaction: "I'm fifteen. I can carry a sentence."
    ),
    reminder: "You told me I'm going home. So why is @O filling out papers about me?",
    challenge: "@O is filling out papers about me. What papers?",
    takeBack: Reply(
      say:
        "I told you you're going home. I was wrong to; nobody knows yet. Plan one is home with @S. Plan two is @O as your guardian, if {decides} says no to home.",
      heard: "She lied, and then she quit lying.",
      reaction: "Don't do that again. OK. Two plans."
    ),
    bothPlans: Reply(
      say:
        "They're for plan two. Plan one is you going home to @S. If {decides} says that isn't safe in time, plan two is @O as your guardian.",
      heard: "So that's what the papers are.",
      reaction: "She could've told me that."
    ),
    takeBackTells: ("Plan one is home with @S", "Plan two is @O as your guardian"),
    bothPlansTells: ("Plan one is you going home to @S", "plan two is @O as your guardian"),
    justPaper: Reply(
      say:
        "It's just paperwork. They have everybody fill those out so that there's something on file, and you can pretty much forget you ever saw them.",
      heard: "It's about me and I'm supposed to forget it.",
      reaction: "It had my name on it."
    ),
    standard: Reply(
      say:
        "That's the concurrent plan. Legal guardianship with a relative is the permanency option if reunification can't be achieved by your hearing.",
      heard: "Words for somebody else.",
      reaction: "Can I get that in English?"
    ),
    standardRates: (3, 1),
    otherSide: "@S and @O don't even talk. It's like I've got two houses and no door.",
    together: Reply(
      say:
        "@S knows your whole story, and @O gets you to school. Can we ask both of them to your game on Friday, and I'll come too?",
      heard: "Somebody would make them sit on one bench.",
      reaction: "They'd have to sit together. Ha. OK."
    ),
    oneTeam: Reply(
      say:
        "I know it looks that way, but we're all one team, and everybody here wants what's best for you. It gets easier, I see that all the time.",
      heard: "That's a poster.",
      reaction: "Go team."
    ),
    throughMe: Reply(
      say:
        "Then use me as the door. Tell me by Friday what you want one of them to know about the other. I'll pass it on, so you don't get caught in it.",
      heard: "They won't have to talk, ever.",
      reaction: "I've already got a phone."
    ),
    goodEnding: (
      "@L leaves the door open a second longer than the rain likes.", "Said",
      "@L knows both plans and the day, and that there will be a turn to speak."
    ),
    badEnding: (
      "@L pulls the hood up before opening the door.", "Hood up",
      "@L will read the rest of it on somebody's kitchen table. You can still be there first."
    )
  )

  static let partner = TemplateWords(
    title: "Not before court",
    summary: "@L asks you to keep the second plan from @O until the hearing is over.",
    setting: "The hallway outside @L's office, ten to five.",
    names: ("Ms. Ortiz", "Mia", "Tanya"),
    prompts: (
      "What is your supervisor's or partner's name?", "What is the child's name?",
      "What is the parent's name?"
    ),
    about: (
      "Your supervisor. Has seen hearings go wrong.", "The child everyone is here for.",
      "@S's parent. Has not been told about the second plan."
    ),
    planA: "@S goes home to @O.",
    planB: "If a judge says home isn't safe in time, @S grows up for good with family.",
    question: "Don't bring up the second plan with @O before {hearing}, all right?",
    straight: Reply(
      say:
        "I can't hold it back. @O should hear both plans before {hearing}, from me and not in a courtroom. I'll go on Thursday.",
      heard: "There's no moving this one. She may be right.",
      reaction: "You're going to have a hard Thursday."
    ),
    promise: Reply(
      say:
        "You're right, it would only upset everybody. I'll stick to plan one until we're through court. @O won't hear about the other one from me.",
      heard: "One less thing to go wrong.",
      reaction: "Thank you. I knew you'd see it."
    ),
    promised: "@O won't hear about the other one from me",
    promiseAbout: "other",
    putOff: Reply(
      say:
        "Maybe. Let me think about how to put it. There's a lot going on with @O before {hearing}, and I'd want to find the right time for all of that.",
      heard: "That's a yes without the word.",
      reaction: "Take your time."
    ),
    reminder: "Good. And when @O asks you straight out whether there's another plan?",
    challenge: "And if @O asks you what this other plan is?",
    takeBack: Reply(
      say:
        "I said @O wouldn't hear it from me. I was wrong. Plan one is @S going home, plan two is a lasting home with family. @O gets both from me on Thursday.",
      heard: "She'd rather be uncomfortable today than ashamed in court.",
      reaction: "All right. Tell me how it goes."
    ),
    bothPlans: Reply(
      say:
        "I say both. Plan one is @S going home. Plan two is a lasting home with family, if {decides} says no. Then I stay for whatever comes.",
      heard: "She has the words ready. I never did.",
      reaction: "Stay long enough, then."
    ),
    takeBackTells: ("Plan one is @S going home", "plan two is a lasting home with family"),
    bothPlansTells: ("Plan one is @S going home", "Plan two is a lasting home with family"),
    justPaper: Reply(
      say:
        "I'd say it's only a backup, nothing to worry about. And I'd keep the whole thing as small as I can until we're on the other side of the hearing.",
      heard: "It will come out. Just not on our floor.",
      reaction: "Small is good."
    ),
    standard: Reply(
      say:
        "I'd note that concurrent planning was addressed per policy and that disclosure is to be completed. That way the record is in order either way.",
      heard: "Covered on paper.",
      reaction: "The record, yes."
    ),
    standardRates: (2, 2),
    otherSide: "And the family that @S is staying with? Who talks to them?",
    together: Reply(
      say:
        "Same words to both. @O knows @S best, and they have @S at breakfast. I'd like all of us at one table on Friday, to plan the visits.",
      heard: "One table. That's either brave or late.",
      reaction: "I'll find you a room."
    ),
    oneTeam: Reply(
      say:
        "We're all one team in the end, and people in this office talk. I'm sure it'll get around to everyone who needs to know in good time.",
      heard: "Nobody is going to do it.",
      reaction: "It does get around."
    ),
    throughMe: Reply(
      say:
        "I'd do that by phone myself on Monday, and have them each stay with their own part for now. It's simpler, and there's a lot less to argue about that way.",
      heard: "No meeting. Fine with me.",
      reaction: "Simple is good."
    ),
    goodEnding: (
      "@L takes a room key off the hook.", "Before court",
      "@L knows what you will say and when. The next to know is @O, on Thursday."
    ),
    badEnding: (
      "@L's light goes off behind the door.", "In the courtroom",
      "@O will hear the second plan for the first time from a lawyer. There is still time to change that."
    )
  )
}
