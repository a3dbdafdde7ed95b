import Authoring

/// One option of a command, as the one table of commands knows it.
struct OptionSpec: Sendable {
  /// The name with its dashes.
  let name: String
  /// What its value is called; `nil` for a switch.
  let value: String?
  /// The values it may have, when they are few.
  let choices: [String]
  /// What it does, in a few words.
  let summary: String

  init(_ name: String, value: String? = nil, choices: [String] = [], _ summary: String) {
    self.name = name
    self.value = value
    self.choices = choices
    self.summary = summary
  }
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

  private static let full = OptionSpec(
    "--full",
    "a screen of its own, over which the conversation scrolls"
  )
  private static let mode = OptionSpec(
    "--mode",
    value: "MODE",
    choices: ["learn", "rehearse", "ready"],
    "learn: hints and whys; rehearse: the why at the end; ready: one pass"
  )
  private static let seed = OptionSpec(
    "--seed",
    value: "NUMBER",
    "plays the same order of replies and the same chances again"
  )
  private static let facts = OptionSpec(
    "--facts",
    value: "FILE",
    "replaces dates and names of rules, so that a script serves your county"
  )
  private static let type = OptionSpec(
    "--type",
    "asks for your own words first, and shows lines only when you type options"
  )
  private static let json = OptionSpec("--json", "prints JSON, for other programs")

