/// The program's own sentences that more than one place says.
enum Wording {
  /// "1, 2 or 3".
  static func oneOf(_ keys: [String]) -> String {
    guard let last = keys.last, keys.count > 1 else { return keys.first ?? "Enter" }
    return "\(keys.dropLast().joined(separator: ", ")) or \(last)"
  }

  /// Whether somebody meant a number, however large.
  static func isNumber(_ words: String) -> Bool {
    let digits = words.hasPrefix("-") ? words.dropFirst() : words[...]
    return !digits.isEmpty && digits.allSatisfy(\.isNumber)
  }

  static func modeLine(_ mode: Mode) -> String {
    switch mode {
    case .learn: "You are learning: there are hints, and the why comes after every line."
    case .rehearse: "You are rehearsing: the person reacts at once, and the why comes at the end."
    case .ready: "You are checking whether you are ready: no hints, no way back, one pass."
    }
  }

  static func help(mode: Mode) -> [Block] {
    let commands = Command.allCases.filter { command in
      mode != .ready || (command != .back && command != .hint)
    }
    return [
      .text("Type the number of what you would say, then Enter. Or type one of these words:")
    ]
      + commands.map { command in
        let others = command.words.dropFirst().joined(separator: ", ")
        let also = others.isEmpty ? "" : " (or \(others))"
        return .item("\(command.words[0])\(also): \(command.summary)")
      }
  }

  static let planQuestion: [Block] = [
    .section("One thing to take with you"),
    .text("Learning fades within a day unless it is used. Make a plan for the next 24 hours:"),
    .question("When … happens, then I will say … Write it as one sentence."),
    .text(Rehearsal.privacy),
  ]
}

extension String {
  /// The text in quotation marks, cut after a whole word where it is long.
  var quoted: String {
    guard count > 64 else { return "\"\(self)\"" }
    var excerpt = prefix(60)
    if let space = excerpt.lastIndex(of: " ") { excerpt = excerpt[..<space] }
    while let last = excerpt.last, ",;:. ".contains(last) { excerpt.removeLast() }
    return "\"\(excerpt) …\""
  }
}
