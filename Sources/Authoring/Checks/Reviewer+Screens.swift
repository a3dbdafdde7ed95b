import JSONSyntax
import ScenarioEngine
import SourceText

/// Whether everything fits the screens it will be shown on; the smallest is a room's, 55 by 16.
extension Reviewer {
  static let roomWidth = 50
  static let roomReplyRows = 4
  static let roomLineRows = 11

  mutating func reviewScreens() {
    for reply in scenario.replyIndices {
      let rows = TextScan.rows(said[reply.place], width: Self.roomWidth)
      guard rows > Self.roomReplyRows else { continue }
      report(
        ReviewCode.replyTooLongForRoom,
        "this reply takes \(rows) rows on a room's screen; "
          + "\(Self.roomReplyRows) fit beside three others",
        at: member("say", of: reply)
      )
    }
    reviewCounts()
    for line in tables.lines.indices {
      let text = scenario.text(tables.lines[line].text, in: start)
      let rows = TextScan.rows(text, width: Self.roomWidth)
      guard rows > Self.roomLineRows, let node = map.lines[line] else { continue }
      report(
        ReviewCode.lineTooLongForRoom,
        "this line takes \(rows) rows on a room's screen, and \(Self.roomLineRows) fit",
        at: document.member("text", of: node)
      )
    }
    for node in map.strings(document.root) { reviewCharacters(node) }
  }

  /// What counts is how many replies can be said at one time.
  private mutating func reviewCounts() {
    var most: [MomentIndex: (count: Int, state: Int)] = [:]
    for state in 0..<graph.stateCount {
      let count = graph.edges(of: state).count
      guard count > 4 else { continue }
      let moment = graph.moment(of: state)
      if count > most[moment]?.count ?? 0 { most[moment] = (count, state) }
    }
    for (moment, found) in most.sorted(by: { $0.key.raw < $1.key.raw }) {
      report(
        ReviewCode.tooManyReplies,
        "\(id(moment)) can offer \(found.count) replies at a time; a room's screen shows four",
        at: map.momentKeys[moment.place],
        along: graph.path(to: found.state)
      )
    }
  }

  private mutating func reviewCharacters(_ node: JSONNode.ID) {
    let text = map.text(node)
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return }
    var offset = 0
    for scalar in text.unicodeScalars {
      if let problem = Self.problem(with: scalar) {
        report(
          ReviewCode.screenCharacter,
          "\(problem), which only some screens can lay out",
          offset..<(offset + UTF8.width(scalar)),
          of: node
        )
        return
      }
      offset += UTF8.width(scalar)
    }
  }

  private static func problem(with scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x200D: "this is a picture joined from several"
    case 0xFE0F: "this sign is turned into a picture"
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: "this is written from right to left"
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF:
      "this script has no spaces between words"
    case 0x0900...0x0DFF: "this script joins its letters"
    case 0x1F000...0x1FAFF: "this is a picture"
    case 0xE000...0xF8FF: "this sign belongs to one font"
    default: nil
    }
  }
}
