import Foundation
import JSONSyntax
import Platform

@testable import Records

/// Records to test with.
enum Samples {
  static let beginning = Beginning(
    scenario: "june-fourth",
    title: "June 4",
    digest: "d1",
    source: .shipped,
    seed: .max,
    mode: .rehearse,
    rubric: "core",
    rubricDigest: "r1"
  )

  static func move(_ number: Int) -> AttemptRecord {
    .moved(.chose(moment: "moment-\(number)", reply: "reply-\(number)"))
  }

  static func typed(_ text: String?) -> AttemptRecord {
    .moved(
      .typed(
        TypedRecord(
          moment: "the-clock",
          takenFor: "straight",
          rubricDigest: "r1",
          judgement: [
            "levels": ["honesty": 1, "clarity": nil],
            "findings": [
              [
                "code": "H1a", "quotation": "home by Christmas",
                "reason": "You said \"she'll be home by Christmas\", which nobody can know.",
              ],
              ["code": "C2", "quotation": "list", "reason": "Say which list."],
            ],
          ],
          entries: [["promise": "back-in-time", "to": ["tanya"], "words": "home by Christmas"]],
          text: text
        )
      )
    )
  }
}

/// A machine with a store on it, on a disk in memory or on a real one.
struct Machine {
  let memory = MemoryHost()
  var host: Platform.Host { memory.host }
  var store: AttemptStore { AttemptStore(host: memory.host) }
  let folder = "/home/person/.local/share/rehearse/attempts"

  func path(_ attempt: String) -> String { "\(folder)/\(attempt).journal" }
  func bytes(_ attempt: String) -> [UInt8] { memory.bytes(path(attempt)) ?? [] }

  /// Plays `moves` moves and leaves the file closed.
  func played(moves: Int) -> String {
    let journal = store.begin(Samples.beginning)
    for number in 0..<moves { _ = journal.append(Samples.move(number)) }
    journal.close()
    return journal.attempt
  }
}

/// A real folder with a store in it, gone with the last reference to it.
final class RealMachine {
  let base: String
  let store: AttemptStore

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    base = url.resolvingSymlinksInPath().path
    store = RealMachine.store(under: base)
  }

  deinit { try? FileManager.default.removeItem(atPath: base) }

  static func store(under base: String) -> AttemptStore {
    var host = Platform.Host.live
    host.environment = { $0 == "XDG_DATA_HOME" ? base : $0 == "HOME" ? "/nowhere" : nil }
    return AttemptStore(host: host)
  }

  var folder: String { base + "/rehearse/attempts" }
}

/// A repeatable source of chance for property tests.
struct Chance {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func text() -> String {
    let pieces = [
      "a", "é", "e\u{301}", "\"", "\\", "\n", "\r\n", "\t", "\u{1}", "\u{2028}", "\u{202E}", "👪",
      "/", " ", "\u{7F}", "{tanya}", "\u{FEFF}",
    ]
    return (0..<below(12)).map { _ in pieces[below(pieces.count)] }.joined()
  }

  mutating func json(depth: Int = 3) -> JSONValue {
    switch below(depth == 0 ? 5 : 7) {
    case 0: .null
    case 1: .boolean(below(2) == 0)
    case 2: .integer(below(2) == 0 ? below(1_000) : Int.min)
    case 3: .number(Double(below(1_000)) + 0.5)
    case 4: .string(text())
    case 5: .array((0..<below(4)).map { _ in json(depth: depth - 1) })
    default: .object((0..<below(4)).map { .init("k\($0)" + text(), json(depth: depth - 1)) })
    }
  }

  mutating func beginning() -> Beginning {
    Beginning(
      scenario: text(),
      title: text(),
      digest: text(),
      source: below(2) == 0 ? .shipped : .file("/" + text()),
      seed: UInt64(below(1 << 30)) &* 0x9E37_79B9_7F4A_7C15,
      mode: AttemptMode.allCases[below(3)],
      rubric: text(),
      rubricDigest: text(),
      order: text(),
      facts: (0..<below(3)).map { _ in .init(text(), text()) },
      talk: below(2) == 0 ? nil : .init(id: text(), index: below(9), carried: json()),
      isPractice: below(2) == 0,
      branch: below(2) == 0 ? nil : .init(attempt: text(), moves: below(9)),
      keepsTypedText: true
    )
  }

  mutating func record() -> AttemptRecord {
    switch below(10) {
    case 0: .undid
    case 1: .markedPractice
    case 2: .consented(keepsTypedText: true)
    case 3:
      .rated(
        (0..<below(4)).map { _ in
          SelfRating(dimension: text(), level: below(2) == 0 ? nil : below(5))
        }
      )
    case 4:
      .ended(EndingRecord(moment: text(), title: text(), verdict: text(), levels: json()))
    case 5:
      .planned(PlanRecord(text: below(2) == 0 ? nil : text(), due: Int64(below(1 << 30)) * 1_000))
    case 6: .left
    case 7: .moved(.chose(moment: text(), reply: text()))
    default:
      .moved(
        .typed(
          TypedRecord(
            moment: text(),
            takenFor: text(),
            rubricDigest: text(),
            judgement: json(),
            entries: json(),
            text: below(2) == 0 ? nil : text()
          )
        )
      )
    }
  }
}
