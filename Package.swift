// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Makes one library module; `Sources/README.md` says what each is for and why it may import so little.
func module(_ name: String, _ dependencies: [String] = [], exclude: [String] = []) -> Target {
  .target(
    name: name,
    dependencies: dependencies.map { .byName(name: $0) },
    exclude: exclude,
    swiftSettings: settings
  )
}

/// Makes the test target of one module; all of them may use `TestSupport`.
func tests(of name: String, _ dependencies: [String] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "TestSupport"] + dependencies).map { .byName(name: $0) },
    exclude: exclude,
    swiftSettings: settings
  )
}

let package = Package(
  name: "rehearse",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "rehearse", targets: ["rehearse"])],
  targets: [
    // Modules that know nothing of the others.
    module("SourceText"),
    module("Platform"),
    module("Prose"),
    module("Terminal", exclude: ["Unicode/generate.py"]),
    module("ScenarioEngine"),

    // Files to values.
    module("JSONSyntax", ["SourceText"]),
    module("ScenarioCompiler", ["JSONSyntax", "ScenarioEngine", "SourceText"]),

    // Judging and keeping.
    module(
      "Scoring",
      ["JSONSyntax", "Prose", "ScenarioEngine", "SourceText"],
      exclude: ["README.md", "Training"]
    ),
    module("Records", ["JSONSyntax", "Platform", "ScenarioEngine", "Scoring", "SourceText"]),

    // The trainer's workshop.
    module(
      "Authoring",
      ["JSONSyntax", "Prose", "ScenarioCompiler", "ScenarioEngine", "Scoring", "SourceText"]
    ),

    // What a person meets.
    module("TerminalFront", ["ScenarioEngine", "Scoring", "Terminal"]),
    .target(
      name: "RehearseCommands",
      dependencies: [
        "Authoring", "JSONSyntax", "Platform", "Records", "ScenarioCompiler", "ScenarioEngine",
        "Scoring",
        "SourceText", "Terminal", "TerminalFront",
      ],
      swiftSettings: settings,
      plugins: ["EmbedScenarios"]
    ),
    .executableTarget(
      name: "rehearse",
      dependencies: ["Platform", "RehearseCommands", "Terminal"],
      swiftSettings: settings
    ),

    // Speed, measured; never asserted by the clock in tests.
    .executableTarget(
      name: "rehearse-bench",
      dependencies: [
        "Authoring",
        "JSONSyntax", "ScenarioCompiler", "ScenarioEngine", "Scoring", "SourceText", "Terminal",
        "TerminalFront",
      ],
      swiftSettings: settings
    ),

    // The shipped scenarios, put into the program as string literals.
    .plugin(
      name: "EmbedScenarios",
      capability: .buildTool(),
      dependencies: ["embed-scenarios"],
      path: "Sources/EmbedScenarios"
    ),
    .executableTarget(name: "embed-scenarios", swiftSettings: settings),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: ["JSONSyntax", "Platform", "ScenarioCompiler", "ScenarioEngine", "SourceText"],
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    tests(of: "SourceText"),
    tests(of: "Platform"),
    tests(of: "Prose"),
    tests(of: "Terminal"),
    tests(of: "ScenarioEngine", ["ScenarioCompiler"]),
    tests(of: "JSONSyntax", ["SourceText"], exclude: ["Golden"]),
    tests(of: "ScenarioCompiler", ["JSONSyntax", "ScenarioEngine", "SourceText"]),
    tests(
      of: "Scoring",
      ["JSONSyntax", "Prose", "ScenarioCompiler", "ScenarioEngine", "SourceText"],
      exclude: ["Paraphrases", "Stops"]
    ),
    tests(of: "Records", ["JSONSyntax", "Platform", "ScenarioEngine"]),
    tests(
      of: "TerminalFront",
      ["ScenarioCompiler", "ScenarioEngine", "Scoring", "SourceText", "Terminal"],
      exclude: ["Room/Golden", "Screen/Golden"]
    ),
    tests(
      of: "Authoring",
      ["JSONSyntax", "ScenarioCompiler", "ScenarioEngine", "Scoring", "SourceText"],
      exclude: ["Twee/Stories"]
    ),
    tests(
      of: "RehearseCommands",
      ["Platform", "Records", "ScenarioCompiler", "ScenarioEngine", "Terminal"],
      exclude: ["Golden"]
    ),
  ],
  swiftLanguageModes: [.v6]
)
