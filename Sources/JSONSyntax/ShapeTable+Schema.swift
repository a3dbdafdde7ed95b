import SourceText

extension ShapeTable {
  /// Returns JSON Schema (draft 2020-12) that accepts the same documents as `check`.
  ///
  /// The one difference is that JSON Schema takes `3.0` for a whole number.
  public func schema(id: String, title: String) -> String {
    var members: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("$id", .string(id)),
      .init("title", .string(title)),
    ]
    members += Self.schema(of: root)
    if !definitions.isEmpty {
      let names = definitions.keys.sorted()
      let schemas = names.compactMap { name in
        definitions[name].map { JSONValue.Member(name, .object(Self.schema(of: $0))) }
      }
      members.append(.init("$defs", .object(schemas)))
    }
    return JSONWriter.pretty(.object(members))
  }

  private static let noteSchema: JSONValue = [
    "description": "A remark for whoever edits this file; it is ignored."
  ]

  private static func schema(of shape: Shape) -> [JSONValue.Member] {
    switch shape {
    case .text(let rule): return schema(of: rule)
    case .integer(let range):
      var members: [JSONValue.Member] = [.init("type", "integer")]
      if range.lowerBound != .min { members.append(.init("minimum", .integer(range.lowerBound))) }
      if range.upperBound != .max { members.append(.init("maximum", .integer(range.upperBound))) }
      return members
    case .number(let range):
      return [
        .init("type", "number"), .init("minimum", .number(range.lowerBound)),
        .init("maximum", .number(range.upperBound)),
      ]
    case .boolean: return [.init("type", "boolean")]
    case .null: return [.init("type", "null")]
    case .constant(let text): return [.init("const", .string(text))]
    case .choice(let texts): return [.init("enum", .array(texts.map(JSONValue.string)))]
    case .list(let element, let count):
      var members: [JSONValue.Member] = [
        .init("type", "array"), .init("items", .object(schema(of: element))),
      ]
      if count.lowerBound > 0 { members.append(.init("minItems", .integer(count.lowerBound))) }
      members.append(.init("maxItems", .integer(count.upperBound)))
      return members
    case .map(let key, let value, let limit):
      return [
        .init("type", "object"), .init("properties", ["note": noteSchema]),
        .init("propertyNames", schema(of: key)),
        .init("additionalProperties", .object(schema(of: value))),
        .init("maxProperties", .integer(limit)),
      ]
    case .object(let object): return schema(of: object)
    case .anyOf(let shapes):
      return [.init("anyOf", .array(shapes.map { .object(schema(of: $0)) }))]
    case .reference(let name): return [.init("$ref", .string("#/$defs/\(name)"))]
    case .anything: return []
    }
  }

  private static let pathPattern = "\(Identifier.pattern)(/\(Identifier.pattern))?"

  private static func schema(of rule: TextRule) -> [JSONValue.Member] {
    let type = JSONValue.Member("type", "string")
    switch rule.form {
    case .prose:
      return [
        type, .init("minLength", .integer(rule.length.lowerBound)),
        .init("maxLength", .integer(rule.length.upperBound)),
      ]
    case .identifier: return [type, .init("pattern", .string("^\(Identifier.pattern)$"))]
    case .path: return [type, .init("pattern", .string("^\(pathPattern)$"))]
    }
  }

  private static func schema(of rule: KeyRule) -> JSONValue {
    switch rule {
    case .identifier: ["pattern": .string("^\(Identifier.pattern)$")]
    case .path: ["pattern": .string("^\(pathPattern)$")]
    case .choice(let words): ["enum": .array((words + ["note"]).map(JSONValue.string))]
    case .anything: ["minLength": 1]
    }
  }

  private static func schema(of object: ObjectShape) -> [JSONValue.Member] {
    var properties = object.keys.map { key in
      var members: [JSONValue.Member] = [.init("description", .string(key.summary))]
      members += schema(of: key.shape)
      if let example = key.example { members.append(.init("examples", [value(of: example)])) }
      return JSONValue.Member(key.name, .object(members))
    }
    if !object.keys.contains(where: { $0.name == "note" }) {
      properties.append(.init("note", noteSchema))
    }
    let required = object.keys.filter(\.required).map { JSONValue.string($0.name) }
    var members: [JSONValue.Member] = [
      .init("type", "object"), .init("properties", .object(properties)),
    ]
    if !required.isEmpty { members.append(.init("required", .array(required))) }
    members.append(.init("additionalProperties", false))
    let rules = rules(of: object)
    if !rules.isEmpty { members.append(.init("allOf", .array(rules))) }
    return members
  }

  private static func rules(of object: ObjectShape) -> [JSONValue] {
    func needs(_ names: [String]) -> JSONValue {
      ["required": .array(names.map(JSONValue.string))]
    }
    let exactlyOne: [JSONValue] = object.exactlyOneOf.map { names in
      ["oneOf": .array(names.map { needs([$0]) })]
    }
    let atMostOne: [JSONValue] = object.atMostOneOf.flatMap { names in
      names.indices.flatMap { first in
        names[(first + 1)...].map { ["not": needs([names[first], $0])] as JSONValue }
      }
    }
    return exactlyOne + atMostOne
  }

  /// An example as a value; the table writes it as it stands in a file.
  private static func value(of example: String) -> JSONValue {
    let (document, diagnostics) = JSONReader.read(
      SourceFile(path: "example", bytes: Array(example.utf8))
    )
    guard let document, diagnostics.isEmpty else { return .string(example) }
    return document.value(of: document.root)
  }
}
