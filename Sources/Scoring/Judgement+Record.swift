import JSONSyntax
import SourceText

extension Judgement {
  /// The judgement as a record keeps it, one line of JSON.
  public var recorded: String { JSONWriter.compact(json) }

  /// Reads a judgement as it was recorded; `nil` if it cannot be understood.
  public init?(recorded: String) {
    let file = SourceFile(path: "judgement", bytes: Array(recorded.utf8))
    let (document, diagnostics) = JSONReader.read(file)
    guard let document, !diagnostics.hasErrors else { return nil }
    self.init(document.value(of: document.root))
  }

  private var json: JSONValue {
    .object([
      .init(
        "dimensions",
        .array(
          dimensions.map { dimension in
            .object([
              .init("id", .string(dimension.id)),
              .init("level", dimension.level.map { .integer($0) } ?? .null),
              .init("state", .string(dimension.state.rawValue)),
              .init("uncertain", .boolean(dimension.isUncertain)),
            ])
          }
        )
      ),
      .init(
        "findings",
        .array(
          findings.map { finding in
            .object([
              .init("code", .string(finding.code)),
              .init("from", .integer(finding.range.lowerBound)),
              .init("to", .integer(finding.range.upperBound)),
              .init("quote", .string(finding.quote)),
              .init("status", .string(finding.status.rawValue)),
              .init("counts", .boolean(finding.counts)),
              .init("held", .boolean(finding.isHeld)),
              .init("guess", .boolean(finding.isGuess)),
              .init("because", .string(finding.because)),
              .init("move", .string(finding.move)),
            ])
          }
        )
      ),
    ])
  }

  private init?(_ json: JSONValue) {
    guard case .array(let dimensions)? = json["dimensions"],
      case .array(let findings)? = json["findings"]
    else { return nil }
    self.init(
      dimensions: dimensions.map { value in
        Dimension(
          id: value.string("id"),
          level: value.integer("level"),
          state: State(rawValue: value.string("state")) ?? .unreadable,
          isUncertain: value.flag("uncertain")
        )
      },
      findings: findings.map { value in
        let from = max(0, value.integer("from") ?? 0)
        return Finding(
          code: value.string("code"),
          range: from..<max(from, value.integer("to") ?? 0),
          quote: value.string("quote"),
          status: SpeechStatus(rawValue: value.string("status")) ?? .asserted,
          counts: value.flag("counts"),
          isHeld: value.flag("held"),
          isGuess: value.flag("guess"),
          because: value.string("because"),
          move: value.string("move")
        )
      },
      entries: [],
      isCut: false
    )
  }
}

extension JSONValue {
  fileprivate func string(_ key: String) -> String {
    if case .string(let text)? = self[key] { text } else { "" }
  }

  fileprivate func integer(_ key: String) -> Int? {
    if case .integer(let number)? = self[key] { number } else { nil }
  }

  fileprivate func flag(_ key: String) -> Bool {
    if case .boolean(let flag)? = self[key] { flag } else { false }
  }
}
