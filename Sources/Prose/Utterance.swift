/// What somebody typed, as sentences and words, each with its place in the bytes that were typed.
public struct Utterance: Sendable {
  /// How much of a text is read.
  public struct Limits: Sendable {
    /// How many characters.
    public var characters: Int = 10_000
    /// How many tokens.
    public var tokens: Int = 800

    /// The limits of the product.
    public static let standard = Self()

    /// Creates the standard limits.
    public init() {}
  }

  /// The bytes that were typed.
  public let bytes: [UInt8]
  /// The words and numbers, in order.
  public internal(set) var tokens: [Token]
  /// The sentences, in order; none is empty.
  public let sentences: [Sentence]
  /// Whether the text went beyond the limits, so that its end was not read.
  public let isCut: Bool
  /// The folded letters of the words.
  public let letters: [UInt8]

  /// A word as it was typed, before anything was opened.
  struct TypedWord: Sendable {
    /// The first byte of what was typed.
    var offset: Int
    /// The folded letters, with an apostrophe inside.
    var spelled: [UInt8]
    /// The first of its tokens.
    var token: Int
  }

  /// The words as they were typed.
  let typedWords: [TypedWord]
  private let limits: Limits

  /// Reads `bytes`.
  public init(_ bytes: [UInt8], limits: Limits = .standard) {
    self.init(bytes, limits: limits, mended: [:])
  }

  /// Reads the same again, with other letters for the words that begin at some bytes.
  init(_ utterance: Utterance, mended: [Int: [UInt8]]) {
    self.init(utterance.bytes, limits: utterance.limits, mended: mended)
  }

  private init(_ bytes: [UInt8], limits: Limits, mended: [Int: [UInt8]]) {
    var scanner = UtteranceScanner(bytes, limits: limits, mended: mended)
    scanner.scan()
    self.limits = limits
    typedWords = scanner.typedWords
    self.bytes = bytes
    self.tokens = scanner.tokens
    self.sentences = scanner.sentences
    self.isCut = scanner.isCut
    self.letters = scanner.letters
  }

  /// Reads `text`.
  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// The bytes from the first to the last of `range`, or nothing for an empty range.
  public func byteRange(ofTokens range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }

  /// The words as typed.
  public func quote(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The strongest boundary inside `range`, leaving out the one before its first token.
  public func boundary(within range: Range<Int>) -> Token.Boundary {
    var strongest = Token.Boundary.none
    for index in range.dropFirst() { strongest = max(strongest, tokens[index].boundary) }
    return strongest
  }
}
