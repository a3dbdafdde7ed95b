import JSONSyntax
import SourceText

/// What kind of document a file says it is, or else looks like; a scenario, unless it is clearly another.
enum DocumentFormat {
  case scenario
  case wholeCase
  case rubric
  /// The weights of a rubric's second ear.
  case weights

  init(of file: SourceFile) {
    guard let document = JSONReader.read(file).document else {
      self = .scenario
      return
    }
    guard let node = document.member("format", of: document.root),
      let format = document.string(of: node)
    else {
      self = Self.likely(document)
      return
    }
    if format.hasPrefix("rehearse-case/") {
      self = .wholeCase
    } else if format.hasPrefix("rehearse-rubric/") {
      self = .rubric
    } else if format.hasPrefix("rehearse-ear/") {
      self = .weights
    } else {
      self = .scenario
    }
  }

  /// What a document that does not say it looks like, by keys that only one kind has.
  private static func likely(_ document: JSONDocument) -> Self {
    func has(_ key: StaticString) -> Bool { document.member(key, of: document.root) != nil }
    if has("moments") { return .scenario }
    if has("scenarios") { return .wholeCase }
    return has("findings") && has("dimensions") ? .rubric : .scenario
  }
}
