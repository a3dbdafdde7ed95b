extension TemplateWords {
  static let birthParent = TemplateWords(
    title: "The second plan",
    summary: "@L has found a second plan in the court paper, and asks about it.",
    setting: "A family room at the agency. The court paper lies on the table.",
    names: ("Tanya", "Mia", "Dana"),
    prompts: (
      "What is the parent's name?", "What is the child's name?",
      "Who is caring for the child now?"
    ),
    about: (
      "@S's parent. Wants a straight answer.", "The child everyone is here for.",
      "@S is living in this home for now."
    ),
    planA: "@S comes home to @L.",
    planB:
      "If a judge says home isn't safe in time, @S grows up for good with family, or with @O if no family can.",
    question: "So when does @S come home?",
    straight: Reply(
      say:
        "I don't know yet, and I won't guess. On {hearing} {decides} {next-look}. I'll write that day down for you.",
      heard: "She doesn't know. But there is a day.",
      reaction: "That's not what I wanted. Write it big."
    ),
    promise: Reply(
      say:
        "You've kept every visit, and I see how hard you work at this. Keep going and @S will be home with you before {hearing}.",
      heard: "I'm getting my child back.",
      reaction: "Thank you. Nobody has said that to me before."
    ),
    promised: "@S will be home with you before {hearing}",
    promiseAbout: "plan-a",
    putOff: Reply(
      say:
        "Let's not get ahead of ourselves today, all right? There's a whole process for that part, and you'll be hearing more about it down the road.",
      heard: "She knows something and won't say.",
      reaction: "That isn't an answer."
    ),
    reminder: "You said @S would be home before then. So why is there a second plan in here?",
    challenge: "There's a second plan in here. What is it?",
    takeBack: Reply(
      say:
        "I said @S would be home by then. That was wrong; nobody can promise it. Plan one is home with you. If {decides} says no, plan two is family, or @O.",
      heard: "She took it back. At least now I know what's in there.",
      reaction: "Then say it right the first time. OK. Two plans."
    ),
    bothPlans: Reply(
      say:
        "Two plans, and both are real. One: @S comes home to you. Two: if {decides} says no, @S grows up with family, or with @O if no family can.",
      heard: "Home first. And if not, I know who.",
      reaction: "I hate the second one. But you said it to my face."
    ),
    takeBackTells: ("Plan one is home with you", "plan two is family, or @O"),
    bothPlansTells: (
      "One: @S comes home to you", "Two: if {decides} says no, @S grows up with family, or with @O"
    ),
    justPaper: Reply(
      say:
        "It's only in there because we have to write one down for every child. Yours is the plan we work on, so I wouldn't lose any sleep over the other.",
      heard: "There's something in it that I'm not meant to look at.",
      reaction: "Then why is it two pages long?"
    ),
    standard: Reply(
      say:
        "That's concurrent planning. There's a permanency goal alongside reunification, which is standard at this stage and doesn't reflect on you at all.",
      heard: "Court words. I should have brought my lawyer.",
      reaction: "Say that again, like I'm a person."
    ),
    otherSide: "And @O? What am I supposed to say to @O?",
    together: Reply(
      say:
        "You know what settles @S, and @O does bedtime for now. Could we call @O together tonight, so that you can pass it on?",
      heard: "I still know something that nobody else does.",
      reaction: "The song. @O doesn't know the song."
    ),
    oneTeam: Reply(
      say:
        "We're all one team here, and everybody wants the same thing in the end. There's no need for hard feelings on anyone's side, is there?",
      heard: "She wants me to be nice about it.",
      reaction: "Sure. A team."
    ),
    throughMe: Reply(
      say:
        "It's simplest if everything about @S goes through me for now. You tell me, I pass it on, and nobody gets into a fight about it.",
      heard: "I can't even ask how my own child slept.",
      reaction: "So I don't get to ask @O anything."
    ),
    goodEnding: (
      "@L folds the paper so that both plans show.", "Both plans, from you",
      "@L knows both plans and the day, and heard them from you. The next talk starts there."
    ),
    badEnding: (
      "@L puts the paper away without a look at the second page.", "In the hallway",
      "@L will hear about plan two in the hallway of the court. You can still call before then."
    )
  )

  static let caregiver = TemplateWords(
    title: "The question in the kitchen",
    summary: "@L has loved @S for months and asks the question everyone steps around.",
    setting: "@L's kitchen, after school. Two backpacks on the floor.",
    names: ("Dana", "Mia", "Tanya"),
    prompts: (
      "What is the resource parent's name?", "What is the child's name?",
      "What is the parent's name?"
    ),
    about: (
      "@S is living in this home for now. Has said yes to raising @S if a judge rules out home.",
      "The child everyone is here for.", "@S's parent."
    ),
    planA: "@S goes home to @O.",
    planB:
      "If a judge says home isn't safe in time, @S grows up for good with family, or here if no family can.",
    question: "So tell me. Do I get to keep @S?",
    straight: Reply(
      say:
        "I don't know, and I can't promise you that. On {hearing} {decides} {next-look}. I'll call you the same day.",
      heard: "She won't say yes. She'll call, though.",
      reaction: "I was afraid you'd be honest."
    ),
    promise: Reply(
      say:
        "With how well @S is doing at your place? You'll get to adopt. I've seen a lot of these, and I'd say this one only goes one way from here.",
      heard: "We're going to be a family.",
      reaction: "I already painted the room. I was scared to tell you."
    ),
    promised: "You'll get to adopt",
    promiseAbout: "plan-b",
    putOff: Reply(
      say:
        "Let's take it one day at a time, all right? What counts is that @S is doing well with you, and the rest will sort itself out by {hearing}.",
      heard: "She knows, and it's bad.",
      reaction: "One day at a time. That's what the last worker said."
    ),
    reminder: "You said I'd get to adopt. So why is everyone still driving @S to visits?",
    challenge: "Then what am I? The spare?",
    takeBack: Reply(
      say:
        "I said you'd get to adopt. That was wrong, and not mine to say. Plan one is home with @O. You're in plan two, if {decides} says no and no family can.",
      heard: "She took it back. I can be angry and still know where I stand.",
      reaction: "I wish you'd said that before I told my mother."
    ),
    bothPlans: Reply(
      say:
        "There are two plans, and both are real. First, @S goes home to @O. Second, if {decides} says no, @S grows up with family, or with you if no family can.",
      heard: "I'm not the spare. I'm second, and it's real.",
      reaction: "Second. All right. I can do second."
    ),
    takeBackTells: (
      "Plan one is home with @O", "You're in plan two, if {decides} says no and no family can"
    ),
    bothPlansTells: (
      "First, @S goes home to @O",
      "Second, if {decides} says no, @S grows up with family, or with you"
    ),
    justPaper: Reply(
      say:
        "The visits are mostly a formality by now. We have to be able to show we tried, so just keep doing what you're doing and don't read too much into it.",
      heard: "Home isn't really going to happen.",
      reaction: "That's what I figured."
    ),
    softened: "plan-a",
    standard: Reply(
      say:
        "You're the identified permanency resource while reunification services continue. It's standard language for a concurrent placement such as yours.",
      heard: "I'm a resource.",
      reaction: "I'm a what?"
    ),
    standardRates: (3, 1),
    otherSide: "And @O and I nod at the door. That's all we do.",
    together: Reply(
      say:
        "@O knows what @S was like as a baby, and you know how bedtime went last night. Would you call @O tonight and trade those two?",
      heard: "There's something I can ask @O that nobody else knows.",
      reaction: "I do wonder about the humming."
    ),
    oneTeam: Reply(
      say:
        "We're all one team here, and everybody wants the same thing in the end. I'm sure the two of you will warm up when you've had some time.",
      heard: "She doesn't want to get into it.",
      reaction: "If you say so."
    ),
    throughMe: Reply(
      say:
        "Nodding is fine. It's simplest if everything between you and @O goes through me for now, and that way nobody gets into a fight about it.",
      heard: "Keep away from @O.",
      reaction: "Suits me. It won't suit @S."
    ),
    goodEnding: (
      "@L writes two lines on the calendar and underlines neither.", "Second, and real",
      "@L knows both plans in the same words that @O heard. That will hold when they compare notes."
    ),
    badEnding: (
      "@L closes the door of the painted room.", "Two stories",
      "@L believes one plan and @O another. They will compare notes, and soon."
    )
  )

  static let relative = TemplateWords(
    title: "If I say no",
    summary:
      "@L took @S in on one night's notice. Now there are papers, and a question behind them.",
    setting: "@L's porch, early evening. The papers are under a coffee cup.",
    names: ("Ray", "Mia", "Tanya"),
    prompts: (
      "What is the relative's name?", "What is the child's name?", "What is the parent's name?"
    ),
    about: (
      "Family. Took @S in on one night's notice.", "The child everyone is here for.",
      "@S's parent. Grew up in one house with @L."
    ),
    planA: "@S goes home to @O.",
    planB:
      "If a judge says home isn't safe in time, @S grows up for good with @L, if @L wants that.",
    question: "If I say no to adopting, do I lose @S?",
    straight: Reply(
      say:
        "A no to adoption isn't a no to @S; there's guardianship. I can't promise how it comes out. On {hearing} {decides} {next-look}.",
      heard: "There's more than one way to say yes.",
      reaction: "Nobody told me there was another way."
    ),
    promise: Reply(
      say:
        "You're family, so don't you worry about {hearing}. @S is staying with you whatever you sign. I'd never let anybody move a child out of a house like this.",
      heard: "We're safe. I don't have to sign a thing.",
      reaction: "Good. Then I can sleep."
    ),
    promised: "@S is staying with you whatever you sign",
    promiseAbout: "plan-b",
    putOff: Reply(
      say:
        "Let's not talk about papers today. Nobody needs you to decide anything this minute, and these things have a way of working out in families.",
      heard: "She'll be back when it's too late to ask.",
      reaction: "They came in the mail. Somebody needs something."
    ),
    reminder: "You said @S stays whatever I sign. Then what's this second plan for?",
    challenge: "Everybody says the plan. Which one? Home with @O, or me?",
    takeBack: Reply(
      say:
        "I said @S stays whatever you sign. That was wrong; {decides} rules on that. Plan one is home with @O. Plan two is a lasting home with you, if you want it.",
      heard: "It isn't sure. But I'm asked, not told.",
      reaction: "All right. I'd rather hear it on my porch than in court."
    ),
    bothPlans: Reply(
      say:
        "Both. First we work for @S going home to @O. If {decides} says no, plan two is a lasting home with you, as guardian or by adoption.",
      heard: "Home first, and me behind it. I can stand there.",
      reaction: "Behind, not against. I can do that."
    ),
    takeBackTells: ("Plan one is home with @O", "Plan two is a lasting home with you"),
    bothPlansTells: (
      "First we work for @S going home to @O", "plan two is a lasting home with you"
    ),
    justPaper: Reply(
      say:
        "The second one is only paperwork. We put a name down so there's something in the box, and as far as you're concerned nothing changes today.",
      heard: "They wrote my name down without asking.",
      reaction: "My name's not paperwork."
    ),
    standard: Reply(
      say:
        "You're the concurrent plan. If reunification is ruled out at the permanency hearing, you'd be assessed for the kinship permanency options.",
      heard: "I'm a plan. They'll be assessing me.",
      reaction: "Assessed. For my own family."
    ),
    standardRates: (3, 1),
    otherSide: "@O and I grew up in one house. Now it looks like I'm taking @S.",
    together: Reply(
      say:
        "@O is still the parent, and you're who @S wakes up to. Could you ask @O to pick the food and the songs for Sunday dinner here?",
      heard: "There's a way to do this with @O in the room.",
      reaction: "@O makes the rice. Always has."
    ),
    oneTeam: Reply(
      say:
        "You're all one family, and everybody wants the same thing in the end. I'm sure @O knows that deep down, even if it doesn't always show.",
      heard: "She's never met a family, has she.",
      reaction: "Deep down. OK."
    ),
    throughMe: Reply(
      say:
        "Then let me carry it until Sunday. If everything between you and @O goes through me, nobody has to say anything that can't be taken back.",
      heard: "I'm not to talk to my own kin.",
      reaction: "That'll be a quiet Christmas."
    ),
    goodEnding: (
      "@L moves the cup and turns the first page.", "On the porch",
      "@L knows both plans, knows there is a choice, and will call @O on Sunday."
    ),
    badEnding: (
      "@L leaves the papers where they are.", "Under the cup",
      "@L will learn what the second plan is in court, sitting across from @O."
    )
  )
}
