import JSONSyntax
import SourceText

/// What kind of document a file says it is; a scenario, unless it says otherwise.
enum DocumentFormat {
  case scenario
  case wholeCase
  case rubric
  /// The weights of a rubric's second ear.
  case weights

  init(of file: SourceFile) {
    guard let document = JSONReader.read(file).document,
      let node = document.member("format", of: document.root),
      let format = document.string(of: node)
    else {
      self = .scenario
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
}
