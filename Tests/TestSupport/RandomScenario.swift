/// Valid scenario files made at random, with every feature that play depends on.
///
/// Moments that go on by themselves lead only forward, so that no cycle is without a reply; replies
/// lead anywhere. The last moment is an ending.
public struct RandomScenario {
  private struct ReplyPlan {
    let id: String
    let hasID: Bool
    var promise: String?
    var denies = false
    var stops = false
    var hasLevelOne = false
    var makesError: Bool { denies || stops || hasLevelOne }
  }

  private struct MomentPlan {
    enum Kind {
      case replies([ReplyPlan])
      case passage
      case ending
    }
    let id: String
    let kind: Kind
    let hearers: [String]
  }

  private var numbers: SeededNumbers
  private let people = ["ana", "bo", "cal"]
  private let elements = ["why", "rights", "dates", "plan-a", "plan-b", "what-if", "who-decides"]
  private var moments: [MomentPlan] = []
  private var promises: [String] = []

  private init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  /// Returns a scenario file that compiles without findings.
  ///
  /// - Parameters:
  ///   - seed: Which scenario; the same seed always gives the same file.
  ///   - size: How many moments there are, or nil for a few.
  /// - Returns: The text of the file.
  public static func json(seed: UInt64, moments size: Int? = nil) -> String {
    var scenario = RandomScenario(seed: seed)
    scenario.plan(size ?? 4 + scenario.numbers.below(12))
    return scenario.text()
  }

  // MARK: The plan

  private mutating func plan(_ count: Int) {
    for place in 0..<max(2, count) {
      let isLast = place == max(2, count) - 1
      let kind: MomentPlan.Kind
      if isLast || (place > 1 && numbers.once(in: 8)) {
        kind = .ending
      } else if numbers.once(in: 4) {
        kind = .passage
      } else {
        kind = .replies((0...(1 + numbers.below(4))).map { planReply(place, $0) })
      }
      let hearers = ["ana"] + (numbers.once(in: 3) ? ["bo"] : [])
      moments.append(MomentPlan(id: "m-\(place)", kind: kind, hearers: hearers))
    }
  }

  private mutating func planReply(_ moment: Int, _ place: Int) -> ReplyPlan {
    var reply = ReplyPlan(id: "r-\(place)", hasID: !numbers.once(in: 6))
    if numbers.once(in: 4) {
      let promise = "p-\(moment)-\(place)"
      reply.promise = promise
      promises.append(promise)
    }
    reply.denies = numbers.once(in: 6)
    reply.stops = numbers.once(in: 10)
    reply.hasLevelOne = numbers.once(in: 4)
    return reply
  }

  /// The replies that conditions can name.
  private func named(_ matches: (ReplyPlan) -> Bool = { _ in true }) -> [String] {
    moments.flatMap { moment -> [String] in
      guard case .replies(let replies) = moment.kind else { return [] }
      return replies.filter { $0.hasID && matches($0) }.map { "\(moment.id)/\($0.id)" }
    }
  }

  // MARK: Conditions

  private mutating func condition(_ depth: Int = 3, mayReadTrust: Bool = true) -> String {
    switch depth == 0 ? 10 : numbers.below(10) {
    case 0: "not \(operand(depth, mayReadTrust))"
    case 1, 2: "\(operand(depth, mayReadTrust)) and \(operand(depth, mayReadTrust))"
    case 3, 4: "\(operand(depth, mayReadTrust)) or \(operand(depth, mayReadTrust))"
    case 5: "(\(condition(depth - 1, mayReadTrust: mayReadTrust)))"
    default: atom(mayReadTrust)
    }
  }

  private mutating func operand(_ depth: Int, _ mayReadTrust: Bool) -> String {
    let inner = condition(depth - 1, mayReadTrust: mayReadTrust)
    return numbers.once(in: 3) ? "(\(inner))" : inner
  }

  private mutating func atom(_ mayReadTrust: Bool) -> String {
    let relation = numbers.pick(["<=", ">=", "==", "!="])
    let number = 1 + numbers.below(3)
    switch numbers.below(12) {
    case 0 where mayReadTrust: return "trust \(relation) \(number)"
    case 1 where mayReadTrust: return "\(number) \(relation) trust"
    case 2 where mayReadTrust: return "trust \(numbers.pick(["<", ">"])) heat"
    case 3: return "heat \(relation) \(number - 2)"
    case 4:
      let value = numbers.pick(["calm", "shaken", "shut"])
      return "mood \(numbers.pick(["==", "!="])) \\\"\(value)\\\""
    case 5: return numbers.pick(["asked", "asked == false", "not asked", "true", "asked != true"])
    case 6: return "turns \(numbers.pick(["<", ">", "==", ">="])) \(number)"
    case 7: return "turns >= heat"
    case 8: return "seen(\(numbers.pick(moments).id))"
    case 9: return "contradicted(\(numbers.pick(elements)))"
    case 10: return "told(\(numbers.pick(people)), \(numbers.pick(elements)))"
    default: return question()
    }
  }

