import JSONSyntax
import ScenarioEngine
import SourceText

/// What a name in braces stands for.
enum Filling {
  /// Bytes of the pool.
  case literal(Range<Int>)
  /// The present value of a piece of state.
  case state(SlotIndex)
  /// A fact that is declared after the place that names it.
  case laterFact
}

extension ScenarioBuilder {
  /// The longest that a text may be with its names filled in, in bytes.
  private static let longestText = 100_000
  /// A literal of up to this many bytes is copied into the text that names it; a longer one is shared,
  /// so that a short file cannot fill the memory.
  private static let longestCopy = 16

  mutating func append(_ bytes: some Collection<UInt8>) -> Range<Int> {
    let start = tables.pool.count
    tables.pool.append(contentsOf: bytes)
    return start..<tables.pool.count
  }

  /// A text of the script, for those that may be left out.
  mutating func template(ifPresent node: JSONNode.ID?) -> Template? {
    node.map { template($0) }
  }

  /// A text of the script, with the names in it filled as far as they never change.
  mutating func template(_ node: JSONNode.ID?) -> Template {
    guard let node, let text = source.text(of: node) else { return Template(pieces: .none) }
    let first = tables.pieces.count
    var writer = TextWriter(first: tables.pool.count)
    fill(text, node, source.range(of: node), &writer)
    writer.end(&tables)
    return Template(pieces: TableRange(first, tables.pieces.count))
  }

  /// A text outside of the talk, where state cannot be named; the empty text where there is none.
  mutating func plainText(_ node: JSONNode.ID?) -> String {
    guard let node, let text = source.text(of: node) else { return "" }
    if text.place(of: UInt8(ascii: "{")) == nil { return String(decoding: text, as: UTF8.self) }
    return String(decoding: filled(text, node, source.range(of: node)), as: UTF8.self)
  }

  /// A text or a list of texts.
  mutating func plainTexts(_ node: JSONNode.ID?) -> [String] {
    guard let node else { return [] }
    guard source.document.kind(of: node) == .array else { return [plainText(node)] }
    var texts: [String] = []
    for element in source.document.elements(of: node) { texts.append(plainText(element)) }
    return texts
  }

  /// Reads the facts in order; each may name people and the facts before it.
  mutating func readFacts() {
    for fact in declared.facts {
      let isFirst = declared.names[fact.key]?.what == "a fact"
      let bytes = filled(fact.text, fact.node, fact.range)
      if isFirst { fillings[fact.key] = .literal(append(bytes)) }
      notes.facts.append((fact.key, String(decoding: bytes, as: UTF8.self)))
    }
  }

  /// Fills a text in which state cannot be named.
  private mutating func filled(
    _ text: ArraySlice<UInt8>,
    _ node: JSONNode.ID?,
    _ range: SourceRange
  ) -> [UInt8] {
    let pool = tables.pool.count
    let pieces = tables.pieces.count
    var writer = TextWriter(first: pool)
    fillsNotes = true
    fill(text, node, range, &writer)
    fillsNotes = false
    writer.end(&tables)
    var bytes: [UInt8] = []
    for piece in tables.pieces[pieces...] {
      if case .literal(let start, let count) = piece {
        bytes += tables.pool[Int(start)..<Int(start + count)]
      }
    }
    tables.pool.removeSubrange(pool...)
    tables.pieces.removeSubrange(pieces...)
    return bytes
  }

  /// Writes literal runs to the pool and joins those that follow each other.
  private struct TextWriter {
    private var start: Int
    private(set) var length = 0

    init(first: Int) { start = first }

    mutating func write(_ bytes: some Collection<UInt8>, to tables: inout ScenarioTables) {
      length += bytes.count
      tables.pool.append(contentsOf: bytes)
    }

    mutating func share(_ range: Range<Int>, in tables: inout ScenarioTables) {
      end(&tables)
      length += range.count
      tables.pieces.append(.literal(start: Int32(range.lowerBound), count: Int32(range.count)))
    }

    mutating func value(of slot: SlotIndex, in tables: inout ScenarioTables) {
      end(&tables)
      tables.pieces.append(.value(slot))
    }

