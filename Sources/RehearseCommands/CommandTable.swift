/// One option of a command, as the one table of commands knows it.
struct OptionSpec: Sendable {
  /// The name with its dashes.
  let name: String
  /// What its value is called; `nil` for a switch.
  let value: String?
  /// The values it may have, when they are few.
  let choices: [String]
  /// For a whole number, which ones it may be.
  let numbers: ClosedRange<UInt64>?
  /// What it does, in a few words.
  let summary: String

  init(
    _ name: String,
    value: String? = nil,
    choices: [String] = [],
    numbers: ClosedRange<UInt64>? = nil,
    _ summary: String
  ) {
    self.name = name
    self.value = value
    self.choices = choices
    self.numbers = numbers
    self.summary = summary
  }

  /// Every whole number from 0 on.
  static let anyNumber: ClosedRange<UInt64> = 0...UInt64.max
}

/// One command, as the one table of commands knows it: parsing, help and completion read nothing else.
struct CommandSpec: Sendable {
  let name: String
  /// What stands after the name.
  let operands: String
  /// What is missing when there are too few operands, in words.
  var missing = ""
  /// How many operands there may be.
  let count: ClosedRange<Int>
  let summary: String
  let options: [OptionSpec]
  /// Commands to copy, each with what it does.
  let examples: [(command: String, does: String)]
}

extension CommandSpec {
  /// Options that every command takes.
  static let common: [OptionSpec] = [
    OptionSpec("--plain", "only lines of text, for screen readers and slow terminals"),
    OptionSpec(
      "--color",
      value: "WHEN",
      choices: ["never", "auto", "always"],
      "whether colours may be used; bold and reverse stay"
    ),
    OptionSpec("--help", "shows help for the command"),
  ]

  /// Options of the program without a command.
  static let bare: [OptionSpec] =
    [full, OptionSpec("--version", "prints the version")] + common

  static let full = OptionSpec(
    "--full",
    "a screen of its own, over which the conversation scrolls"
  )
  static let mode = OptionSpec(
    "--mode",
    value: "MODE",
    choices: ["learn", "rehearse", "ready"],
    "learn: hints and whys; rehearse: the why at the end; ready: one pass"
  )
  static let seed = OptionSpec(
    "--seed",
    value: "NUMBER",
    numbers: OptionSpec.anyNumber,
    "plays the same order of replies and the same chances again"
  )
  static let facts = OptionSpec(
    "--facts",
    value: "FILE",
    "replaces dates and names of rules, so that a script serves your county"
  )
  static let type = OptionSpec(
    "--type",
    "asks for your own words first, and shows lines only when you type options"
  )
  static let json = OptionSpec("--json", "prints JSON, for other programs")

  /// Every command, in the order of the help.
  static let all: [CommandSpec] = practice + workshop + room + program

  /// The command of this name.
  static func named(_ name: String) -> CommandSpec? { all.first { $0.name == name } }

  /// The options it takes, common ones last.
  var allOptions: [OptionSpec] { options + Self.common }
}