  private mutating func question() -> String {
    let (all, errors) = (named(), named { $0.makesError } + promises)
    switch numbers.below(3) {
    case 0 where !all.isEmpty: return "said(\(numbers.pick(all)))"
    case 1 where !promises.isEmpty: return "promised(\(numbers.pick(promises)))"
    case 2 where !errors.isEmpty: return "repaired(\(numbers.pick(errors)))"
    default: return "asked"
    }
  }

  private mutating func when(_ chance: Int) -> String {
    numbers.once(in: chance) ? ", \"when\": \"\(condition())\"" : ""
  }

  // MARK: The text

  private mutating func text() -> String {
    let order = numbers.pick(["seeded", "as-written"])
    let opening = numbers.pick(moments.prefix(2).map(\.id))
    var list: [String] = []
    for place in moments.indices { list.append(moment(place)) }
    return """
      {
      "format": "rehearse-scenario/1", "id": "random", "title": "Random", "summary": "Made.",
      "setting": "Nowhere.", "listener": "ana", "order": "\(order)",
      "cast": {
      "ana": { "name": "Ana", "role": "birth-parent", "about": "Waits for {court}." },
      "bo": { "name": "Bo", "role": "caregiver", "kind": "relative" },
      "cal": { "name": "Cal", "role": "child" } },
      "facts": { "court": "the court", "rule": "{court} decides about {cal}, and nobody else does" },
      "owed": { "ana": ["dates", "plan-b"], "bo": ["why"] },
      "state": {
      "trust": { "start": \(numbers.below(6)), "from": 0, "to": 5, "of": "ana", "shown": true },
      "heat": { "start": \(numbers.below(4) - 2), "from": -2, "to": 4 },
      "mood": { "start": "calm", "values": ["calm", "shaken", "shut"] },
      "asked": { "start": \(numbers.pick(["true", "false"])) } },
      "opening": "\(opening)",
      "moments": {
      \(list.joined(separator: ",\n"))
      } }

      """
  }

  private mutating func moment(_ place: Int) -> String {
    let plan = moments[place]
    let present = plan.hearers.count > 1 ? ", \"present\": [\"bo\"]" : ""
    let head = "\"\(plan.id)\": { \"lines\": [\(lines(place))]\(present)"
    switch plan.kind {
    case .ending:
      let kind = numbers.pick(["connected", "mixed", "broken"])
      return head
        + ", \"ending\": { \"title\": \"Out\", \"text\": \"So it is: {mood}.\", \"kind\": \"\(kind)\" } }"
    case .passage:
      return head + ", \"next\": \(ways(after: place)) }"
    case .replies(let replies):
      return head + self.replies(replies, place, plan) + " }"
    }
  }

  private mutating func lines(_ place: Int) -> String {
    var lines: [String] = []
    for number in 0..<numbers.below(4) {
      lines.append(
        numbers.once(in: 3)
          ? "{ \"oneOf\": [\(line("a\(number)")), \(line("b\(number)"))]\(when(3)) }"
          : line("\(place)-\(number)")
      )
    }
    return lines.joined(separator: ", ")
  }

  private mutating func line(_ words: String) -> String {
    let by = numbers.once(in: 2) ? "\"by\": \"\(numbers.pick(people))\", " : ""
    let filling = numbers.pick(["{ana}", "{rule}", "{trust}", "{mood}", "{heat}", "{{", "\\n", "é"])
    return "{ \(by)\"text\": \"Line \(words) \(filling).\"\(when(3)) }"
  }

  /// Ways that lead only forward.
  private mutating func ways(after place: Int) -> String {
    let later = (place + 1)..<moments.count
    func target(_ numbers: inout SeededNumbers) -> String {
      moments[later.lowerBound + numbers.below(later.count)].id
    }
    guard numbers.once(in: 2) else { return "\"\(target(&numbers))\"" }
    return "[{ \"when\": \"\(condition())\", \"go\": \"\(target(&numbers))\" }, "
      + "{ \"go\": \"\(target(&numbers))\" }]"
  }

