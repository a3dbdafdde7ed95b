import Platform
import Terminal
import Testing

@Suite struct SettingsTests {
  let computer = Computer()
  private let path = "/home/person/.config/rehearse/config.json"

  private func line(_ name: String, _ options: [String] = []) -> String? {
    computer.run(["config", "--explain"] + options).lines.first { $0.hasPrefix("- \(name): ") }
  }

  @Test func aFlagGoesBeforeTheEnvironmentThatBeforeTheFileThatBeforeTheUsual() {
    #expect(line("mode") == "- mode: rehearse, as usual, nothing says otherwise")
    computer.put(path, #"{ "mode": "learn", "color": "always", "plain": false, "full": true }"#)
    #expect(line("mode") == "- mode: learn, from your settings file")
    #expect(line("full") == "- full: true, from your settings file")
    computer.memory.setEnvironment("REHEARSE_MODE", "ready")
    #expect(line("mode") == "- mode: ready, from the variable REHEARSE_MODE")
    #expect(line("mode", ["--mode", "learn"]) == "- mode: learn, from the flag --mode")

    #expect(line("color") == "- color: always, from your settings file")
    computer.memory.setEnvironment("NO_COLOR", "1")
    #expect(line("color") == "- color: never, from the variable NO_COLOR")
    #expect(line("color", ["--color=auto"]) == "- color: auto, from the flag --color")

    computer.memory.setEnvironment("TERM", "xterm")
    #expect(line("plain") == "- plain: false, from your settings file")
    computer.memory.setEnvironment("ACCESSIBLE", "1")
    #expect(line("plain") == "- plain: true, from the variable ACCESSIBLE")
    #expect(line("plain", ["--plain"]) == "- plain: true, from the flag --plain")
  }

  @Test func theModeOfTheFileIsPlayed() {
    computer.put(path, #"{ "mode": "learn" }"#)
    #expect(computer.play(["1", "save"]).output.contains("Why: Nobody can promise it."))
    #expect(!computer.play(["1", "save"], ["--mode", "rehearse"]).output.contains("Why:"))
  }

  @Test func aMistakeInTheFileIsShownWithItsPlaceAndNothingOfItCounts() {
    computer.put(path, "{ \"mode\": \"lern\" }")
    let run = computer.run(["config"])
    #expect(run.status == 1)
    #expect(run.errors.contains("\(path):1:11: error"))
    #expect(run.errors.contains("learn"))
    #expect(run.output.contains("- mode: rehearse"))
    let play = computer.play(["save"])
    #expect(play.status == 0, "practice goes on")
    #expect(play.errors.contains("Your settings are not used until that is mended."))
  }
}

@Suite struct MannersTests {
  let computer = Computer()

  @Test(arguments: ["bash", "zsh", "fish"])
  func everyCommandAndOptionIsCompleted(_ shell: String) {
    let run = computer.run(["completions", shell])
    #expect(run.status == 0)
    for word in ["play", "resume", "history", "config", "completions", "learn", "exit-codes"] {
      #expect(run.output.contains(word), "\(word) in \(shell)")
    }
    let option = shell == "fish" ? "-l explain" : "--explain"
    #expect(run.output.contains(option))
  }

  @Test func aShellThatIsNotThereIsSaid() {
    let run = computer.run(["completions", "fishy"])
    #expect(run.status == 2)
    #expect(run.errors.contains("bash, zsh, fish"))
    #expect(run.errors.contains("did you mean fish?"))
  }

  @Test func theManualHasEveryCommandOptionAndExitStatus() {
    let page = computer.run(["man"])
    #expect(page.lines.first?.hasPrefix(".TH REHEARSE 1") == true)
    for line in [
      ".SS \"rehearse play ID\\-or\\-FILE\"", "\\fB\\-\\-facts\\fR \\fIFILE\\fR",
      "\\fB\\-\\-explain\\fR", ".SH \"EXIT\\-CODES\"", "130: interrupted, as by Ctrl\\-C",
    ] {
      #expect(page.output.contains(line), "\(line)")
    }
    #expect(!page.lines.contains { $0.hasPrefix("'") || $0.hasPrefix(". ") })
  }
}
