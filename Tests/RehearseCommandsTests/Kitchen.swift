/// A small scenario with a promise and its repair, a stop, a hub, and two endings.
enum Kitchen {
  static let path = "/home/person/kitchen.json"

  /// The answers that promise, take it back, ask about help, and leave; all by number.
  static let repaired = ["1", "1", "1", "2"]
  /// What comes after the last turn: no words, no ratings, no other try, no plan.
  static let enters = ["", "", "", "", "", ""]

  static let text = #"""
    {
      "format": "rehearse-scenario/1",
      "id": "kitchen",
      "title": "The kitchen",
      "summary": "A father asks what happens in May.",
      "setting": "A kitchen table, after supper.",
      "contentNote": "Talk of losing a child.",
      "order": "as-written",
      "listener": "ray",
      "cast": {
        "ray": { "name": "Ray", "role": "birth-parent", "about": "Wants his boy home." },
        "dana": { "name": "Dana", "role": "caregiver", "kind": "resource", "about": "Has Sam for now." },
        "sam": { "name": "Sam", "role": "child", "about": "Four." }
      },
      "facts": { "hearing": "May 2" },
      "owed": { "ray": ["dates", "plan-b"] },
      "state": { "trust": { "start": 2, "from": 0, "to": 5, "of": "ray" } },
      "opening": "door",
      "after": ["Tell a colleague one line you would keep."],
      "moments": {
        "door": {
          "lines": [{ "by": "ray", "text": "So when is {sam} home?", "mood": "tired" }],
          "ask": "He wants a date. What do you say?",
          "hint": "One date, and who decides.",
          "replies": [
            {
              "id": "promise",
              "say": "Do the classes and {sam} will be home by May.",
              "rates": { "honesty": 1, "clarity": 3, "shared-parenting": null },
              "why": "Nobody can promise it.",
              "heard": "He is coming home.",
              "reaction": [{ "by": "ray", "text": "Good. Good." }],
              "promises": [{ "id": "home", "about": "plan-a", "words": "will be home by May" }],
              "effects": { "trust": "+1" },
              "next": "table"
            },
            {
              "id": "date",
              "say": "The judge looks on May 2. Nobody knows yet how it ends.",
              "rates": { "honesty": 3, "clarity": 3, "shared-parenting": null },
              "why": "One date, and what is not known.",
              "heard": "May 2. Maybe.",
              "reaction": [{ "by": "ray", "text": "May 2. All right." }],
              "tells": [{ "element": "dates", "words": "The judge looks on May 2" }],
              "next": "table"
            },
            {
              "id": "wait",
              "say": "Let us not talk about dates tonight.",
              "rates": { "honesty": 2, "clarity": 2, "shared-parenting": null },
              "why": "He asked, and is owed it.",
              "heard": "They know and will not say.",
              "reaction": [{ "text": "He looks at the clock." }],
              "softens": ["dates"],
              "effects": { "trust": "-1" },
              "next": "table"
            }
          ]
        },
        "table": {
          "lines": [
            { "by": "ray", "text": "You said May.", "when": "promised(home)" },
            { "by": "ray", "text": "And if it is no?", "when": "not promised(home)" }
          ],
          "ask": "He leans in. What do you say?",
          "replies": [
            {
              "id": "mend",
              "when": "promised(home)",
              "locked": "You have nothing to take back.",
              "say": "I said he will be home by May. I was wrong to. The judge decides.",
              "rates": { "honesty": 3, "clarity": 3, "shared-parenting": null },
              "why": "It names the promise and takes it back.",
              "heard": "So it is not sure. But he told me.",
              "repairs": ["home"],
              "next": "window"
            },
            {
              "id": "both",
              "say": "There are two plans: home with you, or for good with family.",
              "rates": { "honesty": 3, "clarity": 3, "shared-parenting": 3 },
              "why": "Both plans in one breath.",
              "heard": "Two plans.",
              "tells": [{ "element": "plan-b", "words": "for good with family" }],
              "next": "window"
            },
            {
              "id": "push",
              "say": "If you push, the visits stop.",
              "rates": { "honesty": 1, "clarity": 3, "shared-parenting": 1 },
              "why": "It is a threat.",
              "heard": "Shut up or lose him.",
              "stops": ["X1"],
              "effects": { "trust": "-2" },
              "next": "window"
            }
          ]
        },
        "window": {
          "lines": [{ "text": "Rain at the window." }],
          "replies": [
            {
              "id": "help",
              "once": true,
              "say": "Who could drive you on Tuesdays?",
              "rates": { "honesty": null, "clarity": 3, "shared-parenting": null },
              "why": "A concrete next step.",
              "heard": "He means to help.",
              "reaction": [{ "by": "ray", "text": "My sister, maybe." }],
              "next": "window"
            },
            {
              "id": "dana",
              "once": true,
              "say": "Dana asked what {sam} likes at bedtime.",
              "rates": { "honesty": null, "clarity": 3, "shared-parenting": 3 },
              "why": "A role for him, today.",
              "heard": "She asks me.",
              "reaction": [{ "by": "ray", "text": "The one with the bear." }],
              "next": "window"
            },
            {
              "id": "go",
              "say": "I will call on Friday.",
              "rates": { "honesty": 3, "clarity": 3, "shared-parenting": null },
              "why": "A day, kept.",
              "heard": "Friday.",
              "next": [{ "when": "trust < 2", "go": "slammed" }, { "go": "nod" }]
            }
          ]
        },
        "nod": {
          "lines": [{ "text": "He nods." }],
          "ending": { "title": "At the door", "text": "He knows more than before.", "kind": "connected" }
        },
        "slammed": {
          "lines": [{ "text": "The door shuts." }],
          "ending": { "title": "The door", "text": "He will not pick up on Friday.", "kind": "broken" }
        }
      }
    }
    """#

  /// The core rubric with no more in it than a chosen reply needs.
  static let rubric = #"""
    {
      "format": "rehearse-rubric/1",
      "id": "core", "version": "0.0.1", "title": "Small core", "language": "en",
      "dimensions": {
        "honesty": {
          "title": "Honesty", "short": "Honest", "description": "True.", "critical": true,
          "gate": "Any?", "strong": { "atLeast": 0, "of": [] },
          "levels": { "strong": "strong", "sound": "sound", "fallsShort": "falls short", "wouldHurt": "would hurt" }
        },
        "clarity": {
          "title": "Clarity", "short": "Clear", "description": "Plain.", "critical": false,
          "gate": "Any?", "strong": { "atLeast": 0, "of": [] },
          "levels": { "strong": "strong", "sound": "sound", "fallsShort": "falls short", "wouldHurt": "would not be understood" }
        },
        "shared-parenting": {
          "title": "Shared", "short": "Shared", "description": "Both.", "critical": true,
          "gate": "Any?", "strong": { "atLeast": 0, "of": [] },
          "levels": { "strong": "strong", "sound": "sound", "fallsShort": "falls short", "wouldHurt": "would hurt" }
        }
      },
      "findings": {
        "X1": { "kind": "stop", "title": "Pressure", "text": "Pressure.", "because": "It frightens." }
      },
      "elements": {
        "dates": { "title": "the dates" }, "plan-b": { "title": "the second plan" }
      }
    }
    """#
}
