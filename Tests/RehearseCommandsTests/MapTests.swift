import Platform
import Terminal
import TestSupport
import Testing

@Suite struct MapTests {
  @Test(arguments: ["tree", "dot", "mermaid"])
  func theKitchenIsDrawn(format: String) throws {
    let run = Computer().run(["map", Kitchen.path, "--format", format])
    #expect(run.status == 0)
    #expect(run.output.contains("promised(home)"))
    try expectGolden(run.output, "map-kitchen-\(format).txt")
  }

  @Test func aWayIsDrawnOverIt() {
    let run = Computer().run(["map", Kitchen.path, "--path", "promise,mend,go"])
    #expect(run.status == 0)
    for marked in ["* promise ", "* mend ", "* go "] { #expect(run.output.contains(marked)) }
    #expect(!run.output.contains("* wait "))
    let wrong = Computer().run(["map", Kitchen.path, "--path", "promise,mned"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("Did you mean mend?"))
  }

  @Test func anAttemptIsDrawnByItsName() {
    let computer = Computer()
    _ = computer.play(Kitchen.repaired + Kitchen.enters)
    let run = computer.run(["map", Kitchen.path, "--path", computer.attempt])
    #expect(run.status == 0)
    #expect(run.output.contains("* promise "))
  }

  @Test func onesOwnPlaysAreCounted() {
    let computer = Computer()
    _ = computer.play(Kitchen.repaired + Kitchen.enters)
    _ = computer.play(["2", "quit"])
    let run = computer.run(["map", Kitchen.path, "--journal", "own"])
    #expect(run.status == 0)
    #expect(run.errors == "Over the map: 2 of your plays.\n")
    #expect(run.output.contains("promise [would hurt] 1× "))
    #expect(run.output.contains("date [sound] 1× "))
    #expect(run.output.contains("wait [falls short] 0× "))
  }

  @Test func aClassIsCountedByItsLastVotes() {
    let computer = Computer()
    let lines = ["next", "next", "20", "1 12", "2 8", "show", "next", "next", "quit"]
    _ = computer.run(["class", Kitchen.path], typing: lines)
    let run = computer.run(["map", Kitchen.path, "--journal", "class"])
    #expect(run.all.contains("votes of a class") || run.status == 66, "\(run.all)")
  }

  @Test func withoutPlaysItSaysHowToHaveSome() {
    for whose in ["own", "class"] {
      let run = Computer().run(["map", Kitchen.path, "--journal", whose])
      #expect(run.status == 66)
      #expect(run.errors.contains("on this computer. rehearse "))
    }
  }

  @Test func coloursStressWhatTheWordsSay() {
    let computer = Computer()
    computer.memory.setEnvironment("TERM", "xterm")
    let plain = computer.run(["map", Kitchen.path])
    let colored = computer.run(["map", Kitchen.path, "--color", "always"])
    #expect(colored.output.contains("\u{1B}[31m[would hurt] "))
    var stripped = ""
    var isCode = false
    for letter in colored.output {
      if letter == "\u{1B}" { isCode = true }
      if !isCode { stripped.append(letter) }
      if letter == "m" { isCode = false }
    }
    #expect(stripped == plain.output)
  }
}
