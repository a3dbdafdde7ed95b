import Records
import SourceText
import Terminal

extension Program {
  /// Prints what a shell needs to complete our command lines.
  func completions(_ arguments: Arguments) -> ExitStatus {
    let shell = arguments.operands.first ?? ""
    if let names = names(shell) {
      for name in names { console.output.line("\(name)") }
      return .done
    }
    guard let script = Completions.script(for: shell) else {
      console.complain(
        "rehearse: there are completions for \(Completions.shells.joined(separator: ", ")), "
          + "not for \"\(shell)\"" + Arguments.suggestion(for: shell, among: Completions.shells)
      )
      return .usage
    }
    // A file for a program: neither wrapped nor styled.
    for line in script.split(separator: "\n", omittingEmptySubsequences: false) {
      console.output.line("\(String(line))")
    }
    return .done
  }

  /// What a script asks for while a command is typed: it must not wait for anything to be compiled.
  private func names(_ kind: String) -> [String]? {
    switch kind {
    case "scenarios":
      let library = Library(host: host)
      return (library.items(.scenarios) + library.items(.cases)).map(\.name)
    case "attempts":
      return ((try? AttemptStore(host: host).list())?.attempts ?? []).map(\.attempt)
    default: return nil
    }
  }
}

/// Completion scripts, made of the one table of commands.
enum Completions {
  /// The shells there are scripts for.
  static let shells = ["bash", "zsh", "fish"]

  /// The script for a shell.
  static func script(for shell: String) -> String? {
    switch shell {
    case "bash": bash
    case "zsh": zsh
    case "fish": fish
    default: nil
    }
  }

  /// What may stand after a command besides options: fixed words, what the program lists, or files.
  private static func operands(of command: CommandSpec) -> [String] {
    switch command.name {
    case "completions": shells
    case "help": CommandSpec.all.map(\.name) + HelpTopic.all.map(\.name)
    default: []
    }
  }

  private static func takesFiles(_ command: CommandSpec) -> Bool {
    command.operands.contains("FILE") || command.operands.contains(".twee")
      || command.options.contains { $0.value == "FILE" }
  }

  /// Which names the program lists may stand after a command.
  private static func listed(after command: CommandSpec) -> String? {
    if command.operands.contains("ID") { return "scenarios" }
    return command.operands.contains("ATTEMPT") ? "attempts" : nil
  }

  private static func commands(listing kind: String) -> String {
    CommandSpec.all.filter { listed(after: $0) == kind }.map(\.name).joined(separator: "|")
  }

  // MARK: bash

  private static var bash: String {
    var cases: [String] = []
    for command in CommandSpec.all {
      let words = (command.allOptions.map(\.name) + operands(of: command)).joined(separator: " ")
      cases.append("    \(command.name)) words=\"\(words)\" ;;")
    }
    let values = allChoices.map { option in
      "    \(option.name)) COMPREPLY=($(compgen -W \"\(option.choices.joined(separator: " "))\""
        + " -- \"$word\")); return ;;"
    }
    let files = CommandSpec.all.filter(takesFiles).map(\.name).joined(separator: "|")
    let names = (CommandSpec.all.map(\.name) + CommandSpec.bare.map(\.name)).joined(separator: " ")
    return """
      # rehearse completions for bash
      _rehearse() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""
        COMPREPLY=()
        case "$before" in
      \(values.joined(separator: "\n"))
        esac
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(names)" -- "$word"))
          return
        fi
        case "${COMP_WORDS[1]}" in
      \(cases.joined(separator: "\n"))
        esac
        case "${COMP_WORDS[1]}" in
          \(commands(listing: "scenarios"))) words="$words $("$1" completions scenarios 2>/dev/null)" ;;
          \(commands(listing: "attempts"))) words="$words $("$1" completions attempts 2>/dev/null)" ;;
        esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
        case "${COMP_WORDS[1]}" in
          \(files)) COMPREPLY+=($(compgen -f -- "$word")) ;;
        esac
      }
      complete -F _rehearse rehearse
      """
  }

