import JSONSyntax
public import SourceText

/// Reads the weights of a second ear.
public enum EarLoader {
  /// Reads a file of weights; there is an ear only where nothing is wrong with the file.
  public static func load(_ file: SourceFile) -> (ear: Ear?, diagnostics: [Diagnostic]) {
    let (document, syntax) = JSONReader.read(file)
    guard let document, !syntax.hasErrors else { return (nil, syntax) }
    let diagnostics = syntax + table.check(document)
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    let root = document.root
    let codes = strings("codes", of: root, document)
    guard
      let sentence = document.member("sentence", of: root).flatMap({ weights(of: $0, document) }),
      let turns = document.member("turn", of: root), sentence.columns == codes.count
    else { return (nil, diagnostics + [damaged(root, document)]) }
    var outcomes: [Ear.Outcome] = []
    for member in document.members(of: turns) {
      guard let name = document.string(of: member.key),
        let table = weights(of: member.value, document), table.columns == 5
      else { return (nil, diagnostics + [damaged(member.value, document)]) }
      outcomes.append(
        Ear.Outcome(
          dimension: name,
          table: table,
          dense: numbers("dense", of: member.value, document),
          notShown: document.member("notShown", of: member.value)
            .flatMap { document.double(of: $0) }.map { Float($0) } ?? Ear.usualNotShownBar
        )
      )
    }
    let width = codes.count * 2 * (outcomes.count + 1) * 5
    guard outcomes.allSatisfy({ $0.dense.count == width }) else {
      return (nil, diagnostics + [damaged(turns, document)])
    }
    let order = document.member("order", of: root).flatMap { wordOrder(of: $0, document) }
    let ear = Ear(codes: codes, sentence: sentence, outcomes: outcomes, order: order)
    return (ear, diagnostics)
  }

  private static let table: ShapeTable = {
    let numbers = Shape.list(.number(-1_000_000...1_000_000), count: 0...10_000)
    let weights = [
      KeyShape.required("keys", .anything, "The features, four bytes each, in base 64."),
      .required("weights", .anything, "A byte for each feature and column, in base 64."),
      .required("scales", numbers, "What a weight of 1 is worth, by column."),
      .required("bias", numbers, "What a column begins with."),
      .optional("dense", numbers, "Weights of the codes' scores."),
      .optional("notShown", .number(0...1), "From which likelihood on nothing is shown."),
    ]
    return ShapeTable(
      root: .object(
        ObjectShape(
          "an ear",
          [
            .required("format", .constant("rehearse-ear/1"), "The format of this file."),
            .required("rubric", .text(.identifier), "The rubric it was trained with."),
            .optional("about", .text(.prose), "What it was trained on."),
            .required("codes", .list(.text(.prose), count: 1...200), "The codes of its scores."),
            .required("sentence", .object(ObjectShape("weights", weights)), "For sentences."),
            .required(
              "turn",
              .map(key: .identifier, .object(ObjectShape("weights", weights)), limit: 16),
              "For whole turns, by dimension."
            ),
            .optional(
              "order",
              .object(
                ObjectShape(
                  "word order",
                  [
                    .required("common", .anything, "Common words, four bytes each, in base 64."),
                    .required("pairs", .anything, "Pairs of words, four bytes each, in base 64."),
                    .required("weights", .anything, "A byte for each pair, in base 64."),
                  ]
                )
              ),
              "What tells talk from a heap of words."
            ),
          ]
        )
      )
    )
  }()

  private static func damaged(_ id: JSONNode.ID, _ document: JSONDocument) -> Diagnostic {
    Diagnostic(.damagedEar, "these weights do not fit together", at: document.openingRange(of: id))
  }

  private static func strings(
    _ key: StaticString,
    of id: JSONNode.ID,
    _ document: JSONDocument
  )
    -> [String]
  {
    guard let list = document.member(key, of: id), document.kind(of: list) == .array else {
      return []
    }
    return document.elements(of: list).compactMap { document.string(of: $0) }
  }

  private static func numbers(
    _ key: StaticString,
    of id: JSONNode.ID,
    _ document: JSONDocument
  )
    -> [Float]
  {
    guard let list = document.member(key, of: id), document.kind(of: list) == .array else {
      return []
    }
    return document.elements(of: list).compactMap { document.double(of: $0).map { Float($0) } }
  }

  private static func weights(of id: JSONNode.ID, _ document: JSONDocument) -> Ear.Table? {
    guard let keys = bytes("keys", of: id, document), keys.count % 4 == 0,
      let weights = bytes("weights", of: id, document)
    else { return nil }
    let bias = numbers("bias", of: id, document)
    let scales = numbers("scales", of: id, document)
    guard !bias.isEmpty, bias.count == scales.count, weights.count == keys.count / 4 * bias.count
    else { return nil }
    var places: [UInt32: Int32] = [:]
    places.reserveCapacity(keys.count / 4)
    for (place, key) in numbers(in: keys).enumerated() { places[key] = Int32(place) }
    return Ear.Table(
      places: places,
      weights: weights.map { Int8(bitPattern: $0) },
      scales: scales,
      bias: bias
    )
  }

  private static func numbers(in bytes: [UInt8]) -> [UInt32] {
    (0..<bytes.count / 4).map { place in
      bytes[place * 4..<place * 4 + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  private static func wordOrder(of id: JSONNode.ID, _ document: JSONDocument) -> WordOrder? {
    guard let common = bytes("common", of: id, document),
      let pairs = bytes("pairs", of: id, document),
      let weights = bytes("weights", of: id, document), pairs.count == weights.count * 4
    else { return nil }
    return WordOrder(
      common: Set(numbers(in: common)),
      pairs: Dictionary(
        zip(numbers(in: pairs), weights.map { Int8(bitPattern: $0) }),
        uniquingKeysWith: { first, _ in first }
      )
    )
  }

  /// Reads base 64 without padding or line breaks.
  private static func bytes(
    _ key: StaticString,
    of id: JSONNode.ID,
    _ document: JSONDocument
  )
    -> [UInt8]?
  {
    guard let value = document.member(key, of: id), let text = document.string(of: value) else {
      return nil
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for letter in text.utf8 where letter != UInt8(ascii: "=") {
      let value: UInt8
      switch letter {
      case 0x41...0x5a: value = letter - 0x41
      case 0x61...0x7a: value = letter - 0x61 + 26
      case 0x30...0x39: value = letter - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
