extension Mistake {
  /// Mistakes of every kind; each is found once, at its mark, and its mended form is clean.
  static let all: [Mistake] = file + names + texts + state + ways + deeds + conditions

  static let file: [Mistake] = [
    Mistake("newer-format", { $0.format = #"1️⃣"rehearse-scenario/2""# }),
    Mistake("unknown-format", { $0.format = #"1️⃣"rehearse-rubric/1""# }),
    Mistake(
      "turned-direction",
      { $0.say = "The judge 1️⃣\u{202E}looks." },
      mended: { $0.say = "The judge looks." }
    ),
    Mistake(
      "turned-direction",
      { $0.say = #"The judge 1️⃣\u202elooks."# },
      mended: { $0.say = #"The judge \\u202elooks."# }
    ),
    Mistake(
      "hidden-character",
      { $0.say = "The judge 1️⃣\u{200B}looks." },
      mended: { $0.say = "The judge looks at 👩‍👧." }
    ),
    Mistake(
      "hidden-character",
      { $0.say = #"The judge 1️⃣\u0007looks."# },
      mended: { $0.say = #"The judge\nlooks."# }
    ),
  ]

  static let names: [Mistake] = [
    Mistake("unknown-moment", { $0.opening = #"1️⃣"strat""# }),
    Mistake("unknown-moment", { $0.next = #"1️⃣"doors""# }),
    Mistake("unknown-moment", { $0.next = #"[{ "go": 1️⃣"hall" }]"# }),
    Mistake(
      "unknown-moment",
      { $0.reply = #", "repairs": [1️⃣"strat/first"]"# },
      mended: { $0.reply = #", "stops": ["X1"], "repairs": ["start/first"]"# }
    ),
    Mistake("unknown-person", { $0.listener = #"1️⃣"anna""# }),
    Mistake(
      "unknown-person",
      { $0.moment = #", "listener": 1️⃣"zed""# },
      mended: { $0.moment = #", "listener": "bo""# }
    ),
    Mistake(
      "unknown-person",
      { $0.moment = #", "present": ["bo", 1️⃣"zed"]"# },
      mended: { $0.moment = #", "present": ["bo"]"# }
    ),
    Mistake(
      "unknown-person",
      { $0.reply = #", "reaction": [{ "by": 1️⃣"an", "text": "Oh." }]"# },
      mended: { $0.reply = #", "reaction": [{ "by": "ana", "text": "Oh." }]"# }
    ),
    Mistake(
      "unknown-person",
      { $0.reply = #", "tells": [{ "element": "why", "to": [1️⃣"an"] }]"# },
      mended: { $0.reply = #", "tells": [{ "element": "why", "to": ["ana"] }]"# }
    ),
    Mistake("unknown-person", { $0.trust = #"{ "start": 2, "from": 0, "to": 5, "of": 1️⃣"an" }"# }),
    Mistake(
      "unknown-reply",
      { $0.reply = #", "repairs": [1️⃣"start/frist"]"# },
      mended: { $0.reply = #", "stops": ["X2"], "repairs": ["start/first"]"# }
    ),
    Mistake(
      "unknown-promise",
      { $0.reply = #", "repairs": [1️⃣"home-by-may"]"# },
      mended: {
        $0.head = #""carried": ["home-by-may"],"#
        $0.reply = #", "repairs": ["home-by-may"]"#
      }
    ),
    Mistake(
      "unknown-state",
      { $0.reply = #", "effects": { 1️⃣"trsut": "+1" }"# },
      mended: { $0.reply = #", "effects": { "trust": "+1" }"# }
    ),
    Mistake("unknown-state", { $0.reply = #", "effects": { 1️⃣"ana": "+1" }"# }),
    Mistake("unknown-name", { $0.line = "{1️⃣anna} waits." }, mended: { $0.line = "{ana} waits." }),
    Mistake("unknown-name", { $0.line = #"\"{1️⃣anna}\" waits."# }),
    Mistake("unknown-name", { $0.line = "{1️⃣} waits." }, mended: { $0.line = "{{} waits." }),
    Mistake(
      "unknown-rubric",
      { $0.head = #""rubric": 1️⃣"cor","# },
      mended: { $0.head = #""rubric": "core","# }
    ),
    Mistake(
      "unknown-dimension",
      { $0.rates = #"{ "honesty": 3, 1️⃣"clarty": 3, "shared-parenting": null }"# }
    ),
    Mistake(
      "unknown-dimension",
      { $0.rates = #"{ "honesty": 3, "clarity": 2, "shared-parenting": 1, 1️⃣"warmth": 3 }"# }
    ),
    Mistake("missing-dimension", { $0.rates = #"{ "honesty": 3 }"# }).marked(at: #""rates""#),
    Mistake(
      "unknown-layout",
      { $0.head = #""layout": { 1️⃣"strat": [0, 0] },"# },
      mended: { $0.head = #""layout": { "start": [0, 0] },"# }
    ),
    Mistake("duplicate-name", { $0.facts = #"{ 1️⃣"ana": "her", "judge": "x" }"# }),
    Mistake("duplicate-name", { $0.facts = #"{ "trust": "her" }"# }).marked(
      at: #""trust": { "start""#
    ),
    Mistake(
      "duplicate-reply",
      { $0.replies = Self.another(#""id": 1️⃣"first","#) },
      mended: { $0.replies = Self.another(#""id": "second","#) }
    ),
    Mistake(
      "duplicate-promise",
      {
        $0.reply = Self.promise("home")
        $0.replies = Self.another(
          #""promises": [{ "id": 1️⃣"home", "about": "plan-a", "words": "Next" }],"#
        )
      },
      mended: { $0.reply = Self.promise("home") }
    ),
  ]

  static let texts: [Mistake] = [
    Mistake("brace-in-name", { $0.ana = #"{ "name": 1️⃣"{bo}'s Ana", "role": "birth-parent" }"# }),
    Mistake(
      "kind-without-caregiver",
      { $0.ana = #"{ "name": "Ana", "role": "birth-parent", 1️⃣"kind": "relative" }"# },
      mended: { $0.ana = #"{ "name": "Ana", "role": "caregiver", "kind": "relative" }"# }
    ),
    Mistake("listener-is-worker", { $0.ana = #"{ "name": "Ana", "role": "worker" }"# })
      .marked(at: #""ana",\#n"#),
    Mistake("unclosed-brace", { $0.line = "1️⃣{ana waits." }),
    Mistake(
      "state-in-notes",
      { $0.head = #""contentNote": "Trust is {1️⃣trust}.","# },
      mended: { $0.line = "Trust is {trust}." }
    ),
    Mistake(
      "later-fact",
      { $0.facts = #"{ "day": "Then {1️⃣judge} decides.", "judge": "she" }"# }
    ),
    Mistake("later-fact", { $0.facts = #"{ "judge": "{1️⃣judge}" }"# }),
    Mistake(
      "filled-text-too-long",
      {
        $0.facts = "{ \"long\": \"\(String(repeating: "x", count: 9_000))\" }"
        $0.line = "1️⃣" + String(repeating: "{long}", count: 12)
      },
      mended: {
        $0.facts = "{ \"long\": \"\(String(repeating: "x", count: 9_000))\" }"
        $0.line = String(repeating: "{long}", count: 11)
      }
    ),
    Mistake(
      "words-not-said",
      { $0.reply = #", "tells": [{ "element": "dates", "words": 1️⃣"the judge looks at it" }]"# },
      mended: {
        $0.reply = #", "tells": [{ "element": "dates", "words": "The judge looks at it" }]"#
      }
    ),
  ]

  static let state: [Mistake] = [
    Mistake("reserved-name", { $0.asked = #"{ "start": true }, 1️⃣"turns": { "start": true }"# }),
    Mistake("state-mixed", { $0.trust = #"{ "start": 2, 1️⃣"values": ["low"] }"# }),
    Mistake("state-mixed", { $0.mood = #"{ "start": "calm", 1️⃣"from": 0 }"# }),
    Mistake("state-mixed", { $0.asked = #"{ "start": true, 1️⃣"to": 1 }"# }),
    Mistake("state-needs-range", { $0.trust = #"{ "start": 2, "from": 0 }"# })
      .marked(at: #""trust":"#),
    Mistake("state-needs-values", { $0.mood = #"{ "start": "calm" }"# }).marked(at: #""mood":"#),
    Mistake("state-range-turned", { $0.trust = #"{ "start": 2, "from": 1️⃣5, "to": 0 }"# }),
    Mistake("state-start-outside", { $0.trust = #"{ "start": 1️⃣7, "from": 0, "to": 5 }"# }),
    Mistake(
      "state-start-outside",
      { $0.mood = #"{ "start": 1️⃣"clam", "values": ["calm", "shaken"] }"# }
    ),
    Mistake(
      "duplicate-value",
      { $0.mood = #"{ "start": "calm", "values": ["calm", 1️⃣"calm", "shaken"] }"# }
    ),
    Mistake("effect-type", { $0.reply = #", "effects": { "trust": 1️⃣"2" }"# }),
    Mistake("effect-type", { $0.reply = #", "effects": { "trust": 1️⃣true }"# }),
    Mistake(
      "effect-type",
      { $0.reply = #", "effects": { "mood": 1️⃣1 }"# },
      mended: { $0.reply = #", "effects": { "mood": "calm" }"# }
    ),
    Mistake(
      "effect-type",
      { $0.reply = #", "effects": { "was-asked": 1️⃣"true" }"# },
      mended: { $0.reply = #", "effects": { "was-asked": true }"# }
    ),
    Mistake(
      "effect-outside",
      { $0.reply = #", "effects": { "trust": 1️⃣6 }"# },
      mended: { $0.reply = #", "effects": { "trust": 5 }"# }
    ),
    Mistake("effect-outside", { $0.reply = #", "effects": { "mood": 1️⃣"shakn" }"# }),
    Mistake("effect-without-change", { $0.reply = #", "effects": { "trust": 1️⃣"+0" }"# }),
  ]

  static let ways: [Mistake] = [
    Mistake(
      "last-way-has-condition",
      {
        $0.next = #"[{ "when": "trust > 2", "go": "door" }, { 1️⃣"when": "trust < 3", "go": "end" }]"#
      },
      mended: { $0.next = #"[{ "when": "trust > 2", "go": "door" }, { "go": "end" }]"# }
    ),
    Mistake(
      "ways-never-taken",
      { $0.next = #"[{ "go": 1️⃣"door" }, { "when": "trust < 3", "go": "door" }, { "go": "end" }]"# }
    ),
    Mistake(
      "missing-otherwise",
      { $0.reply = #", "once": true"# },
      mended: {
        $0.reply = #", "once": true"#
        $0.moment = #", "otherwise": "end""#
      }
    ).marked(at: #""start": {\#n      "lines""#),
    Mistake("missing-otherwise", { $0.reply = #", "when": "trust > 1""# }).marked(
      at: #""start": {\#n      "lines""#
    ),
    Mistake("needless-otherwise", { $0.moment = #", 1️⃣"otherwise": "end""# }),
    Mistake(
      "locked-without-when",
      { $0.reply = #", 1️⃣"locked": "Not yet.""# },
      mended: {
        $0.reply = #", "locked": "Not yet.", "when": "was-asked""#
        $0.moment = #", "otherwise": "end""#
      }
    ),
    Mistake(
      "locked-owed",
      {
        $0.reply = #", 1️⃣"locked": "Not yet.", "when": "was-asked", "tells": ["dates"]"#
        $0.moment = #", "otherwise": "end""#
      },
      mended: {
        $0.reply = #", "locked": "Not yet.", "when": "was-asked", "tells": ["why"]"#
        $0.moment = #", "otherwise": "end""#
      }
    ),
    Mistake(
      "locked-for-trust",
      {
        $0.reply = #", 1️⃣"locked": "Not yet.", "when": "trust > 3""#
        $0.moment = #", "otherwise": "end""#
      }
    ),
    Mistake(
      "endless-passage",
      { $0.moments = #", "loop": { "lines": [], "next": 1️⃣"loop" }"# },
      mended: { $0.moments = #", "loop": { "lines": [], "next": "start" }"# }
    ),
    Mistake(
      "endless-passage",
      {
        $0.moments = """
          , "one": { "lines": [], "next": [{ "when": "trust > 3", "go": 1️⃣"two" }, { "go": "end" }] }
          , "two": { "lines": [], "next": "one" }
          """
      }
    ),
    Mistake(
      "endless-passage",
      {
        $0.reply = #", "once": true"#
        $0.moment = #", "otherwise": 1️⃣"back""#
        $0.moments = #", "back": { "lines": [], "next": "start" }"#
      }
    ),
  ]

  static let deeds: [Mistake] = [
    Mistake(
      "hearer-absent",
      { $0.reply = #", "tells": [{ "element": "why", "to": ["ana", 1️⃣"bo"] }]"# },
      mended: {
        $0.reply = #", "tells": [{ "element": "why", "to": ["ana", "bo"] }]"#
        $0.moment = #", "present": ["bo"]"#
      }
    ),
    Mistake(
      "nothing-to-repair",
      { $0.reply = #", "repairs": [1️⃣"start/first"]"# },
      mended: { $0.reply = #", "denies": ["plan-b"], "repairs": ["start/first"]"# }
    ),
  ]

  static func another(_ members: String) -> String {
    """
    , { \(members) "say": "Next.", "why": "So.", "heard": "So.", "next": "end",
        "rates": { "honesty": 3, "clarity": 3, "shared-parenting": null } }
    """
  }

  static func promise(_ id: String) -> String {
    #", "promises": [{ "id": "\#(id)", "about": "plan-a", "words": "May 2" }]"#
  }
}
