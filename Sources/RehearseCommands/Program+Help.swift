import SourceText
import TerminalFront

extension Program {
  /// Explains the program, a command or a topic.
  func help(_ word: String?) -> ExitStatus {
    guard let word else {
      console.show(HelpTopic.overview)
      return .done
    }
    if let command = CommandSpec.named(word) {
      console.show(command.help)
      return .done
    }
    if let topic = HelpTopic.all.first(where: { $0.name == word }) {
      console.show(topic.blocks)
      return .done
    }
    let names = CommandSpec.all.map(\.name) + HelpTopic.all.map(\.name)
    console.complain(
      "rehearse: there is no help on \"\(word)\""
        + Arguments.suggestion(for: word, among: names) + "\nSee: rehearse help"
    )
    return .usage
  }
}

extension CommandSpec {
  /// What this command does, examples first.
  var help: [Block] {
    var blocks: [Block] = [
      .title("rehearse \(name)\(operands.isEmpty ? "" : " \(operands)")"),
      .text(summary.capitalizedFirst + "."),
      .gap,
      .section("Examples"),
    ]
    blocks += examples.map { .item("\($0.command): \($0.does)") }
    blocks += [.gap, .section("Options")]
    blocks += allOptions.map { option in
      let value = option.value.map { " \($0)" } ?? ""
      let choices =
        option.choices.isEmpty ? "" : " (\(option.choices.joined(separator: ", ")))"
      return .item("\(option.name)\(value)\(choices): \(option.summary)")
    }
    return blocks
  }
}

/// Something to read about that is not a command.
struct HelpTopic {
  let name: String
  let summary: String
  let blocks: [Block]

  static let all: [HelpTopic] = [
    keys, typing, scoring, exitCodes, environment, accessibility, privacy, modes,
  ]

  static var overview: [Block] {
    var blocks: [Block] = [
      .text("rehearse: practise the hard talks of child welfare. For screen readers, add --plain."),
      .gap,
      .section("Examples"),
      .item("rehearse: shows what there is to practise"),
      .item("rehearse play june-fourth: practises a conversation"),
      .item("rehearse play june-fourth --mode learn: the same, with hints and whys"),
      .item("rehearse resume: goes on where you left"),
      .item("rehearse check my-own.json: says what to mend in a scenario you write"),
      .gap,
      .section("Commands"),
    ]
    blocks += CommandSpec.all.map { .item("\($0.name): \($0.summary)") }
    blocks += [.gap, .section("Topics, with rehearse help TOPIC")]
    blocks += all.map { .item("\($0.name): \($0.summary)") }
    return blocks
  }

  static let keys = HelpTopic(
    name: "keys",
    summary: "what you can type while you practise",
    blocks: [
      .text("At a prompt, type a number, the id of a reply, or one of these words, then Enter:")
    ]
      + Command.allCases.map { command in
        .item("\(command.words.joined(separator: ", ")): \(command.summary)")
      } + [
        .gap,
        .section("On the screen"),
        .item(
          "1 to 9 choose at once; a letter (a, c, d) and Enter, or the arrows and Enter, do too"
        ),
        .item("Space, Page Down and Page Up turn pages; End goes to the question"),
        .item("Enter sends what you typed; Alt-Enter or Ctrl-J begins a new line in it"),
        .item("A paste of several lines is put in and not sent"),
        .item(
          "Ctrl-W cuts a word, Ctrl-U to the line's beginning, Ctrl-K to its end; Ctrl-Y brings it back"
        ),
        .item("Ctrl-X Ctrl-E opens your own editor (EDITOR) on what you typed"),
        .item("Ctrl-L paints anew, Ctrl-Z pauses until fg, Ctrl-C saves and leaves"),
      ]
  )

  static let typing = HelpTopic(
    name: "typing",
    summary: "saying it in your own words",
    blocks: [
      .text("At any prompt of a talk you can type what you would say instead of a number."),
      .text("Your words are judged, with quotations. A promise or a stop is asked back first."),
      .text("The talk goes on along the nearest line; you can choose another way on."),
      .text("Only your own words count: what they tell, promise or repair enters the ledger."),
      .text("rehearse play june-fourth --type asks for words first; type options to see lines."),
      .text("A line that is just a number or one of the words of help keys is not judged."),
    ]
  )

