import SourceText

/// Goes through a document beside its shape.
///
/// It calls itself once for each level of the document, which the reader has limited.
struct ShapeChecker {
  let document: JSONDocument
  let shapes: CompiledShapes
  var log: DiagnosticLog
  /// How many choices between alternatives are being tried out.
  var trials = 0

  init(_ document: JSONDocument, _ shapes: CompiledShapes, limit: Int) {
    self.document = document
    self.shapes = shapes
    log = DiagnosticLog(limit: limit)
  }

  mutating func check(_ id: JSONNode.ID, _ shape: Int) {
    let node = document.nodes[id.index]
    // What the reader had to guess has been reported; its kind proves nothing.
    if node.kind == .unreadable { return }
    switch shapes.forms[shape] {
    case .anything: break
    case .object(let object) where node.kind == .object: check(id, object: object)
    case .text(let rule) where node.kind == .string: check(id, rule)
    case .list(let element, let counts) where node.kind == .array:
      checkCount(of: id, counts)
      for item in document.elements(of: id) { check(item, element) }
    case .choice(let texts, let words) where node.kind == .string:
      for text in texts where document.text(of: id, equals: text) { return }
      reportChoice(id, words)
    case .integer(let range) where node.kind == .number: check(id, range)
    case .number(let range) where node.kind == .number:
      if let value = document.double(of: id), range.contains(value) { return }
      reportRange(id, "\(range.lowerBound)", "\(range.upperBound)")
    case .boolean where node.kind == .boolean: break
    case .null where node.kind == .null: break
    case .map(let rule, let value, let limit) where node.kind == .object:
      checkCount(of: id, 0...limit)
      for member in document.members(of: id) where !isNote(member.key) {
        check(key: member.key, rule)
        check(member.value, value)
      }
    case .anyOf(let alternatives): check(id, alternatives)
    default:
      if !document.isGuessed(id) { reportKind(id, shape) }
    }
  }

  func isNote(_ key: JSONNode.ID) -> Bool { document.text(of: key, equals: "note") }

  // MARK: Objects

  private mutating func check(_ id: JSONNode.ID, object: Int) {
    let keys = shapes.objects[object].keys
    var present: UInt64 = 0
    // Keys near a wrong one are not missed a second time.
    var explained: UInt64 = 0
    var expected = 0
    for member in document.members(of: id) {
      if let index = self.index(of: member.key, among: keys, from: expected) {
        present |= 1 << UInt64(index)
        expected = index + 1
        check(member.value, shapes.keys[keys.lowerBound + index].shape)
      } else if !isNote(member.key) {
        let meant = reportUnknownKey(member.key, shapes.objects[object])
        if let meant { explained |= 1 << UInt64(meant) }
      }
    }
    let isWhole = !document.isDamaged(id)
    let missing = shapes.objects[object].required & ~present & ~explained
    if missing != 0 && isWhole { reportMissing(id, shapes.objects[object], missing) }
    for group in shapes.objects[object].exactlyOne {
      let chosen = (group & present).nonzeroBitCount
      if chosen > 1 {
        reportOneOf(id, shapes.objects[object], group, present)
      } else if chosen == 0 && isWhole && group & explained == 0 {
        reportNoneOf(id, shapes.objects[object], group)
      }
    }
    for group in shapes.objects[object].atMostOne where (group & present).nonzeroBitCount > 1 {
      reportOneOf(id, shapes.objects[object], group, present)
    }
  }

  /// Which of an object's keys this is; most files keep the order of the guide.
  private func index(
    of key: JSONNode.ID,
    among keys: Range<Int>,
    from expected: Int
  ) -> Int? {
    let count = keys.count
    for step in 0..<count {
      let index = expected + step < count ? expected + step : expected + step - count
      let name = shapes.keys[keys.lowerBound + index].name
      if document.text(of: key, equals: shapes.letters, name) { return index }
    }
    return nil
  }

  // MARK: Alternatives

