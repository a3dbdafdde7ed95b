import SourceText

extension ShapeChecker {
  private mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at place: SourceRange,
    fix: (title: String, replacement: String)? = nil,
    replacing edited: SourceRange? = nil
  ) {
    let fixIts = fix.map {
      [
        Diagnostic.FixIt(
          $0.title,
          edits: [SourceEdit(replacing: edited ?? place, with: $0.replacement)]
        )
      ]
    }
    log.report(Diagnostic(code, message, at: place, fixIts: fixIts ?? []))
  }

  private func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isLong = scalars.count > 40
    let shown = isLong ? String(String.UnicodeScalarView(scalars.prefix(39))) + "…" : text
    return "\"\(shown)\""
  }

  private func listed(_ object: CompiledShapes.Object, _ set: UInt64, _ word: String) -> String {
    let names = object.names.indices.filter { set & 1 << UInt64($0) != 0 }
    return CompiledShapes.listed(names.map { "\"\(object.names[$0])\"" }, word)
  }

  /// Where to point for an object as a whole: at its key if it has one, else at its bracket.
  private func heading(of id: JSONNode.ID) -> SourceRange {
    guard id.index > 0 else { return document.openingRange(of: id) }
    let before = document.nodes[id.index - 1]
    // A key is followed at once by its value; a text before an element is another element, which
    // only stands directly before it in the tree too, so the colon between them decides.
    let start = document.offsets(of: id).lowerBound
    guard before.kind == .string, Int(before.end) <= start, before.content.count > 0,
      document.file.bytes[Int(before.end)..<start].contains(UInt8(ascii: ":"))
    else { return document.openingRange(of: id) }
    return SourceRange(Int(before.start)..<Int(before.end), in: document.file.id)
  }

  // MARK: Keys

  /// Reports a key the object does not have; returns which one was probably meant.
  mutating func reportUnknownKey(_ key: JSONNode.ID, _ object: CompiledShapes.Object) -> Int? {
    if log.countsWithoutKeeping() { return nil }
    let text = document.string(of: key) ?? ""
    let place = document.range(of: key)
    var message = "there is no \(quoted(text)) in \(object.name)"
    guard let near = nearestMatch(to: text, among: object.names) else {
      if object.names.count <= 12 {
        message += "; it may have \(listed(object, .max, "and"))"
      }
      report(.unknownKey, message, at: place)
      return nil
    }
    report(.unknownKey, message, at: place, fix: ("did you mean \"\(near)\"?", "\"\(near)\""))
    return object.names.firstIndex(of: near)
  }

  mutating func reportMissing(
    _ id: JSONNode.ID,
    _ object: CompiledShapes.Object,
    _ missing: UInt64
  ) {
    if log.countsWithoutKeeping() { return }
    let message = "\(object.name) needs \(listed(object, missing, "and"))"
    report(.missingKeys, message, at: heading(of: id))
  }

  mutating func reportOneOf(
    _ id: JSONNode.ID,
    _ object: CompiledShapes.Object,
    _ group: UInt64,
    _ present: UInt64
  ) {
    if log.countsWithoutKeeping() { return }
    // The second of them, in the order of the file, is the one too many.
    let keys = document.members(of: id).map(\.key).filter { key in
      object.names.indices.contains {
        group & 1 << UInt64($0) != 0 && document.string(of: key) == object.names[$0]
      }
    }
    let place = keys.count > 1 ? document.range(of: keys[1]) : heading(of: id)
    let isOptional = object.exactlyOne.contains(group) ? "needs" : "may have"
    report(
      .oneOf,
      "\(object.name) \(isOptional) only one of \(listed(object, group, "and"));"
        + " this one has \(listed(object, group & present, "and"))",
      at: place
    )
  }

  mutating func reportNoneOf(
    _ id: JSONNode.ID,
    _ object: CompiledShapes.Object,
    _ group: UInt64
  ) {
    if log.countsWithoutKeeping() { return }
    let message = "\(object.name) needs one of \(listed(object, group, "and")); this one has none"
    report(.oneOf, message, at: heading(of: id))
  }

  // MARK: Values

  mutating func reportKind(_ id: JSONNode.ID, _ shape: Int) {
    if log.countsWithoutKeeping() { return }
    report(
      .wrongKind,
      "expected \(shapes.description(of: shape)), found \(found(id))",
      at: document.openingRange(of: id),
      fix: conversion(of: id, to: shape)
    )
  }

  mutating func reportKind(_ id: JSONNode.ID, among alternatives: [Int]) {
    if log.countsWithoutKeeping() { return }
    var expected: [String] = []
    for shape in alternatives {
      let description = shapes.description(of: shape)
      if !expected.contains(description) { expected.append(description) }
    }
    report(
      .wrongKind,
      "expected \(CompiledShapes.listed(expected, "or")), found \(found(id))",
      at: document.openingRange(of: id)
    )
  }

  private func found(_ id: JSONNode.ID) -> String {
    let written = document.offsets(of: id)
    return switch document.kind(of: id) {
    case .object: "an object { }"
    case .array: "a list [ ]"
    case .string: "the text \(quoted(document.string(of: id) ?? ""))"
    case .number: "the number \(document.file.text(of: written.prefix(40)))"
    case .boolean: document.boolean(of: id) == true ? "true" : "false"
    case .null, .unreadable: "null"
    }
  }

  /// How the value could be written so that it has the right kind.
  private func conversion(
    of id: JSONNode.ID,
    to shape: Int
  ) -> (title: String, replacement: String)? {
    let written = document.offsets(of: id)
    guard written.count <= 60 else { return nil }
    let source = document.file.text(of: written)
    switch (document.kind(of: id), shapes.forms[shape]) {
    case (.string, .integer), (.string, .boolean), (.string, .number):
      let text = document.string(of: id) ?? ""
      let isBoolean = text == "true" || text == "false"
      let isNumber = Int(text).map { String($0) == text } ?? false
      if case .boolean = shapes.forms[shape] { return isBoolean ? ("write \(text)", text) : nil }
      return isNumber ? ("write \(text)", text) : nil
    case (.number, .text), (.boolean, .text), (.number, .choice):
      return ("write \"\(source)\"", "\"\(source)\"")
    case (.string, .list), (.number, .list):
      return ("write [\(source)]", "[\(source)]")
    default: return nil
    }
  }

  mutating func reportChoice(_ id: JSONNode.ID, _ words: [String]) {
    if log.countsWithoutKeeping() { return }
    let text = document.string(of: id) ?? ""
    let shown = words.prefix(12).map { "\"\($0)\"" }
    let all = words.count > 12 ? shown + ["…"] : shown
    let near = nearestMatch(to: text, among: words)
    report(
      .unknownChoice,
      words.count == 1
        ? "expected \(all.joined()), found \(quoted(text))"
        : "\(quoted(text)) is not one of \(CompiledShapes.listed(all, "and"))",
      at: document.range(of: id),
      fix: near.map { ("did you mean \"\($0)\"?", JSONText.quoted($0)) }
    )
  }

  mutating func reportNotWhole(_ id: JSONNode.ID) {
    report(
      .notWhole,
      "expected a whole number such as 3, found \(document.file.text(of: document.offsets(of: id)))",
      at: document.range(of: id)
    )
  }

  mutating func reportRange(_ id: JSONNode.ID, _ least: String, _ most: String) {
    report(
      .outOfRange,
      "expected a number from \(least) to \(most), found "
        + document.file.text(of: document.offsets(of: id).prefix(40)),
      at: document.range(of: id)
    )
  }

  mutating func reportIdentifier(_ id: JSONNode.ID, _ form: TextRule.Form) {
    if log.countsWithoutKeeping() { return }
    let text = document.string(of: id) ?? ""
    let parts = text.split(separator: "/", maxSplits: 1).map { Identifier.nearest(to: String($0)) }
    var near = Identifier.nearest(to: text)
    if form == .path, parts.count == 2, let moment = parts[0], let reply = parts[1] {
      near = "\(moment)/\(reply)"
    }
    report(
      .badIdentifier,
      "\(quoted(text)) is not an id: an id has only the letters a-z, digits and hyphens, begins"
        + " with a letter or digit, and has at most \(Identifier.longest) characters",
      at: document.range(of: id),
      fix: near.map { ("write \"\($0)\"", "\"\($0)\"") }
    )
  }

  mutating func checkLength(_ id: JSONNode.ID, _ rule: TextRule) {
    let count = (document.string(of: id) ?? "").unicodeScalars.count
    if count == 0 && rule.length.lowerBound > 0 {
      reportEmpty(id)
    } else if count > rule.length.upperBound {
      report(
        .textTooLong,
        "this text has \(count) characters; at most \(rule.length.upperBound) are allowed",
        at: document.range(of: id)
      )
    } else if count < rule.length.lowerBound {
      report(
        .emptyText,
        "this text has \(count) characters; at least \(rule.length.lowerBound) are needed",
        at: document.range(of: id)
      )
    }
  }

  mutating func reportEmpty(_ id: JSONNode.ID) {
    report(.emptyText, "a text may not be empty", at: document.range(of: id))
  }

  mutating func checkCount(of id: JSONNode.ID, _ counts: ClosedRange<Int>) {
    let count = document.count(of: id)
    if count > counts.upperBound {
      report(
        .tooMany,
        "at most \(counts.upperBound) may stand here; there are \(count)",
        at: heading(of: id)
      )
    } else if count < counts.lowerBound && !document.isDamaged(id) {
      report(
        .tooFew,
        counts.lowerBound == 1
          ? "at least one must stand here" : "at least \(counts.lowerBound) must stand here",
        at: heading(of: id)
      )
    }
  }
}

extension Range<Int> {
  /// The first part, at most `count` long.
  func prefix(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
}