  static let scoring = HelpTopic(
    name: "scoring",
    summary: "how words are judged, and how far to trust it",
    blocks: [
      .text("A line you choose is judged by its author. Words you type are judged by a program."),
      .text(
        "It looks for phrases it was taught and, where they do not decide, makes a statistical "
          + "guess, always called one. It does not understand you. It cannot hear tone or warmth."
      ),
      .text(
        "Measured on 910 lines by writers it had not met: agreement with the rubric's raters "
          + "(quadratic kappa; 1 is perfect) is .73 in honesty, .94 in clarity and .66 in shared "
          + "parenting. The raters agreed with each other at .97 and more."
      ),
      .text(
        "It misses harm: it heard 64 of 100 lines that would hurt in honesty and 53 of 100 in "
          + "shared parenting, and of those it named so, 66 and 65 of 100 were. So a good word from "
          + "it is not a safe one: read its quotations, and ask a colleague."
      ),
      .text("Levels are for practice and discussion, never for appraisal."),
      .gap,
      .section("For programs"),
      .text(
        "rehearse score reads one JSON object a line: text, and where known audience, facts, "
          + "people, planB, hearing, limit, safetyOrder, theySaid, asked, must, id."
      ),
    ]
  )

  static let exitCodes = HelpTopic(
    name: "exit-codes",
    summary: "the numbers a shell sees",
    blocks: ExitStatus.table.map { .item("\($0.code): \($0.meaning)") }
  )

  static let environment = HelpTopic(
    name: "environment",
    summary: "the variables that matter",
    blocks: [
      .item("REHEARSE_SCENARIOS: a folder with Library, Cases and Rubrics, looked at first"),
      .item("XDG_DATA_HOME: where your attempts are kept; otherwise .local/share in your home"),
      .item("ACCESSIBLE or REHEARSE_ACCESSIBLE: set to 1 for the same as --plain"),
      .item("NO_COLOR: set to anything for no colour; bold and reverse stay"),
      .item("CLICOLOR_FORCE or FORCE_COLOR: set to 1 for colour even into a pipe"),
      .item("TERM=dumb: the same as --plain"),
      .item("REHEARSE_MODE: learn, rehearse or ready, where --mode does not say"),
      .item("VISUAL or EDITOR: your own editor, for Ctrl-X Ctrl-E"),
      .item("XDG_CONFIG_HOME: where your settings are, in rehearse/config.json; otherwise .config"),
      .item("REHEARSE_NO_SYNC: set to 1 if the screen flickers in an old terminal"),
      .text("A flag goes before these, and these before your settings: rehearse config --explain"),
    ]
  )

  static let accessibility = HelpTopic(
    name: "accessibility",
    summary: "screen readers, braille, large print",
    blocks: [
      .text("rehearse --plain, or ACCESSIBLE=1, gives lines of text that are only ever added."),
      .text("One fact a line, the speaker before the words, no colour, boxes or animation."),
      .text("To have it always: {\"plain\": true} in your settings; rehearse config says where."),
      .text(
        "Without it, the screen shows no colour of its own and no animation, and takes no mouse."
      ),
      .text("There the cursor stands on what has the focus, and 40 columns by 12 rows are enough."),
      .text("Nothing is timed. Every question can be answered with a word or a number and Enter."),
      .text("At any prompt: h help, r repeat, b back, w where am I, s save and leave."),
    ]
  )

  static let privacy = HelpTopic(
    name: "privacy",
    summary: "what is kept, and where",
    blocks: [
      .text(Rehearsal.privacy),
      .text("Kept: which replies you chose, when, and how you rated yourself."),
      .text("Of a class you lead: the counts of its votes and its steps, and no name."),
      .text("rehearse where says in which folders."),
      .text("Words you type are kept only if you say yes. Nothing is sent anywhere."),
      .text("It is practice, not appraisal. rehearse forget --all deletes all of it."),
    ]
  )

  static let modes = HelpTopic(
    name: "modes",
    summary: "learn, rehearse and ready",
    blocks: [
      .item("learn: hints, and the why after every line"),
      .item("rehearse: the person reacts at once, and the why comes at the end"),
      .item("ready: no hints, no way back, one pass; for weeks later"),
    ]
  )
}

extension String {
  /// The text with its first letter as a sentence begins.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