  private mutating func check(_ id: JSONNode.ID, _ alternatives: [Int]) {
    var best: Int?
    var least = Int.max
    var fitting: [Int] = []
    for alternative in alternatives {
      guard let misfits = misfits(id, alternative) else { continue }
      if misfits == 0 { fitting.append(alternative) }
      if misfits < least {
        least = misfits
        best = alternative
      }
    }
    guard let best else {
      if !document.isGuessed(id) { reportKind(id, among: alternatives) }
      return
    }
    // Only where the keys do not decide is everything inside looked at, and not more than three
    // choices deep, so that no file can multiply the work.
    if fitting.count > 1 && trials < 3 {
      for alternative in fitting {
        var trial = self
        trial.log = DiagnosticLog(limit: 1)
        trial.trials += 1
        trial.check(id, alternative)
        if trial.log.count == 0 { return }
      }
    }
    check(id, best)
  }

  /// How badly an alternative fits by kind and keys alone; nil if its kind is another.
  private func misfits(_ id: JSONNode.ID, _ shape: Int, depth: Int = 0) -> Int? {
    let kind = document.kind(of: id)
    switch shapes.forms[shape] {
    case .anything: return 0
    case .boolean: return kind == .boolean ? 0 : nil
    case .null: return kind == .null ? 0 : nil
    case .integer, .number: return kind == .number ? 0 : nil
    case .list: return kind == .array ? 0 : nil
    case .map: return kind == .object ? 0 : nil
    case .text: return kind == .string ? 0 : nil
    case .choice(let texts, _):
      guard kind == .string else { return nil }
      return texts.contains { document.text(of: id, equals: $0) } ? 0 : 1
    case .anyOf(let shapes):
      guard depth < 8 else { return nil }
      return shapes.compactMap { misfits(id, $0, depth: depth + 1) }.min()
    case .object(let object):
      guard kind == .object else { return nil }
      var present: UInt64 = 0
      var unknown = 0
      for member in document.members(of: id) {
        if let index = index(of: member.key, among: shapes.objects[object].keys, from: 0) {
          present |= 1 << UInt64(index)
        } else if !isNote(member.key) {
          unknown += 1
        }
      }
      return unknown + (shapes.objects[object].required & ~present).nonzeroBitCount
    }
  }

  // MARK: Texts and numbers

  private mutating func check(_ id: JSONNode.ID, _ rule: TextRule) {
    let node = document.nodes[id.index]
    switch rule.form {
    case .prose:
      // Bytes are never fewer than scalars; only a text near its limit is counted.
      let count = node.content.count
      if rule.length.lowerBound <= 1 && count <= rule.length.upperBound && count > 0 { return }
      checkLength(id, rule)
    case .identifier: if !isIdentifier(id, allowsSlash: false) { reportIdentifier(id, rule.form) }
    case .path: if !isIdentifier(id, allowsSlash: true) { reportIdentifier(id, rule.form) }
    }
  }

  private mutating func check(key: JSONNode.ID, _ rule: KeyRule) {
    switch rule {
    case .identifier:
      if !isIdentifier(key, allowsSlash: false) { reportIdentifier(key, .identifier) }
    case .path: if !isIdentifier(key, allowsSlash: true) { reportIdentifier(key, .path) }
    case .choice(let words):
      if let text = document.string(of: key), !words.contains(text) { reportChoice(key, words) }
    case .anything: if document.nodes[key.index].content.isEmpty { reportEmpty(key) }
    }
  }

  private mutating func check(_ id: JSONNode.ID, _ range: ClosedRange<Int>) {
    switch document.integer(of: id) {
    case .value(let value):
      if !range.contains(value) { reportRange(id, "\(range.lowerBound)", "\(range.upperBound)") }
    case .tooLarge: reportRange(id, "\(range.lowerBound)", "\(range.upperBound)")
    case .notWhole, .notANumber: reportNotWhole(id)
    }
  }

  private func isIdentifier(_ id: JSONNode.ID, allowsSlash: Bool) -> Bool {
    let node = document.nodes[id.index]
    guard !node.flags.contains(.escaped) else {
      let text = document.string(of: id) ?? ""
      return Identifier.isLegal(
        Array(text.utf8).span,
        0..<text.utf8.count,
        allowsSlash: allowsSlash
      )
    }
    return Identifier.isLegal(document.file.bytes.span, node.content, allowsSlash: allowsSlash)
  }
}
