/// Text in pieces, each with one style.
public struct StyledText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A piece of text in one style.
  public struct Span: Hashable, Sendable {
    /// The letters, as they came; they are made harmless when they are written.
    public var text: String
    /// How they look.
    public var style: Style

    /// Makes a span.
    public init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// The pieces in order.
  public var spans: [Span]

  /// Makes a text of one piece; empty text has no piece.
  public init(_ text: String, _ style: Style = .plain) {
    spans = text.isEmpty ? [] : [Span(text, style)]
  }

  /// Makes a text of pieces.
  public init(spans: [Span]) { self.spans = spans }

  /// Makes plain text of a literal.
  public init(stringLiteral value: String) { self.init(value) }

  /// The letters without their styles.
  public var text: String { spans.map(\.text).joined() }

  /// One text after another.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(spans: left.spans + right.spans)
  }

  /// Adds a text at the end.
  public static func += (left: inout StyledText, right: StyledText) {
    left.spans += right.spans
  }
}