    /// Ends the run of literal bytes that is being written.
    mutating func end(_ tables: inout ScenarioTables) {
      let count = tables.pool.count - start
      if count > 0 {
        tables.pieces.append(.literal(start: Int32(start), count: Int32(count)))
      }
      start = tables.pool.count
    }
  }

  private mutating func fill(
    _ text: ArraySlice<UInt8>,
    _ node: JSONNode.ID?,
    _ range: SourceRange,
    _ writer: inout TextWriter
  ) {
    var rest = text
    while let brace = rest.place(of: UInt8(ascii: "{")) {
      writer.write(rest[rest.startIndex..<brace], to: &tables)
      let inside = rest[(brace + 1)...]
      if inside.first == UInt8(ascii: "{") {
        writer.write(CollectionOfOne(UInt8(ascii: "{")), to: &tables)
        rest = inside.dropFirst()
        continue
      }
      let offset = brace - text.startIndex
      guard let end = inside.place(of: UInt8(ascii: "}")) else {
        reportInText(
          .unclosedBrace,
          "this brace has no \"}\"; a brace to be shown is written twice: {{",
          offset..<(offset + 1),
          node,
          range
        )
        return
      }
      let name = String(decoding: inside[..<end], as: UTF8.self)
      fill(name, (offset + 1)..<(end - text.startIndex), node, range, &writer)
      rest = inside[(end + 1)...]
      guard writer.length <= Self.longestText else {
        return reportInText(
          .filledTextTooLong,
          "with its names filled in, this text is longer than \(Self.longestText) bytes",
          0..<text.count,
          node,
          range
        )
      }
    }
    writer.write(rest, to: &tables)
  }

  private mutating func fill(
    _ name: String,
    _ part: Range<Int>,
    _ node: JSONNode.ID?,
    _ range: SourceRange,
    _ writer: inout TextWriter
  ) {
    switch fillings[name] {
    case .literal(let literal) where literal.count <= Self.longestCopy:
      writer.write(Array(tables.pool[literal]), to: &tables)
    case .literal(let literal):
      writer.share(literal, in: &tables)
    case .state(let slot) where !fillsNotes:
      writer.value(of: slot, in: &tables)
    case .state:
      reportInText(
        .stateInNotes,
        "\"\(name)\" is state, which only the words of the talk can name",
        part,
        node,
        range
      )
    case .laterFact:
      reportInText(
        .laterFact,
        "a fact can name only facts that stand before it, and \"\(name)\" does not",
        part,
        node,
        range
      )
    case nil:
      reportUnknownName(name, part, node, range)
    }
  }

  private mutating func reportUnknownName(
    _ name: String,
    _ part: Range<Int>,
    _ node: JSONNode.ID?,
    _ range: SourceRange
  ) {
    let mayBeLost =
      declared.isCastIncomplete || declared.areFactsIncomplete || declared.isStateIncomplete
    guard !findings.isFull, !mayBeLost else { return }
    let candidates =
      declared.castIDs + declared.facts.map(\.key) + (fillsNotes ? [] : declared.slots.map(\.name))
    let nearest = nearestMatch(to: name, among: candidates)
    let place = node.map { source.document.range(of: part, inString: $0) } ?? range
    findings.report(
      .unknownName,
      name.isEmpty
        ? "there is no name between these braces; a brace to be shown is written twice: {{"
        : unknownMessage(
          "person, fact or state",
          name,
          among: candidates,
          hasNearest: nearest != nil
        ),
      at: place,
      fixIts: nearest.map {
        [.init("did you mean {\($0)}?", edits: [SourceEdit(replacing: place, with: $0)])]
      } ?? []
    )
  }

  private mutating func reportInText(
    _ code: DiagnosticCode,
    _ message: String,
    _ part: Range<Int>,
    _ node: JSONNode.ID?,
    _ range: SourceRange
  ) {
    guard !findings.isFull else { return }
    let place = node.map { source.document.range(of: part, inString: $0) } ?? range
    findings.report(code, message, at: place)
  }
}
