import Foundation

/// The comparison's neutral story, turned into our format.
///
/// Variables run from -200 to 200, so that nothing is ever clamped, and replies stand in the author's
/// order, so that a path is the same as everybody else's.
struct Story {
  private struct Condition: Decodable {
    var `var`: String?
    var val: Int?
    var flag: String?

    var text: String { flag ?? "\(`var` ?? "") >= \(val ?? 0)" }
  }

  private struct ConditionalText: Decodable {
    var `var`: String
    var val: Int
    var then: String
    var `else`: String
  }

  private struct Effect: Decodable {
    var `var`: String?
    var add: Int?
    var flag: String?
  }

  private struct Choice: Decodable {
    var label: String
    var target: String
    var cond: Condition?
    var effects: [Effect]
  }

  private struct Node: Decodable {
    var id: String
    var text: String
    var conditionalText: ConditionalText?
    var interp: String?
    var choices: [Choice]

    enum CodingKeys: String, CodingKey {
      case id
      case text
      case conditionalText = "cond_text"
      case interp
      case choices
    }
  }

  private struct Whole: Decodable {
    var vars: [String: Int]
    var flags: [String]
    var start: String
    var nodes: [Node]
  }

  /// The scenario file.
  let scenarioBytes: [UInt8]

  init(neutral: [UInt8]) throws {
    let story = try JSONDecoder().decode(Whole.self, from: Data(neutral))
    var state = story.vars.sorted { $0.key < $1.key }.map { name, start in
      "\"\(name)\": { \"start\": \(start), \"from\": -200, \"to\": 200 }"
    }
    state += story.flags.map { "\"\($0)\": { \"start\": false }" }
    var text = """
      {
        "format": "rehearse-scenario/1",
        "id": "story",
        "title": "Story",
        "summary": "The story that dialogue engines are compared by.",
        "setting": "Nowhere.",
        "listener": "mother",
        "cast": { "mother": { "name": "Mother", "role": "birth-parent", "about": "Somebody." } },
        "state": { \(state.joined(separator: ", ")) },
        "order": "as-written",
        "opening": "\(story.start)",
        "moments": {

      """
    text += story.nodes.map(Self.moment).joined(separator: ",\n")
    text += "\n  }\n}\n"
    scenarioBytes = Array(text.utf8)
  }

  private static func moment(_ node: Node) -> String {
    var lines = ["{ \"text\": \"\(node.text)\" }"]
    if let part = node.conditionalText {
      lines.append("{ \"text\": \"\(part.then)\", \"when\": \"\(part.var) > \(part.val)\" }")
      lines.append("{ \"text\": \"\(part.else)\", \"when\": \"\(part.var) <= \(part.val)\" }")
    }
    if let name = node.interp {
      lines.append("{ \"text\": \"Level of \(name) is {\(name)}.\" }")
    }
    let exit =
      node.choices.isEmpty
      ? "\"ending\": { \"title\": \"End\", \"text\": \"It ends.\", \"kind\": \"mixed\" }"
      : "\"replies\": [\n"
        + node.choices.enumerated().map(reply).joined(separator: ",\n") + "\n    ]"
    return """
          "\(node.id)": {
            "lines": [\(lines.joined(separator: ", "))],
            \(exit)
          }
      """
  }

  private static func reply(_ place: Int, _ choice: Choice) -> String {
    let effects = choice.effects.map { effect in
      if let flag = effect.flag { return "\"\(flag)\": true" }
      let amount = effect.add ?? 0
      return "\"\(effect.var ?? "")\": \"\(amount < 0 ? "" : "+")\(amount)\""
    }
    let when = choice.cond.map { "\n        \"when\": \"\($0.text)\"," } ?? ""
    return """
            {
              "id": "c\(place)",
              "say": "\(choice.label)",\(when)
              "rates": { "honesty": 3, "clarity": 3, "shared-parenting": null },
              "why": "Because.",
              "heard": "Something.",
              "effects": { \(effects.joined(separator: ", ")) },
              "next": "\(choice.target)"
            }
      """
  }
}
