import Terminal

/// A column of text that reads well, and how each block is set in it.
///
/// Names, leads and headings stand out by bold, underline and reverse; nothing is said by colour.
struct ReadingColumn: Hashable {
  /// Blank columns to the left.
  let margin: Int
  /// Columns of text.
  let width: Int

  init(columns: Int, isCentered: Bool = false) {
    let edge = columns < 50 ? 1 : 2
    width = max(1, min(columns - 2 * edge, 72))
    margin = isCentered ? max(edge, (columns - width) / 2) : edge
  }

  /// The rows of some blocks; more than one blank row in a line becomes one.
  func rows(_ blocks: [Block], afterBlank: Bool = true) -> [StyledText] {
    var rows: [StyledText] = []
    var wasBlank = afterBlank
    var wasItem = false
    var wasHeading = false
    for (place, block) in blocks.enumerated() {
      if case .gap = block {
        if !wasBlank { rows.append("") }
        wasBlank = true
        continue
      }
      // One's own words begin a new exchange, except in a list, where their number does.
      let next = place + 1 < blocks.count ? blocks[place + 1] : nil
      let isApart =
        switch (block, next) {
        case (.you, _): !wasItem
        case (.item, .you?): true
        default: block.isHeading
        }
      if isApart, !wasBlank, !wasHeading { rows.append("") }
      rows += self.rows(block)
      wasBlank = false
      wasHeading = block.isHeading
      if case .item = block { wasItem = true } else { wasItem = false }
    }
    return rows
  }

  private func rows(_ block: Block) -> [StyledText] {
    switch block {
    case .title(let text): wrap(StyledText(text, .bold))
    case .section(let text): wrap(StyledText(text, Style(bold: true, underlined: true)))
    case .text(let text), .narration(let text): wrap(StyledText(text))
    case .speech(let name, let mood, let words):
      wrap(
        StyledText(name, .bold) + StyledText(mood.map { " (\($0))" } ?? "")
          + StyledText(": \(words)"),
        hanging: 2
      )
    case .you(let words):
      wrap(StyledText(" You ", .reverse) + StyledText(" \(words)"), hanging: 2)
    case .heard(let name, let words): lead("\(name) hears:", words)
    case .why(let text): lead("Why:", text)
    case .hint(let text): lead("Hint:", text)
    case .shown(let text): wrap(StyledText(Gauge.drawn(text)))
    case .question(let text): wrap(StyledText(text, .bold))
    case .option(let key, let words, let isOpen):
      wrap(StyledText("\(key). \(isOpen ? "" : "(not now) ")\(words)"), hanging: 3)
    case .item(let text):
      TextWrapper(width: width, first: "\u{2022} ").lines(StyledText(text))
    case .command:
      LineRenderer.lines([block], width: width).flatMap { wrap(StyledText($0.text)) }
    case .gap: [""]
    }
  }

  private func lead(_ lead: String, _ words: String) -> [StyledText] {
    wrap(StyledText(lead, .underlined) + StyledText(" \(words)"), hanging: 2)
  }

  func wrap(_ text: StyledText, hanging: Int = 0) -> [StyledText] {
    TextWrapper(width: width, hanging: hanging).lines(text)
  }

  /// Parts blocks into pages of so many rows, between blocks wherever that is possible.
  ///
  /// A page of many sections, as the debrief is, gets at least a page for each.
  func pages(_ blocks: [Block], height: Int) -> [[StyledText]] {
    var pages: [[StyledText]] = []
    for chapter in chapters(blocks) {
      var page: [StyledText] = []
      for unit in units(chapter) {
        if !page.isEmpty, page.count + unit.count > height {
          pages.append(page)
          page = []
        }
        var rest = page.isEmpty ? unit.drop { $0.text.isEmpty } : unit[...]
        while page.count + rest.count > height {
          let room = height - page.count
          pages.append(page + rest.prefix(room))
          page = []
          rest = rest.dropFirst(room)
        }
        page += rest
      }
      if page.contains(where: { !$0.text.isEmpty }) { pages.append(page) }
    }
    return pages
  }

  /// Whether blocks are so many sections that each is read by itself.
  static func isInSections(_ blocks: [Block]) -> Bool {
    blocks.count { $0.isSection } >= 3
  }

  private func chapters(_ blocks: [Block]) -> [[Block]] {
    guard Self.isInSections(blocks) else { return [blocks] }
    var chapters: [[Block]] = [[]]
    for block in blocks {
      if block.isSection, chapters[chapters.count - 1].contains(where: { $0 != .gap }) {
        chapters.append([])
      }
      chapters[chapters.count - 1].append(block)
    }
    return chapters
  }

  /// Rows that belong together.
  private func units(_ blocks: [Block]) -> [[StyledText]] {
    var units: [[StyledText]] = []
    var heading: [Block] = []
    var isFirst = true
    for (place, block) in blocks.enumerated() {
      heading.append(block)
      let next = place + 1 < blocks.count ? blocks[place + 1] : nil
      if block == .gap || block.staysWith(next) { continue }
      units.append(rows(heading, afterBlank: isFirst))
      isFirst = false
      heading = []
    }
    if heading.contains(where: { $0 != .gap }) { units.append(rows(heading, afterBlank: isFirst)) }
    return units
  }
}

extension Block {
  fileprivate var isSection: Bool {
    if case .section = self { true } else { false }
  }

  fileprivate var isHeading: Bool {
    switch self {
    case .title, .section: true
    default: false
    }
  }

  /// Whether it is never the last on a page when this comes next: a heading, the number of a turn with
  /// what was said in it, and that with how it was heard.
  fileprivate func staysWith(_ next: Block?) -> Bool {
    switch (self, next) {
    case (.title, _), (.section, _), (.item, .you), (.you, .heard), (.you, .why): true
    default: false
    }
  }
}

/// A quiet bar beside a number that is shown in words.
enum Gauge {
  /// The text with a bar for "2 of 5" at its end; any other text as it is.
  static func drawn(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard words.count >= 3, words[words.count - 2] == "of",
      let value = Int(words[words.count - 3]), let top = Int(words[words.count - 1]),
      (1...12).contains(top), (0...top).contains(value)
    else { return text }
    let full = String(repeating: "\u{25A0}", count: value)
    let empty = String(repeating: "\u{25A1}", count: top - value)
    return "\(text) \(full)\(empty)"
  }
}