  /// Every option with few values, once, with all that it may be in any command.
  private static var allChoices: [(name: String, choices: [String])] {
    var result: [(name: String, choices: [String])] = []
    for option in CommandSpec.bare + CommandSpec.all.flatMap(\.options)
    where !option.choices.isEmpty {
      if let place = result.firstIndex(where: { $0.name == option.name }) {
        let known = result[place].choices
        result[place].choices += option.choices.filter { !known.contains($0) }
      } else {
        result.append((option.name, option.choices))
      }
    }
    return result
  }

  // MARK: zsh

  private static var zsh: String {
    let commands = CommandSpec.all.map { "    '\($0.name):\(quoted($0.summary))'" }
    let cases = CommandSpec.all.map { command in
      var parts = command.allOptions.map(zshOption)
      let words = operands(of: command)
      if !words.isEmpty { parts.append("'*:word:(\(words.joined(separator: " ")))'") }
      if let kind = listed(after: command) {
        parts.append("'*:name:_rehearse_\(kind)'")
      } else if words.isEmpty, takesFiles(command) {
        parts.append("'*:file:_files'")
      }
      return "    \(command.name)) _arguments \(parts.joined(separator: " ")) ;;"
    }
    return """
      #compdef rehearse
      # rehearse completions for zsh
      _rehearse_scenarios() {
        local -a names
        names=(${(f)"$(rehearse completions scenarios 2>/dev/null)"})
        compadd -a names
        _files
      }
      _rehearse_attempts() {
        local -a names
        names=(${(f)"$(rehearse completions attempts 2>/dev/null)"})
        compadd -a names
      }
      _rehearse() {
        local -a commands
        commands=(
      \(commands.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )); then
          _describe command commands
          _arguments \(CommandSpec.bare.map(zshOption).joined(separator: " "))
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
      \(cases.joined(separator: "\n"))
        esac
      }
      if [ "$funcstack[1]" = "_rehearse" ]; then _rehearse "$@"; else compdef _rehearse rehearse; fi
      """
  }

  private static func zshOption(_ option: OptionSpec) -> String {
    let summary = quoted(option.summary).replacing("[", with: "(").replacing("]", with: ")")
    let value =
      option.value.map { name in
        ":\(name.lowercased()):"
          + (option.choices.isEmpty
            ? (name == "FILE" ? "_files" : " ") : "(\(option.choices.joined(separator: " ")))")
      } ?? ""
    return "'\(option.name)[\(summary)]\(value)'"
  }

  /// Text inside single quotes, in which a colon would end it.
  private static func quoted(_ text: String) -> String {
    text.replacing("'", with: "").replacing(":", with: ",")
  }

  // MARK: fish

  private static var fish: String {
    var lines = ["# rehearse completions for fish"]
    for command in CommandSpec.all {
      lines.append(
        "complete -c rehearse -n __fish_use_subcommand -f -a \(command.name) "
          + "-d '\(quoted(command.summary))'"
      )
      let seen = "-n '__fish_seen_subcommand_from \(command.name)'"
      lines += command.allOptions.map { "complete -c rehearse \(seen) \(fishOption($0))" }
      let words = operands(of: command)
      if !words.isEmpty {
        lines.append("complete -c rehearse \(seen) -f -a '\(words.joined(separator: " "))'")
      } else if let kind = listed(after: command) {
        lines.append("complete -c rehearse \(seen) -a '(rehearse completions \(kind))'")
      }
      if words.isEmpty, !takesFiles(command) {
        lines.append("complete -c rehearse \(seen) -f")
      }
    }
    lines += CommandSpec.bare.map {
      "complete -c rehearse -n __fish_use_subcommand \(fishOption($0))"
    }
    return lines.joined(separator: "\n")
  }

  private static func fishOption(_ option: OptionSpec) -> String {
    let value: String
    if !option.choices.isEmpty {
      value = " -x -a '\(option.choices.joined(separator: " "))'"
    } else {
      value = option.value == nil ? "" : " -r"
    }
    return "-l \(option.name.dropFirst(2))\(value) -d '\(quoted(option.summary))'"
  }
}
