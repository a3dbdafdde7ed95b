import Authoring

extension CommandSpec {
  /// For whoever writes scenarios, or has words judged.
  static let workshop: [CommandSpec] = [
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
          numbers: 1...100_000_000,
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
        OptionSpec(
          "--depth",
          value: "TURNS",
          numbers: 1...20,
          "prints text, so many turns deep; 2 in a pipe"
        ),
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
        OptionSpec(
          "--runs",
          value: "NUMBER",
          numbers: 1...1_000_000,
          "how many plays each, 1000 unless told"
        ),
        OptionSpec(
          "--seed",
          value: "NUMBER",
          numbers: OptionSpec.anyNumber,
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
  ]
}
