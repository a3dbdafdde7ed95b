import Testing

/// A small scenario of exchangeable parts, each as it is written in the file.
struct Script: Sendable {
  var format = #""rehearse-scenario/1""#
  /// More members of the outermost object, each with a comma behind it.
  var head = ""
  var listener = #""ana""#
  var ana = #"{ "name": "Ana", "role": "birth-parent" }"#
  /// More people, each with a comma in front.
  var cast = ""
  var facts = #"{ "judge": "the judge", "day": "On May 2 {judge} decides." }"#
  var trust = #"{ "start": 2, "from": 0, "to": 5 }"#
  var mood = #"{ "start": "calm", "values": ["calm", "shaken"] }"#
  var asked = #"{ "start": false }"#
  var opening = #""start""#
  var line = "Ana waits."
  /// More members of the moment that begins, each with a comma in front.
  var moment = ""
  var say = "The judge looks at it on May 2, Ana."
  var rates = #"{ "honesty": 3, "clarity": 3, "shared-parenting": null }"#
  /// More members of the first reply, each with a comma in front.
  var reply = ""
  /// More replies, each with a comma in front.
  var replies = ""
  var next = #""door""#
  /// A condition on the way out of the second moment.
  var when = "trust > 1"
  /// More moments, each with a comma in front.
  var moments = ""

  /// The file.
  var text: String {
    """
    {
      "format": \(format), "id": "test",
      "title": "A test", "summary": "Short.", "setting": "A room.", \(head)
      "listener": \(listener),
      "cast": {
        "ana": \(ana),
        "bo": { "name": "Bo", "role": "caregiver", "kind": "relative" }\(cast)
      },
      "facts": \(facts),
      "owed": { "ana": ["dates"] },
      "state": { "trust": \(trust), "mood": \(mood), "was-asked": \(asked) },
      "opening": \(opening),
      "moments": {
        "start": {
          "lines": [{ "text": "\(line)" }]\(moment),
          "replies": [
            {
              "id": "first", "say": "\(say)", "rates": \(rates),
              "why": "It is true.", "heard": "A date."\(reply),
              "next": \(next)
            }\(replies)
          ]
        },
        "door": {
          "lines": [], "next": [{ "when": "\(when)", "go": "end" }, { "go": "end" }]
        }\(moments),
        "end": {
          "lines": [], "ending": { "title": "Out", "text": "She goes.", "kind": "mixed" }
        }
      }
    }
    """
  }

  init(_ change: (inout Script) -> Void = { _ in }) { change(&self) }
}

/// One mistake with its place marked, and the same file mended.
struct Mistake: Sendable, CustomTestStringConvertible {
  let code: String
  let broken: Script
  let mended: Script
  private var place: String?

  private init(code: String, broken: Script, mended: Script, place: String) {
    self.code = code
    self.broken = broken
    self.mended = mended
    self.place = place
  }

  init(
    _ code: String,
    _ breaking: @Sendable (inout Script) -> Void,
    mended mending: @Sendable (inout Script) -> Void = { _ in }
  ) {
    self.code = code
    broken = Script(breaking)
    mended = Script(mending)
  }

  /// The same mistake, with its place given by what is written there.
  func marked(at words: String) -> Mistake {
    Mistake(code: code, broken: broken, mended: mended, place: words)
  }

  /// The broken file with its mark.
  var marked: String {
    guard let place else { return broken.text }
    return broken.text.replacing(place, with: "1️⃣" + place, maxReplacements: 1)
  }

  var testDescription: String { code }
}
