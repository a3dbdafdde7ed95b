import SourceText

/// A command line, understood.
struct Arguments: Hashable, Sendable {
  /// Why a command line could not be understood, and what would work.
  struct Misuse: Error, Hashable, Sendable {
    let message: String
    let command: String?
  }

  /// The command; `nil` for none, which is the menu.
  let command: String?
  /// What is not an option, after the command.
  let operands: [String]
  private let values: [String: String]

  /// The value of an option, or `""` for a switch; `nil` if it was not given.
  subscript(option: String) -> String? { values[option] }

  /// Whether a switch was given.
  func has(_ option: String) -> Bool { values[option] != nil }

  /// The value of an option that is a whole number by the table of commands.
  func number(_ option: String) -> UInt64? { self[option].flatMap { UInt64($0) } }

  /// Understands the words after the program's own name.
  init(_ words: [String]) throws(Misuse) {
    var rest = words[...]
    var command: String?
    if let first = rest.first, !first.hasPrefix("-") {
      command = first
      rest.removeFirst()
    }
    let spec: CommandSpec?
    if let command {
      guard let found = CommandSpec.named(command) else { throw Self.unknown(command) }
      spec = found
    } else {
      spec = nil
    }
    let options = spec?.allOptions ?? CommandSpec.bare
    var operands: [String] = []
    var values: [String: String] = [:]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let given = Self.split(word)
      guard let option = options.first(where: { $0.name == given.name }) else {
        throw Self.unknownOption(given.name, among: options, of: command)
      }
      values[option.name] = try Self.value(of: option, given.value, &rest, command)
    }
    self.command = command
    self.operands = operands
    self.values = values
    if let spec, !values.keys.contains("--help") { try Self.check(operands, of: spec) }
    if spec == nil, let operand = operands.first { throw Self.unknown(operand) }
  }

  private static func split(_ word: String) -> (name: String, value: String?) {
    if word == "-h" { return ("--help", nil) }
    guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  private static func value(
    of option: OptionSpec,
    _ attached: String?,
    _ rest: inout ArraySlice<String>,
    _ command: String?
  ) throws(Misuse) -> String {
    guard let name = option.value else {
      if attached == nil { return "" }
      throw Misuse(message: "\(option.name) takes no value", command: command)
    }
    guard let value = attached ?? rest.popFirst() else {
      throw Misuse(message: "\(option.name) needs a \(name.lowercased())", command: command)
    }
    if !option.choices.isEmpty, !option.choices.contains(value) {
      let choices = option.choices.joined(separator: ", ")
      throw Misuse(
        message: "\(option.name) is one of \(choices), not \"\(value)\""
          + suggestion(for: value, among: option.choices),
        command: command
      )
    }
    if let numbers = option.numbers, UInt64(value).map({ numbers.contains($0) }) != true {
      let bounds =
        numbers.upperBound == .max ? "" : " from \(numbers.lowerBound) to \(numbers.upperBound)"
      throw Misuse(
        message: "\(option.name) is a whole number\(bounds), such as 7, not \"\(value)\"",
        command: command
      )
    }
    return value
  }

  private static func check(_ operands: [String], of spec: CommandSpec) throws(Misuse) {
    if operands.count < spec.count.lowerBound {
      throw Misuse(message: "\(spec.name) needs \(spec.missing)", command: spec.name)
    }
    if operands.count > spec.count.upperBound {
      let extra = operands[spec.count.upperBound]
      throw Misuse(message: "\(spec.name) does not take \"\(extra)\"", command: spec.name)
    }
  }

  private static func unknown(_ command: String) -> Misuse {
    let names = CommandSpec.all.map(\.name)
    return Misuse(
      message: "there is no command \"\(command)\"" + suggestion(for: command, among: names),
      command: nil
    )
  }

  private static func unknownOption(
    _ name: String,
    among options: [OptionSpec],
    of command: String?
  ) -> Misuse {
    Misuse(
      message: "there is no option \(name)" + suggestion(for: name, among: options.map(\.name)),
      command: command
    )
  }

  /// "; did you mean X?", when something is near.
  static func suggestion(for word: String, among candidates: [String]) -> String {
    nearestMatch(to: word, among: candidates).map { "; did you mean \($0)?" } ?? ""
  }
}
