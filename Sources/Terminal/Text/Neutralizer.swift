/// Makes hostile text harmless for a terminal by showing what it hides.
///
/// This is the only filter in the program. Whatever came from a file, a person, an environment or an
/// argument passes here before its bytes leave. Nothing is dropped silently but two things that
/// change no letter: the selectors and joiners inside emoji, whose widths no two terminals agree on,
/// and the variant selectors of ideographs. Applying the filter twice changes nothing more.
public enum Neutralizer {
  /// What becomes of `\n`.
  public enum Newlines: Sendable {
    /// Newlines stay: the text is a block of lines.
    case kept
    /// Newlines show as `^J`: the text is a name, an id, one field of one line.
    case shown
  }

  /// How many combining marks one letter may carry; no living language needs more.
  public static let markLimit: Int = 4

  /// Returns `text` with everything that could steer a terminal or hide from a reader made visible.
  ///
  /// Controls become `^[`, `^G`, `^?`; C1 controls, formatting, private and unassigned characters
  /// become `<U+0085>`; a TAB becomes four spaces, so that the result does not depend on a column.
  public static func visible(_ text: String, newlines: Newlines = .kept) -> String {
    if isHarmlessASCII(text, newlines: newlines) { return text }
    var pass = NeutralizingPass(newlines: newlines)
    for scalar in text.unicodeScalars { pass.take(scalar) }
    return pass.finish()
  }

  /// Whether every byte is printable ASCII, as in nearly all text: then there is nothing to do.
  private static func isHarmlessASCII(_ text: String, newlines: Newlines) -> Bool {
    var copy = text
    return copy.withUTF8 { bytes in
      bytes.allSatisfy { (0x20...0x7E).contains($0) || ($0 == 0x0A && newlines == .kept) }
    }
  }
}

/// One walk over one text: what was printed before a scalar decides whether it may stay.
private struct NeutralizingPass {
  let newlines: Neutralizer.Newlines
  private var output = ""
  /// The last scalar written as itself; `nil` at the start of a line or after an escape.
  private var previous: Unicode.Scalar?
  /// The last scalar written that is not a mark: what a joiner or selector belongs to.
  private var base: Unicode.Scalar?
  private var marks = 0
  private var surplusMarks = 0

  init(newlines: Neutralizer.Newlines) { self.newlines = newlines }

  mutating func take(_ scalar: Unicode.Scalar) {
    if scalar.isMarkLike {
      takeMark(scalar)
      return
    }
    flushSurplus()
    switch scalar.value {
    case 0x0A where newlines == .kept:
      output.unicodeScalars.append(scalar)
      forgetBase()
    case 0x09: escape("    ")
    case 0x00...0x1F: escape("^" + String(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x7F: escape("^?")
    case 0x20...0x7E: keep(scalar)
    case 0x200C, 0x200D: takeJoiner(scalar)
    default:
      if scalar.isHidden { escape(scalar.codePointLabel) } else { keep(scalar) }
    }
  }

  mutating func finish() -> String {
    flushSurplus()
    return output
  }

  private mutating func takeMark(_ scalar: Unicode.Scalar) {
    if scalar.properties.isVariationSelector {
      takeSelector(scalar)
      return
    }
    // Hidden marks (the grapheme joiner, Khmer inherent vowels) draw nothing at all.
    if scalar.isHidden {
      flushSurplus()
      escape(scalar.codePointLabel)
      return
    }
    if marks == Neutralizer.markLimit {
      surplusMarks += 1
      return
    }
    if base == nil {
      // A mark with nothing to sit on would climb onto whatever was printed before it.
      if scalar.isHangulTail { base = scalar } else { keep("\u{25CC}") }
    }
    output.unicodeScalars.append(scalar)
    previous = scalar
    marks += 1
  }

  private mutating func takeSelector(_ scalar: Unicode.Scalar) {
    let isEmojiStyle = scalar == "\u{FE0E}" || scalar == "\u{FE0F}"
    if isEmojiStyle, let previous, previous.properties.isEmoji { return }
    if !isEmojiStyle, let previous, previous.properties.isIdeographic { return }
    flushSurplus()
    escape(scalar.codePointLabel)
  }

  private mutating func takeJoiner(_ scalar: Unicode.Scalar) {
    // Between emoji: dropped. Most terminals draw the parts side by side anyway, and so do we.
    if scalar == "\u{200D}", let base, base.isPictograph {
      previous = scalar
      return
    }
    // Persian and the Indic scripts spell with joiners. They follow a letter there and draw nothing
    // by themselves, so one of them stays; looking at the letter before is enough.
    if let previous, let base, previous != "\u{200C}", previous != "\u{200D}", base.needsJoiners {
      output.unicodeScalars.append(scalar)
      self.previous = scalar
      return
    }
    escape(scalar.codePointLabel)
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    output.unicodeScalars.append(scalar)
    previous = scalar
    base = scalar
    marks = 0
  }

  private mutating func escape(_ shown: String) {
    output += shown
    previous = shown.unicodeScalars.last
    base = previous
    marks = 0
  }

  private mutating func forgetBase() {
    previous = nil
    base = nil
    marks = 0
  }

  private mutating func flushSurplus() {
    guard surplusMarks > 0 else { return }
    let count = surplusMarks
    surplusMarks = 0
    escape("<+\(count) marks>")
  }
}

extension Unicode.Scalar {
  /// Combining marks, and the Hangul vowels and finals that pile up without width in the same way.
  fileprivate var isMarkLike: Bool {
    if value < 0x300 { return false }
    if isHangulTail { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  fileprivate var isHangulTail: Bool {
    switch value {
    case 0x1161...0x11FF, 0xD7B0...0xD7FF: properties.generalCategory == .otherLetter
    default: false
    }
  }

  /// Draws nothing, or nothing two readers would agree on.
  fileprivate var isHidden: Bool {
    if properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return true
    default: return false
    }
  }

  fileprivate var isPictograph: Bool {
    value > 0xFF && (properties.isEmojiPresentation || properties.isEmojiModifier || isOldEmoji)
  }

  /// Emoji older than the emoji keyboard (heart, scales) count when they take part in sequences.
  private var isOldEmoji: Bool { properties.isEmoji && (0x2190...0x1_FAFF).contains(value) }

  /// Arabic to Sinhala, Tibetan to Myanmar, Khmer, Mongolian.
  fileprivate var needsJoiners: Bool {
    switch value {
    case 0x600...0xDFF, 0xF00...0x109F, 0x1780...0x18AF, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      return properties.generalCategory == .otherLetter
    default: return false
    }
  }

  fileprivate var codePointLabel: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
