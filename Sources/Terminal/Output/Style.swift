/// How a piece of text looks.
///
/// There is no dim and no italic: half the terminals measured do not show them. Colour may repeat a
/// meaning that words already carry and never bears one alone.
public struct Style: Hashable, Sendable {
  /// Heavier letters.
  public var isBold: Bool
  /// Letters and ground exchanged.
  public var isReverse: Bool
  /// A line under the letters.
  public var isUnderlined: Bool
  /// One of the sixteen colours of the terminal's own theme.
  public var color: Color?
  /// A ground of its own, for a projector.
  public var ground: Ground?

  /// Theme colours.
  public enum Color: UInt8, Sendable, CaseIterable {
    /// Theme red.
    case red = 31
    /// Theme green.
    case green = 32
    /// Theme yellow.
    case yellow = 33
    /// Theme blue.
    case blue = 34
    /// Theme magenta.
    case magenta = 35
    /// Theme cyan.
    case cyan = 36
  }

  /// Letters and ground fixed together, from the part of the palette that themes leave alone.
  public enum Ground: Sendable, CaseIterable {
    /// Black letters on white.
    case light
    /// Black letters on a soft yellow, where pure white glares.
    case paper
    /// White letters on black.
    case dark
  }

  /// Text as the terminal shows it anyway.
  public static let plain: Style = Style()
  /// Heavier letters.
  public static let bold: Style = Style(bold: true)
  /// Letters and ground exchanged.
  public static let reverse: Style = Style(reverse: true)
  /// A line under the letters.
  public static let underlined: Style = Style(underlined: true)

  /// Makes a style; everything left out is as the terminal shows it anyway.
  public init(
    bold: Bool = false,
    reverse: Bool = false,
    underlined: Bool = false,
    color: Color? = nil,
    ground: Ground? = nil
  ) {
    isBold = bold
    isReverse = reverse
    isUnderlined = underlined
    self.color = color
    self.ground = ground
  }

  /// The sequence that turns this style on from plain; empty where the level allows nothing of it.
  func sequence(at level: StyleLevel) -> String {
    var codes: [String] = []
    if level >= .attributes {
      if isBold { codes.append("1") }
      if isUnderlined { codes.append("4") }
      if isReverse { codes.append("7") }
    }
    if level >= .color {
      if let ground { codes.append(ground.codes) }
      if let color { codes.append(String(color.rawValue)) }
    }
    return codes.isEmpty ? "" : "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  static let reset = "\u{1B}[0m"
}

extension Style.Ground {
  fileprivate var codes: String {
    switch self {
    case .light: "38;5;16;48;5;231"
    case .paper: "38;5;16;48;5;230"
    case .dark: "38;5;231;48;5;16"
    }
  }
}
