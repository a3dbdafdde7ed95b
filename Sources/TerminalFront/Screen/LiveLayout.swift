public import Terminal

/// The rows of a question with its choices, its field and its hints, in as many rows as there are.
///
/// What does not fit goes to further pages, between choices wherever that is possible; the field and the
/// hints are on every page, and the hints say which page it is.
struct LiveLayout {
  private(set) var rows: [StyledText] = []
  private(set) var cursor = Frame.Position(row: 0, column: 0)
  private(set) var pages = 1
  private(set) var page = 0
  private(set) var visibleChoices = 0..<0

  /// How much air there is: 0 none, 1 around the question and the field, 2 between choices too.
  private let air: Int
  private let column: ReadingColumn
  private let screen: PracticeScreen
  private let live: LiveQuestion

  /// Sets a question with the most air that keeps it within `budget` rows, or else on pages of `height`.
  static func best(
    _ screen: PracticeScreen,
    _ live: LiveQuestion,
    column: ReadingColumn,
    budget: Int,
    height: Int
  ) -> LiveLayout {
    for air in [2, 1, 0] {
      let layout = LiveLayout(screen, live, column: column, height: .max, air: air)
      if layout.rows.count <= min(budget, height) { return layout }
    }
    return LiveLayout(screen, live, column: column, height: height, air: 0)
  }

  private init(
    _ screen: PracticeScreen,
    _ live: LiveQuestion,
    column: ReadingColumn,
    height: Int,
    air: Int
  ) {
    self.air = air
    self.column = column
    self.screen = screen
    self.live = live

    let strip = self.strip
    var lead = column.rows(live.lead)
    if strip.isEmpty, !live.shown.isEmpty {
      lead = live.shown.flatMap { column.rows([.shown($0)]) } + lead
    }
    let choices = live.choices.indices.map(rowsOfChoice)
    let notice = column.rows(screen.notice)
    // Chips and hints say what a reply takes; every other prompt says it in its own words.
    let isSaid =
      live.choosesAtOnce && live.prompt.kind == .choice && live.scene != nil
      || screen.notice.contains { $0.says(live.prompt.full) }
    let label = isSaid ? [] : column.rows([.text(live.prompt.full)])
    let screenRows = screen.size?.rows ?? 24
    let field = TypingField(
      screen.editor,
      width: column.width,
      height: min(6, max(1, screenRows / 4))
    )

    let isBare = lead.isEmpty && choices.isEmpty
    let foot = (air > 0 && !isBare ? [""] : []) + notice + label
    let fixed = strip.count + foot.count + field.rows.count + 1
    let parts = Self.pages(
      [lead] + choices,
      height: height == .max ? .max : max(1, height - fixed),
      air: air
    )
    pages = parts.count
    page = min(screen.page, pages - 1)
    if case .choice(let place) = screen.focus,
      let found = parts.firstIndex(where: { $0.starts[place + 1] != nil })
    {
      page = found
    }
    let part = parts[page]
    let shown = live.choices.indices.filter { part.starts[$0 + 1] != nil }
    if let first = shown.first, let last = shown.last { visibleChoices = first..<(last + 1) }

    rows = strip + part.rows
    if case .choice(let place) = screen.focus, let row = part.starts[place + 1] {
      cursor = Frame.Position(row: strip.count + row, column: 0)
    } else {
      cursor = field.cursor
      cursor.row += rows.count + foot.count
    }
    rows += foot + field.rows
    rows.append(Hints.row(hints, width: column.width))
  }

  // MARK: Parts

  /// The title strip of a talk: the person, how they are, and what is shown of them.
  private var strip: [StyledText] {
    let first: [StyledText] = air > 0 && !screen.lastWasBlank ? [""] : []
    guard let person = live.scene?.person, screen.manner == .inline, (screen.size?.rows ?? 24) >= 14
    else { return first }
    let mood = screen.moods[person].map { ", \($0)" } ?? ""
    // Made visible before it is measured, as it will be when it is painted.
    let state = live.shown.map(Gauge.drawn).joined(separator: "   ")
    let right = Neutralizer.visible(state, newlines: .shown)
    let left = Neutralizer.visible(" \(person)\(mood)", newlines: .shown)
    let gap = column.width - DisplayWidth.of(left) - DisplayWidth.of(right) - 1
    guard gap >= 3 else { return first }
    let text = left + String(repeating: " ", count: gap) + right + " "
    let strip = StyledText(text, Style(bold: true, reverse: true))
    return first + [strip] + (air > 0 ? [""] : [])
  }

