public import SourceText

/// Something of a story that a scenario has no place for, kept word for word as a note.
public struct KeptNote: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Sendable {
    case macro, code, comment, image, html, variables, modifier, insert, variable, setter
    case externalLink = "link to the web"
    case inlineLink = "link inside a sentence"
    case codedLink = "link made by code"
    case special = "special passage"
    case tags, metadata, header, prolog
    case tooMuch = "text past a limit"
    case hiddenCharacter = "hidden character"
    case change = "change since the export"
  }

  /// What it is.
  public let kind: Kind
  /// The passage it stood in; empty for what stood before the first.
  public let passage: String
  /// The words, as they were written.
  public let text: String
  /// Where it stood.
  public let range: SourceRange
}

/// The text of one passage, taken apart.
struct PassageContent {
  /// A link to another passage.
  struct Link {
    /// What the reader clicks.
    var label: String
    /// The name of the passage it leads to.
    var target: String
    /// What it sets on the way, as written.
    var setter: String?
    /// The whole sentence, for a link that stood inside of one.
    var sentence: String?
    /// The code it stood in, outermost first.
    var within: [String]
    var range: Range<Int>
  }

  /// A line of prose.
  struct Prose {
    var text: String
    var range: Range<Int>
  }

  var prose: [Prose] = []
  var links: [Link] = []
  var kept: [(kind: KeptNote.Kind, range: Range<Int>)] = []
  /// Where a link begins that has no end on its line.
  var badLinks: [Range<Int>] = []
}

/// The story formats whose notation differs.
enum StoryFormat {
  case harlowe, sugarCube, chapbook, snowman
  /// None is stated, or one that is not known here.
  case unknown

  init(_ name: String?) {
    switch name?.lowercased() {
    case "harlowe": self = .harlowe
    case "sugarcube": self = .sugarCube
    case "chapbook": self = .chapbook
    case "snowman": self = .snowman
    default: self = .unknown
    }
  }
}

/// Names of story-format code that mean something for an import.
enum StoryCode {
  /// Macros that show a value, so that a hole would be left in the sentence.
  static let shows: Set<String> = [
    "print", "=", "-", "either", "display", "include", "random", "if", "cond",
  ]
  /// Macros that lead to a passage whose name they hold.
  static let leads: Set<String> = [
    "link", "button", "click", "goto", "return", "back", "actions",
    "link-goto", "go-to", "linkgoto", "link-reveal-goto", "click-goto", "mouseover-goto",
  ]
  /// Macros of SugarCube that have an end.
  static let containers: Set<String> = [
    "if", "for", "switch", "link", "button", "linkreplace", "linkappend", "linkprepend", "click",
    "replace", "append", "prepend", "nobr", "silently", "silent", "type", "timed", "repeat",
    "widget", "capture", "do", "done", "cycle", "listbox", "actions", "choice",
  ]
  /// Macros of Harlowe that are taken as such where no format is stated.
  static let harlowe: Set<String> = [
    "set", "put", "move", "if", "unless", "else-if", "elseif", "else", "print", "display", "link",
    "link-goto", "link-reveal", "link-repeat", "link-replace", "goto", "go-to", "live", "stop",
    "event", "click", "click-replace", "click-append", "mouseover", "mouseout", "either", "random",
    "text-style", "transition", "t8n", "color", "colour", "text-color", "text-colour", "bg",
    "background", "font", "align", "css", "a", "array", "dm", "datamap", "ds", "dataset",
    "history", "visits", "cond", "for", "macro", "enchant", "dropdown", "input-box", "checkbox",
    "cycling-link", "seq-link", "after", "show", "hide", "replace", "append", "prepend", "undo",
    "restart", "save-game", "load-game", "alert", "prompt", "confirm",
  ]
}
