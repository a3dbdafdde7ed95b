extension ShapeTable {
  /// Returns the tables of keys for the guide, one per kind of object, outermost first.
  public func markdown() -> String {
    var objects: [ObjectShape] = []
    var names: Set<String> = []
    collect(root, into: &objects, seen: &names)
    return objects.map { section(for: $0) }.joined(separator: "\n")
  }

  private func collect(_ shape: Shape, into objects: inout [ObjectShape], seen: inout Set<String>) {
    switch shape {
    case .object(let object):
      guard seen.insert("object \(object.name)").inserted else { return }
      objects.append(object)
      for key in object.keys { collect(key.shape, into: &objects, seen: &seen) }
    case .list(let element, _): collect(element, into: &objects, seen: &seen)
    case .map(_, let value, _): collect(value, into: &objects, seen: &seen)
    case .anyOf(let shapes):
      for shape in shapes { collect(shape, into: &objects, seen: &seen) }
    case .reference(let name):
      guard seen.insert("reference \(name)").inserted, let shape = definitions[name] else { return }
      collect(shape, into: &objects, seen: &seen)
    case .text, .integer, .number, .boolean, .null, .constant, .choice, .anything: break
    }
  }

  private func section(for object: ObjectShape) -> String {
    var lines = [
      "### \(object.name.prefix(1).uppercased())\(object.name.dropFirst())", "",
      "| key | value | needed | what it says | example |", "| --- | --- | --- | --- | --- |",
    ]
    for key in object.keys {
      let cells = [
        "`\(key.name)`", words(for: key.shape), key.required ? "yes" : "", key.summary,
        key.example.map { "`\($0)`" } ?? "",
      ]
      let escaped = cells.map { $0.split(separator: "|", omittingEmptySubsequences: false) }
      lines.append(
        "| " + escaped.map { $0.joined(separator: "\\|") }.joined(separator: " | ") + " |"
      )
    }
    for names in object.exactlyOneOf {
      let keys = CompiledShapes.listed(names.map { "`\($0)`" }, "and")
      lines += ["", "It needs exactly one of \(keys)."]
    }
    for names in object.atMostOneOf {
      let keys = CompiledShapes.listed(names.map { "`\($0)`" }, "and")
      lines += ["", "It has at most one of \(keys)."]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(for shape: Shape) -> String {
    switch shape {
    case .text(let rule):
      switch rule.form {
      case .prose: return "text"
      case .identifier: return "id"
      case .path: return "id or id/id"
      }
    case .integer(let range):
      let isBounded = range.lowerBound > -1_000_000 && range.upperBound < 1_000_000
      return isBounded ? "\(range.lowerBound) to \(range.upperBound)" : "whole number"
    case .number: return "number"
    case .boolean: return "true or false"
    case .null: return "null"
    case .constant(let text): return "`\"\(text)\"`"
    case .choice(let texts):
      return CompiledShapes.listed(texts.map { "`\"\($0)\"`" }, "or")
    case .list(let element, _): return "list of: \(words(for: element))"
    case .map(_, let value, _): return "by id: \(words(for: value))"
    case .object(let object): return object.name
    case .anyOf(let shapes):
      var parts: [String] = []
      for part in shapes.map({ words(for: $0) }) where !parts.contains(part) { parts.append(part) }
      return CompiledShapes.listed(parts, "or")
    case .reference(let name):
      guard let shape = definitions[name] else { return name }
      if case .object(let object) = shape { return object.name }
      return name
    case .anything: return "anything"
    }
  }
}
