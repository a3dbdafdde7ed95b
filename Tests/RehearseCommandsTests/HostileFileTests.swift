import Platform
import Testing

/// Files that mean harm get a clear error, soon.
@Suite struct HostileFileTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let code: String
    /// Where the error is, if it is at one place.
    var place: String?
    var testDescription: String { name }
  }

  private static func kitchen(_ text: String, _ replacement: String) -> String {
    Kitchen.text.replacing(text, with: replacement)
  }

  /// A ring of moments without a reply in it.
  private static var ring: String {
    kitchen(
      "\"nod\": {\n      \"lines\": [{ \"text\": \"He nods.\" }],\n      \"ending\": { \"title\": \"At the door\", "
        + "\"text\": \"He knows more than before.\", \"kind\": \"connected\" }",
      "\"nod\": { \"lines\": [], \"next\": [{ \"when\": \"trust < 3\", \"go\": \"nod\" }, { \"go\": \"bow\" }] },\n"
        + "\"bow\": { \"lines\": [], \"next\": \"nod\""
    )
  }

  static let samples: [Sample] = [
    Sample(name: "empty", text: "", code: "empty-file"),
    Sample(name: "blank", text: " \n\t\n", code: "empty-file"),
    Sample(
      name: "10,000 deep",
      text: String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
      code: "too-deep",
      place: "1:65"
    ),
    Sample(
      name: "10,000 objects deep",
      text: String(repeating: "{\"a\":", count: 10_000),
      code: "too-deep"
    ),
    Sample(
      name: "1e400",
      text: kitchen("\"start\": 2", "\"start\": 1e400"),
      code: "number-out-of-range"
    ),
    Sample(
      name: "too large",
      text: kitchen("\"to\": 5", "\"to\": 99999999999999999999"),
      code: "out-of-range"
    ),
    Sample(
      name: "duplicate key",
      text: kitchen("\"opening\": \"door\",", "\"opening\": \"door\", \"opening\": \"nod\","),
      code: "duplicate-key"
    ),
    Sample(
      name: "duplicate key, escaped",
      text: kitchen("\"opening\": \"door\",", "\"opening\": \"door\", \"\\u006fpening\": \"nod\","),
      code: "duplicate-key"
    ),
    Sample(
      name: "id that climbs",
      text: kitchen("\"id\": \"kitchen\"", "\"id\": \"../../x\""),
      code: "bad-id"
    ),
    Sample(
      name: "opening that climbs",
      text: kitchen("\"opening\": \"door\"", "\"opening\": \"../../x\""),
      code: "bad-id"
    ),
    Sample(
      name: "rubric that climbs",
      text: kitchen("\"order\":", "\"rubric\": \"../core\", \"order\":"),
      code: "bad-id"
    ),
    Sample(name: "endless", text: ring, code: "endless-passage"),
    Sample(
      name: "a moment that is its own next",
      text: kitchen("\"go\": \"nod\" }]", "\"go\": \"slammed\" }]")
        .replacing("\"nod\": {\n", with: "\"nod\": { \"next\": \"nod\",\n"),
      code: "endless-passage"
    ),
    Sample(name: "lone surrogate", text: kitchen("Rain", "\\ud800"), code: "lone-surrogate"),
    Sample(name: "NUL escape", text: kitchen("Rain", "\\u0000"), code: "zero-character"),
    Sample(name: "raw control", text: kitchen("Rain", "\u{1B}[2J"), code: "control-character"),
    Sample(name: "NaN", text: kitchen("\"start\": 2", "\"start\": NaN"), code: "unknown-word"),
    Sample(
      name: "a newer format",
      text: kitchen("rehearse-scenario/1", "rehearse-scenario/9"),
      code: "newer-format"
    ),
    Sample(name: "a list", text: "[1, 2]", code: "wrong-kind"),
    Sample(name: "words", text: "Dear trainer,\nhere is my scenario.\n", code: "other-file"),
    Sample(
      name: "a text that never ends",
      text: String(Kitchen.text.prefix(1_000)),
      code: "unclosed"
    ),
  ]

  @Test(arguments: samples)
  func theErrorIsClearAndSoon(_ sample: Sample) {
    let computer = Computer()
    computer.put("/home/person/x.json", sample.text)
    let clock = ContinuousClock()
    for command in ["check", "play"] {
      var run = Run(status: -1, output: "", errors: "")
      let time = clock.measure { run = computer.run([command, "/home/person/x.json"]) }
      #expect(run.status == 65, "\(run.all.prefix(2_000))")
      let place = sample.place.map { ":\($0): " } ?? ":"
      #expect(run.all.contains("/home/person/x.json\(place)"), "\(run.all.prefix(500))")
      #expect(run.all.contains("error[\(sample.code)]"), "\(run.all.prefix(500))")
      #expect(run.all.utf8.count < 60_000, "an error is something to read")
      #expect(time < .seconds(5))
      #expect(computer.journals.isEmpty)
      #expect(Harm.found(in: run.all).isEmpty)
    }
  }

  @Test(arguments: [
    [UInt8](repeating: 0, count: 4_096), (0...255).map { UInt8($0) },
    [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00],
    Array("{\"a\": \"".utf8) + [0xC3, 0x28] + Array("\"}".utf8),
    Array("\u{7F}ELF".utf8) + [1, 2, 3],
  ])
  func binaryIsRefused(_ bytes: [UInt8]) {
    let computer = Computer()
    computer.memory.put("/home/person/x.json", bytes)
    for command in ["check", "play"] {
      let run = computer.run([command, "/home/person/x.json"])
      #expect(run.status == 65, "\(run.all)")
      #expect(run.all.contains("/home/person/x.json:1:"))
      #expect(Harm.found(in: run.all).isEmpty)
    }
  }

  @Test(arguments: [FileKind.pipe, .device, .directory, .socket])
  func whatIsNoFileIsSaidAndNeverWaitedFor(_ kind: FileKind) {
    let computer = Computer()
    computer.memory.put("/home/person/x.json", kind)
    for command in ["check", "play"] {
      let run = computer.run([command, "/home/person/x.json"])
      #expect(run.status == 1)
      #expect(run.errors.contains("/home/person/x.json"))
      #expect(run.errors.contains(kind.rawValue), "\(run.errors)")
    }
  }

  @Test func oneBadFileDoesNotHideTheOthers() {
    let computer = Computer()
    computer.put("/home/person/x.json", "{")
    let run = computer.run(["check", "/home/person/x.json", "/nowhere.json", Kitchen.path])
    #expect(run.status == 65)
    #expect(run.output.contains("/home/person/x.json:1:"))
    #expect(run.errors.contains("/nowhere.json"))
    #expect(run.output.contains("in \(Kitchen.path)"))
  }

  /// An error early in a file must not bring on hundreds that are only its consequence.
  @Test func oneMistakeIsOneError() {
    for (text, replacement) in [
      ("\"listener\": \"ray\",", "\"listener\": \"ray\""),
      ("\"trust < 2\"", "\"trsut < 2\""), ("\"next\": \"table\"\n", "\"next\": \"tabel\"\n"),
      ("\"start\": 2", "\"start\": 9"), ("\"start\": 2", "\"start\": 1e400"),
      ("\"kind\": \"broken\"", "\"kind\": \"brokn\""),
    ] {
      let computer = Computer()
      computer.put("/home/person/x.json", Self.kitchen(text, replacement))
      let run = computer.run(["check", "/home/person/x.json"])
      let expected = text.contains("\n") ? 3 : 1
      #expect(run.output.split(separator: "error[").count == expected + 1, "\(run.output)")
    }
  }
}
