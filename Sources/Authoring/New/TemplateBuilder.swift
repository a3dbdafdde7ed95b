import JSONSyntax

/// Puts the words of a template together.
struct TemplateBuilder {
  private let template: ScenarioTemplate
  private let words: TemplateWords
  private let listener: String
  private let second: String
  private let other: String
  private static let promiseID = "too-sure"

  init(_ template: ScenarioTemplate) {
    self.template = template
    words = .of(template.audience)
    // Facts and state have their names already.
    var ids = Identifiers(
      taken: ["plan-a", "plan-b", "hearing", "decides", "next-look", "dates", "trust"])
    listener = ids.unique(template.listener, or: "listener")
    second = ids.unique(template.second, or: "second")
    other = ids.unique(template.other, or: "other")
  }

  var scenario: JSONValue {
    [
      "$schema": "../Schema/scenario.schema.json",
      "format": "rehearse-scenario/1",
      "id": .string(Identifiers.kebab(template.id, length: 64) ?? "new-scenario"),
      "title": .string(plain(template.title, or: words.title)),
      "summary": text(words.summary),
      "language": "en",
      "place": [
        "name": "Example: the federal outline (United States)",
        "source": "42 USC 675(5). Check your county's rules.",
        "checked": "2026-11",
      ],
      "reviewed": [],
      "contentNote": "Talk of losing a child.",
      "stage": .string(template.stage.words),
      "objectives": [
        "Say both plans, and who decides, to somebody who asked for one answer.",
        "Take back a kind promise before it is believed for good.",
      ],
      "watchFor": [
        "Which words sound like a promise? Whose decision was it?",
        "What does the listener have in hand at the end: a day, a name, a next step?",
      ],
      "after": "Within 24 hours, write your two-plan sentence for one real family, with no names.",
      "setting": text(words.setting),
      "listener": .string(listener),
      "cast": cast,
      "facts": [
        "plan-a": text(words.planA),
        "plan-b": text(words.planB),
        "hearing": .string(plain(template.hearing, or: "the next hearing")),
        "decides": "the judge",
        "next-look": .string(template.stage.nextLook),
        "dates": "On {hearing} {decides} {next-look}.",
      ],
      "owed": .object([.init(listener, ["plan-a", "plan-b", "dates"])]),
      "state": ["trust": ["start": 2, "from": 0, "to": 5, "of": .string(listener)]],
      "opening": "first-question",
      "moments": [
        "first-question": firstQuestion,
        "second-plan": secondPlan,
        "other-side": otherSide,
        "both-plans-known": ending(words.goodEnding, "connected"),
        "left-to-find-out": ending(words.badEnding, "broken"),
      ],
    ]
  }

  private var cast: JSONValue {
    func person(_ name: String, _ role: String, _ kind: String?, _ about: String) -> JSONValue {
      var members: [JSONValue.Member] = [
        .init("name", .string(plain(name, or: "Somebody"))), .init("role", .string(role)),
      ]
      if let kind { members.append(.init("kind", .string(kind))) }
      members.append(.init("about", text(about)))
      return .object(members)
    }
    typealias Part = (role: String, kind: String?)
    let parts: (listener: Part, second: Part, other: Part) =
      switch template.audience {
      case .birthParent: (("birth-parent", nil), ("child", nil), ("caregiver", "resource"))
      case .caregiver: (("caregiver", "resource"), ("child", nil), ("birth-parent", nil))
      case .relative: (("caregiver", "relative"), ("child", nil), ("birth-parent", nil))
      case .youth: (("youth", nil), ("birth-parent", nil), ("caregiver", "relative"))
      case .partner: (("partner", nil), ("child", nil), ("birth-parent", nil))
      }
    return .object([
      .init(
        listener,
        person(template.listener, parts.listener.role, parts.listener.kind, words.about.listener)
      ),
      .init(
        second,
        person(template.second, parts.second.role, parts.second.kind, words.about.second)
      ),
      .init(other, person(template.other, parts.other.role, parts.other.kind, words.about.other)),
    ])
  }

