import Platform
import Synchronization
import Testing

/// What is read when: nothing that is not needed, nothing twice, and no error hidden by it.
@Suite struct ReadingTests {
  var computer = Computer()
  private let reads = Reads()

  init() {
    let read = computer.host.files.read
    let reads = reads
    computer.host.files.read = { path, limit throws(HostError) in
      reads.note(path)
      return try read(path, limit)
    }
  }

  @Test(
    arguments: [
      ["play", Kitchen.path], ["try", Kitchen.path], ["score", "Hello."], ["list"], [],
    ]
  )
  func aCueThatCannotBeReadIsToldBeforeAnythingElse(_ words: [String]) {
    let cue = #""because": "It frightens.", "cues": ["sign @yuor paper"]"#
    let broken = Kitchen.rubric.replacing(#""because": "It frightens.""#, with: cue)
    computer.put("/shelf/Rubrics/core.json", broken)
    let run = computer.run(words, typing: ["1"])
    #expect(run.status == 65)
    #expect(run.errors.contains("/shelf/Rubrics/core.json:22:"))
    #expect(run.errors.contains("error[bad-cue]: there is no class @yuor"))
    #expect(!run.output.contains("Ray"))
    #expect(computer.journals.isEmpty)
  }

  @Test func whatJudgesTypedWordsIsReadWhenTheyAreTyped() {
    _ = computer.play(["1", "2", "3"] + Kitchen.enters)
    #expect(reads.count(of: "/shelf/Rubrics/core-ear.json") == 0)
    #expect(reads.count(of: "/shelf/Rubrics/words.txt") == 0)
    _ = computer.play(["What would help you most today?", "no", "1", "What else do you need?"])
    #expect(reads.count(of: "/shelf/Rubrics/core-ear.json") == 1)
    #expect(reads.count(of: "/shelf/Rubrics/words.txt") == 1)
  }

  @Test func theMenuReadsARubricOnceHoweverMuchThereIsToPlay() {
    for number in 1...5 {
      let name = "kitchen-\(number)"
      let text = Kitchen.text.replacing(#""id": "kitchen""#, with: #""id": "\#(name)""#)
      computer.put("/shelf/Library/\(name).json", text)
    }
    let run = computer.run(["list"])
    #expect(run.output.contains("kitchen-5: The kitchen, with Ray."))
    #expect(reads.count(of: "/shelf/Rubrics/core.json") == 1)
  }

  @Test func checkCompilesACaseOnceHoweverManyFilesAreChecked() {
    computer.put("/shelf/Library/kitchen.json", Kitchen.text)
    computer.put("/shelf/Library/porch.json", CaseTests.second)
    computer.put("/shelf/Cases/supper.json", CaseTests.supper)
    let paths = ["/shelf/Library/kitchen.json", "/shelf/Library/porch.json"]
    let run = computer.run(["check"] + paths)
    // The second talk is checked with what the first leaves behind, and is read for that once more.
    #expect(run.all.contains("/shelf/Library/porch.json"))
    #expect(reads.count(of: paths[0]) == 2)
    #expect(reads.count(of: paths[1]) == 2)
    #expect(reads.count(of: "/shelf/Rubrics/core.json") == 1)
    #expect(reads.count(of: "/shelf/Rubrics/core-ear.json") == 1)
  }
}

/// How often each file was read.
private final class Reads: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  func note(_ path: String) { counts.withLock { $0[path, default: 0] += 1 } }

  func count(of path: String) -> Int { counts.withLock { $0[path] ?? 0 } }
}