  /// Every command.
  static let all: [CommandSpec] = [
    CommandSpec(
      name: "play",
      operands: "ID-or-FILE",
      missing: "the name of a scenario, such as: rehearse play june-fourth",
      count: 1...1,
      summary: "practise a conversation, or a whole case",
      options: [mode, seed, facts, type, full],
      examples: [
        ("rehearse play june-fourth", "play a scenario"),
        ("rehearse play june-fourth --mode learn", "the same, with hints and whys"),
        ("rehearse play june-fourth --type", "say it in your own words first"),
        ("rehearse play my-own.json", "play a file you are writing"),
        ("printf '1\\n2\\n' | rehearse play june-fourth --seed 7", "read the answers from a pipe"),
      ]
    ),
    CommandSpec(
      name: "list",
      operands: "",
      count: 0...0,
      summary: "show the scenarios and cases there are",
      options: [json],
      examples: [("rehearse list", "titles, people, and what each is about")]
    ),
    CommandSpec(
      name: "resume",
      operands: "[ATTEMPT]",
      count: 0...1,
      summary: "go on where you left, at the very moment",
      options: [full],
      examples: [
        ("rehearse resume", "the last attempt you left"),
        ("rehearse history", "find another"),
      ]
    ),
    CommandSpec(
      name: "history",
      operands: "",
      count: 0...0,
      summary: "list your attempts on this computer",
      options: [json],
      examples: [("rehearse history", "newest first")]
    ),
    CommandSpec(
      name: "forget",
      operands: "[ATTEMPT...]",
      count: 0...1000,
      summary: "delete your attempts and the counts of classes, all or some",
      options: [
        OptionSpec("--all", "every attempt and every class on this computer"),
        OptionSpec("--yes", "does not ask first"),
      ],
      examples: [
        ("rehearse forget 20261121-k7mq", "delete one"),
        ("rehearse forget --all", "delete every one, after asking"),
      ]
    ),
    CommandSpec(
      name: "where",
      operands: "",
      count: 0...0,
      summary: "show which files are used, and where your attempts are kept",
      options: [json],
      examples: [("rehearse where", "every folder, in the order they are looked at")]
    ),
    CommandSpec(
      name: "check",
      operands: "FILE...",
      missing: "the name of a file, such as: rehearse check my-own.json",
      count: 1...1000,
      summary: "read scenario, case and rubric files and say what to mend",
      options: [
        json,
        OptionSpec("--strict", "a warning is as bad as an error"),
        OptionSpec("--report", "also says how long it is and everything it can come to"),
        OptionSpec(
          "--states",
          value: "NUMBER",
          "searches at most so many states, 1000000 unless told"
        ),
      ],
      examples: [
        ("rehearse check my-own.json", "every finding, with line and column"),
        ("rehearse check my-own.json --report", "and its endings, with the shortest ways"),
        ("rehearse check Scenarios/Library/*.json", "many files at once"),
      ]
    ),
    CommandSpec(
      name: "explain",
      operands: "[CODE]",
      count: 0...1,
      summary: "explain a finding of check, with an example that has it and one that has not",
      options: [],
      examples: [
        ("rehearse explain best-longest", "why it matters, and how to mend it"),
        ("rehearse explain", "lists everything that can be found"),
      ]
    ),
    CommandSpec(
      name: "new",
      operands: "[FILE]",
      count: 0...1,
      summary: "make a small scenario that plays, to begin from",
      options: [
        OptionSpec(
          "--with",
          value: "WHOM",
          choices: ScenarioTemplate.Audience.allCases.map(\.rawValue),
          "whom the worker talks with"
        ),
        OptionSpec(
          "--stage",
          value: "STAGE",
          choices: ScenarioTemplate.Stage.allCases.map(\.rawValue),
          "where on the family's way"
        ),
        OptionSpec("--title", value: "TITLE", "what the menu calls it"),
        OptionSpec("--id", value: "ID", "its id, where it is not to be the file's name"),
        OptionSpec("--listener", value: "NAME", "the person talked with"),
        OptionSpec("--second", value: "NAME", "the child, or whom it is about"),
        OptionSpec("--other", value: "NAME", "the other family"),
        OptionSpec("--hearing", value: "DATE", "the next hearing, in words"),
        OptionSpec("--defaults", "asks nothing, and takes example names for what is not told"),
      ],
      examples: [
        ("rehearse new", "asks whom it is with, the names, and where to write it"),
        ("rehearse new my-own.json --with youth --listener Kai", "asks only what is not told"),
        ("rehearse new my-own.json --with caregiver --defaults", "asks nothing"),
      ]
    ),
    CommandSpec(
      name: "format",
      operands: "FILE",
      missing: "the name of a file, such as: rehearse format my-own.json",
      count: 1...1,
      summary: "lay a scenario file out evenly; its words are not touched",
      options: [
        OptionSpec("--write", "changes the file instead of printing it"),
        OptionSpec("--fix-quotes", "makes Word's curly quotes around texts straight"),
      ],
      examples: [("rehearse format my-own.json --write", "tidy a file")]
    ),
    CommandSpec(
      name: "preview",
      operands: "FILE",
      missing: "the name of a file, such as: rehearse preview my-own.json",
      count: 1...1,
      summary:
        "play a file you are writing, and follow it: save, and it goes on with the new words",
      options: [
        OptionSpec("--from", value: "MOMENT", "begins there, by the shortest way"),
        mode, seed, facts, type, full,
      ],
      examples: [
        ("rehearse preview my-own.json", "beside your editor; nothing of it is kept"),
        ("rehearse preview my-own.json --mode learn", "with hints and whys after every line"),
        ("rehearse preview my-own.json --from the-bed", "from the moment you are writing"),
      ]
    ),
    CommandSpec(
      name: "show",
      operands: "ID-or-FILE [MOMENT]",
      missing: "the name of a scenario, such as: rehearse show my-own.json",
      count: 1...2,
      summary: "show how a room will see a scenario, and what takes more than one page",
      options: [
        OptionSpec(
          "--size",
          value: "SIZE",
          "columns x rows of the room's screen, 55x16 unless told"
        ),
        seed, facts,
      ],
      examples: [
        ("rehearse show my-own.json", "every stop, by the shortest way to it"),
        ("rehearse show my-own.json the-bed", "one moment, in each way it can look"),
        ("rehearse show my-own.json --size 40x12", "on a small screen, or a big font"),
      ]
    ),
    CommandSpec(
      name: "map",
      operands: "ID-or-FILE",
      missing: "the name of a scenario, such as: rehearse map june-fourth",
      count: 1...1,
      summary: "draw the shape of a scenario",
      options: [
        OptionSpec(
          "--format",
          value: "FORMAT",
          choices: ["tree", "dot", "mermaid"],
          "tree: text; dot: for Graphviz; mermaid: for Mermaid"
        ),
        OptionSpec(
          "--color-by",
          value: "WHAT",
          choices: MapColoring.allCases.map(\.rawValue),
          "what colours tell: how it comes out, whom it is with, or both"
        ),
        OptionSpec("--path", value: "WAY", "draws an attempt, or replies in a row, over it"),
        OptionSpec(
          "--journal",
          value: "WHOSE",
          choices: ["own", "class"],
          "draws over it how many went where: your own plays, or a class's votes"
        ),
      ],
      examples: [
        ("rehearse map june-fourth", "as text"),
        ("rehearse map june-fourth --path straight,date-alone", "with one way drawn over it"),
        ("rehearse map june-fourth --journal own", "with how often you went where"),
        ("rehearse map june-fourth --format dot | dot -Tsvg > map.svg", "as a drawing"),
      ]
    ),
    CommandSpec(
      name: "explore",
      operands: "ID-or-FILE",
      missing: "the name of a scenario, such as: rehearse explore june-fourth",
      count: 1...1,
      summary: "walk in the tree of what can happen, or find the shortest way",
      options: [
        OptionSpec("--from", value: "MOMENT", "where to begin"),
        OptionSpec(
          "--with",
          value: "STATE",
          "what holds there: trust=1,told.dates,promised.home,seen.door,said.door/wait"
        ),
        OptionSpec("--path", value: "WAY", "replies that are said first, such as wait,both"),
        OptionSpec(
          "--to",
          value: "GOAL",
          "a moment, an ending, or a condition such as 'trust < 2'"
        ),
        OptionSpec("--depth", value: "TURNS", "prints text, so many turns deep; 2 in a pipe"),
      ],
      examples: [
        ("rehearse explore june-fourth", "the tree, on a terminal; ? there shows the keys"),
        ("rehearse explore june-fourth --to 'trust < 1'", "the shortest way to losing her trust"),
        ("rehearse explore june-fourth --from sister --with trust=1", "from there on, mistrusted"),
        ("rehearse explore june-fourth --depth 2", "the same as text, two turns deep"),
      ]
    ),
    CommandSpec(
      name: "try",
      operands: "ID-or-FILE",
      missing: "the name of a scenario, such as: rehearse try june-fourth",
      count: 1...1,
      summary: "let bots play it thousands of times and say what they met",
      options: [
        OptionSpec("--runs", value: "NUMBER", "how many plays each, 1000 unless told"),
        OptionSpec(
          "--seed",
          value: "NUMBER",
          "the same number plays the same plays; 1 unless told"
        ),
        json,
      ],
      examples: [
        ("rehearse try june-fourth", "five bots, a thousand plays each"),
        ("rehearse try my-own.json --runs 5000 --seed 7", "more plays, and others"),
      ]
    ),
    CommandSpec(
      name: "items",
      operands: "ID-or-FILE",
      missing: "the name of a scenario, such as: rehearse items june-fourth",
      count: 1...1,
      summary: "say how a scenario's moments did in the plays on this computer (experimental)",
      options: [
        OptionSpec("--this-version", "only plays of the file and facts as they are now"),
        json,
      ],
      examples: [
        ("rehearse items june-fourth", "how often each line was taken, and what that tells")
      ]
    ),
    CommandSpec(
      name: "import",
      operands: "STORY.twee",
      missing: "the name of a Twee file, such as: rehearse import story.twee",
      count: 1...1,
      summary: "make a scenario to be finished from a Twine story (Twee 3)",
      options: [
        OptionSpec("--id", value: "ID", "the scenario's id"),
        OptionSpec("--output", value: "FILE", "writes there instead of printing"),
      ],
      examples: [("rehearse import story.twee --output story.json", "nothing of it is lost")]
    ),
    CommandSpec(
      name: "export",
      operands: "FILE",
      missing: "the name of a file, such as: rehearse export my-own.json",
      count: 1...1,
      summary: "turn a scenario into a Twee 3 file that Twine opens",
      options: [OptionSpec("--output", value: "FILE", "writes there instead of printing")],
      examples: [("rehearse export my-own.json --output my-own.twee", "import gives it back")]
    ),
    CommandSpec(
      name: "score",
      operands: "[WORDS...]",
      count: 0...10_000,
      summary: "judge words: those given, or JSON Lines from standard input",
      options: [],
      examples: [
        ("rehearse score \"I promise you'll get her back\"", "a judgement to read"),
        ("rehearse score < lines.jsonl > levels.jsonl", "one judgement a line, for measuring"),
      ]
    ),
    CommandSpec(
      name: "class",
      operands: "ID-or-FILE",
      missing: "the name of a scenario, such as: rehearse class june-fourth",
      count: 0...1,
      summary: "lead a class through a talk or a case on a projector: vote, talk, vote again",
      options: [
        OptionSpec("--notes", value: "FILE", "writes your notes there, for another screen"),
        OptionSpec(
          "--ground",
          value: "GROUND",
          choices: ["light", "dark", "paper"],
          "black on white, white on black, or black on soft yellow"
        ),
        OptionSpec("--test-card", "shows only whether the last row can read it"),
        OptionSpec("--summary", "tells what moved in the last class"),
        OptionSpec("--new", "begins anew, also when a class was left today"),
        OptionSpec("--band", value: "FROM-TO", "when a talk is worth most, in percent; 30-70"),
        OptionSpec("--keep-words", "keeps the room's own line; the room said yes"),
        seed, facts,
      ],
      examples: [
        ("rehearse class june-fourth", "a class; the same again goes on where it was left"),
        ("rehearse class the-same-sentence", "a case; the next talk follows, now or next week"),
        ("rehearse class june-fourth --test-card", "zoom until the last row can read"),
        ("rehearse class june-fourth --notes notes.txt", "with notes for another screen"),
        ("rehearse class --summary", "what moved, in counts"),
      ]
    ),
    CommandSpec(
      name: "notes",
      operands: "FILE",
      missing: "the file that the class writes, as: rehearse notes notes.txt",
      count: 1...1,
      summary: "follow a class's notes on another screen",
      options: [OptionSpec("--drive", "sends your keys to the room")],
      examples: [
        ("rehearse notes notes.txt", "on a second screen, never the projector's"),
        ("rehearse notes notes.txt --drive", "and lead the class from there"),
      ]
    ),
    CommandSpec(
      name: "sheet",
      operands: "ID-or-FILE",
      missing: "the name of a scenario, such as: rehearse sheet june-fourth",
      count: 1...1,
      summary: "print a scenario on paper for whoever leads the class",
      options: [facts],
      examples: [
        ("rehearse sheet june-fourth | lp", "every line, why, prompt, card and time"),
        ("rehearse sheet june-fourth", "the same to read, in pages of 58 lines"),
      ]
    ),
    CommandSpec(
      name: "config",
      operands: "",
      count: 0...0,
      summary: "show your settings, and where each comes from",
      options: [OptionSpec("--explain", "says why each is as it is"), mode],
      examples: [
        ("rehearse config", "the settings and the file they are kept in"),
        ("rehearse config --explain", "flag, environment, file or default, for each"),
      ]
    ),
    CommandSpec(
      name: "completions",
      operands: "SHELL",
      missing: "the name of a shell: bash, zsh or fish",
      count: 1...1,
      summary: "print completions for bash, zsh or fish",
      options: [],
      examples: [
        ("rehearse completions bash", "add it to ~/.bashrc"),
        ("rehearse completions zsh", "put it into a file _rehearse in your fpath"),
        ("rehearse completions fish", "put it into ~/.config/fish/completions/rehearse.fish"),
        ("rehearse completions scenarios", "the names that these scripts ask for"),
      ]
    ),
    CommandSpec(
      name: "man",
      operands: "",
      count: 0...0,
      summary: "print the manual page",
      options: [],
      examples: [("rehearse man", "put it into rehearse.1, and read it with man")]
    ),
    CommandSpec(
      name: "help",
      operands: "[COMMAND or TOPIC]",
      count: 0...1,
      summary: "explain a command or a topic",
      options: [],
      examples: [
        ("rehearse help play", "a command"),
        ("rehearse help exit-codes", "a topic"),
      ]
    ),
  ]

  /// The command of this name.
  static func named(_ name: String) -> CommandSpec? { all.first { $0.name == name } }

  /// The options it takes, common ones last.
  var allOptions: [OptionSpec] { options + Self.common }
}
