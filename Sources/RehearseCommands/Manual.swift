import Terminal
import TerminalFront

extension Program {
  /// Prints the manual page.
  func man() -> ExitStatus {
    for line in Manual.page(version: Self.version, of: Self.versionDate).split(
      separator: "\n",
      omittingEmptySubsequences: false
    ) {
      console.output.line("\(String(line))")
    }
    return .done
  }
}

/// The manual page, made of the one table of commands and the topics of help.
enum Manual {
  /// The page in the language of man.
  static func page(version: String, of date: String) -> String {
    var lines = [
      ".TH REHEARSE 1 \"\(date)\" \"rehearse \(version)\" \"User Commands\"",
      ".SH NAME",
      "rehearse \\- practise the hard talks of child welfare before the real one",
      ".SH SYNOPSIS",
      ".B rehearse",
      "[\\fIcommand\\fR] [\\fIoptions\\fR]",
      ".SH DESCRIPTION",
      text(
        "You choose or type what to say, the other person answers, and afterwards you see what they "
          + "heard. Without a command, rehearse shows what there is to practise."
      ),
      ".SH COMMANDS",
    ]
    for command in CommandSpec.all {
      let operands = command.operands.isEmpty ? "" : " \(command.operands)"
      lines.append(".SS \"rehearse \(quoted(command.name + operands))\"")
      lines.append(text(command.summary.capitalizedFirst + "."))
      lines += command.options.flatMap(option)
      for example in command.examples {
        lines += [
          ".PP", ".nf", ".RS", text(example.command), ".RE", ".fi",
          text(example.does.capitalizedFirst + "."),
        ]
      }
    }
    lines.append(".SH OPTIONS")
    lines += CommandSpec.bare.flatMap(option)
    for topic in HelpTopic.all {
      lines.append(".SH \"\(quoted(topic.name.uppercased()))\"")
      lines += paragraphs(topic.blocks)
    }
    return lines.joined(separator: "\n")
  }

  private static func option(_ option: OptionSpec) -> [String] {
    let value = option.value.map { " \\fI\(text($0))\\fR" } ?? ""
    let choices =
      option.choices.isEmpty ? "" : " One of: \(option.choices.joined(separator: ", "))."
    return [
      ".TP", "\\fB\(dashes(option.name))\\fR\(value)",
      text(option.summary.capitalizedFirst + "." + choices),
    ]
  }

  private static func paragraphs(_ blocks: [Block]) -> [String] {
    LineRenderer.lines(blocks).filter { !$0.text.isEmpty }.enumerated().flatMap { place, line in
      line.text.hasPrefix("- ")
        ? [".IP \\(bu 2", text(String(line.text.dropFirst(2)))]
        // A heading begins a paragraph by itself.
        : (place == 0 ? [] : [".PP"]) + [text(line.text)]
    }
  }

  /// Words that mean nothing else in the language of man.
  private static func text(_ words: String) -> String {
    let safe = dashes(words.replacing("\\", with: "\\e"))
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&\(safe)" : safe
  }

  /// Dashes that can be copied from the page; a bare one may come out as another character.
  private static func dashes(_ words: String) -> String { words.replacing("-", with: "\\-") }

  private static func quoted(_ words: String) -> String {
    dashes(words).replacing("\"", with: "\\(dq")
  }
}
