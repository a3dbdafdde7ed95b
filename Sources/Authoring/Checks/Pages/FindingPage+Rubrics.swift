/// What can be wrong with rubrics and with the weights of their second ear.
extension FindingPage {
  private static func rubric(_ finding: String) -> String {
    """
    {
      "format": "rehearse-rubric/1", "id": "mine", "version": "1", "title": "Mine", "language": "en",
      "dimensions": { "warmth": { "title": "Warmth", "short": "Warm", "description": "Is it kind?",
        "critical": false, "gate": "Is there a person in it?",
        "levels": { "strong": "4", "sound": "3", "fallsShort": "2", "wouldHurt": "1" },
        "strong": { "atLeast": 1, "of": ["W1"] } } },
      "findings": {
        "W1": { "dimension": "warmth", "kind": "point", "title": "A greeting", "text": "It greets.",
          "because": "People are seen.", "cues": ["hello"] },
        \(finding)
      }
    }

    """
  }

  private static func thanks(
    _ start: String = #"{ "dimension": "warmth", "kind": "point","#,
    cues: String = #""thank you""#
  ) -> String {
    """
    "W2": \(start) "title": "Thanks", "text": "It gives thanks.",
      "because": "People are seen.", "cues": [\(cues)] }
    """
  }

  private static func weights(bias: String, _ mark: String = "") -> String {
    """
    \(mark){ "format": "rehearse-ear/1", "rubric": "core", "codes": ["H1a"],
      "sentence": { "keys": "", "weights": "", "scales": [1], "bias": \(bias) }, "turn": {} }
    """
  }

  static let rubrics: [FindingPage] = [
    FindingPage(
      "bad-cue",
      "A cue is a pattern of words that the scorer listens for. This one names a class or form that the "
        + "rubric does not have, or is not written as cues are, so it would never be heard.",
      in: .rubric,
      failing: thanks(cues: #""thank ▸@yuo""#),
      mended: thanks(),
      frame: rubric
    ),
    FindingPage(
      "unknown-code",
      "The rubric names a finding, a topic, an element or a dimension that it does not have, so what was "
        + "heard would count nowhere.",
      in: .rubric,
      failing: thanks(#"{ "dimension": ▸"warmht", "kind": "point","#),
      mended: thanks(),
      frame: rubric
    ),
    FindingPage(
      "missing-level",
      "A trigger pulls a level down. This one does not say to which, 1 or 2.",
      in: .rubric,
      failing: thanks(#"▸{ "dimension": "warmth", "kind": "trigger","#),
      mended: thanks(#"{ "dimension": "warmth", "kind": "trigger", "level": 2,"#),
      frame: rubric
    ),
    FindingPage(
      "finding-without-dimension",
      "A trigger or a point changes the level of one dimension, and this one does not say of which. Only "
        + "stops and notes stand outside of the levels.",
      in: .rubric,
      failing: thanks(#"▸{ "kind": "point","#),
      mended: thanks(),
      frame: rubric
    ),
    FindingPage(
      "damaged-ear",
      "The weights of the second ear are made by a program, and these were cut off or mixed up. Make them "
        + "again; without them the scorer judges by its phrases alone. Here one column has two numbers.",
      in: .weights,
      failing: weights(bias: "[0, 0]", "▸"),
      mended: weights(bias: "[0]")
    ),
  ]
}