  // MARK: Moments

  private var firstQuestion: JSONValue {
    [
      "lines": [said(words.question)],
      "asked": ["outcome", "time"],
      "ask": "One thing is asked. What do you know, and what don't you?",
      "discuss": "Is \"I don't know\" a kindness here? What has to come right after it?",
      "hint": "What is sure about time, and what isn't?",
      "replies": [
        reply(
          "not-my-promise",
          words.promise,
          rates: (1, 3, nil),
          trust: "+1",
          next: "second-plan",
          why:
            "It is meant as faith. It is also a decision that isn't yours, and it will be believed.",
          deeds: [
            .init(
              "promises",
              [
                [
                  "id": .string(Self.promiseID), "about": .string(words.promiseAbout),
                  "words": text(words.promised),
                ]
              ]
            )
          ]
        ),
        reply(
          "one-day",
          words.straight,
          rates: (3, straightClarity, nil),
          trust: "-1",
          next: "second-plan",
          why:
            "It disappoints, and it is the first thing that can be held on to: who decides, and a day.",
          deeds: [.init("tells", [["element": "dates", "words": text(straightDates)]])]
        ),
        reply(
          "down-the-road",
          words.putOff,
          rates: (2, 2, nil),
          trust: nil,
          next: "second-plan",
          why: "It sounds patient. To somebody who asked, it says that you know and won't tell.",
          deeds: [.init("softens", ["dates"])]
        ),
      ],
    ]
  }

  /// A day, and the offer to write it down, make it exemplary; only one audience hears both.
  private var straightClarity: Int { template.audience == .birthParent ? 4 : 3 }

  private var straightDates: String {
    template.audience == .partner ? "before {hearing}" : "On {hearing} {decides} {next-look}"
  }

  private var secondPlan: JSONValue {
    [
      "lines": [
        said(words.reminder, when: "promised(\(Self.promiseID))"),
        said(words.challenge, when: "not promised(\(Self.promiseID))"),
      ],
      "asked": ["plans"],
      "must": ["plans"],
      "ask": "Both plans are on the table now. How do you say them?",
      "discuss": "Which words make a plan sound smaller than it is? Which make it sound settled?",
      "hint": "Two plans, in order, in words that could be repeated tonight.",
      "replies": [
        reply(
          "just-paper",
          words.justPaper,
          rates: (2, 3, nil),
          trust: nil,
          next: "other-side",
          why: "Each word can be defended. Together they shrink a plan that is really being built.",
          deeds: [.init("softens", .array([.string(words.softened)]))]
        ),
        reply(
          "standard",
          words.standard,
          rates: (words.standardRates.honesty, words.standardRates.clarity, nil),
          trust: "-1",
          next: "other-side",
          why:
            "It is true, and it is said in the language of the file. Nothing of it can be used tonight.",
          deeds: []
        ),
        reply(
          "both-plans",
          words.bothPlans,
          rates: (4, 3, nil),
          trust: nil,
          next: "other-side",
          why: "Two plans in order, neither of them small, and who decides between them.",
          deeds: [tells(words.bothPlansTells)],
          when: "not promised(\(Self.promiseID))"
        ),
        reply(
          "take-it-back",
          words.takeBack,
          rates: (4, 3, nil),
          trust: "-1",
          next: "other-side",
          why:
            "It names the earlier words, says they were wrong, and puts the truth in their place.",
          deeds: [tells(words.takeBackTells), .init("repairs", [.string(Self.promiseID)])],
          when: "promised(\(Self.promiseID))"
        ),
      ],
    ]
  }

