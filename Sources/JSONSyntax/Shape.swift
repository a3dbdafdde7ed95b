/// What a value of a document may be.
public indirect enum Shape: Sendable {
  case text(TextRule)
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case boolean
  case null
  /// Exactly this text.
  case constant(String)
  /// One of these texts.
  case choice([String])
  case list(Shape, count: ClosedRange<Int>)
  /// An object whose keys the author chooses; the key `note` is a remark and no entry.
  case map(key: KeyRule, Shape, limit: Int)
  case object(ObjectShape)
  /// Any of these, told apart by the kind of value or by the keys present.
  case anyOf([Shape])
  /// The shape of this name in the table's definitions.
  case reference(String)
  case anything
}

/// What a text must be like.
public struct TextRule: Hashable, Sendable {
  /// How the text is written.
  public enum Form: Hashable, Sendable {
    /// Any words.
    case prose
    /// An id such as `the-clock`.
    case identifier
    /// An id, or two with a slash, such as `the-clock/straight`.
    case path
  }

  /// How the text is written.
  public var form: Form
  /// How many Unicode scalars prose may have; the other forms have their own lengths.
  public var length: ClosedRange<Int>

  /// Creates a rule.
  public init(_ form: Form, length: ClosedRange<Int> = 1...10_000) {
    self.form = form
    self.length = length
  }

  /// Any words, but not none.
  public static let prose = Self(.prose)
  /// Any words, or none.
  public static let proseOrEmpty = Self(.prose, length: 0...10_000)
  /// An id.
  public static let identifier = Self(.identifier, length: 1...64)
  /// An id, or `moment/reply`.
  public static let path = Self(.path, length: 1...129)
}

/// What the keys of a map must be like.
public enum KeyRule: Hashable, Sendable {
  /// Ids such as `the-clock`.
  case identifier
  /// An id, or two with a slash.
  case path
  /// One of these words.
  case choice([String])
  /// Any text but the empty one.
  case anything
}

/// An object with a fixed set of keys; `note` is always allowed besides.
public struct ObjectShape: Sendable {
  /// What the object is called, with its article: `a moment`.
  public var name: String
  /// The keys, in the order the guide lists them.
  public var keys: [KeyShape]
  /// Sets of keys of which exactly one must be there.
  public var exactlyOneOf: [[String]]
  /// Sets of keys of which no two may be there.
  public var atMostOneOf: [[String]]

  /// Creates a shape.
  public init(
    _ name: String,
    _ keys: [KeyShape],
    exactlyOneOf: [[String]] = [],
    atMostOneOf: [[String]] = []
  ) {
    self.name = name
    self.keys = keys
    self.exactlyOneOf = exactlyOneOf
    self.atMostOneOf = atMostOneOf
  }
}

/// One key of an object.
public struct KeyShape: Sendable {
  /// The key.
  public var name: String
  /// What its value may be.
  public var shape: Shape
  /// Whether it may not be left out.
  public var required: Bool
  /// One sentence for the guide and the editor.
  public var summary: String
  /// A value as it is written in the file, such as `"calm"`.
  public var example: String?

  /// Creates a key that may be left out.
  public static func optional(
    _ name: String,
    _ shape: Shape,
    _ summary: String,
    example: String? = nil
  ) -> Self {
    Self(name: name, shape: shape, required: false, summary: summary, example: example)
  }

  /// Creates a key that may not be left out.
  public static func required(
    _ name: String,
    _ shape: Shape,
    _ summary: String,
    example: String? = nil
  ) -> Self {
    Self(name: name, shape: shape, required: true, summary: summary, example: example)
  }
}

/// The shape of a kind of file: the one table of its keys.
public struct ShapeTable: Sendable {
  /// The shape of the outermost value.
  public var root: Shape
  /// Shapes that others name with `reference`.
  public var definitions: [String: Shape]

  /// Creates a table.
  public init(root: Shape, definitions: [String: Shape] = [:]) {
    self.root = root
    self.definitions = definitions
  }
}