  private func rowsOfChoice(_ place: Int) -> [StyledText] {
    let choice = live.choices[place]
    let hasFocus = screen.focus == .choice(place)
    let chip = StyledText(" \(choice.key) ", hasFocus ? Style(bold: true, reverse: true) : .bold)
    let words = choice.isOpen ? choice.words : "(not now) \(choice.words)"
    return TextWrapper(width: column.width, first: chip + " ")
      .lines(StyledText(words, hasFocus ? .bold : .plain))
  }

  private var hints: [Hint] {
    var hints: [Hint] = []
    let isEmpty = screen.editor.isEmpty
    if pages > 1 {
      hints.append(Hint("page \(page + 1) of \(pages)", "", rank: 0))
      hints.append(Hint(isEmpty ? "Space" : "PgDn", "more", rank: 0))
    }
    if isEmpty, live.choosesAtOnce {
      let count = live.choices.count
      hints.append(Hint(count == 1 ? "1" : "1-\(count)", "chooses", rank: 2))
      if live.scene?.takesOwnWords == true {
        hints.append(Hint("or type", "your own words", rank: 3))
      }
      hints.append(Hint("arrows, Enter", "too", rank: 6))
    } else {
      hints.append(Hint("Enter", "sends", rank: 1))
      if live.prompt.kind == .words || !isEmpty {
        hints.append(Hint("Alt-Enter", "new line", rank: 2))
        hints.append(Hint("Ctrl-X Ctrl-E", "editor", rank: 6))
      }
    }
    if isEmpty {
      hints.append(Hint("?", "help", rank: 1))
      if live.scene?.mayGoBack == true { hints.append(Hint("< Enter", "back", rank: 4)) }
      hints.append(Hint("Ctrl-C", "leaves", rank: 5))
    }
    return hints
  }

  // MARK: Pages

  private struct Part {
    var rows: [StyledText] = []
    /// The row at which each unit begins, by the unit's place.
    var starts: [Int: Int] = [:]
  }

  /// Packs units onto pages; one that is higher than a page is cut between rows.
  private static func pages(_ units: [[StyledText]], height: Int, air: Int) -> [Part] {
    var parts = [Part()]
    for (place, unit) in units.enumerated() where !unit.isEmpty {
      let isApart = air == 2 || (air == 1 && place == 1)
      let blank: [StyledText] = isApart && !parts[parts.count - 1].rows.isEmpty ? [""] : []
      let used = parts[parts.count - 1].rows.count
      if used > 0, used + blank.count + unit.count > height { parts.append(Part()) }
      var rest = parts[parts.count - 1].rows.isEmpty ? unit[...] : (blank + unit)[...]
      let skipped = rest.count - unit.count
      parts[parts.count - 1].starts[place] = parts[parts.count - 1].rows.count + skipped
      while rest.count > height {
        parts[parts.count - 1].rows += rest.prefix(height)
        rest = rest.dropFirst(height)
        parts.append(Part())
      }
      parts[parts.count - 1].rows += rest
    }
    return parts
  }
}

extension Block {
  /// Whether a sentence of the program's own has these words in it.
  fileprivate func says(_ words: String) -> Bool {
    guard case .text(let text) = self else { return false }
    return text.lowercased().contains(words.lowercased())
  }
}

/// One thing that a key does.
public struct Hint: Sendable {
  let key: String
  let does: String
  /// How soon it is left out where there is little room; 0 stays longest.
  let rank: Int

  /// Makes a hint; one of a lower rank is left out later.
  public init(_ key: String, _ does: String, rank: Int) {
    self.key = key
    self.does = does
    self.rank = rank
  }

  fileprivate var text: StyledText {
    StyledText(key, .bold) + StyledText(does.isEmpty ? "" : " \(does)")
  }
}

/// The one line of keys at the bottom; what does not fit is left out whole.
public enum Hints {
  /// The hints that fit into so many columns.
  public static func row(_ hints: [Hint], width: Int) -> StyledText {
    var kept: Set<Int> = []
    for place in hints.indices.sorted(by: { (hints[$0].rank, $0) < (hints[$1].rank, $1) })
    where DisplayWidth.of(row(hints, kept.union([place])).text) <= width {
      kept.insert(place)
    }
    return row(hints, kept)
  }

  private static func row(_ hints: [Hint], _ kept: Set<Int>) -> StyledText {
    hints.indices.filter(kept.contains).reduce(StyledText("")) { row, place in
      row.text.isEmpty ? hints[place].text : row + "   " + hints[place].text
    }
  }
}
