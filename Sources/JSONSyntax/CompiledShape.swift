/// A table of shapes laid out flat, references resolved, the names of all keys in one run of bytes.
struct CompiledShapes {
  enum Form {
    case text(TextRule)
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case boolean
    case null
    /// One of these texts.
    case choice([[UInt8]], [String])
    case list(Int, ClosedRange<Int>)
    case map(KeyRule, Int, Int)
    /// One of `objects`.
    case object(Int)
    case anyOf([Int])
    case anything
  }

  struct Key {
    /// Where its name stands in `letters`.
    var name: Range<Int>
    var shape: Int
  }

  /// An object; sets of keys are bits in the order of its keys.
  struct Object {
    var name: String
    /// Its part of all `keys`.
    var keys: Range<Int>
    var names: [String]
    var required: UInt64 = 0
    var exactlyOne: [UInt64] = []
    var atMostOne: [UInt64] = []
  }

  private(set) var forms: [Form] = []
  private(set) var objects: [Object] = []
  private(set) var keys: [Key] = []
  private(set) var letters: [UInt8] = []
  private(set) var root = 0
  private var definitions: [String: Int] = [:]

  init(_ table: ShapeTable) {
    // Numbers first, so that a definition may name itself.
    for name in table.definitions.keys.sorted() {
      definitions[name] = forms.count
      forms.append(.anything)
    }
    for name in table.definitions.keys.sorted() {
      if let index = definitions[name], let shape = table.definitions[name] {
        forms[index] = form(of: shape)
      }
    }
    root = add(table.root)
  }

  private mutating func add(_ shape: Shape) -> Int {
    if case .reference(let name) = shape {
      guard let index = definitions[name] else {
        preconditionFailure("the table of shapes has no definition \"\(name)\"")
      }
      return index
    }
    let form = form(of: shape)
    forms.append(form)
    return forms.count - 1
  }

  private mutating func form(of shape: Shape) -> Form {
    switch shape {
    case .text(let rule): return .text(rule)
    case .integer(let range): return .integer(range)
    case .number(let range): return .number(range)
    case .boolean: return .boolean
    case .null: return .null
    case .constant(let text): return .choice([Array(text.utf8)], [text])
    case .choice(let texts): return .choice(texts.map { Array($0.utf8) }, texts)
    case .list(let element, let count): return .list(add(element), count)
    case .map(let key, let value, let limit): return .map(key, add(value), limit)
    case .object(let object):
      objects.append(compile(object))
      return .object(objects.count - 1)
    case .anyOf(let shapes): return .anyOf(shapes.map { add($0) })
    // A definition that is only another name; one more step reaches its shape.
    case .reference: return .anyOf([add(shape)])
    case .anything: return .anything
    }
  }

  private mutating func compile(_ shape: ObjectShape) -> Object {
    precondition(shape.keys.count <= 64, "an object shape has at most 64 keys")
    let names = shape.keys.map(\.name)
    func set(_ chosen: [String]) -> UInt64 {
      chosen.reduce(0) { set, name in
        guard let index = names.firstIndex(of: name) else {
          preconditionFailure("\(shape.name) has no key \"\(name)\"")
        }
        return set | 1 << UInt64(index)
      }
    }
    let shapes = shape.keys.map { add($0.shape) }
    let first = keys.count
    for (name, shape) in zip(names, shapes) {
      let start = letters.count
      letters += name.utf8
      keys.append(Key(name: start..<letters.count, shape: shape))
    }
    return Object(
      name: shape.name,
      keys: first..<keys.count,
      names: names,
      required: set(shape.keys.filter(\.required).map(\.name)),
      exactlyOne: shape.exactlyOneOf.map(set),
      atMostOne: shape.atMostOneOf.map(set)
    )
  }

  /// What is expected, in words that follow "expected".
  func description(of shape: Int, depth: Int = 0) -> String {
    switch forms[shape] {
    case .text(let rule):
      switch rule.form {
      case .prose: return "text"
      case .identifier: return "an id"
      case .path: return "an id, or two with a slash"
      }
    case .integer: return "a whole number"
    case .number: return "a number"
    case .boolean: return "true or false"
    case .null: return "null"
    case .choice(_, let texts): return Self.listed(texts.map { "\"\($0)\"" }, "or")
    case .list: return "a list [ ]"
    case .map: return "an object { }"
    case .object(let object): return "\(objects[object].name) { }"
    case .anyOf(let shapes):
      guard depth < 4 else { return "another kind of value" }
      var parts: [String] = []
      for shape in shapes {
        let part = description(of: shape, depth: depth + 1)
        if !parts.contains(part) { parts.append(part) }
      }
      return Self.listed(parts, "or")
    case .anything: return "any value"
    }
  }

  /// `a, b or c`.
  static func listed(_ words: [String], _ conjunction: String) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}