  private mutating func replies(
    _ replies: [ReplyPlan],
    _ place: Int,
    _ plan: MomentPlan
  ) -> String {
    var canRunOut = true
    var texts: [String] = []
    for (number, reply) in replies.enumerated() {
      let isOpen = numbers.once(in: 3)
      let once = !isOpen && numbers.once(in: 2)
      if isOpen { canRunOut = false }
      texts.append(self.reply(reply, number, place, plan, isOpen: isOpen, once: once))
    }
    let otherwise = canRunOut ? ", \"otherwise\": \(ways(after: place))" : ""
    return ", \"replies\": [\n\(texts.joined(separator: ",\n"))]\(otherwise)"
  }

  private mutating func reply(
    _ reply: ReplyPlan,
    _ number: Int,
    _ place: Int,
    _ plan: MomentPlan,
    isOpen: Bool,
    once: Bool
  ) -> String {
    var members: [String] = reply.hasID ? ["\"id\": \"\(reply.id)\""] : []
    members.append("\"say\": \"Words \(number) of \(plan.id), {ana}: it is said and heard.\"")
    let honesty = reply.hasLevelOne ? "1" : numbers.pick(["2", "3", "4", "null"])
    members.append(
      "\"rates\": { \"honesty\": \(honesty), \"clarity\": \(2 + numbers.below(3)), "
        + "\"shared-parenting\": null }"
    )
    members.append("\"why\": \"Because {court} said so.\", \"heard\": \"Something.\"")
    var isLocked = false
    if !isOpen {
      if !once || numbers.once(in: 2) {
        isLocked = numbers.once(in: 3)
        members.append("\"when\": \"\(condition(mayReadTrust: !isLocked))\"")
      }
      if once { members.append("\"once\": true") }
    }
    if isLocked { members.append("\"locked\": \"Not now.\"") }
    members += deeds(reply, plan, isLocked: isLocked) + effects()
    if numbers.once(in: 2) { members.append("\"reaction\": [\(lines(place))]") }
    members.append(
      "\"next\": " + (numbers.once(in: 3) ? ways(after: place) : "\"\(numbers.pick(moments).id)\"")
    )
    return "{ " + members.joined(separator: ", ") + " }"
  }

  private mutating func deeds(_ reply: ReplyPlan, _ plan: MomentPlan, isLocked: Bool) -> [String] {
    var members: [String] = []
    func to(_ numbers: inout SeededNumbers) -> String {
      numbers.once(in: 2) ? ", \"to\": [\"\(numbers.pick(plan.hearers))\"]" : ""
    }
    if !isLocked, numbers.once(in: 2) {
      let element = numbers.pick(elements)
      members.append(
        numbers.once(in: 2)
          ? "\"tells\": [\"\(element)\"]"
          : "\"tells\": [{ \"element\": \"\(element)\", \"words\": \"it is said\"\(to(&numbers)) }]"
      )
    }
    if numbers.once(in: 5) { members.append("\"softens\": [\"\(numbers.pick(elements))\"]") }
    if reply.denies {
      members.append("\"denies\": [{ \"element\": \"\(numbers.pick(elements))\"\(to(&numbers)) }]")
    }
    if let promise = reply.promise {
      let about = numbers.pick(["plan-a", "plan-b", "dates", "contact", "other"])
      members.append(
        "\"promises\": [{ \"id\": \"\(promise)\", \"about\": \"\(about)\", "
          + "\"words\": \"said and heard\"\(to(&numbers)) }]"
      )
    }
    if reply.stops { members.append("\"stops\": [\"X\(1 + numbers.below(6))\"]") }
    let errors = named { $0.makesError } + promises
    if !errors.isEmpty, numbers.once(in: 3) {
      members.append("\"repairs\": [\"\(numbers.pick(errors))\"]")
    }
    return members
  }

  private mutating func effects() -> [String] {
    guard !numbers.once(in: 3) else { return [] }
    var effects: [String] = []
    if numbers.once(in: 2) {
      effects.append("\"trust\": \(numbers.pick(["\"+1\"", "\"-2\"", "4"]))")
    }
    if numbers.once(in: 2) {
      effects.append("\"heat\": \(numbers.pick(["\"+3\"", "\"-1\"", "-2"]))")
    }
    if numbers.once(in: 2) { effects.append("\"mood\": \"\(numbers.pick(["calm", "shut"]))\"") }
    if numbers.once(in: 2) { effects.append("\"asked\": \(numbers.pick(["true", "false"]))") }
    return ["\"effects\": { \(effects.joined(separator: ", ")) }"]
  }
}
