extension CommandSpec {
  /// For whoever practises.
  static let practice: [CommandSpec] = [
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
  ]

  /// For whoever leads a class.
  static let room: [CommandSpec] = [
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
  ]

  /// About the program itself.
  static let program: [CommandSpec] = [
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
}