  private var otherSide: JSONValue {
    [
      "lines": [
        [
          "text": text("@L looks at the clock."),
          "when": "trust < 2",
        ],
        said(words.otherSide),
      ],
      "asked": ["other-family", "contact"],
      "ask": "There are two sides to this. What can each of them do?",
      "discuss": "What does each side know that the other one needs?",
      "hint": "A part for each, and one thing to do this week.",
      "replies": [
        reply(
          "one-team",
          words.oneTeam,
          rates: (nil, nil, 2),
          trust: nil,
          next: nil,
          why: "It is friendly, and it gives nobody a part. It also leaves the worry where it was.",
          deeds: []
        ),
        reply(
          "a-part-for-each",
          words.together,
          rates: (nil, 3, 4),
          trust: "+1",
          next: nil,
          why: "Each side has a part of its own, and there is one thing to do that both can do.",
          deeds: []
        ),
        reply(
          "through-me",
          words.throughMe,
          rates: (nil, 3, 2),
          trust: nil,
          next: nil,
          why: "It keeps the peace for a week. It also makes you the only road between two homes.",
          deeds: []
        ),
      ],
    ]
  }

  private func ending(
    _ words: (line: String, title: String, text: String),
    _ kind: String
  ) -> JSONValue {
    [
      "lines": [["text": text(words.line)]],
      "ending": [
        "title": .string(words.title), "text": text(words.text), "kind": .string(kind),
      ],
    ]
  }

  // MARK: Parts

  private func said(_ words: String, when: String? = nil) -> JSONValue {
    var members: [JSONValue.Member] = [.init("by", .string(listener)), .init("text", text(words))]
    if let when { members.append(.init("when", .string(when))) }
    return .object(members)
  }

  private func tells(_ plans: (planA: String, planB: String)) -> JSONValue.Member {
    .init(
      "tells",
      [
        ["element": "plan-a", "words": text(plans.planA)],
        ["element": "plan-b", "words": text(plans.planB)],
      ]
    )
  }

  private func reply(
    _ id: String,
    _ reply: TemplateWords.Reply,
    rates: (Int?, Int?, Int?),
    trust: String?,
    next: String?,
    why: String,
    deeds: [JSONValue.Member],
    when: String? = nil
  ) -> JSONValue {
    func level(_ level: Int?) -> JSONValue { level.map { .integer($0) } ?? .null }
    var members: [JSONValue.Member] = [.init("id", .string(id)), .init("say", text(reply.say))]
    if let when { members.append(.init("when", .string(when))) }
    members += [
      .init(
        "rates",
        [
          "honesty": level(rates.0), "clarity": level(rates.1), "shared-parenting": level(rates.2),
        ]
      ),
      .init("why", .string(why)),
      .init("reaction", [said(reply.reaction)]),
      .init("heard", text(reply.heard)),
    ]
    members += deeds
    if let trust { members.append(.init("effects", ["trust": .string(trust)])) }
    members.append(.init("next", next.map { .string($0) } ?? lastWay))
    return .object(members)
  }

  /// How it comes out hangs on whether the second plan was told.
  private var lastWay: JSONValue {
    [
      ["when": .string("told(\(listener), plan-b)"), "go": "both-plans-known"],
      ["go": "left-to-find-out"],
    ]
  }

  private func text(_ words: String) -> JSONValue {
    var filled = ""
    var rest = Substring(words)
    while let mark = rest.firstIndex(of: "@") {
      filled += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      switch rest.first {
      case "L": filled += "{\(listener)}"
      case "S": filled += "{\(second)}"
      case "O": filled += "{\(other)}"
      default: break
      }
      rest = rest.dropFirst()
    }
    return .string(filled + rest)
  }

  /// A name or title without what no scenario may hold.
  private func plain(_ words: String, or fallback: String) -> String {
    let kept = words.unicodeScalars.filter { $0 != "{" && $0 != "}" }
    let text = trimmed(PlainText.forScenario(String(String.UnicodeScalarView(kept))).text)
    return text.isEmpty ? fallback : String(text.unicodeScalars.prefix(80))
  }
}
