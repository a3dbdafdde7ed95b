import JSONSyntax
import SourceText

/// Judges JSON Lines: one card with `text` a line in, one judgement a line out.
public enum ScoreLines {
  /// What came of a run.
  public struct Result: Sendable {
    /// The lines.
    public var output: [UInt8] = []
    /// How many lines could not be judged.
    public var badLines: Int = 0

    /// Creates an empty result.
    public init() {}
  }

  /// Judges all lines of `input`, in order; an empty line is skipped.
  public static func judge(_ input: [UInt8], by listener: Listener) -> Result {
    var result = Result()
    for (number, line) in input.split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    .enumerated() {
      guard line.contains(where: { $0 != 0x20 && $0 != 0x0d && $0 != 0x09 }) else { continue }
      result.output += line1(Array(line), number: number + 1, listener, &result.badLines)
      result.output.append(UInt8(ascii: "\n"))
    }
    return result
  }

  private static func line1(
    _ line: [UInt8],
    number: Int,
    _ listener: Listener,
    _ bad: inout Int
  ) -> [UInt8] {
    let (document, diagnostics) = JSONReader.read(SourceFile(path: "line", bytes: line))
    guard let document, !diagnostics.hasErrors, document.kind(of: document.root) == .object else {
      bad += 1
      let why = diagnostics.first?.message ?? "a line is one JSON object"
      return Array(
        JSONWriter.compact(
          .object([.init("line", .integer(number)), .init("error", .string(why))])
        ).utf8
      )
    }
    let card = CardReader(document)
    guard let text = card.text else {
      bad += 1
      return Array(
        JSONWriter.compact(
          .object(
            card.idMember + [
              .init("line", .integer(number)),
              .init("error", .string(card.problem ?? "there is no \"text\" in this line")),
            ]
          )
        ).utf8
      )
    }
    let judgement = listener.judge(text, card.context)
    return Array(JSONWriter.compact(json(judgement, card.idMember)).utf8)
  }

  /// The judgement as it is written.
  private static func json(_ judgement: Judgement, _ id: [JSONValue.Member]) -> JSONValue {
    var members = id
    for dimension in judgement.dimensions {
      members.append(.init(dimension.id, dimension.level.map { .integer($0) } ?? .null))
    }
    members.append(
      .init(
        "uncertain",
        .array(judgement.dimensions.filter(\.isUncertain).map { .string($0.id) })
      )
    )
    members.append(
      .init(
        "findings",
        .array(
          judgement.findings.map { finding in
            .object([
              .init("code", .string(finding.code)),
              .init("from", .integer(finding.range.lowerBound)),
              .init("to", .integer(finding.range.upperBound)),
              .init("quote", .string(finding.quote)),
              .init("status", .string(Self.status(of: finding))),
              .init("because", .string(finding.because)),
            ])
          }
        )
      )
    )
    return .object(members)
  }

  private static func status(of finding: Judgement.Finding) -> String {
    finding.isGuess ? "guess" : finding.isHeld ? "held" : finding.status.rawValue
  }
}

/// Reads the card of one line; no other field is ever looked at.
struct CardReader {
  private(set) var context = ListeningContext()
  private(set) var text: String?
  private(set) var problem: String?
  private(set) var idMember: [JSONValue.Member] = []

  init(_ document: JSONDocument) {
    let root = document.root
    func string(_ key: StaticString, of id: JSONNode.ID) -> String {
      document.member(key, of: id).flatMap { document.string(of: $0) } ?? ""
    }
    func list(_ key: StaticString) -> Set<String> {
      guard let id = document.member(key, of: root), document.kind(of: id) == .array else {
        return []
      }
      return Set(document.elements(of: id).compactMap { document.string(of: $0) })
    }
    if let id = document.member("id", of: root) {
      idMember = [.init("id", document.value(of: id))]
    }
    if let value = document.member("text", of: root) {
      text = document.string(of: value)
      if text == nil { problem = "\"text\" is not text" }
    }
    context.audience = .init(rawValue: string("audience", of: root)) ?? .birthParent
    context.facts = string("facts", of: root)
    if let people = document.member("people", of: root), document.kind(of: people) == .object {
      context.people = .init(
        child: string("child", of: people),
        parent: string("parent", of: people),
        caregiver: string("caregiver", of: people)
      )
    }
    context.planB = string("planB", of: root)
    context.hearing = string("hearing", of: root)
    context.limit = string("limit", of: root)
    context.safetyOrder =
      document.member("safetyOrder", of: root).flatMap { document.boolean(of: $0) } ?? false
    context.theySaid = string("theySaid", of: root)
    context.asked = list("asked")
    context.must = list("must")
  }
}
